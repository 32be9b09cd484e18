"""plan, corte and idioma: read before any widget, checked, and always written back."""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from frame.place import Place, quoted, resolve
from language import Language


class Address(Place):
    """The place of this run, and links from it."""

    def same_page(self, **changes: str) -> dict[str, str | list[str]]:
        """This page with its filters and what a link changes."""
        return {name: st.query_params.get_all(name) for name in st.query_params} | changes

    def link(self, path: str, **more: str) -> str:
        """An address on another page of the same plan, cut-off and language."""
        return f"./{path}?{urlencode(self.query() | more, doseq=True)}"


def read() -> Address:
    """The address of this run, written back whole; raises NothingPublished.

    The browser does not show the address of a link within one page until it is told; told the
    address it already shows, it adds nothing to the reader's history.
    """
    place = resolve(st.query_params.to_dict())
    st.query_params.update(place.query())
    return Address(**vars(place))


def chosen(name: str, offered: Iterable[str]) -> list[str]:
    """The codes of a filter in the address; those that are not offered are left out."""
    codes = set(offered)
    return [code for code in st.query_params.get_all(name) if code in codes]


def unknown(name: str, offered: Iterable[str], language: Language) -> str:
    """A sentence on codes in the address that the page cannot follow, empty when there are none."""
    codes = set(offered)
    asked = [code for code in st.query_params.get_all(name) if code not in codes]
    if not asked:
        return ""
    message = language.gettext("The filter {name} has no {asked}, so it was left out.")
    return message.format(name=name, asked=", ".join(quoted(code) for code in asked))

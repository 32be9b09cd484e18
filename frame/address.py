"""plan, corte and idioma: read before any widget, checked, and always written back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from data.published import Snapshot, is_intact, latest_revisions, published
from language import LANGUAGES, Language, known
from queries.plans import plans
from readings.compromiso import ids

LONGEST = 40  # characters of what a reader typed that are told back


class NothingPublished(Exception):
    """There is no snapshot that may be shown."""


@dataclass(frozen=True)
class Address:
    """Where the reader is; `told` says which parts of the address could not be followed."""

    corte: str
    snapshot: Snapshot
    plan: dict
    language: Language
    plans: tuple[dict, ...]
    cut_offs: Mapping[str, Snapshot]
    told: tuple[str, ...]

    @property
    def plan_id(self) -> str:
        return self.plan["plan_id"]

    def query(self) -> dict[str, str]:
        """The whole address, for links to other pages."""
        return {"plan": self.plan_id, "corte": self.corte, "idioma": self.language.code}

    def same_page(self, **changes: str) -> dict[str, str | list[str]]:
        """This page with its filters and what a link changes."""
        return {name: st.query_params.get_all(name) for name in st.query_params} | changes

    def link(self, path: str, **more: str) -> str:
        """An address on another page of the same plan, cut-off and language."""
        return f"./{path}?{urlencode(self.query() | more, doseq=True)}"


def read() -> Address:
    """The address of this run. A value that does not exist is told and replaced by the default.

    Raises NothingPublished where no snapshot can be shown.
    """
    told: list[str] = []
    language = Language(known(st.query_params.get("idioma")))
    _choose("idioma", LANGUAGES, language.code, language, told)
    everything = published()
    whole = [snapshot for snapshot in everything if is_intact(snapshot)]
    for snapshot in everything:
        if snapshot not in whole:
            message = language.gettext(
                "The cut-off {name} is not as it was published, so it is not shown. Others are"
                " whole."
            )
            told.append(message.format(name=snapshot.name))
    if not whole:
        raise NothingPublished
    cut_offs = latest_revisions(whole)
    # every revision is reachable by its number, `.0` being the first; only the last is offered
    numbered = {f"{snapshot.cut_off}.{snapshot.revision}": snapshot for snapshot in whole}
    reachable = numbered | cut_offs
    corte = _choose("corte", reachable, max(cut_offs), language, told, offered=cut_offs)
    snapshot = reachable[corte]
    rows = {row["plan_id"]: row for row in plans(snapshot).to_dicts()}  # the default comes first
    plan_id = _plan_of_commitment(snapshot) or _choose(
        "plan", rows, next(iter(rows)), language, told
    )
    here = Address(
        corte, snapshot, rows[plan_id], language, tuple(rows.values()), cut_offs, tuple(told)
    )
    for name, value in here.query().items():
        st.query_params[name] = value
    return here


def _plan_of_commitment(snapshot: Snapshot) -> str | None:
    """A commitment in the address names its plan, whatever else the address says of it."""
    asked = st.query_params.get("id")
    return ids(snapshot).get(asked, (None,))[0] if asked else None


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
    return message.format(name=name, asked=", ".join(_quoted(code) for code in asked))


def _choose(
    name: str,
    existing: Iterable[str],
    default: str,
    language: Language,
    told: list[str],
    offered: Iterable[str] | None = None,
) -> str:
    asked = st.query_params.get(name, default)
    if asked in existing:
        return asked
    message = language.gettext("There is no {name} {asked}. There is: {offered}.")
    exists = ", ".join(existing if offered is None else offered)
    told.append(message.format(name=name, asked=_quoted(asked), offered=exists))
    return default


def _quoted(asked: str) -> str:
    """The reader's own text, in code marks so that it is not drawn as a link or a picture."""
    return f"`{' '.join(asked.replace('`', '').split())[:LONGEST]}`"

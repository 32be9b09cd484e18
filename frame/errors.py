"""What a reader sees when a page breaks: words, a way on, and never a trace."""

import logging
from urllib.parse import urlencode

import streamlit as st

from frame.place import NAMES
from language import Language, known

log = logging.getLogger("tablero")


def tell(error: Exception) -> bool:
    """Say that the page failed, in the reader's language; the trace goes to the log only."""
    log.error("page failed", exc_info=error)
    language = Language(known(st.query_params.get("idioma")))
    _ = language.gettext
    kept = [name for name in NAMES if name in st.query_params]
    st.title(_("This page could not be shown"), anchor=False)
    st.markdown(
        _(
            "Something failed on our side; nothing of the data was changed. Try again, or go back"
            " to the [summary](/?{query})."
        ).format(query=urlencode({name: st.query_params[name] for name in kept}))
    )
    return True


def nothing_published(language: Language) -> None:
    """Say that no cut-off can be shown."""
    _ = language.gettext
    st.title(_("No cut-off can be shown"), anchor=False)
    st.markdown(
        _(
            "No published cut-off is whole on this server. Whoever runs it can restore the folder"
            " `data/snapshots` from its copy, or build it again with `make snapshots`."
        )
    )

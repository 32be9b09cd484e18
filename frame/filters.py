"""Filters, kept in the address as codes: a link reopens the same view in either language."""

from collections.abc import Mapping

import streamlit as st

from data.contracts import TABLES
from frame import address, blocks
from frame.address import Address
from language import marked as N_
from readings import Reading
from readings.choices import Choices

NAMES = {
    "compromiso": N_("Commitment"),
    "tema": N_("Theme"),
    "institucion": N_("Lead institution"),
    "estado": N_("State"),
    "ods": N_("Sustainable Development Goal"),
}
SECTIONS = {
    "documentos": N_("Documents"),
    "tablas": N_("Tables and downloads"),
    "contradicciones": N_("Contradictions"),
    "metodo": N_("Method"),
}


def milestones(offered: Mapping[str, Mapping[str, tuple[str, int]]], here: Address) -> Choices:
    """Which milestones to show: by lateness in the open, by everything else in one popover."""
    _ = here.language.gettext
    if not offered:
        return Choices()
    chosen = {}
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
        if "plazo" in offered:
            chosen["plazo"] = _pills("plazo", _("Show"), offered["plazo"], here)
        others = [name for name in NAMES if name in offered]
        active = sum(bool(address.chosen(name, offered[name])) for name in others)
        label = _("More filters")
        label = f"{label} ({active})" if active else label
        with st.popover(label, icon=":material/tune:", key="more-filters"):
            for name in others:
                chosen[name] = _multiselect(name, _(NAMES[name]), offered[name], here)
    for name in ("plazo", *NAMES):
        told = address.unknown(name, offered.get(name, ()), here.language)
        if told:
            st.warning(told)
    return Choices(**{name: tuple(codes) for name, codes in chosen.items()})


def drawn(reading: Reading | None, here: Address) -> None:
    """A filtered reading, or in its place a sentence and a way out of the filters."""
    _ = here.language.gettext
    if reading:
        blocks.draw(reading, here)
    elif any(st.query_params.get_all(name) for name in ("plazo", *NAMES)):
        st.markdown(_("No milestone passes these filters."))
        st.button(_("Remove the filters"), on_click=_remove, key="remove-filters")


def section(here: Address) -> str:
    """Which part of the data page to show."""
    _ = here.language.gettext
    return _one("seccion", _("Part of this page"), {c: _(n) for c, n in SECTIONS.items()}, here)


def table(here: Address) -> str:
    """Which table to describe."""
    _ = here.language.gettext
    names = {name: f"{_(table.title)} ({name})" for name, table in TABLES.items()}
    codes = address.chosen("tabla", names) or list(names)[:1]
    return st.selectbox(
        _("Table"),
        list(names),
        index=list(names).index(codes[0]),
        format_func=names.get,
        key="tabla",
        on_change=_write_back,
        args=("tabla",),
    )


def _pills(
    name: str, label: str, options: Mapping[str, tuple[str, int]], here: Address
) -> list[str]:
    return st.pills(
        label,
        list(options),
        selection_mode="multi",
        default=address.chosen(name, options),
        format_func=lambda code: _counted(options[code]),
        key=name,
        on_change=_write_back,
        args=(name,),
    )


def _multiselect(
    name: str, label: str, options: Mapping[str, tuple[str, int]], here: Address
) -> list[str]:
    return st.multiselect(
        label,
        list(options),
        default=address.chosen(name, options),
        format_func=lambda code: _counted(options[code]),
        placeholder=here.language.gettext("All"),
        key=name,
        on_change=_write_back,
        args=(name,),
    )


def _one(name: str, label: str, options: Mapping[str, str], here: Address) -> str:
    told = address.unknown(name, options, here.language)
    if told:
        st.warning(told)
    chosen = address.chosen(name, options) or list(options)[:1]
    return st.segmented_control(
        label,
        list(options),
        default=chosen[0],
        required=True,
        format_func=options.get,
        key=name,
        on_change=_write_back,
        args=(name,),
        label_visibility="collapsed",
    )


def _counted(option: tuple[str, int]) -> str:
    name, count = option
    return f"{name[0].upper()}{name[1:]} · {count}"


def _write_back(name: str) -> None:
    """What was chosen, into the address; nothing chosen leaves no trace."""
    value = st.session_state[name]
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def _remove() -> None:
    for name in ("plazo", *NAMES):
        st.session_state.pop(name, None)
        if name in st.query_params:
            del st.query_params[name]

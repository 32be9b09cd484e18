"""Filters, kept in the address as codes: a link reopens the same view in either language.

The address is the only state: each widget takes its value from it before it is drawn, so that the
way back in a browser leads to the view before.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from data.contracts import TABLES
from frame import address, blocks
from frame.address import Address
from language import marked as N_
from readings import Reading, propuestas, voces
from readings.choices import Choices
from readings.compromiso import ids, titles
from readings.institucion import exists

NAMES = {
    "compromiso": N_("Commitment"),
    "tema": N_("Theme"),
    "institucion": N_("Lead institution"),
    "estado": N_("State"),
    "ods": N_("Sustainable Development Goal"),
}
LONGEST_SEARCH = 80  # characters
SECTIONS = {
    "documentos": N_("Documents"),
    "tablas": N_("Tables and downloads"),
    "contradicciones": N_("Contradictions"),
    "contexto": N_("Around the plan"),
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
            chosen["plazo"] = pills("plazo", _("Show"), offered["plazo"], here)
        others = [name for name in NAMES if name in offered]
        active = sum(bool(address.chosen(name, offered[name])) for name in others)
        label = _("More filters")
        label = f"{label} ({active})" if active else label
        with st.popover(label, icon=":material/tune:", key="more-filters"):
            for name in others:
                chosen[name] = _multiselect(name, _(NAMES[name]), offered[name], here)
    for name in ("plazo", *NAMES):
        tell_unknown(name, offered.get(name, ()), here)
    return Choices(**{name: tuple(codes) for name, codes in chosen.items()})


def drawn(reading: Reading | None, here: Address) -> None:
    """A filtered reading, or in its place a sentence and a way out of the filters."""
    _ = here.language.gettext
    if reading:
        blocks.draw(reading, here)
    elif any(st.query_params.get_all(name) for name in ("plazo", *NAMES)):
        st.markdown(_("No milestone passes these filters."))
        st.button(_("Remove the filters"), on_click=_remove, key="remove-filters")


def commitment(here: Address) -> int | None:
    """Which commitment of the plan to show; none where the plan has none."""
    _ = here.language.gettext
    options = titles(here.snapshot, here.plan_id, here.language)
    if not options:
        return None
    asked = st.query_params.get("id") or next(iter(options))
    known = ids(here.snapshot)
    if asked not in known:
        st.warning(address.unknown("id", known, here.language))
        asked = next(iter(options))
    plan_id, number = known[asked]
    own_id = f"{plan_id}-{number}"  # OGP's own id is translated
    if st.query_params.get("id") != own_id:
        st.query_params["id"] = own_id
    st.session_state["id"] = own_id
    chosen = st.selectbox(
        _("Commitment"),
        list(options),
        format_func=options.get,
        key="id",
        on_change=write_back,
        args=("id",),
    )
    return known[chosen][1]


def institution(here: Address) -> str | None:
    """Which institution the address asks for; none where it asks for none that exists."""
    asked = st.query_params.get("institucion")
    if asked and not exists(here.snapshot, asked):
        st.warning(address.unknown("institucion", (), here.language))
        return None
    return asked


def voices(here: Address) -> str:
    """What of the matrix to show: the milestones in which voices differ, else all."""
    options = voces.offered(here.snapshot, here.plan_id, here.language)
    if len(options) < 2:
        return voces.ALL
    named = {code: _counted(option) for code, option in options.items()}
    return one("ver", here.language.gettext("Show"), named, here)


def proposals(here: Address) -> tuple[str, tuple[int, ...], str]:
    """What to look for in the proposals: words, categories, a citizen's code where there are."""
    _ = here.language.gettext
    options = propuestas.categories(here.snapshot, here.plan_id, here.language)
    if not options:
        return "", (), ""
    with st.container(key="search", horizontal=True, vertical_alignment="bottom"):
        text = _text("buscar", _("Search the proposals"), here)
        code = ""
        if propuestas.has_codes(here.snapshot, here.plan_id):
            code = _text("codigo", _("Code of your proposal"), here)
    chosen = pills("categoria", _("Category"), options, here)
    return text, tuple(int(number) for number in chosen), code


def _text(name: str, label: str, here: Address) -> str:
    st.session_state[name] = st.query_params.get(name, "")[:LONGEST_SEARCH]
    return st.text_input(
        label,
        max_chars=LONGEST_SEARCH,
        key=name,
        on_change=write_back,
        args=(name,),
    ).strip()


def process(here: Address, options: Mapping[str, str]) -> str | None:
    """Which participation process to show; none where the plan has none."""
    tell_unknown("proceso", options, here)
    if not options:
        return None
    return choice("proceso", here.language.gettext("Process"), options)


def section(here: Address) -> str:
    """Which part of the data page to show."""
    _ = here.language.gettext
    return one("seccion", _("Part of this page"), {c: _(n) for c, n in SECTIONS.items()}, here)


def table(here: Address) -> str:
    """Which table to describe."""
    _ = here.language.gettext
    names = {name: f"{_(table.title)} ({name})" for name, table in TABLES.items()}
    tell_unknown("tabla", names, here)
    return choice("tabla", _("Table"), names)


def choice(name: str, label: str, options: Mapping[str, str], default: str | None = None) -> str:
    """One of a list: what the address asks for, else the default, else the first."""
    others = [default] if default else list(options)
    st.session_state[name] = (address.chosen(name, options) or others)[0]
    return st.selectbox(
        label,
        list(options),
        format_func=options.get,
        key=name,
        on_change=write_back,
        args=(name,),
    )


def tell_unknown(name: str, offered: Iterable[str], here: Address) -> None:
    """Say which codes of the address the page cannot follow."""
    told = address.unknown(name, offered, here.language)
    if told:
        st.warning(told)


def pills(
    name: str, label: str, options: Mapping[str, tuple[str, int]], here: Address
) -> list[str]:
    st.session_state[name] = address.chosen(name, options)
    return st.pills(
        label,
        list(options),
        selection_mode="multi",
        format_func=lambda code: _counted(options[code]),
        key=name,
        on_change=write_back,
        args=(name,),
    )


def _multiselect(
    name: str, label: str, options: Mapping[str, tuple[str, int]], here: Address
) -> list[str]:
    st.session_state[name] = address.chosen(name, options)
    return st.multiselect(
        label,
        list(options),
        select_all=False,  # Streamlit says it in English
        format_func=lambda code: _counted(options[code]),
        placeholder=here.language.gettext("All"),
        key=name,
        on_change=write_back,
        args=(name,),
    )


def one(name: str, label: str, options: Mapping[str, str], here: Address) -> str:
    tell_unknown(name, options, here)
    st.session_state[name] = (address.chosen(name, options) or list(options))[0]
    return st.segmented_control(
        label,
        list(options),
        required=True,
        format_func=options.get,
        key=name,
        on_change=write_back,
        args=(name,),
        label_visibility="collapsed",
    )


def _counted(option: tuple[str, int]) -> str:
    name, count = option
    return f"{name[0].upper()}{name[1:]} · {count}"


def write_back(name: str) -> None:
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

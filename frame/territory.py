"""The map of provinces and its filters; a click on a province is written to the address."""

from collections.abc import Mapping

import streamlit as st

from charts.territory_map import territory_map
from frame import address, filters
from frame.address import Address
from frame.html import html
from queries.territory import EVER, Period
from readings import mapa, taller, territorio
from readings.mapa import Drawing

HEIGHTS = {"wide": 560, "narrow": 392}
INSET_HEIGHT = 250


def event(here: Address) -> str | None:
    """Which event the address asks for; none where it asks for none that exists."""
    asked = st.query_params.get("evento")
    if asked and not taller.exists(here.snapshot, asked):
        st.warning(address.unknown("evento", (), here.language))
        return None
    return asked


def choices(here: Address) -> tuple[str, list[str], Period, str | None]:
    """Measure of the map, kinds of event, one year or ever, and one province or none."""
    _ = here.language.gettext
    measures = mapa.measures(here.language)
    kinds = territorio.kinds_offered(here.snapshot, here.plan_id, here.language)
    with st.container(key="filters-territory", horizontal=True, vertical_alignment="bottom"):
        measure = filters.one("medida", _("What the map shows"), measures, here)
        named = territorio.provinces_named(here.snapshot, here.plan_id)
        province_code = _one_or_all("provincia", _("Province"), named, _("All provinces"), here)
        years = territorio.years_offered(here.snapshot, here.plan_id)
        all_years = _("All years, and no date")
        year = _one_or_all("anio", _("Year"), {name: name for name in years}, all_years, here)
    chosen = filters.pills("tipo", _("Kind of event"), kinds, here) if kinds else []
    filters.tell_unknown("tipo", kinds, here)
    return measure, chosen, years.get(year, EVER), province_code


def _one_or_all(
    name: str, label: str, named: Mapping[str, str], everything: str, here: Address
) -> str | None:
    filters.tell_unknown(name, named, here)
    st.session_state[name] = next(iter(address.chosen(name, named)), None)
    return st.selectbox(
        label,
        list(named),
        index=None,
        format_func=named.get,
        placeholder=everything,
        key=name,
        on_change=filters.write_back,
        args=(name,),
        width=250,
    )


def draw(drawing: Drawing, here: Address) -> None:
    """The map for a wide and for a narrow screen, Galápagos in a frame of its own, the key."""
    st.header(drawing.finding, anchor=False)
    st.html(html("text", answer="", basis=drawing.basis))
    land, beside = st.columns([1.7, 1], gap="large")
    with land:
        for width, height in HEIGHTS.items():
            with st.container(key=f"{width}-territory"):
                _deck(drawing, "mainland", width, height)
    with beside:
        if drawing.inset:
            with st.container(key="territory-inset"):
                _deck(drawing, "galapagos", "inset", INSET_HEIGHT)
            st.html(html("text", answer="", basis=drawing.inset))
        st.html(html("legend", keys=drawing.keys))
    st.html(html("notes", notes=(drawing.credit,)))


def _deck(drawing: Drawing, frame: str, width: str, height: int) -> None:
    # a map on which something was clicked pales all else, so it starts anew with every click
    clicks = st.session_state.get(f"clicks-{width}", 0)
    key = f"map-{width}-{clicks}"
    mode = st.context.theme.type or "light"
    st.pydeck_chart(
        territory_map(drawing.shown, frame, mode=mode, narrow=width == "narrow"),
        height=height,
        on_select=lambda: _choose(key, width),
        key=key,
        alt=f"{drawing.alt}. {drawing.inset}" if frame == "galapagos" else drawing.alt,
    )


def _choose(key: str, width: str) -> None:
    """The province of what was clicked, or none when it was chosen already."""
    clicked = [
        found.get("code") or found.get("properties", {}).get("code")
        for objects in st.session_state[key]["selection"]["objects"].values()
        for found in objects
    ]
    code = next(filter(None, clicked), None)
    st.session_state[f"clicks-{width}"] = st.session_state.get(f"clicks-{width}", 0) + 1
    if code is not None:
        st.session_state["provincia"] = None if code == st.query_params.get("provincia") else code
        filters.write_back("provincia")

"""One slide a screen: what a hall sees, and the keys that lead from one to the next."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from charts.plots import HALL, STACKED, STEPS, drawn
from charts.territory_map import territory_map
from exports.deck import as_pptx
from frame import address, meeting
from frame.address import Address
from frame.blocks import QUIET
from frame.html import html
from frame.meeting import MIME
from frame.place import quoted
from frame.server import HOME, PAGES
from language import LANGUAGES, Language
from readings import Plot, presentar, taller
from readings.compromiso import ids, titles
from readings.mapa import Drawing
from readings.presentar import Deck, Slide

PAGE = "presentar"
KEPT = 64  # decks in memory: each key press asks for one again
MAPS = {"tall": (590, 26), "low": (366, 20)}  # height and letters in pixels
INSET_HEIGHT, INSET_TEXT = 130, 20
WHAT = ("id", "evento")


def deck(here: Address) -> Deck:
    """The slides of what the address asks for: a workshop, a commitment, else the plan."""
    event_id = _event(here)
    if event_id:
        return _kept(presentar.of_event)(here.snapshot, event_id, here.language)
    number = _commitment(here)
    if number is not None:
        about = here.snapshot, here.plan_id, number, here.language
        return _kept(presentar.of_commitment)(*about)
    compared = meeting.compared(here)
    return _kept(presentar.of_plan)(here.snapshot, here.plan_id, here.language, compared)


def _kept(slides: Callable) -> Callable:
    return st.cache_data(slides, max_entries=KEPT, show_spinner=False)


def _event(here: Address) -> str | None:
    asked = st.query_params.get("evento")
    if not asked:
        return None
    if taller.exists(here.snapshot, asked):
        return asked
    st.warning(address.unknown("evento", (), here.language))
    del st.query_params["evento"]
    return None


def _commitment(here: Address) -> int | None:
    asked, known = st.query_params.get("id"), ids(here.snapshot)
    if not asked:
        return None
    if asked not in known:
        st.warning(address.unknown("id", known, here.language))
        del st.query_params["id"]
        return None
    plan_id, number = known[asked]
    st.query_params["id"] = f"{plan_id}-{number}"
    return number


def number(here: Address, last: int) -> int:
    """Which slide the address asks for, from 1; another one is told and replaced."""
    asked = st.query_params.get("n", "1")
    chosen = min(max(int(asked), 1), last) if asked.isdecimal() and len(asked) < 6 else 1
    if asked != str(chosen) and not (asked.isdecimal() and asked.lstrip("0") == str(chosen)):
        message = here.language.gettext("There is no slide {asked}; this is number {number}.")
        st.warning(message.format(asked=quoted(asked), number=chosen))
    st.query_params["n"] = str(chosen)
    return chosen


def draw(shown: Slide, footer: str, here: Address) -> None:
    """Question, sentence, one picture, how to read it, and the footer of every slide."""
    with st.container(key="hall"):
        st.title(shown.question, anchor=False)
        if shown.answer:
            with st.container(key="hall-answer" if _has_picture(shown) else "hall-alone"):
                st.html(html("text", answer=shown.answer, basis=""))
        _picture(shown, here.language)
        st.html(html("hall_foot", basis=shown.basis, footer=footer))


def _has_picture(shown: Slide) -> bool:
    return any((shown.figures, shown.strip, shown.plot, shown.table, shown.points, shown.shown))


def _picture(shown: Slide, language: Language) -> None:
    if shown.figures:
        st.html(html("figures", figures=shown.figures))
    if shown.strip:
        st.html(html("strip", strip=shown.strip))
    if shown.plot:
        _plot(shown, language)
    if shown.table:
        lines = len(shown.table.rows) + len(shown.table.groups)
        with st.container(key=f"hall-rows-{lines}"):
            st.html(html("table", table=shown.table))
    if shown.points:
        st.html(html("points", points=shown.points))
    if shown.shown:
        _map(shown.shown)


def _plot(shown: Slide, language: Language) -> None:
    """Drawn for a tall, a low and a narrow screen; the style sheet shows one of them."""
    mode = st.context.theme.type or "light"
    for screen in HALL:
        with st.container(key=f"hall-{screen}-{shown.code}"):
            st.plotly_chart(
                drawn(shown.plot, mode=mode, screen=screen, said=_number(shown.plot, language)),
                theme=None,
                config=QUIET | {"staticPlot": True},
                key=f"chart-{screen}-{shown.code}",
                alt=shown.alt,
            )
    if shown.plot.kind == STACKED:
        st.html(html("keys", series=shown.plot.series))
    if shown.plot.kind == STEPS:
        with st.container(key="hall-narrow-told"):
            st.html(html("points", points=_marked(shown.plot, language)))


def _marked(plot: Plot, language: Language) -> list[str]:
    """What each mark says, for a screen without room beside it."""
    known = [(one.name, [v for v in one.values if v is not None]) for one in plot.series]
    return [
        f"**{language.number(values[0])}** {name}" for name, values in known if len(values) == 1
    ]


def _number(plot: Plot, language: Language) -> Callable[[float], str]:
    if plot.unit != "%":
        return language.number
    return lambda value: language.percent(Decimal(str(value)), int(value != int(value)))


def _map(drawing: Drawing) -> None:
    mode = st.context.theme.type or "light"
    land, beside = st.columns([1.9, 1], gap="large")
    with land:
        for screen, (height, text) in MAPS.items():
            with st.container(key=f"hall-{screen}-territory"):
                shown = territory_map(
                    drawing.shown, "hall", mode=mode, narrow=screen == "low", text=text
                )
                st.pydeck_chart(shown, height=height, key=f"map-{screen}", alt=drawing.alt)
    with beside:
        if drawing.inset:
            inset = territory_map(drawing.shown, "hall_galapagos", mode=mode, text=INSET_TEXT)
            with st.container(key="territory-inset"):
                st.pydeck_chart(inset, height=INSET_HEIGHT, key="map-inset", alt=drawing.inset)
        st.html(html("legend", keys=drawing.keys))


def controls(shown: Deck, chosen: int, here: Address) -> None:
    """Before and after with their keys, where one is, what else to present, and the way out."""
    last = len(shown.slides)
    _ = here.language.gettext
    with st.container(key="hall-controls", horizontal=True, vertical_alignment="center"):
        _leave(here)
        _chooser(here)
        _take_along(shown, here)
        place = _("{number} of {total}").format(number=chosen, total=last)
        _go(_("Previous"), -1, chosen, last, shortcut="left", icon=":material/arrow_back:")
        st.html(html("place", place=place), width="content")
        _go(_("Next"), 1, chosen, last, shortcut="right", icon=":material/arrow_forward:",
            icon_position="right")  # fmt: skip
    with st.container(key="hall-remote"):  # a presenter's remote control sends pages, not arrows
        for name, by in (("home", -last), ("end", last), ("pageup", -1), ("pagedown", 1)):
            _go(name, by, chosen, last, shortcut=name)


def _take_along(shown: Deck, here: Address) -> None:
    """The same slides as a file, made when it is asked for."""
    about = next(filter(None, map(st.query_params.get, WHAT)), here.plan_id)
    st.download_button(
        here.language.gettext("Deck"),
        partial(as_pptx, shown, here.language),
        file_name=f"deck_{about}_{here.corte}_{here.language.code}.pptx",
        mime=MIME["pptx"],
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key="hall-deck",
    )


def _go(label: str, by: int, chosen: int, last: int, **options: str) -> None:
    st.button(
        label,
        type="tertiary",
        on_click=_move,
        args=(by, last),
        disabled=chosen == (1 if by < 0 else last),
        key=f"hall-{options['shortcut']}",
        **options,
    )


def _move(by: int, last: int) -> None:
    """From where the address is now: of two quick presses none may be lost."""
    asked = st.query_params.get("n", "1")
    at = int(asked) if asked.isdecimal() else 1
    st.query_params["n"] = str(min(max(at + by, 1), last))


def _leave(here: Address) -> None:
    """To the page one came from: what the address says, else the page of what is presented."""
    came_from, more = st.query_params.get("volver", ""), {}
    if came_from not in PAGES - {PAGE}:
        came_from = HOME
        for name, page in (("evento", "territorio"), ("id", "compromiso")):
            if st.query_params.get(name):
                came_from, more = page, {name: st.query_params[name]}
                break
    href = here.link("" if came_from == HOME else came_from, **more)
    name = here.language.gettext("Leave")
    st.html(html("page", href=href, name=name, here=False), width="content")


def _chooser(here: Address) -> None:
    """The whole plan, one commitment or one workshop; and the other languages."""
    _ = here.language.gettext
    shown = st.query_params.get("evento") or st.query_params.get("id") or here.plan_id
    # another key closes it once something in it was chosen
    with st.popover(_("What to present"), type="tertiary", key=f"hall-what-{shown}"):
        kept = {name: st.query_params[name] for name in ("volver",) if name in st.query_params}
        whole = {"href": here.link(PAGE, **kept), "name": _("The whole plan"), "here": False}
        st.html(html("page", **whole))
        _choice("id", _("Commitment"), titles(here.snapshot, here.plan_id, here.language))
        events = presentar.workshops(here.snapshot, here.plan_id, here.language)
        _choice("evento", _("Workshop or table"), events)
        others = [
            (Language(code), "?" + urlencode(here.same_page(idioma=code), doseq=True))
            for code in LANGUAGES
            if code != here.language.code
        ]
        st.html(html("languages", others=others))


def _choice(name: str, label: str, options: Mapping[str, str]) -> None:
    if not options:
        return
    key = f"hall-{name}"
    st.session_state[key] = next(iter(address.chosen(name, options)), None)
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=options.get,
        key=key,
        on_change=_present,
        args=(name,),
        placeholder="",
    )


def _present(name: str) -> None:
    """From its first slide; nothing chosen presents the plan."""
    value = st.session_state[f"hall-{name}"]
    for other in (*WHAT, "n"):
        if other in st.query_params:
            del st.query_params[other]
    if value:
        st.query_params[name] = value

"""How a reading, the navigation and the first line are drawn. The only layout there is."""

from collections.abc import Callable
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from exports.package import zipped
from exports.tables import as_csv
from exports.workbook import as_xlsx
from frame.address import Address
from frame.html import html
from language import LANGUAGES, Language
from readings import Reading, names

QUIET = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
SHOWN_ROWS = 100  # of the data behind a reading; the downloads have all


def navigation(pages: list, current: object, here: Address) -> None:
    """Pages as links that keep the address; languages as links that load a new document."""
    _ = here.language.gettext
    with st.container(key="nav", horizontal=True, vertical_alignment="center"):
        st.html(html("brand", href=here.link(""), name=_("Open State Dashboard")), width="content")
        for page in pages:
            place = "here" if page is current else "page"
            with st.container(key=f"{place}-{page.url_path or 'resumen'}", width="content"):
                if page.url_path and page is not current:
                    st.page_link(page, query_params=here.query())
                else:  # Streamlit's links do not say where one is, and err on the default page
                    href = here.link(page.url_path)
                    current_page = {"href": href, "name": page.title, "here": page is current}
                    st.html(html("page", **current_page), width="content")
        others = [
            (Language(code), "?" + urlencode(here.same_page(idioma=code), doseq=True))
            for code in LANGUAGES
            if code != here.language.code
        ]
        st.html(html("languages", others=others), width="content")


def first_line(page: object, here: Address) -> None:
    """Plan, its state, cut-off and last report; opens to the other plans and cut-offs."""
    _, date = here.language.gettext, here.language.date
    states = names(here.snapshot, here.language)["plan_state"]
    told(here)
    reported = _last_report(here)
    known_on = _("cut-off {date}").format(date=date(here.snapshot.cut_off))
    state = states[here.plan["state"]]
    name = here.plan[here.language.column("name")]
    with st.container(key="line"):
        line = f"{name} · {state} · {known_on} · {reported}"
        # another key closes it once a link in it was followed
        key = f"line-{here.plan_id}-{here.corte}"
        with st.popover(line, type="tertiary", wrap=True, key=key):
            _other_plans(page, here, states)
            _other_cut_offs(page, here)
        st.html(html("printed", line=line))
    if here.snapshot.revision:
        st.info(_("This cut-off was corrected after it was first published."))


def told(here: Address) -> None:
    """What of the address could not be followed."""
    for warning in here.told:
        st.warning(warning)


def _last_report(here: Address) -> str:
    _, date, plan = here.language.gettext, here.language.date, here.plan
    if plan["last_form_on"]:
        return _("last report {date}").format(date=date(plan["last_form_on"]))
    if plan["last_document_on"]:
        told = date(plan["last_document_on"], plan["last_document_precision"])
        return _("no reports; last document {date}").format(date=told)
    return _("no reports")


def _other_plans(page: object, here: Address, states: dict[str, str]) -> None:
    _ = here.language.gettext
    st.subheader(_("Plan"), anchor=False)
    for other in here.plans:
        count = other["commitments"]
        held = here.language.ngettext("{count} commitment", "{count} commitments", count).format(
            count=count
        )
        name = other[here.language.column("name")]
        st.page_link(
            page,
            label=f"{name} · {states[other['state']]} · {held}",
            query_params=here.query() | {"plan": other["plan_id"]},
            disabled=other["plan_id"] == here.plan_id,
        )


def _other_cut_offs(page: object, here: Address) -> None:
    _ = here.language.gettext
    st.subheader(_("Known up to"), anchor=False)
    for name, other in reversed(here.cut_offs.items()):
        st.page_link(
            page,
            label=here.language.long_date(other.cut_off),
            query_params=here.same_page(corte=name),
            disabled=other == here.snapshot,
        )


def draw(reading: Reading | None, here: Address, heading: Callable = st.header) -> None:
    """One reading: question, answer, picture, the same numbers as a table, where they come from."""
    if reading is None:
        return
    _ = here.language.gettext
    heading(reading.question, anchor=False)
    if reading.answer or reading.basis:
        st.html(html("text", answer=reading.answer, basis=reading.basis))
    if reading.facts:
        st.html(html("facts", facts=reading.facts, many=_("{count} in all")))
    if reading.figures:
        st.html(html("figures", figures=reading.figures))
    if reading.strip:
        st.html(html("strip", strip=reading.strip))
    if reading.chart:
        _chart(reading)
    if reading.table:
        st.html(html("table", table=reading.table))
    if reading.listings:
        st.html(html("listings", listings=reading.listings))
    if reading.notes:
        st.html(html("notes", notes=reading.notes))
    _under(reading, here)


def question(reading: Reading, here: Address) -> None:
    """The reading that a page opens with: its question is the page's title."""
    draw(reading, here, st.title)


def _chart(reading: Reading) -> None:
    """Drawn for a wide and for a narrow screen; the style sheet shows one, and paper the other."""
    mode = st.context.theme.type or "light"
    for width in ("wide", "narrow"):
        with st.container(key=f"{width}-{reading.name}"):
            st.plotly_chart(
                reading.chart(mode=mode, narrow=width == "narrow"),
                theme=None,
                config=QUIET,
                key=f"chart-{width}-{reading.name}",
                alt=reading.alt,
            )


def _under(reading: Reading, here: Address) -> None:
    """Where the numbers come from, and the numbers themselves as files made when asked for."""
    _ = here.language.gettext
    file = f"{reading.name}_{here.plan_id}_{here.corte}"
    with st.container(key=f"under-{reading.name}", horizontal=True, gap="medium"):
        if st.button(
            _("Where does this come from?"),
            type="tertiary",
            icon=":material/quick_reference_all:",
            key=f"origin-{reading.name}",
        ):
            st.dialog(_("Where does this come from?"), width="large")(_origin)(reading, here)
        st.download_button(
            "CSV",
            lambda: as_csv(reading),
            file_name=f"{file}.csv",
            mime="text/csv",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            key=f"csv-{reading.name}",
        )
        st.download_button(
            "XLSX",
            lambda: as_xlsx(
                reading, _facts(here), here.language, names(here.snapshot, here.language)
            ),
            file_name=f"{file}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            key=f"xlsx-{reading.name}",
        )


def _facts(here: Address) -> list[tuple[str, str]]:
    """What a downloaded file says of where the reader was."""
    _ = here.language.gettext
    held = {"plan", "corte", "idioma"}
    filters = {
        name: ", ".join(st.query_params.get_all(name))
        for name in st.query_params
        if name not in held
    }
    return [
        (_("Plan"), here.plan[here.language.column("name")]),
        (_("Cut-off"), here.language.long_date(here.snapshot.cut_off)),
        (
            _("Filters"),
            "; ".join(f"{name}: {value}" for name, value in filters.items()) or _("none"),
        ),
    ]


def _origin(reading: Reading, here: Address) -> None:
    """The documents with their places, the rows, and the query that chose them."""
    _ = here.language.gettext
    if reading.sources:
        st.subheader(_("Documents"), anchor=False)
        st.html(
            html(
                "documents",
                sources=reading.sources,
                more=_("and {count} more places"),
                no_address=_("no public address was found"),
            )
        )
    st.subheader(_("Rows"), anchor=False)
    rows = reading.data.head(SHOWN_ROWS).with_columns(pl.all().cast(pl.String))
    label = _("{shown} of {count} rows").format(shown=len(rows), count=len(reading.data))
    st.caption(label)
    st.html(html("rows", head=rows.columns, rows=rows.rows(), label=label))
    st.subheader(_("Query"), anchor=False)
    st.code(reading.query, language="sql")


def way_to_the_hall(here: Address, **more: str) -> None:
    """To the slides of what the page is about: a commitment, a workshop, else the plan."""
    name = here.language.gettext("Present it slide by slide, and take the deck along")
    asked = {each: st.query_params[each] for each in ("id", "evento") if each in st.query_params}
    st.html(html("more", href=here.link("presentar", **asked, **more), name=name))


def whole_package(here: Address) -> None:
    """The snapshot as it was published, in one file."""
    _ = here.language.gettext
    st.header(_("The whole cut-off"), anchor=False)
    st.html(
        html(
            "text",
            answer="",
            basis=_(
                "Every table as Parquet with its data package: types, keys, meanings in both"
                " languages, and the hash of each file."
            ),
        )
    )
    st.download_button(
        _("Download the cut-off (ZIP)"),
        lambda: zipped(here.snapshot),
        file_name=f"tablero-{here.snapshot.name}.zip",
        mime="application/zip",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key="zip",
    )

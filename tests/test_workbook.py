"""Workbooks: one reading, a page of them or a whole plan, as a spreadsheet opens them."""

import io
import re
import zipfile
from datetime import date, datetime

import polars as pl
import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from charts.tokens import LIGHT
from data.published import published
from exports.workbook import as_xlsx, whole
from exports.workbook.cells import LONGEST, plain
from exports.workbook.columns import arranged, meaning
from exports.workbook.steps import stepped
from language import LANGUAGES, Language
from queries.plans import plans
from queries.progress import commitments_standing
from readings import (
    Plot,
    Reading,
    Series,
    Source,
    cocreacion,
    commitments,
    hitos,
    names,
    rounds,
    territorio,
    voces,
)
from readings.columns import HEADINGS
from readings.libro import whole_plan
from readings.method import METHOD
from readings.titles import title
from tests.conftest import CUT_OFF
from tests.test_readings import ALL

SPANISH, ENGLISH = Language("es"), Language("en")
FACTS = (("Plan", "Plan de <b>prueba</b> & otros"), ("Corte", "un día"), ("Filtros", "ninguno"))
SNAPSHOTS = {snapshot.name: snapshot for snapshot in published()}
PLANS = [
    (name, plan_id)
    for name in ("2019-12-31", "2021-10-22", "2025-05-31")  # before reports, with them, three plans
    for plan_id in plans(SNAPSHOTS[name])["plan_id"].to_list()
]
BIDI = "\u202e"
HOSTILE = [
    "=cmd|'/C calc'!A0",
    "+1+1",
    "@SUM(1)",
    "https://example.org",
    "internal:'Hoja'!A1",
    "<b>&amp;</b>",
    "\x00\x07atrás" + BIDI,
    "á" * 40000,
    "_x0041_",
]


def opened(made: bytes):
    return load_workbook(io.BytesIO(made), rich_text=False)


def book_of(snapshot, plan_id, language=SPANISH):
    found = whole_plan(snapshot, plan_id, language)
    made = whole(found, FACTS, language, names(snapshot, language))
    return found, opened(made)


@pytest.fixture(scope="module")
def first_plan():
    """The first plan at its reference cut-off, read once."""
    return book_of(SNAPSHOTS["2021-10-22"], "paga1")


def listed(book) -> dict[str, list]:
    """Question to the cells of its line on the first sheet."""
    rows = list(book.worksheets[0].iter_rows())
    start = next(n for n, row in enumerate(rows) if row[0].value == SPANISH.gettext("Sheet"))
    lines = rows[start + 1 :]
    return {row[1].value: row for row in lines[: [row[1].value for row in lines].index(None)]}


def said(value: str) -> str:
    return plain(value).replace("**", "")


def test_every_reading_is_listed_with_answer_rows_and_a_link_to_its_sheet(first_plan):
    found, book = first_plan
    lines = listed(book)
    for reading in found:
        tab, question, answer, _how, rows, _chart = lines[said(reading.question)]
        assert (question.value, answer.value or "") == (
            said(reading.question),
            said(reading.answer),
        )
        assert rows.value == len(reading.data)
        assert tab.hyperlink.location == f"'{tab.value}'!A1"
        assert book[tab.value].max_row == len(reading.data) + 1


def test_first_sheet_says_plan_cut_off_filters_method_and_documents(first_plan):
    found, book = first_plan
    texts = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert texts[0] == FACTS[0][1]
    assert {value for fact in FACTS for value in fact} <= set(texts)
    assert {SPANISH.gettext(text) for term in METHOD for text in term} <= set(texts)
    documents = {source.source_id: source for reading in found for source in reading.sources}
    for name, source in documents.items():
        row = next(row for row in book.worksheets[0].iter_rows() if row[0].value == name)
        shown = [cell.value for cell in row[1:5]]
        assert shown == [source.title, source.publisher, source.url, source.published]
        assert not any(cell.hyperlink for cell in row)


def columns_of(sheet) -> dict[str, list[list]]:
    """Technical name, from the note of a heading, to the values of each column of it."""
    found: dict[str, list[list]] = {}
    for column in sheet.iter_cols():
        name = column[0].comment.text.split("\n")[0]
        found.setdefault(name, []).append([_typed(cell.value) for cell in column[1:]])
    return found


def _typed(value):
    return value.date() if isinstance(value, datetime) else value


def _expected(name: str, data: pl.DataFrame) -> list:
    own = name.removesuffix("_es")
    both = own != name and f"{own}_en" in data.columns
    values = data.select(pl.coalesce(name, f"{own}_en") if both else pl.col(name)).to_series()
    if values.dtype.is_decimal() or values.dtype.is_float():
        return [value if value is None else pytest.approx(float(value)) for value in values]
    return [value if value != "" else None for value in values.to_list()]


def test_every_value_stands_in_its_own_type_and_the_unknown_is_empty(first_plan):
    found, book = first_plan
    lines = listed(book)
    for reading in found:
        shown = columns_of(book[lines[said(reading.question)][0].value])
        assert set(shown) == set(reading.data.columns)
        for name in reading.data.columns:
            assert _expected(name, reading.data) in shown[name], (reading.name, name)


def test_no_zero_stands_where_nothing_was_reported_or_published():
    snapshot = SNAPSHOTS["2025-05-31"]
    counted = commitments_standing(snapshot, "paga2")
    standing = commitments.commitments(snapshot, "paga2", SPANISH).data
    without = standing.filter(counted["milestones"] == 0)
    parts = without.select("milestones", "reported", "told", "overdue")
    assert len(without) > 0
    assert parts.null_count().row(0) == (len(without),) * 4
    assert standing["completed"].is_null().all()  # nobody reported
    provinces = territorio.provinces(snapshot, "paga3", SPANISH).data
    assert provinces["events"].is_null().all()


def test_known_zero_stays(plan):
    standing = commitments.commitments(plan, "p1", SPANISH).data
    assert standing["completed"].to_list() == [0, None]
    assert standing["reported"].to_list() == [2, 0]


def test_true_is_no_number_and_a_date_no_text(first_plan):
    _found, book = first_plan
    shown = columns_of(book[SPANISH.gettext("Milestones")])
    kinds = {name: {type(value) for value in shown[name][-1]} - {type(None)} for name in shown}
    assert kinds["is_overdue"] == {bool}
    assert kinds["in_force_ends_on"] == {date}
    assert kinds["percent"] == kinds["commitment_no"] == {int}


def test_date_known_by_month_shows_no_day(plan):
    reading = hitos.lateness(plan, "p1", SPANISH)
    sheet = opened(as_xlsx(reading, FACTS, SPANISH))[title(reading, SPANISH)]
    place = [cell.comment.text.split("\n")[0] for cell in sheet[1]].index("in_force_ends_on")
    precisions = reading.data["date_precision"].to_list()
    assert "month" in precisions
    for row, precision in zip(sheet.iter_rows(min_row=2), precisions, strict=True):
        assert ("d" in row[place].number_format.replace("[$-300A]", "")) == (precision == "day")


def test_code_gives_way_to_its_label_and_stands_at_the_right(plan):
    reading = voces.matrix(plan, "p1", SPANISH)
    columns = arranged(reading, SPANISH, names(plan, SPANISH))
    label, code = [column for column in columns if column.name == "state"]
    assert (label.is_aside, code.is_aside) == (False, True)
    assert dict(zip(code.values, label.values, strict=True))["execution"] == "Ejecución"
    assert [column.name for column in columns[-2:]] == ["corte", "fuente"]
    asides = [column.is_aside for column in columns]
    assert asides == sorted(asides)


def test_text_in_the_readers_language_comes_first_else_the_other(plan):
    data = pl.DataFrame(
        {"title_es": ["Pan", "Sal"], "title_en": ["Bread", None], "corte": CUT_OFF, "fuente": "f"}
    )
    reading = Reading("x", "?", data, (), "select 1")
    first, *_, other = [
        column for column in arranged(reading, ENGLISH, {}) if column.name.startswith("title")
    ]
    assert (first.values, first.is_aside) == (["Bread", "Sal"], False)
    assert (other.heading, other.values, other.is_aside) == (
        "Title (Español)",
        ["Pan", "Sal"],
        True,
    )


def test_heading_stays_and_filters_every_row_and_column(first_plan):
    _found, book = first_plan
    for tab in {row[0].value for row in listed(book).values()}:
        sheet = book[tab]
        assert sheet.freeze_panes.endswith("2")
        assert range_boundaries(sheet.auto_filter.ref) == (1, 1, sheet.max_column, sheet.max_row)
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        headings = [cell.value for cell in sheet[1]]
        assert all(headings)
        assert len(set(headings)) == len(headings), (tab, headings)


def test_every_column_has_a_heading_of_its_own(first_plan):
    found, _book = first_plan
    for reading in found:
        for name in reading.data.columns:
            base = re.sub("_(es|en)$", "_", name)
            assert base in HEADINGS or meaning(name, SPANISH, reading.name), (reading.name, name)


def test_charts_draw_the_numbers_of_their_plot_from_cells(first_plan):
    found, book = first_plan
    sheet = book[SPANISH.gettext("Charts")]
    plotted = [reading.plot for reading in found if reading.plot]
    assert {plot.kind for plot in plotted} == {"bars", "stacked", "steps"}
    assert len(sheet._charts) == len(plotted)
    for chart, plot in zip(sheet._charts, plotted, strict=True):
        drawn = [
            [_cells(sheet, getattr(one, "yVal", None) or one.val), one.tx.strRef.f]
            for one in chart.series
        ]
        rows = stepped(plot)[1] if plot.kind == "steps" else zip(*_values(plot), strict=True)
        assert [values for values, _name in drawn] == [list(one) for one in zip(*rows, strict=True)]
        assert [_range(sheet, name)[0] for _values_of, name in drawn] == [
            series.name for series in plot.series
        ]


def _values(plot: Plot) -> list:
    return [series.values for series in plot.series]


def _cells(sheet, reference) -> list:
    return _range(sheet, reference.numRef.f)


def _range(sheet, reference: str) -> list:
    tab, cells = reference.rsplit("!", 1)
    assert tab.strip("'") == sheet.title
    left, top, right, bottom = range_boundaries(cells.replace("$", ""))
    assert left == right
    return [sheet.cell(row, left).value for row in range(top, bottom + 1)]


def test_axis_starts_at_zero_and_the_unknown_is_a_gap():
    plot = Plot("bars", ("a", "b"), (Series("s", "execution", (80.5, None)),), "%")
    data = pl.DataFrame({"a": [1], "corte": CUT_OFF, "fuente": "f"})
    reading = Reading("x", "¿Qué?", data, (), "q", plot=plot, alt="Lo que se halló")
    book = opened(as_xlsx(reading, FACTS, SPANISH))
    sheet = book[SPANISH.gettext("Charts")]
    (chart,) = sheet._charts
    assert chart.y_axis.scaling.min == 0
    assert _cells(sheet, chart.series[0].val) == [80.5, None]
    assert chart.title.tx.rich.p[0].r[0].t == "Lo que se halló"
    assert chart.series[0].spPr.solidFill.srgbClr == LIGHT["execution"][1:]


def test_line_holds_until_it_changes_and_marks_are_never_joined():
    plot = Plot(
        "steps",
        ("2020-01-01", "2020-02-01", "2020-03-01"),
        (Series("plan", "in_force", (1, 3, 4)), Series("round", "ink", (None, 2, None))),
        "hitos",
    )
    days, rows = stepped(plot)
    assert [(day.month, *row) for day, row in zip(days, rows, strict=True)] == [
        (1, 1, None), (2, 1, None), (2, 3, 2), (3, 3, None), (3, 4, None),
    ]  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name, plan_id", PLANS)
def test_every_plan_has_valid_tabs_and_no_empty_or_double_sheet(name, plan_id, code):
    snapshot, language = SNAPSHOTS[name], Language(code)
    found = whole_plan(snapshot, plan_id, language)
    archive = zipfile.ZipFile(io.BytesIO(whole(found, FACTS, language, names(snapshot, language))))
    tabs = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
    assert len({tab.casefold() for tab in tabs}) == len(tabs)
    assert not [tab for tab in tabs if len(tab) > 31 or re.search(r"[\[\]:*?/\\']", tab)]
    own = 3 if any(reading.plot for reading in found) else 2
    assert len(tabs) == own + len(found)
    assert not any(reading.data.is_empty() for reading in found)
    assert len({(reading.name, reading.answer) for reading in found}) == len(found)


@pytest.mark.parametrize("plan_id", ["p1", "p2", "p3", "p4"])
def test_plan_without_reports_or_commitments_has_a_workbook(plan, plan_id):
    found, book = book_of(plan, plan_id)
    assert found
    assert len(listed(book)) == len({reading.question for reading in found})


def test_no_cell_computes_and_no_link_leaves_the_workbook(first_plan):
    _found, book = first_plan
    for sheet in book:
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f"]
            links = [cell.hyperlink for cell in row if cell.hyperlink]
            assert not [link for link in links if link.target]
            assert all(link.location.split("!")[0].strip("'") in book.sheetnames for link in links)


def test_hostile_texts_stay_texts():
    data = pl.DataFrame({"a": HOSTILE, "corte": CUT_OFF, "fuente": HOSTILE[0]})
    plot = Plot(
        "bars", tuple(HOSTILE), (Series(HOSTILE[0], "execution", (1,) * len(HOSTILE)),), "=1"
    )
    source = Source("=1", HOSTILE[0], HOSTILE[6], "hoy", HOSTILE[3], ())
    reading = Reading(
        "x", HOSTILE[0] * 30, data, (source,), HOSTILE[0], answer=HOSTILE[6], plot=plot,
        alt=HOSTILE[7],
    )  # fmt: skip
    facts = ((HOSTILE[0], HOSTILE[6]), ("&R&P", "&" * 300))
    book = opened(as_xlsx(reading, facts, SPANISH))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type in "sn" for cell in cells)
    assert not any(cell.hyperlink.target for cell in cells if cell.hyperlink)
    (shown,) = columns_of(book.worksheets[2])["a"]
    assert shown[:6] == HOSTILE[:6]
    assert shown[6:] == ["atrás", "á" * (LONGEST - 1) + "…", "_x0041_"]


def test_text_is_cut_as_a_spreadsheet_counts_it():
    assert len(plain("😀" * 20000).encode("utf-16-le")) // 2 <= LONGEST
    assert plain("a\x00b\u2066c\ud800d\te\r\nf") == "abcd e\nf"


def test_readings_of_the_same_rows_share_a_sheet_and_one_without_rows_has_none(plan):
    members = cocreacion.members(plan, "p3", SPANISH)
    schedule, empty = hitos.lateness(plan, "p1", SPANISH), hitos.lateness(plan, "p3", SPANISH)
    book = opened(whole([schedule, members, schedule, empty], FACTS, SPANISH))
    tabs = [SPANISH.gettext(text) for text in ("Milestones", "Core Group")]
    assert book.sheetnames[1:-1] == tabs
    assert empty.data.is_empty()


def test_same_question_gives_the_same_bytes(plan):
    asked = [rounds.rounds(plan, "p1", SPANISH), voces.matrix(plan, "p1", SPANISH)]
    first, second = (whole(asked, FACTS, SPANISH, names(plan, SPANISH)) for _ in range(2))
    assert first == second


def test_properties_name_the_dashboard_and_the_cut_off(first_plan):
    _found, book = first_plan
    assert book.properties.title == FACTS[0][1]
    assert book.properties.creator == "Tablero de Estado Abierto"
    assert book.properties.created.date() == date(2021, 10, 22)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ALL)
def test_every_view_has_a_workbook_with_a_heading_for_each_column(plan, make, code):
    language = Language(code)
    reading = make(plan, "p1", language)
    if reading is None or reading.data.is_empty():
        return
    book = opened(as_xlsx(reading, FACTS, language, names(plan, language)))
    headings = [cell.value for cell in book.worksheets[-2][1]]
    assert all(headings)
    assert len(set(headings)) == len(headings)

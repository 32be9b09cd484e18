"""Page, brief, deck and workbook of a meeting say the same, and the command writes them whole."""

import io
import re
import unicodedata
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from data import published
from data.published import latest_revisions
from exports.__main__ import main
from exports.meeting import WRITERS, Meeting
from frame.meeting import PARTS
from language import LANGUAGES, Language
from readings.changes import Changes, Compared, found, summary
from readings.decisions import decisions
from readings.informe import brief
from readings.resumen import plan_progress
from readings.reunion import due, obligations
from tests.conftest import CUT_OFF, PLAN, publish

ROOT = Path(__file__).parents[1]
CUT_OFFS = latest_revisions(published.published())
PAIRS = [("2019-12-31", "2020-12-31"), ("2021-05-31", "2021-10-22")]
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=" to ".join)
each_language = pytest.mark.parametrize("code", LANGUAGES)


def changes(pair: tuple[str, str], plan_id: str = "paga1") -> Changes:
    return found(Compared(CUT_OFFS[pair[0]], CUT_OFFS[pair[1]], plan_id))


@cache
def made(kind: str, ending: str, pair: tuple[str, str], code: str) -> bytes:
    about = Meeting(CUT_OFFS[pair[1]], "paga1", Language(code), changes(pair))
    return WRITERS[kind, ending](about)


def tight(text: str) -> str:
    """Without spaces, hyphens and bold marks, which differ from one medium to another."""
    plain = re.sub(r"<[^>]+>", "", text).replace("**", "").replace("&#39;", "'")
    return re.sub(r"[\s\u200b-]", "", unicodedata.normalize("NFC", plain.replace("&#34;", '"')))


def page_text(pair: tuple[str, str], code: str) -> str:
    """All three parts of the page, drawn headless."""
    said = []
    for part in PARTS:
        page = AppTest.from_file(ROOT / "pages" / "reunion.py", default_timeout=60)
        page.query_params.update(
            {"plan": "paga1", "corte": pair[1], "desde": pair[0], "idioma": code, "parte": part}
        )
        page.run()
        assert not page.exception
        said += [title.value for title in (*page.title, *page.header)]
        said += [block.proto.body for block in page.get("html")]
    return tight(" ".join(said))


def docx_text(document: bytes) -> str:
    body = Document(io.BytesIO(document)).element.body
    return tight("".join(text.text or "" for text in body.iter(qn("w:t"))))


def pdf_text(document: bytes, footer: str) -> str:
    """What is on its pages but for their feet."""
    pages = (tight(page.extract_text()) for page in PdfReader(io.BytesIO(document)).pages)
    foot = re.compile(re.escape(tight(footer)) + r"p\D+\d+\D+\d+")
    return "".join(foot.sub("", page) for page in pages)


def pptx_text(document: bytes) -> str:
    said = []
    for slide in Presentation(io.BytesIO(document)).slides:
        shapes = list(every_shape(slide))
        said += [shape.text_frame.text for shape in shapes if shape.has_text_frame]
        tables = [shape.table for shape in shapes if shape.has_table]
        said += [cell.text for table in tables for row in table.rows for cell in row.cells]
        said.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
    return tight(" ".join(said))


def every_shape(parent):
    for shape in parent.shapes:
        yield shape
        if shape.shape_type == 6:  # a group
            yield from every_shape(shape)


def xlsx_text(document: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(document))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return tight(" ".join(str(value) for value in cells if value is not None))


@each_pair
@each_language
def test_page_and_both_briefs_say_the_same_of_what_changed_and_what_is_open(pair, code):
    language, later = Language(code), CUT_OFFS[pair[1]]
    asked = later, "paga1", language
    told = summary(changes(pair), language)
    owed = [told.question, told.answer, due(*asked).answer, obligations(*asked).answer]
    owed += [cell.text for row in told.table.rows for cell in row]
    owed += [item[0].text for listing in decisions(*asked).listings for item in listing.items]
    footer = brief(*asked, changes(pair)).footer
    texts = {
        "page": page_text(pair, code),
        "docx": docx_text(made("brief", "docx", pair, code)),
        "pdf": pdf_text(made("brief", "pdf", pair, code), footer),
    }
    missing = {
        name: [each for each in owed if tight(each) not in text] for name, text in texts.items()
    }
    assert missing == {"page": [], "docx": [], "pdf": []}


@each_pair
@each_language
def test_deck_and_workbook_say_the_same_of_what_changed(pair, code):
    language, later = Language(code), CUT_OFFS[pair[1]]
    told, state = summary(changes(pair), language), plan_progress(later, "paga1", language)
    deck, book = (
        pptx_text(made("deck", "pptx", pair, code)),
        xlsx_text(made("workbook", "xlsx", pair, code)),
    )
    assert tight(state.answer) in deck
    assert tight(told.question) in deck
    for owed in (told.question, told.answer, state.answer):
        assert tight(owed) in book
    for row in told.table.rows[:5]:
        assert tight(row[0].text) in deck
    for kind, count, which in told.data.select("change", "count", "which").iter_rows():
        assert tight(f"{count} {which}") in book, kind


@each_pair
def test_deck_holds_no_picture_and_its_charts_numbers(pair):
    slides = Presentation(io.BytesIO(made("deck", "pptx", pair, "es"))).slides
    shapes = [shape for slide in slides for shape in every_shape(slide)]
    assert not [shape for shape in shapes if shape.shape_type == 13]  # pictures
    charts = [shape.chart for shape in shapes if shape.has_chart]
    assert charts
    for chart in charts:
        values = [
            value for plot in chart.plots for series in plot.series for value in series.values
        ]
        assert all(value is None or isinstance(value, int | float) for value in values)
        assert any(values)


def command(tmp_path: Path, *more: str, kind: str = "brief", name: str = "x.docx") -> tuple:
    file = tmp_path / name
    return main([kind, "--plan", "paga1", "--salida", str(file), *more]), file


@pytest.mark.parametrize(
    "kind, ending, start",
    [("brief", "docx", b"PK"), ("brief", "pdf", b"%PDF"), ("deck", "pptx", b"PK"),
     ("workbook", "xlsx", b"PK")],
)  # fmt: skip
def test_ending_of_the_file_chooses_the_format(tmp_path, kind, ending, start):
    since = ("--desde", "2021-05-31", "--corte", "2021-10-22")
    code, file = command(tmp_path, *since, kind=kind, name=f"out.{ending}")
    assert code == 0
    assert file.read_bytes()[: len(start)] == start
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_command_writes_what_the_page_offers(tmp_path):
    since = ("--desde", "2021-05-31", "--corte", "2021-10-22", "--idioma", "en")
    _code, file = command(tmp_path, *since)
    assert file.read_bytes() == made("brief", "docx", PAIRS[1], "en")


@pytest.mark.parametrize(
    "more, said",
    [
        (("--desde", "2021-10-22", "--corte", "2021-10-22"), "no es anterior a --corte 2021-10-22"),
        (("--desde", "2021-12-31", "--corte", "2021-10-22"), "no es anterior a --corte 2021-10-22"),
        (("--corte", "2021-10-23"), "No existe --corte 2021-10-23"),
        (("--desde", "ayer"), "No existe --desde ayer"),
        (("--plan", "paga9"), "No existe --plan paga9"),
        (("--desde", "ayer", "--idioma", "en"), "There is no --desde ayer"),
        (("--compromiso", "11"), "No existe --compromiso 11. Existe: 1, 2, 3"),
        (("--evento", "P9"), "No existe --evento P9"),
        (("--salida", "no/hay/x.docx"), "no se puede escribir"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_written(tmp_path, capsys, more, said):
    code, _file = command(tmp_path, *more)
    assert code in (1, 2)
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "more, said",
    [(("--compromiso", "5"), "Estándar EITI"), (("--evento", "P1-CC-AMB"), "Taller de cocreación")],
)
def test_deck_of_one_commitment_or_one_workshop_is_written(tmp_path, more, said):
    code, file = command(tmp_path, *more, "--corte", "2021-10-22", kind="deck", name="x.pptx")
    assert code == 0
    assert tight(said) in pptx_text(file.read_bytes())


def test_other_ending_is_refused_with_those_that_there_are(tmp_path, capsys):
    code, _file = command(tmp_path, name="x.txt")
    assert code == 2
    assert ".docx, .pdf" in capsys.readouterr().err


def test_file_that_was_there_stays_when_the_new_one_cannot_be_made(tmp_path):
    (tmp_path / "x.docx").write_text("antes")
    command(tmp_path, "--desde", "ayer")
    assert (tmp_path / "x.docx").read_text() == "antes"


HOSTILE = "=1+1 <b>&amp;</b> \u202elive " + "larguísimo " * 40


@pytest.mark.parametrize("plan_id", ["p1", "p2", "p3", "p4"])
@pytest.mark.parametrize("kind, ending", WRITERS, ids=lambda each: each)
def test_every_document_of_every_kind_of_plan_is_made_whatever_its_titles(
    tmp_path, kind, ending, plan_id
):
    """Plans without reports or commitments, and titles that would execute or run off the page."""
    hostile = {
        "commitments": PLAN["commitments"].replace("Pan      | Bread", f"{HOSTILE} | {HOSTILE}"),
        "milestones": PLAN["milestones"].replace("Harina   | Flour", f"{HOSTILE} | {HOSTILE}"),
    }
    codes = {"codes": PLAN["codes"] + MORE_CODES}
    earlier = publish(tmp_path / "2026-02-28", PLAN | codes)
    later = publish(tmp_path / CUT_OFF, PLAN | codes | hostile)
    about = Meeting(later, plan_id, Language("en"), found(Compared(earlier, later, plan_id)))
    assert len(WRITERS[kind, ending](about)) > 1000
    first = Meeting(later, plan_id, Language("es"), None)
    assert len(WRITERS[kind, ending](first)) > 1000


MORE_CODES = """
        event_status        | held             | Hecho         | Held          | 1
        event_status        | planned          | Previsto      | Planned       | 2
"""


def test_hostile_title_stays_text_in_the_workbook(tmp_path):
    hostile = {"milestones": PLAN["milestones"].replace("Harina ", f"{HOSTILE} ")}
    later = publish(tmp_path / CUT_OFF, PLAN | {"codes": PLAN["codes"] + MORE_CODES} | hostile)
    made = WRITERS["workbook", "xlsx"](Meeting(later, "p1", Language("es"), None))
    book = openpyxl.load_workbook(io.BytesIO(made))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds

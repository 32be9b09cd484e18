"""The meeting brief as DOCX and as PDF: both say what the readings say, and nothing runs."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import polars as pl
import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from data.published import published
from exports.brief.docx import as_docx
from exports.brief.pdf import UNDRAWN, as_pdf
from exports.words import TAGS, bold, clean, drawn, lines, linked, page_of, shares
from language import LANGUAGES, Language
from readings import (
    Cell,
    Figure,
    Listing,
    Reading,
    Source,
    Table,
    cocreacion,
    commitments,
    hitos,
    participacion,
    resumen,
    voces,
)
from readings.choices import Choices
from readings.informe import Brief

CASES = [
    ("paga1", "2021-10-22", "es"),
    ("paga1", "2020-12-31", "en"),
    ("paga2", "2025-05-31", "es"),
    ("paga3", "2025-05-31", "en"),
]
FIRST = CASES[0]
FOOTER = "Tablero de Estado Abierto · corte 22 oct 2021"
HOSTILE = (
    "=cmd|'/C calc'!A0 <b>&amp;</b> #panic(\"x\") $a$ *b* _c_ `d` @e \\ // /* [f] ]]> {{g}}"
    " \x00\x0b\x1b\u202elive\u2066 \ud800\ufffe fin"
)
READABLE = (
    "=cmd|'/C calc'!A0 <b>&amp;</b> #panic(\"x\") $a$ *b* _c_ `d` @e \\ // /* [f] ]]> {{g}}"
    "  live  fin"
)
LONG = ("palabra larguísima " * 25)[:400]


def shortened(reading: Reading | None, most: int) -> Reading | None:
    if reading is None or reading.table is None:
        return reading
    table = reading.table
    groups = {line: group for line, group in table.groups.items() if line < most}
    return replace(reading, table=replace(table, rows=table.rows[:most], groups=groups))


@cache
def sample(plan_id: str, cut_off: str, code: str) -> Brief:
    """A brief of the readings that exist, as long as a real one."""
    (snapshot,) = (each for each in published() if each.name == cut_off)
    at = (snapshot, plan_id, Language(code))
    process = next(iter(participacion.offered(*at)), None)
    body = (
        resumen.plan_progress(*at),
        hitos.lateness(*at),
        commitments.first_looks(*at),
        voces.agreement(*at),
        shortened(participacion.processes(snapshot, plan_id, process, Language(code)), 3),
        shortened(cocreacion.agreements(*at), 4),
        shortened(cocreacion.deadlines(*at), 4),
    )
    annex = (
        hitos.schedule(*at, Choices()),
        voces.matrix(*at),
        commitments.commitments(*at, link="compromiso?plan=paga1"),
    )
    body, annex = (tuple(filter(None, readings)) for readings in (body, annex))
    sources = {source.source_id: source for each in body + annex for source in each.sources}
    facts = (("Plan", plan_id), ("Corte", cut_off))
    return Brief("Informe", "Para la reunión", facts, body, annex, tuple(sources.values()), FOOTER)


@cache
def docx(case: tuple[str, str, str]) -> bytes:
    return as_docx(sample(*case), Language(case[2]))


@cache
def pdf(case: tuple[str, str, str]) -> bytes:
    return as_pdf(sample(*case), Language(case[2]))


def tight(text: str) -> str:
    """Without spaces and hyphens, which fall away or appear where a line ends."""
    return re.sub(r"[\s\u200b-]", "", unicodedata.normalize("NFC", text))


def docx_texts(document: bytes) -> list[str]:
    body = Document(io.BytesIO(document)).element.body
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def pdf_text(document: bytes, footer: str = FOOTER) -> str:
    """What is on its pages but for their feet."""
    pages = (tight(page.extract_text()) for page in PdfReader(io.BytesIO(document)).pages)
    foot = re.compile(re.escape(tight(footer)) + r"p\D+\d+\D+\d+")
    return "".join(foot.sub("", page) for page in pages)


def said(brief: Brief) -> Iterator[str]:
    """Every text that a reader of the brief is owed."""
    yield from (brief.title, brief.subtitle)
    yield from (text for fact in brief.facts for text in fact)
    for reading in brief.body + brief.annex:
        yield from said_in(reading)
    for source in brief.sources:
        yield from (source.title, source.publisher, source.published, source.url or "")
        yield from source.locators


def said_in(reading: Reading) -> Iterator[str]:
    yield from (reading.question, reading.answer.replace("**", ""))
    yield from (text for name, values in reading.facts for text in (name, *values))
    for each in reading.figures:
        yield from (each.value, each.unit, each.label, each.basis)
    yield from (text for _, name, count in reading.strip for text in (name, str(count)))
    if reading.table:
        yield from said_in_table(reading.table)
    for listing in reading.listings:
        yield from (listing.title, listing.more)
        yield from (text for item in listing.items for cell in item for text in words(cell))
    yield from (note.replace("**", "") for note in (reading.basis, *reading.notes))


def said_in_table(table: Table) -> Iterator[str]:
    yield table.caption
    yield from table.groups.values()
    first = table.rows[0]
    yield from (name for name, cell in zip(table.head, first, strict=True) if not is_line(cell))
    yield from (text for row in table.rows for cell in row for text in words(cell))


def is_line(cell: Cell) -> bool:
    return cell.kind == "timeline"


def words(cell: Cell) -> tuple[str, str, str]:
    return cell.text, cell.flag, cell.detail


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_document_says_every_word_of_its_readings(case):
    text = tight(" ".join(docx_texts(docx(case))))
    assert [each for each in said(sample(*case)) if tight(each) not in text] == []


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_pdf_says_every_word_of_its_readings(case):
    text = pdf_text(pdf(case))
    assert [each for each in said(sample(*case)) if tight(each) not in text] == []


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_both_say_the_same_in_the_same_order(case):
    text, place = pdf_text(pdf(case)), 0
    symbols = re.compile("^[●►◊○×–]\u00a0|(?<= )[●►◊○×–]\u00a0|(?<=\u2003)[●►◊○×–]\u00a0")
    for each in docx_texts(docx(case)):
        found = text.find(tight(symbols.sub("", each)), place)
        assert found >= 0, each
        place = found


def test_timelines_are_left_out_and_their_dates_stay():
    schedule = sample(*FIRST).annex[0].table
    assert schedule.head[1] not in docx_texts(docx(FIRST))
    assert schedule.rows[0][3].text in docx_texts(docx(FIRST))


def test_headings_are_headings_of_the_outline():
    brief = sample(*FIRST)
    styled = [(each.style.name, each.text) for each in Document(io.BytesIO(docx(FIRST))).paragraphs]
    assert ("Title", brief.title) in styled and ("Subtitle", brief.subtitle) in styled
    assert [("Heading 1", each.question) for each in brief.body] == [
        pair for pair in styled if pair[0] == "Heading 1"
    ][: len(brief.body)]
    assert [pair for pair in styled if pair[0] == "Heading 2"][-len(brief.annex) :] == [
        ("Heading 2", each.question) for each in brief.annex
    ]
    assert not {name for name, _ in styled} & {"Normal"}, "direct formatting"


def test_lists_are_lists_and_their_titles_headings():
    listings = next(each.listings for each in sample(*FIRST).body if each.listings)
    styled = [(each.style.name, each.text) for each in Document(io.BytesIO(docx(FIRST))).paragraphs]
    start = styled.index(("Heading 2", listings[0].title))
    items = styled[start + 1 : start + 1 + len(listings[0].items)]
    assert {name for name, _ in items} == {"List Bullet"}
    assert items[0][1].startswith(listings[0].items[0][0].text)


def test_every_table_has_a_header_row_that_repeats_and_rows_that_do_not_split():
    brief = sample(*FIRST)
    tables = list(Document(io.BytesIO(docx(FIRST))).element.body.iter(qn("w:tbl")))
    readings = brief.body + brief.annex
    assert len(tables) == sum(bool(each.table) + bool(each.figures) for each in readings)
    for table in tables:
        head, *rows = table.iter(qn("w:tr"))
        assert head.find(f".//{qn('w:tblHeader')}") is not None
        assert not [row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in (head, *rows))


def test_annex_begins_on_a_page_of_its_own():
    document = Document(io.BytesIO(docx(("paga1", "2020-12-31", "en"))))
    (annex,) = (each for each in document.paragraphs if each.text == "Annex")
    assert annex.paragraph_format.page_break_before
    pages = PdfReader(io.BytesIO(pdf(("paga1", "2020-12-31", "en")))).pages
    (page,) = (text for text in (each.extract_text() for each in pages) if "Annex\n" in text)
    assert page.startswith("Annex")


@pytest.mark.parametrize("case", CASES[:2], ids="-".join)
def test_document_says_its_language_and_nothing_of_when_it_was_made(case):
    package = zipfile.ZipFile(io.BytesIO(docx(case)))
    tag = TAGS[case[2]]
    assert f'w:lang w:val="{tag}"' in package.read("word/styles.xml").decode()
    assert f'w:themeFontLang w:val="{tag}"' in package.read("word/settings.xml").decode()
    properties = package.read("docProps/core.xml").decode()
    assert f"<dc:language>{tag}</dc:language>" in properties
    assert "<dc:title>Informe</dc:title>" in properties
    assert "created" not in properties and "modified" not in properties
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_language_of_the_page_has_a_tag():
    assert set(TAGS) == set(LANGUAGES)


@pytest.mark.parametrize("write", [as_docx, as_pdf])
def test_same_brief_gives_the_same_bytes(write):
    brief, language = sample(*FIRST), Language("es")
    assert write(brief, language) == write(brief, language)
    assert write(replace(brief, title="Otro"), language) != write(brief, language)


@pytest.mark.parametrize("case", CASES[:2], ids="-".join)
def test_pdf_is_tagged_and_says_its_language_and_title(case):
    read = PdfReader(io.BytesIO(pdf(case)))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == TAGS[case[2]]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and read.metadata.title == "Informe"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert read.metadata.creation_date is None
    readings = sample(*case).body + sample(*case).annex
    tags = tagged(root["/StructTreeRoot"])
    assert tags.count("/Table") == sum(bool(each.table) + bool(each.figures) for each in readings)
    assert tags.count("/Table") == tags.count("/THead")
    assert tags.count("/Caption") == sum(bool(each.table) for each in readings)
    listed = [listing for each in readings for listing in each.listings]
    assert tags.count("/L") == len(listed)
    assert tags.count("/H1") == len(sample(*case).body) + 2


def tagged(node) -> list[str]:
    """The kinds of all tags under it."""
    node = node.get_object()
    if isinstance(node, list):
        return [kind for each in node for kind in tagged(each)]
    if not isinstance(node, dict):
        return []
    own = [node["/S"]] if "/S" in node else []
    return own + (tagged(node["/K"]) if "/K" in node else [])


def test_pdf_carries_its_fonts():
    fonts = {
        font["/BaseFont"].split("+")[1]: font["/DescendantFonts"][0]["/FontDescriptor"]
        for page in PdfReader(io.BytesIO(pdf(FIRST))).pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }
    assert {name.split("-")[0] for name in fonts} == {"IBMPlexSans", "SourceSerif4"}
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


def test_footer_counts_the_pages_in_both():
    package = zipfile.ZipFile(io.BytesIO(docx(FIRST)))
    (name,) = (each for each in package.namelist() if each.startswith("word/footer"))
    foot = package.read(name).decode()
    assert FOOTER in foot and 'instr="PAGE"' in foot and 'instr="NUMPAGES"' in foot
    pages = PdfReader(io.BytesIO(pdf(("paga1", "2020-12-31", "en")))).pages
    assert all(
        tight(f"{FOOTER} page {number} of {len(pages)}") in tight(page.extract_text())
        for number, page in enumerate(pages, start=1)
    )


def hostile(text: str) -> Brief:
    """A brief in which a reader wrote every word."""
    cells = (
        Cell(text, detail=text),
        Cell(text, "none"),
        Cell("9" * 60, "number"),
        Cell(text, "state", "execution", flag=text, detail=text, is_framed=True),
        Cell(text, "link", href="javascript:alert(1)"),
    )
    reading = Reading(
        text, text, pl.DataFrame(), (), "", f"{text} **{text}**", text,
        facts=((text, (text, text)),),
        figures=(Figure(text, text, text, text, True),) * 3,
        strip=(("stopped", text, 3), ("unheard-of", text, 1)),
        table=Table(text, (text, text, "n", "s", "l"), (cells, cells), {0: text}),
        listings=(Listing(text, (cells[:1], cells[3:4]), text),),
        notes=(text,),
    )  # fmt: skip
    source = Source("s", text, text, text, "https://example.org/" + "w" * 300, (text,))
    return Brief(text, text, ((text, text),), (reading,), (reading,), (source,), "pie")


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_are_written_as_they_are_read(language):
    brief = hostile(HOSTILE)
    written = docx_texts(as_docx(brief, Language(language)))
    assert written.count(READABLE) >= 20 and "".join(written).count("cmd|") > 40
    assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ufffe]", "".join(written))
    text = pdf_text(as_pdf(brief, Language(language)), "pie")
    assert text.count(tight(READABLE)) > 40


@pytest.mark.parametrize("text", [LONG, "W" * 400], ids=["words", "one word"])
def test_title_of_four_hundred_letters_and_a_word_without_end_are_written(text):
    written = docx_texts(as_docx(hostile(text), Language("es")))
    assert written.count(text) >= 20
    assert pdf_text(as_pdf(hostile(text), Language("es")), "pie").count(tight(text)) > 40


def test_no_word_leaves_the_pages_of_the_pdf():
    for page in PdfReader(io.BytesIO(as_pdf(hostile("W" * 400), Language("es")))).pages:
        starts: list[float] = []
        page.extract_text(
            visitor_text=lambda text, _, matrix, *__, starts=starts: starts.append(
                matrix[4] + 4 * len(text.strip()) if text.strip() else 0
            )
        )
        assert max(starts) < float(page.mediabox.width)


def test_what_the_fonts_cannot_draw_is_shown_as_missing_and_the_pdf_stays_valid():
    brief = replace(sample(*FIRST), annex=(), body=(), title="سلام 漢 😀 e\u0301")
    text = PdfReader(io.BytesIO(as_pdf(brief, Language("es")))).pages[0].extract_text()
    assert text.startswith("\ufffd" * 4 + " \ufffd \ufffd é")


def test_every_letter_that_is_let_through_is_in_every_face_of_the_fonts():
    letters = "".join(
        letter
        for letter in map(chr, range(0x20, 0xFFFE))
        if not UNDRAWN.match(letter) and clean(letter) == letter
    )
    assert "ñ" in letters and "Ř" in letters and "●" not in letters
    cells = (Cell(letters), Cell(letters, "none"), Cell(letters, "overdue"))
    reading = Reading(
        "x", letters, pl.DataFrame(), (), "", f"**{letters}**",
        table=Table(letters, (letters, "", ""), (cells,)),
    )  # fmt: skip
    brief = Brief(letters, letters, (), (reading,), (), (), letters)
    assert as_pdf(brief, Language("es")).startswith(b"%PDF")  # else refused: text without a glyph


def test_only_addresses_of_the_web_become_links():
    targets = (
        "https://example.org/a b\"<>\\[x]", "http://example.org:80?q=ñ", "javascript:alert(1)",
        "file:///etc/passwd", "https://", "\\\\host\\share", None,
    )  # fmt: skip
    assert [linked(each) for each in targets] == [
        "https://example.org/a%20b%22%3C%3E%5C%5Bx%5D", "http://example.org:80?q=%C3%B1",
        "", "", "", "", "",
    ]  # fmt: skip


def test_link_of_a_cell_and_address_of_a_document_can_be_followed_in_both():
    brief = hostile("x")
    table = Table("t", ("a",), ((Cell("aquí", "link", href="https://example.org/cell"),),))
    reading = replace(brief.body[0], table=table)
    brief = replace(brief, body=(reading,), annex=())
    document = Document(io.BytesIO(as_docx(brief, Language("es"))))
    kept = {each.target_ref for each in document.part.rels.values() if each.is_external}
    page_links = {
        annotation.get_object()["/A"]["/URI"]
        for page in PdfReader(io.BytesIO(as_pdf(brief, Language("es")))).pages
        for annotation in page.get("/Annots", ())
    }
    assert kept == page_links == {"https://example.org/cell", brief.sources[0].url}


def test_bold_marks_become_bold_words():
    assert [(each.text, each.tone) for each in bold("van **27 de 59** y **3**")] == [
        ("van ", ""), ("27 de 59", "bold"), (" y ", ""), ("3", "bold"),
    ]  # fmt: skip
    document = Document(io.BytesIO(docx(FIRST)))
    strong = [
        run.text for each in document.paragraphs for run in each.runs if run.style.name == "Strong"
    ]
    assert "27 de 59 hitos" in strong


def test_state_stands_with_symbol_word_and_colour_and_overdue_in_its_own():
    assert [
        (piece.text, piece.tone)
        for piece in lines(Cell("Ejecución", "state", "execution", "vencido", "2021"))[0]
    ] == [("Ejecución", "state"), (" · ", "muted"), ("vencido", "overdue")]
    document = Document(io.BytesIO(docx(FIRST))).element.body
    texts = {
        (run.find(f".//{qn('w:rStyle')}").get(qn("w:val")), run.find(qn("w:t")).text)
        for run in document.iter(qn("w:r"))
        if run.find(f".//{qn('w:rStyle')}") is not None
    }
    assert {("completed", "●\u00a0"), ("execution", "►\u00a0"), ("no_report", "–\u00a0")} <= texts
    assert ("Overdue", "vencido") in texts and ("Unknown", "sin reporte") in texts


def test_column_of_timelines_is_the_only_one_left_out():
    table = Table("t", ("a", "b", "c"), ((Cell("x"), Cell("", "timeline"), Cell("")),))
    assert drawn(table) == (0, 2)


def test_columns_share_the_page_and_no_word_is_cut():
    assert shares(("Hito", "n"), [["uno dos"], ["1"]]) == (96.9, 3.1)
    wide = shares(("Hito", "Estado"), [["palabra " * 40], ["Completado"]])
    assert sum(wide) == pytest.approx(100, abs=0.02) and wide[1] >= 100 * len("Completado") / 116


def test_page_is_counted_in_words_of_the_language():
    assert page_of(Language("en")) == (("page ", "page"), (" of ", "pages"))

"""The meeting brief as an editable document: real styles, real tables, the same bytes each time."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import partial

from docx.document import Document as Open
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from charts.tokens import LIGHT
from exports.brief import (
    Block,
    Facts,
    Figures,
    Grid,
    Heading,
    Items,
    Paragraph,
    Square,
    blocks,
    footer,
)
from exports.brief.parts import emptied
from exports.words import TAGS, Line, Piece, clean
from language import Language
from readings import Figure
from readings.informe import Brief

# in Calibri or found by every word processor, and never drawn as a coloured picture
SYMBOLS = {
    "completed": "●", "execution": "►", "planning": "◊", "definition": "○",
    "stopped": "×", "no_report": "–",
}  # fmt: skip
STYLES = {
    "title": "Title", "subtitle": "Subtitle", "opening": "Opening", "answer": "Answer",
    "strip": "States", "more": "Note", "note": "Note", "source": "Source",
    "places": "Note",
}  # fmt: skip
TONES = {"bold": "Strong", "muted": "Quiet", "none": "Unknown", "overdue": "Overdue"}
SPACE = qn("xml:space")
WIDTH = 9865  # twentieths of a point between the margins
LONGEST = 255  # letters of a property
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of every entry, or the bytes would differ each time


def as_docx(brief: Brief, language: Language) -> bytes:
    """Every block in order, each in a style of its own kind."""
    document = emptied(TAGS[language.code])
    end = document.element.body[-1]
    last = None
    for last in blocks(brief, language):
        for element in _drawn(last, partial(_linked, document.part)):
            end.addprevious(element)
    if isinstance(last, Grid | Figures):
        end.addprevious(_w("p"))
    _foot(document, *footer(brief, language))
    properties = document.core_properties
    properties.title = clean(brief.title)[:LONGEST]
    properties.author = language.gettext("Open State Dashboard")
    properties.language = TAGS[language.code]
    return _same_bytes(document)


def _w(tag: str, *children, **attributes: object):
    """An element of a text document with what it holds."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def _drawn(block: Block, link) -> Iterable:
    match block:
        case Heading():
            broken = (_w("pageBreakBefore"),) if block.is_part else ()
            return [_p(f"Heading{block.level}", (_r(block.text),), broken)]
        case Paragraph():
            return [_p(STYLES[block.style], _runs(block.pieces, link))]
        case Items():
            return [_p("ListBullet", _runs(line, link)) for line in block.lines]
        case Facts():
            return _facts(block)
        case Figures():
            return [_figures(block)]
        case Grid():
            return [_p("Caption", (_r(block.caption),)), _grid(block, link)]


def _p(style: str, runs: Iterable = (), more: Iterable = ()):
    return _w("p", _w("pPr", _w("pStyle", val=style), *more), *runs)


def _r(text: str, style: str = ""):
    words = _w("t")
    words.text = text
    words.set(SPACE, "preserve")
    return _w("r", *((_w("rPr", _w("rStyle", val=style)),) if style else ()), words)


def _runs(line: Line, link) -> Iterator:
    for piece in line:
        if piece.tone == "state" and piece.state in SYMBOLS:
            yield _r(SYMBOLS[piece.state] + "\u00a0", piece.state)
        yield link(piece) if piece.href else _r(piece.text, TONES.get(piece.tone, ""))


def _linked(part, piece: Piece):
    """A link to a document on the web."""
    link = _w("hyperlink", _r(piece.text, "Hyperlink"))
    to = part.relate_to(piece.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), to)
    return link


def _facts(block: Facts) -> Iterator:
    for name, values in block.rows:
        for position, value in enumerate(values):
            said = _r("" if position else name, "Quiet")
            yield _p("Fact", (said, _w("r", _w("tab")), _r(value)))


def _table(style: str, caption: str, widths: Iterable[float], rows: Iterable):
    """A table of fixed columns whose first row is its header."""
    sizes = [round(WIDTH * width / 100) for width in widths]
    look = {"firstRow": 1, "lastRow": 0, "firstColumn": 1, "lastColumn": 0, "noHBand": 1}
    told = (_w("tblCaption", val=caption),) if caption else ()
    properties = _w(
        "tblPr",
        _w("tblStyle", val=style),
        _w("tblW", w=sum(sizes), type="dxa"),
        _w("tblLayout", type="fixed"),
        _w("tblLook", val="06A0", **look, noVBand=1),
        *told,
    )
    return _w("tbl", properties, _w("tblGrid", *(_w("gridCol", w=size) for size in sizes)), *rows)


def _row(cells: Iterable, is_head: bool = False):
    head = (_w("tblHeader"),) if is_head else ()
    return _w("tr", _w("trPr", _w("cantSplit"), *head), *cells)


def _cell(*paragraphs, properties: Iterable = ()):
    return _w("tc", _w("tcPr", *properties), *paragraphs)


def _figures(block: Figures):
    figures = block.figures
    rows = (
        _row((_cell(_p("FigureLabel", (_r(each.label),))) for each in figures), is_head=True),
        _row(_cell(_p("FigureValue", _value(each))) for each in figures),
        _row(_cell(_p("FigureBasis", (_r(each.basis),))) for each in figures),
    )
    return _table("BriefFigures", "", [100 / len(figures)] * len(figures), rows)


def _value(figure: Figure) -> Iterator:
    yield _r(figure.value, "Overdue" if figure.is_overdue else "")
    if figure.unit:
        yield _r(f" {figure.unit}", "Unit")


def _grid(block: Grid, link):
    return _table("BriefTable", block.caption, block.widths, _grid_rows(block, link))


def _grid_rows(block: Grid, link) -> Iterator:
    styles = ["Number" if column in block.numeric else "" for column in range(len(block.head))]
    yield _row(
        (
            _cell(_p(f"TableHead{style}", (_r(name),)))
            for name, style in zip(block.head, styles, strict=True)
        ),
        is_head=True,
    )
    for position, row in enumerate(block.rows):
        if position in block.groups:
            yield _group(block.groups[position], len(row))
        yield _row(_square(cell, style, link) for cell, style in zip(row, styles, strict=True))


def _group(name: str, columns: int):
    """A heading across the table, in one piece with the row that follows."""
    ink = _border("bottom", 4)
    whole = (_w("gridSpan", val=columns), _w("tcBorders", ink))
    return _row([_cell(_p("TableGroup", (_r(name),)), properties=whole)])


def _square(cell: Square, style: str, link):
    framed = [_border(side, 8) for side in ("top", "left", "bottom", "right")]
    paragraphs = [
        _p(f"Table{style or ('Detail' if position else 'Text')}", _runs(line, link))
        for position, line in enumerate(cell.lines)
    ]
    frame = (_w("tcBorders", *framed),) if cell.is_framed else ()
    return _cell(*paragraphs or [_p("TableText")], properties=frame)


def _border(side: str, size: int):
    return _w(side, val="single", sz=size, space=0, color=LIGHT["ink"].lstrip("#"))


def _foot(document: Open, words: str, numbering: Iterable[tuple[str, str]]) -> None:
    """On every page what it is a part of, and at the right its number."""
    fields = {"page": "PAGE", "pages": "NUMPAGES"}
    runs = [_r(words), _w("r", _w("tab"))]
    for said, number in numbering:
        runs.append(_r(said))
        if number:
            runs.append(_w("fldSimple", _r("1"), instr=fields[number]))
    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    foot._element[:] = [_p("Footer", runs)]


def _same_bytes(document: Open) -> bytes:
    """The package with no trace of when it was written."""
    written, same = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as read, zipfile.ZipFile(same, "w") as package:
        for entry in read.infolist():
            kept = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            kept.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(kept, read.read(entry))
    return same.getvalue()

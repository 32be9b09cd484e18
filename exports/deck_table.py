"""Tables of a slide as an office program edits them: as large as they fit, rows told by a hair."""

from dataclasses import dataclass

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from charts.tokens import LIGHT
from exports.deck_paint import MARKS
from exports.deck_shapes import Box
from exports.deck_text import say
from exports.lettering import LEADING, shortened, width, wrapped
from readings import Cell, Table

ROWS, COLUMNS = 7, 5
SIZES = (18, 16, 14)
PAD = 0.05  # inches above and below a text
GUTTER = 0.2  # inches between columns
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the style without any lines


@dataclass(frozen=True)
class Line:
    """A row as it is drawn: of the table, its head, or the heading of a group over all columns."""

    cells: tuple[Cell, ...]
    kind: str = "row"


def draw_table(shapes, table: Table, box: Box, tag: str):
    """The table within the box; tells also which texts had to be cut."""
    lines = _lines(table)
    columns = len(lines[0].cells)
    widths = _widths(lines, columns, box.width)
    size, shown = _fitted(lines, widths, box.height)
    heights = [_height(line, widths, size) for line in shown]
    frame = shapes.add_table(
        len(lines), columns, Inches(box.left), Inches(box.top), Inches(box.width),
        Inches(sum(heights)),
    )  # fmt: skip
    frame.table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    frame.table.horz_banding = False
    for at, wide in enumerate(widths):
        frame.table.columns[at].width = Inches(wide)
    numeric = table.numeric
    for row, line in enumerate(shown):
        frame.table.rows[row].height = Inches(heights[row])
        if line.kind == "group":
            frame.table.cell(row, 0).merge(frame.table.cell(row, columns - 1))
        for column, cell in enumerate(line.cells):
            _write(frame.table.cell(row, column), cell, line.kind, column in numeric, size, tag)
    whole = [cell.text for line in lines for cell in line.cells]
    kept = {cell.text for line in shown for cell in line.cells}
    return frame, [text for text in whole if text not in kept]


def _lines(table: Table) -> list[Line]:
    head = tuple(Cell(name) for name in table.head[:COLUMNS])
    lines = [Line(head, "head")]
    for at, row in enumerate(table.rows[:ROWS]):
        if at in table.groups:
            empty = (Cell(""),) * (len(head) - 1)
            lines.append(Line((Cell(table.groups[at]), *empty), "group"))
        lines.append(Line(row[:COLUMNS]))
    return lines


def _widths(lines: list[Line], columns: int, wide: float) -> list[float]:
    """Each column as wide as its longest text, yet short ones never at the cost of their words."""
    own = [line for line in lines if line.kind != "group"]
    wanted = [
        max(_natural(line.cells[at], SIZES[0]) for line in own) + GUTTER for at in range(columns)
    ]
    if sum(wanted) <= wide:
        return [wanted[0] + wide - sum(wanted), *wanted[1:]]
    least = [
        min(wish, max(_least(line.cells[at]) for line in own) + GUTTER)
        for at, wish in enumerate(wanted)
    ]
    if sum(least) >= wide:
        return [wide * each / sum(least) for each in least]
    spare = (wide - sum(least)) / (sum(wanted) - sum(least))
    return [low + (wish - low) * spare for low, wish in zip(least, wanted, strict=True)]


def _natural(cell: Cell, size: float) -> float:
    return width(said(cell), size, "bold") / 72


def _least(cell: Cell) -> float:
    """What a cell needs at the least: a state, number or date is never broken."""
    if cell.kind != "text":
        return _natural(cell, SIZES[-1])
    return max(width(word, SIZES[-1], "bold") for word in said(cell).split(" ")) / 72


def said(cell: Cell) -> str:
    """All that a cell says: the symbol of its state, its text, and what is overdue about it."""
    mark = MARKS.get(cell.state, "") if cell.kind == "state" else ""
    flag = f"· {cell.flag}" if cell.flag else ""
    return " ".join(filter(None, (mark, cell.text, flag)))


def _fitted(lines: list[Line], widths: list[float], high: float) -> tuple[float, list[Line]]:
    """The largest letters with which every row fits; at the smallest, the longest are cut."""
    for size in SIZES:
        if sum(_height(line, widths, size) for line in lines) <= high:
            return size, lines
    size, cut = SIZES[-1], list(lines)
    counts = [_count(line, widths, size) for line in lines]
    while sum(_height(line, widths, size) for line in cut) > high and max(counts) > 1:
        longest = counts.index(max(counts))
        counts[longest] -= 1
        cut[longest] = _cut(lines[longest], widths, size, counts[longest])
    return size, cut


def _cut(line: Line, widths: list[float], size: float, most: int) -> Line:
    cells = []
    for cell, wide in zip(line.cells, _room(line, widths), strict=True):
        around = width(said(cell), size, "bold") - width(cell.text, size, "bold")
        text = shortened(cell.text, size, max(size, wide - around / most), most, "bold")
        cells.append(Cell(**(vars(cell) | {"text": text})))
    return Line(tuple(cells), line.kind)


def _room(line: Line, widths: list[float]) -> list[float]:
    """Points that each cell has for its text."""
    wide = [sum(widths)] * len(widths) if line.kind == "group" else widths
    return [(each - GUTTER) * 72 for each in wide]


def _height(line: Line, widths: list[float], size: float) -> float:
    """Inches of a row."""
    return _count(line, widths, size) * size * LEADING / 72 + 2 * PAD


def _count(line: Line, widths: list[float], size: float) -> int:
    """Lines of text in a row."""
    return max(
        len(wrapped(said(cell), size, max(size, wide), "bold"))
        for cell, wide in zip(line.cells, _room(line, widths), strict=True)
    )


def _write(drawn, cell: Cell, kind: str, is_number: bool, size: float, tag: str) -> None:
    drawn.margin_left, drawn.margin_right = Inches(0), Inches(GUTTER)
    drawn.margin_top = drawn.margin_bottom = Inches(PAD)
    drawn.vertical_anchor = MSO_ANCHOR.BOTTOM if kind == "head" else MSO_ANCHOR.TOP
    paragraph = drawn.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    style = {"size": size, "is_bold": kind == "group" or cell.kind == "overdue", "token": "ink"}
    if kind == "head":
        style |= {"token": "muted", "is_bold": True}
    if cell.kind == "none":
        style |= {"token": "muted"}
    if cell.kind == "overdue":
        style |= {"token": "overdue"}
    if cell.kind == "state" and cell.state in MARKS:
        say(paragraph, MARKS[cell.state] + " ", tag, **(style | {"token": cell.state}))
    say(paragraph, cell.text, tag, **style)
    if cell.flag:
        say(paragraph, f" · {cell.flag}", tag, **(style | {"token": "overdue", "is_bold": True}))
    _rule(drawn, "ink" if kind in ("head", "group") else "rule")


def _rule(drawn, token: str) -> None:
    """The line below a cell, and none around it."""
    properties = drawn._tc.get_or_add_tcPr()
    for at, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
        is_below = side == "lnB"
        line = etree.Element(qn(f"a:{side}"), w=str(Pt(0.75 if is_below else 0)))
        kind = etree.SubElement(line, qn("a:solidFill" if is_below else "a:noFill"))
        if is_below:
            colour = RGBColor.from_string(LIGHT[token].lstrip("#"))
            etree.SubElement(kind, qn("a:srgbClr"), val=str(colour))
        properties.insert(at, line)

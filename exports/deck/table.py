"""Tables of a slide as an office program edits them: as large as they fit, rows told by a hair."""

from dataclasses import dataclass, replace

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from charts.tokens import LIGHT
from exports.deck.lettering import LEADING, shortened, width, wrapped
from exports.deck.paint import MARKS
from exports.deck.shapes import Box
from exports.deck.text import say
from readings import Cell, Table

ROWS, COLUMNS = 7, 5
SIZES = (20, 18, 16, 14)
SHORT = 1.75  # inches
AIR = 0.14  # inches that a row may have more
UNBROKEN = ("state", "number", "overdue", "share")
HAIR, INK, FRAME = ("rule", 0.75), ("ink", 1), ("ink", 1.6)  # token and points of a line
PAD = 0.05  # inches above and below a text
GUTTER, INDENT = 0.24, 0.08  # inches between columns, and of those at the left of a text
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
    size, widths, shown = _fitted(lines, box)
    heights = [_height(line, widths, size) for line in shown]
    spare = max(0, min(AIR, (box.height - sum(heights)) / len(heights)))
    heights = [height + spare for height in heights]
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
            drawn = frame.table.cell(row, column)
            drawn.margin_top = drawn.margin_bottom = Inches(PAD + spare / 2)
            _write(drawn, cell, line.kind, column in numeric, size, tag)
    _rule(frame.table, shown)
    whole = [cell.text for line in lines for cell in line.cells]
    kept = {cell.text for line in shown for cell in line.cells}
    return frame, [text for text in whole if text not in kept]


def _lines(table: Table) -> list[Line]:
    head = tuple(Cell(name, "head") for name in table.head[:COLUMNS])
    lines = [Line(head, "head")]
    for at, row in enumerate(table.rows[:ROWS]):
        if at in table.groups:
            empty = (Cell(""),) * (len(head) - 1)
            lines.append(Line((Cell(table.groups[at], "group"), *empty), "group"))
        lines.append(Line(row[:COLUMNS]))
    return lines


def _fitted(lines: list[Line], box: Box) -> tuple[float, list[float], list[Line]]:
    """The largest letters with which every row fits; at the smallest, the longest are cut."""
    for size in SIZES:
        widths = _widths(lines, size, box.width)
        if widths and sum(_height(line, widths, size) for line in lines) <= box.height:
            return size, widths, lines
    size, cut = SIZES[-1], list(lines)
    widths = widths or [box.width / len(lines[0].cells)] * len(lines[0].cells)
    counts = [_count(line, widths, size) for line in lines]
    while sum(_height(line, widths, size) for line in cut) > box.height and max(counts) > 1:
        longest = max(range(len(lines)), key=lambda at: (counts[at], lines[at].kind == "row"))
        counts[longest] -= 1
        cut[longest] = _cut(lines[longest], widths, size, counts[longest])
    return size, widths, cut


def _widths(lines: list[Line], size: float, wide: float) -> list[float]:
    """As wide as its longest text, else as its words need; none where those do not fit."""
    columns = list(zip(*(line.cells for line in lines if line.kind != "group"), strict=True))
    wanted = [max(_natural(cell, size) for cell in cells) + GUTTER for cells in columns]
    if sum(wanted) <= wide:
        return [wanted[0] + wide - sum(wanted), *wanted[1:]]
    least = [max(_least(cell, size) for cell in cells) + GUTTER for cells in columns]
    if sum(least) > wide:
        return []
    spare = (wide - sum(least)) / (sum(wanted) - sum(least))
    return [low + (wish - low) * spare for low, wish in zip(least, wanted, strict=True)]


def _natural(cell: Cell, size: float) -> float:
    return width(said(cell), size, _face(cell)) / 72


def _least(cell: Cell, size: float) -> float:
    """What a cell needs at the least: a state, a number or a short text is never broken."""
    whole = _natural(cell, size)
    if cell.kind in UNBROKEN or whole <= SHORT:
        return whole
    longest = max(width(word, size, _face(cell)) for word in said(cell).split(" ")) / 72
    return max(longest, SHORT)


def _face(cell: Cell) -> str:
    return "bold" if cell.kind in ("head", "group", "overdue") or cell.flag else "text"


def said(cell: Cell) -> str:
    """All that a cell says: the symbol of its state, its text, and what is overdue about it."""
    mark = MARKS.get(cell.state, "") if cell.kind == "state" else ""
    text = f"{mark}\u00a0{cell.text}" if mark else cell.text
    return f"{text} · {cell.flag}" if cell.flag else text


def _cut(line: Line, widths: list[float], size: float, most: int) -> Line:
    cells = []
    for cell, wide in zip(line.cells, _room(line, widths), strict=True):
        if cell.kind in UNBROKEN:
            cells.append(cell)
            continue
        around = width(said(cell), size, _face(cell)) - width(cell.text, size, _face(cell))
        text = shortened(cell.text, size, max(size, wide - around / most), most, _face(cell))
        cells.append(replace(cell, text=text))
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
        len(wrapped(said(cell), size, max(size, wide), _face(cell)))
        for cell, wide in zip(line.cells, _room(line, widths), strict=True)
    )


def _write(drawn, cell: Cell, kind: str, is_number: bool, size: float, tag: str) -> None:
    drawn.margin_left, drawn.margin_right = Inches(INDENT), Inches(GUTTER - INDENT)
    drawn.vertical_anchor = MSO_ANCHOR.BOTTOM if kind == "head" else MSO_ANCHOR.TOP
    paragraph = drawn.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    style = {"size": size, "is_bold": _face(cell) == "bold" and not cell.flag, "token": "ink"}
    if kind == "head":
        style |= {"token": "muted"}
    if cell.kind == "none":
        style |= {"token": "muted"}
    if cell.kind == "overdue":
        style |= {"token": "overdue"}
    if cell.kind == "state" and cell.state in MARKS:
        say(paragraph, MARKS[cell.state] + "\u00a0", tag, **(style | {"token": cell.state}))
    say(paragraph, cell.text, tag, **style)
    if cell.flag:
        say(paragraph, f" · {cell.flag}", tag, **(style | {"token": "overdue", "is_bold": True}))


def _rule(table, lines: list[Line]) -> None:
    """A hair below each row, ink below the head, and a frame around cells that differ."""
    framed = {
        (row, column)
        for row, line in enumerate(lines)
        for column, cell in enumerate(line.cells)
        if cell.is_framed
    }
    for row, line in enumerate(lines):
        for column in range(len(line.cells)):
            below = HAIR if line.kind == "row" else INK
            sides = {
                "lnL": FRAME if framed & {(row, column), (row, column - 1)} else None,
                "lnR": FRAME if framed & {(row, column), (row, column + 1)} else None,
                "lnT": FRAME if framed & {(row, column), (row - 1, column)} else None,
                "lnB": FRAME if framed & {(row, column), (row + 1, column)} else below,
            }
            _border(table.cell(row, column)._tc.get_or_add_tcPr(), sides)


def _border(properties, sides: dict[str, tuple[str, float] | None]) -> None:
    for at, (side, drawn) in enumerate(sides.items()):
        token, weight = drawn or ("paper", 0)
        line = etree.Element(qn(f"a:{side}"), w=str(Pt(weight)))
        kind = etree.SubElement(line, qn("a:solidFill" if drawn else "a:noFill"))
        if drawn:
            etree.SubElement(kind, qn("a:srgbClr"), val=LIGHT[token].lstrip("#"))
        properties.insert(at, line)

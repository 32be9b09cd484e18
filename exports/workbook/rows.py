"""A sheet with the rows of a reading: typed, filtered, ready to be printed."""

from collections.abc import Iterable
from datetime import date
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from exports.workbook.cells import plain, write
from exports.workbook.columns import NUMBERED, Column
from exports.workbook.styles import Style

NARROWEST, REPEATED, WIDEST = 9, 32, 48  # characters
PAGE = 250  # characters that a page holds and that can still be read
A4, LINE, HIGHEST = 9, 13, 405  # its number in the format; points of a line and of a row


def add_rows(
    book: Workbook, title: str, columns: list[Column], footer: str, style: Style
) -> Worksheet:
    """One heading a column, its technical name in a note, and below it its values."""
    sheet = book.add_worksheet(title)
    widths = [_width(column) for column in columns]
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        _column(sheet, place, column, width, style)
    _heights(sheet, columns, widths)
    last = len(columns[0].values)
    numbered = [column.name in NUMBERED for column in columns].index(False)
    sheet.freeze_panes(1, numbered)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(1, 0, last, len(columns) - 1)})
    shown = max(1, sum(not column.is_aside for column in columns))
    sheet.print_area(0, 0, last, shown - 1)
    sheet.repeat_rows(0)
    if numbered:
        sheet.repeat_columns(0, numbered - 1)
    on_paper(sheet, footer, wide=-(-sum(widths[:shown]) // PAGE))
    return sheet


def on_paper(sheet: Worksheet, footer: str, wide: int = 1) -> None:
    """Landscape, as wide as a page or a few, with plan, cut-off and page below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(wide, 0)
    sheet.hide_gridlines(2)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    said = plain(footer).replace("\n", " ")[:100].replace("&", "&&")
    sheet.set_footer(f"&L&9 {said}&R&9 &P / &N")


def high(texts: Iterable[tuple[object, float]]) -> float:
    """Points of a row in which each text is wrapped in its width of characters."""
    lines = (
        sum(-(-max(len(line), 1) // int(1.2 * width)) for line in text.split("\n"))
        for text, width in texts
        if isinstance(text, str)
    )
    return min(LINE * max(lines, default=1) + 1.5, HIGHEST)


def _column(sheet: Worksheet, place: int, column: Column, width: int, style: Style) -> None:
    sheet.set_column(place, place, width)
    head = "head" if column.styles[:1] == ["text"] else "head of numbers"
    sheet.write_string(0, place, plain(column.heading), style(head, column.is_aside))
    sheet.write_comment(0, place, column.note, {"author": "", "x_scale": 1.6, "y_scale": 0.8})
    is_wrapped = _is_wrapped(column, width)
    pairs = enumerate(zip(column.values, column.styles, strict=True), start=1)
    for line, (value, name) in pairs:
        write(sheet, line, place, value, style("wrapped" if is_wrapped else name, column.is_aside))


def _is_wrapped(column: Column, width: int) -> bool:
    """Long texts that are read; what is set aside keeps to its line, as do repeated titles."""
    return width == WIDEST and not column.is_aside


def _heights(sheet: Worksheet, columns: list[Column], widths: list[int]) -> None:
    """Told outright: not every program finds out by itself how high a wrapped text is."""
    sized = list(zip(columns, widths, strict=True))
    sheet.set_row(0, high((_apart(column.heading, width), width) for column, width in sized))
    wrapped = [column.values for column, width in sized if _is_wrapped(column, width)]
    for line, texts in enumerate(zip(*wrapped, strict=True), start=1):
        sheet.set_row(line, high((text, WIDEST) for text in texts))


def _apart(heading: str, width: int) -> str:
    """A heading as it breaks beside the button of its filter."""
    return "\n".join(wrap(heading, max(width - 2, 6)))


def _width(column: Column) -> int:
    """As wide as its longest value, or as its heading on two lines beside its filter."""
    shown = [_shown(value) for value in column.values if value is not None]
    words = [len(word) + 5 for word in column.heading.split()]
    words.append(len(column.heading) // 2 + 6)
    widest = REPEATED if column.name.startswith("commitment_title") else WIDEST
    return min(max(NARROWEST, *words, *shown, 0), widest)


def _shown(value: object) -> int:
    if isinstance(value, str):
        return max(map(len, value.split("\n"))) + 1
    return 13 if isinstance(value, date) else len(str(value)) + 3

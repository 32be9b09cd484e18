"""A sheet with the rows of a reading: typed, filtered, ready to be printed."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.cells import plain, write
from exports.columns import NUMBERED, Column
from exports.styles import Style

NARROWEST, WIDEST = 9, 52  # characters
A4 = 9


def add_rows(
    book: Workbook, title: str, columns: list[Column], footer: str, style: Style
) -> Worksheet:
    """One heading a column, its technical name in a note, and below it its values."""
    sheet = book.add_worksheet(title)
    sheet.set_comments_author("")
    for place, column in enumerate(columns):
        _column(sheet, place, column, style)
    last = len(columns[0].values)
    numbered = 0
    while numbered < len(columns) and columns[numbered].name in NUMBERED:
        numbered += 1
    sheet.freeze_panes(1, numbered)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    shown = sum(not column.is_aside for column in columns)
    sheet.print_area(0, 0, last, max(shown, 1) - 1)
    sheet.repeat_rows(0)
    on_paper(sheet, footer)
    return sheet


def on_paper(sheet: Worksheet, footer: str) -> None:
    """Landscape, as wide as a page, with plan, cut-off and page below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L&9{plain(footer)[:150].replace('&', '&&')}&R&9&P / &N")


def _column(sheet: Worksheet, place: int, column: Column, style: Style) -> None:
    width = _width(column)
    sheet.set_column(place, place, width)
    sheet.write_string(0, place, plain(column.heading), style("head", column.is_aside))
    sheet.write_comment(0, place, column.note, {"x_scale": 1.6, "y_scale": 0.8})
    pairs = enumerate(zip(column.values, column.styles, strict=True), start=1)
    for line, (value, name) in pairs:
        look = "wrapped" if name == "text" and width == WIDEST else name
        write(sheet, line, place, value, style(look, column.is_aside))


def _width(column: Column) -> int:
    """As wide as its longest value or the longest word of its heading."""
    shown = [_shown(value) for value in column.values if value is not None]
    words = [len(word) + 3 for word in column.heading.split()]
    return min(max(NARROWEST, *words, *shown, 0), WIDEST)


def _shown(value: object) -> int:
    if isinstance(value, str):
        return max(map(len, value.split("\n"))) + 1
    return 13

"""Charts that a spreadsheet draws itself, each beside the few numbers it is drawn from.

They have a sheet of their own: beside the rows they would stand to the right of some twenty
columns, a filter on the rows would hide their numbers, and whoever reads the rows with a program
would find foreign cells among them.
"""

from collections.abc import Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from exports.workbook.bars import bar_chart
from exports.workbook.cells import plain, write
from exports.workbook.chart_parts import FIRST, WIDE, Block, has_decimals
from exports.workbook.rows import on_paper
from exports.workbook.steps import stepped, steps_chart
from exports.workbook.styles import Style, decimals
from language import Language
from readings import Plot, Reading

ROW, PAGE, SCALE = 20, 64, 75  # pixels of a row; rows of a page; percent on paper
LONGEST = 60  # characters of a category beside its bar
STEPS = "steps"


def add_charts(
    book: Workbook,
    name: str,
    readings: Sequence[Reading],
    tabs: Sequence[str],
    footer: str,
    language: Language,
    style: Style,
) -> dict[int, str]:
    """One below the other, none across two pages; the cell of each by the place of its reading."""
    plotted = {place: reading for place, reading in enumerate(readings) if reading.plot}
    if not plotted:
        return {}
    sheet = book.add_worksheet(name)
    sheet.set_column_pixels(0, 0, WIDE + 10)
    sheet.set_column(FIRST, FIRST, 44)
    sheet.set_column(FIRST + 1, FIRST + 8, 14)
    line, cells, breaks = 0, {}, [0]
    for place, reading in plotted.items():
        first, line = line, _add(book, sheet, reading, tabs[place], line, language, style)
        cells[place] = f"'{name}'!A{first + 1}"
        if line - breaks[-1] > PAGE and first > breaks[-1]:
            breaks.append(first)
    on_paper(sheet, footer)
    sheet.set_portrait()
    sheet.set_print_scale(SCALE)  # what is fitted to a page has no breaks of ours
    sheet.print_area(0, 0, line, 0)
    sheet.set_h_pagebreaks(breaks[1:])
    return cells


def _add(
    book: Workbook,
    sheet: Worksheet,
    reading: Reading,
    tab: str,
    line: int,
    language: Language,
    style: Style,
) -> int:
    """The chart at the left, its numbers at the right; the first free line below both."""
    plot, title = reading.plot, (reading.alt or reading.question).replace("**", "")
    if tab:
        sheet.write_url(line, 0, f"internal:'{tab}'!A1", style("over"), string=tab)
    if plot.kind == STEPS:
        block, days = _write_days(sheet, plot, line + 1, style)
        chart = steps_chart(book, plot, title, block, days, language)
    else:
        block = _write_categories(sheet, plot, line + 1, style)
        chart = bar_chart(book, plot, title, block)
    placed = {"description": plain(title)[:250], "object_position": 3}
    sheet.insert_chart(line + 1, 0, chart, placed)
    return line + 3 + max(_rows_of(chart), block.count + 1)


def _rows_of(chart: Chart) -> int:
    return -(-chart.height // ROW)


def _write_categories(sheet: Worksheet, plot: Plot, top: int, style: Style) -> Block:
    names = [_short(plain(name)) for name in plot.categories]
    rows = list(zip(*(series.values for series in plot.series), strict=True))
    form = decimals(2 if has_decimals([value for row in rows for value in row]) else 0)
    return _write(sheet, plot, names, rows, top, ("text", form), style)


def _write_days(sheet: Worksheet, plot: Plot, top: int, style: Style) -> tuple[Block, list[date]]:
    days, rows = stepped(plot)
    return _write(sheet, plot, days, rows, top, ("day", "whole"), style), days


def _write(
    sheet: Worksheet,
    plot: Plot,
    categories: Sequence,
    rows: Sequence[tuple],
    top: int,
    forms: tuple[str, str],
    style: Style,
) -> Block:
    heads = (plot.unit, *(series.name for series in plot.series))
    for place, head in enumerate(heads, start=FIRST):
        write(sheet, top, place, head, style("head"))
    for line, (category, values) in enumerate(zip(categories, rows, strict=True), start=top + 1):
        write(sheet, line, FIRST, category, style(forms[0]))
        for place, value in enumerate(values, start=FIRST + 1):
            write(sheet, line, place, value, style(forms[1]))
    return Block(sheet.name, top, len(rows))


def _short(name: str) -> str:
    """Only beside its bar: the rows have the whole name."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"

"""The last sheet: the queries that gave the rows, to be read, checked and run again."""

from collections.abc import Iterable

from xlsxwriter import Workbook

from exports.workbook.cells import write
from exports.workbook.rows import on_paper
from exports.workbook.styles import Style
from readings import Reading


def add_queries(
    book: Workbook, name: str, readings: Iterable[tuple[str, Reading]], footer: str, style: Style
) -> None:
    """Under the name of its sheet each query once, a line of SQL a row."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    line, written = 0, set()
    for tab, reading in readings:
        if reading.query in written:
            continue
        written.add(reading.query)
        write(sheet, line, 0, tab or reading.question, style("name"))
        for text in reading.query.splitlines():
            write(sheet, line, 1, text, style("query"))
            line += 1
        line += 1
    on_paper(sheet, footer)

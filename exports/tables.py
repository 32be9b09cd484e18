"""The numbers of a reading as files: CSV for machines, XLSX that says what it holds."""

import io
from collections.abc import Sequence

import polars as pl
import xlsxwriter

from language import Language
from readings import Reading

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 60  # characters of the widest column


def as_csv(reading: Reading) -> bytes:
    """Pure data, UTF-8, with the columns `corte` and `fuente`."""
    return reading.data.write_csv().encode("utf-8")


def as_xlsx(reading: Reading, facts: Sequence[tuple[str, str]], language: Language) -> bytes:
    """First a sheet with what was asked and where it comes from, then the typed rows."""
    _ = language.gettext
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, SAFE | {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(_("About these numbers"))
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100)
        for line, (name, value) in enumerate([*facts, *_cited(reading, language)]):
            sheet.write_string(line, 0, name, bold)
            sheet.write_string(line, 1, value, wrapped)
        _rows(book, book.add_worksheet(_("Data")), reading.data)
    return buffer.getvalue()


def _cited(reading: Reading, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    plain = reading.answer.replace("**", "")
    said = [(_("Question"), reading.question)]
    said += [(_("Answer"), plain)] if plain else []
    said += [(_("How to read it"), reading.basis)] if reading.basis else []
    said += [(_("Note"), note) for note in reading.notes]
    for source in reading.sources:
        parts = [source.title, source.publisher, source.published, source.url or ""]
        said.append((_("Document"), " · ".join(filter(None, parts))))
    return [*said, (_("Query"), reading.query)]


def _rows(book: xlsxwriter.Workbook, sheet, data: pl.DataFrame) -> None:
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for column, name in enumerate(data.columns):
        sheet.write_string(0, column, name, bold)
        values = data[name].to_list()
        for line, value in enumerate(values, start=1):
            if value is None:
                continue
            if data[name].dtype == pl.Date:
                sheet.write_datetime(line, column, value, day)
            else:
                sheet.write(line, column, value)
        longest = max((len(str(value)) for value in [name, *values[:200]]), default=0)
        sheet.set_column(column, column, min(longest + 2, WIDEST))
    sheet.freeze_panes(1, 0)
    if data.height and data.width:
        sheet.autofilter(0, 0, data.height, data.width - 1)

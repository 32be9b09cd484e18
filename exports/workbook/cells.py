"""Values as cells of a workbook: typed, and never anything that a program would run."""

import math
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.words import clean

LONGEST = 32767  # characters of a cell, as Excel counts them


def plain(text: str) -> str:
    """A text without what cannot be seen, and no longer than a cell holds."""
    seen = "\n".join(clean(line) for line in text.splitlines())
    counted = seen.encode("utf-16-le")
    if len(counted) <= 2 * LONGEST:
        return seen
    return counted[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def write(sheet: Worksheet, line: int, place: int, value: object, style: Format) -> None:
    """One value in its own type; what is not known leaves the cell empty."""
    if value is None or value == "" or (isinstance(value, float) and not math.isfinite(value)):
        sheet.write_blank(line, place, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value, style)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(line, place, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(line, place, value, style)
    elif isinstance(value, list):
        sheet.write_string(line, place, plain("; ".join(map(str, value))), style)
    else:
        sheet.write_string(line, place, plain(str(value)), style)

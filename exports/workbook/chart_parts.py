"""What all native charts share: where their numbers stand, and how they look."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from charts.tokens import LIGHT
from exports.workbook.cells import plain

WIDE = 900  # pixels
FIRST = 1  # column of a chart's numbers, to its right
FONT = {"name": "Calibri", "size": 10, "color": LIGHT["ink"], "bold": False}
QUIET = FONT | {"size": 9, "color": LIGHT["muted"]}
NO_LINE = {"none": True}
LONGEST_TITLE = 220


@dataclass(frozen=True)
class Block:
    """The numbers of a chart: a heading row, and below it categories and a column a series."""

    sheet: str
    top: int
    count: int

    def head(self, place: int) -> list:
        return [self.sheet, self.top, FIRST + place]

    def values(self, place: int) -> list:
        """Of the series of that place; 0 are the categories."""
        column = FIRST + place
        return [self.sheet, self.top + 1, column, self.top + self.count, column]


def new_chart(book: Workbook, kind: dict, title: str, height: int, is_keyed: bool) -> Chart:
    """An empty chart whose title is the finding; with a key where it has several series."""
    chart = book.add_chart(kind)
    said = plain(title)
    said = said if len(said) <= LONGEST_TITLE else f"{said[:LONGEST_TITLE]}…"
    chart.set_title({"name": said, "name_font": FONT | {"size": 12, "bold": True}})
    chart.set_size({"width": WIDE, "height": height})
    chart.set_chartarea({"border": NO_LINE})
    chart.set_legend({"position": "bottom", "font": FONT} if is_keyed else {"none": True})
    chart.show_blanks_as("gap")
    chart.show_hidden_data()
    return chart


def value_axis(unit: str, form: str) -> dict:
    """From zero, with hair lines and its unit."""
    return {
        "name": plain(unit),
        "name_font": QUIET,
        "num_font": QUIET,
        "num_format": form,
        "min": 0,
        "line": NO_LINE,
        "major_tick_mark": "none",
        "major_gridlines": {"visible": True, "line": {"color": LIGHT["rule"], "width": 0.75}},
    }


def has_decimals(values: Sequence[float | None]) -> bool:
    return any(value is not None and value != int(value) for value in values)

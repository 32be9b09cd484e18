"""Counts by day that a spreadsheet draws: steps of what was known all along, marks of the rest."""

from datetime import date, timedelta
from itertools import pairwise

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from charts.tokens import LIGHT
from exports.workbook.chart_parts import QUIET, Block, new_chart, value_axis
from exports.workbook.styles import DATES
from language import Language
from readings import Plot, Series

HEIGHT, HALF_A_YEAR = 430, 184  # pixels, days
MARKS = ("diamond", "circle", "square", "triangle")  # the cut-off first, then who speaks


def is_mark(series: Series) -> bool:
    """Whether it is known on single days only, so that no line may join them."""
    return not any(None not in pair for pair in pairwise(series.values))


def stepped(plot: Plot) -> tuple[list[date], list[tuple[float | None, ...]]]:
    """Days and the values of each series; a line holds until the day on which it changes."""
    days, rows = [], []
    values = zip(*(series.values for series in plot.series), strict=True)
    for category, row in zip(plot.categories, values, strict=True):
        day = date.fromisoformat(category)
        if rows:
            before = zip(rows[-1], plot.series, strict=True)
            rows.append(tuple(None if is_mark(series) else value for value, series in before))
            days.append(day)
        rows.append(row)
        days.append(day)
    return days, rows


def steps_chart(
    book: Workbook, plot: Plot, title: str, block: Block, days: list[date], language: Language
) -> Chart:
    """Time from left to right, counts from zero."""
    chart = new_chart(book, {"type": "scatter", "subtype": "straight"}, title, HEIGHT, True)
    marked = [place for place, series in enumerate(plot.series) if is_mark(series)]
    for place, series in enumerate(plot.series):
        mark = MARKS[marked.index(place) % len(MARKS)] if place in marked else ""
        chart.add_series(_series(series, mark) | _where(place + 1, block))
    chart.set_x_axis(
        {
            "min": days[0].replace(day=1),
            "max": days[-1] + timedelta(days=31),
            "date_axis": True,
            "major_unit": HALF_A_YEAR,
            "num_format": DATES[language.code]["month"],
            "num_font": QUIET,
            "line": {"color": LIGHT["ink"], "width": 1},
            "major_gridlines": {"visible": False},
        }
    )
    chart.set_y_axis(value_axis(plot.unit, "#,##0"))
    return chart


def _where(place: int, block: Block) -> dict:
    return {
        "name": block.head(place),
        "categories": block.values(0),
        "values": block.values(place),
    }


def _series(series: Series, mark: str) -> dict:
    colour = {"color": LIGHT[series.colour]}
    if not mark:
        return {"line": colour | {"width": 2.25}, "marker": {"type": "none"}}
    return {
        "line": {"none": True},
        "marker": {"type": mark, "size": 9, "fill": colour, "border": colour},
        "data_labels": {"value": True, "position": "right", "num_format": "#,##0"},
    }

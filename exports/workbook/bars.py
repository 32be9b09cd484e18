"""Bars that a spreadsheet draws: one series, a few side by side, or the parts of a whole."""

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from charts.tokens import LIGHT
from exports.workbook.chart_parts import FONT, NO_LINE, Block, has_decimals, new_chart, value_axis
from readings import Plot, Series

BAR, AROUND = 30, 180  # pixels of a bar with its gap, and of title, axis and key
HIGHEST = 1000  # of a page as wide as the chart
# what has not begun or is not known is open: hatched, not filled
HATCHES = {
    "definition": "light_upward_diagonal",
    "planning": "wide_downward_diagonal",
    "no_report": "light_horizontal",
}


def bar_chart(book: Workbook, plot: Plot, title: str, block: Block) -> Chart:
    """A bar per category from the top down, its number on it."""
    is_stacked = plot.kind == "stacked"
    side_by_side = 1 if is_stacked else len(plot.series)
    bars = BAR * len(plot.categories) * (1 + side_by_side) // 2
    kind = {"type": "bar"} | ({"subtype": "stacked"} if is_stacked else {})
    chart = new_chart(book, kind, title, min(AROUND + bars, HIGHEST), len(plot.series) > 1)
    form = _form(plot)
    for place, series in enumerate(plot.series, start=1):
        chart.add_series(_series(series, place, block, form, is_stacked))
    chart.set_y_axis(
        {
            "reverse": True,  # the first category on top
            "crossing": "max",
            "num_font": FONT,
            "line": {"color": LIGHT["ink"], "width": 1},
            "major_tick_mark": "none",
        }
    )
    chart.set_x_axis(value_axis(plot.unit, form))
    return chart


def _form(plot: Plot) -> str:
    values = [value for series in plot.series for value in series.values]
    return "#,##0.0" if has_decimals(values) else "#,##0"


def _series(series: Series, place: int, block: Block, form: str, is_stacked: bool) -> dict:
    colour = LIGHT[series.colour]
    hatch = HATCHES.get(series.colour) if is_stacked else None
    fill = {"fill": {"color": colour}}
    if hatch:
        fill = {"pattern": {"pattern": hatch, "fg_color": colour, "bg_color": LIGHT["paper"]}}
    return fill | {
        "name": block.head(place),
        "categories": block.values(0),
        "values": block.values(place),
        "border": {"color": colour, "width": 0.75},
        "gap": 40,
        "data_labels": _labels(form, is_stacked, bool(hatch)),
    }


def _labels(form: str, is_stacked: bool, is_hatched: bool) -> dict:
    """The number on each bar; none on the parts of a whole that are zero."""
    if not is_stacked:
        return {"value": True, "position": "outside_end", "num_format": form, "font": FONT}
    on_it = LIGHT["ink"] if is_hatched else LIGHT["paper"]
    ground = {"fill": {"color": LIGHT["paper"]}, "border": NO_LINE} if is_hatched else {}
    font = FONT | {"bold": True, "color": on_it}
    return {"value": True, "position": "center", "num_format": f"{form};;;", "font": font} | ground

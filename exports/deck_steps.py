"""Counts by day as an office program draws them: steps for schedules, marks for rounds."""

from datetime import date, timedelta
from itertools import pairwise

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from exports.deck_chart import BESIDE, TEXT, TITLE_HEIGHT, add_chart, numbers_of, place
from exports.deck_paint import fill, outline, paint
from exports.deck_shapes import Box
from exports.lettering import LEADING, shortened, width
from language import Language
from readings import Plot, Series

SMALL = 13
MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
)
WEIGHTS = {"original": 1.75}
IN_FORCE = 3.25
DATED = {"es": "[$-300A]mmm\u00a0yyyy", "en": "[$-409]mmm\u00a0yyyy"}
APART = "\u00a0" * 6
AXIS = 0.45  # inches of the numbers at the left
TICKS = 8  # on the axis of days at most
WIDEST_LABEL = 0.4  # of the chart
NARROWEST = 0.45  # of the chart, for the plot itself


def draw_steps(shapes, plot: Plot, box: Box, language: Language):
    """A schedule stands until the day it changes; a round of reports is a mark, never a line."""
    days = [date.fromisoformat(day) for day in plot.categories]
    shown = _with_eves(days)
    room = box.width * WIDEST_LABEL * 72
    series = [(shortened(each.name, SMALL, room, 1), _stepped(each, days)) for each in plot.series]
    numbers = numbers_of(shown, series)
    frame = add_chart(shapes, XL_CHART_TYPE.LINE, numbers, plot.unit, box, language)
    chart = frame.chart
    chart.has_legend = False
    _draw_axes(chart, shown, language)
    steps = [at for at, each in enumerate(plot.series) if not is_mark(each)]
    named = []
    for at, each in enumerate(plot.series):
        drawn, values = chart.plots[0].series[at], series[at][1]
        drawn.smooth = False
        if at in steps:
            _draw_line(drawn, each)
            place_of, position = _where_named(at, steps, series)
        else:
            _draw_mark(drawn, each, MARKERS[(at - len(steps)) % len(MARKERS)])
            place_of = _last(values)
            is_on_line = each.colour == "in_force"
            position = XL_LABEL_POSITION.LEFT if is_on_line else XL_LABEL_POSITION.RIGHT
        if place_of is not None:
            is_numbered = at not in steps or at == steps[-1]
            _name(drawn, place_of, position, is_numbered, "ink" if at not in steps else each.colour)
            if position == XL_LABEL_POSITION.RIGHT:
                named.append((shown[place_of], f"{series[at][0]}: {values[place_of]}"))
    _lay_out(chart, shown, named, box)
    return frame


def is_mark(series: Series) -> bool:
    """Known on single days only."""
    return not any(
        before is not None and after is not None for before, after in pairwise(series.values)
    )


def _with_eves(days: list[date]) -> list[date]:
    """Each day and the one before it, on which the count before still stood."""
    eves = {day - timedelta(days=1) for day in days[1:]}
    return sorted({*days, *eves})


def _stepped(series: Series, days: list[date]) -> list[float | None]:
    known = dict(zip(days, series.values, strict=True))
    until = {}
    for (before, first), (after, second) in pairwise(zip(days, series.values, strict=True)):
        if first is not None and second is not None and after - before > timedelta(days=1):
            until[after - timedelta(days=1)] = first
    return [known[day] if day in known else until.get(day) for day in _with_eves(days)]


def _last(values: list[float | None]) -> int | None:
    return next((at for at in reversed(range(len(values))) if values[at] is not None), None)


def _where_named(at: int, steps: list[int], series: list) -> tuple[int | None, XL_LABEL_POSITION]:
    """The last line at its end; another above itself, where it is farthest from the last."""
    values, last = series[at][1], series[steps[-1]][1]
    if at == steps[-1]:
        return _last(values), XL_LABEL_POSITION.RIGHT
    first = len(values) // 4  # room for a name at its left
    gaps = [
        abs(one - other) if place >= first and None not in (one, other) else -1
        for place, (one, other) in enumerate(zip(values, last, strict=True))
    ]
    return gaps.index(max(gaps)), XL_LABEL_POSITION.LEFT


def _draw_line(drawn, series: Series) -> None:
    outline(drawn.format.line, series.colour, WEIGHTS.get(series.colour, IN_FORCE))
    drawn.marker.style = XL_MARKER_STYLE.NONE


def _draw_mark(drawn, series: Series, style: XL_MARKER_STYLE) -> None:
    outline(drawn.format.line, None)
    drawn.marker.style, drawn.marker.size = style, 9
    fill(drawn.marker.format.fill, series.colour)
    outline(drawn.marker.format.line, "paper", 1)


def _name(drawn, at: int, position, is_numbered: bool, token: str) -> None:
    """Its name where it is, on one line; after it the number it has there."""
    label = drawn.points[at].data_label
    label.position = position
    label.font.size, label.font.bold = Pt(SMALL), True
    if position == XL_LABEL_POSITION.LEFT:
        _keep_apart(label)
    paint(label.font.color, "muted" if token == "original" else token)
    element = label._dLbl
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    for part, is_shown in (("showSerName", True), ("showVal", is_numbered)):
        element.find(qn(f"c:{part}")).set("val", str(int(is_shown)))
    separator = etree.SubElement(element, qn("c:separator"))
    separator.text = ": "


def _keep_apart(label) -> None:
    """A space behind the number, or the mark would cover it."""
    spaced = etree.Element(qn("c:numFmt"), formatCode=f'0"{APART}"', sourceLinked="0")
    label._dLbl.find(qn("c:idx")).addnext(spaced)


def _draw_axes(chart, days: list[date], language: Language) -> None:
    """Days true to scale, whole months named; counts from zero on hair lines."""
    along, up = chart.category_axis, chart.value_axis
    along.major_tick_mark = XL_TICK_MARK.OUTSIDE
    along.has_major_gridlines = False
    along.tick_labels.number_format = DATED[language.code]
    along.tick_labels.number_format_is_linked = False
    outline(along.format.line, "ink", 1)
    months = (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month
    unit = next((unit for unit in (1, 3, 6) if months / unit <= TICKS), 12)
    last = along._element.find(qn("c:baseTimeUnit"))
    for name, value in (("majorTimeUnit", "months"), ("majorUnit", str(unit))):
        last.addnext(etree.Element(qn(f"c:{name}"), val=value))
    up.minimum_scale = 0
    up.major_tick_mark = XL_TICK_MARK.NONE
    up.has_major_gridlines = True
    outline(up.major_gridlines.format.line, "rule", 0.5)
    outline(up.format.line, None)
    for axis in (along, up):
        axis.tick_labels.font.size = Pt(SMALL)
        paint(axis.tick_labels.font.color, "muted")


def _lay_out(chart, days: list[date], named: list[tuple[date, str]], box: Box) -> None:
    """As wide as the names at the right of their days leave it."""
    span = (days[-1] - days[0]).days or 1
    widths = [
        (box.width - AXIS - BESIDE - width(text, SMALL, "bold") / 72) / share
        for day, text in named
        if (share := (day - days[0]).days / span) > 0
    ]
    wide = max(box.width * NARROWEST, min([box.width - AXIS - BESIDE, *widths]))
    top = TITLE_HEIGHT if chart.has_title else 0.1
    foot = TEXT * LEADING / 72 + BESIDE
    place(
        chart._chartSpace.chart.plotArea,
        AXIS / box.width,
        top / box.height,
        wide / box.width,
        1 - (top + foot) / box.height,
    )

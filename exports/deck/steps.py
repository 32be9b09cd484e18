"""Counts by day as an office program draws them: steps for schedules, marks for rounds."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, pairwise

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from exports.deck.chart import BESIDE, TEXT, TITLE_HEIGHT, add_chart, numbers_of, place
from exports.deck.lettering import LEADING, shortened, width
from exports.deck.paint import fill, outline, paint
from exports.deck.shapes import Box
from language import Language
from readings import Plot, Series

SMALL = 13
MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
)
ON_LINE = "in_force"  # the colour of a mark that lies on the line of its schedule
WEIGHTS = {"original": 1.75}
IN_FORCE = 3.25
DATED = {"es": "[$-300A]mmm\u00a0yyyy", "en": "[$-409]mmm\u00a0yyyy"}
APART = "\u00a0" * 6
NAME_ROOM = 0.25  # of the days, for a name at the left of one
AXIS = 0.45  # inches of the numbers at the left
TICKS = 8  # on the axis of days at most
WIDEST_LABEL = 0.4  # of the chart
NARROWEST = 0.45  # of the chart, for the plot itself


@dataclass(frozen=True)
class Curve:
    """A series as it is drawn, and where it is named."""

    name: str
    values: list[float | None]
    colour: str
    is_mark: bool
    named_at: int | None
    position: XL_LABEL_POSITION
    is_numbered: bool


def draw_steps(shapes, plot: Plot, box: Box, language: Language):
    """A schedule stands until the day it changes; a round of reports is a mark, never a line."""
    days = [date.fromisoformat(day) for day in plot.categories]
    shown = _with_eves(days)
    curves = _curves(plot, days, box.width * WIDEST_LABEL * 72)
    numbers = numbers_of(shown, [(curve.name, curve.values) for curve in curves])
    frame = add_chart(shapes, XL_CHART_TYPE.LINE, numbers, plot.unit, box, language)
    frame.chart.has_legend = False
    _draw_axes(frame.chart, shown, language)
    markers = cycle(MARKERS)
    for curve, drawn in zip(curves, frame.chart.plots[0].series, strict=True):
        drawn.smooth = False
        if curve.is_mark:
            _draw_mark(drawn, curve.colour, next(markers))
        else:
            _draw_line(drawn, curve.colour)
        if curve.named_at is not None:
            _name(drawn, curve)
    _lay_out(frame.chart, shown, curves, box)
    return frame


def _curves(plot: Plot, days: list[date], room: float) -> list[Curve]:
    """The last schedule is named at its end, another above itself, a mark beside itself."""
    values = [_stepped(each, days) for each in plot.series]
    lines = [at for at, each in enumerate(plot.series) if not is_mark(each)]
    curves = []
    for at, each in enumerate(plot.series):
        is_other = at in lines[:-1]
        named_at = _farthest(values[at], values[lines[-1]]) if is_other else _last(values[at])
        is_on_line = at not in lines and each.colour == ON_LINE
        has_room = named_at is not None and named_at >= len(values[at]) * NAME_ROOM
        is_left = has_room and (is_other or is_on_line)
        position = XL_LABEL_POSITION.LEFT if is_left else XL_LABEL_POSITION.RIGHT
        name = shortened(each.name, SMALL, room, 1)
        curves.append(
            Curve(name, values[at], each.colour, at not in lines, named_at, position, not is_other)
        )
    return curves


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


def _farthest(values: list[float | None], others: list[float | None]) -> int:
    """Where it is farthest from another, leaving room for a name at its left."""
    first = len(values) * NAME_ROOM
    gaps = [
        abs(one - other) if at >= first and None not in (one, other) else -1
        for at, (one, other) in enumerate(zip(values, others, strict=True))
    ]
    return gaps.index(max(gaps))


def _draw_line(drawn, colour: str) -> None:
    outline(drawn.format.line, colour, WEIGHTS.get(colour, IN_FORCE))
    drawn.marker.style = XL_MARKER_STYLE.NONE


def _draw_mark(drawn, colour: str, style: XL_MARKER_STYLE) -> None:
    outline(drawn.format.line, None)
    drawn.marker.style, drawn.marker.size = style, 9
    fill(drawn.marker.format.fill, colour)
    outline(drawn.marker.format.line, "paper", 1)


def _name(drawn, curve: Curve) -> None:
    """Its name where it is, on one line; after it the number it has there."""
    label = drawn.points[curve.named_at].data_label
    label.position = curve.position
    label.font.size, label.font.bold = Pt(SMALL), True
    if curve.position == XL_LABEL_POSITION.LEFT:
        _keep_apart(label)
    paint(label.font.color, "muted" if curve.colour == "original" else "ink")
    element = label._dLbl
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    for part, is_shown in (("showSerName", True), ("showVal", curve.is_numbered)):
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


def _lay_out(chart, days: list[date], curves: list[Curve], box: Box) -> None:
    """As wide as the names at the right of their days leave it."""
    span = (days[-1] - days[0]).days or 1
    whole = box.width - AXIS - BESIDE
    widths = [whole]
    for curve in curves:
        if curve.named_at and curve.position == XL_LABEL_POSITION.RIGHT:
            said = width(f"{curve.name}: {curve.values[curve.named_at]}", SMALL, "bold") / 72
            widths.append((whole - said) / ((days[curve.named_at] - days[0]).days / span))
    wide = max(box.width * NARROWEST, min(widths))
    top = TITLE_HEIGHT if chart.has_title else 0.1
    foot = TEXT * LEADING / 72 + BESIDE
    place(
        chart._chartSpace.chart.plotArea,
        AXIS / box.width,
        top / box.height,
        wide / box.width,
        1 - (top + foot) / box.height,
    )

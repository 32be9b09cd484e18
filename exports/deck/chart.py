"""Bars that an office program draws and edits; what is not known stays empty and is said so."""

import io

import xlsxwriter
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from exports.deck.lettering import LEADING, shortened, width, wrapped
from exports.deck.paint import MARKS, outline, paint, paint_part, readable_on
from exports.deck.shapes import Box
from exports.deck.text import say, tag
from language import Language
from readings import Plot

TEXT = 14
NAMES = (18, 16, 14)  # sizes, by the room of a bar
THICKEST = 0.62  # inches of a bar and the space around it
WIDEST_NAME = 0.42  # of the chart
BESIDE = 0.12  # inches between a name and its bar
ROOM = 1.14  # of the longest bar, which has its number behind it
PERCENT = "%"
TITLE_HEIGHT, LEGEND_HEIGHT = 0.38, 0.45  # inches


class Numbers(CategoryChartData):
    """What a chart shows, in a workbook in which no text is a formula."""

    @property
    def xlsx_blob(self) -> bytes:
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
            sheet = book.add_worksheet("Sheet1")
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            for line, category in enumerate(self.categories, start=1):
                if self.categories.are_dates:
                    sheet.write_datetime(line, 0, category.label, day)
                else:
                    sheet.write_string(line, 0, category.label)
            for column, series in enumerate(self, start=1):
                sheet.write_string(0, column, series.name)
                for line, value in enumerate(series.values, start=1):
                    if value is not None:
                        sheet.write_number(line, column, value)
        return buffer.getvalue()


def draw_bars(shapes, plot: Plot, box: Box, language: Language):
    """A bar for each category, or one for each series of it, with its number behind it."""
    bars = len(plot.categories) * len(plot.series)
    box = box.between(box.top, min(box.bottom, box.top + bars * THICKEST + LEGEND_HEIGHT))
    size, names = _named(plot, box, language)
    numbers = numbers_of(names, [(each.name, each.values) for each in plot.series])
    frame = add_chart(shapes, XL_CHART_TYPE.BAR_CLUSTERED, numbers, plot.unit, box, language)
    known = [value for each in plot.series for value in each.values if value is not None]
    highest = max([100 if plot.unit == PERCENT else 0, *known]) or 1
    _lay_down(frame.chart, plot, names, size, box, highest * ROOM)
    frame.chart.plots[0].gap_width = 45
    frame.chart.plots[0].overlap = 0
    _label(frame.chart, plot, XL_LABEL_POSITION.OUTSIDE_END, size, language)
    for each, drawn in zip(plot.series, frame.chart.plots[0].series, strict=True):
        paint_part(drawn.format.fill, drawn.format.line, each.colour)
    return frame


def draw_stacked(shapes, plot: Plot, box: Box, language: Language):
    """Parts of a whole, end to end, each with its number; symbol and word stand in the key."""
    high = len(plot.categories) * THICKEST + LEGEND_HEIGHT
    box = box.between(box.top, min(box.bottom, box.top + high))
    size, names = _named(plot, box, language)
    named = [(f"{MARKS.get(each.colour, '')} {each.name}".strip(), each.values)
             for each in plot.series]  # fmt: skip
    chart_type = XL_CHART_TYPE.BAR_STACKED
    numbers = numbers_of(names, named)
    frame = add_chart(shapes, chart_type, numbers, plot.unit, box, language)
    parts = zip(*(each.values for each in plot.series), strict=True)
    highest = max((sum(filter(None, values)) for values in parts), default=0) or 1
    _lay_down(frame.chart, plot, names, size, box, highest)
    frame.chart.plots[0].gap_width = 35
    frame.chart.plots[0].overlap = 100
    for each, drawn in zip(plot.series, frame.chart.plots[0].series, strict=True):
        paint_part(drawn.format.fill, drawn.format.line, each.colour)
        _label(drawn, plot, XL_LABEL_POSITION.CENTER, size, language, readable_on(each.colour))
    return frame


def numbers_of(categories, series) -> Numbers:
    numbers = Numbers()
    numbers.categories = categories
    for name, values in series:
        numbers.add_series(name, values)
    return numbers


def add_chart(shapes, chart_type, numbers: Numbers, unit: str, box: Box, language: Language):
    """A chart in our letters, its unit above it unless each number says it."""
    frame = shapes.add_chart(chart_type, *box.lengths, numbers)
    chart = frame.chart
    chart.font.size = Pt(TEXT)
    paint(chart.font.color, "ink")
    _speak(chart, tag(language))
    chart.has_title = bool(unit) and unit != PERCENT
    if chart.has_title:
        said = chart.chart_title.text_frame.paragraphs[0]
        short = shortened(unit, TEXT, box.points[0] * 0.9, 1)
        say(said, short, tag(language), size=TEXT, token="muted", is_bold=False)
        place(chart._chartSpace.chart.find(qn("c:title")), 0, 0)
    return frame


def _speak(chart: Chart, said_in: str) -> None:
    dated = chart._chartSpace.find(qn("c:date1904"))
    spoken = etree.Element(qn("c:lang"), val=said_in)
    dated.addnext(spoken)
    if chart._chartSpace.find(qn("c:roundedCorners")) is None:
        spoken.addnext(etree.Element(qn("c:roundedCorners"), val="0"))
    for properties in chart._chartSpace.iter(qn("a:defRPr"), qn("a:endParaRPr")):
        properties.set("lang", said_in)


def place(element, left: float, top: float, wide: float | None = None, high=None) -> None:
    """Where a part of a chart stands, in shares of the chart."""
    layout = element.find(qn("c:layout"))
    if layout is None:
        layout = etree.Element(qn("c:layout"))
        after = element.find(qn("c:tx"))
        element.insert(0 if after is None else element.index(after) + 1, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    sides = {"xMode": "edge", "yMode": "edge", "x": left, "y": top}
    if wide is not None:
        sides = {"layoutTarget": "inner", **sides, "w": wide, "h": high}
    for name, value in sides.items():
        etree.SubElement(manual, qn(f"c:{name}"), val=str(value))


def _named(plot: Plot, box: Box, language: Language) -> tuple[int, list[str]]:
    """Size and names of the categories: the largest whole, else as short as they must be."""
    pitch = (box.height - LEGEND_HEIGHT) * 72 / max(1, len(plot.categories))
    endings = [_unknown(plot, at, language) for at in range(len(plot.categories))]
    whole = [name + ending for name, ending in zip(plot.categories, endings, strict=True)]
    for size in NAMES:
        lines = max(1, min(2, int(pitch / (size * LEADING))))
        wide = box.width * WIDEST_NAME * 72
        if all(len(wrapped(name, size, wide)) <= lines for name in whole):
            return size, whole
    return size, [
        shortened(name, size, wide * (lines - 0.1) - width(ending, size), 1) + ending
        for name, ending in zip(plot.categories, endings, strict=True)
    ]


def _unknown(plot: Plot, at: int, language: Language) -> str:
    """Which numbers of a category are not known, in words."""
    missing = [each.name for each in plot.series if each.values[at] is None]
    message = language.gettext("({what}: not known)")
    return " " + message.format(what=language.listed(missing)) if missing else ""


def _lay_down(chart: Chart, plot: Plot, names: list[str], size: int, box: Box, highest) -> None:
    """Bars that lie from zero, the first on top, their names at the left and no axis."""
    widest = max((width(name, size) for name in names), default=0) / 72
    left = min(widest, box.width * WIDEST_NAME) / box.width + BESIDE / box.width
    top = TITLE_HEIGHT / box.height if chart.has_title else 0
    foot = LEGEND_HEIGHT / box.height if len(plot.series) > 1 else 0
    plot_area = chart._chartSpace.chart.plotArea
    place(plot_area, left, top, 1 - left, 1 - top - foot)
    across, along = chart.category_axis, chart.value_axis
    across.reverse_order = True
    across.major_tick_mark = XL_TICK_MARK.NONE
    across.has_major_gridlines = along.has_major_gridlines = False
    across.tick_labels.font.size = Pt(size)
    outline(across.format.line, "ink", 1)
    along.visible = False
    along.minimum_scale, along.maximum_scale = 0, highest
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(TEXT)


def _label(drawn, plot: Plot, position, size: int, language: Language, token="ink") -> None:
    """Each number at its bar, as exact as it is; nothing at a part of nothing."""
    owner = drawn.plots[0] if isinstance(drawn, Chart) else drawn
    if isinstance(drawn, Chart):
        owner.has_data_labels = True
    labels = owner.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = number_format(plot, language), False
    labels.position = position
    labels.font.size, labels.font.bold = Pt(size), True
    paint(labels.font.color, token)


def number_format(plot: Plot, language: Language) -> str:
    """As many decimals as the numbers have, two at most; the reader's program sets the comma."""
    known = [value for each in plot.series for value in each.values if value is not None]
    decimals = next(
        (count for count in (0, 1) if all(round(value, count) == value for value in known)), 2
    )
    shown = "#,##0" + ("." + "0" * decimals if decimals else "")
    if plot.unit == PERCENT:
        return f'{shown}"{language.percent(1)[1:]}"'
    return f"{shown};;" if plot.kind == "stacked" else shown

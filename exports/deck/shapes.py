"""Native shapes of a slide: drawn, named, and described for whoever cannot see them."""

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.util import Inches

from charts.tokens import STATE_SYMBOLS
from exports.deck.paint import fill, outline, paint_state
from exports.deck.text import say

FORMS = {
    "circle": MSO_SHAPE.OVAL,
    "triangle-right": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "x": MSO_SHAPE.MATH_MULTIPLY,
    "line-ew": MSO_SHAPE.RECTANGLE,
}
FINE = 1000  # parts of an inch in a drawn shape
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DECORATIVE_NAMES = "http://schemas.microsoft.com/office/drawing/2017/decorative"


@dataclass(frozen=True)
class Box:
    """Where something stands on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def lengths(self) -> tuple[int, int, int, int]:
        return tuple(Inches(side) for side in (self.left, self.top, self.width, self.height))

    @property
    def points(self) -> tuple[float, float]:
        """Its width and its height."""
        return self.width * 72, self.height * 72

    def between(self, top: float, bottom: float) -> "Box":
        return Box(self.left, top, self.width, bottom - top)


def draw(shapes, form: MSO_SHAPE, box: Box, name: str) -> Shape:
    """A shape without the outline and shadow that a theme gives by itself."""
    shape = shapes.add_shape(form, *box.lengths)
    shape.name = name
    shape._element.remove(shape._element.find(qn("p:style")))
    outline(shape.line, None)
    return shape


def draw_line(shapes, start: tuple, end: tuple, name: str, token: str, weight: float):
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (*start, *end)))
    line.name = name
    line._element.remove(line._element.find(qn("p:style")))
    outline(line.line, token, weight)
    return line


def draw_freeform(shapes, rings: Sequence[Sequence[tuple[float, float]]], name: str) -> Shape:
    """One closed shape of several rings, in inches."""
    first, *others = ([(x * FINE, y * FINE) for x, y in ring] for ring in rings)
    builder = shapes.build_freeform(*first[0], scale=Inches(1) / FINE)
    builder.add_line_segments(first[1:])
    for ring in others:
        builder.move_to(*ring[0]).add_line_segments(ring[1:])
    shape = builder.convert_to_shape()
    shape.name = name
    shape._element.remove(shape._element.find(qn("p:style")))
    return shape


def draw_symbol(shapes, state: str, box: Box, name: str) -> None:
    """The symbol of a state as in every chart."""
    form = FORMS[STATE_SYMBOLS[state].removesuffix("-open")]
    if form == MSO_SHAPE.RECTANGLE:
        dash = Box(box.left, box.top + box.height * 0.42, box.width, box.height * 0.16)
        fill(draw(shapes, form, dash, name).fill, state)
        return
    symbol = draw(shapes, form, box, name)
    symbol.rotation = 90 if form == MSO_SHAPE.ISOSCELES_TRIANGLE else 0
    paint_state(symbol.fill, symbol.line, state, 2)


def label(
    shapes, box: Box, name: str, runs: Sequence[tuple[str, dict]], tag: str,
    align: str = "left", anchor: str = "middle",
) -> Shape:  # fmt: skip
    """A text of its own on a slide; each run with how `say` is to say it."""
    shape = shapes.add_textbox(*box.lengths)
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR[anchor.upper()]
    frame.paragraphs[0].alignment = PP_ALIGN[align.upper()]
    for text, style in runs:
        say(frame.paragraphs[0], text, tag, **style)
    return shape


@contextmanager
def grouped(shapes, name: str, alt: str):
    """What is drawn meanwhile is moved together and heard as one."""
    before = len(shapes)
    yield
    gathered = shapes.add_group_shape(list(shapes)[before:])
    gathered.name = name
    describe(gathered, alt)


def describe(shape, alt: str) -> None:
    """What is heard in its place."""
    _properties(shape).set("descr", alt)


def decorate(shape) -> None:
    """Nothing is heard of it."""
    extensions = etree.SubElement(_properties(shape), qn("a:extLst"))
    extension = etree.SubElement(extensions, qn("a:ext"), uri=DECORATIVE)
    names = {"adec": DECORATIVE_NAMES}
    etree.SubElement(extension, f"{{{DECORATIVE_NAMES}}}decorative", nsmap=names, val="1")


def _properties(shape):
    return shape._element.xpath("./*[1]/p:cNvPr")[0]

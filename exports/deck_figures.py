"""Figures of a slide in large type, and the strip of states: a cell is a milestone."""

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE

from exports.deck_layouts import Place
from exports.deck_paint import paint_state
from exports.deck_shapes import Box, draw, draw_symbol, group, label
from exports.deck_text import say
from exports.lettering import LEADING, fitted, width
from language import Language
from readings import Figure

LABEL = (20, 18, 16)
BASIS = (14, 13, 12)
UNIT = 0.45  # of the size of its value
KEY = 18
SYMBOL = 0.22
WIDEST_CELL = 0.5
MOST_CELLS = 120  # in a row


def write_figure(frame, figure: Figure, place: Place, tag: str) -> tuple[float, list[str]]:
    """Value and unit, what it counts, what it is measured against; its inches, and what was cut."""
    wide, high = place.box.points
    size = _size(figure, place, wide)
    token = "overdue" if figure.is_overdue else None
    value = fitted(figure.value, (size,), wide, size * LEADING, "heading")
    first = frame.paragraphs[0]
    say(first, value.text, tag, size=size, token=token, is_bold=True, is_heading=True)
    if figure.unit and not value.is_cut:
        say(first, f" {figure.unit}", tag, size=round(size * UNIT), token="muted")
    counts = fitted(figure.label, LABEL, wide, LABEL[0] * LEADING * 2)
    say(frame.add_paragraph(), counts.text, tag, size=counts.size)
    used = size * LEADING + counts.height
    against = fitted(figure.basis, BASIS, wide, high - used)
    if figure.basis:
        say(frame.add_paragraph(), against.text, tag, size=against.size, token="muted")
        used += against.height
    pairs = ((figure.value, value), (figure.label, counts), (figure.basis, against))
    return used / 72, [whole for whole, fit in pairs if fit.is_cut]


def _size(figure: Figure, place: Place, wide: float) -> int:
    """The largest at which value and unit stand on one line."""
    largest, smallest = place.sizes
    for size in range(largest, smallest, -2):
        unit = width(f" {figure.unit}", round(size * UNIT))
        if width(figure.value, size, "heading") + unit <= wide:
            return size
    return smallest


def draw_strip(
    shapes, strip: Sequence[tuple[str, str, int]], box: Box, language: Language, tag: str
) -> None:
    """One cell for each milestone, by state, and below it the key with the counts."""
    heard = language.listed(f"{name} {count}" for _, name, count in strip)
    cells = group(shapes, language.gettext("Strip of states"), heard)
    states = [(state, name) for state, name, count in strip for _ in range(count)]
    rows = -(-len(states) // MOST_CELLS)
    in_row = -(-len(states) // rows)
    pitch = min(WIDEST_CELL, box.width / in_row)
    high = min(0.6, (box.height - 0.6) / rows)
    for at, (state, name) in enumerate(states):
        row, column = divmod(at, in_row)
        cell = Box(box.left + column * pitch, box.top + row * high, pitch * 0.8, high * 0.9)
        drawn = draw(cells.shapes, MSO_SHAPE.RECTANGLE, cell, name)
        paint_state(drawn.fill, drawn.line, state, 1.25)
    _draw_key(shapes, strip, box.between(box.top + rows * high + 0.15, box.bottom), language, tag)


def _draw_key(shapes, strip, box: Box, language: Language, tag: str) -> None:
    """Symbol, word and count of each state; on a second line where one is too short."""
    key = group(shapes, language.gettext("Key to the states"), "")
    left, top = box.left, box.top
    for state, name, count in strip:
        wide = (width(name, KEY) + width(f"  {count}", KEY + 2, "bold")) / 72 + 0.1
        if left + SYMBOL + 0.1 + wide > box.right:
            left, top = box.left, top + 0.36
        draw_symbol(key.shapes, state, Box(left, top + 0.05, SYMBOL, SYMBOL), name)
        said = (name, {"size": KEY}), (f"  {count}", {"size": KEY + 2, "is_bold": True})
        label(key.shapes, Box(left + SYMBOL + 0.1, top, wide, 0.3), name, said, tag)
        left += SYMBOL + wide + 0.4

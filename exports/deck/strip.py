"""The strip of states: a cell is a milestone, and below it symbol, word and count of each state."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.shapes import MSO_SHAPE

from exports.deck.lettering import shortened, width
from exports.deck.paint import paint_state
from exports.deck.shapes import Box, draw, draw_symbol, grouped, label
from language import Language

HEIGHT = 1.3  # inches of cells and key where there is room
LEAST = 0.05  # of a cell, on a slide full of text
WIDEST_CELL, HIGHEST_CELL = 0.5, 0.6  # inches
MOST_CELLS = 120  # in a row
KEY = 18
LINE, SYMBOL, BETWEEN, BELOW = 0.36, 0.22, 0.4, 0.15  # inches
States = Sequence[tuple[str, str, int]]  # state, its name, milestones in it


@dataclass(frozen=True)
class Entry:
    """A state in the key: where it stands below the cells, and what is said of it."""

    state: str
    name: str
    count: str
    left: float
    top: float
    width: float


def draw_strip(shapes, strip: States, box: Box, language: Language, tag: str) -> None:
    """Cells by state, filled or open as everywhere, as one drawing that is heard as its counts."""
    states = [(state, name) for state, name, count in strip for _ in range(count)]
    if not states:
        return
    heard = language.listed(f"{name} {count}" for _, name, count in strip)
    key = _key(strip, box.width)
    rows = -(-len(states) // MOST_CELLS)
    in_row = -(-len(states) // rows)
    wide = min(WIDEST_CELL, box.width / in_row)
    room = box.height - BELOW - key[-1].top - LINE
    high = max(LEAST, min(HIGHEST_CELL, room)) / rows
    with grouped(shapes, language.gettext("Strip of states"), heard):
        for at, (state, name) in enumerate(states):
            row, column = divmod(at, in_row)
            cell = Box(box.left + column * wide, box.top + row * high, wide * 0.8, high * 0.9)
            one = draw(shapes, MSO_SHAPE.RECTANGLE, cell, name)
            paint_state(one.fill, one.line, state, 1.25)
        _draw_key(shapes, key, box.left, box.top + rows * high + BELOW, tag)


def _key(strip: States, wide: float) -> list[Entry]:
    """One beside the other, on a second line where the first is full."""
    entries, left, top = [], 0.0, 0.0
    for state, name, count in strip:
        number = f"  {count}"
        name = shortened(name, KEY, wide / len(strip) * 72 - KEY * 4, 1)
        own = (width(name, KEY) + width(number, KEY + 2, "bold")) / 72 + 0.1
        if left and left + SYMBOL + 0.1 + own > wide:
            left, top = 0.0, top + LINE
        entries.append(Entry(state, name, number, left, top, own))
        left += SYMBOL + own + BETWEEN
    return entries


def _draw_key(shapes, key: list[Entry], left: float, top: float, tag: str) -> None:
    for entry in key:
        at = Box(left + entry.left, top + entry.top + 0.05, SYMBOL, SYMBOL)
        draw_symbol(shapes, entry.state, at, entry.name)
        box = Box(at.right + 0.1, top + entry.top, entry.width, LINE - 0.06)
        number = {"size": KEY + 2, "is_bold": True}
        said = (entry.name, {"size": KEY}), (entry.count, number)
        label(shapes, box, entry.name, said, tag)

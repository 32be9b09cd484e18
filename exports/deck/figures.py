"""Figures of a slide in large type, none without what it counts and is measured against."""

from exports.deck.layouts import Place
from exports.deck.lettering import LEADING, fitted, shortened, width
from exports.deck.text import say
from readings import Figure

LABEL = (20, 18, 16)
BASIS = (14, 13, 12)
UNIT = 0.45  # of the size of its value


def write_figure(
    frame, figure: Figure, place: Place, high: float, tag: str
) -> tuple[float, list[str]]:
    """Value and unit, its label, its basis; returns the inches it takes and what was cut."""
    wide = place.box.points[0]
    size = _size(figure, place, high)
    token = "overdue" if figure.is_overdue else None
    value = shortened(figure.value, size, wide, 1, "heading")
    first = frame.paragraphs[0]
    say(first, value, tag, size=size, token=token, is_bold=True, is_heading=True)
    left = wide - width(value, size, "heading")
    unit = shortened(f" {figure.unit}", round(size * UNIT), left, 1) if figure.unit else ""
    if unit and width(unit, round(size * UNIT)) <= left:
        say(first, unit, tag, size=round(size * UNIT), token="muted")
    used, shown = size * LEADING, [value, unit[1:]]
    for text, sizes, lines, paint in (
        (figure.label, LABEL, 2, None),
        (figure.basis, BASIS, 4, "muted"),
    ):
        room = min(high - used, sizes[0] * LEADING * lines)
        if text and room >= sizes[-1] * LEADING:
            fit = fitted(text, sizes, wide, room)
            say(frame.add_paragraph(), fit.text, tag, size=fit.size, token=paint)
            used += fit.height
            shown.append(fit.text)
    whole = (figure.value, figure.unit, figure.label, figure.basis)
    return used / 72, [text for text in whole if text and text not in shown]


def _size(figure: Figure, place: Place, high: float) -> int:
    """The largest at which value and unit stand on one line and the label has room below."""
    largest, smallest = place.sizes
    wide = place.box.points[0]
    for size in range(largest, smallest, -2):
        unit = width(f" {figure.unit}", round(size * UNIT))
        is_narrow = width(figure.value, size, "heading") + unit <= wide
        if is_narrow and (size + LABEL[-1] + BASIS[-1]) * LEADING <= high:
            return size
    return smallest

"""The map of provinces as shapes that can be moved and painted: borders, places, marks, key."""

from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE

from charts.territory_map import HOME, NEAR, RING, Area, Territory, disc_radius, fill_color
from exports.deck.lettering import LEADING, fitted_together, width, wrapped
from exports.deck.paint import fill, hatch, outline
from exports.deck.provinces import outlines
from exports.deck.shapes import Box, describe, draw, draw_freeform, draw_line, grouped, label
from language import Language
from readings.mapa import GALAPAGOS, Drawing, Key

PIXEL = 1 / 96  # inches
MARK = 13
ABOVE = 0.2  # inches from a capital to its mark
KEYS = (16, 14, 13, 12)
KEY_GAP = 5  # points
SWATCH = Box(0, 0, 0.34, 0.22)


@dataclass(frozen=True)
class Frame:
    """Degrees on a slide: where a corner stands, and inches of a degree."""

    west: float
    north: float
    corner: Box
    scale: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (
            self.corner.left + (lon - self.west) * self.scale,
            self.corner.top + (self.north - lat) * self.scale,
        )


def mainland(box: Box) -> Frame:
    """As large as it fits, at the right of the box."""
    west, south, east, north = -81.1, -5.05, -75.15, 1.5
    scale = min(box.width / (east - west), box.height / (north - south))
    left = box.right - (east - west) * scale
    return Frame(west, north, Box(left, box.top, box.right - left, (north - south) * scale), scale)


def islands(box: Box) -> Frame:
    """In the corner of the box where the mainland leaves the sea free."""
    west, east, north = -91.8, -89.1, 0.8
    inset = Box(box.left, box.top, 1.5, 1.28)
    return Frame(west, north, inset, inset.width / (east - west))


def draw_map(shapes, drawing: Drawing, box: Box, alt: str, language: Language, tag: str) -> None:
    """Provinces by step or status, Galápagos in a frame of its own, then points and marks."""
    _ = language.gettext
    shown, land, sea = drawing.shown, mainland(box), islands(box)
    with grouped(shapes, _("Map of provinces"), alt):
        frame = draw(shapes, MSO_SHAPE.RECTANGLE, sea.corner, _("Frame of the islands"))
        outline(frame.line, "rule", 1)
        for area in sorted(shown.areas, key=lambda area: area.code == shown.chosen):
            _draw_area(shapes, area, sea if area.code == GALAPAGOS else land, shown.chosen)
        for way in shown.ways:
            draw_line(shapes, land.at(*way.start), land.at(*way.end), way.name, "ink", 1.5)
        _draw_points(shapes, shown, land, sea)
        marked = [area for area in shown.areas if area.mark]
        for area in marked:
            _draw_mark(shapes, area, marked, sea if area.code == GALAPAGOS else land, tag)
        _name_islands(shapes, shown, sea, tag)


def _draw_area(shapes, area: Area, frame: Frame, chosen: str | None) -> None:
    rings = [[frame.at(*point) for point in ring] for ring in outlines()[area.code]]
    drawn = draw_freeform(shapes, rings, area.name)
    describe(drawn, area.name)
    _paint(drawn, area.fill)
    if area.code == chosen:
        outline(drawn.line, "ink", 2.5)


def _paint(drawn, status: str) -> None:
    """Four steps of one colour; what is known instead by outline, hatching and mark."""
    if status == "suppressed":
        hatch(drawn.fill, "rule", MSO_PATTERN.WIDE_UPWARD_DIAGONAL)
    else:
        drawn.fill.solid()
        drawn.fill.fore_color.rgb = RGBColor(*fill_color(status, "light")[:3])
    outline(drawn.line, "muted", 0.75, is_dashed=status == "not_published")


def _draw_points(shapes, shown: Territory, land: Frame, sea: Frame) -> None:
    """Discs by attendance, a ring where that was not published, small rings for home cities."""
    most = max((place.attendees or 0 for place in shown.places), default=0)
    for place in shown.places:
        at = (sea if place.code == GALAPAGOS else land).at(place.lon, place.lat)
        if place.attendees is not None:
            _dot(shapes, at, disc_radius(place.attendees, most), place.name, "ink", "paper", 1.5)
        if place.has_unknown:
            _dot(shapes, at, RING, place.name, "paper", "ink", 2)
    for home in shown.homes:
        at = (sea if home.code == GALAPAGOS else land).at(home.lon, home.lat)
        _dot(shapes, at, HOME, home.name, "paper", "ink", 1.3)


def _dot(shapes, at: tuple, radius: float, name: str, inside: str, line: str, weight: float):
    inches = radius * PIXEL
    box = Box(at[0] - inches, at[1] - inches, 2 * inches, 2 * inches)
    dot = draw(shapes, MSO_SHAPE.OVAL, box, name)
    fill(dot.fill, inside)
    outline(dot.line, line, weight)


def _draw_mark(shapes, area: Area, others: list[Area], frame: Frame, tag: str) -> None:
    """On paper above the capital, or below it where it would cover another."""
    is_under_another = any(
        0 < other.lat - area.lat < NEAR and abs(other.lon - area.lon) < NEAR for other in others
    )
    left, top = frame.at(area.lon, area.lat)
    wide, high = width(area.mark, MARK, "bold") / 72 + 0.08, MARK * LEADING / 72
    middle = top + (ABOVE if is_under_another else -ABOVE)
    box = Box(left - wide / 2, middle - high / 2, wide, high)
    said = ((area.mark, {"size": MARK, "is_bold": True, "token": "ink"}),)
    fill(label(shapes, box, area.name, said, tag, "center").fill, "paper")


def _name_islands(shapes, shown: Territory, sea: Frame, tag: str) -> None:
    name = next((area.name for area in shown.areas if area.code == GALAPAGOS), "")
    box = Box(sea.corner.left, sea.corner.bottom + 0.03, sea.corner.width, 0.24)
    label(shapes, box, name, ((name, {"size": KEYS[-1], "token": "muted"}),), tag)


def draw_key(shapes, keys: tuple[Key, ...], box: Box, language: Language, tag: str) -> None:
    """Swatch and words of each line."""
    if not keys:
        return
    heard = language.listed(key.text for key in keys)
    beside = SWATCH.width + 0.12
    wide, high = (box.width - beside) * 72, box.height * 72
    size, texts = fitted_together([key.text for key in keys], KEYS, wide, high, KEY_GAP)
    top, line = box.top, size * LEADING / 72
    with grouped(shapes, language.gettext("Key to the map"), heard):
        for key, text in zip(keys, texts, strict=True):
            swatch = Box(box.left, top + (line - SWATCH.height) / 2, SWATCH.width, SWATCH.height)
            _draw_swatch(shapes, key, swatch, tag)
            lines = len(wrapped(text, size, wide))
            where = Box(box.left + beside, top, box.width - beside, lines * line)
            label(shapes, where, key.text, ((text, {"size": size, "token": "ink"}),), tag)
            top = where.bottom + KEY_GAP / 72


def _draw_swatch(shapes, key: Key, box: Box, tag: str) -> None:
    centre = box.left + box.width / 2, box.top + box.height / 2
    if key.kind == "way":
        draw_line(shapes, (box.left, centre[1]), (box.right, centre[1]), key.text, "ink", 1.5)
    elif key.kind == "place":
        _dot(shapes, centre, 10, key.text, "ink", "paper", 1.5)
    elif key.kind in ("ring", "home"):
        radius, weight = (RING, 2) if key.kind == "ring" else (HOME, 1.3)
        _dot(shapes, centre, radius, key.text, "paper", "ink", weight)
    else:
        _paint(draw(shapes, MSO_SHAPE.RECTANGLE, box, key.text), key.kind)
        if key.mark:
            style = {"size": 11, "is_bold": True, "token": "ink"}
            label(shapes, box, key.text, ((key.mark, style),), tag, "center")

"""Borders of the provinces, no finer than a slide shows them."""

import json
from functools import cache
from pathlib import Path

POLYGONS = Path(__file__).parents[2] / "frame" / "static" / "provinces.geojson"
COARSE = 0.012  # degrees by which a border may be off: less than a point on a slide
LEAST = 0.0004  # square degrees of an island that is still drawn
Ring = list[tuple[float, float]]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """Rings of longitude and latitude by the code of the province."""
    held = json.loads(POLYGONS.read_text(encoding="utf-8"))
    return {
        feature["properties"]["code"]: tuple(
            _simplified([tuple(point) for point in polygon[0]])
            for polygon in feature["geometry"]["coordinates"]
            if _area(polygon[0]) >= LEAST
        )
        for feature in held["features"]
    }


def _area(ring: Ring) -> float:
    corners = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in corners)) / 2


def _simplified(ring: Ring) -> Ring:
    """The ring without the points that lie closer to it than would be seen."""
    half = len(ring) // 2
    return _between(ring[: half + 1])[:-1] + _between(ring[half:])[:-1]


def _between(line: Ring) -> Ring:
    if len(line) < 3:
        return list(line)
    distances = [_distance(point, line[0], line[-1]) for point in line[1:-1]]
    farthest = max(distances)
    if farthest <= COARSE:
        return [line[0], line[-1]]
    at = distances.index(farthest) + 1
    return _between(line[: at + 1])[:-1] + _between(line[at:])


def _distance(point: tuple, start: tuple, end: tuple) -> float:
    """From a point to the line through two others."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = (across**2 + up**2) ** 0.5
    from_start = point[0] - start[0], point[1] - start[1]
    if not length:
        return (from_start[0] ** 2 + from_start[1] ** 2) ** 0.5
    return abs(across * from_start[1] - up * from_start[0]) / length

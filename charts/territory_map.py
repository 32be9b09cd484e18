"""The map of provinces: rows in, Deck out. Polygons come to the browser by address, once."""

import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

import pydeck as pdk

from charts.tokens import MODES

POLYGONS = "app/static/provinces.geojson"  # below the page, so a server's own prefix holds
PROVINCES = 24
MOST_STEPS = 4
LARGEST, SMALLEST = 15, 7.5  # radius in pixels of the best attended place, and at the least
NEAR = 0.45  # degrees within which one mark would cover another
RING, HOME = 5, 3.2  # radius of what has no size: unknown attendance, home city
FRAMES = {  # longitude, latitude, zoom on a wide and on a narrow screen, as much as each holds
    "mainland": (-78.15, -1.78, 5.8, 5.27),
    "galapagos": (-90.5, 0.12, 5.4, 5.4),
    "hall": (-78.15, -1.78, 5.85, 5.18),
    "hall_galapagos": (-90.5, 0.12, 4.6, 4.6),
}
QUIET = ("no_event", "zero", "unknown")  # something is known, yet nothing to shade by
FONT = '"IBM Plex Sans, sans-serif"'  # in quotes, or pydeck takes a string for an expression
PIXELS = '"pixels"'


@dataclass(frozen=True)
class Area:
    """A province: how it is filled (`step1`…`step4` or what is known instead), and its mark."""

    code: str
    fill: str
    mark: str
    lon: float
    lat: float
    name: str


@dataclass(frozen=True)
class Place:
    """Where events were held: people who attended, none where that is not known of any."""

    code: str
    lon: float
    lat: float
    attendees: int | None
    has_unknown: bool
    name: str


@dataclass(frozen=True)
class Home:
    """A city from which people came."""

    code: str | None
    lon: float
    lat: float
    name: str


@dataclass(frozen=True)
class Way:
    """From a home city to the event that its people came to."""

    start: tuple[float, float]
    end: tuple[float, float]
    name: str


@dataclass(frozen=True)
class Territory:
    """All that the map shows."""

    areas: Sequence[Area]
    places: Sequence[Place] = ()
    homes: Sequence[Home] = ()
    ways: Sequence[Way] = ()
    chosen: str | None = None


def territory_map(
    shown: Territory,
    frame: str = "mainland",
    *,
    mode: str = "light",
    narrow: bool = False,
    text: int = 14,
) -> pdk.Deck:
    """Provinces by their step or status, places, home cities and ways between the two."""
    lon, lat, wide_zoom, narrow_zoom = FRAMES[frame]
    colors = MODES[mode]
    return pdk.Deck(
        layers=[
            _provinces(shown, mode),
            *_chosen(shown, colors),
            *_ways(shown.ways, colors),
            *_places(shown.places, colors),
            *_homes(shown.homes, colors),
            _marks(shown.areas, colors, text),
        ],
        views=[pdk.View("MapView", controller=False)],
        initial_view_state=pdk.ViewState(
            longitude=lon, latitude=lat, zoom=narrow_zoom if narrow else wide_zoom
        ),
        map_provider=None,  # and no map_style, or a tile server is asked
        tooltip={
            "text": "{name}",  # escaped; `html` would not be
            "style": {
                "backgroundColor": colors["surface"],
                "color": colors["ink"],
                "border": f"1px solid {colors['rule']}",
                "fontSize": "14px",
                "maxWidth": "18rem",
            },
        },
    )


def fill_color(fill: str, mode: str) -> list[int]:
    """Four steps of one colour; everything else is paper, told apart by outline and mark."""
    colors = MODES[mode]
    if fill.startswith("step"):
        return _mixed(colors["execution"], colors["paper"], int(fill[4:]) / MOST_STEPS)
    return _rgb(colors["surface" if fill in QUIET else "paper"])


def _provinces(shown: Territory, mode: str) -> pdk.Layer:
    """The polygons hold no figures: each accessor looks its province up by its code."""
    colors = MODES[mode]
    by_code = {area.code: area for area in shown.areas}
    fills = [by_code[code].fill if code in by_code else "not_published" for code in _codes()]
    painted = _by_code([fill_color(fill, mode) for fill in fills])
    dashes = _by_code([[4, 3] if fill == "not_published" else [0, 0] for fill in fills])
    return pdk.Layer(
        "GeoJsonLayer",
        POLYGONS,
        # deck.gl keeps the colours of a layer of the same name
        id=f"provinces-{zlib.crc32(f'{painted}{dashes}'.encode()):08x}",
        get_fill_color=painted,
        get_line_color=_rgb(colors["muted"]),
        get_line_width=1,
        get_dash_array=dashes,
        extensions=[{"@@type": "PathStyleExtension", "dash": True}],
        line_width_units=PIXELS,
        line_joint_rounded=True,
        pickable=True,
    )


def _chosen(shown: Territory, colors: dict[str, str]) -> list[pdk.Layer]:
    """Its outline above those of its neighbours."""
    if shown.chosen not in {area.code for area in shown.areas}:
        return []
    return [
        pdk.Layer(
            "GeoJsonLayer", POLYGONS, id=f"chosen-{shown.chosen}", filled=False,
            get_line_color=_rgb(colors["ink"]), line_width_units=PIXELS, line_joint_rounded=True,
            get_line_width=f"properties.code == '{shown.chosen}' ? 3.4 : 0", pickable=False,
        )
    ]  # fmt: skip


def _marks(areas: Sequence[Area], colors: dict[str, str], text: int) -> pdk.Layer:
    """Above the capital, or below it where another's mark would be covered."""
    marked = [area for area in areas if area.mark]
    rows = [asdict(area) | {"offset": [0, _side(area, marked) * (text + 6)]} for area in marked]
    return pdk.Layer(
        "TextLayer", rows, id="marks", get_position="[lon, lat]", get_text="mark", get_size=text,
        font_family=FONT, font_weight=600, character_set='"auto"', get_color=_rgb(colors["ink"]),
        get_pixel_offset="offset", background=True, background_padding=[5, 2],
        get_background_color=_rgb(colors["paper"]), pickable=False,
    )  # fmt: skip


def _side(area: Area, others: Sequence[Area]) -> int:
    is_under_another = any(
        0 < other.lat - area.lat < NEAR and abs(other.lon - area.lon) < NEAR for other in others
    )
    return 1 if is_under_another else -1


def _places(places: Sequence[Place], colors: dict[str, str]) -> list[pdk.Layer]:
    """A disc by attendance, and a ring of one size where attendance was not published."""
    most = max((place.attendees or 0 for place in places), default=0)
    discs = [
        asdict(place) | {"radius": disc_radius(place.attendees, most)}
        for place in places
        if place.attendees is not None
    ]
    rings = [asdict(place) for place in places if place.has_unknown]
    ink, paper = _rgb(colors["ink"]), _rgb(colors["paper"])
    return [
        _points("places", discs, "radius", ink, paper, 1.5),
        _points("places-unknown", rings, RING, paper, ink, 2),
    ]


def disc_radius(attendees: int, most: int) -> float:
    """Area by attendance, yet never too small to be pointed at."""
    return round(max(SMALLEST, LARGEST * (attendees / most) ** 0.5), 1) if most else SMALLEST


def _homes(homes: Sequence[Home], colors: dict[str, str]) -> list[pdk.Layer]:
    rows = [asdict(home) for home in homes]
    return [_points("homes", rows, HOME, _rgb(colors["paper"]), _rgb(colors["ink"]), 1.3)]


def _points(name: str, rows: list, radius: float | str, fill: list, line: list, width: float):
    return pdk.Layer(
        "ScatterplotLayer", rows, id=name, get_position="[lon, lat]", get_radius=radius,
        radius_units=PIXELS, get_fill_color=fill, stroked=True, get_line_color=line,
        get_line_width=width, line_width_units=PIXELS, pickable=True,
    )  # fmt: skip


def _ways(ways: Sequence[Way], colors: dict[str, str]) -> list[pdk.Layer]:
    """Arcs only between the ends that a source gives of one event."""
    ink = _rgb(colors["ink"])
    rows = [asdict(way) for way in ways]
    return [
        pdk.Layer(
            "ArcLayer", rows, id="ways", get_source_position="start", get_target_position="end",
            get_source_color=ink, get_target_color=ink, get_width=1.5, get_height=0.4,
            pickable=True,
        )
    ] if rows else []  # fmt: skip


def steps(values: Sequence, most: int = MOST_STEPS) -> list[tuple]:
    """Lowest and highest value of each step: every value its own, else groups of like size."""
    distinct = sorted(set(values))
    count = min(len(distinct), most)
    places = enumerate(distinct)
    groups = groupby(places, key=lambda pair: pair[0] * count // len(distinct))
    held = [[value for _, value in group] for _, group in groups]
    return [(group[0], group[-1]) for group in held]


def _codes() -> list[str]:
    return [f"{number:02}" for number in range(1, PROVINCES + 1)]


def _by_code(values: list) -> str:
    """An expression: of the list, what stands at the province's code.

    Without the brackets around it the browser's parser reads two lists.
    """
    return f"({values})[properties.code - 1]"


def _rgb(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)] + [255]


def _mixed(color: str, ground: str, share: float) -> list[int]:
    pairs = zip(_rgb(color)[:3], _rgb(ground)[:3], strict=True)
    return [round(over * share + under * (1 - share)) for over, under in pairs] + [255]

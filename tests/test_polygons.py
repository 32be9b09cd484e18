"""The polygons of the map are the provinces they say they are."""

import json
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest

ROOT = Path(__file__).parents[1]
FILE = ROOT / "frame" / "static" / "provinces.geojson"
MOST_BYTES = 130_000


@pytest.fixture(scope="module")
def shapes() -> dict[str, dict]:
    """Name of each province to its feature."""
    features = json.loads(FILE.read_text("utf-8"))["features"]
    return {feature["properties"]["name"]: feature for feature in features}


@pytest.fixture(scope="module")
def provinces() -> list[dict]:
    source = ROOT / "data" / "sources" / "provinces.csv"
    return pl.read_csv(source, infer_schema=False).to_dicts()


def exteriors(feature: dict) -> list[list]:
    return [polygon[0] for polygon in feature["geometry"]["coordinates"]]


def lies_in(lon: float, lat: float, feature: dict) -> bool:
    """Even-odd rule: a ray to the east crosses the border an odd number of times."""
    return any(
        sum(
            (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax
            for (ax, ay), (bx, by) in pairwise(ring)
        )
        % 2
        for ring in exteriors(feature)
    )


def twice_area(ring: list) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))


@pytest.mark.parametrize(
    "place, lon, lat, province, other",
    [
        ("Tena", -77.81315, -0.9961, "Napo", "Tungurahua"),
        ("Ambato", -78.61675, -1.24908, "Tungurahua", "Napo"),
    ],
)
def test_swapped_names_of_the_package_are_set_right(shapes, place, lon, lat, province, other):
    assert lies_in(lon, lat, shapes[province]), place
    assert not lies_in(lon, lat, shapes[other]), place


def test_codes_and_names_are_those_of_the_table_of_provinces(shapes, provinces):
    drawn = {tuple(feature["properties"].values()) for feature in shapes.values()}
    assert drawn == {(row["province_code"], row["iso_code"], row["name_es"]) for row in provinces}
    assert len(shapes) == 24
    assert shapes["Galápagos"]["properties"]["code"] == "20"


def test_every_capital_away_from_the_sea_lies_in_its_own_province(shapes, provinces):
    """At this scale a port may fall in the sea, but never in a neighbour."""
    for row in provinces:
        at = float(row["capital_lon"]), float(row["capital_lat"])
        assert {name for name, shape in shapes.items() if lies_in(*at, shape)} <= {row["name_es"]}


def test_every_exterior_ring_is_closed_and_has_an_area(shapes):
    for name, feature in shapes.items():
        assert exteriors(feature), name
        for ring in exteriors(feature):
            assert len(ring) >= 4, name
            assert ring[0] == ring[-1], name
            assert twice_area(ring) != 0, name
            assert all(a != b for a, b in pairwise(ring)), name
            assert all(-93 < lon < -75 and -6 < lat < 2 for lon, lat in ring), name


def test_file_is_small_enough_for_a_telephone():
    assert FILE.stat().st_size < MOST_BYTES


def test_licence_of_the_shapes_stands_beside_them():
    licence = FILE.with_name("provinces-LICENSE.txt").read_text("utf-8")
    assert "ISC" in licence
    assert "Natural Earth" in licence

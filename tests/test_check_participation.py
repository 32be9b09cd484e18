"""Participation and events that cannot be true are told with file, row and rule."""

import pytest

from data.check_participation import problems
from data.read import LINE
from language import Language
from tests.conftest import drawn

SPANISH = Language("es")
TABLES = {
    "processes": """
        process_id | measure   | base_count | origin
        web        | proposals | 100        | published
    """,
    "provinces": """
        province_code | iso_code | name_es | region | capital | capital_lat | capital_lon
        01            | EC-A     | Azuay   | sierra | Cuenca  | -2.9        | -79.0
    """,
    "cantons": """
        canton_code | name_es | province_code | place_lat | place_lon
        0101        | Cuenca  | 01            | -2.9      | -79.0
    """,
}


def told(name: str, rows: str) -> list[str]:
    frames = {key: drawn(key, text) for key, text in (TABLES | {name: rows}).items()}
    numbered = {key: frame.with_row_index(LINE, offset=2) for key, frame in frames.items()}
    return [problem.said(SPANISH) for problem in problems(numbered)]


CELLS = "cell_id | process_id | sex | printed_percent | printed_decimals | count | precision | disclosure\n"


@pytest.mark.parametrize(
    "cells, said",
    [
        ("a | web | female | 40 | 0 | | bounded | open\nb | web | male | 61 | 0 | | bounded | open", []),
        ("a | web | female | 40 | 0 | | bounded | open\nb | web | male | 62 | 0 | | bounded | open",
         ["participation.csv, fila 2, columna sex, valor «web»: los porcentajes de esta dimensión"
          " suman 102.00 %, lo que el redondeo no explica"]),
        ("a | web | female | 60 | 0 | | bounded | open\nb | web | male | | | 55 | stated | open",
         ["participation.csv, fila 2, columna sex, valor «web»: los porcentajes de esta dimensión"
          " suman 115.00 %, lo que el redondeo no explica"]),
        ("a | web | female | | | 101 | stated | open",
         ["participation.csv, fila 2, columna count, valor «101»: el conteo supera la base de su"
          " proceso, 100",
          "participation.csv, fila 2, columna sex, valor «web»: los porcentajes de esta dimensión"
          " suman 101.00 %, lo que el redondeo no explica"]),
    ],
    ids=["rounded", "beyond rounding", "count over base", "over the base"],
)  # fmt: skip
def test_percents_may_exceed_the_whole_only_by_their_rounding(cells, said):
    assert told("participation", CELLS + cells) == said


def test_misspelt_province_is_told_and_the_undeclared_one_is_not():
    rows = """
        cell_id | process_id | province_code | count | precision | disclosure
        a       | web        | 1             | 5     | stated    | open
        b       | web        | not_stated    | 5     | stated    | open
    """
    assert told("participation", rows) == [
        "participation.csv, fila 2, columna province_code, valor «1»: no está en provinces.csv"
    ]


def test_point_far_from_every_town_of_its_province_is_told():
    rows = """
        event_id | kind  | status | name_es | name_en | province_code | lat   | lon
        near     | other | held   | Cerca   | Near    | 01            | -2.95 | -79.1
        far      | other | held   | Lejos   | Far     | 01            | -2.19 | -79.9
    """  # the second stands in Guayaquil
    (said,) = told("events", rows)
    assert said.startswith("events.csv, fila 3, columna lat, lon, valor «-2.190000, -79.900000»")
    assert said.endswith("km de la población más cercana de su provincia")

"""Who may import what. An arrow that is not here is a decision to take, not a line to add."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "pages": {"frame", "readings"},
    "frame": {"frame", "readings", "queries", "data", "exports", "charts", "language", "streamlit",
              "starlette", "polars", "jinja2", "markupsafe"},
    "exports": {"exports", "readings", "queries", "data", "charts", "language", "polars",
                "xlsxwriter", "docx", "pptx", "typst"},
    "readings": {"readings", "queries", "data", "charts", "language", "polars", "plotly"},
    "charts": {"charts", "plotly", "pydeck"},
    "queries": {"queries", "data", "duckdb", "polars"},
    "data": {"data", "language", "polars", "pandera"},
    "language.py": {"babel"},
    "dashboard.py": {"frame", "streamlit", "starlette"},
}  # fmt: skip
OURS = {"pages", "frame", "exports", "readings", "charts", "queries", "data", "language"}
KNOWN = OURS.union(*MAY_IMPORT.values())
LONGEST = 300  # lines of a file


def files(layer: str) -> list[Path]:
    return [ROOT / layer] if layer.endswith(".py") else sorted((ROOT / layer).rglob("*.py"))


@pytest.mark.parametrize("layer, allowed", MAY_IMPORT.items(), ids=MAY_IMPORT)
def test_layer_imports_only_what_it_may(layer, allowed):
    assert files(layer)
    for path in files(layer):
        assert imported(path) & KNOWN <= allowed, path.name


def test_pages_only_place_readings_and_filters():
    for path in files("pages"):
        source = path.read_text()
        assert len(source.splitlines()) <= 40, path.name
        assert not [
            node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)
        ]


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_no_file_holds_two_ideas(layer):
    for path in files(layer):
        assert len(path.read_text().splitlines()) <= LONGEST, path.name


def test_nothing_is_read_from_outside_the_project():
    for layer in MAY_IMPORT:
        for path in files(layer):
            assert "shared/" not in path.read_text(), path.name


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.split(".")[0] for name in names}

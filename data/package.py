"""The data package of a snapshot: what its files hold, in both languages, with their hashes."""

import json
from datetime import date
from pathlib import Path

import polars as pl

from data.contracts import TABLES, Column, Table
from data.published import PACKAGE, sha256
from language import FIRST, LANGUAGES, Language
from language import marked as N_

TITLE = N_("Ecuador's open government action plans, as known on {cut_off}")
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
TYPES = {pl.String: "string", pl.Int64: "integer", pl.Date: "date", pl.Boolean: "boolean"}


def write(folder: Path, cut_off: date, corrects: str = "", reason: str = "") -> None:
    """Write `datapackage.json` (Frictionless Data Package v1) beside the tables of the folder."""
    content = {
        "profile": "tabular-data-package",
        "name": f"tablero-de-estado-abierto-{cut_off}",
        **_in_each("title", TITLE, cut_off=cut_off.isoformat()),
        "created": f"{cut_off}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": _sources(folder),
        **({"corrects": corrects, "reason": reason} if corrects else {}),
        "resources": [_resource(table, folder) for table in TABLES.values()],
    }
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (folder / PACKAGE).write_text(text + "\n", "utf-8")


def _in_each(name: str, message: str, **values: str) -> dict[str, str]:
    """A text in the first language under the plain name, in the others under `name_<code>`."""
    texts = {code: Language(code).gettext(message).format(**values) for code in LANGUAGES}
    return {name if code == FIRST else f"{name}_{code}": text for code, text in texts.items()}


def _sources(folder: Path) -> list[dict]:
    rows = pl.read_parquet(folder / "sources.parquet").to_dicts()
    return [{"title": row["title"]} | ({"path": row["url"]} if row["url"] else {}) for row in rows]


def _resource(table: Table, folder: Path) -> dict:
    path = folder / f"{table.name}.parquet"
    return {
        "name": table.name.replace("_", "-"),
        "path": path.name,
        "profile": "tabular-data-resource",
        **_in_each("title", table.title),
        **_in_each("description", table.about),
        "format": "parquet",
        "rows": pl.scan_parquet(path).select(pl.len()).collect().item(),
        "hash": sha256(path),
        "schema": {
            "fields": [_field(name, column) for name, column in table.columns.items()],
            "primaryKey": list(table.key),
            "missingValues": ["", "nan"],
        },
    }


def _field(name: str, column: Column) -> dict:
    kind = "number" if isinstance(column.dtype, pl.Decimal) else TYPES[column.dtype]
    return {"name": name, "type": kind, **_in_each("description", column.about)}

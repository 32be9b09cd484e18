"""Run one .sql file against one snapshot. The only module that imports duckdb."""

from functools import cache, lru_cache
from pathlib import Path

import duckdb
import polars as pl

from data.published import Snapshot, verify

SQL = Path(__file__).parent
# In the order in which they read each other.
VIEWS = (
    "located_events",
    "commitment_leads",
    "current_reports",
    "plan_states",
    "windows",
    "milestone_states",
    "voice_states",
    "milestone_flags",
    "plan_rows",
)
EARLIER = "earlier"  # the schema of the cut-off that another is compared with


@cache
def sql(name: str) -> str:
    """The text of queries/<name>.sql."""
    return (SQL / f"{name}.sql").read_text("utf-8")


@lru_cache(maxsize=16)
def connection(snapshot: Snapshot, earlier: Snapshot | None = None) -> duckdb.DuckDBPyConnection:
    """One locked connection per snapshot; never query it directly, take a cursor.

    Where it is compared with an earlier one, that one's tables and views stand in the schema
    `earlier`. Raises SnapshotRefused where a folder is not what was published.
    """
    asked = {"main": snapshot} | ({EARLIER: earlier} if earlier else {})
    for each in asked.values():
        verify(each)
    con = duckdb.connect(config={"python_enable_replacements": False})
    folders = ", ".join(f"'{each.folder}'" for each in asked.values())
    con.execute(f"set allowed_directories = [{folders}]")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    for schema, each in asked.items():
        con.execute(f"create schema if not exists {schema}")
        con.execute(f"use {schema}")  # a view reads what stands in its own schema
        _create_views(con, each)
    con.execute("use main")
    return con


def _create_views(con: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> None:
    for table in sorted(snapshot.folder.glob("*.parquet")):  # views made before the locks die
        con.read_parquet(str(table)).create_view(table.stem)
    con.execute(f"create view snapshot as select date '{snapshot.cut_off}' as cut_off_on")
    for view in VIEWS:
        con.execute(f"create view {view} as {sql(f'views/{view}')}")


def run(
    name: str, snapshot: Snapshot, *, earlier: Snapshot | None = None, **params: object
) -> pl.DataFrame:
    """The answer of queries/<name>.sql over the snapshot's tables, its cut-off and the views."""
    given = {
        key: tuple(value) if isinstance(value, list) else value for key, value in params.items()
    }
    return _answer(name, snapshot, earlier, tuple(given.items()))


@lru_cache(maxsize=1024)  # a snapshot never changes, and a page asks the same more than once
def _answer(
    name: str, snapshot: Snapshot, earlier: Snapshot | None, given: tuple[tuple[str, object], ...]
) -> pl.DataFrame:
    params = {key: list(value) if isinstance(value, tuple) else value for key, value in given}
    with connection(snapshot, earlier).cursor() as cursor:  # threads sharing one mix up their rows
        return cursor.sql(sql(name), params=params).pl()

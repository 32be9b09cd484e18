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
    "current_reports",
    "plan_states",
    "windows",
    "milestone_states",
    "voice_states",
    "milestone_flags",
)


@cache
def sql(name: str) -> str:
    """The text of queries/<name>.sql."""
    return (SQL / f"{name}.sql").read_text("utf-8")


@lru_cache(maxsize=16)
def connection(snapshot: Snapshot) -> duckdb.DuckDBPyConnection:
    """One locked connection per snapshot; never query it directly, take a cursor.

    Raises SnapshotRefused where the folder is not what was published.
    """
    verify(snapshot)
    con = duckdb.connect(config={"python_enable_replacements": False})
    con.execute(f"set allowed_directories = ['{snapshot.folder}']")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    for table in sorted(snapshot.folder.glob("*.parquet")):  # views made before the locks die
        con.read_parquet(str(table)).create_view(table.stem)
    con.execute(f"create view snapshot as select date '{snapshot.cut_off}' as cut_off_on")
    for view in VIEWS:
        con.execute(f"create view {view} as {sql(f'views/{view}')}")
    return con


def run(name: str, snapshot: Snapshot, **params: object) -> pl.DataFrame:
    """The answer of queries/<name>.sql over the snapshot's tables, its cut-off and the views."""
    with connection(snapshot).cursor() as cursor:  # threads sharing one mix up their rows
        return cursor.sql(sql(name), params=params).pl()

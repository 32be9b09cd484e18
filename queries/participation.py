"""Questions about who took part. One function per .sql file of the same name."""

import polars as pl

from data.published import Snapshot
from queries import run


def processes_held(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Processes of the plan, then those of no plan, with what they count and of how many."""
    return run("processes_held", snapshot, plan_id=plan_id)


def dimensions_published(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """How completely each dimension of each process was published, and what it is crossed with."""
    return run("dimensions_published", snapshot, plan_id=plan_id)


def participation_cells(snapshot: Snapshot, process_id: str, dimension: str) -> pl.DataFrame:
    """Groups of one dimension of one process, as published; none where nothing was."""
    return run("participation_cells", snapshot, process_id=process_id, dimension=dimension)


def census_shares(snapshot: Snapshot, dimension: str) -> pl.DataFrame:
    """Share of each group in the census; none for a dimension that the census does not count."""
    return run("census_shares", snapshot, dimension=dimension)


def implementation_participants(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Participants of each milestone as its lead institution reports them."""
    return run("implementation_participants", snapshot, plan_id=plan_id)

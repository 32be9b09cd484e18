"""Questions about plans, their words and their documents. One function per .sql file."""

import polars as pl

from data.published import Snapshot
from queries import run


def plans(snapshot: Snapshot) -> pl.DataFrame:
    """Plans known at the cut-off with their state and size, the one shown by default first."""
    return run("plans", snapshot)


def labels(snapshot: Snapshot) -> pl.DataFrame:
    """Label of every code in both languages, in the order of its scheme."""
    return run("labels", snapshot)


def documents(snapshot: Snapshot) -> pl.DataFrame:
    """Every document that a row may rest on."""
    return run("documents", snapshot)


def contradicting_documents(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Contradictions of the plan known at the cut-off, and those of no plan."""
    return run("contradicting_documents", snapshot, plan_id=plan_id)

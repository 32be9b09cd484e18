"""Questions about one commitment. One function per .sql file of the same name."""

import polars as pl

from data.published import Snapshot
from queries import run


def commitment_ids(snapshot: Snapshot) -> pl.DataFrame:
    """Plan, number and OGP id of every commitment."""
    return run("commitment_ids", snapshot)


def commitment_fiche(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """One row: what it promises, against which problem, between which dates."""
    return run("commitment_fiche", snapshot, plan_id=plan_id, commitment_no=commitment_no)


def commitment_parties(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """Institutions that lead, accompany or support it."""
    return run("commitment_parties", snapshot, plan_id=plan_id, commitment_no=commitment_no)


def commitment_labels(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """Its goals, OGP values and policy areas."""
    return run("commitment_labels", snapshot, plan_id=plan_id, commitment_no=commitment_no)


def commitment_history(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """Every report of it and of its milestones, the latest first."""
    return run("commitment_history", snapshot, plan_id=plan_id, commitment_no=commitment_no)


def commitment_facts(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """What documents tell of it, by kind."""
    return run("commitment_facts", snapshot, plan_id=plan_id, commitment_no=commitment_no)


def commitment_indicators(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """Its baselines, targets and results."""
    return run("commitment_indicators", snapshot, plan_id=plan_id, commitment_no=commitment_no)


def commitment_assessments(snapshot: Snapshot, plan_id: str, commitment_no: int) -> pl.DataFrame:
    """What the IRM found, in its own scales."""
    return run("commitment_assessments", snapshot, plan_id=plan_id, commitment_no=commitment_no)

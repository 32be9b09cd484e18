"""Questions about how a plan is made and accompanied. One function per .sql file."""

import polars as pl

from data.published import Snapshot
from queries import run


def cocreation_stages(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Stages of the co-creation, planned first."""
    return run("cocreation_stages", snapshot, plan_id=plan_id)


def announced_events(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Events and series that are announced or planned."""
    return run("announced_events", snapshot, plan_id=plan_id)


def plan_agreements(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Agreements of the meetings on the plan, latest meeting first."""
    return run("plan_agreements", snapshot, plan_id=plan_id)


def plan_obligations(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Deadlines of the plan that are in force."""
    return run("plan_obligations", snapshot, plan_id=plan_id)


def obligation_clocks(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Every rule that binds the plan, with the day it is due next as far as registers tell."""
    return run("obligation_clocks", snapshot, plan_id=plan_id)


def core_group(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Members of its Core Group."""
    return run("core_group", snapshot, plan_id=plan_id)


def plan_recommendations(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """What documents recommend for the next plans."""
    return run("plan_recommendations", snapshot, plan_id=plan_id)


def plan_indicators(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Numbers of the plan as a whole and of what surrounds it."""
    return run("plan_indicators", snapshot, plan_id=plan_id)

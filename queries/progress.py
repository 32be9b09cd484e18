"""Questions about progress and lateness. One function per .sql file of the same name."""

from collections.abc import Sequence

import polars as pl

from data.published import Snapshot
from queries import run


def voice_means(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Plain mean, coverage and completed per voice: of the plan and of each commitment."""
    return run("voice_means", snapshot, plan_id=plan_id)


def plan_standing(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """One row of counts by the headline voice; no row for a plan without milestones."""
    return run("plan_standing", snapshot, plan_id=plan_id)


def state_counts(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Milestones per state by the headline voice, most advanced first, unreported last."""
    return run("state_counts", snapshot, plan_id=plan_id)


def commitments_standing(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Mean, coverage, lateness and lead institutions of each commitment."""
    return run("commitments_standing", snapshot, plan_id=plan_id)


def institutions_standing(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Milestones, completed and late ones of each lead institution."""
    return run("institutions_standing", snapshot, plan_id=plan_id)


def planned_ends(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Milestones that were to be finished by each day, cumulated, per schedule version."""
    return run("planned_ends", snapshot, plan_id=plan_id)


def reporting_rounds(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """What each voice had told by the end of each of its rounds, with its coverage."""
    return run("reporting_rounds", snapshot, plan_id=plan_id)


def milestones_standing(
    snapshot: Snapshot,
    plan_id: str,
    *,
    commitment_nos: Sequence[int] = (),
    theme_ids: Sequence[str] = (),
    institution_ids: Sequence[str] = (),
    states: Sequence[str] = (),
    sdgs: Sequence[str] = (),
    groups: Sequence[str] = (),
) -> pl.DataFrame:
    """Windows, slip, state and lead of each milestone that passes; nothing chosen means all."""
    return run(
        "milestones_standing",
        snapshot,
        plan_id=plan_id,
        commitment_nos=list(commitment_nos),
        theme_ids=list(theme_ids),
        institution_ids=list(institution_ids),
        states=list(states),
        sdgs=list(sdgs),
        groups=list(groups),
    )


def due_milestones(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Milestones overdue, fallen due without report or due in 90 days, with lead and reason."""
    return run("due_milestones", snapshot, plan_id=plan_id)


def later_documents(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """What lead institutions said of their milestones in a document after their last report."""
    return run("later_documents", snapshot, plan_id=plan_id)


def milestone_filters(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """What the milestones may be chosen by, each choice with how many it has."""
    return run("milestone_filters", snapshot, plan_id=plan_id)


def printed_plan_means(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Means that others printed for the plan, beside what their own lines and the forms give."""
    return run("printed_plan_means", snapshot, plan_id=plan_id)


def printed_milestones(snapshot: Snapshot, plan_id: str, source_id: str) -> pl.DataFrame:
    """Each figure a document printed of a commitment or milestone, beside the form it rests on."""
    return run("printed_milestones", snapshot, plan_id=plan_id, source_id=source_id)

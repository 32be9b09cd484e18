"""Questions about what changed between two cut-offs. One function per .sql file."""

import polars as pl

from data.published import Snapshot
from queries import run


def report_changes(earlier: Snapshot, later: Snapshot, plan_id: str, voice: str) -> pl.DataFrame:
    """Milestones of which the voice says something else: completed, begun, set back, percent."""
    return run("report_changes", later, earlier=earlier, plan_id=plan_id, voice=voice)


def lateness_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Milestones that became overdue or expired without report, and those that no longer are."""
    return run("lateness_changes", later, earlier=earlier, plan_id=plan_id)


def date_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Windows in force that were moved, with the months; milestone 0 is the commitment's own."""
    return run("date_changes", later, earlier=earlier, plan_id=plan_id)


def disagreement_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Milestones on which voices began or ceased to differ."""
    return run("disagreement_changes", later, earlier=earlier, plan_id=plan_id)


def content_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Commitments, milestones, actors and tags that were added, dropped or renamed."""
    return run("content_changes", later, earlier=earlier, plan_id=plan_id)


def participation_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Participation processes that were added, dropped or counted anew."""
    return run("participation_changes", later, earlier=earlier, plan_id=plan_id)


def event_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Events and series that were added, dropped or told anew."""
    return run("event_changes", later, earlier=earlier, plan_id=plan_id)


def agreement_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Agreements of meetings that were added, dropped or told anew."""
    return run("agreement_changes", later, earlier=earlier, plan_id=plan_id)


def table_changes(earlier: Snapshot, later: Snapshot, plan_id: str) -> pl.DataFrame:
    """Rows about the plan added, dropped or changed, by table: nothing goes unsaid."""
    return run("table_changes", later, earlier=earlier, plan_id=plan_id)

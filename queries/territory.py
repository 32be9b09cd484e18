"""Questions about where: provinces, zones, events. One function per .sql file."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from data.published import Snapshot
from queries import run

Period = tuple[date | None, date | None]  # first and last day, none where open
EVER: Period = (None, None)


def _asked(plan_id: str, kinds: Sequence[str], period: Period) -> dict:
    from_on, until_on = period
    return {"plan_id": plan_id, "kinds": list(kinds), "from_on": from_on, "until_on": until_on}


def province_coverage(
    snapshot: Snapshot,
    plan_id: str,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> pl.DataFrame:
    """Each province with its events, attendance, people, proposals and status; no kinds = all."""
    asked = _asked(plan_id, kinds, period)
    return run("province_coverage", snapshot, **asked)


def region_coverage(
    snapshot: Snapshot,
    plan_id: str,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> pl.DataFrame:
    """Each natural region with its provinces, how many are covered, and their people."""
    asked = _asked(plan_id, kinds, period)
    return run("region_coverage", snapshot, **asked)


def zone_coverage(
    snapshot: Snapshot,
    plan_id: str,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> pl.DataFrame:
    """Each planning zone with its events and, where it is whole provinces, its people."""
    asked = _asked(plan_id, kinds, period)
    return run("zone_coverage", snapshot, **asked)


def covered_population(
    snapshot: Snapshot,
    plan_id: str,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> pl.DataFrame:
    """One row: provinces, covered ones, their people, and that as a percentage of all."""
    asked = _asked(plan_id, kinds, period)
    return run("covered_population", snapshot, **asked)


def events_listed(
    snapshot: Snapshot,
    plan_id: str,
    kinds: Sequence[str] = (),
    period: Period = EVER,
    province_codes: Sequence[str] = (),
) -> pl.DataFrame:
    """Events and series of the plan by kind, each series before its events."""
    asked = _asked(plan_id, kinds, period)
    return run("events_listed", snapshot, **asked, province_codes=list(province_codes))


def event_sheet(snapshot: Snapshot, event_id: str) -> pl.DataFrame:
    """One event or series, with the census of its province; empty where there is none."""
    return run("event_sheet", snapshot, event_id=event_id)


def events_origins(
    snapshot: Snapshot, plan_id: str, kinds: Sequence[str] = (), event_ids: Sequence[str] = ()
) -> pl.DataFrame:
    """Home cities of those who came; a destination only where it is one event's own."""
    asked = {"plan_id": plan_id, "kinds": list(kinds), "event_ids": list(event_ids)}
    return run("events_origins", snapshot, **asked)


def findings_of_event(snapshot: Snapshot, event_id: str) -> pl.DataFrame:
    """What people said in it, then what they said in its series."""
    return run("findings_of_event", snapshot, event_id=event_id)


def event_proposals(snapshot: Snapshot, event_id: str) -> pl.DataFrame:
    """Outcomes of the proposals of the co-creation it was part of."""
    return run("event_proposals", snapshot, event_id=event_id)


def province_sheet(snapshot: Snapshot, province_code: str, plan_id: str) -> pl.DataFrame:
    """One province with its people and its events; empty where there is none."""
    return run("province_sheet", snapshot, province_code=province_code, plan_id=plan_id)

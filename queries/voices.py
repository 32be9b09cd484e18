"""Questions about voices and institutions. One function per .sql file of the same name."""

from collections.abc import Sequence

import polars as pl

from data.published import Snapshot
from queries import run


def voice_agreement(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """One row of counts of what asks for attention; none without milestones."""
    return run("voice_agreement", snapshot, plan_id=plan_id)


def milestone_voices(
    snapshot: Snapshot,
    plan_id: str,
    *,
    commitment_nos: Sequence[int] = (),
    groups: Sequence[str] = (),
) -> pl.DataFrame:
    """What each voice says of each milestone, documents beside; nothing chosen means all."""
    return run(
        "milestone_voices",
        snapshot,
        plan_id=plan_id,
        commitment_nos=list(commitment_nos),
        groups=list(groups),
    )


def unmet_responsibilities(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Current reports that say the other party did not do its part."""
    return run("unmet_responsibilities", snapshot, plan_id=plan_id)


def institution_names_held(snapshot: Snapshot, institution_id: str) -> pl.DataFrame:
    """Names of an institution, the official one of the cut-off first."""
    return run("institution_names_held", snapshot, institution_id=institution_id)


def institution_commitments(snapshot: Snapshot, institution_id: str) -> pl.DataFrame:
    """What an institution leads, accompanies or supports, in every plan."""
    return run("institution_commitments", snapshot, institution_id=institution_id)


def institution_reports(snapshot: Snapshot, institution_id: str) -> pl.DataFrame:
    """Current reports of an institution, as lead or as counterpart."""
    return run("institution_reports", snapshot, institution_id=institution_id)


def institution_tasks(
    snapshot: Snapshot, plan_id: str, institution_ids: Sequence[str] = ()
) -> pl.DataFrame:
    """Milestones that ask something of each institution; none chosen means all."""
    return run(
        "institution_tasks", snapshot, plan_id=plan_id, institution_ids=list(institution_ids)
    )

"""Questions about the proposals of a plan. One function per .sql file of the same name."""

from collections.abc import Sequence

import polars as pl

from data.published import Snapshot
from queries import run


def proposals_found(
    snapshot: Snapshot,
    plan_id: str,
    text: str = "",
    category_nos: Sequence[int] = (),
    citizen_code: str = "",
) -> pl.DataFrame:
    """Proposals that contain every word of the text, with or without accents."""
    return run(
        "proposals_found",
        snapshot,
        plan_id=plan_id,
        text=text,
        category_nos=list(category_nos),
        citizen_code=citizen_code,
    )


def proposal_categories(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """Categories of the plan's proposals with how many each has, and how many with codes."""
    return run("proposal_categories", snapshot, plan_id=plan_id)

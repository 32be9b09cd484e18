"""Rows as a reader may take them: no zero where nothing was reported or published."""

import polars as pl

# of what each is a part, in order of preference: a part of nothing is not known
PART_OF = {
    "completed": ("reported", "milestones"),
    "dated_twice": ("milestones",),
    "disagreed": ("milestones",),
    "due_soon": ("milestones",),
    "expired_unreported": ("milestones",),
    "late_originally": ("reported", "milestones"),
    "milestones": ("milestones",),
    "overdue": ("reported", "milestones"),
    "reported": ("milestones",),
    "told": ("milestones",),
    "told_completed": ("told", "milestones"),
}
OF_EVENTS = ("attendance_known", "events", "undated", "unplaced")


def known(data: pl.DataFrame) -> pl.DataFrame:
    """Counts of milestones where there are any to count, and of events where places are known."""
    parts = {
        name: pl.col(next(whole for whole in wholes if whole in data.columns)) > 0
        for name, wholes in PART_OF.items()
        if name in data.columns and set(wholes) & set(data.columns)
    }
    if {"events", "status"} <= set(data.columns):  # that there was none is known of some plans
        placed = (pl.col("events") > 0) | (pl.col("status") == "no_event")
        parts |= {name: placed for name in OF_EVENTS if name in data.columns}
    return data.with_columns(pl.when(holds).then(name).alias(name) for name, holds in parts.items())

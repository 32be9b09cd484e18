"""How far the end of each milestone was moved."""

from collections import Counter
from functools import partial

import polars as pl

import charts
from data.published import Snapshot
from language import Language
from queries import sql
from readings import (
    NO_REPORT,
    Reading,
    cited,
    commitment_name,
    for_download,
    milestone_name,
    names,
)
from readings.choices import Choices, chosen_milestones


def slips(snapshot: Snapshot, plan_id: str, language: Language, choices: Choices) -> Reading | None:
    """How many months the end of each milestone was moved; none where nothing was moved."""
    _ = language.gettext
    rows = chosen_milestones(snapshot, plan_id, choices)
    moved = rows.drop_nulls("slip_months")
    if moved.is_empty() or (moved["slip_months"] == 0).all():
        return None
    median = moved["slip_months"].median()
    chart = partial(
        charts.slip_dots,
        _dots(moved, snapshot, language),
        median,
        _("median {months}").format(months=language.number(_whole(median), signed=True)),
        _("months from the original end to the end in force"),
    )
    finding = _slip_finding(moved, median, language)
    return Reading(
        name="slips",
        question=finding,
        basis=_(
            "A mark per milestone, {dated} of {milestones}: those whose end is known in both"
            " schedules. Commitments in order of their median."
        ).format(dated=len(moved), milestones=len(rows)),
        chart=chart,
        alt=finding,
        data=for_download(rows, snapshot),
        sources=cited(moved, snapshot, language),
        query=sql("milestones_standing"),
        notes=_slip_reasons(moved, language),
    )


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _slip_finding(moved: pl.DataFrame, median: float, language: Language) -> str:
    _ = language.gettext
    most = moved["slip_months"].max()
    farthest = moved.filter(pl.col("slip_months") == most)
    numbers = [f"{row['commitment_no']}.{row['milestone_no']}" for row in farthest.to_dicts()]
    middle = _("Half of the milestones moved {median} months or more").format(
        median=language.number(_whole(median))
    )
    if len(numbers) > 4:
        return middle
    return _("{middle}; {list}, {most}").format(
        middle=middle, list=language.listed(numbers), most=language.number(most)
    )


def _dots(moved: pl.DataFrame, snapshot: Snapshot, language: Language) -> list[charts.Dot]:
    words = names(snapshot, language)
    called = words["state"] | words[NO_REPORT]
    medians = moved.group_by("commitment_no").agg(order=pl.col("slip_months").median())
    ordered = moved.join(medians, on="commitment_no").sort(
        ["order", "commitment_no", "milestone_no"], descending=[True, False, False]
    )
    dots = []
    for row in ordered.to_dicts():
        state = row["state"] or NO_REPORT
        months = language.number(row["slip_months"], signed=True)
        dots.append(
            charts.Dot(
                commitment_name(row, language, "commitment_title"),
                f"{row['commitment_no']}.{row['milestone_no']}",
                row["slip_months"],
                state,
                language.gettext("{milestone}: {months} months, {state}").format(
                    milestone=milestone_name(row, language), months=months, state=called[state]
                ),
            )
        )
    return dots


def _slip_reasons(moved: pl.DataFrame, language: Language) -> tuple[str, ...]:
    """The reasons documents give for the new dates, each with how many milestones it moved."""
    said = Counter(language.text(row, "reason") for row in moved.to_dicts())
    return tuple(
        language.ngettext(
            "{reason} ({count} milestone)", "{reason} ({count} milestones)", count
        ).format(reason=reason, count=count)
        for reason, count in said.most_common(3)
        if reason
    )

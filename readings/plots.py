"""Charts of the plan as their numbers, for whoever draws them: on a slide or natively."""

from datetime import date
from itertools import groupby

import polars as pl

from data.published import Snapshot
from language import Language
from queries.governance import cocreation_stages
from queries.progress import milestones_standing, planned_ends, reporting_rounds
from queries.territory import event_proposals
from readings import NO_REPORT, Plot, Series, counted, names
from readings.breakdowns import Breakdown
from readings.propuestas import ACTUAL

IN_FORCE, ORIGINAL = "in_force", "original"


def planned_and_reported(snapshot: Snapshot, plan_id: str, language: Language) -> Plot | None:
    """Steps of the planned ends, and each round of reports as a series of one day.

    Categories are days as ISO text. A series known on every day is a step line; one known on a
    single day is a mark, that of the cut-off in the colour of the schedule it was asked of. None
    where most ends are not known.
    """
    planned = planned_ends(snapshot, plan_id)
    in_force = planned.filter(pl.col("version") == IN_FORCE)
    if in_force.is_empty() or 2 * in_force["dated"][0] < in_force["milestones"][0]:
        return None
    curves = {
        version: planned.filter(pl.col("version") == version).select("ends_on", "planned").rows()
        for version in (ORIGINAL, IN_FORCE)
    }
    if curves[ORIGINAL] == curves[IN_FORCE] or not curves[ORIGINAL]:
        del curves[ORIGINAL]
    rounds = reporting_rounds(snapshot, plan_id)
    days = {day for steps in curves.values() for day, _count in steps}
    days = sorted({*days, *rounds["last_reported_on"], *_near(snapshot.cut_off, days)})
    return Plot(
        "steps",
        tuple(day.isoformat() for day in days),
        (
            *_steps(curves, days, language),
            *_asked(curves[IN_FORCE], days, snapshot.cut_off, language),
            *_rounds(rounds, days, snapshot, language),
        ),
        language.gettext("milestones finished"),
    )


def _near(cut_off: date, days: set[date]) -> tuple[date, ...]:
    """The cut-off, unless it lies so late that it would squeeze every step to nothing."""
    return (cut_off,) if (cut_off - max(days)).days <= 90 else ()


def _by(steps: list[tuple[date, int]], day: date) -> int:
    return max((count for on, count in steps if on <= day), default=0)


def _steps(curves: dict, days: list[date], language: Language) -> list[Series]:
    _ = language.gettext
    called = {ORIGINAL: _("original plan"), IN_FORCE: _("schedule in force")}
    return [
        Series(called[version], version, tuple(_by(steps, day) for day in days))
        for version, steps in curves.items()
    ]


def _asked(steps: list, days: list[date], cut_off: date, language: Language) -> list[Series]:
    if cut_off not in days:
        return []
    name = language.gettext("cut-off {date}").format(date=language.date(cut_off))
    return [Series(name, IN_FORCE, _on(cut_off, _by(steps, cut_off), days))]


def _on(day: date, value: int, days: list[date]) -> tuple[int | None, ...]:
    return tuple(value if each == day else None for each in days)


def _rounds(rounds: pl.DataFrame, days: list[date], snapshot: Snapshot, language: Language) -> list:
    """Who speaks, when, and of how many milestones; never a line from one to the next."""
    words = names(snapshot, language)["voice"]
    message = language.gettext("{who}, {date} (speaks of {reported})")
    return [
        Series(
            message.format(
                who=_who(row, words, language),
                date=language.date(row["last_reported_on"], row["date_precision"]),
                reported=row["reported"],
            ),
            "ink",
            _on(row["last_reported_on"], row["completed"], days),
        )
        for row in rounds.to_dicts()
    ]


def _who(row: dict, words: dict[str, str], language: Language) -> str:
    if row["voice"] != "document":
        return words[row["voice"]]
    if row["speaker"] is None:
        return language.gettext("Document")
    return language.gettext("Document of {name}").format(name=row["speaker"])


def states_by_commitment(snapshot: Snapshot, plan_id: str, language: Language) -> Plot | None:
    """Milestones of each commitment by state; none where no lead institution has reported."""
    standing = milestones_standing(snapshot, plan_id)
    if standing.is_empty() or not standing["is_reported"].any():
        return None
    words = names(snapshot, language)
    called = words["state"] | words[NO_REPORT]
    found = {
        key: [row["state"] or NO_REPORT for row in held]
        for key, held in groupby(
            standing.to_dicts(),
            lambda row: (row["commitment_no"], language.text(row, "commitment_title") or ""),
        )
    }
    order = [*reversed([code for code in words["state"] if code != "stopped"]), "stopped"]
    present = [code for code in (*order, NO_REPORT) if any(code in held for held in found.values())]
    return Plot(
        "stacked",
        tuple(f"{number}. {title}" for number, title in found),
        tuple(
            Series(called[code], code, tuple(held.count(code) for held in found.values()))
            for code in present
        ),
        counted(2, language)[1],
    )


def shares(found: Breakdown, language: Language, most: int) -> tuple[Plot, int] | None:
    """Shares of those who took part beside the census, and of how many groups; none without."""
    _ = language.gettext
    known = [g for g in found.groups if g.is_comparable and g.share is not None and g.census]
    if not known:
        return None
    kept = sorted(known, key=lambda group: -group.share)[:most] if len(known) > most else known
    taken = (
        _("those who took part")
        if found.measure == "people"
        else _("proposals, not people")
    )  # fmt: skip
    return Plot(
        "bars",
        tuple(group.label for group in kept),
        (
            Series(taken, "execution", tuple(round(g.share, 1) for g in kept)),
            Series(_("2022 census"), "original", tuple(round(group.census, 1) for group in kept)),
        ),
        "%",
    ), len(known)


def funnel(snapshot: Snapshot, plan_id: str, language: Language) -> Plot | None:
    """How many proposals each step of the co-creation left; none where fewer than two are known."""
    stages = cocreation_stages(snapshot, plan_id).filter(
        pl.col("kind") == ACTUAL, pl.col("count_out").is_not_null()
    )
    if len(stages) < 2:
        return None
    left = language.gettext("proposals left")
    return Plot(
        "bars",
        tuple(language.text(row, "name") for row in stages.to_dicts()),
        (Series(left, "execution", tuple(stages["count_out"])),),
        left,
    )


def outcomes(snapshot: Snapshot, event_id: str, language: Language) -> Plot | None:
    """Proposals of an event's co-creation by what became of them; none without any."""
    rows = event_proposals(snapshot, event_id).sort("proposals", descending=True)
    if rows.is_empty():
        return None
    _ = language.gettext
    return Plot(
        "bars",
        tuple(row[language.column("outcome")] or _("not stated") for row in rows.to_dicts()),
        (Series(_("Proposals"), "execution", tuple(rows["proposals"])),),
        _("Proposals"),
    )

"""What was planned over time, and what each round of reports tells of it."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from html import escape

import polars as pl

import charts
from data.published import Snapshot
from language import Language
from queries import sql
from queries.progress import planned_ends, reporting_rounds
from readings import Cell, Plot, Reading, Series, Table, cited, for_download, names, number

HEADLINE = "lead"
NEAR = 90  # days after the last planned end


def rounds(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Planned ends as steps, and what each round of reports had told; none without either."""
    _ = language.gettext
    planned, told = planned_ends(snapshot, plan_id), reporting_rounds(snapshot, plan_id)
    in_force = planned.filter(pl.col("version") == "in_force")
    # a curve of a few known dates would say that the others were never planned
    is_dated = not in_force.is_empty() and 2 * in_force["dated"][0] >= in_force["milestones"][0]
    if not is_dated and told.is_empty():
        return None
    words = names(snapshot, language)
    asked = _planned_by(in_force, snapshot)
    finding = _finding(asked if is_dated else None, told, language)
    return Reading(
        name="reporting_rounds",
        question=finding,
        basis=_basis(in_force, language) if is_dated else "",
        chart=_chart(planned, told, asked, snapshot, words, language) if is_dated else None,
        plot=_plot(planned, told, snapshot, words, language) if is_dated else None,
        alt=finding,
        table=_rounds_table(told, words, language),
        data=for_download(told, snapshot),
        sources=cited(
            pl.concat([told.select("sources"), planned.select("sources")]), snapshot, language
        ),
        query=sql("reporting_rounds"),
        notes=()
        if told.is_empty()
        else (
            _(
                "Voices are never mixed: each mark is what one voice says, of the milestones it"
                " speaks of."
            ),
        ),
    )


def _basis(in_force: pl.DataFrame, language: Language) -> str:
    return language.gettext(
        "Milestones finished, cumulated, of {milestones} ({dated} with a known end). Steps:"
        " what was planned. Marks: what each round of reports tells; between rounds nothing is"
        " known, so there is no line."
    ).format(milestones=in_force["milestones"][0], dated=in_force["dated"][0])


def _chart(
    planned: pl.DataFrame,
    told: pl.DataFrame,
    asked: int,
    snapshot: Snapshot,
    words: dict,
    language: Language,
) -> partial:
    _ = language.gettext
    return partial(
        charts.planned_and_reported,
        _curves(planned),
        {"original": _("original plan"), "in_force": _("schedule in force")},
        [_round(row, words, language) for row in told.to_dicts()],
        planned["milestones"][0],
        snapshot.cut_off,
        _("cut-off {date}").format(date=language.date(snapshot.cut_off)),
        _("<b>{count}</b> planned").format(count=asked) if asked else "",
        language.month(snapshot.cut_off.replace(month=7, day=1)),
    )


def _plot(
    planned: pl.DataFrame, told: pl.DataFrame, snapshot: Snapshot, words: dict, language: Language
) -> Plot:
    """Schedules on every day, as ISO text; the cut-off and each round on the day of theirs."""
    _, curves = language.gettext, _curves(planned)
    named = {"original": _("original plan"), "in_force": _("schedule in force")}
    ends = {day for curve in curves.values() for day, _count in curve}
    days = sorted({*ends, *told["last_reported_on"], *_near(snapshot.cut_off, ends)})
    schedules = (
        Series(named[version], version, tuple(_by(curve, day) for day in days))
        for version, curve in curves.items()
    )
    return Plot(
        "steps",
        tuple(day.isoformat() for day in days),
        (*schedules, *_marks(told, curves["in_force"], days, snapshot, words, language)),
        _("milestones finished"),
    )


def _marks(
    told: pl.DataFrame,
    in_force: list[tuple[date, int]],
    days: list[date],
    snapshot: Snapshot,
    words: dict,
    language: Language,
) -> Iterator[Series]:
    """What was asked for by the cut-off, and what each round tells of the milestones it knows."""
    _ = language.gettext
    if snapshot.cut_off in days:
        name = _("cut-off {date}").format(date=language.date(snapshot.cut_off))
        asked = _by(in_force, snapshot.cut_off)
        yield Series(name, "in_force", _on(snapshot.cut_off, asked, days))
    for row in told.to_dicts():
        name = _("{who}, {date} (speaks of {reported})").format(
            who=_who(row, words, language),
            date=language.date(row["last_reported_on"], row["date_precision"]),
            reported=row["reported"],
        )
        yield Series(name, "ink", _on(row["last_reported_on"], row["completed"], days))


def _on(day: date, value: int, days: list[date]) -> tuple[int | None, ...]:
    return tuple(value if each == day else None for each in days)


def _by(curve: list[tuple[date, int]], day: date) -> int:
    return max((count for end, count in curve if end <= day), default=0)


def _near(cut_off: date, ends: set[date]) -> tuple[date, ...]:
    """The cut-off, unless it lies so late that every step would be squeezed."""
    return (cut_off,) if (cut_off - max(ends)).days <= NEAR else ()


def _curves(planned: pl.DataFrame) -> dict[str, list[tuple[date, int]]]:
    curves = {
        version: planned.filter(pl.col("version") == version).select("ends_on", "planned").rows()
        for version in ("original", "in_force")
        if version in planned["version"]
    }
    if curves.get("original") == curves["in_force"]:
        curves.pop("original")  # nothing was reprogrammed: one line says it
    return curves


def _planned_by(in_force: pl.DataFrame, snapshot: Snapshot) -> int:
    return in_force.filter(pl.col("ends_on") <= snapshot.cut_off)["planned"].max() or 0


def _finding(asked: int | None, told: pl.DataFrame, language: Language) -> str:
    """What was planned against what lead institutions report; without dates, who has spoken."""
    _ = language.gettext
    lead = told.filter(pl.col("voice") == HEADLINE)
    if asked is None:
        return _("What each voice has told of the milestones")
    if not lead.is_empty():
        message = _(
            "The schedule in force asked for {planned} finished milestones by the cut-off;"
            " lead institutions report {completed}"
        )
        return message.format(planned=asked, completed=lead["completed"][-1])
    if not told.is_empty():
        message = _(
            "The schedule in force asked for {planned} finished milestones by the cut-off; there"
            " are no reports of lead institutions"
        )
    elif asked:
        message = _(
            "The schedule in force asked for {planned} finished milestones by the cut-off; there"
            " are no reports yet"
        )
    else:
        message = _("No milestone was to be finished by the cut-off; there are no reports yet")
    return message.format(planned=asked)


def _round(row: dict, words: dict, language: Language) -> charts.Round:
    _ = language.gettext
    who = escape(_who(row, words, language))
    label = _("{who}, {dates}:<br><b>{completed}</b> of the {reported} it speaks of").format(
        who=who, dates=_dates(row, language), completed=row["completed"], reported=row["reported"]
    )
    short = _("{who}<br><b>{completed}</b> of {reported}").format(
        who=who, completed=row["completed"], reported=row["reported"]
    )
    return charts.Round(row["voice"], row["last_reported_on"], row["completed"], label, short)


def _who(row: dict, words: dict, language: Language) -> str:
    if row["voice"] != "document":
        return words["voice"][row["voice"]]
    if row["speaker"] is None:
        return language.gettext("Document")
    return language.gettext("Document of {name}").format(name=row["speaker"])


def _dates(row: dict, language: Language) -> str:
    last = language.date(row["last_reported_on"], row["date_precision"])
    if row["first_reported_on"] == row["last_reported_on"]:
        return last
    first = language.date(row["first_reported_on"], row["date_precision"])
    return f"{first} – {last}"


def _rounds_table(told: pl.DataFrame, words: dict, language: Language) -> Table | None:
    _ = language.gettext
    if told.is_empty():
        return None
    return Table(
        _("What each voice had told by the end of each of its rounds"),
        (_("Voice"), _("Document"), _("Reports"), _("Milestones it speaks of"), _("Completed")),
        tuple(
            (
                Cell(words["voice"][row["voice"]]),
                Cell(row["title"]),
                Cell(_dates(row, language)),
                number(
                    _("{count} of {total}").format(count=row["reported"], total=row["milestones"])
                ),
                number(str(row["completed"])),
            )
            for row in told.to_dicts()
        ),
    )

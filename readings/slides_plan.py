"""The slides on how a plan is doing: state, schedule, commitments, lateness, voices, its making."""

from dataclasses import replace

import polars as pl

from data.published import Snapshot
from language import Language
from queries.progress import milestones_standing
from readings import (
    NO_REPORT,
    Cell,
    Reading,
    Table,
    cocreacion,
    commitments,
    milestone_name,
    names,
    nothing,
    rests_on,
    resumen,
    rounds,
    voces,
)
from readings.slides import (
    DATA,
    MILESTONES,
    SUMMARY,
    VOICES,
    Slide,
    figures_of,
    left_out,
    points,
    rows,
    sentence,
    slide,
)  # fmt: skip

MOST_BARS = 12
Asked = tuple[Snapshot, str, Language]


def state(asked: Asked) -> Slide:
    """How the plan is doing: three figures and the strip, or a sentence where nobody reported."""
    reading = resumen.plan_progress(*asked)
    figures, rest = figures_of(reading, SUMMARY, asked[2])
    return slide(
        "state", reading.question, reading.answer, (rest,),
        figures=figures, strip=reading.strip, sources=reading.sources,
    )  # fmt: skip


def timeline(asked: Asked) -> Slide | None:
    """What was planned and what is reported; as a table where most ends are not known."""
    _, reading = asked[2].gettext, rounds.rounds(*asked)
    if not reading:
        return None
    question, answer = _("What was planned, and what is reported?"), sentence(reading.question)
    plot = reading.plot
    if plot:
        read = _(
            "Milestones finished, cumulated. Lines: what was planned. Marks: what each round of"
            " reports tells; between rounds nothing is known, so there is no line."
        )
        return slide("timeline", question, answer, (read,), plot=plot, alt=reading.alt,
                     sources=reading.sources)  # fmt: skip
    table, rest = rows(reading.table, SUMMARY, asked[2], (0, 2, 3, 4))
    basis = (*reading.notes, rest)
    return slide("timeline", question, answer, basis, table=table, sources=reading.sources)


def commitments_of(asked: Asked) -> Slide | None:
    """Milestones of each commitment by state; without reports, the commitments as a table."""
    _, reading = asked[2].gettext, commitments.commitments(*asked)
    if not reading:
        return None
    question, answer = _("How does each commitment stand?"), sentence(reading.question)
    plot = reading.plot
    if plot and len(plot.categories) <= MOST_BARS:
        read = _("Milestones by the state that their lead institution last reported.")
        return slide("commitments", question, answer, (read,), plot=plot, alt=answer,
                     sources=reading.sources)  # fmt: skip
    if not reading.table:
        return slide("commitments", question, answer, reading.notes, sources=reading.sources)
    table, rest = rows(reading.table, SUMMARY, asked[2], (0, 1, 2, 3))
    basis = (*reading.notes, rest)
    return slide("commitments", question, answer, basis, table=table, sources=reading.sources)


LATE = ("overdue", "expired_unreported", "unfinished_at_close")


def late(asked: Asked) -> Slide | None:
    """The milestones that are late, the longest first; none where none is."""
    snapshot, plan_id, language = asked
    _ = language.gettext
    found = milestones_standing(snapshot, plan_id).sort(
        "in_force_ends_on", "commitment_no", "milestone_no"
    )
    groups = [found.filter(pl.col(f"is_{group}")) for group in LATE]
    held = pl.concat(groups).unique(["commitment_no", "milestone_no"], maintain_order=True)
    if held.is_empty():
        return None
    table, rest = rows(_late_table(held, snapshot, language), MILESTONES, language)
    counts = [
        _late_count(group, len(each), language) for group, each in zip(LATE, groups, strict=True)
    ]
    return slide(
        "late",
        _("Which milestones are late?")
        if len(groups[0]) + len(groups[1])
        else _("Which milestones were not concluded?"),
        sentence(language.listed(filter(None, counts))),
        (rest,),
        table=table,
        sources=rests_on("milestones_standing", held, snapshot, language)["sources"],
    )


def _late_count(group: str, count: int, language: Language) -> str:
    if not count:
        return ""
    said = {
        "overdue": language.ngettext(
            "**{count} milestone** is overdue", "**{count} milestones** are overdue", count
        ),
        "expired_unreported": language.ngettext(
            "**{count}** fell due without a report of its lead institution",
            "**{count}** fell due without a report of their lead institution",
            count,
        ),
        "unfinished_at_close": language.ngettext(
            "**{count} milestone** was not concluded according to its last report",
            "**{count} milestones** were not concluded according to their last report",
            count,
        ),
    }
    return said[group].format(count=count)


def _late_table(held: pl.DataFrame, snapshot: Snapshot, language: Language) -> Table:
    _, words = language.gettext, names(snapshot, language)
    called = words["state"] | words[NO_REPORT]
    lines = []
    for row in held.to_dicts():
        code, end = row["state"] or NO_REPORT, row["in_force_ends_on"]
        flag = next((words["lateness"][g] for g in LATE[:2] if row[f"is_{g}"]), "")
        lines.append(
            (
                Cell(milestone_name(row, language)),
                Cell(called[code], "state", code, flag),
                Cell(language.date(end, row["date_precision"])) if end else nothing(_("not known")),
                Cell(row["leads"]) if row["leads"] else nothing(_("not known")),
            )
        )
    return Table(
        _("Late milestones, the earliest ends first"),
        (_("Milestone"), _("State"), _("End in force"), _("Lead institution")),
        tuple(lines),
    )


def voices(asked: Asked) -> Slide | None:
    """Where the voices differ, milestone by milestone; none where two have not spoken."""
    reading = voces.agreement(*asked)
    if not reading.figures:
        return None
    differ = voces.matrix(*asked, "disagreed")
    if not differ:
        figures, rest = figures_of(reading, VOICES, asked[2])
        return slide("voices", reading.question, reading.answer, (rest,), figures=figures,
                     sources=reading.sources)  # fmt: skip
    table, rest = rows(differ.table, VOICES, asked[2])
    return slide(
        "voices", reading.question, reading.answer, (differ.basis, rest),
        table=table, sources=differ.sources,
    )  # fmt: skip


def stages(asked: Asked) -> Slide | None:
    """The stages of its making: those that were, where any is known, else those planned."""
    reading = cocreacion.stages(*asked)
    if not reading:
        return None
    whole = reading.table
    last = max(whole.groups)
    table = replace(whole, rows=whole.rows[last:], groups={0: whole.groups[last]})
    shown, _rest = rows(table, DATA, asked[2])
    rest = left_out(len(shown.rows), len(whole.rows), DATA, asked[2])
    return slide("stages", reading.question, "", (rest,), table=shown, sources=reading.sources)


def announced(asked: Asked) -> Slide | None:
    """Tables and workshops announced."""
    return _table_slide("announced", cocreacion.tables(*asked), asked, (0, 2, 3, 4))


def agreed(asked: Asked) -> Slide | None:
    """What meetings agreed on it."""
    return _table_slide("agreements", cocreacion.agreements(*asked), asked)


def dates(asked: Asked) -> Slide | None:
    """What it is bound to, and by when."""
    return _table_slide("dates", cocreacion.deadlines(*asked), asked)


def recommended(asked: Asked) -> Slide | None:
    """What documents recommend for the next plans."""
    reading = cocreacion.recommendations(*asked)
    if not reading:
        return None
    shown, rest = points([line[0].text for line in reading.table.rows], SUMMARY, asked[2])
    read = asked[2].gettext("In our words.")
    return slide("recommendations", reading.question, "", (read, rest), points=shown,
                 sources=reading.sources)  # fmt: skip


def _table_slide(
    code: str, reading: Reading | None, asked: Asked, columns: tuple[int, ...] = ()
) -> Slide | None:
    if not reading:
        return None
    page = DATA if code in ("agreements", "dates") else SUMMARY
    table, rest = rows(reading.table, page, asked[2], columns)
    return slide(code, reading.question, reading.answer, (reading.basis, rest), table=table,
                 sources=reading.sources)  # fmt: skip

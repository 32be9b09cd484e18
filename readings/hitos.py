"""Milestones: which are late, due soon or without report, whose are they, and why?"""

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.plans import plans
from queries.progress import institutions_standing, milestones_standing
from readings import (
    NO_REPORT,
    Cell,
    Reading,
    Table,
    cited,
    commitment_name,
    for_download,
    headings,
    milestone_name,
    names,
    nothing,
    number,
    rests_on,
    strip,
)
from readings.choices import Choices, chosen_milestones
from readings.timelines import Axis


def lateness(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """How many milestones are overdue, fell due without report or are due soon."""
    _ = language.gettext
    rows = milestones_standing(snapshot, plan_id)
    (plan,) = plans(snapshot).filter(pl.col("plan_id") == plan_id).to_dicts()
    if rows.is_empty():
        answer = _("No milestones of this plan are known at this cut-off.")
    elif plan["state"] == "implementation":
        answer = _(
            "{overdue}, {expired}, and {due_soon} within the 90 days after the cut-off."
        ).format(
            overdue=_overdue(rows["is_overdue"].sum(), language),
            expired=_expired(rows["is_expired_unreported"].sum(), language),
            due_soon=_due_soon(rows["is_due_soon"].sum(), language),
        )
    elif plan["state"] == "closed":
        answer = _closed(plan, rows, language)
    else:
        answer = _("Implementation had not begun at this cut-off; nothing could be late yet.")
    return Reading(
        name="lateness",
        question=_("Which milestones are late, which are due soon and which have no report?"),
        answer=answer,
        strip=strip(snapshot, plan_id, language) if rows["is_reported"].any() else (),
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("milestones_standing"),
    )


def _overdue(count: int, language: Language) -> str:
    return language.ngettext(
        "**{count} milestone** is overdue", "**{count} milestones** are overdue", count
    ).format(count=count)


def _expired(count: int, language: Language) -> str:
    return language.ngettext(
        "**{count}** fell due without a report of its lead institution",
        "**{count}** fell due without a report of their lead institution",
        count,
    ).format(count=count)


def _due_soon(count: int, language: Language) -> str:
    return language.ngettext("**{count}** is due", "**{count}** are due", count).format(count=count)


def _closed(plan: dict, rows: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    end = language.long_date(plan["ends_on"], plan["date_precision"])
    if not rows["is_reported"].any():
        return _(
            "The plan ended in {end}. No reports of lead institutions on its"
            " **{milestones} known milestones** were found."
        ).format(end=end, milestones=len(rows))
    return _(
        "The plan ended in {end}. According to their last report **{count} of {milestones}"
        " milestones** were not concluded; {unreported} were never reported."
    ).format(
        end=end,
        count=rows["is_unfinished_at_close"].sum(),
        milestones=len(rows),
        unreported=len(rows) - rows["is_reported"].sum(),
    )


def schedule(
    snapshot: Snapshot, plan_id: str, language: Language, choices: Choices
) -> Reading | None:
    """Both windows, state and slip of each milestone chosen, as timelines and as dates."""
    _ = language.gettext
    rows = chosen_milestones(snapshot, plan_id, choices)
    if rows.is_empty():
        return None
    return Reading(
        **rests_on("milestones_standing", rows, snapshot, language),
        question=_schedule_finding(rows, language),
        basis=_(
            "Thin line: original plan. Thick bar: schedule in force, in the colour and symbol of"
            " the last state its lead institution reported. Dotted tail: time overdue up to the"
            " cut-off."
        ),
        table=_schedule_table(rows, snapshot, language),
        notes=_schedule_notes(rows, language),
    )


def _schedule_finding(rows: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    overdue = _commitments_of(rows, "is_overdue", language)
    expired = _commitments_of(rows, "is_expired_unreported", language)
    said = []
    if overdue:
        said.append(_("overdue in {commitments}").format(commitments=overdue))
    if expired:
        said.append(_("fell due without report in {commitments}").format(commitments=expired))
    if said:
        finding = "; ".join(said)
        return finding[0].upper() + finding[1:]
    return language.ngettext(
        "{count} milestone and its dates", "{count} milestones and their dates", len(rows)
    ).format(count=len(rows))


def _commitments_of(rows: pl.DataFrame, group: str, language: Language) -> str:
    numbers = rows.filter(pl.col(group))["commitment_no"].unique().sort().to_list()
    if not numbers:
        return ""
    return language.ngettext("commitment {numbers}", "commitments {numbers}", len(numbers)).format(
        numbers=language.listed(str(number) for number in numbers)
    )


def _schedule_notes(rows: pl.DataFrame, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    notes = [
        _("A date known by month is drawn at the end of the month. An empty cell is not known.")
    ]
    if (rows["is_completed"] & (rows["percent"] < 100)).any():
        notes.append(_("A milestone reported as completed can carry less than 100 %."))
    if (~rows["is_completed"] & (rows["percent"] == 100)).any():
        notes.append(
            _("100 % is not the same as completed: the state is what the institution chose.")
        )
    return tuple(notes)


def _schedule_table(rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> Table:
    _ = language.gettext
    words = names(snapshot, language)
    axis = Axis.around(rows, snapshot.cut_off)
    groups = headings(commitment_name(row, language, "commitment_title") for row in rows.to_dicts())
    return Table(
        language.ngettext(
            "{count} milestone: original window, window in force and last report",
            "{count} milestones: original window, window in force and last report",
            len(rows),
        ).format(count=len(rows)),
        (_("Milestone"), _("Timeline"), _("State"), _("Original window"), _("Window in force"),
         _("Months moved")),
        tuple(_schedule_row(row, axis, words, language) for row in rows.to_dicts()),
        groups if len(groups) > 1 else {},
        axis.scale(language),
    )  # fmt: skip


def _schedule_row(
    row: dict, axis: Axis, words: dict[str, dict[str, str]], language: Language
) -> tuple[Cell, ...]:
    _ = language.gettext
    state = row["state"] or NO_REPORT
    slip = row["slip_months"]
    return (
        Cell(milestone_name(row, language)),
        Cell("", "timeline", timeline=axis.timeline(row, state)),
        _state(row, state, words, language),
        _window(row, "original", language),
        _window(row, "in_force", language),
        nothing(_("not known")) if slip is None else number(language.number(slip, signed=True)),
    )


def _state(row: dict, state: str, words: dict[str, dict[str, str]], language: Language) -> Cell:
    """State, percent and date of the last report, and whether it is late; documents beside it."""
    _ = language.gettext
    called = words["state"] | words[NO_REPORT]
    said = called[state]
    if row["percent"] is not None:
        said = f"{said} {language.percent(row['percent'])}"
    flag = detail = ""
    for group in ("overdue", "expired_unreported"):
        if row[f"is_{group}"]:
            flag = words["lateness"][group]
    if row["reported_on"]:
        detail = language.date(row["reported_on"])
    elif row["document_state"]:
        detail = _("document of {date}: {state}").format(
            date=language.date(row["document_on"], row["document_precision"]),
            state=words["told_state"][row["document_state"]].lower(),
        )
    return Cell(said, "state", state, flag, detail)


def _window(row: dict, version: str, language: Language) -> Cell:
    _ = language.gettext
    start, end = row[f"{version}_starts_on"], row[f"{version}_ends_on"]
    if start is None and end is None:
        return nothing(_("not published"))
    precision = row["date_precision"]
    first = _("start not published") if start is None else language.date(start, precision)
    last = _("end not published") if end is None else language.date(end, precision)
    return Cell(last if first == last else f"{first} – {last}")


def by_institution(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Reported, completed and late milestones of each lead institution."""
    _ = language.gettext
    rows = institutions_standing(snapshot, plan_id)
    if not rows["milestones"].sum():
        return None
    most = rows.filter(pl.col("overdue") > 0).sort("overdue", descending=True)
    finding = _("How the milestones of each lead institution stand")
    if not most.is_empty():
        finding = _("{count} of {total} lead institutions have overdue milestones").format(
            count=len(most), total=len(rows)
        )
    return Reading(
        **rests_on("institutions_standing", rows, snapshot, language),
        question=finding,
        basis=_("A commitment led by two institutions counts for both, so the column has no sum."),
        table=Table(
            _("Milestones by lead institution"),
            (_("Lead institution"), _("Commitments"), _("Reported"), _("Completed"), _("Overdue"),
             _("Fell due without report"), _("Due within 90 days"), _("Last report")),
            tuple(_institution_row(row, language) for row in rows.to_dicts()),
        ),
    )  # fmt: skip


def _institution_row(row: dict, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    last = row["last_reported_on"]
    return (
        Cell(row["name_es"]),
        Cell(row["commitments"]),
        number(_("{count} of {total}").format(count=row["reported"], total=row["milestones"])),
        number(str(row["completed"])),
        Cell(str(row["overdue"]), "overdue") if row["overdue"] else number("0"),
        Cell(str(row["expired_unreported"]), "overdue")
        if row["expired_unreported"]
        else number("0"),
        number(str(row["due_soon"])),
        nothing(_("no reports")) if last is None else Cell(language.date(last)),
    )

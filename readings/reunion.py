"""What a meeting asks: which milestones are late or due soon, which rules and deadlines bind."""

import polars as pl

from data.published import Snapshot
from language import Language, pair
from queries.governance import obligation_clocks
from queries.progress import due_milestones
from readings import (
    NO_REPORT,
    Cell,
    Reading,
    Table,
    headings,
    milestone_name,
    names,
    nothing,
    rests_on,
)

GROUPS = {
    "overdue": pair("**{count} milestone** is overdue", "**{count} milestones** are overdue"),
    "expired_unreported": pair(
        "**{count} milestone** fell due without report",
        "**{count} milestones** fell due without report",
    ),
    "due_soon": pair(
        "**{count} milestone** is due within 90 days",
        "**{count} milestones** are due within 90 days",
    ),
    "unfinished_at_close": pair(
        "**{count} milestone** was not concluded at the plan's end",
        "**{count} milestones** were not concluded at the plan's end",
    ),
}


def due(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Milestones late or due in 90 days, with lead institution and reason."""
    _ = language.gettext
    rows = due_milestones(snapshot, plan_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    return Reading(
        **rests_on("due_milestones", rows, snapshot, language),
        question=_("What is late and what is due soon"),
        answer=_due_answer(rows, language),
        basis=_(
            "The reason is what a document names as in the way of the milestone itself; where none"
            " does, what the last document says of it, with its date."
        ),
        table=Table(
            _("Milestones that are late or due within 90 days"),
            (_("Milestone"), _("End in force"), _("Last report"), _("Lead institution"),
             _("Reason, or last word of a document")),
            tuple(_due_row(row, words, language) for row in rows.to_dicts()),
            headings(_headed(words["lateness"][group]) for group in rows["late_group"]),
        ),
    )  # fmt: skip


def _headed(label: str) -> str:
    return label[0].upper() + label[1:]


def _due_answer(rows: pl.DataFrame, language: Language) -> str:
    counts = dict(rows["late_group"].value_counts().iter_rows())
    said = [
        language.ngettext(*message, counts[group]).format(count=counts[group])
        for group, message in GROUPS.items()
        if group in counts
    ]
    return "; ".join(said) + "."


def _due_row(row: dict, words: dict[str, dict[str, str]], language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    return (
        Cell(milestone_name(row, language)),
        Cell(language.date(row["in_force_ends_on"], row["date_precision"]))
        if row["in_force_ends_on"]
        else nothing(_("not published")),
        _state(row, words, language),
        Cell(row["leads"]) if row["leads"] else nothing(_("not published")),
        _reason(row, language),
    )


def _state(row: dict, words: dict[str, dict[str, str]], language: Language) -> Cell:
    if row["state"] is None:
        return Cell(words[NO_REPORT][NO_REPORT], "state", NO_REPORT)
    percent = "" if row["percent"] is None else f" {language.percent(row['percent'])}"
    day = language.date(row["reported_on"])
    return Cell(f"{words['state'][row['state']]}{percent}", "state", row["state"], detail=day)


def _reason(row: dict, language: Language) -> Cell:
    _ = language.gettext
    if row["reason_es"]:
        told = row["reason_on"] and language.date(row["reason_on"], row["reason_precision"])
        return Cell(language.text(row, "reason"), detail=told or _("undated"))
    of_commitment = row["commitment_obstacles"]
    if not of_commitment:
        return nothing(_("not published"))
    return nothing(
        language.ngettext(
            "not published of it; {count} obstacle of its commitment is",
            "not published of it; {count} obstacles of its commitment are",
            of_commitment,
        ).format(count=of_commitment)
    )


def obligations(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Every rule in force with its clock, those that have one first."""
    _ = language.gettext
    rows = obligation_clocks(snapshot, plan_id)
    if rows.is_empty():
        return None
    bases = names(snapshot, language)["obligation_basis"]
    return Reading(
        **rests_on("obligation_clocks", rows, snapshot, language),
        question=_("Which rules of OGP and deadlines bind the plan"),
        answer=_clocks_answer(rows, language),
        basis=_(
            "A clock counts from what is registered. The register of minutes is partial: it never"
            " shows that a rule was not met."
        ),
        table=Table(
            _("Rules and deadlines in force, those with a day first"),
            (_("Obligation"), _("Next day"), _("Clock"), _("Where it comes from")),
            tuple(
                (
                    Cell(row[language.column("rule")]),
                    nothing(_("no date"))
                    if row["due_on"] is None
                    else Cell(language.date(row["due_on"], row["date_precision"])),
                    _clock(row, language),
                    Cell(bases[row["basis"]]),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _clocks_answer(rows: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    dated = rows.drop_nulls("due_on")
    if dated.is_empty():
        return language.ngettext(
            "**{count} rule** is in force; none has a day that can be told.",
            "**{count} rules** are in force; none has a day that can be told.",
            len(rows),
        ).format(count=len(rows))
    ahead = dated.filter(pl.col("days_left") >= 0)
    said = language.ngettext(
        "**{count} rule** is in force, **{dated}** with a day",
        "**{count} rules** are in force, **{dated}** with a day",
        len(rows),
    ).format(count=len(rows), dated=len(dated))
    if ahead.is_empty():
        return f"{said}."
    following = ahead.row(0, named=True)
    return _("{said}; the next is {date}.").format(
        said=said, date=language.long_date(following["due_on"], following["date_precision"])
    )


def _clock(row: dict, language: Language) -> Cell:
    """How many days remain and what they are counted from; a passed day is no breach."""
    _ = language.gettext
    if row["due_on"] is None:
        return nothing(_no_clock(row, language))
    left = row["days_left"]
    if left >= 0:
        said = language.ngettext("in {count} day", "in {count} days", left).format(count=left)
    else:
        said = language.ngettext(
            "{count} day before the cut-off; whether it was met is not registered",
            "{count} days before the cut-off; whether it was met is not registered",
            -left,
        ).format(count=language.number(-left))
    return Cell(said, detail=_counted_from(row, language))


def _no_clock(row: dict, language: Language) -> str:
    _ = language.gettext
    if row["counts"] == "meetings":
        return _("no minutes are registered at this cut-off")
    if row["counts"] == "plan_end":
        return _("no plan had ended at this cut-off")
    return _("nothing registered counts it")


def _counted_from(row: dict, language: Language) -> str:
    _ = language.gettext
    if row["counts"] == "meetings":
        return language.ngettext(
            "according to the minutes of {count} meeting registered, of {date}",
            "according to the minutes of {count} meetings registered, the last of {date}",
            row["minutes"],
        ).format(count=row["minutes"], date=language.date(row["last_on"]))
    if row["counts"] == "plan_end":
        return _("from the end of the last plan, {date}").format(date=language.date(row["last_on"]))
    return ""

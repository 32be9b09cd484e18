"""What there is to decide at a meeting, drawn from what is open at the cut-off."""

from collections.abc import Iterator

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.governance import obligation_clocks, plan_agreements
from queries.progress import due_milestones
from queries.voices import milestone_voices
from readings import Cell, Listing, Reading, cited, for_download
from readings.change_words import agreement_no
from readings.changes import PLACES

SOON = 365  # days ahead in which a rule's day is put before a meeting
ASKED = ("due_milestones", "milestone_voices", "plan_agreements", "obligation_clocks")
Point = tuple[str, pl.DataFrame]  # what is to be decided, and the rows that ask for it


def decisions(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What is open, each as something to decide; none where nothing is."""
    _ = language.gettext
    due = due_milestones(snapshot, plan_id)
    points = [
        *_of_milestones(due, language),
        *_of_voices(milestone_voices(snapshot, plan_id), due, language),
        *_of_agreements(plan_agreements(snapshot, plan_id), language),
        *_of_rules(obligation_clocks(snapshot, plan_id), language),
    ]
    if not points:
        return None
    rows = pl.DataFrame(
        [(said, len(each), _places(each)) for said, each in points],
        {"decision": pl.String, "rows": pl.Int64, "sources": PLACES},
        orient="row",
    )
    return Reading(
        name="decisions",
        question=language.ngettext(
            "{count} point to decide", "{count} points to decide", len(points)
        ).format(count=len(points)),
        basis=_("Drawn from what is open at the cut-off; no meeting has proposed them."),
        listings=(Listing("", tuple((Cell(said),) for said, _ in points)),),
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query="\n".join(sql(name) for name in ASKED),
    )


def _places(rows: pl.DataFrame) -> list[dict]:
    return rows["sources"].explode().drop_nulls().unique(maintain_order=True).to_list()


def _numbers(rows: pl.DataFrame, language: Language) -> str:
    keys = sorted(rows.select("commitment_no", "milestone_no").unique().rows())
    return language.listed(f"{commitment}.{milestone}" for commitment, milestone in keys)


def _leads(rows: pl.DataFrame, language: Language) -> str:
    institutions = rows["leads"].drop_nulls().str.split("; ").explode().unique(maintain_order=True)
    return language.listed(institutions) or language.gettext("its lead institution")


def _of_milestones(rows: pl.DataFrame, language: Language) -> Iterator[Point]:
    _ = language.gettext
    asked = {
        "overdue": _("Agree on a new date for {milestones}, or close them: overdue ({leads})."),
        "expired_unreported": _(
            "Ask for the reports of {milestones}, which fell due without any ({leads})."
        ),
        "due_soon": _("Confirm that {milestones}, due within 90 days, end on time ({leads})."),
        "unfinished_at_close": _(
            "Say what becomes of {milestones}, not concluded at the plan's end ({leads})."
        ),
    }
    for group, message in asked.items():
        found = rows.filter(pl.col("late_group") == group)
        if len(found):
            numbers, leads = _numbers(found, language), _leads(found, language)
            yield message.format(milestones=numbers, leads=leads), found


def _of_voices(rows: pl.DataFrame, due: pl.DataFrame, language: Language) -> Iterator[Point]:
    _ = language.gettext
    asked = {
        "is_disagreed": _("Settle the state of {milestones}: voices differ."),
        "other_did_not": _(
            "Hear both parties on {milestones}: one says that the other did not do its part."
        ),
        "is_stale": _("Ask for a new report of {milestones}: none in six months."),
    }
    asked_for = due.filter(pl.col("late_group") == "expired_unreported")
    for flag, message in asked.items():
        found = rows.filter(pl.col(flag))
        if flag == "is_stale":
            found = found.join(asked_for, ["commitment_no", "milestone_no"], "anti")
        if len(found):
            yield message.format(milestones=_numbers(found, language)), found


def _of_agreements(rows: pl.DataFrame, language: Language) -> Iterator[Point]:
    nobody = pl.col("owner").is_null() | pl.col("due_on").is_null()
    found = rows.filter(pl.col("state").is_in(["open", "proposed"]), nobody)
    if len(found):
        message = language.gettext(
            "Give an owner and a date to what was agreed and has not both: {agreements}."
        )
        named = language.listed(agreement_no(row, language) for row in found.to_dicts())
        yield message.format(agreements=named), found


def _of_rules(rows: pl.DataFrame, language: Language) -> Iterator[Point]:
    message = language.gettext("Prepare what is due ({date}): {rule}")
    for row in rows.filter(pl.col("days_left").is_between(0, SOON)).iter_rows(named=True):
        day = language.date(row["due_on"], row["date_precision"])
        found = rows.filter(pl.col("obligation_id") == row["obligation_id"])
        yield message.format(date=day, rule=row[language.column("rule")]), found

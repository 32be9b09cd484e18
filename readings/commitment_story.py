"""What documents and voices tell of one commitment over time, and what the IRM found."""

from itertools import groupby

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.commitment import commitment_assessments, commitment_facts, commitment_history
from readings import (
    Cell,
    Listing,
    Reading,
    Table,
    cited,
    for_download,
    headings,
    names,
    nothing,
    rests_on,
)

WHY = ("obstacle", "adaptation")
WHAT = ("achievement", "good_practice", "lesson")
NEXT = ("how_to_join", "next_step")


def told(
    snapshot: Snapshot,
    plan_id: str,
    commitment_no: int,
    language: Language,
    kinds: tuple[str, ...],
) -> Reading | None:
    """What documents tell of it, in our words, by kind, each with its place; none where nothing."""
    _ = language.gettext
    rows = commitment_facts(snapshot, plan_id, commitment_no).filter(pl.col("kind").is_in(kinds))
    if rows.is_empty():
        return None
    questions = {
        WHY: _("Why it is late, and how it adapted"),
        WHAT: _("What was achieved and learnt"),
        NEXT: _("How to join, and what comes next"),
    }
    called = names(snapshot, language)["note_kind"]
    usual = rows["title"].mode().sort()[0]
    listings = tuple(
        Listing(
            called[kind],
            tuple(
                (Cell(language.text(note, "text"), detail=_place(note, usual, language)),)
                for note in found
            ),
        )
        for kind, found in groupby(rows.to_dicts(), lambda note: note["kind"])
    )
    return Reading(
        name=f"commitment_facts_{kinds[0]}",
        question=questions[kinds],
        listings=listings,
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("commitment_facts"),
        notes=(
            _("In our own words. Where no document is named, the place is in «{title}».").format(
                title=usual
            ),
        ),
    )


def _place(note: dict, usual: str, language: Language) -> str:
    milestone = ""
    if note["milestone_no"] is not None:
        milestone = language.gettext("milestone {number}").format(number=note["milestone_no"])
    title = "" if note["title"] == usual else note["title"]
    return " · ".join(filter(None, (milestone, title, note["locator"])))


def assessments(
    snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language
) -> Reading | None:
    """What the IRM found, in its own scales, with OGP's definitions; none where nothing."""
    _ = language.gettext
    rows = commitment_assessments(snapshot, plan_id, commitment_no)
    if rows.is_empty():
        return None
    return Reading(
        **rests_on("commitment_assessments", rows, snapshot, language),
        question=_("What OGP's Independent Reporting Mechanism (IRM) found"),
        basis=_(
            "A verdict of its own scale, beside what the institutions report of themselves and"
            " never mixed with it."
        ),
        table=Table(
            _("Findings of the IRM; each opens to its definition"),
            (_("Variable"), _("Finding"), _("Period assessed"), _("Published")),
            tuple(
                (
                    Cell(
                        language.text(row, "variable") or "",
                        "defined",
                        detail=language.text(row, "variable_definition") or "",
                    ),
                    Cell(
                        language.text(row, "code") or "",
                        "defined",
                        detail=language.text(row, "code_definition") or "",
                    ),
                    Cell(row["assessed_period"])
                    if row["assessed_period"]
                    else nothing(_("not stated")),
                    nothing(_("undated"))
                    if row["published_on"] is None
                    else Cell(language.date(row["published_on"], "year")),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def history(
    snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language
) -> Reading | None:
    """Every report of it and of its milestones, the latest first; none where there is none."""
    _ = language.gettext
    rows = commitment_history(snapshot, plan_id, commitment_no)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    entries = groupby(
        rows.to_dicts(), lambda row: (row["reported_on"], row["date_precision"], row["voice"])
    )
    cells, said = [], []
    for (day, precision, voice), found in entries:
        spoken = [(_entry(row, words, language), _speaker(row)) for row in found]
        heading = f"{language.date(day, precision)} · {words['voice'][voice]} · {spoken[0][1]}"
        cells += [entry for entry, _speaker_of in spoken]
        said += [heading] * len(spoken)
    return Reading(
        **rests_on("commitment_history", rows, snapshot, language),
        question=language.ngettext(
            "Its history: {count} report", "Its history: {count} reports", len(rows)
        ).format(count=len(rows)),
        table=Table(
            _("Reports, the latest first"),
            (_("About"), _("State"), _("What it says")),
            tuple(cells),
            headings(said),
        ),
    )


def _speaker(row: dict) -> str:
    return row["institution"] or row["title"]


def _entry(row: dict, words: dict[str, dict[str, str]], language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    about = Cell(_("The whole commitment"))
    if row["milestone_no"] is not None:
        title = language.text(row, "milestone") or _("title not published")
        about = Cell(f"{row['milestone_no']}. {title}")
    percent = "" if row["percent"] is None else f" {language.percent(row['percent'])}"
    if row["state"]:
        state = Cell(words["state"][row["state"]] + percent, "state", row["state"])
    elif row["told_state"]:
        late = _("called late by the document") if row["told_late"] else ""
        state = Cell(words["told_state"][row["told_state"]] + percent, detail=late)
    else:
        state = Cell(percent.strip())
    note = language.text(row, "note")
    return about, state, Cell(note) if note else nothing("")

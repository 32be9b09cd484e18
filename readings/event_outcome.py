"""What became of an event: the commitment it served, the proposals of its co-creation."""

import polars as pl

from data.published import Snapshot
from language import Language
from queries.progress import commitments_standing
from queries.territory import event_proposals, event_sheet
from readings import Cell, Plot, Reading, Series, Table, nothing, number, rests_on


def outcome(
    snapshot: Snapshot, event_id: str, language: Language, link: str = ""
) -> Reading | None:
    """The commitment it served and how far that is; `link` is the address of a commitment."""
    _ = language.gettext
    (row,) = event_sheet(snapshot, event_id).to_dicts()
    if row["commitment_no"] is None:
        return None
    standing = commitments_standing(snapshot, row["plan_id"])
    found = standing.filter(standing["commitment_no"] == row["commitment_no"])
    title = _("Commitment {number}: {title}").format(
        number=row["commitment_no"], title=language.text(row, "title") or _("title not published")
    )
    href = f"{link}&id={row['plan_id']}-{row['commitment_no']}" if link else ""
    return Reading(
        **rests_on("commitments_standing", found, snapshot, language),
        question=_("What became of it: its commitment"),
        table=Table(
            _("The commitment that the event served"),
            (_("Commitment"), _("Milestones completed"), _("According to")),
            tuple(
                (
                    Cell(title, "inside" if href else "text", href=href),
                    *_standing(one, language),
                )
                for one in found.to_dicts()
            ),
        ),
    )


def _standing(row: dict, language: Language) -> tuple[Cell, Cell]:
    _ = language.gettext
    part = _("{count} of {total}")
    if row["reported"]:
        done = part.format(count=row["completed"], total=row["milestones"])
        return number(done), Cell(_("its lead institution"))
    if row["told"]:
        done = part.format(count=row["told_completed"], total=row["milestones"])
        return number(done), Cell(_("documents; its lead institution has not reported"))
    return nothing(_("nobody has reported")), nothing("")


def proposals(snapshot: Snapshot, event_id: str, language: Language) -> Reading | None:
    """What became of the proposals of its co-creation; none where it was part of none."""
    _ = language.gettext
    rows = event_proposals(snapshot, event_id)
    if rows.is_empty():
        return None
    total = rows["proposals"].sum()
    named = [row[language.column("outcome")] or _("not stated") for row in rows.to_dicts()]
    return Reading(
        **rests_on("event_proposals", rows, snapshot, language),
        question=language.ngettext(
            "What became of it: {count} integrated proposal",
            "What became of it: {count} integrated proposals",
            total,
        ).format(count=total),
        plot=_by_outcome(named, rows, language),
        basis=_(
            "Of the whole co-creation: which proposal came from which workshop was not published."
        ),
        table=Table(
            _("Integrated proposals of the co-creation by what became of them"),
            (_("What became of them"), _("Proposals")),
            tuple(
                (
                    Cell(name),
                    number(language.number(count)),
                )
                for name, count in zip(named, rows["proposals"], strict=True)
            ),
        ),
    )


def _by_outcome(named: list[str], rows: pl.DataFrame, language: Language) -> Plot:
    """The outcomes of most proposals first."""
    said = language.gettext("Proposals")
    found = sorted(zip(named, rows["proposals"], strict=True), key=lambda pair: -pair[1])
    names, counts = zip(*found, strict=True)
    return Plot("bars", names, (Series(said, "execution", counts),), said)

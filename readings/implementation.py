"""Participation while the plan was carried out, as lead institutions report it."""

import polars as pl

from data.published import Snapshot
from language import Language
from queries.participation import implementation_participants
from readings import (
    Cell,
    Reading,
    Table,
    commitment_name,
    milestone_name,
    names,
    nothing,
    number,
    rests_on,
)


def participants(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Participants and sectors milestone by milestone, never summed; none without reports."""
    _ = language.gettext
    rows = implementation_participants(snapshot, plan_id)
    if rows.is_empty():
        return None
    some = len(rows.filter(pl.col("participants") > 0))
    return Reading(
        **rests_on("implementation_participants", rows, snapshot, language),
        question=language.ngettext(
            "Lead institutions report participants in {count} milestone",
            "Lead institutions report participants in {count} milestones",
            some,
        ).format(count=some),
        basis=_(
            "As their forms say, milestone by milestone, of the {count} whose form speaks of it."
            " Never added up: the same people may have taken part in several milestones, and the"
            " same figure stands in several forms."
        ).format(count=len(rows)),
        table=_table(rows, snapshot, language),
        notes=_notes(rows, language),
    )


def _notes(rows: pl.DataFrame, language: Language) -> tuple[str, ...]:
    odd = sum(bool(_oddities(row, language)) for row in rows.to_dicts())
    if not odd:
        return ()
    return (
        language.ngettext(
            "**{count}** form has figures that look like a slip or that documents contradict; it"
            " is shown as registered.",
            "**{count}** forms have figures that look like a slip or that documents contradict;"
            " they are shown as registered.",
            odd,
        ).format(count=odd),
    )


def _table(rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> Table:
    _ = language.gettext
    sectors = names(snapshot, language).get("sector", {})
    lines, groups, last = [], {}, None
    for row in rows.to_dicts():
        if row["commitment_no"] != last:
            groups[len(lines)] = commitment_name(row, language, "commitment_title")
        last = row["commitment_no"]
        lines.append(_line(row, sectors, language))
    return Table(
        _("Participants by milestone, as lead institutions report them"),
        (_("Milestone"), _("Activities to include actors"), _("Participants reported"),
         _("Sectors named"), _("To be read with care")),
        tuple(lines),
        groups,
    )  # fmt: skip


def _line(row: dict, sectors: dict[str, str], language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    named = [sectors[code] for code in (row["sectors"] or "").split("; ") if code in sectors]
    odd = "; ".join(_oddities(row, language))
    return (
        Cell(milestone_name(row, language), detail=row["institution"] or ""),
        _number(row["activities"], language),
        _number(row["participants"], language),
        Cell(language.listed(named)) if named else nothing(_("none named")),
        Cell(odd),
    )


def _number(value: int | None, language: Language) -> Cell:
    if value is None:
        return nothing(language.gettext("not stated"))
    return number(language.number(value))


def _oddities(row: dict, language: Language) -> list[str]:
    """Why the figures of a form look like a slip, or what documents say against them."""
    _, found = language.gettext, []
    if row["is_same_number"]:
        found.append(_("as many activities as participants: it looks like a slip"))
    if row["is_without_activity"]:
        found.append(_("participants without any activity: it looks like a slip"))
    if row["contradiction_es"]:
        readings = language.text(row, "contradiction")
        found.append(_("documents differ: {readings}").format(readings=readings))
    return found

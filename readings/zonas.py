"""Registered events by natural region and by planning zone."""

from collections.abc import Sequence

from data.published import Snapshot
from language import Language
from queries.territory import EVER, Period, region_coverage, zone_coverage
from readings import Cell, Reading, Table, nothing, number, rests_on
from readings.territorio import statuses


def regions(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> Reading | None:
    """Provinces with registered events in each natural region, and the people of both."""
    _ = language.gettext
    rows = region_coverage(snapshot, plan_id, kinds, period)
    if rows.is_empty():
        return None
    return Reading(
        **rests_on("region_coverage", rows, snapshot, language),
        question=_("By natural region"),
        table=Table(
            _("Provinces with registered events, and the people who live in them"),
            (_("Region"), _("Provinces"), _("Registered events"), _("Share of its people")),
            tuple(
                (
                    Cell(row[language.column("region")] or row["region"]),
                    number(
                        _("{count} of {total}").format(count=row["covered"], total=row["provinces"])
                    ),
                    number(str(row["events"])),
                    _share(row["people_covered"], row["people"], language),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _share(part: int | None, whole: int | None, language: Language) -> Cell:
    if part is None or not whole:
        return nothing(language.gettext("not known"))
    return Cell(
        language.percent(round(100 * part / whole, 1), 1), "share", share=100 * part / whole
    )


def zones(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> Reading | None:
    """Registered events in each planning zone; people only where a zone is whole provinces."""
    _ = language.gettext
    rows = zone_coverage(snapshot, plan_id, kinds, period)
    if rows.is_empty():
        return None
    words = statuses(language)
    return Reading(
        **rests_on("zone_coverage", rows, snapshot, language),
        question=_("By planning zone"),
        basis=_(
            "Zones are made of cantons. Where a zone takes part of a province its people are not"
            " available, because we hold no population of cantons."
        ),
        table=Table(
            _("Registered events by planning zone"),
            (_("Zone"), _("Provinces"), _("Events"), _("People, 2022"), _("Status")),
            tuple(_zone(row, words, language) for row in rows.to_dicts()),
        ),
    )


def _zone(row: dict, words: dict, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    part = _("part of {provinces}").format(provinces=row["parts"]) if row["parts"] else ""
    doubt = _("{count} more in {provinces}, of which the canton is not known").format(
        count=row["unplaced"], provinces=row["parts"]
    )
    is_counted = row["events"] or row["status"] == "no_event"
    return (
        Cell(_("Zone {number}").format(number=row["planning_zone"])),
        Cell("; ".join(filter(None, (row["provinces"], part)))),
        number(str(row["events"])) if is_counted else nothing(""),
        nothing(_("not available"))
        if row["people"] is None
        else number(language.number(row["people"])),
        Cell(
            words[row["status"]],
            "text" if row["events"] else "none",
            detail=doubt if row["unplaced"] else "",
        ),
    )

"""A plan on its way: stages planned and real, tables announced, agreements, deadlines."""

from data.published import Snapshot
from language import Language
from queries.governance import (
    announced_events,
    cocreation_stages,
    core_group,
    plan_agreements,
    plan_obligations,
    plan_recommendations,
)
from readings import (
    Cell,
    Listing,
    Reading,
    Table,
    dated,
    headings,
    names,
    nothing,
    number,
    rests_on,
)


def stages(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """The stages of its co-creation, planned and as they were; none where none is known."""
    _ = language.gettext
    rows = cocreation_stages(snapshot, plan_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    cells = [
        (
            Cell(f"{row['stage_no']}. {language.text(row, 'name')}"),
            dated(row, language),
            *(
                _count(row[name], row["unit"], words, language)
                for name in ("count_in", "count_out")
            ),
        )
        for row in rows.to_dicts()
    ]
    return Reading(
        **rests_on("cocreation_stages", rows, snapshot, language),
        question=_("Through which stages is it made?"),
        table=Table(
            _("Stages of the co-creation"),
            (_("Stage"), _("Dates"), _("Went in"), _("Came out")),
            tuple(cells),
            headings(words["stage_kind"][kind] for kind in rows["kind"]),
        ),
    )


def _count(value: int | None, unit: str | None, words: dict, language: Language) -> Cell:
    if value is None:
        return nothing("")
    return number(f"{language.number(value)} {words['unit'][unit] if unit else ''}".strip())


def tables(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Tables and workshops announced and not yet held; none where none is."""
    _ = language.gettext
    rows = announced_events(snapshot, plan_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    return Reading(
        **rests_on("announced_events", rows, snapshot, language),
        question=_("Which tables and workshops are announced?"),
        table=Table(
            _("Announced or planned, according to documents"),
            (_("Event"), _("Kind"), _("How many"), _("Place"), _("Dates"), _("What is known")),
            tuple(
                (
                    Cell(language.text(row, "name")),
                    Cell(words["event_kind"][row["kind"]]),
                    number(str(row["series_count"] or 1)),
                    Cell(row["city"]) if row["city"] else nothing(_("not published")),
                    dated(row, language),
                    Cell(language.text(row, "note") or ""),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def agreements(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What meetings agreed on it, with owner and date where the minutes state them."""
    _ = language.gettext
    rows = plan_agreements(snapshot, plan_id)
    if rows.is_empty():
        return None
    states = names(snapshot, language)["agreement_state"]
    return Reading(
        **rests_on("plan_agreements", rows, snapshot, language),
        question=_("What was agreed on the plan?"),
        table=Table(
            _("Agreements of the Core Group, latest meeting first"),
            (_("Agreement"), _("According to the minutes"), _("Owner and date")),
            tuple(_agreement(row, states, language) for row in rows.to_dicts()),
            headings(_meeting(row, language) for row in rows.to_dicts()),
        ),
    )


def _meeting(row: dict, language: Language) -> str:
    held = language.date(row["held_on"], row["date_precision"]) if row["held_on"] else ""
    return " · ".join(filter(None, (held, row["minutes_no"], language.text(row, "subject"))))


def _agreement(row: dict, states: dict[str, str], language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    due = language.date(row["due_on"]) if row["due_on"] else ""
    owner = " · ".join(filter(None, (row["owner"], due)))
    return (
        Cell(language.text(row, "text")),
        Cell(states[row["state"]]) if row["state"] else nothing(_("not stated")),
        Cell(owner) if owner else nothing(_("no owner or date in the minutes")),
    )


def deadlines(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What the plan is bound to, and by when; none where nothing is known."""
    _ = language.gettext
    rows = plan_obligations(snapshot, plan_id)
    if rows.is_empty():
        return None
    bases = names(snapshot, language)["obligation_basis"]
    return Reading(
        **rests_on("plan_obligations", rows, snapshot, language),
        question=_("By when, and bound by what?"),
        table=Table(
            _("Deadlines of the plan that are in force"),
            (_("Obligation"), _("Due"), _("Where it comes from")),
            tuple(
                (
                    Cell(row[language.column("rule")]),
                    nothing(_("no date"))
                    if row["due_on"] is None
                    else Cell(language.date(row["due_on"], row["date_precision"])),
                    Cell(bases[row["basis"]]),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def members(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Who sits in its Core Group, by sector; none where it is not known."""
    _ = language.gettext
    rows = core_group(snapshot, plan_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    sectors = words["core_group_sector"]
    listings = tuple(
        Listing(
            sectors.get(sector, _("Sector not stated")),
            tuple(
                (Cell(row["name_es"], detail=row["role_es"] or ""),)
                for row in rows.to_dicts()
                if row["sector"] == sector
            ),
        )
        for sector in dict.fromkeys(rows["sector"].to_list())
    )
    basis = language.listed(
        words["core_group_basis"][code] for code in dict.fromkeys(rows["basis"].to_list())
    )
    return Reading(
        **rests_on("core_group", rows, snapshot, language),
        question=language.ngettext(
            "Its Core Group: {count} member", "Its Core Group: {count} members", len(rows)
        ).format(count=len(rows)),
        basis=_("Known by: {basis}.").format(basis=basis),
        listings=listings,
    )


def recommendations(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What documents recommend for the next plans; none where nothing."""
    _ = language.gettext
    rows = plan_recommendations(snapshot, plan_id)
    if rows.is_empty():
        return None
    return Reading(
        **rests_on("plan_recommendations", rows, snapshot, language),
        question=_("What was recommended for the next plans?"),
        table=Table(
            _("Recommendations, in our own words"),
            (_("Recommendation"), _("Where")),
            tuple(
                (
                    Cell(language.text(row, "text")),
                    Cell(row["title"], detail=row["locator"] or ""),
                )
                for row in rows.to_dicts()
            ),
        ),
    )

"""A plan on its way: stages planned and real, tables announced, agreements, deadlines."""

from data.published import Snapshot
from language import Language
from queries import sql
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
    cited,
    dated,
    for_download,
    names,
    nothing,
    number,
)


def stages(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """The stages of its co-creation, planned and as they were; none where none is known."""
    _ = language.gettext
    rows = cocreation_stages(snapshot, plan_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    cells, groups, last = [], {}, None
    for row in rows.to_dicts():
        if row["kind"] != last:
            groups[len(cells)] = words["stage_kind"][row["kind"]]
            last = row["kind"]
        cells.append(
            (
                Cell(f"{row['stage_no']}. {language.text(row, 'name')}"),
                dated(row, language),
                *(
                    _count(row[name], row["unit"], words, language)
                    for name in ("count_in", "count_out")
                ),
            )
        )
    return Reading(
        name="cocreation_stages",
        question=_("Through which stages is it made?"),
        answer="",
        table=Table(
            _("Stages of the co-creation"),
            (_("Stage"), _("Dates"), _("Went in"), _("Came out")),
            tuple(cells),
            groups,
        ),
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("cocreation_stages"),
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
        name="announced_events",
        question=_("Which tables and workshops are announced?"),
        answer="",
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
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("announced_events"),
    )


def agreements(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What meetings agreed on it, with owner and date where the minutes state them."""
    _ = language.gettext
    rows = plan_agreements(snapshot, plan_id)
    if rows.is_empty():
        return None
    states = names(snapshot, language)["agreement_state"]
    cells, groups, last = [], {}, None
    for row in rows.to_dicts():
        if row["meeting_id"] != last:
            held = language.date(row["held_on"], row["date_precision"]) if row["held_on"] else ""
            parts = (held, row["minutes_no"], language.text(row, "subject"))
            groups[len(cells)] = " · ".join(filter(None, parts))
            last = row["meeting_id"]
        owner = " · ".join(
            filter(None, (row["owner"], language.date(row["due_on"]) if row["due_on"] else ""))
        )
        cells.append(
            (
                Cell(language.text(row, "text")),
                Cell(states[row["state"]]) if row["state"] else nothing(_("not stated")),
                Cell(owner) if owner else nothing(_("no owner or date in the minutes")),
            )
        )
    return Reading(
        name="plan_agreements",
        question=_("What was agreed on it?"),
        answer="",
        table=Table(
            _("Agreements of the Core Group, latest meeting first"),
            (_("Agreement"), _("According to the minutes"), _("Owner and date")),
            tuple(cells),
            groups,
        ),
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("plan_agreements"),
    )


def deadlines(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What the plan is bound to, and by when; none where nothing is known."""
    _ = language.gettext
    rows = plan_obligations(snapshot, plan_id)
    if rows.is_empty():
        return None
    bases = names(snapshot, language)["obligation_basis"]
    return Reading(
        name="plan_obligations",
        question=_("By when, and bound by what?"),
        answer="",
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
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("plan_obligations"),
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
        name="core_group",
        question=language.ngettext(
            "Its Core Group: {count} member", "Its Core Group: {count} members", len(rows)
        ).format(count=len(rows)),
        answer="",
        basis=_("Known by: {basis}.").format(basis=basis),
        listings=listings,
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("core_group"),
    )


def recommendations(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """What documents recommend for the next plans; none where nothing."""
    _ = language.gettext
    rows = plan_recommendations(snapshot, plan_id)
    if rows.is_empty():
        return None
    return Reading(
        name="plan_recommendations",
        question=_("What was recommended for the next plans?"),
        answer="",
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
        data=for_download(rows, snapshot),
        sources=cited(rows, snapshot, language),
        query=sql("plan_recommendations"),
    )

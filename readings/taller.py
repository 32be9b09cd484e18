"""The sheet of one event or series: when, where, who came, what people said."""

import polars as pl

from data.published import Snapshot
from language import Language
from queries.territory import (
    event_sheet,
    events_origins,
    findings_of_event,
)
from readings import (
    Cell,
    Figure,
    Reading,
    Table,
    dates,
    names,
    nothing,
    number,
    rests_on,
)


def exists(snapshot: Snapshot, event_id: str) -> bool:
    return not event_sheet(snapshot, event_id).is_empty()


def sheet(snapshot: Snapshot, event_id: str, language: Language) -> Reading:
    """When, where, what kind, who called it, who came, and once what is not known."""
    rows = event_sheet(snapshot, event_id)
    (row,) = rows.to_dicts()
    return Reading(
        **rests_on("event_sheet", rows, snapshot, language),
        question=language.text(row, "name"),
        answer=_answer(row, language),
        basis=language.text(row, "note") or "",
        figures=_figures(row, language),
        facts=_facts(row, names(snapshot, language), language),
        notes=_unknown(row, snapshot, language),
    )


def _answer(row: dict, language: Language) -> str:
    _ = language.gettext
    if row["status"] != "held":
        return _("A source announces or plans it; none says that it took place.")
    if row["attendees"] is not None:
        return language.ngettext(
            "**{count} person** attended.", "**{count} people** attended.", row["attendees"]
        ).format(count=language.number(row["attendees"]))
    if row["series_attendees"] is not None:
        return _(
            "How many attended is not known of this event; of its whole series, **{count} people**."
        ).format(count=language.number(row["series_attendees"]))
    return _("How many attended was not published; that is not the same as few.")


def _figures(row: dict, language: Language) -> tuple[Figure, ...]:
    """Women among those whose sex is known, beside women in the census of the province."""
    _ = language.gettext
    if row["women"] is None or row["men"] is None:
        return ()
    stated = row["men"] + row["women"] + (row["other_sex"] or 0)
    if not stated:
        return ()
    women = Figure(
        language.percent(round(100 * row["women"] / stated, 1), 1),
        "",
        _("women among those who attended"),
        _("{women} of {stated} whose sex was published").format(
            women=language.number(row["women"]), stated=language.number(stated)
        ),
    )
    if not row["census_people"] or row["census_women"] is None:
        return (women,)
    place = row["province_es"] or _("the country")
    census = Figure(
        language.percent(round(100 * row["census_women"] / row["census_people"], 1), 1),
        "",
        _("women in {place}").format(place=place),
        _("census of 2022, all ages"),
    )
    return women, census


def _facts(row: dict, words: dict, language: Language) -> tuple:
    _ = language.gettext
    kinds, held = words.get("event_kind", {}), words.get("event_status", {})
    place = ", ".join(dict.fromkeys(filter(None, (row["venue"], row["city"], row["province_es"]))))
    facts = [
        (_("Kind"), (kinds.get(row["kind"], row["kind"]),)),
        (_("Status"), (held.get(row["status"], row["status"]),)),
        (_("When"), (dates(row, language),)),
        (_("Where"), (place,)),
        (_("Mode"), (words.get("modality", {}).get(row["modality"], ""),)),
        (_("Called by"), tuple((row["organisers_es"] or "").split("; "))),
        (_("Series"), _series(row, language)),
    ]
    if row["zones_count"]:
        facts.append((_("Planning zones"), (str(row["zones_count"]),)))
    return tuple((name, values) for name, values in facts if any(values))


def _series(row: dict, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    if row["series_id"] is None:
        return ()
    of = "" if row["is_series"] else (language.text(row, "series") or "")
    if row["series_count"] is None:
        return of, _("how many events it has was not published")
    size = language.ngettext(
        "{count} event, {known} known one by one",
        "{count} events, {known} known one by one",
        row["series_count"],
    ).format(count=row["series_count"], known=row["series_known"])
    return tuple(filter(None, (of, size)))


def _unknown(row: dict, snapshot: Snapshot, language: Language) -> tuple[str, ...]:
    """What was not published, in one sentence."""
    _ = language.gettext
    is_held = row["status"] == "held"
    is_placed = row["city"] or row["province_es"] or row["modality"] == "virtual"
    missing = (
        (row["starts_on"] is None, _("the date")),
        (not is_placed and not row["is_series"], _("the place")),
        (row["modality"] is None, _("whether it was in person or virtual")),
        (is_held and row["attendees"] is None, _("how many attended")),
        (is_held and row["women"] is None, _("how many women and men")),
        (row["organisers_es"] is None, _("who called it")),
        (
            is_held and _origins(snapshot, row["event_id"]).is_empty(),
            _("where people came from"),
        ),
        (
            is_held and findings_of_event(snapshot, row["event_id"]).is_empty(),
            _("what people said"),
        ),
    )
    said = [words for is_missing, words in missing if is_missing]
    if not said:
        return ()
    return (_("Not published: {list}.").format(list=language.listed(said)),)


def origins(snapshot: Snapshot, event_id: str, language: Language) -> Reading | None:
    """Home cities of those who came; none where they were not published."""
    _ = language.gettext
    rows = _origins(snapshot, event_id)
    if rows.is_empty():
        return None
    points = names(snapshot, language).get("point_precision", {})
    return Reading(
        **rests_on("events_origins", rows, snapshot, language),
        question=language.ngettext(
            "People came from {count} city", "People came from {count} cities", len(rows)
        ).format(count=len(rows)),
        basis=_("Of the whole series: who of them went to which event was not published.")
        if rows["is_series"].any()
        else "",
        table=Table(
            _("Home cities of those who came"),
            (_("City"), _("Province"), _("People"), _("Point on the map")),
            tuple(
                (
                    Cell(row["city"]),
                    Cell(row["province_es"]) if row["province_es"] else nothing(_("not known")),
                    nothing(_("not published"))
                    if row["attendees"] is None
                    else number(language.number(row["attendees"])),
                    Cell(points[row["point_precision"]])
                    if row["point_precision"] in points
                    else nothing(_("none")),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _origins(snapshot: Snapshot, event_id: str) -> pl.DataFrame:
    """Whatever plan the address names: an event has its own."""
    plan_id = event_sheet(snapshot, event_id)["plan_id"].item()
    return events_origins(snapshot, plan_id or "", (), [event_id])


def findings(snapshot: Snapshot, event_id: str, language: Language) -> Reading | None:
    """What people said, question by question; none where nothing was published."""
    _ = language.gettext
    rows = findings_of_event(snapshot, event_id)
    if rows.is_empty():
        return None
    cells, groups, last = [], {}, None
    for row in rows.to_dicts():
        asked = language.text(row, "question")
        if asked and asked != last:
            groups[len(cells)] = asked
            last = asked
        cells.append((Cell(language.text(row, "finding")),))
    return Reading(
        **rests_on("findings_of_event", rows, snapshot, language),
        question=_("What people said"),
        basis=_("In our words. It was published for the whole series, not for each event.")
        if rows["is_of_series"].all()
        else _("In our words."),
        table=Table(
            _("What people said, question by question"), (_("Said"),), tuple(cells), groups
        ),
    )

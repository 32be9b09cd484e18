"""The events of a plan as a list, each with a sheet of its own."""

from collections.abc import Sequence

import polars as pl

from data.published import Snapshot
from language import Language
from queries.territory import EVER, Period, event_sheet, events_listed
from readings import (
    Cell,
    Reading,
    Table,
    dated,
    headings,
    names,
    nothing,
    number,
    rests_on,
)


def listed(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    kinds: Sequence[str] = (),
    period: Period = EVER,
    province_codes: Sequence[str] = (),
    link: str = "",
) -> Reading | None:
    """Events and series, by kind; `link` is the address of this page. None without any."""
    rows = events_listed(snapshot, plan_id, kinds, period, province_codes=province_codes)
    return _table(rows, snapshot, language, link)


def of_series(
    snapshot: Snapshot, event_id: str, language: Language, link: str = ""
) -> Reading | None:
    """The other events of its series; none where it is of none or none of them is known."""
    (row,) = event_sheet(snapshot, event_id).to_dicts()
    if row["series_id"] is None or row["plan_id"] is None or not row["series_known"]:
        return None
    rows = events_listed(snapshot, row["plan_id"]).filter(
        pl.col("series_id") == row["series_id"], pl.col("event_id") != event_id
    )
    return _table(rows, snapshot, language, link, language.gettext("The rest of its series"))


def _table(
    rows: pl.DataFrame, snapshot: Snapshot, language: Language, link: str, question: str = ""
) -> Reading | None:
    _ = language.gettext
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    kinds, statuses = words["event_kind"], words.get("event_status", {})
    return Reading(
        **rests_on("events_listed", rows, snapshot, language),
        question=question or _finding(rows, language),
        basis=_(
            "Each opens its sheet. A series is listed with its events and never added to them."
        ),
        table=Table(
            _("Events of the plan, by kind"),
            (_("Event"), _("Place"), _("When"), _("Attended"), _("Status")),
            tuple(_event(row, statuses, link, language) for row in rows.to_dicts()),
            headings(kinds.get(kind, kind) for kind in rows["kind"]),
        ),
    )


def _finding(rows: pl.DataFrame, language: Language) -> str:
    """Counted by what the registers tell apart: events of their own, and whole series."""
    _ = language.gettext
    events, series = len(rows.filter(~pl.col("is_series"))), int(rows["is_series"].sum())
    told = language.ngettext("{count} event", "{count} events", events).format(count=events)
    if not series:
        return language.gettext("{events} in the registers").format(events=told)
    whole = language.ngettext("{count} series", "{count} series", series).format(count=series)
    return language.gettext("{events} and {series} in the registers").format(
        events=told, series=whole
    )


def _event(row: dict, words: dict, link: str, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    place = ", ".join(dict.fromkeys(filter(None, (row["city"], row["province_es"]))))
    attended = nothing(_("not published"))
    if row["attendees"] is not None:
        attended = number(language.number(row["attendees"]))
    elif row["status"] != "held":
        attended = nothing("")
    href = f"{link}&evento={row['event_id']}" if link else ""
    return (
        Cell(
            language.text(row, "name"),
            "inside" if href else "text",
            detail=_series(row, language),
            href=href,
        ),
        Cell(place) if place else nothing(_place_unknown(row, language)),
        dated(row, language),
        attended,
        Cell(words.get(row["status"], row["status"])),
    )


def _place_unknown(row: dict, language: Language) -> str:
    _ = language.gettext
    if row["modality"] == "virtual":
        return _("virtual")
    return _("several places") if row["series_known"] else _("not published")


def _series(row: dict, language: Language) -> str:
    _ = language.gettext
    if not row["is_series"]:
        return ""
    if row["series_count"] is None:
        return _("series; how many is not published")
    if not row["series_known"]:
        return language.ngettext(
            "series of {count} event, not known one by one",
            "series of {count} events, not known one by one",
            row["series_count"],
        ).format(count=row["series_count"])
    return language.ngettext(
        "series of {count} event, {known} of them known one by one",
        "series of {count} events, {known} of them known one by one",
        row["series_count"],
    ).format(count=row["series_count"], known=row["series_known"])

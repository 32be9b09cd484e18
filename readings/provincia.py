"""The sheet of one province: its people, its events, its proposals."""

from collections.abc import Sequence

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.territory import EVER, Period, province_coverage, province_sheet
from readings import Reading, cited, for_download
from readings.territorio import statuses


def sheet(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    province_code: str | None,
    kinds: Sequence[str] = (),
    period: Period = EVER,
) -> Reading | None:
    """Region, people, events and proposals of a province; none where none is chosen."""
    if province_code is None:
        return None
    rows = province_sheet(snapshot, province_code, plan_id)
    (row,) = rows.to_dicts()
    coverage = province_coverage(snapshot, plan_id, kinds, period).filter(
        pl.col("province_code") == province_code
    )
    (covered,) = coverage.to_dicts()
    return Reading(
        name="province_sheet",
        question=_finding(covered, language),
        facts=_facts(row, covered, language),
        data=for_download(rows, snapshot),
        sources=cited(
            pl.concat([rows.select("sources"), coverage.select("sources")]), snapshot, language
        ),
        query=sql("province_sheet"),
    )


def _finding(covered: dict, language: Language) -> str:
    _ = language.gettext
    if not covered["events"]:
        return _("{province}: {status}").format(
            province=covered["name_es"], status=statuses(language)[covered["status"]]
        )
    return language.ngettext(
        "{province}: {count} registered event",
        "{province}: {count} registered events",
        covered["events"],
    ).format(province=covered["name_es"], count=covered["events"])


def _facts(row: dict, covered: dict, language: Language) -> tuple:
    _ = language.gettext
    facts = [
        (_("Natural region"), (row[language.column("region")] or "",)),
        (_("Planning zone"), (" · ".join((row["planning_zones"] or "").split("|")),)),
        (_("Capital"), (row["capital"],)),
        (_("People, census of 2022"), _people(row, language)),
        (_("Attended"), (_attended(covered, language),)),
        (_("Online proposals"), _proposals(covered, language)),
    ]
    if row["events_of_other_plans"]:
        facts.append(
            (_("Registered events outside this plan"), (str(row["events_of_other_plans"]),))
        )
    return tuple((name, values) for name, values in facts if any(values))


def _people(row: dict, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    if row["people"] is None:
        return (_("not known"),)
    said = [language.number(row["people"])]
    if row["women"] is not None:
        share = language.percent(round(100 * row["women"] / row["people"], 1), 1)
        said.append(_("{percent} women").format(percent=share))
    if row["people_16"] is not None:
        people = language.number(row["people_16"])
        said.append(_("{people} aged 16 or more").format(people=people))
    return tuple(said)


def _attended(covered: dict, language: Language) -> str:
    _ = language.gettext
    if not covered["events"]:
        return ""
    if not covered["attendance_known"]:
        return _("not published")
    return _("{people}, published for {known} of {total} events").format(
        people=language.number(covered["attendance"]),
        known=covered["attendance_known"],
        total=covered["events"],
    )


def _proposals(covered: dict, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    if covered["is_suppressed"]:
        return (_("withheld, 1 to 4"),)
    if covered["proposals"] is None:
        return (_("not published by province"),)
    said = [language.number(covered["proposals"])]
    if covered["proposals_per_100k"] is not None:
        rate = language.number(covered["proposals_per_100k"])
        said.append(_("{rate} per 100,000 people").format(rate=rate))
    return tuple(said)

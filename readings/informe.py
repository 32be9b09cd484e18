"""What a meeting reads: the parts of its page, and the brief of two pages and an annex."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import polars as pl

from data.published import Snapshot
from language import Language
from queries.plans import documents, plans
from readings import Reading, Source, names
from readings.change_tables import lateness, moved_dates, reports, voices
from readings.changes import Changes, nothing_before, summary
from readings.cocreacion import agreements, stages
from readings.cocreacion import tables as announced
from readings.commitments import commitments
from readings.content_tables import agreements as changed_agreements
from readings.content_tables import contents, events, participation, tables
from readings.decisions import decisions
from readings.participacion import offered, processes
from readings.resumen import plan_progress
from readings.reunion import due, obligations
from readings.voces import agreement, matrix

MOST_ITEMS = 9  # of a list in a cell of the body
MOST_PLACES = 6  # of a document, in its list
DISAGREED = "disagreed"


@dataclass(frozen=True)
class Brief:
    """Readings in order, shortened in the body and whole in the annex, and all their documents."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]  # plan, state, cut-offs, voice
    body: tuple[Reading, ...]  # what fits two pages
    annex: tuple[Reading, ...]
    sources: tuple[Source, ...]
    footer: str


def part(code: str, changes: Changes, language: Language) -> tuple[Reading, ...]:
    """The readings of a part of the page: what changed, what is open, what was agreed."""
    asked = changes.compared.later, changes.compared.plan_id, language
    found = {
        "cambios": lambda: _changed(changes, language),
        "pendientes": lambda: (due(*asked), agreement(*asked), matrix(*asked, DISAGREED)),
        "acuerdos": lambda: (decisions(*asked), agreements(*asked), obligations(*asked)),
    }
    return tuple(filter(None, found[code]()))


def _changed(changes: Changes, language: Language) -> list[Reading | None]:
    made = (reports, lateness, voices, moved_dates, contents, participation, events,
            changed_agreements, tables)  # fmt: skip
    return [each(changes, language) for each in made]


def brief(snapshot: Snapshot, plan_id: str, language: Language, changes: Changes | None) -> Brief:
    """The state, what changed, what is open, who took part, what was agreed, what to decide.

    `changes` is none at the first cut-off there is.
    """
    _ = language.gettext
    asked = snapshot, plan_id, language
    (plan,) = plans(snapshot).filter(pl.col("plan_id") == plan_id).to_dicts()
    process = next(iter(offered(*asked)), None)
    whole = [  # each with how many of its rows stand in the body
        (what_changed(*asked, changes), 7),
        *([] if plan["commitments"] else [(stages(*asked), 6), (announced(*asked), 4)]),
        (due(*asked), 7),
        (replace(agreement(*asked), figures=()), 0),
        (processes(snapshot, plan_id, process, language), 0),
        (agreements(*asked), 4),
        (obligations(*asked), 3),
    ]
    whole = [(reading, most) for reading, most in whole if reading]
    *changed, by_table = _changed(changes, language) if changes else (None,)
    body = (
        replace(plan_progress(*asked), notes=()),  # the page has room for remarks
        *(_short(reading, most, language) for reading, most in whole),
        decisions(*asked),
    )
    annex = (*(reading for reading, most in whole if _is_cut(reading, most)), *changed,
             matrix(*asked, DISAGREED), commitments(*asked), by_table)  # fmt: skip
    body, annex = (tuple(filter(None, readings)) for readings in (body, annex))
    return Brief(
        _("Meeting brief"),
        plan[language.column("name")],
        facts(snapshot, plan_id, language, changes)[1:],  # the plan is the subtitle
        body,
        annex,
        _sources((*body, *annex), snapshot, language),
        _("{plan} · cut-off {date}").format(
            plan=plan[language.column("name")], date=language.date(snapshot.cut_off)
        ),
    )


def what_changed(
    snapshot: Snapshot, plan_id: str, language: Language, changes: Changes | None
) -> Reading:
    """The summary of what changed, or that there is nothing to compare with."""
    return summary(changes, language) if changes else nothing_before(snapshot, plan_id, language)


def taken_along(
    snapshot: Snapshot, plan_id: str, language: Language, changes: Changes | None
) -> tuple[Reading, ...]:
    """What a workbook for a meeting opens with, before the whole plan."""
    asked = snapshot, plan_id, language
    changed = _changed(changes, language) if changes else ()
    made = (what_changed(*asked, changes), *changed, due(*asked), decisions(*asked),
            obligations(*asked))  # fmt: skip
    return tuple(filter(None, made))


def facts(
    snapshot: Snapshot, plan_id: str, language: Language, changes: Changes | None
) -> tuple[tuple[str, str], ...]:
    """What every document says first of what it shows."""
    _ = language.gettext
    (plan,) = plans(snapshot).filter(pl.col("plan_id") == plan_id).to_dicts()
    words = names(snapshot, language)
    said = [
        (_("Plan"), plan[language.column("name")]),
        (_("Cut-off"), language.long_date(snapshot.cut_off)),
        (_("State"), words["plan_state"][plan["state"]]),
    ]
    if changes:
        compared = changes.compared
        said.append((_("Compared with"), language.long_date(compared.earlier.cut_off)))
        said.append((_("Reports of"), words["voice"][compared.voice]))
    return tuple(said)


def _is_cut(reading: Reading, most: int) -> bool:
    if reading.table is None:
        return False
    return len(reading.table.rows) > most or _shortened_cells(reading) != reading.table.rows


def _short(reading: Reading, most: int, language: Language) -> Reading:
    """Its first rows, with lists in them cut, and how many more the annex has."""
    if not _is_cut(reading, most):
        return reading
    table = replace(
        reading.table,
        rows=_shortened_cells(reading)[:most],
        groups={row: said for row, said in reading.table.groups.items() if row < most},
    )
    more = len(reading.table.rows) - most
    note = language.gettext("The whole list is in the annex.")
    if more > 0 and most:
        note = language.ngettext(
            "{count} more row in the annex.", "{count} more rows in the annex.", more
        ).format(count=more)
    return replace(reading, figures=(), table=table if most else None, notes=(note,))


def _shortened_cells(reading: Reading) -> tuple:
    return tuple(
        tuple(replace(cell, text=_listed(cell.text)) for cell in row) for row in reading.table.rows
    )


def _listed(text: str) -> str:
    """The first of a long list of numbers or names, with how many there are in all."""
    separator = "; " if "; " in text else ", "
    items = text.split(separator)
    if len(items) <= MOST_ITEMS:
        return text
    return separator.join(items[:MOST_ITEMS]) + f"{separator}… ({len(items)})"


def _sources(
    readings: Iterable[Reading], snapshot: Snapshot, language: Language
) -> tuple[Source, ...]:
    """Every document once, oldest first, with the first places of all the readings."""
    found: dict[str, Source] = {}
    for source in (source for reading in readings for source in reading.sources):
        known = found.get(source.source_id, source)
        places = dict.fromkeys((*known.locators, *source.locators))
        found[source.source_id] = replace(source, locators=tuple(places))
    order = documents(snapshot)["source_id"].to_list()
    ordered = sorted(found.values(), key=lambda source: _place(source.source_id, order))
    return tuple(_with_first_places(source, language) for source in ordered)


def _with_first_places(source: Source, language: Language) -> Source:
    """All of them stand in the workbook, row by row."""
    more = len(source.locators) - MOST_PLACES
    if more <= 0:
        return source
    said = language.gettext("and {count} more places").format(count=more)
    return replace(source, locators=(*source.locators[:MOST_PLACES], said))


def _place(source_id: str, order: list[str]) -> int:
    return order.index(source_id) if source_id in order else len(order)

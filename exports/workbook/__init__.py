"""One reading, a page of them or a whole plan as a workbook."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from xlsxwriter import Workbook

from exports.workbook.cells import plain
from exports.workbook.columns import Words, arranged
from exports.workbook.contents import Entry, write_contents
from exports.workbook.native_charts import add_charts
from exports.workbook.queries import add_queries
from exports.workbook.rows import add_rows
from exports.workbook.styles import styles
from language import Language
from readings import Reading
from readings.titles import title

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST_TAB = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
Facts = Sequence[tuple[str, str]]
NO_WORDS: Mapping = {}
UNDATED = date(1980, 1, 1)  # of a workbook without rows, as of the files in its archive


def as_xlsx(reading: Reading, facts: Facts, language: Language, words: Words = NO_WORDS) -> bytes:
    """One reading; `facts` open with plan and cut-off, `words` are the labels of the codes."""
    return _book(reading.question, (reading,), facts, language, words)


def whole(
    readings: Sequence[Reading], facts: Facts, language: Language, words: Words = NO_WORDS
) -> bytes:
    """A page or a whole plan: a sheet for each reading, those of the same rows sharing one."""
    return _book(facts[0][1], readings, facts, language, words)


def _book(
    name: str, readings: Sequence[Reading], facts: Facts, language: Language, words: Words
) -> bytes:
    _ = language.gettext
    buffer = io.BytesIO()
    footer = " · ".join(value for _name, value in facts[:2])
    own = [_("About these numbers"), _("Charts"), _("Queries")]
    tabs = _tabs(readings, own, language)
    with Workbook(buffer, SAFE | {"in_memory": True}) as book:
        book.set_properties(_properties(name, readings, language))
        style = styles(book, language)
        first = book.add_worksheet(own[0])
        charts = add_charts(book, own[1], readings, tabs, footer, language, style)
        for tab, reading in _first_of_each(tabs, readings):
            add_rows(book, tab, arranged(reading, language, words), footer, style)
        add_queries(book, own[2], zip(tabs, readings, strict=True), footer, style)
        entries = [
            Entry(reading, tab, charts.get(place, ""))
            for place, (tab, reading) in enumerate(zip(tabs, readings, strict=True))
        ]
        write_contents(first, name, entries, facts, footer, language, style)
    return buffer.getvalue()


def _tabs(readings: Sequence[Reading], own: list[str], language: Language) -> list[str]:
    """The tab of each reading: none without rows, and one for all readings of the same rows."""
    tabs: list[str] = []
    for place, reading in enumerate(readings):
        same = (tabs[other] for other in range(place) if _is_same(readings[other], reading))
        wanted = "" if reading.data.is_empty() else title(reading, language)
        tabs.append(next(same, "") or (wanted and _free(wanted, [*own, *tabs])))
    return tabs


def _is_same(one: Reading, other: Reading) -> bool:
    return one.query == other.query and one.data.equals(other.data)


def _free(wanted: str, taken: list[str]) -> str:
    """A name that a spreadsheet takes, in no other tab's way."""
    name = " ".join(FORBIDDEN.sub(" ", plain(wanted)).split()) or "–"
    held = {tab.casefold() for tab in taken}
    count, free = 1, _cut(name)
    while free.casefold() in held:
        count += 1
        free = _cut(name, f" ({count})")
    return free


def _cut(name: str, end: str = "") -> str:
    room = LONGEST_TAB - len(end)
    return (name if len(name) <= room else f"{name[: room - 1].rstrip()}…") + end


def _first_of_each(tabs: list[str], readings: Sequence[Reading]) -> Iterator[tuple[str, Reading]]:
    for place, (tab, reading) in enumerate(zip(tabs, readings, strict=True)):
        if tab and tab not in tabs[:place]:
            yield tab, reading


def _properties(name: str, readings: Sequence[Reading], language: Language) -> dict:
    """Dated by the cut-off, so that the same question gives the same bytes."""
    cut_offs = [cut_off for reading in readings if (cut_off := _cut_off(reading))]
    return {
        "title": plain(name)[:250],
        "author": language.gettext("Open State Dashboard"),
        "created": datetime.combine(max(cut_offs, default=UNDATED), time()),
    }


def _cut_off(reading: Reading) -> date | None:
    """The day of which its rows are; none without rows."""
    if reading.data.is_empty() or "corte" not in reading.data:
        return None
    return date.fromisoformat(reading.data["corte"][0][:10])

"""The columns of a reading's rows, arranged for people: first what they read, then what traces it.

A code gives way to its label and stands at the right, as do the other languages of our texts, the
cut-off and the documents: nobody has to look past them, and nothing is lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import polars as pl

from data.contracts import TABLES
from exports.workbook.styles import decimals, percents
from language import LANGUAGES, Language
from language import marked as N_
from readings import Reading
from readings.breakdown_table import VERDICTS
from readings.change_words import ITEMS, SAID, called
from readings.columns import HEADINGS
from readings.territorio import statuses

Words = Mapping[str, Mapping[str, str]]  # list of codes to code to label
TEXTS = tuple(f"_{code}" for code in LANGUAGES)  # how columns of our own texts end
LAST = ("corte", "fuente")
CODES = ("census_group", "code", "source_a", "source_b")
QUIET = (
    "ages_2010", "ages_2022", "base_2010", "base_2022", "capital_lat", "capital_lon",
    "date_precision", "document_precision", "earlier_precision", "lat", "lon", "people_status",
    "printed_decimals", "reason_precision",
)  # fmt: skip
NUMBERED = ("commitment_no", "milestone_no", "agreement_no", "category_no", "finding_no")
PERCENTS = (
    "earlier_percent", "form_percent", "forms_mean", "mean", "mean_reported", "own_mean", "percent",
    "printed", "printed_percent", "share", "share_2010", "share_2022", "share_high", "share_low",
)  # fmt: skip
BASES = {
    "published": N_("as published"),
    "implied": N_("implied: what was published is complete"),
    "grouped": N_("sum of the groups that the census counts as one"),
}
# lists of codes of columns that a question computes
COMPUTED = {
    "core_group_state": "state",
    "counterpart_state": "state",
    "document_precision": "date_precision",
    "document_state": "told_state",
    "earlier_group": "lateness",
    "earlier_state": "state",
    "earlier_status": "event_status",
    "earlier_told_state": "told_state",
    "form_state": "state",
    "later_group": "lateness",
    "lead_state": "state",
    "sectors": "sector",
    "province_coverage.status": "covered",
    "zone_coverage.status": "covered",
    "total_precision": "precision",
    "verdict": "verdict",
    "basis": "known_by",
    "change": "change",
    "earlier_precision": "date_precision",
    "item": "item",
    "late_group": "lateness",
    "part": "part",
    "reason_precision": "date_precision",
    "table_name": "table",
}
# how finely a date is known, where it is not the row's `date_precision` that says so
PRECISIONS = {
    "document_on": "document_precision",
    "reason_on": "reason_precision",
    "earlier_ends_on": "earlier_precision",
    "earlier_reported_on": "earlier_precision",
    "earlier_starts_on": "earlier_precision",
    "last_document_on": "last_document_precision",
}
ALWAYS = {"consulted_on": "day", "known_on": "day", "superseded_on": "day", "last_form_on": "day"}
BESIDE = {  # of a column beside another one
    ("reported_on", "in_force_ends_on"): "day",
    ("due_on", "held_on"): "day",
    ("published_on", "assessed_period"): "year",
}


@dataclass(frozen=True)
class Column:
    """A heading, its values and the style of each; `note` is its technical name and meaning."""

    name: str
    heading: str
    note: str
    values: list
    styles: list[str]
    is_aside: bool = False


def arranged(reading: Reading, language: Language, words: Words) -> list[Column]:
    """What a reader reads, in the question's order, then what is set aside, then the origin."""
    words = {**words, **_computed(language, words)}
    made = [
        column
        for name in reading.data.columns
        if name not in LAST
        for column in _columns(name, reading, language, words)
    ]
    origin = [_column(name, reading, language, True) for name in LAST if name in reading.data]
    return sorted(made, key=lambda column: column.is_aside) + origin


def _computed(language: Language, words: Words) -> Words:
    """What people call the codes that a question gives and no list of the data holds."""
    _ = language.gettext
    return {
        "change": {code: called(code, language) for code in SAID},
        "item": {code: _(item) for code, item in ITEMS.items()},
        "part": {**words.get("role", {}), **words.get("tag_scheme", {})},
        "table": {name: _(table.title) for name, table in TABLES.items()},
        "covered": statuses(language),
        "known_by": {code: _(said) for code, said in BASES.items()},
        "verdict": {code: _(said) for code, said in VERDICTS.items()},
    }


def _columns(name: str, reading: Reading, language: Language, words: Words) -> Iterator[Column]:
    base, _under, written = name.rpartition("_")
    if written == language.code:
        yield _text(name, reading, language)
    elif written in LANGUAGES:
        is_second = f"{base}_{language.code}" in reading.data
        which = Language(written).name if is_second else ""
        yield _column(name, reading, language, is_second, which)
    elif name.endswith(("_id", "_code")) or name in CODES:
        yield _column(name, reading, language, True, language.gettext("code"))
    else:
        yield from _coded(name, reading, language, words)


def _text(name: str, reading: Reading, language: Language) -> Column:
    """In the reader's language, else in the one in which it was written."""
    others = [name[:-2] + code for code in LANGUAGES if name[:-2] + code in reading.data]
    data = reading.data.select(pl.coalesce(name, *others).alias(name))
    return _made(name, data[name], reading, language)


def _coded(name: str, reading: Reading, language: Language, words: Words) -> Iterator[Column]:
    """A column, and where it holds codes their labels before them."""
    said = reading.data[name]
    is_aside = name in QUIET
    labels = _labels(name, reading, words) if said.dtype == pl.String else {}
    if not labels:
        yield _column(name, reading, language, is_aside)
        return
    if not any(f"{name}_{code}" in reading.data for code in LANGUAGES):
        shown = [value and _said(value, labels) for value in said.to_list()]
        yield _made(name, pl.Series(name, shown, pl.String), reading, language, is_aside)
    yield _column(name, reading, language, True, language.gettext("code"))


def _labels(name: str, reading: Reading, words: Words) -> Mapping[str, str]:
    """The list of codes that has every value of the column; none where it holds no codes."""
    said = reading.data[name].drop_nulls().unique()
    held = {code for value in said for code in value.split("; ")}
    own = COMPUTED.get(f"{reading.name}.{name}")
    for scheme in (own,) if own else _schemes(name):
        if held and held <= words.get(scheme, {}).keys():
            return words[scheme]
    return {}


@cache
def _schemes(name: str) -> tuple[str, ...]:
    """Lists of codes that a column of that name may draw from."""
    declared = [table.columns[name].scheme for table in TABLES.values() if name in table.columns]
    return tuple(dict.fromkeys(filter(None, (*declared, COMPUTED.get(name)))))


def _said(value: str, labels: Mapping[str, str]) -> str:
    return "; ".join(labels[code] for code in value.split("; "))


def _column(
    name: str, reading: Reading, language: Language, is_aside: bool, which: str = ""
) -> Column:
    return _made(name, reading.data[name], reading, language, is_aside, which)


def _made(
    name: str,
    values: pl.Series,
    reading: Reading,
    language: Language,
    is_aside: bool = False,
    which: str = "",
) -> Column:
    called, about = heading(name, language, reading.name), meaning(name, language, reading.name)
    return Column(
        name,
        f"{called} ({which})" if which else called,
        f"{name}\n{about}" if about else name,
        values.to_list(),
        _styles(name, values, reading.data, language),
        is_aside,
    )


def _styles(name: str, values: pl.Series, data: pl.DataFrame, language: Language) -> list[str]:
    """One style for all values; of dates, one for each as finely as it is known."""
    if values.dtype != pl.Date:
        return [_style(name, values, language)] * len(values)
    fixed = ALWAYS.get(name) or next(
        (known for (held, other), known in BESIDE.items() if held == name and other in data), ""
    )
    precision = PRECISIONS.get(name, "date_precision")
    if fixed or precision not in data:
        return [fixed or "day"] * len(values)
    return [known or "day" for known in data[precision].to_list()]


def _style(name: str, values: pl.Series, language: Language) -> str:
    """The form of a number by what it counts; of a decimal, the places that the question gives."""
    dtype = values.dtype
    if name == "value":
        return "value"
    if name in PERCENTS:
        return percents(_places(dtype, most=2), language)
    if dtype.is_integer():
        return "number" if name in NUMBERED else "whole"
    if dtype.is_numeric():
        return decimals(_places(dtype, most=6))
    return "truth" if dtype == pl.Boolean else "text"


def _places(dtype: pl.DataType, most: int) -> int:
    if dtype.is_integer():
        return 0
    return min(most, dtype.scale) if dtype.is_decimal() else 2


def heading(name: str, language: Language, table_name: str = "") -> str:
    """What a column is called, whichever of our languages its texts are in."""
    asked = name[:-2] if name.endswith(TEXTS) else name
    if asked in HEADINGS:
        return language.gettext(HEADINGS[asked])
    return meaning(name, language, table_name) or name.replace("_", " ").capitalize()


def meaning(name: str, language: Language, table_name: str = "") -> str:
    """What the data dictionary says of a column, where it says the same in every table."""
    tables = [TABLES[table_name]] if table_name in TABLES else TABLES.values()
    said = {table.columns[name].about for table in tables if name in table.columns}
    return language.gettext(said.pop()) if len(said) == 1 else ""

"""A reading: a question, its answer in a sentence, and all that is needed to draw it anywhere."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import plotly.graph_objects as go
import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.plans import documents, labels
from queries.progress import state_counts
from readings.known import known

NO_REPORT = "no_report"
ENDS = ("starts_on", "ends_on")


@dataclass(frozen=True)
class Source:
    """A document and the places in it on which a reading rests."""

    source_id: str
    title: str
    publisher: str
    published: str
    url: str | None
    locators: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A number worth quoting, never without what it counts and what it is measured against."""

    value: str
    unit: str
    label: str
    basis: str
    is_overdue: bool = False


@dataclass(frozen=True)
class Span:
    """A stretch of a timeline in percent of its width."""

    left: float
    width: float


@dataclass(frozen=True)
class Timeline:
    """A milestone on a time axis: both windows, its state, and the time it is overdue."""

    state: str
    original: Span | None
    in_force: Span | None
    overdue: Span | None


@dataclass(frozen=True)
class Cell:
    """What stands in a table.

    kind: text, number, state, overdue, none, share, code, link (to a document), inside (to a page
    of ours), defined (opens to its definition) or timeline. `flag` is what is overdue about it,
    `detail` a second, quieter line; framed cells differ from each other.
    """

    text: str
    kind: str = "text"
    state: str = ""
    flag: str = ""
    detail: str = ""
    share: float | None = None
    timeline: Timeline | None = None
    href: str = ""
    is_framed: bool = False


@dataclass(frozen=True)
class Scale:
    """The time axis of a table's timelines, in percent; the cut-off where it is shown."""

    ticks: tuple[tuple[float, str], ...]
    cut_off: float | None
    cut_off_label: str


@dataclass(frozen=True)
class Table:
    """As people read it: in their language, formatted; the first column names the row.

    `groups` puts a heading above the row of that number.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: Mapping[int, str] = field(default_factory=dict)
    scale: Scale | None = None

    @property
    def numeric(self) -> frozenset[int]:
        """Columns that hold numbers, which stand at the right."""
        kinds = ("number", "share", "overdue")
        return frozenset(
            column for row in self.rows for column, cell in enumerate(row) if cell.kind in kinds
        )


@dataclass(frozen=True)
class Listing:
    """A short list under its own heading, such as the milestones that are overdue longest."""

    title: str
    items: tuple[tuple[Cell, ...], ...]
    more: str = ""


@dataclass(frozen=True)
class Series:
    """The values of one series by category, in the colour of that name; none is not known."""

    name: str
    colour: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Plot:
    """A chart as its numbers, for whoever draws it natively.

    kind: bars (counts, or shares side by side), stacked (parts of a whole, coloured by state) or
    steps (counts by day: categories are ISO days, a series with one value is a mark, never joined).
    """

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str


@dataclass(frozen=True)
class Reading:
    name: str  # of the question everywhere: the .sql file, the function, the download
    question: str
    data: pl.DataFrame  # as machines read it: what the query returned, with corte and fuente
    sources: tuple[Source, ...]
    query: str
    answer: str = ""
    basis: str = ""  # unit, how to read it, what is left out
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()  # name and values, one below the other
    figures: tuple[Figure, ...] = ()
    strip: tuple[tuple[str, str, int], ...] = ()  # state, its name, milestones in it
    chart: Callable[..., go.Figure] | None = None  # draws itself for a mode and a width
    plot: Plot | None = None  # the same as numbers
    alt: str = ""
    table: Table | None = None
    listings: tuple[Listing, ...] = ()
    notes: tuple[str, ...] = ()


def number(text: str) -> Cell:
    return Cell(text, "number")


def nothing(text: str) -> Cell:
    """The unknown, said in words."""
    return Cell(text, "none")


def names(snapshot: Snapshot, language: Language) -> dict[str, dict[str, str]]:
    """Scheme to code to label, each scheme in its order; codes themselves are never shown."""
    found: dict[str, dict[str, str]] = {}
    for row in labels(snapshot).to_dicts():
        found.setdefault(row["scheme"], {})[row["code"]] = row[language.column("label")]
    return found


def strip(snapshot: Snapshot, plan_id: str, language: Language) -> tuple[tuple[str, str, int], ...]:
    """Milestones per state by the headline voice, most advanced first, with the state's name."""
    words = names(snapshot, language)
    called = words["state"] | words[NO_REPORT]
    return tuple(
        (state or NO_REPORT, called[state or NO_REPORT], count)
        for state, count in state_counts(snapshot, plan_id).iter_rows()
    )


def rests_on(name: str, rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> dict:
    """What every reading of one query holds: its name, its rows, their documents and the query."""
    return {
        "name": name,
        "data": for_download(rows, snapshot),
        "sources": cited(rows, snapshot, language),
        "query": sql(name),
    }


def for_download(frame: pl.DataFrame, snapshot: Snapshot) -> pl.DataFrame:
    """The query's own rows as a flat table, each saying when and where it comes from.

    `fuente` holds `document: place` pairs separated by ` | `.
    """
    place = pl.concat_str(
        pl.element().struct.field("source_id"),
        pl.element().struct.field("locator"),
        separator=": ",
        ignore_nulls=True,
    )
    fuente = pl.col("sources").list.eval(place).list.join(" | ")
    held = known(frame.with_columns(corte=pl.lit(snapshot.name), fuente=fuente))
    return held.drop("sources")


def cited(frame: pl.DataFrame, snapshot: Snapshot, language: Language) -> tuple[Source, ...]:
    """The documents that the rows rest on, with every place in them, oldest document first."""
    places: dict[str, dict[str, None]] = {}
    for row in frame["sources"].drop_nulls().to_list():
        for place in row:
            places.setdefault(place["source_id"], {})[place["locator"]] = None
    return tuple(
        Source(
            row["source_id"],
            row["title"],
            row["publisher"],
            published_on(row, language),
            row["url"],
            tuple(filter(None, places[row["source_id"]])),
        )
        for row in documents(snapshot).to_dicts()
        if row["source_id"] in places
    )


def published_on(document: dict, language: Language) -> str:
    if document["published_on"] is None:
        return language.gettext("undated")
    return language.date(document["published_on"], document["date_precision"])


def dates(row: dict, language: Language) -> str:
    """From its first day to its last, as finely as they were published; empty where neither was."""
    _, precision = language.gettext, row["date_precision"]
    first, last = (row[name] and language.date(row[name], precision) for name in ENDS)
    if first and last:
        return first if first == last else f"{first} – {last}"
    if last:
        return _("until {date}").format(date=last)
    return _("from {date}").format(date=first) if first else ""


def dated(row: dict, language: Language) -> Cell:
    """Its dates in a table."""
    said = dates(row, language)
    return Cell(said) if said else nothing(language.gettext("no date published"))


def headings(of_rows: Iterable[str]) -> dict[int, str]:
    """A heading above each row at which it changes, by the number of the row."""
    groups: dict[int, str] = {}
    last = None
    for position, heading in enumerate(of_rows):
        if heading != last:
            groups[position] = last = heading
    return groups


def counted(milestones: int, language: Language) -> tuple[str, str]:
    """A number of milestones and its noun."""
    return str(milestones), language.ngettext("milestone", "milestones", milestones)


def milestone_name(row: dict, language: Language) -> str:
    """`1.5 Difundir política…`: number and title as everywhere."""
    title = language.text(row, "title") or language.gettext("title not published")
    return f"{row['commitment_no']}.{row['milestone_no']} {title}"


def commitment_name(row: dict, language: Language, name: str = "title") -> str:
    title = language.text(row, name) or language.gettext("title not published")
    return f"{row['commitment_no']}. {title}"

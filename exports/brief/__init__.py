"""The meeting brief as blocks in order: what both of its writers put on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.words import (
    BETWEEN,
    Line,
    Piece,
    bold,
    clean,
    drawn,
    flat,
    lines,
    linked,
    page_of,
    plain,
    shares,
)
from language import Language
from readings import Cell, Figure, Listing, Reading, Source, Table
from readings.informe import Brief

APART = Piece("\u2003")
UNNAMED = "–"  # an outline must not skip a level


@dataclass(frozen=True)
class Heading:
    """A title in the outline; a part begins on a page of its own."""

    level: int
    text: str
    is_part: bool = False


@dataclass(frozen=True)
class Paragraph:
    """style: title, subtitle, answer, strip, more, note, source or places.

    An `opening` is an answer that stays on the page of what follows it.
    """

    style: str
    pieces: Line


@dataclass(frozen=True)
class Items:
    """A list, a line to an item."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Facts:
    """Names with their values, one below the other."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Figures:
    """Numbers beside each other, each under its label and over its basis."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Square:
    """A cell of a grid with its lines."""

    lines: tuple[Line, ...]
    is_framed: bool = False


@dataclass(frozen=True)
class Grid:
    """A table as it is drawn: its columns' widths in percent, and those that hold numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Square, ...], ...]
    groups: dict[int, str]
    widths: tuple[float, ...]
    numeric: tuple[int, ...]


Block = Heading | Paragraph | Items | Facts | Figures | Grid


def blocks(brief: Brief, language: Language) -> Iterator[Block]:
    """Everything the document says, in the order in which it is read."""
    _ = language.gettext
    yield Paragraph("title", plain(brief.title))
    yield Paragraph("subtitle", plain(brief.subtitle))
    if brief.facts:
        yield Facts(tuple((clean(name), (clean(value),)) for name, value in brief.facts))
    for reading in brief.body:
        yield from _read(reading, 1)
    if brief.annex:
        yield Heading(1, _("Annex"), is_part=True)
    for reading in brief.annex:
        yield from _read(reading, 2)
    if brief.sources:
        yield Heading(1, _("Sources"))
    for source in brief.sources:
        yield from _cited(source, language)


def footer(brief: Brief, language: Language) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What stands at the foot of each page, and how its number is said."""
    return clean(brief.footer), page_of(language)


def _read(reading: Reading, level: int) -> Iterator[Block]:
    yield Heading(level, clean(reading.question) or UNNAMED)
    if reading.answer:
        more = reading.facts or reading.figures or reading.strip or reading.table
        yield Paragraph("opening" if more else "answer", bold(reading.answer))
    if reading.facts:
        yield Facts(
            tuple((clean(name), tuple(map(clean, values))) for name, values in reading.facts)
        )
    if reading.figures:
        yield Figures(tuple(_figure(figure) for figure in reading.figures))
    if reading.strip:
        yield Paragraph("strip", _strip(reading.strip))
    if reading.table:
        yield _grid(reading.table)
    for listing in reading.listings:
        yield from _listed(listing, level + 1)
    for note in filter(None, (reading.basis, *reading.notes)):
        yield Paragraph("note", bold(note))


def _figure(figure: Figure) -> Figure:
    words = (figure.value, figure.unit, figure.label, figure.basis)
    return Figure(*map(clean, words), figure.is_overdue)


def _strip(strip: tuple[tuple[str, str, int], ...]) -> Line:
    """States with their counts side by side."""
    said = [
        (APART, Piece(f"{clean(name)} ", "state", state), Piece(str(count), "bold"))
        for state, name, count in strip
    ]
    return tuple(piece for trio in said for piece in trio)[1:]


def _grid(table: Table) -> Grid:
    columns = drawn(table)
    rows = tuple(tuple(_square(row[column]) for column in columns) for row in table.rows)
    head = tuple(clean(table.head[column]) for column in columns)
    return Grid(
        clean(table.caption),
        head,
        rows,
        {line: clean(text) for line, text in table.groups.items()},
        shares(head, [_texts(rows, position) for position in range(len(head))]),
        tuple(position for position, column in enumerate(columns) if column in table.numeric),
    )


def _square(cell: Cell) -> Square:
    return Square(lines(cell), cell.is_framed)


def _texts(rows: tuple[tuple[Square, ...], ...], column: int) -> list[str]:
    return [_text(line) for row in rows for line in row[column].lines]


def _text(line: Line) -> str:
    """As long as it is drawn: a state stands behind its symbol."""
    return "".join(f"●\u00a0\u00a0{piece.text}" if piece.state else piece.text for piece in line)


def _listed(listing: Listing, level: int) -> Iterator[Block]:
    if title := clean(listing.title):
        yield Heading(level, title)
    if listing.items:
        yield Items(tuple(map(flat, listing.items)))
    if listing.more:
        yield Paragraph("more", plain(listing.more))


def _cited(source: Source, language: Language) -> Iterator[Block]:
    """A document with who published it, when, where it is, and the places in it."""
    address, href = clean(source.url or ""), linked(source.url)
    told = BETWEEN.join(("", clean(source.publisher), clean(source.published), ""))
    where = Piece(address, href=href)
    if not address:
        where = Piece(language.gettext("no public address was found"), "none")
    yield Paragraph("source", (Piece(clean(source.title), "bold"), Piece(told), where))
    if source.locators:
        yield Paragraph("places", plain("; ".join(source.locators)))

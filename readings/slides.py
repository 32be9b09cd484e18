"""A slide and a deck of them, and how a reading is shortened to one figure that fits a hall."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from language import Language
from language import marked as N_
from readings import Cell, Figure, Plot, Reading, Source, Table
from readings.mapa import Drawing

FIGURES, POINTS, ROWS = 3, 5, 7  # on one slide at most
QUESTION, ANSWER, BASIS, POINT, CELL = 110, 330, 230, 170, 70  # characters at most
SUMMARY, MILESTONES, VOICES = N_("Summary"), N_("Milestones"), N_("Voices")
COMMITMENT, TERRITORY, DATA = N_("Commitment"), N_("Territory"), N_("Data")
PARTICIPATION, PROPOSALS, MEETING = N_("Participation"), N_("Proposals"), N_("Meeting")


@dataclass(frozen=True)
class Slide:
    """One figure to a slide: its question, the finding in a sentence, and one picture of it.

    At most three figures, five points and seven rows; what is left out is said in `basis`.
    """

    code: str  # in an address and in the notes of a deck
    question: str
    answer: str
    basis: str = ""
    figures: tuple[Figure, ...] = ()
    strip: tuple[tuple[str, str, int], ...] = ()
    plot: Plot | None = None
    table: Table | None = None
    points: tuple[str, ...] = ()
    shown: Drawing | None = None
    alt: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Deck:
    """Slides in order; the footer says plan, cut-off, filters and source on each."""

    title: str
    subtitle: str
    footer: str
    slides: tuple[Slide, ...]


def shortened(text: str, limit: int) -> str:
    """The text up to its last whole word within the limit, with an ellipsis where it was cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:(«*")
    return cut + ("**" if cut.count("**") % 2 else "") + "…"


def sentence(finding: str) -> str:
    """A finding as a sentence."""
    return finding if not finding or finding[-1] in ".?!…" else f"{finding}."


def left_out(shown: int, total: int, page: str, language: Language) -> str:
    """How many are not on the slide, and where they stand; empty where all are."""
    if shown >= total:
        return ""
    message = language.gettext("{shown} of {total} are shown; the others stand in {page}.")
    return message.format(shown=shown, total=total, page=language.gettext(page))


def slide(code: str, question: str, answer: str, basis: Iterable[str] = (), **shown) -> Slide:
    """A slide whose sentences fit."""
    said = [shortened(part, BASIS) for part in basis if part]
    return Slide(
        code, shortened(question, QUESTION), shortened(answer, ANSWER), " ".join(said), **shown
    )


def figures_of(reading: Reading, page: str, language: Language) -> tuple[tuple[Figure, ...], str]:
    """Its first figures, and a word on the others."""
    shown = reading.figures[:FIGURES]
    return shown, left_out(len(shown), len(reading.figures), page, language)


def points(
    texts: Sequence[str], page: str, language: Language
) -> tuple[tuple[str, ...], str]:  # fmt: skip
    """The first of them, each as short as a line or two, and a word on the others."""
    shown = tuple(shortened(text, POINT) for text in texts[:POINTS])
    return shown, left_out(len(shown), len(texts), page, language)


def facts(
    reading: Reading, first: Sequence[str], page: str, language: Language
) -> tuple[tuple[str, ...], str]:
    """Its facts as points, those of the names given first, and a word on the others."""
    order = {name: place for place, name in enumerate(first)}
    held = sorted(reading.facts, key=lambda fact: order.get(fact[0], len(order)))
    lines = [f"{name}: {language.listed(filter(None, values))}" for name, values in held]
    return points(lines, page, language)


def rows(
    table: Table, page: str, language: Language, columns: Sequence[int] = ()
) -> tuple[Table, str]:
    """Its first rows, only the columns asked for that hold anything, and a word on the others."""
    groups = {at: shortened(name, CELL) for at, name in table.groups.items() if at < ROWS}
    groups = groups if len(groups) <= 2 else {}  # a heading takes the place of a row
    first = table.rows[: ROWS - len(groups)]
    asked = columns or range(len(table.head))
    kept = [column for column in asked if any(line[column].text for line in first)]
    most = 2 * CELL if len(first) <= ROWS // 2 else CELL
    lines = tuple(tuple(_brief(line[column], most) for column in kept) for line in first)
    head = tuple(table.head[column] for column in kept)
    headings = {at: name for at, name in groups.items() if at < len(lines)}
    brief = Table(table.caption, head, lines, headings)
    return brief, left_out(len(lines), len(table.rows), page, language)


def _brief(cell: Cell, most: int) -> Cell:
    """Without links and without its second line."""
    kind = "text" if cell.kind in ("inside", "link", "defined", "timeline") else cell.kind
    return replace(cell, text=shortened(cell.text, most), kind=kind, detail="", href="")


def largest(plot: Plot) -> tuple[Plot, int]:
    """The groups of which every number is known, the largest where there are many; how many."""
    values = [series.values for series in plot.series]
    known = [at for at in range(len(plot.categories)) if None not in (each[at] for each in values)]
    kept = sorted(known, key=lambda at: -values[0][at])[:ROWS] if len(known) > ROWS else known
    chosen = [replace(each, values=tuple(each.values[at] for at in kept)) for each in plot.series]
    categories = tuple(plot.categories[at] for at in kept)
    return replace(plot, categories=categories, series=tuple(chosen)), len(known)


def documents(slides: Sequence[Slide], language: Language) -> Slide | None:
    """The last slide: the documents on which the others rest, those of most slides first."""
    _ = language.gettext
    found, times = {}, {}
    for each in slides:
        for source in each.sources:
            found.setdefault(source.source_id, source)
            times[source.source_id] = times.get(source.source_id, 0) + 1
    if not found:
        return None
    ordered = sorted(found.values(), key=lambda source: -times[source.source_id])
    lines = [_document(source) for source in ordered]
    shown, rest = points(lines, DATA, language)
    return slide(
        "sources",
        _("Where does this come from?"),
        language.ngettext(
            "These slides rest on **{count} document**.",
            "These slides rest on **{count} documents**.",
            len(found),
        ).format(count=len(found)),
        (rest,),
        points=shown,
        sources=tuple(found.values()),
    )


def _document(source: Source) -> str:
    return " · ".join(
        filter(None, (shortened(source.title, 90), source.publisher, source.published))
    )


def deck(
    title: str,
    subtitle: str,
    held: Sequence[str],
    slides: Iterable[Slide | None],
    language: Language,
) -> Deck:
    """The slides that have something to say, with their documents at the end and in the footer."""
    shown = [each for each in slides if each]
    last = documents(shown, language)
    count = len(last.sources) if last else 0
    source = language.ngettext(
        "Source: {count} document", "Source: {count} documents", count
    ).format(count=count)
    footer = " · ".join(filter(None, (*held, source if count else "")))
    return Deck(title, subtitle, footer, (*shown, *((last,) if last else ())))

"""The words of a document in their tones, safe to write down: what every writer says alike."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from string import Formatter
from urllib.parse import quote

from language import Language
from readings import Cell, Table

TAGS = {"es": "es-EC", "en": "en-US"}  # of a document's language
BREAKS = re.compile("[\t-\r\u001c-\u001f\u0085\u2028\u2029]+")
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
BOLD = re.compile(r"\*\*(.+?)\*\*")
WEB = re.compile(r"https?://[\w.-]+(:\d+)?([/?#]|$)")
KEPT = "%/:?#@!$&'()*+,;=~"  # of an address; the rest is written in percents
BETWEEN = " · "
PAGE = 116  # letters that stand side by side in a table as wide as the page
LONGEST = 70  # letters of a line to which a column is widened
BESIDE = 2.6  # letters as wide as the space between columns
TONES = {"overdue": "overdue", "none": "none", "state": "state"}


@dataclass(frozen=True)
class Piece:
    """Words in one tone: plain, bold, muted, none, overdue, or state with its symbol before it."""

    text: str
    tone: str = ""
    state: str = ""
    href: str = ""


Line = tuple[Piece, ...]
Column = tuple[Cell, ...]


def clean(text: str) -> str:
    """Without what cannot be seen and what turns the reading direction; breaks become spaces."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", BREAKS.sub(" ", text)))


def plain(text: str, tone: str = "") -> Line:
    """A text as it stands, in one tone."""
    return (Piece(clean(text), tone),) if clean(text) else ()


def bold(text: str) -> Line:
    """A sentence of ours, its **figures** in bold."""
    parts = enumerate(BOLD.split(clean(text)))
    return tuple(Piece(part, "bold" if position % 2 else "") for position, part in parts if part)


def lines(cell: Cell) -> tuple[Line, ...]:
    """A cell as it is said: its words with what is overdue about them, then its quieter line."""
    said = _joined((_said(cell), plain(cell.flag, "overdue")))
    return tuple(filter(None, (said, plain(cell.detail, "muted"))))


def flat(cells: Column) -> Line:
    """Cells as one line, for a list."""
    return _joined(line for cell in cells for line in lines(cell))


def _said(cell: Cell) -> Line:
    text, tone = clean(cell.text), TONES.get(cell.kind, "")
    if cell.kind == "number" and text == "0":
        tone = "muted"
    href = linked(cell.href) if cell.kind == "link" else ""
    return (Piece(text, tone, cell.state, href),) if text else ()


def _joined(found: Iterable[Line]) -> Line:
    between = [part for line in found if line for part in (Piece(BETWEEN, "muted"), *line)]
    return tuple(between[1:])


def linked(href: str | None) -> str:
    """An address of the web; any other is not followed from a document."""
    address = quote(clean(href or "").strip(), safe=KEPT)
    return address if WEB.match(address) else ""


def drawn(table: Table) -> tuple[int, ...]:
    """The columns that a document draws: all but timelines, whose dates stand beside them."""
    return tuple(
        column
        for column in range(len(table.head))
        if not table.rows or any(row[column].kind != "timeline" for row in table.rows)
    )


def shares(head: tuple[str, ...], columns: list[list[str]]) -> tuple[float, ...]:
    """The width of each column in percent: no word is cut, the rest goes where most is said.

    The name of a column may take several lines.
    """
    least = [
        max(map(_widest, (name, *column))) + BESIDE
        for name, column in zip(head, columns, strict=True)
    ]
    longing = [
        max(0, min(max(map(len, column), default=0), LONGEST) + BESIDE - low)
        for low, column in zip(least, columns, strict=True)
    ]
    said = [sqrt(1 + sum(map(len, column))) for column in columns]
    given = _filled(least, longing, said)
    return tuple(round(100 * width / sum(given), 2) for width in given)


def _filled(least: list[float], longing: list[float], said: list[float]) -> list[float]:
    """The most modest get what they long for, the others by what they say; the first the rest."""
    given, left = list(least), max(0.0, PAGE - sum(least))
    asking = sum(said)
    order = sorted(range(len(least)), key=longing.__getitem__)
    for place, column in enumerate(order):
        is_modest = longing[column] <= left / (len(order) - place)
        more = min(longing[column], left if is_modest else left * said[column] / asking)
        given[column] += more
        left, asking = left - more, asking - said[column]
    given[0] += left
    return given


def _widest(text: str) -> int:
    """Letters of the longest word; an endless one may be broken."""
    return min(max(len(word) for word in text.split(" ")), LONGEST // 3)


def page_of(language: Language) -> tuple[tuple[str, str], ...]:
    """What a footer says of the page: words, each followed by the number `page` or `pages`."""
    message = language.gettext("page {page} of {pages}")
    return tuple((words, name or "") for words, name, *_ in Formatter().parse(message))

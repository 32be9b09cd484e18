"""How much room a text takes, so that it is made smaller or cut before it overflows."""

import unicodedata
from bisect import bisect_right as bisect
from collections.abc import Sequence
from dataclasses import dataclass

from exports.deck.letter_widths import HEADING, TEXT, TEXT_BOLD

LEADING = 1.22  # height of a line in sizes of its letters
UNMEASURED = 100  # hundredths of the size: as wide as the widest scripts
CUT = "…"
ROUNDING = 0.01  # points
MOST_LINES = 8  # of one paragraph among others


def _by_letter(widths: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


FACES = {
    "text": _by_letter(TEXT),
    "bold": _by_letter(TEXT_BOLD),
    "heading": _by_letter(HEADING),
}


@dataclass(frozen=True)
class Fit:
    """A text as it fits: whole or cut at a word, how large its letters are and how high it is."""

    text: str
    size: float
    height: float  # in points
    is_cut: bool


def width(text: str, size: float, face: str = "text") -> float:
    """Points that a text takes on one line."""
    known = FACES[face]
    hundredths = sum(
        known[letter] if letter in known else _width_of_parts(letter, known) for letter in text
    )
    return hundredths / 100 * size


def _width_of_parts(letter: str, known: dict[str, int]) -> int:
    """An accent adds no width to its letter."""
    return sum(
        0 if unicodedata.combining(part) else known.get(part, UNMEASURED)
        for part in unicodedata.normalize("NFD", letter)
    )


def wrapped(text: str, size: float, wide: float, face: str = "text") -> list[str]:
    """Its lines within so many points, broken between words where that is possible."""
    space, lines, used = width(" ", size, face), [[]], 0.0
    for word in text.split(" "):
        own = width(word, size, face)
        if lines[-1] and used + space + own <= wide + ROUNDING:
            used += space + own
            lines[-1].append(word)
            continue
        *whole, last = [word] if own <= wide + ROUNDING else _broken(word, size, wide, face)
        begun = lines if lines[-1] else lines[:-1]
        lines = [*begun, *([piece] for piece in whole), [last]]
        used = width(last, size, face)
    return [" ".join(words) for words in lines]


def _broken(word: str, size: float, wide: float, face: str) -> list[str]:
    """A word that is wider than a line, in pieces that are not."""
    pieces, used = [""], 0.0
    for letter in word:
        own = width(letter, size, face)
        if pieces[-1] and used + own > wide + ROUNDING:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += own
    return pieces


def fitted(text: str, sizes: Sequence[float], wide: float, high: float, face: str = "text") -> Fit:
    """At the largest size at which it fits; cut at the smallest where it fits at none."""
    for size in sizes:
        height = len(wrapped(text, size, wide, face)) * size * LEADING
        if height <= high:
            return Fit(text, size, height, False)
    smallest = sizes[-1]
    lines = max(1, int(high / (smallest * LEADING)))
    short = shortened(text, smallest, wide, lines, face)
    height = len(wrapped(short, smallest, wide, face)) * smallest * LEADING
    return Fit(short, smallest, height, True)


def fitted_together(
    texts: Sequence[str], sizes: Sequence[float], wide: float, high: float, gap: float
) -> tuple[float, list[str]]:
    """Paragraphs at one size with a gap after each; the longest are cut where they do not fit."""

    def height(size: float, shown: Sequence[str]) -> float:
        return sum(len(wrapped(text, size, wide)) * size * LEADING + gap for text in shown)

    for size in sizes:
        if height(size, texts) <= high:
            return size, list(texts)
    smallest = sizes[-1]
    for lines in range(MOST_LINES, 0, -1):
        short = [shortened(text, smallest, wide, lines) for text in texts]
        if height(smallest, short) <= high:
            break
    return smallest, short


def shortened(text: str, size: float, wide: float, lines: int, face: str = "text") -> str:
    """The text within so many lines, cut at a word where it has more."""
    if len(wrapped(text, size, wide, face)) <= lines:
        return text
    kept = bisect(
        range(len(text)),
        lines,
        key=lambda end: len(wrapped(text[:end] + CUT, size, wide, face)),
    )
    head = text[: max(0, kept - 1)]
    if not text[len(head) :].startswith(" "):
        head = head.rpartition(" ")[0] or head
    return head.rstrip(" ,;:.") + CUT

"""How much room a text takes, so that it is made smaller or cut before it overflows."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from exports.letter_widths import HEADING, TEXT, TEXT_BOLD

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
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size, face) <= wide + ROUNDING:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, size, wide, face)
        lines += whole
    return [*lines, line]


def _broken(word: str, size: float, wide: float, face: str) -> list[str]:
    """A word that is wider than a line, in pieces that are not."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, face) > wide:
            pieces.append("")
        pieces[-1] += letter
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
    kept = text
    while kept and len(wrapped(kept + CUT, size, wide, face)) > lines:
        words, _, _ = kept.rpartition(" ")
        kept = (words or kept[:-1]).rstrip(" ,;:.")
    return kept + CUT

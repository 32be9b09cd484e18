"""What is presented in a hall or taken along as a deck: one figure a slide."""

from dataclasses import dataclass

from readings import Figure, Plot, Source, Table
from readings.mapa import Drawing


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

"""The brief that is taken to a meeting: two pages of sections, then an annex."""

from dataclasses import dataclass

from readings import Reading, Source


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

"""The slides on one workshop: its sheet, who came and from where, what was said, what became."""

from data.published import Snapshot
from language import Language
from readings import Reading, event_outcome, taller
from readings.slides import TERRITORY, Slide, facts, points, rows, sentence, slide

About = tuple[Snapshot, str, Language]


def slides(about: About) -> tuple[Slide | None, ...]:
    """All of them in order; none where nothing was published."""
    reading = taller.sheet(*about)
    return (
        sheet(reading, about[2]),
        who_came(reading, about[2]),
        origins(about),
        said(about),
        commitment(about),
        proposals(about),
    )


def sheet(reading: Reading, language: Language) -> Slide:
    """When, where, what kind, who called it; what is not known in words."""
    _ = language.gettext
    first = (_("When"), _("Where"), _("Called by"), _("Kind"), _("Status"))
    shown, rest = facts(reading, first, TERRITORY, language)
    return slide("sheet", reading.question, reading.answer, (*reading.notes, rest), points=shown,
                 sources=reading.sources)  # fmt: skip


def who_came(reading: Reading, language: Language) -> Slide | None:
    """Women among those who came beside the census; none where sex was not published."""
    if not reading.figures:
        return None
    question = language.gettext("Who came?")
    return slide("participation", question, reading.answer, (reading.basis,),
                 figures=reading.figures, sources=reading.sources)  # fmt: skip


def origins(about: About) -> Slide | None:
    """Home cities of those who came."""
    reading = taller.origins(*about)
    if not reading:
        return None
    table, rest = rows(reading.table, TERRITORY, about[2], (0, 1, 2))
    question = about[2].gettext("Where did people come from?")
    return slide("origins", question, sentence(reading.question), (reading.basis, rest),
                 table=table, sources=reading.sources)  # fmt: skip


def said(about: About) -> Slide | None:
    """What people said."""
    reading = taller.findings(*about)
    if not reading:
        return None
    shown, rest = points([line[0].text for line in reading.table.rows], TERRITORY, about[2])
    return slide("said", reading.question, "", (reading.basis, rest), points=shown,
                 sources=reading.sources)  # fmt: skip


def commitment(about: About) -> Slide | None:
    """The commitment it served and how far that is."""
    reading = event_outcome.outcome(*about)
    if not reading:
        return None
    table, rest = rows(reading.table, TERRITORY, about[2])
    return slide("outcome", reading.question, "", (rest,), table=table, sources=reading.sources)


def proposals(about: About) -> Slide | None:
    """What became of the proposals of its co-creation, as bars."""
    reading = event_outcome.proposals(*about)
    if not reading:
        return None
    return slide("proposals", about[2].gettext("What became of the proposals?"),
                 sentence(reading.question), (reading.basis,), plot=reading.plot,
                 alt=reading.question, sources=reading.sources)  # fmt: skip

"""The slides on one commitment: what it promises, how it stands, by whom, and how to join."""

import polars as pl

from data.published import Snapshot
from language import Language
from queries.progress import commitments_standing, milestones_standing
from readings import NO_REPORT, Figure, Reading, Table, commitment_story, compromiso, hitos, names
from readings.choices import Choices
from readings.slides import COMMITMENT, ROWS, Slide, facts, points, rows, sentence, slide

About = tuple[Snapshot, str, int, Language]


def slides(about: About) -> tuple[Slide | None, ...]:
    """All of them in order; none where nothing is known."""
    return (
        promise(about),
        standing(about),
        milestones(about),
        voices(about),
        told(about, "achievements", commitment_story.WHAT, ("achievement", "good_practice")),
        told(about, "obstacles", commitment_story.WHY, ("obstacle",)),
        told(about, "joining", commitment_story.NEXT, ("how_to_join", "next_step")),
    )


def promise(about: About) -> Slide:
    """What it promises, against which problem, who leads it and until when."""
    snapshot, _plan_id, _number, language = about
    _, reading = language.gettext, compromiso.fiche(*about)
    roles = names(snapshot, language)["role"]
    dated = (_("Window in force"), _("Original window"), _("Months moved"))
    first = (roles["lead"], roles["counterpart"], *dated)
    shown, rest = facts(reading, first, COMMITMENT, language)
    unknown = "" if shown else _("Nothing but its title was found in what was published.")
    return slide("promise", reading.question, reading.answer or unknown, (reading.basis, rest),
                 points=shown, sources=reading.sources)  # fmt: skip


def standing(about: About) -> Slide:
    """Mean, completed and late milestones by its lead institution, and their states."""
    snapshot, plan_id, number, language = about
    _, reading = language.gettext, compromiso.standing(*about)
    rows_of = commitments_standing(snapshot, plan_id)
    (row,) = rows_of.filter(pl.col("commitment_no") == number).to_dicts()
    question = _("How does it stand?")
    if not row["milestones"]:
        return slide("standing", question, _("Its milestones were not published."))
    if not reading:
        return slide("standing", question, _("Nobody has reported of its milestones."))
    if not row["reported"]:
        table, rest = rows(reading.table, COMMITMENT, language)
        return slide("standing", question, sentence(reading.question), (rest,), table=table,
                     sources=reading.sources)  # fmt: skip
    return slide(
        "standing",
        question,
        sentence(reading.question),
        figures=_figures(row, language),
        strip=_strip(about),
        sources=reading.sources,
    )


def _figures(row: dict, language: Language) -> tuple[Figure, ...]:
    _ = language.gettext
    of = _("{count} of {total}")
    coverage = _("plain mean; {reported} of {milestones} milestones reported").format(
        reported=row["reported"], milestones=row["milestones"]
    )
    mean = () if row["mean"] is None else (
        Figure(language.percent(row["mean"], 2).rstrip("%\u00a0"), "%",
               _("mean progress reported"), coverage),
    )  # fmt: skip
    completed = Figure(
        of.format(count=row["completed"], total=row["milestones"]),
        "",
        _("milestones completed"),
        _("by its lead institution"),
    )
    late = Figure(
        str(row["overdue"]),
        language.ngettext("milestone", "milestones", row["overdue"]),
        _("overdue"),
        _("past the schedule in force, reported and not completed"),
        row["overdue"] > 0,
    )
    return *mean, completed, late


def _strip(about: About) -> tuple[tuple[str, str, int], ...]:
    snapshot, plan_id, number, language = about
    held = milestones_standing(snapshot, plan_id, commitment_nos=[number])
    states = [state or NO_REPORT for state in held["state"]]
    words = names(snapshot, language)
    ordered = [*reversed(words["state"]), NO_REPORT]
    called = words["state"] | words[NO_REPORT]
    return tuple(
        (code, called[code], states.count(code)) for code in ordered if code in states
    )  # fmt: skip


def milestones(about: About) -> Slide | None:
    """Its milestones with state and window in force; none where they were not published."""
    snapshot, plan_id, number, language = about
    reading = hitos.schedule(snapshot, plan_id, language, Choices(compromiso=(str(number),)))
    if not reading:
        return None
    table, rest = rows(reading.table, COMMITMENT, language, (0, 2, 4))
    read = language.gettext("State by the last report of its lead institution.")
    return slide("milestones", language.gettext("Which are its milestones?"),
                 sentence(reading.question), (read, rest), table=table,
                 sources=reading.sources)  # fmt: skip


def voices(about: About) -> Slide | None:
    """What each voice says, first of the milestones on which they differ."""
    reading = compromiso.voices(*about)
    if not reading:
        return None
    table, rest = rows(_differing_first(reading), COMMITMENT, about[3])
    return slide("voices", reading.question, "", (reading.basis, rest), table=table,
                 sources=reading.sources)  # fmt: skip


def _differing_first(reading: Reading) -> Table:
    table = reading.table
    if len(table.rows) <= ROWS:
        return table
    ordered = sorted(table.rows, key=lambda line: not any(cell.is_framed for cell in line))
    return Table(table.caption, table.head, tuple(ordered))


def told(about: About, code: str, kinds: tuple[str, ...], first: tuple[str, ...]) -> Slide | None:
    """What documents tell of it, those kinds first; none where nothing."""
    language = about[3]
    reading = commitment_story.told(*about, kinds)
    if not reading:
        return None
    called = names(about[0], language)["note_kind"]
    order = [called[kind] for kind in (*first, *kinds) if kind in called]
    listings = sorted(reading.listings, key=lambda listing: order.index(listing.title))
    lines = [f"{each.title}: {item[0].text}" for each in listings for item in each.items]
    shown, rest = points(lines, COMMITMENT, language)
    return slide(code, reading.question, "", (language.gettext("In our words."), rest),
                 points=shown, sources=reading.sources)  # fmt: skip

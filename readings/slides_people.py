"""The slides on people: who took part, who is missing, where, what they said, what became of it."""

import polars as pl

from language import Language
from queries.territory import events_listed
from readings import Reading, distribution, mapa, participacion, propuestas, taller
from readings import territorio as places
from readings.breakdowns import Breakdown, published
from readings.slides import (
    PARTICIPATION,
    PROPOSALS,
    TERRITORY,
    Slide,
    figures_of,
    largest,
    left_out,
    points,
    rows,
    sentence,
    slide,
)
from readings.slides_plan import Asked


def who(asked: Asked) -> tuple[Slide, ...]:
    """Who took part in the process known best beside the census, and who is missing from it."""
    offered = participacion.offered(*asked)
    if not offered:
        return ()
    process_id, process = next(iter(offered.items()))
    snapshot, plan_id, language = asked
    reading = participacion.processes(snapshot, plan_id, process_id, language)
    found = published(snapshot, plan_id, process_id, language)
    findings = distribution.by_dimension(snapshot, plan_id, process_id, language)
    shown = (
        _took_part(process, reading, found, findings, language),
        _missing(reading, found, findings, language),
    )
    return tuple(each for each in shown if each)


def _took_part(
    process: str,
    reading: Reading,
    found: tuple[Breakdown, ...],
    findings: tuple[Reading, ...],
    language: Language,
) -> Slide:
    """The first breakdown in which somebody is missing, else one with a census; else figures."""
    _ = language.gettext
    question = _("Who took part?")
    pairs = list(zip(found, findings, strict=True))
    ordered = sorted(pairs, key=lambda pair: not pair[0].farthest_below)
    for each, finding in ordered:
        if each.has_census and finding.plot:
            plot, groups = largest(finding.plot)
            rest = left_out(len(plot.categories), groups, PARTICIPATION, language)
            read = _(
                "Shares in «{process}», of those who stated it, beside the census. An open call is"
                " no random sample."
            ).format(process=process)
            return slide("participation", question, sentence(finding.question), (read, rest),
                         plot=plot, alt=finding.alt, sources=finding.sources)  # fmt: skip
    figures, rest = figures_of(reading, PARTICIPATION, language)
    return slide("participation", question, reading.answer, (reading.basis, rest),
                 figures=figures, sources=reading.sources)  # fmt: skip


def _missing(
    reading: Reading,
    found: tuple[Breakdown, ...],
    findings: tuple[Reading, ...],
    language: Language,
) -> Slide | None:
    """A finding for each breakdown that the census can be compared with."""
    said = [
        sentence(finding.question)
        for each, finding in zip(found, findings, strict=True)
        if each.has_census
    ]
    if not said:
        return None
    shown, rest = points(said, PARTICIPATION, language)
    question = language.gettext("Who is missing?")
    return slide("missing", question, reading.answer, (reading.basis, rest), points=shown,
                 sources=reading.sources)  # fmt: skip


def territory(asked: Asked) -> Slide | None:
    """The map of registered events; a sentence where events have no published place."""
    _, reading = asked[2].gettext, places.where(*asked)
    if not reading.figures:
        if events_listed(*asked[:2]).is_empty():
            return None
        return slide("territory", _("Where was it?"), reading.answer, (), sources=reading.sources)
    drawing = mapa.drawing(*asked)
    return slide("territory", _("Where was it?"), reading.answer, (drawing.inset, reading.basis),
                 shown=drawing, alt=drawing.alt, sources=reading.sources)  # fmt: skip


def said(asked: Asked) -> Slide | None:
    """What people said in the event or series of which most was published; none without any."""
    snapshot, plan_id, language = asked
    events = events_listed(snapshot, plan_id).filter(pl.col("status") == "held").to_dicts()
    found = [(row, taller.findings(snapshot, row["event_id"], language)) for row in events]
    known = [(row, reading) for row, reading in found if reading]
    if not known:
        return None
    row, most = max(known, key=lambda pair: len(pair[1].table.rows))
    told = [line[0].text for line in most.table.rows]
    shown, rest = points(told, TERRITORY, language)
    where = language.gettext("In «{event}», one of {count} events or series of which something was"
                             " published.")  # fmt: skip
    answer = where.format(event=language.text(row, "name"), count=len(known))
    return slide("said", most.question, answer, (most.basis, rest), points=shown,
                 sources=most.sources)  # fmt: skip


def proposals(asked: Asked) -> Slide | None:
    """What became of the proposals, step by step; none where no step is counted."""
    reading = propuestas.funnel(*asked)
    if reading.plot:
        return slide("proposals", reading.question, reading.answer, (reading.basis,),
                     plot=reading.plot, alt=reading.alt, sources=reading.sources)  # fmt: skip
    return None


def steps(asked: Asked) -> Slide | None:
    """The steps of the co-creation with their dates, where their proposals are not counted."""
    reading = propuestas.funnel(*asked)
    if not reading.table:
        return None
    table, rest = rows(reading.table, PROPOSALS, asked[2], (0, 1, 2, 3))
    return slide("proposals", reading.question, reading.answer, (rest,), table=table,
                 sources=reading.sources)  # fmt: skip

"""The whole plan to take along: every reading that is worth a sheet of its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

import polars as pl

from data.published import Snapshot
from language import Language
from queries.commitment import commitment_ids
from queries.participation import processes_held
from readings import (
    Reading,
    Source,
    bridge,
    cocreacion,
    commitment_story,
    commitments,
    datos,
    distribution,
    eventos,
    hitos,
    implementation,
    indicators,
    open_points,
    participacion,
    propuestas,
    resumen,
    rounds,
    territorio,
    voces,
    zonas,
)
from readings.commitment_story import NEXT, WHAT, WHY

PROGRESS = (
    resumen.plan_progress,
    commitments.commitments,
    hitos.lateness,
    rounds.rounds,
    hitos.by_institution,
    voces.matrix,
    open_points.unmet,
    open_points.tasks,
    bridge.printed_figures,
    datos.published_means,
)
OF_EACH_COMMITMENT = (
    commitment_story.history,
    *(partial(commitment_story.told, kinds=kinds) for kinds in (WHY, WHAT, NEXT)),
    indicators.of_commitment,
    commitment_story.assessments,
)
TERRITORY = (
    territorio.provinces,
    zonas.regions,
    zonas.zones,
    eventos.listed,
    cocreacion.tables,
)
MAKING = (
    propuestas.funnel,
    propuestas.found,
    cocreacion.agreements,
    cocreacion.deadlines,
    cocreacion.members,
    cocreacion.recommendations,
    indicators.of_plan,
    datos.contradictions,
)


def whole_plan(snapshot: Snapshot, plan_id: str, language: Language) -> tuple[Reading, ...]:
    """Progress, voices, commitments, participation, territory and making; each with rows."""
    asked = snapshot, plan_id, language
    ids = commitment_ids(snapshot).filter(pl.col("plan_id") == plan_id)
    numbers = ids["commitment_no"].to_list()
    where = territorio.where(*asked)
    made = (
        *(make(*asked) for make in PROGRESS),
        *(_of_each(numbers, make, *asked) for make in OF_EACH_COMMITMENT),
        *_participation(*asked),
        where if where.figures else None,  # without events a row of zeros
        *(make(*asked) for make in (*TERRITORY, *MAKING)),
    )
    return tuple(reading for reading in made if reading and not reading.data.is_empty())


def _participation(
    snapshot: Snapshot, plan_id: str, language: Language
) -> Iterator[Reading | None]:
    """The processes, each published dimension of those of the plan, and the forms' participants."""
    first = next(iter(participacion.offered(snapshot, plan_id, language)), None)
    yield participacion.processes(snapshot, plan_id, first, language)
    for process in processes_held(snapshot, plan_id).drop_nulls("plan_id").to_dicts():
        name = language.text(process, "name")
        for reading in distribution.by_dimension(
            snapshot, plan_id, process["process_id"], language
        ):
            yield replace(reading, answer=f"{name}.")
    yield implementation.participants(snapshot, plan_id, language)


def _of_each(
    numbers: list[int],
    make: Callable[..., Reading | None],
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
) -> Reading | None:
    """What is asked of one commitment, asked of each; none where none has an answer."""
    asked = {number: make(snapshot, plan_id, number, language) for number in numbers}
    found = {number: reading for number, reading in asked.items() if reading}
    if not found:
        return None
    rows = [
        reading.data.select(pl.lit(number, pl.Int64).alias("commitment_no"), pl.all())
        for number, reading in found.items()
    ]
    first = next(iter(found.values()))
    return Reading(
        name=first.name,
        question=_question(first, language),
        basis=first.basis if first.table else "",
        data=pl.concat(rows),
        sources=_documents(found.values()),
        query=first.query,
    )


def _question(first: Reading, language: Language) -> str:
    if first.name == "commitment_history":  # its own counts the reports of one commitment
        return language.gettext("Every report of each commitment, the latest first")
    return first.question


def _documents(readings: Iterable[Reading]) -> tuple[Source, ...]:
    """The documents of all readings, each once with every place in it."""
    found: dict[str, Source] = {}
    for source in (source for reading in readings for source in reading.sources):
        known = found.get(source.source_id, source)
        places = dict.fromkeys((*known.locators, *source.locators))
        found[source.source_id] = replace(known, locators=tuple(places))
    return tuple(found.values())

"""Which milestones a reader asked for."""

from dataclasses import dataclass

import polars as pl

from data.published import Snapshot
from language import Language
from queries.progress import milestone_filters, milestones_standing


@dataclass(frozen=True)
class Choices:
    """What a reader asked for; nothing chosen means all."""

    compromiso: tuple[str, ...] = ()
    tema: tuple[str, ...] = ()
    institucion: tuple[str, ...] = ()
    estado: tuple[str, ...] = ()
    ods: tuple[str, ...] = ()
    plazo: tuple[str, ...] = ()


def offered(
    snapshot: Snapshot, plan_id: str, language: Language
) -> dict[str, dict[str, tuple[str, int]]]:
    """Filter to code to its name and its number of milestones."""
    found: dict[str, dict[str, tuple[str, int]]] = {}
    for row in milestone_filters(snapshot, plan_id).to_dicts():
        name = language.text(row, "label") or row["code"]
        if row["filter"] == "compromiso":
            name = f"{row['code']}. {name}"
        if row["filter"] == "ods":
            name = f"{row['code']} {name}"
        found.setdefault(row["filter"], {})[row["code"]] = (name, row["milestones"])
    return found


def chosen_milestones(snapshot: Snapshot, plan_id: str, choices: Choices) -> pl.DataFrame:
    """The milestones that pass every filter a reader chose."""
    return milestones_standing(
        snapshot,
        plan_id,
        commitment_nos=[int(number) for number in choices.compromiso],
        theme_ids=choices.tema,
        institution_ids=choices.institucion,
        states=choices.estado,
        sdgs=choices.ods,
        groups=choices.plazo,
    )

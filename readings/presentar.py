"""What is presented in a hall or taken along as a deck: one figure a slide."""

from collections.abc import Iterable

import polars as pl

from data.published import Snapshot
from language import Language
from queries.plans import plans
from queries.territory import event_sheet, events_listed
from readings import (
    names,
    slides_change,
    slides_commitment,
    slides_event,
    slides_people,
    slides_plan,
)
from readings.changes import Compared
from readings.compromiso import fiche
from readings.slides import Deck, Slide, deck

__all__ = ["Deck", "Slide", "of_commitment", "of_event", "of_plan", "workshops"]


def of_plan(
    snapshot: Snapshot, plan_id: str, language: Language, compared: Compared | None = None
) -> Deck:
    """How the plan is doing, what changed, who took part, what became of it; or how it is made."""
    asked, plan = (snapshot, plan_id, language), _plan(snapshot, plan_id)
    name = plan[language.column("name")]
    is_reported = plan["last_lead_report_on"] is not None
    voice = _voice(is_reported, plan["last_document_on"] is not None, language)
    state = names(snapshot, language)["plan_state"][plan["state"]]
    subtitle = f"{_known_on(snapshot, language)} · {state}"
    held = (name, _known_on(snapshot, language), voice)
    return deck(name, subtitle, held, _of_plan(asked, is_reported, compared), language)


def _of_plan(
    asked: slides_plan.Asked, is_reported: bool, compared: Compared | None
) -> Iterable[Slide | None]:
    yield slides_plan.state(asked)
    yield slides_change.changed(compared, asked[2]) if compared else None
    yield slides_plan.timeline(asked)
    yield slides_plan.commitments_of(asked)
    yield slides_plan.late(asked)
    yield slides_plan.voices(asked)
    if not is_reported:
        yield slides_plan.stages(asked)
        yield slides_plan.announced(asked)
        yield slides_plan.agreed(asked)
    yield from slides_people.who(asked)
    yield slides_people.territory(asked)
    yield slides_people.said(asked)
    yield slides_people.proposals(asked)
    if is_reported:
        yield slides_plan.recommended(asked)
    yield slides_plan.dates(asked)


def of_commitment(snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language) -> Deck:
    """What one commitment promises, how it stands, what each voice says and how to join."""
    about = snapshot, plan_id, commitment_no, language
    plan = _plan(snapshot, plan_id)
    name, known_on = plan[language.column("name")], _known_on(snapshot, language)
    title = fiche(*about).question
    slides = slides_commitment.slides(about)
    number = language.gettext("Commitment {number}").format(number=commitment_no)
    is_reported = any(each and each.strip for each in slides)
    voice = language.gettext("by its lead institution") if is_reported else ""
    held = (name, number, known_on, voice)
    return deck(title, f"{name} · {known_on}", held, slides, language)


def of_event(snapshot: Snapshot, event_id: str, language: Language) -> Deck:
    """One workshop: its sheet, who came, what people said and what became of it."""
    about = snapshot, event_id, language
    (row,) = event_sheet(snapshot, event_id).to_dicts()
    title, known_on = language.text(row, "name"), _known_on(snapshot, language)
    plan = row["plan_id"] and _plan(snapshot, row["plan_id"])
    name = plan[language.column("name")] if plan else ""
    subtitle = " · ".join(filter(None, (name, known_on)))
    return deck(title, subtitle, (name, known_on), slides_event.slides(about), language)


def workshops(snapshot: Snapshot, plan_id: str, language: Language) -> dict[str, str]:
    """Id to name of each event and series of the plan that may be presented."""
    rows = events_listed(snapshot, plan_id).to_dicts()
    return {row["event_id"]: language.text(row, "name") for row in rows}


def _plan(snapshot: Snapshot, plan_id: str) -> dict:
    (plan,) = plans(snapshot).filter(pl.col("plan_id") == plan_id).to_dicts()
    return plan


def _known_on(snapshot: Snapshot, language: Language) -> str:
    return language.gettext("cut-off {date}").format(date=language.date(snapshot.cut_off))


def _voice(is_reported: bool, is_told: bool, language: Language) -> str:
    _ = language.gettext
    if is_reported:
        return _("according to the lead institutions")
    return _("according to documents") if is_told else _("no reports")

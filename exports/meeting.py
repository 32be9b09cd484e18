"""The documents of a meeting by kind and ending: what the page offers and the command writes."""

from collections.abc import Callable
from dataclasses import dataclass

from data.published import Snapshot
from exports.brief.docx import as_docx
from exports.brief.pdf import as_pdf
from exports.deck import as_pptx
from exports.workbook import whole
from language import Language
from readings import names
from readings.changes import Changes
from readings.informe import brief, facts, taken_along
from readings.libro import whole_plan
from readings.presentar import of_commitment, of_event, of_plan


@dataclass(frozen=True)
class Meeting:
    """What a document is about; `changes` is none at the first cut-off there is.

    A deck may be of one commitment or of one event instead of the plan.
    """

    snapshot: Snapshot
    plan_id: str
    language: Language
    changes: Changes | None
    commitment_no: int | None = None
    event_id: str | None = None


def _docx(about: Meeting) -> bytes:
    return as_docx(_brief(about), about.language)


def _pdf(about: Meeting) -> bytes:
    return as_pdf(_brief(about), about.language)


def _brief(about: Meeting):
    return brief(about.snapshot, about.plan_id, about.language, about.changes)


def _deck(about: Meeting) -> bytes:
    asked = about.snapshot, about.plan_id
    if about.event_id:
        deck = of_event(about.snapshot, about.event_id, about.language)
    elif about.commitment_no:
        deck = of_commitment(*asked, about.commitment_no, about.language)
    else:
        compared = about.changes.compared if about.changes else None
        deck = of_plan(*asked, about.language, compared)
    return as_pptx(deck, about.language)


def _workbook(about: Meeting) -> bytes:
    asked = about.snapshot, about.plan_id, about.language
    readings = (*taken_along(*asked, about.changes), *whole_plan(*asked))
    said = facts(*asked, about.changes)
    return whole(readings, said, about.language, names(about.snapshot, about.language))


WRITERS: dict[tuple[str, str], Callable[[Meeting], bytes]] = {
    ("brief", "docx"): _docx,
    ("brief", "pdf"): _pdf,
    ("deck", "pptx"): _deck,
    ("workbook", "xlsx"): _workbook,
}

"""What a meeting page is asked: which cut-offs are compared, whose reports, which part of it."""

from dataclasses import replace
from functools import partial

import streamlit as st

from exports.meeting import WRITERS, Meeting
from frame import address, blocks, filters
from frame.address import Address
from frame.html import html
from frame.place import quoted
from language import marked as N_
from readings import Reading, names
from readings.changes import Changes, Compared, found, last_change, nothing_before, summary

PARTS = {
    "cambios": N_("What changed"),
    "pendientes": N_("What is open"),
    "acuerdos": N_("Agreements and decisions"),
}

LEAD = "lead"
KINDS = {"brief": N_("Brief"), "deck": N_("Deck"), "workbook": N_("Workbook")}
OFFICE = "application/vnd.openxmlformats-officedocument"
MIME = {
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
}
BASIS = N_(
    "To take along, to edit and to defend: made from what this page shows, in a few seconds each."
)


def changes(here: Address) -> Changes | None:
    """What changed since the earlier cut-off chosen; none where there is no earlier one."""
    _ = here.language.gettext
    before, voices = _before(here), _voices(here)
    if not before:
        return None
    if st.query_params.get("desde") in here.cut_offs.keys() - before.keys():
        st.warning(_order(here))
    else:
        filters.tell_unknown("desde", before, here)
    filters.tell_unknown("voz", voices, here)
    with st.container(key="filters-meeting", horizontal=True, vertical_alignment="bottom"):
        filters.choice("desde", _("What changed since"), before, _by_default(here))
        filters.choice("voz", _("Reports of"), voices, LEAD)
    return found(compared(here))


def compared(here: Address) -> Compared | None:
    """The two cut-offs and the voice of the address, else of the last change."""
    before, voices = _before(here), _voices(here)
    if not before:
        return None
    earlier = next(iter(address.chosen("desde", before)), None) or _by_default(here)
    voice = next(iter(address.chosen("voz", voices)), LEAD)
    return Compared(here.cut_offs[earlier], here.snapshot, here.plan_id, voice)


def _before(here: Address) -> dict[str, str]:
    """Cut-offs before that of the address, the latest first."""
    return {
        name: here.language.long_date(snapshot.cut_off)
        for name, snapshot in reversed(here.cut_offs.items())
        if snapshot.cut_off < here.snapshot.cut_off
    }


def _voices(here: Address) -> dict[str, str]:
    return names(here.snapshot, here.language)["voice"]


def _order(here: Address) -> str:
    message = here.language.gettext(
        "A comparison goes from an earlier cut-off to a later one; {asked} is not before {corte},"
        " so another was taken."
    )
    asked = quoted(st.query_params["desde"])
    return message.format(asked=asked, corte=here.corte)


def _by_default(here: Address) -> str:
    """The cut-off before the last in which something changed; where nothing did, the one before."""
    pair = last_change(tuple(here.cut_offs.values()), here.snapshot, here.plan_id)
    if pair:
        return pair[0].cut_off.isoformat()
    return max(name for name, each in here.cut_offs.items() if each < here.snapshot)


def documents(here: Address, changes: Changes | None) -> None:
    """The documents to take along, each made when it is asked for."""
    _ = here.language.gettext
    about = Meeting(here.snapshot, here.plan_id, here.language, changes)
    since = f"_{changes.compared.earlier.name}" if changes else ""
    with st.container(key="take-along"):
        st.html(html("text", answer="", basis=_(BASIS)))
        with st.container(key="documents", horizontal=True, gap="medium"):
            for (kind, ending), write in WRITERS.items():
                label = f"{_(KINDS[kind])} ({ending.upper()})"
                st.download_button(
                    label,
                    partial(write, about),
                    file_name=f"{kind}_{here.plan_id}{since}_{here.corte}_{here.language.code}.{ending}",
                    mime=MIME[ending],
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"{kind}-{ending}",
                )
        asked = {"desde": changes.compared.earlier.name} if changes else {}
        blocks.way_to_the_hall(here, volver="reunion", **asked)


def latest(here: Address) -> None:
    """What changed last, in short, and the way to all of it; nothing at the first cut-off."""
    pair = last_change(tuple(here.cut_offs.values()), here.snapshot, here.plan_id)
    if not pair:
        return
    changes = found(Compared(pair[0], here.snapshot, here.plan_id))
    told = summary(changes, here.language, _unchanged(here))
    blocks.draw(replace(told, figures=()), here)
    more = here.language.gettext("Each change, what is open and what there is to decide: Meeting")
    st.html(html("more", href=here.link("reunion"), name=more))


def opening(here: Address, changes: Changes | None) -> Reading:
    """The answer of the page, with since when nothing changed where that is so."""
    if changes is None:
        return nothing_before(here.snapshot, here.plan_id, here.language)
    return summary(changes, here.language, _unchanged(here))


def _unchanged(here: Address) -> str:
    pair = last_change(tuple(here.cut_offs.values()), here.snapshot, here.plan_id)
    if not pair:
        return here.language.gettext("Nothing known of this plan has ever changed.")
    if pair[1] == here.snapshot:
        return ""
    message = here.language.gettext("Nothing known of this plan has changed since {date}.")
    return message.format(date=here.language.long_date(pair[1].cut_off))


def part(here: Address) -> str:
    """Which part of the page to show."""
    _ = here.language.gettext
    return filters.one("parte", _("Part of this page"), {c: _(n) for c, n in PARTS.items()}, here)

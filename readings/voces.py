"""Voices: where do lead institution, counterpart and Core Group disagree, and who is silent?"""

from itertools import groupby

import polars as pl

from data.published import Snapshot
from language import Language
from queries.voices import (
    milestone_voices,
    voice_agreement,
)
from readings import (
    NO_REPORT,
    Cell,
    Figure,
    Reading,
    Table,
    commitment_name,
    counted,
    headings,
    milestone_name,
    names,
    nothing,
    rests_on,
)

ALL = "all"
GROUPS = (
    "disagreed",
    "other_did_not",
    "hundred_not_done",
    "done_below_hundred",
    "unreported",
    "stale",
)


def agreement(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """On how many milestones the three voices differ, of how many at least two speak of."""
    _ = language.gettext
    rows = voice_agreement(snapshot, plan_id)
    voices = milestone_voices(snapshot, plan_id)
    counts = rows.to_dicts()[0] if len(rows) else None
    return Reading(
        **rests_on("voice_agreement", voices, snapshot, language),
        question=_("Where do lead institution, counterpart and Core Group disagree?"),
        answer=_answer(counts, language),
        figures=_figures(counts, language) if counts and counts["reported_by_two"] else (),
    )


def _answer(counts: dict | None, language: Language) -> str:
    _ = language.gettext
    if not counts:
        return _("No milestones of this plan are known at this cut-off.")
    if not counts["reported_by_two"]:
        return _(
            "No milestone has reports of two voices up to this cut-off, so there is nothing to"
            " compare yet."
        )
    return language.ngettext(
        "They differ on **{disagreed} of the {reported} milestones** of which at least two of them"
        " have reported.",
        "They differ on **{disagreed} of the {reported} milestones** of which at least two of them"
        " have reported.",
        counts["disagreed"],
    ).format(disagreed=counts["disagreed"], reported=counts["reported_by_two"])


def _figures(counts: dict, language: Language) -> tuple[Figure, ...]:
    _ = language.gettext
    return (
        Figure(
            *counted(counts["disagreed"], language),
            _("in which the voices differ"),
            _("of {count} with reports of two or three voices").format(
                count=counts["reported_by_two"]
            ),
        ),
        Figure(
            *counted(counts["other_did_not"], language),
            _("in which a party says the other did not do its part"),
            _("by its own form"),
        ),
        Figure(
            *counted(counts["hundred_not_done"] + counts["done_below_hundred"], language),
            _("whose percent and state do not agree"),
            _("100 % and not completed, or completed under 100 %"),
        ),
        Figure(
            *counted(counts["unreported"], language),
            _("of which no voice has reported"),
            _("of {count}").format(count=counts["milestones"]),
        ),
        Figure(
            *counted(counts["stale"], language),
            _("without a lead report in six months"),
            _("begun, not completed"),
        ),
    )


def offered(snapshot: Snapshot, plan_id: str, language: Language) -> dict[str, tuple[str, int]]:
    """What of the matrix may be shown, each with how many milestones it has."""
    _ = language.gettext
    rows = voice_agreement(snapshot, plan_id).to_dicts()
    if not rows:
        return {}
    (counts,) = rows
    named = {
        "disagreed": _("Differ"),
        "other_did_not": _("The other did not do its part"),
        "hundred_not_done": _("100 % and not completed"),
        "done_below_hundred": _("Completed under 100 %"),
        "unreported": _("Nobody reported"),
        "stale": _("No recent lead report"),
    }
    found = {code: (name, counts[code]) for code, name in named.items() if counts[code]}
    return found | {ALL: (_("All"), counts["milestones"])}


def matrix(
    snapshot: Snapshot, plan_id: str, language: Language, group: str = ALL
) -> Reading | None:
    """A row per milestone, a column per voice, documents beside; framed where voices differ."""
    _ = language.gettext
    rows = milestone_voices(snapshot, plan_id, groups=() if group == ALL else (group,))
    if rows.is_empty():
        return None
    milestones = rows.select("commitment_no", "milestone_no").n_unique()
    return Reading(
        **rests_on("milestone_voices", rows, snapshot, language),
        question=language.ngettext(
            "What each voice says of {count} milestone",
            "What each voice says of {count} milestones",
            milestones,
        ).format(count=milestones),
        basis=_(
            "A frame marks voices that differ. Documents stand beside with their date and are"
            " never counted as a voice."
        ),
        table=voices_table(rows, snapshot, language),
        notes=_silent_voices(rows, snapshot, language),
    )


def voices_table(rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> Table:
    """Milestone by voice; a voice that says nothing of anything is told in a note instead."""
    _ = language.gettext
    words = names(snapshot, language)
    speaking = _speaking(rows)
    milestones = _by_milestone(rows)
    groups = headings(
        commitment_name(reports[0], language, "commitment_title") for reports in milestones
    )
    cells = []
    for reports in milestones:
        row = reports[0]
        spoken = [
            _voice_cell(report, words, language)
            for report in reports
            if report["voice"] in speaking
        ]
        cells.append((Cell(milestone_name(row, language)), *spoken))
    head = tuple(label for code, label in words["voice"].items() if code in speaking)
    return Table(
        _("State by each voice, with the date of its report"),
        (_("Milestone"), *head),
        tuple(cells),
        groups if len(groups) > 1 else {},
    )


def _by_milestone(rows: pl.DataFrame) -> list[list[dict]]:
    keyed = groupby(rows.to_dicts(), lambda row: (row["commitment_no"], row["milestone_no"]))
    return [list(reports) for _, reports in keyed]


def _speaking(rows: pl.DataFrame) -> set[str]:
    return set(rows.drop_nulls("reported_on")["voice"])


def _silent_voices(rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> tuple[str, ...]:
    words = names(snapshot, language)["voice"]
    silent = [label for code, label in words.items() if code not in _speaking(rows)]
    if not silent:
        return ()
    message = language.gettext("No reports on these milestones up to this cut-off: {voices}.")
    return (message.format(voices=language.listed(silent)),)


def _voice_cell(row: dict, words: dict[str, dict[str, str]], language: Language) -> Cell:
    _ = language.gettext
    called = words["state"] | words[NO_REPORT]
    if row["reported_on"] is None:
        return nothing("" if row["voice"] == "document" else _("no report"))
    when = language.date(row["reported_on"], row["date_precision"])
    if row["voice"] == "document":
        told = words["told_state"].get(row["told_state"], _("percent only"))
        percent = "" if row["percent"] is None else f" {language.percent(row['percent'])}"
        return Cell(f"{told}{percent}", detail=when)
    flags = []
    if row["other_did_not"]:
        flags.append(_("says the other did not do its part"))
    if row["is_hundred_not_done"]:
        flags.append(_("100 % and not completed"))
    if row["is_done_below_hundred"]:
        flags.append(_("completed under 100 %"))
    if row["is_stale"]:
        flags.append(_("no report in six months"))
    percent = "" if row["percent"] is None else f" {language.percent(row['percent'])}"
    return Cell(
        f"{called[row['state']]}{percent}",
        "state",
        row["state"],
        detail=" · ".join([when, *flags]),
        is_framed=row["is_disagreed"],
    )

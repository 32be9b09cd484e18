"""Every kind of change in words, with how many there are and which."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from data.contracts import TABLES
from language import Language, pair
from language import marked as N_

# the order in which kinds are told
REPORTS = ("completed", "begun", "advanced", "percent_up", "first_reported", "set_back",
           "percent_down", "restated", "no_longer_reported", "confirmed")  # fmt: skip
LATENESS = ("newly_overdue", "newly_expired", "newly_unfinished", "newly_unreported",
            "no_longer_late")  # fmt: skip
VOICES = ("newly_disagreed", "no_longer_disagreed", "newly_other_did_not",
          "no_longer_other_did_not")  # fmt: skip
DATES = ("moved_later", "moved_earlier", "first_dated", "no_longer_dated", "start_moved")
ITEMS = {
    "commitment": N_("Commitment"),
    "milestone": N_("Milestone"),
    "actor": N_("Actor"),
    "tag": N_("Tag"),
}
HAPPENED = ("added", "dropped", "renamed", "named", "now_held", "now_counted", "changed")


# tables whose changes are told by a question of their own
TOLD = {"plans", "commitments", "milestones", "commitment_actors", "commitment_tags", "schedules",
        "progress_reports", "processes", "participation", "events", "meetings",
        "agreements"}  # fmt: skip

# how many of a kind, in words, the number in bold marks
SAID = {
    "completed": pair("**{count} milestone** completed", "**{count} milestones** completed"),
    "begun": pair("**{count} milestone** begun", "**{count} milestones** begun"),
    "advanced": pair(
        "**{count} milestone** moved on, not yet begun",
        "**{count} milestones** moved on, not yet begun",
    ),
    "percent_up": pair(
        "**{count} milestone** with a higher percent",
        "**{count} milestones** with a higher percent",
    ),
    "first_reported": pair(
        "**{count} milestone** reported for the first time",
        "**{count} milestones** reported for the first time",
    ),
    "set_back": pair("**{count} milestone** set back", "**{count} milestones** set back"),
    "percent_down": pair(
        "**{count} milestone** with a lower percent", "**{count} milestones** with a lower percent"
    ),
    "restated": pair(
        "**{count} milestone** told in other terms", "**{count} milestones** told in other terms"
    ),
    "no_longer_reported": pair(
        "**{count} milestone** no longer reported", "**{count} milestones** no longer reported"
    ),
    "confirmed": pair(
        "**{count} milestone** reported again, unchanged",
        "**{count} milestones** reported again, unchanged",
    ),
    "newly_overdue": pair(
        "**{count} milestone** newly overdue", "**{count} milestones** newly overdue"
    ),
    "newly_expired": pair(
        "**{count} milestone** newly fell due without report",
        "**{count} milestones** newly fell due without report",
    ),
    "newly_unfinished": pair(
        "**{count} milestone** not concluded when the plan ended",
        "**{count} milestones** not concluded when the plan ended",
    ),
    "newly_unreported": pair(
        "**{count} milestone** never reported when the plan ended",
        "**{count} milestones** never reported when the plan ended",
    ),
    "no_longer_late": pair(
        "**{count} milestone** no longer overdue or fallen due without report",
        "**{count} milestones** no longer overdue or fallen due without report",
    ),
    "newly_disagreed": pair(
        "**{count} milestone** on which voices newly differ",
        "**{count} milestones** on which voices newly differ",
    ),
    "no_longer_disagreed": pair(
        "**{count} milestone** on which voices no longer differ",
        "**{count} milestones** on which voices no longer differ",
    ),
    "newly_other_did_not": pair(
        "**{count} milestone** of which a party newly says that the other did not do its part",
        "**{count} milestones** of which a party newly says that the other did not do its part",
    ),
    "no_longer_other_did_not": pair(
        "**{count} milestone** of which no party says any more that the other did not do its part",
        "**{count} milestones** of which no party says any more that the other did not do its part",
    ),
    "moved_later": pair("**{count} end** moved later", "**{count} ends** moved later"),
    "moved_earlier": pair("**{count} end** moved earlier", "**{count} ends** moved earlier"),
    "first_dated": pair(
        "**{count} end** dated for the first time", "**{count} ends** dated for the first time"
    ),
    "no_longer_dated": pair("**{count} end** no longer dated", "**{count} ends** no longer dated"),
    "start_moved": pair(
        "**{count} start** moved, with the same end", "**{count} starts** moved, with the same end"
    ),
    "commitment_added": pair("**{count} commitment** added", "**{count} commitments** added"),
    "commitment_dropped": pair("**{count} commitment** dropped", "**{count} commitments** dropped"),
    "commitment_renamed": pair("**{count} commitment** renamed", "**{count} commitments** renamed"),
    "commitment_named": pair(
        "**{count} commitment** whose title is known now",
        "**{count} commitments** whose title is known now",
    ),
    "milestone_named": pair(
        "**{count} milestone** whose title is known now",
        "**{count} milestones** whose title is known now",
    ),
    "milestone_added": pair("**{count} milestone** added", "**{count} milestones** added"),
    "milestone_dropped": pair("**{count} milestone** dropped", "**{count} milestones** dropped"),
    "milestone_renamed": pair("**{count} milestone** renamed", "**{count} milestones** renamed"),
    "actor_added": pair("**{count} actor** added", "**{count} actors** added"),
    "actor_dropped": pair("**{count} actor** dropped", "**{count} actors** dropped"),
    "actor_renamed": pair("**{count} actor** renamed", "**{count} actors** renamed"),
    "tag_added": pair("**{count} tag** added", "**{count} tags** added"),
    "tag_dropped": pair("**{count} tag** dropped", "**{count} tags** dropped"),
    "tag_renamed": pair("**{count} tag** renamed", "**{count} tags** renamed"),
    "participation_added": pair(
        "**{count} participation process** added", "**{count} participation processes** added"
    ),
    "participation_dropped": pair(
        "**{count} participation process** dropped", "**{count} participation processes** dropped"
    ),
    "participation_changed": pair(
        "**{count} participation process** told anew",
        "**{count} participation processes** told anew",
    ),
    "event_added": pair("**{count} event** added", "**{count} events** added"),
    "event_dropped": pair("**{count} event** dropped", "**{count} events** dropped"),
    "event_now_held": pair(
        "**{count} event** announced before and held now",
        "**{count} events** announced before and held now",
    ),
    "event_now_counted": pair(
        "**{count} event** whose attendance is known now",
        "**{count} events** whose attendance is known now",
    ),
    "event_changed": pair("**{count} event** told anew", "**{count} events** told anew"),
    "agreement_added": pair("**{count} agreement** added", "**{count} agreements** added"),
    "agreement_dropped": pair("**{count} agreement** dropped", "**{count} agreements** dropped"),
    "rows_elsewhere": pair("**{count} row** of other tables", "**{count} rows** of other tables"),
    "agreement_changed": pair(
        "**{count} agreement** told anew", "**{count} agreements** told anew"
    ),
}


@dataclass(frozen=True)
class Kind:
    """A kind of change: its code, how many, that in words, which they are, and where it is said."""

    code: str
    count: int
    said: str
    which: str
    sources: tuple[dict, ...] = ()


def kinds(asked: Mapping[str, pl.DataFrame], language: Language) -> tuple[Kind, ...]:
    """Every kind of which there is a change, in the order in which they are told."""
    told = [
        Kind(
            code,
            len(rows),
            said(code, len(rows), language),
            _which(code, rows, language),
            tuple(rows["sources"].explode().drop_nulls().unique(maintain_order=True).to_list()),
        )
        for code, rows in _by_code(asked)
        if len(rows)
    ]
    return *told, *_elsewhere(asked["table_changes"], language)


def _elsewhere(rows: pl.DataFrame, language: Language) -> Iterator[Kind]:
    """Rows of tables that no other kind tells of, together."""
    others = rows.filter(~pl.col("table_name").is_in(TOLD))
    counts = pl.sum_horizontal("added", "dropped", "changed")
    total = others.select(counts).to_series().sum()
    if total:
        which = "; ".join(_of_table(row, language) for row in others.to_dicts())
        yield Kind("rows_elsewhere", total, said("rows_elsewhere", total, language), which)


def _of_table(row: dict, language: Language) -> str:
    """`Indicators: 23 added, 2 changed`."""
    _ = language.gettext
    counted = {
        "added": _("{count} added"),
        "dropped": _("{count} dropped"),
        "changed": _("{count} changed"),
    }
    happened = [said.format(count=row[name]) for name, said in counted.items() if row[name]]
    title = TABLES[row["table_name"]].title
    return f"{_(title)}: {', '.join(happened)}"


def _by_code(asked: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, pl.DataFrame]]:
    told = {"report_changes": REPORTS, "lateness_changes": LATENESS,
            "disagreement_changes": VOICES, "date_changes": DATES}  # fmt: skip
    for query, codes in told.items():
        for code in codes:
            yield code, asked[query].filter(pl.col("change") == code)
    contents = asked["content_changes"]
    for item in ITEMS:
        for code in HAPPENED:
            of_item = pl.col("item") == item
            yield f"{item}_{code}", contents.filter(of_item, pl.col("change") == code)
    for item in ("participation", "event", "agreement"):
        rows = asked[f"{item}_changes"]
        for code in HAPPENED:
            yield f"{item}_{code}", rows.filter(pl.col("change") == code)


def _which(code: str, rows: pl.DataFrame, language: Language) -> str:
    """Numbers of milestones and commitments; names of all else."""
    item = code.partition("_")[0]
    if item in ("actor", "tag"):
        return "; ".join(_named_of_commitment(row, language) for row in rows.to_dicts())
    if item in ("participation", "event"):
        return "; ".join(language.text(row, "name") for row in rows.to_dicts())
    if item == "agreement":
        return "; ".join(agreement_no(row, language) for row in rows.to_dicts())
    return ", ".join(place(row, language) for row in rows.to_dicts())


def _named_of_commitment(row: dict, language: Language) -> str:
    name = row[language.column("later")] or row[language.column("earlier")]
    return f"{name} ({row['commitment_no']})"


def place(row: dict, language: Language) -> str:
    """`4.3`, or `commitment 4` where it is about the whole of it."""
    if row["milestone_no"]:
        return f"{row['commitment_no']}.{row['milestone_no']}"
    return language.gettext("commitment {number}").format(number=row["commitment_no"])


def agreement_no(row: dict, language: Language) -> str:
    """Its meeting and its number within it."""
    held = language.date(row["held_on"], row["date_precision"]) if row["held_on"] else ""
    meeting = row["minutes_no"] or held or row["meeting_id"]
    return language.gettext("{meeting}, no. {number}").format(
        meeting=meeting, number=row["agreement_no"]
    )


def said(code: str, count: int, language: Language) -> str:
    """How many of a kind, in words, the number in bold marks."""
    return language.ngettext(*SAID[code], count).format(count=count)


def called(code: str, language: Language) -> str:
    """One of a kind, without its number: `milestone completed`."""
    return language.ngettext(*SAID[code], 1).replace("{count} ", "").replace("**", "")

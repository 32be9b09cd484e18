"""Changes of what a plan holds: commitments, actors, tags, participation, events, agreements."""

import polars as pl

from data.contracts import TABLES
from language import Language
from readings import Cell, Reading, Table, dated, names, nothing, number
from readings.change_tables import Row, Words, change_reading
from readings.change_words import ITEMS, agreement_no, place
from readings.changes import PLACES, Changes, between


def contents(changes: Changes, language: Language) -> Reading | None:
    """Commitments, milestones, actors and tags added, dropped or renamed."""
    _ = language.gettext
    rows = changes.content_changes.with_columns(
        change=pl.concat_str("item", "change", separator="_")
    ).sort(
        pl.col("item").cast(pl.Enum(list(ITEMS))), "change",
        maintain_order=True,
    )  # fmt: skip
    if rows.is_empty():
        return None
    words = names(changes.compared.later, language)
    return change_reading(
        "content_changes", rows, changes, language,
        _("What was added to the plan, dropped from it or renamed"),
        (_("Commitments, milestones, actors and tags"), (_("Where"), _("Before"), _("Now"))),
        lambda row: (
            Cell(place(row, language), detail=_part(row, words)),
            *(_name(row, when, language) for when in ("earlier", "later")),
        ),
    )  # fmt: skip


def _part(row: Row, words: Words) -> str:
    if row["item"] == "actor":
        return words["role"].get(row["part"], "")
    return words.get("tag_scheme", {}).get(row["part"], "") if row["item"] == "tag" else ""


def _name(row: Row, when: str, language: Language) -> Cell:
    name = language.text(row, when)
    return Cell(name) if name else nothing("–")


def participation(changes: Changes, language: Language) -> Reading | None:
    """Processes that were added, dropped or counted anew."""
    _ = language.gettext
    rows = changes.participation_changes.with_columns(
        change=pl.lit("participation_") + pl.col("change")
    )
    if rows.is_empty():
        return None
    return change_reading(
        "participation_changes", rows, changes, language,
        _("What is newly known of who took part"),
        (_("Participation processes"),
         (_("Process"), _("Counted before"), _("Counted now"), _("Published cells"))),
        lambda row: (
            Cell(language.text(row, "name")),
            *(_count(row[name], language) for name in ("earlier_count", "base_count")),
            number(f"{row['earlier_cells']} → {row['cells']}"),
        ),
    )  # fmt: skip


def _count(count: int | None, language: Language) -> Cell:
    if count is None:
        return nothing(language.gettext("not published"))
    return number(language.number(count))


def events(changes: Changes, language: Language) -> Reading | None:
    """Events and series that were added, dropped or told anew."""
    _ = language.gettext
    rows = changes.event_changes.with_columns(change=pl.lit("event_") + pl.col("change"))
    if rows.is_empty():
        return None
    words = names(changes.compared.later, language)
    return change_reading(
        "event_changes", rows, changes, language,
        _("What is newly known of events"),
        (_("Events and series"),
         (_("Event"), _("Kind"), _("Status"), _("Dates"), _("Attended before"),
          _("Attended now"))),
        lambda row: (
            Cell(language.text(row, "name"), detail=row["city"] or ""),
            Cell(words["event_kind"].get(row["kind"], "")),
            Cell(words["event_status"].get(row["status"] or row["earlier_status"], "")),
            dated(row, language),
            *(_count(row[name], language) for name in ("earlier_attendees", "attendees")),
        ),
    )  # fmt: skip


def agreements(changes: Changes, language: Language) -> Reading | None:
    """Agreements that were added, dropped or told anew."""
    _ = language.gettext
    rows = changes.agreement_changes.with_columns(change=pl.lit("agreement_") + pl.col("change"))
    if rows.is_empty():
        return None
    states = names(changes.compared.later, language)["agreement_state"]
    return change_reading(
        "agreement_changes", rows, changes, language,
        _("What is newly known of agreements"),
        (_("Agreements of the Core Group"), (_("Meeting"), _("Agreement"), _("Before"), _("Now"))),
        lambda row: (
            Cell(agreement_no(row, language)),
            Cell(language.text(row, "text")),
            *(
                Cell(states[row[name]]) if row[name] else nothing(_("not stated"))
                for name in ("earlier_state", "state")
            ),
        ),
    )  # fmt: skip


def tables(changes: Changes, language: Language) -> Reading | None:
    """Rows about the plan added, dropped or changed in every table, so that nothing is unsaid."""
    _ = language.gettext
    rows = changes.table_changes
    if rows.is_empty():
        return None
    titles = [TABLES[name].title for name in rows["table_name"]]
    nowhere = pl.lit(None, PLACES)
    return Reading(
        **between("table_changes", rows.with_columns(sources=nowhere), changes.compared, language),
        question=_("Changed rows, table by table"),
        basis=_("Every table about the plan in which a row was added, dropped or says something"
                " else; that another document says the same counts as no change."),
        table=Table(
            _("Rows about the plan by table"),
            (_("Table"), _("Added"), _("Dropped"), _("Changed")),
            tuple(
                (
                    Cell(_(title)),
                    *(number(str(row[name])) for name in ("added", "dropped", "changed")),
                )
                for title, row in zip(titles, rows.to_dicts(), strict=True)
            ),
        ),
    )  # fmt: skip

"""Changes of reports, lateness, voices and dates: what stood before, and what stands now."""

from collections.abc import Callable

import polars as pl

from language import Language
from readings import (
    NO_REPORT,
    Cell,
    Reading,
    Table,
    commitment_name,
    dates,
    headings,
    milestone_name,
    names,
    nothing,
    number,
)
from readings.change_words import DATES, LATENESS, REPORTS, VOICES, said
from readings.changes import Changes, between

Row = dict
Words = dict[str, dict[str, str]]


def _ordered(rows: pl.DataFrame, codes: tuple[str, ...]) -> pl.DataFrame:
    """In the order in which kinds are told."""
    return rows.sort(pl.col("change").cast(pl.Enum(codes)), maintain_order=True)


def change_reading(
    name: str,
    rows: pl.DataFrame,
    changes: Changes,
    language: Language,
    question: str,
    table: tuple[str, tuple[str, ...]],
    line: Callable[[Row], tuple[Cell, ...]],
    basis: str = "",
) -> Reading:
    """A table of changes with a heading above each kind, counted."""
    caption, head = table
    counts = dict(rows["change"].value_counts().iter_rows())
    above = headings(_headed(said(code, counts[code], language)) for code in rows["change"])
    return Reading(
        **between(name, rows, changes.compared, language),
        question=question,
        basis=basis,
        table=Table(
            caption, head, tuple(line(row) for row in rows.to_dicts()),
            above if len(above) > 1 else {},
        ),
    )  # fmt: skip


def reports(changes: Changes, language: Language) -> Reading | None:
    """What the voice says of each milestone, before and now."""
    _ = language.gettext
    rows = _ordered(changes.report_changes, REPORTS)
    if rows.is_empty():
        return None
    words = names(changes.compared.later, language)
    columns = 4 if rows["percent_change"].count() else 3
    return change_reading(
        "report_changes", rows, changes, language,
        _finding(rows, language),
        (_("Milestones whose report changed"),
         (_("Milestone"), _("Before"), _("Now"), _("Points"))[:columns]),
        lambda row: (
            Cell(milestone_name(row, language)),
            _told(row, "earlier_", words, language),
            _told(row, "", words, language),
            nothing("") if row["percent_change"] is None
            else number(language.number(row["percent_change"], signed=True)),
        )[:columns],
        _("A milestone of which nothing was reported before is reported for the first time, never"
          " «up»."),
    )  # fmt: skip


def _finding(rows: pl.DataFrame, language: Language) -> str:
    """The kinds of which there are most, counted."""
    counts = rows["change"].value_counts(sort=True).head(3).rows()
    return _headed("; ".join(said(code, count, language) for code, count in counts))


def _headed(text: str) -> str:
    plain = text.replace("**", "")
    return plain[0].upper() + plain[1:]


def _told(row: Row, when: str, words: Words, language: Language) -> Cell:
    """State and percent at one of the two cut-offs with the day of the report."""
    if row[f"{when}reported_on"] is None:
        return nothing(words[NO_REPORT][NO_REPORT])
    precision = row["earlier_precision" if when else "date_precision"]
    day = language.date(row[f"{when}reported_on"], precision)
    state, told = row[f"{when}state"], row[f"{when}told_state"]
    percent = row[f"{when}percent"]
    shown = [words["state"][state] if state else words["told_state"].get(told, "")]
    shown += [language.percent(percent)] if percent is not None else []
    text = " ".join(filter(None, shown))
    return Cell(text, "state", state, detail=day) if state else Cell(text, detail=day)


def lateness(changes: Changes, language: Language) -> Reading | None:
    """Milestones that became overdue or fell due without report, and those no longer so."""
    _ = language.gettext
    rows = _ordered(changes.lateness_changes, LATENESS)
    if rows.is_empty():
        return None
    words = names(changes.compared.later, language)
    return change_reading(
        "lateness_changes", rows, changes, language,
        _("What became late, and what no longer is"),
        (_("Milestones that entered a group or left it"),
         (_("Milestone"), _("Before"), _("Now"), _("End in force"), _("Lead institution"))),
        lambda row: (
            Cell(milestone_name(row, language)),
            _late(row["earlier_group"], words, language),
            _late(row["later_group"], words, language),
            _day(row["in_force_ends_on"], row["date_precision"], language),
            Cell(row["leads"]) if row["leads"] else nothing(_("not published")),
        ),
        _("Overdue: reported, not completed and past the schedule in force. What fell due without"
          " a report is a group of its own."),
    )  # fmt: skip


def _late(group: str | None, words: Words, language: Language) -> Cell:
    if group is None:
        return nothing(language.gettext("in no group"))
    return Cell("", flag=words["lateness"][group])


def _day(day: object, precision: str | None, language: Language) -> Cell:
    if day is None:
        return nothing(language.gettext("not published"))
    return Cell(language.date(day, precision))


def voices(changes: Changes, language: Language) -> Reading | None:
    """Milestones on which voices began or ceased to differ."""
    _ = language.gettext
    rows = _ordered(changes.disagreement_changes, VOICES)
    if rows.is_empty():
        return None
    words = names(changes.compared.later, language)
    spoken = ("lead", "counterpart", "core_group")
    return change_reading(
        "disagreement_changes", rows, changes, language,
        _("Where voices began or ceased to differ"),
        (_("What each voice says now"),
         (_("Milestone"), *(words["voice"].get(code, code) for code in spoken))),
        lambda row: (
            Cell(milestone_name(row, language)),
            *(_voice(row[f"{code}_state"], words) for code in spoken),
        ),
    )  # fmt: skip


def _voice(state: str | None, words: Words) -> Cell:
    if state is None:
        return nothing(words[NO_REPORT][NO_REPORT])
    return Cell(words["state"][state], "state", state)


def moved_dates(changes: Changes, language: Language) -> Reading | None:
    """Windows in force before and now, with the months that the end was moved."""
    _ = language.gettext
    rows = _ordered(changes.date_changes, DATES)
    if rows.is_empty():
        return None
    return change_reading(
        "date_changes", rows, changes, language,
        _finding(rows, language),
        (_("Windows that were moved"), (_("Milestone"), _("Before"), _("Now"), _("Months moved"))),
        lambda row: (
            Cell(milestone_name(row, language) if row["milestone_no"] else
                 _("The whole of {commitment}").format(
                     commitment=commitment_name(row, language, "commitment_title"))),
            _window(row, "earlier_", language),
            _window(row, "", language),
            nothing(_("not known")) if row["months_moved"] is None
            else number(language.number(row["months_moved"], signed=True)),
        ),
        "; ".join(_reasons(rows, language)),
    )  # fmt: skip


def _reasons(rows: pl.DataFrame, language: Language) -> list[str]:
    """The reasons given, the most frequent first."""
    reason = language.column("reason")
    counted = rows.drop_nulls(reason).group_by(reason).len().sort("len", reason, descending=True)
    return counted[reason].to_list()[:3]


def _window(row: Row, when: str, language: Language) -> Cell:
    window = {
        "starts_on": row[f"{when}starts_on"],
        "ends_on": row[f"{when}ends_on"],
        "date_precision": row["earlier_precision" if when else "date_precision"],
    }
    shown = dates(window, language)
    return Cell(shown) if shown else nothing(language.gettext("not published"))

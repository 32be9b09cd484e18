"""Numbers that documents give of a commitment or of a plan: baselines, targets, results."""

from functools import partial

import polars as pl

import charts.series
from data.published import Snapshot
from language import Language
from queries.commitment import commitment_indicators
from queries.governance import plan_indicators
from readings import Cell, Reading, Table, headings, names, nothing, rests_on


def of_commitment(
    snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language
) -> Reading | None:
    """Its indicators, those of one measure as small multiples; none where none is known."""
    _ = language.gettext
    rows = commitment_indicators(snapshot, plan_id, commitment_no)
    if rows.is_empty():
        return None
    series = _series(rows, snapshot, language)
    return Reading(
        **rests_on("commitment_indicators", rows, snapshot, language),
        question=_("In numbers: where it started, what it aimed at, what it gave"),
        basis=_("A bar for each value observed; between them nothing is known.") if series else "",
        chart=partial(charts.series.small_multiples, series) if series else None,
        alt="; ".join(
            f"{one.name}: " + ", ".join(f"{when} {label}" for when, _value, label in one.points)
            for one in series
        ),
        table=_table(rows, snapshot, language),
    )


def of_plan(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """Numbers of the plan as a whole and of what surrounds it."""
    _ = language.gettext
    rows = plan_indicators(snapshot, plan_id)
    answer = _("No such number is known at this cut-off.")
    if not rows.is_empty():
        answer = language.ngettext(
            "**{count} number** that documents give, with what surrounds the plan.",
            "**{count} numbers** that documents give, with what surrounds the plan.",
            len(rows),
        ).format(count=len(rows))
    return Reading(
        **rests_on("plan_indicators", rows, snapshot, language),
        question=_("Which numbers are known of the plan as a whole?"),
        answer=answer,
        table=None if rows.is_empty() else _table(rows, snapshot, language),
    )


def _series(
    rows: pl.DataFrame, snapshot: Snapshot, language: Language
) -> tuple[charts.series.Series, ...]:
    """Values of one measure observed at least twice."""
    words = names(snapshot, language)
    found = []
    for _id, group in rows.drop_nulls(["series_id", "value"]).group_by(
        "series_id", maintain_order=True
    ):
        if len(group) < 2:
            continue
        ordered = group.sort("observed_on").to_dicts()
        points = tuple(
            (
                language.date(row["observed_on"], row["date_precision"]),
                float(row["value"]),
                _value(row, words, language),
            )
            for row in ordered
        )
        found.append(charts.series.Series(language.text(ordered[0], "series") or "", points))
    return tuple(found)


def _table(rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> Table:
    _ = language.gettext
    words = names(snapshot, language)
    cells = []
    for row in rows.to_dicts():
        when = nothing(_("undated"))
        if row["observed_on"] is not None:
            when = Cell(language.date(row["observed_on"], row["date_precision"]))
        cells.append((Cell(language.text(row, "name")), _value_cell(row, words, language), when))
    return Table(
        _("Indicators by kind"),
        (_("Indicator"), _("Value"), _("Observed")),
        tuple(cells),
        headings(words["indicator_kind"][kind] for kind in rows["kind"]),
    )


def _value_cell(row: dict, words: dict[str, dict[str, str]], language: Language) -> Cell:
    if row["unit"] == "link":
        return Cell(row["value_text"], "link", href=row["value_text"])
    if row["value"] is None:
        return Cell(row["value_text"])
    return Cell(_value(row, words, language))


def _value(row: dict, words: dict[str, dict[str, str]], language: Language) -> str:
    """Value with its unit and what it is part of, and whether it is a bound."""
    _ = language.gettext
    value = row["value"].normalize()
    if row["unit"] == "percent":
        said = language.percent(value, max(0, -value.as_tuple().exponent))
    else:
        said = f"{language.number(value)} {words['unit'][row['unit']]}"
    if row["denominator"]:
        said = _("{value} of {total}").format(value=said, total=language.number(row["denominator"]))
    bounds = {
        "at_least": _("at least {value}"),
        "at_most": _("at most {value}"),
        "about": _("about {value}"),
    }
    return bounds.get(row["bound"], "{value}").format(value=said)

"""Participation: in which processes did people take part, and who is missing from them?"""

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.participation import dimensions_published, processes_held
from readings import (
    Cell,
    Figure,
    Reading,
    Table,
    cited,
    dated,
    for_download,
    names,
    nothing,
    number,
)
from readings.breakdown_table import percent, span
from readings.breakdowns import PEOPLE, Breakdown, published

PUBLISHED = ("complete", "partial")


def offered(snapshot: Snapshot, plan_id: str, language: Language) -> dict[str, str]:
    """Processes to choose from with their names, the most broken down first, then of no plan.

    None where the plan has no process of its own.
    """
    held = _with_dimensions(snapshot, plan_id)
    if held["plan_id"].null_count() == len(held):
        return {}
    ordered = held.sort(
        pl.col("plan_id").is_null(), pl.col("cells").fill_null(0) == 0, -pl.col("dimensions"),
        maintain_order=True,
    )  # fmt: skip
    return {row["process_id"]: language.text(row, "name") for row in ordered.to_dicts()}


def _with_dimensions(snapshot: Snapshot, plan_id: str) -> pl.DataFrame:
    """The processes with the number of dimensions that were published of each."""
    counted = (
        dimensions_published(snapshot, plan_id)
        .group_by("process_id")
        .agg(
            cells=pl.col("cells").sum(),
            dimensions=(pl.col("cells") > 0).sum().cast(pl.Int64),
            known=pl.len().cast(pl.Int64),
        )
    )
    return processes_held(snapshot, plan_id).join(
        counted, on="process_id", how="left", maintain_order="left"
    )


def processes(
    snapshot: Snapshot, plan_id: str, process_id: str | None, language: Language
) -> Reading:
    """Who took part in the chosen process and who is missing, beside the other processes."""
    _ = language.gettext
    held = _with_dimensions(snapshot, plan_id)
    dimensions = dimensions_published(snapshot, plan_id)
    chosen = next((row for row in held.to_dicts() if row["process_id"] == process_id), None)
    found = published(snapshot, plan_id, process_id, language) if chosen else ()
    return Reading(
        name="processes_held",
        question=_("Who took part, and who is missing?"),
        answer=_answer(chosen, found, held, language),
        basis=_basis(chosen, dimensions, language) if chosen else "",
        figures=_figures(chosen, dimensions, snapshot, language) if chosen else (),
        table=_table(held, dimensions, snapshot, language) if len(held) else None,
        data=for_download(held.drop("cells", "known"), snapshot),
        sources=cited(held, snapshot, language),
        query=sql("processes_held"),
    )


def _answer(
    chosen: dict | None, found: tuple[Breakdown, ...], held: pl.DataFrame, language: Language
) -> str:
    _ = language.gettext
    if not chosen:
        said = [_("No participation process of this plan is known at this cut-off.")]
        said += [_("Those of no plan stand below.")] if len(held) else []
        return " ".join(said)
    return f"{_counted(chosen, language)} {_missing(chosen, found, language)}".strip()


def _counted(chosen: dict, language: Language) -> str:
    """How many people or proposals the process counts."""
    _, base = language.gettext, _base(chosen, language)
    name = language.text(chosen, "name")
    if not base:
        return _("How many took part in «{process}» was not published.").format(process=name)
    message = (
        _("**{base} people** in «{process}».")
        if chosen["measure"] == PEOPLE
        else _("**{base} proposals** in «{process}».")
    )
    return message.format(base=base, process=name)


def _base(row: dict, language: Language) -> str:
    if row["base_count"] is not None:
        return language.number(row["base_count"])
    if row["total_count"] is not None:
        return language.number(row["total_count"])
    if row["total_low"] is None:
        return ""
    return span(row["total_low"], row["total_high"], language)


def _missing(chosen: dict, found: tuple[Breakdown, ...], language: Language) -> str:
    """The groups farthest below the census, one of each dimension and two at most."""
    _, is_people = language.gettext, chosen["measure"] == PEOPLE
    if not found:
        return _("No breakdown of them was published, so nobody can say who is missing.")
    if not any(each.has_census for each in found):
        return _("None of the published breakdowns can be compared with the census.")
    below = [(each, each.farthest_below) for each in found if each.farthest_below][:2]
    if not below:
        return _("No group stands clearly below its share of the census.")
    message = (
        _("{group}, **{share}** of the people and {census} of the census")
        if is_people
        else _("{group}, **{share}** of the proposals and {census} of the census")
    )
    named = [
        message.format(
            group=group.label,
            share=percent(group.share, each.decimals, language),
            census=percent(group.census, 1, language),
        )
        for each, group in below
    ]
    return _("Farthest below the census: {groups}.").format(groups="; ".join(named))


def _basis(chosen: dict, dimensions: pl.DataFrame, language: Language) -> str:
    """What is counted, and what was not published of it."""
    _ = language.gettext
    said = [
        _("People are counted.")
        if chosen["measure"] == PEOPLE
        else _("Proposals are counted, not people: one person may have sent several proposals.")
    ]
    rows = dimensions.filter(pl.col("process_id") == chosen["process_id"])
    missing = _labels(rows.filter(pl.col("completeness") == "not_published"), language)
    if missing:
        said.append(_("Not published of this process: {list}.").format(list=missing))
    return " ".join(said)


def _labels(rows: pl.DataFrame, language: Language) -> str:
    return language.listed(language.text(row, "label").lower() for row in rows.to_dicts())


def _figures(
    chosen: dict, dimensions: pl.DataFrame, snapshot: Snapshot, language: Language
) -> tuple[Figure, ...]:
    """The base with what it counts, the dimensions published, and the pairs of them crossed."""
    _ = language.gettext
    words = names(snapshot, language)
    rows = dimensions.filter(pl.col("process_id") == chosen["process_id"])
    listed = _labels(rows.filter(pl.col("cells") > 0), language)
    crossed = [row["crossed_with"].count(";") + 1 for row in rows.to_dicts() if row["crossed_with"]]
    measure = words.get("measure", {}).get(chosen["measure"], "").lower()
    precision = words.get("precision", {}).get(chosen["total_precision"], "").lower()
    base = _base(chosen, language)
    figures = [Figure(base, "", measure, precision)] if base else []
    return (
        *figures,
        Figure(
            str(chosen["dimensions"] or 0),
            "",
            _("dimensions published"),
            listed or _("none"),
        ),
        Figure(
            str(sum(crossed) // 2),
            "",
            _("pairs of dimensions crossed"),
            _("only what was crossed can be asked of two dimensions at once"),
        ),
    )


def _table(
    held: pl.DataFrame, dimensions: pl.DataFrame, snapshot: Snapshot, language: Language
) -> Table:
    _ = language.gettext
    words = names(snapshot, language)
    own = held["plan_id"].is_not_null().sum()
    groups = {own: _("Of no plan")} if own < len(held) else {}
    if own and groups:
        groups[0] = _("Of this plan")
    return Table(
        _("Processes in which people took part; what they count is never added up"),
        (_("Process"), _("Channel"), _("Dates"), _("What is counted"), _("How many"),
         _("Broken down by"), _("Not published by")),
        tuple(_line(row, dimensions, words, language) for row in held.to_dicts()),
        groups,
    )  # fmt: skip


def _line(row: dict, dimensions: pl.DataFrame, words: dict, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    of_process = dimensions.filter(pl.col("process_id") == row["process_id"])
    known = _labels(of_process.filter(pl.col("cells") > 0), language)
    missing = _labels(of_process.filter(pl.col("completeness") == "not_published"), language)
    channel = words.get("channel", {}).get(row["channel"])
    base = _base(row, language)
    return (
        Cell(language.text(row, "name")),
        Cell(channel) if channel else nothing(_("not stated")),
        dated(row, language),
        Cell(words.get("measure", {}).get(row["measure"], "")),
        number(base) if base else nothing(_("not published")),
        Cell(known) if known else nothing(_("nothing")),
        Cell(missing) if missing else nothing(_("nothing")),
    )

"""The printed mean of a plan, and why the forms do not give it."""

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.progress import printed_milestones, printed_plan_means
from readings import (
    Cell,
    Figure,
    Reading,
    Table,
    cited,
    for_download,
    milestone_name,
    names,
    number,
)


def printed_figures(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """The mean printed for this cut-off, step by step to what the forms give; none if none was."""
    _ = language.gettext
    printed = printed_plan_means(snapshot, plan_id)
    at_cut_off = printed.filter(pl.col("refers_on") == snapshot.cut_off, pl.col("own_lines") > 0)
    if at_cut_off.is_empty():
        return None
    figure = at_cut_off.row(0, named=True)
    lines = printed_milestones(snapshot, plan_id, figure["source_id"])
    zeros = lines.filter(pl.col("printed") == 0, pl.col("form_percent") > 0)
    said = {
        "printed": language.percent(figure["printed"], 2),
        "own": language.percent(figure["own_mean"], 2),
        "forms": language.percent(figure["forms_mean"], 2),
        "zeros": len(zeros),
        "gap": _points(figure["own_mean"] - figure["printed"], language),
        "lost": _points(figure["forms_mean"] - figure["own_mean"], language),
    }
    return Reading(
        name="printed_milestones",
        question=_("The official report printed {printed} for this cut-off; the forms give"
                   " {forms}").format(**said),
        answer=_(
            "The mean of the report's own milestones is **{own}**: nobody can explain the"
            " **{gap}** between it and the printed figure. From there to the forms,"
            " **{zeros} milestones** printed as 0 % have a form that says more."
        ).format(**said),
        figures=_steps(figure, said, language),
        table=_zeros_table(lines, figure, snapshot, language),
        data=for_download(lines, snapshot),
        sources=cited(pl.concat([at_cut_off.select("sources"), lines.select("sources")]), snapshot,
                      language),
        query=sql("printed_milestones"),
        notes=_commitment_notes(lines, language),
    )  # fmt: skip


def later_note(snapshot: Snapshot, plan_id: str, language: Language) -> tuple[str, ...]:
    """One sentence for each mean that others printed for another day."""
    _ = language.gettext
    printed = printed_plan_means(snapshot, plan_id).filter(pl.col("refers_on") != snapshot.cut_off)
    return tuple(
        _("{title} printed {printed} for {date}; the forms of that day give {forms}.").format(
            title=row["title"],
            printed=language.percent(row["printed"], 2),
            date=language.date(row["refers_on"], row["date_precision"]),
            forms=language.percent(row["forms_mean"], 2),
        )
        for row in printed.to_dicts()
        if row["forms_mean"] is not None
    )


def _points(difference, language: Language) -> str:
    value = language.percent(abs(difference), 2).rstrip("%\u00a0")
    return language.gettext("{value} points").format(value=value)


def _steps(figure: dict, said: dict, language: Language) -> tuple[Figure, ...]:
    _ = language.gettext
    values = [said[name].rstrip("%\u00a0") for name in ("printed", "own", "forms")]
    return (
        Figure(values[0], "%", _("printed for the plan"), figure["title"]),
        Figure(
            values[1],
            "%",
            _("mean of its own milestones"),
            _("the {count} milestones the report prints; {gap} nobody can explain").format(
                count=figure["own_lines"], gap=said["gap"]
            ),
        ),
        Figure(
            values[2],
            "%",
            _("mean of the forms"),
            _("{reported} of {milestones} milestones reported; {lost} lost in the report").format(
                reported=figure["reported"], milestones=figure["milestones"], lost=said["lost"]
            ),
        ),
    )


def _zeros_table(
    lines: pl.DataFrame, figure: dict, snapshot: Snapshot, language: Language
) -> Table:
    """Milestones whose printed figure is not the form's, with what each takes from the mean."""
    _ = language.gettext
    states = names(snapshot, language)["state"]
    differing = lines.filter(
        pl.col("milestone_no").is_not_null(),
        pl.col("printed") != pl.col("form_percent").fill_null(0),
    )
    rows = []
    for row in differing.to_dicts():
        share = (row["form_percent"] - row["printed"]) / figure["milestones"]
        rows.append(
            (
                Cell(milestone_name(row, language)),
                number(language.percent(row["printed"])),
                number(language.percent(row["form_percent"])),
                Cell(states[row["form_state"]], "state", row["form_state"]),
                Cell(language.date(row["form_on"])),
                number(_points(share, language)),
            )
        )
    return Table(
        _("Milestones printed otherwise than in their form"),
        (_("Milestone"), _("Printed"), _("Form"), _("State in the form"), _("Date of the form"),
         _("Part of the plan's mean")),
        tuple(rows),
    )  # fmt: skip


def _commitment_notes(lines: pl.DataFrame, language: Language) -> tuple[str, ...]:
    """Commitments printed higher or lower than the mean of their own printed milestones."""
    _ = language.gettext
    rows = lines.filter(
        pl.col("milestone_no").is_null(), (pl.col("printed") - pl.col("own_mean")).abs() >= 1
    ).to_dicts()
    pairs = [
        _("{no} ({printed} printed, {own} by its own milestones)").format(
            no=row["commitment_no"],
            printed=language.percent(row["printed"]),
            own=language.percent(row["own_mean"], 2),
        )
        for row in rows
    ]
    if not pairs:
        return ()
    said = _("Commitments printed otherwise than the mean of their own printed milestones: {list}.")
    return (said.format(list=language.listed(pairs)),)

"""Proposals: through which steps did they go, and what became of each?"""

import polars as pl

from data.published import Snapshot
from language import Language
from queries.governance import cocreation_stages
from queries.proposals import proposal_categories, proposals_found
from readings import (
    Cell,
    Plot,
    Reading,
    Series,
    Table,
    commitment_name,
    dated,
    headings,
    names,
    nothing,
    number,
    rests_on,
)

ACTUAL, PLANNED = "actual", "planned"


def funnel(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """How many went in and came out at each step, with what left and its dates."""
    _ = language.gettext
    rows = cocreation_stages(snapshot, plan_id)
    counted = rows.filter(pl.col("kind") == ACTUAL, pl.col("count_out").is_not_null())
    answer = _funnel_answer(rows, counted, language)
    return Reading(
        **rests_on("cocreation_stages", rows, snapshot, language),
        question=_("What became of the proposals?"),
        answer=answer,
        basis=_("Proposals that say alike were merged into one: those did not leave.")
        if len(counted) > 1
        else "",
        plot=_funnel_plot(counted, language) if len(counted) > 1 else None,
        alt=answer.replace("**", ""),
        table=_funnel_table(rows, snapshot, language) if len(rows) else None,
        notes=_originals(snapshot, plan_id, language),
    )


def _funnel_answer(rows: pl.DataFrame, counted: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    if rows.is_empty():
        return _("Nothing is known of the proposals of this plan at this cut-off.")
    steps = [language.number(count) for count in dict.fromkeys(counted["count_out"].to_list())]
    if len(steps) < 2:
        return _("How many proposals went through each step was not published in what was found.")
    return _(
        "Of **{first} proposals** received, {steps} remained step by step; the last **{last}**"
        " became commitments."
    ).format(first=steps[0], steps=language.listed(steps[1:]), last=steps[-1])


def _funnel_plot(counted: pl.DataFrame, language: Language) -> Plot:
    """How many proposals each step left, in the order of the steps."""
    left = language.gettext("proposals left")
    steps = tuple(language.text(row, "name") for row in counted.to_dicts())
    counts = tuple(counted["count_out"].to_list())
    return Plot("bars", steps, (Series(left, "execution", counts),), left)


def _funnel_table(rows: pl.DataFrame, snapshot: Snapshot, language: Language) -> Table:
    _ = language.gettext
    kinds = names(snapshot, language)["stage_kind"]
    most = max([*rows["count_in"].drop_nulls(), *rows["count_out"].drop_nulls()], default=0)
    rows = rows.sort("kind", maintain_order=True)
    return Table(
        _("Steps of the co-creation, as they were and as planned"),
        (_("Step"), _("Dates"), _("Went in"), _("Came out"), _("Left at this step")),
        tuple(_step(row, most, language) for row in rows.to_dicts()),
        headings(kinds[kind] for kind in rows["kind"]),
    )


def _step(row: dict, most: int, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    went_in, came_out = row["count_in"], row["count_out"]
    return (
        Cell(f"{row['stage_no']}. {language.text(row, 'name')}"),
        dated(row, language),
        nothing(_("not published")) if went_in is None else number(language.number(went_in)),
        nothing(_("not published"))
        if came_out is None
        else Cell(language.number(came_out), "share", share=round(100 * came_out / most, 1)),
        nothing("") if row["left_count"] is None else number(language.number(row["left_count"])),
    )


def _originals(snapshot: Snapshot, plan_id: str, language: Language) -> tuple[str, ...]:
    """What cannot be searched, said once."""
    _ = language.gettext
    categories = proposal_categories(snapshot, plan_id)
    if categories.is_empty():
        return (_("The register of this plan's proposals was not published in what was found."),)
    if categories["with_codes"].sum():
        return ()
    return (
        language.ngettext(
            "The proposals as citizens sent them were not published in what was found, nor the code"
            " that each got; what can be searched is the {count} integrated proposal.",
            "The proposals as citizens sent them were not published in what was found, nor the code"
            " that each got; what can be searched are the {count} integrated proposals.",
            categories["proposals"].sum(),
        ).format(count=categories["proposals"].sum()),
    )


def has_codes(snapshot: Snapshot, plan_id: str) -> bool:
    """Whether a citizen can look for her own proposal by its code."""
    return bool(proposal_categories(snapshot, plan_id)["with_codes"].sum())


def categories(snapshot: Snapshot, plan_id: str, language: Language) -> dict[str, tuple[str, int]]:
    """Number to name of each category, with how many proposals it has."""
    return {
        str(row["category_no"]): (
            language.text(row, "label") or str(row["category_no"]),
            row["proposals"],
        )
        for row in proposal_categories(snapshot, plan_id).to_dicts()
    }


def found(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    text: str = "",
    category_nos: tuple[int, ...] = (),
    citizen_code: str = "",
    link: str = "",
) -> Reading | None:
    """The proposals a reader looks for, with category, reason and what each became."""
    _ = language.gettext
    every = proposal_categories(snapshot, plan_id)
    if every.is_empty():
        return None
    rows = proposals_found(snapshot, plan_id, text, category_nos, citizen_code)
    total = every["proposals"].sum()
    return Reading(
        **rests_on("proposals_found", rows, snapshot, language),
        question=_("{count} of {total} integrated proposals").format(count=len(rows), total=total),
        answer="" if len(rows) else _("No proposal contains what you look for."),
        table=_found_table(rows, plan_id, snapshot, language, link) if len(rows) else None,
    )


def _found_table(
    rows: pl.DataFrame, plan_id: str, snapshot: Snapshot, language: Language, link: str
) -> Table:
    _ = language.gettext
    words = names(snapshot, language)
    called = words["proposal_category"]
    cells = [
        (
            Cell(language.text(row, "title"), detail=row["proposal_id"]),
            Cell(language.text(row, "reason") or ""),
            _outcome(row, plan_id, words["proposal_outcome"], language, link),
        )
        for row in rows.to_dicts()
    ]
    return Table(
        _("Integrated proposals by category"),
        (_("Proposal"), _("Reason"), _("What became of it")),
        tuple(cells),
        headings(
            called.get(str(number), _("Category not published")) for number in rows["category_no"]
        ),
    )


def _outcome(
    row: dict, plan_id: str, called: dict[str, str], language: Language, link: str
) -> Cell:
    if row["commitment_no"] is not None:
        name = commitment_name(row, language, "commitment")
        href = f"{link}&id={plan_id}-{row['commitment_no']}" if link else ""
        return Cell(name, "inside" if link else "text", href=href)
    if row["outcome"] is None:
        return nothing(language.gettext("not known"))
    return Cell(called[row["outcome"]], detail=row["institution"] or "")

"""How each commitment of a plan stands, and what to look at first."""

import polars as pl

from data.published import Snapshot
from language import Language
from queries.progress import commitments_standing, milestones_standing
from readings import (
    NO_REPORT,
    Cell,
    Listing,
    Plot,
    Reading,
    Series,
    Table,
    commitment_name,
    counted,
    milestone_name,
    names,
    nothing,
    number,
    rests_on,
    strip,
)


def commitments(
    snapshot: Snapshot, plan_id: str, language: Language, link: str = ""
) -> Reading | None:
    """Mean, coverage, completed and late milestones of each commitment; none without any.

    `link` is the address of a commitment's own page, to which its id is added.
    """
    _ = language.gettext
    rows = commitments_standing(snapshot, plan_id)
    if rows.is_empty():
        return None
    is_reported = rows["reported"].sum() > 0
    known = rows.filter(
        pl.col("title_es").is_not_null()
        | pl.col("title_en").is_not_null()
        | (pl.col("milestones") > 0)
    )
    return Reading(
        **rests_on("commitments_standing", rows, snapshot, language),
        question=_commitments_finding(rows, language),
        basis=_(
            "Plain mean of each commitment's milestones by their lead institution; a milestone"
            " without report counts 0. Slip: median, from the original end to the one in force."
        )
        if is_reported
        else "",
        plot=states_by_commitment(snapshot, plan_id, language),
        table=_commitments_table(known, is_reported, language, _links(known, plan_id, link))
        if len(known)
        else None,
        notes=_untitled(len(rows) - len(known), language),
    )


def states_by_commitment(snapshot: Snapshot, plan_id: str, language: Language) -> Plot | None:
    """Milestones of each commitment by state; none where no lead institution has reported."""
    rows = milestones_standing(snapshot, plan_id)
    if not rows["is_reported"].any():
        return None
    first = rows.unique("commitment_no", keep="first", maintain_order=True).to_dicts()
    counts = rows.group_by("commitment_no", pl.col("state").fill_null(NO_REPORT)).len()
    known = {(number, state): count for number, state, count in counts.iter_rows()}
    return Plot(
        "stacked",
        tuple(commitment_name(row, language, "commitment_title") for row in first),
        tuple(
            Series(name, state, tuple(known.get((row["commitment_no"], state), 0) for row in first))
            for state, name, _count in strip(snapshot, plan_id, language)
        ),
        counted(2, language)[1],
    )


def _untitled(count: int, language: Language) -> tuple[str, ...]:
    """Said once, not on every line: of these commitments nothing was published but their number."""
    if not count:
        return ()
    return (
        language.ngettext(
            "Of {count} more commitment neither title nor milestones were found in what was"
            " published.",
            "Of {count} more commitments neither titles nor milestones were found in what was"
            " published.",
            count,
        ).format(count=count),
    )


def _commitments_finding(rows: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    measured = rows.drop_nulls("mean").sort("mean", "commitment_no")
    if len(measured) < 2:
        return language.ngettext(
            "The {count} commitment of the plan", "The {count} commitments of the plan", len(rows)
        ).format(count=len(rows))
    low, high = measured.row(0, named=True), measured.row(-1, named=True)
    return _(
        "Progress goes from {low} (commitment {low_no}) to {high} (commitment {high_no})"
    ).format(
        low=language.percent(low["mean"], 2),
        low_no=low["commitment_no"],
        high=language.percent(high["mean"], 2),
        high_no=high["commitment_no"],
    )


def _links(rows: pl.DataFrame, plan_id: str, link: str) -> dict[int, str]:
    numbers = rows["commitment_no"].to_list()
    return {number: f"{link}&id={plan_id}-{number}" for number in numbers} if link else {}


def _commitments_table(
    rows: pl.DataFrame, is_reported: bool, language: Language, links: dict[int, str]
) -> Table:
    """With reports what they say; before the first, what is planned and what documents tell."""
    _ = language.gettext
    slipped = (rows["median_slip_months"].fill_null(0) != 0).any()
    reported = (_("Progress"), _("Reported"), _("Completed"), _("Overdue"))
    told = (_("Milestones"), _("Documents speak of"), _("Completed, say documents"))
    head = (
        _("Commitment"),
        *(reported if is_reported else told),
        _("Fell due without report"),
        *((_("Slip (months)"),) if slipped else ()),
    )
    caption = (
        _("Commitments by the reports of their lead institutions")
        if is_reported
        else _("Commitments; their lead institutions have not reported")
    )
    cells = _reported_cells if is_reported else _told_cells
    return Table(
        caption,
        head,
        tuple(
            (
                Cell(
                    commitment_name(row, language),
                    "inside" if links else "text",
                    detail=row["leads"] or "",
                    href=links.get(row["commitment_no"], ""),
                ),
                *cells(row, language),
                _late(row["expired_unreported"]) if row["milestones"] else nothing(""),
                *((_slip(row, language),) if slipped else ()),
            )
            for row in rows.to_dicts()
        ),
    )


def _reported_cells(row: dict, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    if not row["milestones"]:
        return nothing(_("milestones not published")), *(nothing("") for _ in range(3))
    coverage = _("{count} of {total}").format(count=row["reported"], total=row["milestones"])
    if not row["reported"]:
        return nothing(_("no reports")), number(coverage), *(nothing("") for _ in range(2))
    mean = nothing(_("no percent stated"))
    if row["mean"] is not None:
        mean = Cell(language.percent(row["mean"], 2), "share", share=float(row["mean"]))
    return mean, number(coverage), number(str(row["completed"])), _late(row["overdue"])


def _told_cells(row: dict, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    if not row["milestones"]:
        return nothing(_("not published")), nothing(""), nothing("")
    if not row["told"]:
        return number(str(row["milestones"])), nothing(_("none")), nothing("")
    return (
        number(str(row["milestones"])),
        number(str(row["told"])),
        number(str(row["told_completed"])),
    )


def _slip(row: dict, language: Language) -> Cell:
    slip = row["median_slip_months"]
    if slip is None:
        return nothing(language.gettext("not known"))
    return number(language.number(slip.normalize(), signed=True))


def _late(count: int) -> Cell:
    return Cell(str(count), "overdue") if count else number("0")


def first_looks(
    snapshot: Snapshot, plan_id: str, language: Language, most: int = 4
) -> Reading | None:
    """The milestones to look at first: overdue longest, without report, due next."""
    _ = language.gettext
    rows = milestones_standing(snapshot, plan_id).sort(
        "in_force_ends_on", "commitment_no", "milestone_no"
    )
    groups = (
        ("is_overdue", _("Overdue")),
        ("is_expired_unreported", _("Fell due without report")),
        ("is_due_soon", _("Due within 90 days")),
        ("is_unfinished_at_close", _("Not concluded at the end of the plan")),
    )
    words = names(snapshot, language)
    listings = tuple(
        _listing(title, rows.filter(pl.col(group)), most, words, language)
        for group, title in groups
        if rows[group].any()
    )
    if not listings:
        return None
    shown = rows.filter(pl.any_horizontal(group for group, _ in groups))
    return Reading(
        **rests_on("milestones_standing", shown, snapshot, language),
        question=_("What to look at first"),
        listings=listings,
    )


def _listing(title: str, rows: pl.DataFrame, most: int, words: dict, language: Language) -> Listing:
    _ = language.gettext
    called = words["state"] | words[NO_REPORT]
    items = []
    for row in rows.head(most).to_dicts():
        state = row["state"] or NO_REPORT
        percent = "" if row["percent"] is None else language.percent(row["percent"])
        end = language.date(row["in_force_ends_on"], row["date_precision"])
        items.append(
            (
                Cell(milestone_name(row, language)),
                Cell(
                    f"{called[state]} {percent}".strip(),
                    "state",
                    state,
                    detail=_("end {date}").format(date=end),
                ),
            )
        )
    count = len(rows)
    more = (
        ""
        if count <= most
        else _("{shown} of {count}, the earliest ends").format(shown=most, count=count)
    )
    return Listing(f"{title} ({count})", tuple(items), more)

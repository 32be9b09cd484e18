"""One institution: what it leads and accompanies, through its changes of name, with its reports."""

from data.published import Snapshot
from language import Language
from queries.voices import (
    institution_commitments,
    institution_names_held,
    institution_reports,
    institution_tasks,
)
from readings import (
    Cell,
    Reading,
    Table,
    commitment_name,
    milestone_name,
    names,
    nothing,
    number,
    rests_on,
)


def exists(snapshot: Snapshot, institution_id: str) -> bool:
    """Whether the cut-off knows an institution of that id."""
    return not institution_names_held(snapshot, institution_id).is_empty()


def who(snapshot: Snapshot, institution_id: str, language: Language) -> Reading:
    """Its name at the cut-off, the names it had and the spellings documents print."""
    _ = language.gettext
    rows = institution_names_held(snapshot, institution_id)
    official = rows.row(0, named=True)
    parts = institution_commitments(snapshot, institution_id)
    words = names(snapshot, language)
    counts = dict(parts.group_by("role").len().iter_rows())
    said = [
        f"{words['role'][role].lower()}: **{counts[role]}**"
        for role in words["role"]
        if role in counts
    ]
    others = [
        row["name_es"] for row in rows.to_dicts()[1:] if row["name_es"] != official["name_es"]
    ]
    return Reading(
        **rests_on("institution_names_held", rows, snapshot, language),
        question=_("What does {name} do in the plans?").format(name=official["name_es"]),
        answer=_("Its commitments by role: {roles}.").format(roles=language.listed(said))
        if said
        else _("It has no role in any commitment known at this cut-off."),
        basis=_("In documents also: {names}.").format(names="; ".join(others)) if others else "",
    )


def commitments(
    snapshot: Snapshot, institution_id: str, language: Language, link: str = ""
) -> Reading | None:
    """What it leads, accompanies or supports, in every plan; none where nothing."""
    _ = language.gettext
    rows = institution_commitments(snapshot, institution_id)
    if rows.is_empty():
        return None
    roles = names(snapshot, language)["role"]
    return Reading(
        **rests_on("institution_commitments", rows, snapshot, language),
        question=_("Its commitments in every plan"),
        table=Table(
            _("Commitments by role"),
            (_("Commitment"), _("Role"), _("Milestones"), _("Completed"), _("Overdue"),
             _("Fell due without report"), _("Differences")),
            tuple(_commitment_row(row, roles, language, link) for row in rows.to_dicts()),
        ),
    )  # fmt: skip


def _commitment_row(
    row: dict, roles: dict[str, str], language: Language, link: str
) -> tuple[Cell, ...]:
    _ = language.gettext
    href = f"{link}&id={row['plan_id']}-{row['commitment_no']}" if link else ""
    name = Cell(
        commitment_name(row, language),
        "inside" if link else "text",
        detail=row[language.column("plan")],
        href=href,
    )
    if not row["milestones"]:
        return (
            name,
            Cell(roles[row["role"]]),
            nothing(_("not published")),
            *(nothing("") for _ in range(4)),
        )
    return (
        name,
        Cell(roles[row["role"]]),
        number(str(row["milestones"])),
        number(str(row["completed"])),
        *(
            Cell(str(row[group]), "overdue") if row[group] else number("0")
            for group in ("overdue", "expired_unreported")
        ),
        number(str(row["disagreed"])),
    )


def open_points(
    snapshot: Snapshot, plan_id: str, institution_id: str, language: Language
) -> Reading | None:
    """The list to send to it: each milestone and what it asks; none where nothing is open."""
    _ = language.gettext
    rows = institution_tasks(snapshot, plan_id, [institution_id])
    if rows.is_empty():
        return None
    roles = names(snapshot, language)["role"]
    return Reading(
        **rests_on("institution_tasks", rows, snapshot, language),
        question=language.ngettext(
            "{count} milestone of this plan asks something of it",
            "{count} milestones of this plan ask something of it",
            len(rows),
        ).format(count=len(rows)),
        basis=_("A list to send: download it as CSV or XLSX, or print this page."),
        table=Table(
            _("Open points of this institution"),
            (_("Milestone"), _("Role"), _("End in force"), _("What is open")),
            tuple(
                (
                    Cell(milestone_name(row, language)),
                    Cell(roles[row["role"]]),
                    nothing(_("not published"))
                    if row["in_force_ends_on"] is None
                    else Cell(language.date(row["in_force_ends_on"], row["date_precision"])),
                    Cell("; ".join(_open(row, language))),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _open(row: dict, language: Language) -> list[str]:
    _ = language.gettext
    asked = {
        "is_own_report_missing": _("its report is missing"),
        "is_overdue": _("overdue"),
        "is_expired_unreported": _("fell due without report"),
        "is_due_soon": _("due within 90 days"),
        "is_stale": _("no report in six months"),
        "is_disagreed": _("another voice says otherwise"),
        "is_hundred_not_done": _("100 % and not completed"),
    }
    return [said for group, said in asked.items() if row[group]]


def reports(snapshot: Snapshot, institution_id: str, language: Language) -> Reading | None:
    """Its own current reports; none where it has not reported."""
    _ = language.gettext
    rows = institution_reports(snapshot, institution_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)
    return Reading(
        **rests_on("institution_reports", rows, snapshot, language),
        question=language.ngettext(
            "Its last report on {count} milestone",
            "Its last reports on {count} milestones",
            len(rows),
        ).format(count=len(rows)),
        table=Table(
            _("Current reports of this institution"),
            (_("Milestone"), _("Voice"), _("State"), _("Date of the form")),
            tuple(
                (
                    Cell(milestone_name(row, language)),
                    Cell(words["voice"][row["voice"]]),
                    Cell(_said(row, words, language), "state", row["state"]),
                    Cell(language.date(row["reported_on"])),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _said(row: dict, words: dict[str, dict[str, str]], language: Language) -> str:
    percent = "" if row["percent"] is None else f" {language.percent(row['percent'])}"
    return words["state"][row["state"]] + percent

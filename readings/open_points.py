"""Who says the other did not do its part, and what each institution has open."""

from itertools import groupby

from data.published import Snapshot
from language import Language
from queries.voices import institution_tasks, unmet_responsibilities
from readings import (
    Cell,
    Reading,
    Table,
    milestone_name,
    names,
    rests_on,
)


def unmet(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """Who says that the other party did not do its part; none where nobody does."""
    _ = language.gettext
    rows = unmet_responsibilities(snapshot, plan_id)
    if rows.is_empty():
        return None
    words = names(snapshot, language)["voice"]
    institutions = language.listed(sorted(set(rows["institution"].drop_nulls())))
    return Reading(
        **rests_on("unmet_responsibilities", rows, snapshot, language),
        question=_("Who says that the other did not do its part"),
        answer=language.ngettext(
            "{institutions}, on **{count} milestone**.",
            "{institutions}, on **{count} milestones**.",
            len(rows),
        ).format(institutions=institutions, count=len(rows)),
        basis=_("Each party's form asks whether the other fulfilled its responsibilities."),
        table=Table(
            _("Forms that answer no"),
            (_("Milestone"), _("Voice"), _("Institution"), _("Date of the form")),
            tuple(
                (
                    Cell(milestone_name(row, language)),
                    Cell(words[row["voice"]]),
                    Cell(row["institution"] or ""),
                    Cell(language.date(row["reported_on"])),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def tasks(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    link: str = "",
) -> Reading | None:
    """What each institution has open, to be sent to it; `link` opens its own page."""
    _ = language.gettext
    rows = institution_tasks(snapshot, plan_id)
    if rows.is_empty():
        return None
    groups = groupby(
        rows.to_dicts(), lambda row: (row["institution_id"], row["name_es"], row["role"])
    )
    roles = names(snapshot, language)["role"]
    return Reading(
        **rests_on("institution_tasks", rows, snapshot, language),
        question=_("What each institution has open"),
        basis=_(
            "Milestones that ask something of it: a missing report of its own, an end that has"
            " passed or is near, a difference with another voice. Its page has the list to send."
        ),
        table=Table(
            _("Open points by institution and role"),
            (_("Institution"), _("Role"), _("Milestones"), _("Missing reports"),
             _("Past or near their end"), _("Differences")),
            tuple(
                _institution_row(key, list(found), roles, link) for key, found in groups
            ),
        ),
    )  # fmt: skip


def _institution_row(
    key: tuple[str, str, str], rows: list[dict], roles: dict[str, str], link: str
) -> tuple[Cell, ...]:
    institution_id, name, role = key
    ends = sum(
        row["is_overdue"] or row["is_expired_unreported"] or row["is_due_soon"] for row in rows
    )
    counts = (
        len(rows),
        sum(row["is_own_report_missing"] for row in rows),
        ends,
        sum(row["is_disagreed"] for row in rows),
    )
    href = f"{link}&institucion={institution_id}" if link else ""
    return (
        Cell(name, "inside" if link else "text", href=href),
        Cell(roles[role]),
        *(Cell(str(count), "number") for count in counts),
    )

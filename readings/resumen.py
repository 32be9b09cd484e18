"""Summary: how is the plan doing?"""

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.plans import plans
from queries.progress import later_documents, plan_standing, voice_means
from readings import Figure, Reading, cited, counted, for_download, strip

HEADLINE = "lead"


def plan_progress(
    snapshot: Snapshot,
    plan_id: str,
    language: Language,
    printed_elsewhere: tuple[str, ...] = (),
) -> Reading:
    """The plain mean of what the lead institutions report, with coverage and lateness."""
    _ = language.gettext
    means = voice_means(snapshot, plan_id)
    headline = _of_plan(means, HEADLINE)
    (plan,) = plans(snapshot).filter(pl.col("plan_id") == plan_id).to_dicts()
    standing = plan_standing(snapshot, plan_id).to_dicts()
    answer, figures, states = _without_milestones(plan, language), (), ()
    if standing:
        (counts,) = standing
        answer = _answer(plan, headline, _of_plan(means, "document"), counts, language)
        if headline["reported"]:
            figures = _figures(plan, headline, counts, language)
            states = strip(snapshot, plan_id, language)
    return Reading(
        name="voice_means",
        question=_("How is the plan doing?"),
        answer=answer,
        figures=figures,
        strip=states,
        data=for_download(means, snapshot),
        sources=cited(means.filter(pl.col("reported") > 0), snapshot, language),
        query=sql("voice_means"),
        notes=(*_said_later(snapshot, plan_id, language), *printed_elsewhere),
    )


def _said_later(snapshot: Snapshot, plan_id: str, language: Language) -> tuple[str, ...]:
    """Where a lead institution says otherwise in a later document; never mixed into the figures."""
    return tuple(
        language.ngettext(
            "Later, {institution} calls **{told} of its milestones** in commitment {number}"
            " completed («{title}», {date}); its forms say so of {completed}.",
            "Later, {institution} calls **{told} of its milestones** in commitment {number}"
            " completed («{title}», {date}); its forms say so of {completed}.",
            row["told_completed"],
        ).format(
            institution=row["institution"],
            told=row["told_completed"],
            number=row["commitment_no"],
            title=row["title"],
            date=language.date(row["reported_on"], row["date_precision"]),
            completed=row["completed"],
        )
        for row in later_documents(snapshot, plan_id).to_dicts()
        if row["told_completed"] != row["completed"]
    )


def _of_plan(means: pl.DataFrame, voice: str) -> dict | None:
    rows = means.filter(pl.col("voice") == voice, pl.col("commitment_no").is_null()).to_dicts()
    return rows[0] if rows else None


def _without_milestones(plan: dict, language: Language) -> str:
    if not plan["commitments"]:
        return language.gettext("No commitments of this plan are known at this cut-off.")
    return language.ngettext(
        "**{count} commitment** of this plan is known, and none of its milestones.",
        "**{count} commitments** of this plan are known, and none of their milestones.",
        plan["commitments"],
    ).format(count=plan["commitments"])


def _answer(plan: dict, headline: dict, told: dict, counts: dict, language: Language) -> str:
    _ = language.gettext
    if not headline["reported"]:
        return _answer_of_documents(plan, told, counts, language)
    said = [
        _(
            "Lead institutions report a mean progress of **{mean}**. They have completed"
            " **{completed} of {milestones} milestones**"
        ).format(
            mean=language.percent(headline["mean"], 2),
            completed=headline["completed"],
            milestones=counts["milestones"],
        )
    ]
    if plan["state"] == "implementation":
        said += [_overdue(counts["overdue"], language), _expired(counts, language)]
        return _("{completed}; {overdue} and {expired}.").format(
            completed=said[0], overdue=said[1], expired=said[2]
        )
    return language.ngettext(
        "{completed}; {count} was not concluded according to its last report.",
        "{completed}; {count} were not concluded according to their last report.",
        counts["unfinished_at_close"],
    ).format(completed=said[0], count=counts["unfinished_at_close"])


def _overdue(count: int, language: Language) -> str:
    if not count:
        return language.gettext("none is overdue")
    return language.ngettext("another is overdue", "another {count} are overdue", count).format(
        count=count
    )


def _expired(counts: dict, language: Language) -> str:
    count = counts["expired_unreported"]
    if not count:
        return language.gettext("none fell due without a report")
    return language.ngettext(
        "{count} fell due without any report", "{count} fell due without any report", count
    ).format(count=count)


def _answer_of_documents(plan: dict, told: dict, counts: dict, language: Language) -> str:
    _ = language.gettext
    unreported = _(
        "Of the **{milestones} milestones** known of its **{commitments} commitments**, lead"
        " institutions have reported none up to this cut-off."
    ).format(milestones=counts["milestones"], commitments=plan["commitments"])
    if not told["reported"]:
        return unreported
    return _(
        "{unreported} Documents speak of **{reported}** of them and call **{completed}** completed."
    ).format(unreported=unreported, reported=told["reported"], completed=told["completed"])


def _figures(plan: dict, headline: dict, counts: dict, language: Language) -> tuple[Figure, ...]:
    _, of = language.gettext, counts["milestones"]
    coverage = _("plain mean; {reported} of {milestones} milestones reported")
    alone = _("Reported ones alone: {mean}")
    mean = Figure(
        language.percent(headline["mean"], 2).rstrip("%\u00a0"),
        "%",
        _("mean progress reported"),
        coverage.format(reported=headline["reported"], milestones=of)
        + ". "
        + alone.format(mean=language.percent(headline["mean_reported"], 2)),
    )
    late = Figure(
        *counted(counts["late_originally"], language),
        _("late against the original plan"),
        _("reported and not completed; {count} more without a report").format(
            count=counts["unreported_originally"]
        ),
    )
    return mean, *_lateness(plan, counts, language), late, _slip(counts, language)


def _lateness(plan: dict, counts: dict, language: Language) -> tuple[Figure, ...]:
    _ = language.gettext
    if plan["state"] != "implementation":
        return (
            Figure(
                *counted(counts["unfinished_at_close"], language),
                _("not concluded"),
                _("according to their last report, of {date}").format(
                    date=language.date(plan["last_lead_report_on"])
                ),
            ),
            Figure(
                *counted(counts["milestones"] - counts["reported"], language),
                _("never reported"),
                _("by their lead institution"),
            ),
        )
    return (
        Figure(
            *counted(counts["overdue"], language),
            _("overdue"),
            _("past the schedule in force, reported and not completed"),
            counts["overdue"] > 0,
        ),
        Figure(
            *counted(counts["expired_unreported"], language),
            _("fell due without report"),
            _("past the schedule in force; their state is not known"),
            counts["expired_unreported"] > 0,
        ),
    )


def _slip(counts: dict, language: Language) -> Figure:
    _ = language.gettext
    if not counts["dated_twice"]:
        return Figure("–", "", _("median slip"), _("no milestone has two known ends"))
    return Figure(
        language.number(counts["median_slip_months"].normalize(), signed=True),
        _("months"),
        _("median slip"),
        _("from the original plan to the one in force; {count} of {milestones} milestones").format(
            count=counts["dated_twice"], milestones=counts["milestones"]
        ),
    )

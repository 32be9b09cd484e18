"""How each figure is computed, in the words of the data contract."""

from data.published import Snapshot
from language import Language
from language import marked as N_
from queries import sql
from queries.plans import plans
from readings import Cell, Reading, Table, cited, for_download

METHOD = (
    (
        N_("Report"),
        N_(
            "A form or a document that gives a state or a percent of a milestone. What a document"
            " does not speak of is no report."
        ),
    ),
    (
        N_("Current report"),
        N_(
            "Of a milestone and a voice: the latest up to the cut-off; of one day, the one"
            " registered last."
        ),
    ),
    (
        N_("Voice"),
        N_(
            "Who speaks: lead institution, counterpart, Core Group, or a document. Voices are"
            " never mixed in a figure."
        ),
    ),
    (
        N_("Milestone progress"),
        N_("Its percent; where it has none, 100 if completed, else not known."),
    ),
    (
        N_("Plain mean"),
        N_(
            "Sum of the progress of all milestones ÷ number of milestones; one without a report"
            " counts 0. It is the arithmetic of the official platform's site. Always shown with"
            " its coverage and with the mean over the reported ones alone."
        ),
    ),
    (
        N_("Coverage"),
        N_("Milestones reported ÷ all milestones of the plan."),
    ),
    (
        N_("Headline voice"),
        N_(
            "The lead institutions, from their first report on. Before it there is no percent for"
            " the plan; what documents tell is shown with the number of milestones they speak of."
        ),
    ),
    (
        N_("Schedule in force"),
        N_("The latest version of the schedule published up to the cut-off."),
    ),
    (
        N_("Slip"),
        N_(
            "Whole months between the original end and the end in force of a milestone; not known"
            " where either is."
        ),
    ),
    (
        N_("Overdue"),
        N_(
            "While the plan is in implementation: the end in force lies before the cut-off and the"
            " current report of the lead institution is not completed."
        ),
    ),
    (
        N_("Fell due without report"),
        N_(
            "The end in force lies before the cut-off and the lead institution has not reported."
            " A group of its own, never added to the overdue."
        ),
    ),
    (
        N_("Due soon"),
        N_("The end in force lies within the 90 days after the cut-off, and it is not completed."),
    ),
    (
        N_("Late against the original plan"),
        N_("The original end lies before the cut-off, and it is reported and not completed."),
    ),
    (
        N_("After the end of the plan"),
        N_(
            "Nothing is overdue any more: what was not completed is called not concluded,"
            " according to its last report and with its date."
        ),
    ),
    (
        N_("Unknown"),
        N_("Never zero: what is not known or was not published is said in words."),
    ),
)


def method(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """What each figure means, in the words of the data contract."""
    _ = language.gettext
    rows = [(_(term), _(meaning)) for term, meaning in METHOD]
    return Reading(
        name="plans",
        question=_("How is each figure computed?"),
        answer=_(
            "Everything is computed at the cut-off, for one plan and one voice, from the tables"
            " that can be downloaded here."
        ),
        table=Table(
            _("Terms and their exact meaning"),
            (_("Term"), _("Meaning")),
            tuple((Cell(term), Cell(meaning)) for term, meaning in rows),
        ),
        data=for_download(plans(snapshot), snapshot),
        sources=cited(plans(snapshot), snapshot, language),
        query=sql("plans"),
    )

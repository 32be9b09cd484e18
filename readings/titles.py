"""Short titles of readings, for a tab or a list: of at most 31 characters."""

from data.contracts import TABLES
from language import Language
from language import marked as N_
from readings import Reading

BREAKDOWN = "participation_cells_"
TITLES = {
    "agreement_changes": N_("Agreements that changed"),
    "announced_events": N_("Announced events"),
    "changes": N_("What changed"),
    "commitment_assessments": N_("Assessments"),
    "commitment_facts_achievement": N_("Achievements and lessons"),
    "commitment_facts_how_to_join": N_("Next steps"),
    "commitment_facts_obstacle": N_("Obstacles and adaptations"),
    "commitment_fiche": N_("Commitment"),
    "commitment_history": N_("History of reports"),
    "commitment_indicators": N_("Indicators by commitment"),
    "commitments_standing": N_("Commitments"),
    "content_changes": N_("Contents that changed"),
    "contradicting_documents": N_("Contradictions"),
    "core_group": N_("Core Group"),
    "covered_population": N_("Territory"),
    "date_changes": N_("Dates moved"),
    "decisions": N_("To decide"),
    "disagreement_changes": N_("Voices that changed"),
    "due_milestones": N_("Late and due soon"),
    "event_changes": N_("Events that changed"),
    "event_proposals": N_("Proposals of the event"),
    "event_sheet": N_("Event"),
    "events_listed": N_("Events"),
    "events_origins": N_("Where people came from"),
    "cocreation_stages": N_("Stages of the co-creation"),
    "documents": N_("Documents"),
    "findings_of_event": N_("What people said"),
    "implementation_participants": N_("Participants reported"),
    "institution_commitments": N_("Commitments by role"),
    "institution_names_held": N_("Names of institutions"),
    "institution_reports": N_("Current reports"),
    "institution_tasks": N_("Open points"),
    "institutions_standing": N_("Lead institutions"),
    "lateness_changes": N_("Lateness that changed"),
    "lateness": N_("Milestones"),
    "milestone_voices": N_("Voices"),
    "milestones_standing": N_("Milestones"),
    "obligation_clocks": N_("Rules and deadlines"),
    "participation_changes": N_("Participation that changed"),
    "plan_agreements": N_("Agreements"),
    "plan_indicators": N_("Indicators"),
    "plan_obligations": N_("Obligations"),
    "plan_recommendations": N_("Recommendations"),
    "plans": N_("Plans"),
    "printed_milestones": N_("Printed figures by milestone"),
    "printed_plan_means": N_("Printed figures of the plan"),
    "processes_held": N_("Participation processes"),
    "proposals_found": N_("Proposals"),
    "province_coverage": N_("Provinces"),
    "province_sheet": N_("Province"),
    "region_coverage": N_("Natural regions"),
    "report_changes": N_("Reports that changed"),
    "reporting_rounds": N_("Rounds of reports"),
    "slips": N_("Months moved"),
    "table_changes": N_("Changed rows by table"),
    "unmet_responsibilities": N_("Parts not done, as reported"),
    "voice_agreement": N_("Voices"),
    "voice_means": N_("Progress by voice"),
    "zone_coverage": N_("Planning zones"),
}


def title(reading: Reading, language: Language) -> str:
    """A few words for what the reading shows; its question where there are none."""
    _ = language.gettext
    if reading.name.startswith(BREAKDOWN) and reading.table:
        return _("Participation – {dimension}").format(dimension=reading.table.head[0])
    if reading.name in TITLES:
        return _(TITLES[reading.name])
    if reading.name in TABLES:
        return _(TABLES[reading.name].title)
    return reading.question

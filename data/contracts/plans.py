"""Tables of what was promised: plans, institutions, commitments, milestones and their dates."""

import polars as pl

from data.contracts.columns import (
    COMMITMENT,
    DATES,
    ENDS_AFTER_START,
    MILESTONE,
    PLAN,
    PRECISION,
    TITLE,
    TO_COMMITMENT,
    TO_INSTITUTION,
    TO_MILESTONE,
    TO_PLAN,
    Column,
    Reference,
    Rule,
    dated,
)
from language import marked as N_

INSTITUTION = {"institution_id": Column(pl.String, N_("Institution, through its changes of name"))}
REASON = {
    "reason_es": Column(pl.String, N_("Reason in Spanish"), False),
    "reason_en": Column(pl.String, N_("Reason in English"), False),
}

PLANS = (
    dated(
        "plans",
        N_("Plans"),
        N_("Action plans; their state is computed at the cut-off."),
        PLAN,
        {
            "name_es": Column(pl.String, N_("Name in Spanish")),
            "name_en": Column(pl.String, N_("Name in English")),
            "starts_on": Column(pl.Date, N_("First day of implementation"), False),
            "ends_on_original": Column(pl.Date, N_("Last day as first planned"), False),
            "ends_on": Column(pl.Date, N_("Last day of implementation"), False),
        }
        | PRECISION,
        rules=(ENDS_AFTER_START,),
    ),
    dated(
        "institutions",
        N_("Institutions"),
        N_("Institutions with the name they had; a change of name is a new row of the same one."),
        INSTITUTION,
        {
            "name_es": Column(pl.String, N_("Official name")),
            "acronym": Column(pl.String, N_("Acronym"), False),
            "sector": Column(pl.String, N_("Sector it belongs to"), False, "sector"),
            "successor_id": Column(pl.String, N_("Institution that replaced it"), False),
            "succeeded_on": Column(pl.Date, N_("Day it was replaced"), False),
        },
        references=(Reference(("successor_id",), "institutions", ("institution_id",)),),
    ),
    dated(
        "institution_names",
        N_("Names of institutions"),
        N_("Every spelling of an institution's name found in a document."),
        {"name_as_printed": Column(pl.String, N_("Name as printed"))},
        INSTITUTION,
        references=(TO_INSTITUTION,),
    ),
    dated(
        "commitments",
        N_("Commitments"),
        N_("Commitments of each plan."),
        COMMITMENT,
        {
            "ogp_id": Column(pl.String, N_("Number at the Open Government Partnership"), False),
        }
        | TITLE
        | {
            "summary_es": Column(pl.String, N_("What is promised, in our words, Spanish"), False),
            "summary_en": Column(pl.String, N_("What is promised, in our words, English"), False),
            "problem_es": Column(pl.String, N_("Problem it addresses, Spanish"), False),
            "problem_en": Column(pl.String, N_("Problem it addresses, English"), False),
            "theme_id": Column(pl.String, N_("Theme of the plan"), False),
            "theme_es": Column(pl.String, N_("Name of the theme in Spanish"), False),
            "theme_en": Column(pl.String, N_("Name of the theme in English"), False),
        },
        references=(TO_PLAN,),
    ),
    dated(
        "commitment_actors",
        N_("Actors"),
        N_("Who leads, accompanies or supports each commitment."),
        COMMITMENT | INSTITUTION | {"role": Column(pl.String, N_("Part it plays"), scheme="role")},
        {},
        references=(TO_COMMITMENT, TO_INSTITUTION),
    ),
    dated(
        "commitment_tags",
        N_("Tags"),
        N_("Sustainable development goals, OGP values and policy areas of each commitment."),
        COMMITMENT
        | {
            "scheme": Column(pl.String, N_("List the tag belongs to"), scheme="tag_scheme"),
            "code": Column(pl.String, N_("Code of the tag")),
        },
        {},
        references=(TO_COMMITMENT, Reference(("scheme", "code"), "codes")),
    ),
    dated(
        "milestones",
        N_("Milestones"),
        N_("Milestones of each commitment."),
        MILESTONE,
        TITLE
        | {
            "title_kind": Column(
                pl.String, N_("Whether the title is official"), True, "title_kind"
            ),
            "number_basis": Column(
                pl.String, N_("Where the number comes from"), True, "number_basis"
            ),
        },
        references=(TO_COMMITMENT,),
        rules=(
            Rule(
                "title_es",
                N_("a milestone has a title in at least one language"),
                pl.col("title_es").is_not_null() | pl.col("title_en").is_not_null(),
            ),
        ),
    ),
    dated(
        "schedules",
        N_("Schedules"),
        N_("Window of each milestone in each version of the plan; milestone 0 is the commitment."),
        COMMITMENT
        | {
            "milestone_no": Column(pl.Int64, N_("Milestone; 0 is the commitment itself"), low=0),
            "schedule_version": Column(pl.String, N_("Version"), scheme="schedule_version"),
        },
        DATES | PRECISION | REASON,
        references=(
            TO_COMMITMENT,
            Reference(TO_MILESTONE.columns, "milestones", unless_zero="milestone_no"),
        ),
        rules=(ENDS_AFTER_START,),
    ),
)

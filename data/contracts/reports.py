"""Tables of what was said: progress reports, figures others printed, documents that disagree."""

import polars as pl

from data.contracts.columns import (
    PERCENT,
    PLAN,
    PRECISION,
    PRINTED,
    TO_COMMITMENT,
    TO_INSTITUTION,
    TO_MILESTONE,
    TO_PLAN,
    Column,
    Reference,
    Rule,
    dated,
)
from data.contracts.plans import REASON
from language import marked as N_

ABOUT = PLAN | {
    "commitment_no": Column(pl.Int64, N_("Commitment; empty for the whole plan"), False, low=1),
    "milestone_no": Column(pl.Int64, N_("Milestone; empty for the whole commitment"), False, low=1),
}
REPORT = {"report_id": Column(pl.String, N_("Our own number of the report"))}
TO_REPORT = Reference(("report_id",), "progress_reports")
UP_TO_ITS_KNOWLEDGE = Rule(
    "reported_on",
    N_("a report is not of a later day than the day it became public"),
    pl.col("reported_on") <= pl.col("known_on"),
)

A_FORM_HAS_ITS_INSTITUTION = Rule(
    "institution_id",
    N_("a form names the institution that reports"),
    (pl.col("voice") == "document") | pl.col("institution_id").is_not_null(),
)

REPORTS = (
    dated(
        "progress_reports",
        N_("Progress reports"),
        N_("What each voice reported of each milestone or commitment."),
        REPORT,
        ABOUT
        | {
            "voice": Column(pl.String, N_("Who speaks"), True, "voice"),
            "institution_id": Column(pl.String, N_("Institution that reports"), False),
            "reported_on": Column(pl.Date, N_("Day of the report")),
        }
        | PRECISION
        | {
            "registration_no": Column(pl.Int64, N_("Order of the form within a day"), False),
            "state": Column(pl.String, N_("State on the forms' own scale"), False, "state"),
            "percent": Column(PERCENT, N_("Percent stated"), False, low=0, high=100),
            "told_state": Column(pl.String, N_("State a document tells of"), False, "told_state"),
            "told_late": Column(pl.Boolean, N_("Whether the document calls it late"), False),
            "activities": Column(pl.Int64, N_("Activities to include actors"), False, low=0),
            "participants": Column(pl.Int64, N_("Participants reported"), False, low=0),
            "responsibilities_met": Column(
                pl.Boolean, N_("Whether it says the other party did its part"), False
            ),
            "perceived_change": Column(
                pl.String, N_("Change perceived"), False, "perceived_change"
            ),
            "communication_cocreated": Column(
                pl.Boolean, N_("Whether the communication strategy was co-created"), False
            ),
            "initiative_linked": Column(
                pl.Boolean, N_("Whether it is linked to an international initiative"), False
            ),
            "note_es": Column(pl.String, N_("What it says, in our words, Spanish"), False),
            "note_en": Column(pl.String, N_("What it says, in our words, English"), False),
        },
        references=(TO_PLAN, TO_COMMITMENT, TO_MILESTONE, TO_INSTITUTION),
        rules=(UP_TO_ITS_KNOWLEDGE, A_FORM_HAS_ITS_INSTITUTION),
    ),
    dated(
        "progress_report_sectors",
        N_("Sectors of the participants reported"),
        N_("Sectors that a report names among its participants."),
        REPORT | {"sector": Column(pl.String, N_("Sector"), True, "sector")},
        {},
        references=(TO_REPORT,),
    ),
    dated(
        "progress_report_initiatives",
        N_("International initiatives reported"),
        N_("International initiatives that a report names."),
        REPORT | {"initiative": Column(pl.String, N_("Initiative"), True, "initiative")},
        {},
        references=(TO_REPORT,),
    ),
    dated(
        "published_figures",
        N_("Figures published by others"),
        N_("Figures that official reports and pages printed, as printed."),
        {"figure_id": Column(pl.String, N_("Our own number of the figure"))},
        ABOUT
        | {
            "name_es": Column(pl.String, N_("What the figure is called, Spanish")),
            "name_en": Column(pl.String, N_("What the figure is called, English")),
            "printed_value": Column(PRINTED, N_("Value as printed")),
            "unit": Column(pl.String, N_("Unit of the value"), True, "unit"),
            "refers_on": Column(pl.Date, N_("Day the figure refers to")),
        }
        | PRECISION,
        references=(TO_PLAN, TO_COMMITMENT, TO_MILESTONE),
    ),
    dated(
        "contradictions",
        N_("Contradictions"),
        N_("Where documents contradict each other, which reading is used and why."),
        {"contradiction_id": Column(pl.String, N_("Our own number of the contradiction"))},
        {
            "plan_id": Column(pl.String, N_("Plan; empty where it is of none"), False),
            "commitment_no": ABOUT["commitment_no"],
            "milestone_no": ABOUT["milestone_no"],
            "table_name": Column(pl.String, N_("Table the contradiction touches")),
            "subject_es": Column(pl.String, N_("What it is about, Spanish")),
            "subject_en": Column(pl.String, N_("What it is about, English")),
            "reading_a_es": Column(pl.String, N_("First reading, Spanish")),
            "reading_a_en": Column(pl.String, N_("First reading, English")),
            "source_a": Column(pl.String, N_("Document of the first reading")),
            "reading_b_es": Column(pl.String, N_("Second reading, Spanish")),
            "reading_b_en": Column(pl.String, N_("Second reading, English")),
            "source_b": Column(pl.String, N_("Document of the second reading")),
            "used": Column(pl.String, N_("Reading that is used"), True, "reading_used"),
        }
        | REASON,
        references=(
            TO_PLAN,
            Reference(("source_a",), "sources", ("source_id",)),
            Reference(("source_b",), "sources", ("source_id",)),
        ),
    ),
)

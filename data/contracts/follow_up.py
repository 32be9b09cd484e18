"""Tables of what came of the promises: notes, indicators, IRM, meetings, obligations, stages."""

import polars as pl

from data.contracts.columns import (
    DATES,
    ENDS_AFTER_START,
    PLAN,
    PRECISION,
    TO_COMMITMENT,
    TO_INSTITUTION,
    TO_MILESTONE,
    TO_PLAN,
    Column,
    Reference,
    Rule,
    dated,
)
from data.contracts.plans import INSTITUTION
from data.contracts.reports import ABOUT
from language import marked as N_

LONGEST_NOTE = 2000  # characters; a note is one fact
ANY_PLAN = {"plan_id": Column(pl.String, N_("Plan; empty where it is of none"), False)}
TEXT = {
    "text_es": Column(pl.String, N_("Text in our words, Spanish")),
    "text_en": Column(pl.String, N_("Text in our words, English")),
}
NAME = {
    "name_es": Column(pl.String, N_("Name in Spanish")),
    "name_en": Column(pl.String, N_("Name in English")),
}
TO_MEETING = Reference(("meeting_id",), "meetings")

FOLLOW_UP = (
    dated(
        "commitment_notes",
        N_("Notes on commitments"),
        N_("What documents tell of each commitment, one fact a row, in our own words."),
        {"note_id": Column(pl.String, N_("Our own number of the note"))},
        ABOUT | {"kind": Column(pl.String, N_("Kind of note"), True, "note_kind")} | TEXT,
        references=(TO_PLAN, TO_COMMITMENT, TO_MILESTONE),
        rules=(
            Rule(
                "text_es",
                N_("a note has at most 2,000 characters"),
                pl.max_horizontal(
                    pl.col("text_es").str.len_chars(), pl.col("text_en").str.len_chars()
                )
                <= LONGEST_NOTE,
            ),
        ),
    ),
    dated(
        "indicators",
        N_("Indicators"),
        N_("Baselines, targets, results and context in numbers, as documents give them."),
        {"indicator_id": Column(pl.String, N_("Our own number of the indicator"))},
        ANY_PLAN
        | {"commitment_no": ABOUT["commitment_no"], "milestone_no": ABOUT["milestone_no"]}
        | {"kind": Column(pl.String, N_("Kind of indicator"), True, "indicator_kind")}
        | NAME
        | {
            "value": Column(pl.Decimal(14, 2), N_("Value, where it is a number"), False),
            "value_text": Column(pl.String, N_("Value, where it is a date or an address"), False),
            "unit": Column(pl.String, N_("Unit of the value"), True, "unit"),
            "denominator": Column(pl.Int64, N_("What the value is part of"), False, low=1),
            "bound": Column(
                pl.String, N_("Whether the value is exact or a bound"), False, "indicator_bound"
            ),
            "observed_on": Column(pl.Date, N_("Day the value was observed"), False),
            "series_id": Column(
                pl.String, N_("Series of values of one measure"), False, "indicator_series"
            ),
        }
        | PRECISION,
        references=(TO_PLAN, TO_COMMITMENT, TO_MILESTONE),
        rules=(
            Rule(
                "value",
                N_("an indicator has a value, as a number or as text"),
                pl.col("value").is_not_null() | pl.col("value_text").is_not_null(),
            ),
        ),
    ),
    dated(
        "assessments",
        N_("Assessments"),
        N_("What OGP's Independent Reporting Mechanism (IRM) found, in its own scales."),
        {"assessment_id": Column(pl.String, N_("Our own number of the assessment"))},
        PLAN
        | {
            "commitment_no": ABOUT["commitment_no"],
            "assessor": Column(pl.String, N_("Who assesses"), True, "assessor"),
            "variable": Column(pl.String, N_("What is assessed"), True, "assessment_variable"),
            "code": Column(pl.String, N_("Finding; its list is irm_ and the name of the variable")),
            "assessed_period": Column(pl.String, N_("Period assessed, as printed"), False),
            "published_on": Column(pl.Date, N_("Day the finding was published"), False),
        },
        references=(TO_PLAN, TO_COMMITMENT),
    ),
    dated(
        "meetings",
        N_("Meetings"),
        N_("Meetings of the Core Group of which a document tells."),
        {"meeting_id": Column(pl.String, N_("Our own number of the meeting"))},
        ANY_PLAN
        | {"held_on": Column(pl.Date, N_("Day it was held"), False)}
        | PRECISION
        | {
            "kind": Column(pl.String, N_("Kind of meeting"), True, "meeting_kind"),
            "place": Column(pl.String, N_("Place as printed"), False),
            "minutes_no": Column(pl.String, N_("Number of its minutes"), False),
            "subject_es": Column(pl.String, N_("What it is about, Spanish"), False),
            "subject_en": Column(pl.String, N_("What it is about, English"), False),
        },
        references=(TO_PLAN,),
    ),
    dated(
        "agreements",
        N_("Agreements"),
        N_("What a meeting agreed; owner and date only where its minutes state them."),
        {
            "meeting_id": Column(pl.String, N_("Meeting that agreed it")),
            "agreement_no": Column(pl.Int64, N_("Number within the meeting"), low=1),
        },
        TEXT
        | {
            "owner_institution_id": Column(pl.String, N_("Institution that owns it"), False),
            "due_on": Column(pl.Date, N_("Day it is due"), False),
            "state": Column(pl.String, N_("What the minutes say of it"), False, "agreement_state"),
        },
        references=(
            TO_MEETING,
            Reference(("owner_institution_id",), "institutions", ("institution_id",)),
        ),
    ),
    dated(
        "core_group_members",
        N_("Core Group"),
        N_("Members of the Core Group, by list or by attendance at a meeting."),
        PLAN | INSTITUTION | {"from_on": Column(pl.Date, N_("Day it joined"), False)},
        {
            "sector": Column(pl.String, N_("Sector it sits for"), False, "core_group_sector"),
            "role_es": Column(pl.String, N_("Part it plays, as printed"), False),
            "basis": Column(pl.String, N_("How it is known"), True, "core_group_basis"),
        },
        references=(TO_PLAN, TO_INSTITUTION),
    ),
    dated(
        "obligations",
        N_("Obligations"),
        N_("Rules of OGP and deadlines of the plans that are in force."),
        {"obligation_id": Column(pl.String, N_("Our own number of the obligation"))},
        ANY_PLAN
        | {
            "rule_es": Column(pl.String, N_("Rule in Spanish")),
            "rule_en": Column(pl.String, N_("Rule in OGP's own words")),
            "every_months": Column(pl.Int64, N_("Months within which it recurs"), False, low=1),
            "counts": Column(
                pl.String,
                N_("What its clock counts; empty where no register has it"),
                False,
                "obligation_count",
            ),
            "due_on": Column(pl.Date, N_("Day it is due"), False),
        }
        | PRECISION
        | {
            "basis": Column(pl.String, N_("Where the rule comes from"), True, "obligation_basis"),
            "in_force": Column(pl.Boolean, N_("Whether it is in force")),
        },
        references=(TO_PLAN,),
    ),
    dated(
        "proposal_stages",
        N_("Stages of the co-creation"),
        N_("Stages of the co-creation of each plan, as planned and as they were."),
        PLAN
        | {
            "kind": Column(pl.String, N_("Planned or actual"), scheme="stage_kind"),
            "stage_no": Column(pl.String, N_("Number of the stage as printed")),
        },
        {"stage_order": Column(pl.Int64, N_("Place among the stages"), low=1)}
        | NAME
        | DATES
        | PRECISION
        | {
            "count_in": Column(pl.Int64, N_("How many went in"), False, low=0),
            "count_out": Column(pl.Int64, N_("How many came out"), False, low=0),
            "left_count": Column(pl.Int64, N_("How many left; those merged did not"), False, low=0),
            "unit": Column(pl.String, N_("What is counted"), False, "unit"),
        },
        references=(TO_PLAN,),
        rules=(ENDS_AFTER_START,),
    ),
    dated(
        "events",
        N_("Events"),
        N_("Workshops, tables and other events; a row whose series is itself is a whole series."),
        {"event_id": Column(pl.String, N_("Our own number of the event"))},
        ANY_PLAN
        | {
            "commitment_no": ABOUT["commitment_no"],
            "kind": Column(pl.String, N_("Kind of event"), True, "event_kind"),
            "status": Column(pl.String, N_("Held, announced or planned"), True, "event_status"),
        }
        | NAME
        | {
            "series_id": Column(pl.String, N_("Series it belongs to"), False),
            "series_count": Column(pl.Int64, N_("Events in the series"), False, low=1),
            "zones_count": Column(pl.Int64, N_("Zones the series covered"), False, low=1),
            "city": Column(pl.String, N_("City as printed"), False),
            "canton_code": Column(pl.String, N_("Canton, INEC's code"), False),
            "province_code": Column(pl.String, N_("Province, INEC's code"), False),
            "lat": Column(pl.Decimal(9, 6), N_("Latitude"), False, low=-6, high=2),
            "lon": Column(pl.Decimal(9, 6), N_("Longitude"), False, low=-93, high=-75),
            "point_precision": Column(
                pl.String, N_("What the point stands for"), False, "point_precision"
            ),
            "venue": Column(pl.String, N_("Venue as printed"), False),
            "modality": Column(pl.String, N_("In person or virtual"), False, "modality"),
        }
        | DATES
        | PRECISION
        | {
            "attendees": Column(pl.Int64, N_("People who attended"), False, low=0),
            "men": Column(pl.Int64, N_("Men among them"), False, low=0),
            "women": Column(pl.Int64, N_("Women among them"), False, low=0),
            "other_sex": Column(pl.Int64, N_("Others among them"), False, low=0),
            "organisers_es": Column(pl.String, N_("Organisers as printed"), False),
            "note_es": Column(pl.String, N_("What else is known, Spanish"), False),
            "note_en": Column(pl.String, N_("What else is known, English"), False),
        },
        references=(TO_PLAN, TO_COMMITMENT),
        rules=(
            ENDS_AFTER_START,
            Rule(
                "starts_on",
                N_("an event that was held is not later than the day it became known"),
                (pl.col("status") != "held") | (pl.col("starts_on") <= pl.col("known_on")),
            ),
            Rule(
                "attendees",
                N_("men, women and others are no more than those who attended"),
                pl.sum_horizontal("men", "women", "other_sex") <= pl.col("attendees"),
            ),
        ),
    ),
)

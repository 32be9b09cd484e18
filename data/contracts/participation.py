"""Tables of who took part: processes, published cells, what was not published, the census."""

import polars as pl

from data.contracts.columns import (
    DATES,
    ENDS_AFTER_START,
    LOCATED,
    PRECISION,
    TO_COMMITMENT,
    TO_INSTITUTION,
    TO_PLAN,
    TO_SOURCE,
    Column,
    Reference,
    Rule,
    Table,
    dated,
)
from data.contracts.columns import PLAN as OF_PLAN
from data.contracts.follow_up import ANY_PLAN, NAME
from language import marked as N_

TO_PROCESS = Reference(("process_id",), "processes")
DIMENSIONS = {
    "province_code": Column(pl.String, N_("Province; empty is summed over"), False),
    "sector": Column(pl.String, N_("Sector; empty is summed over"), False, "sector"),
    "age_band": Column(pl.String, N_("Age band; empty is summed over"), False, "age_band"),
    "sex": Column(pl.String, N_("Sex; empty is summed over"), False, "sex"),
    "ethnicity": Column(pl.String, N_("Ethnic group; empty is summed over"), False, "ethnicity"),
    "sdg": Column(
        pl.String, N_("Sustainable development goal; empty is summed over"), False, "sdg"
    ),
}
COUNTED = pl.col("count").is_not_null() | (pl.col("precision") == "bounded")

PARTICIPATION = (
    dated(
        "processes",
        N_("Participation processes"),
        N_("Processes in which people took part, with what they count and of how many."),
        {"process_id": Column(pl.String, N_("Our own number of the process"))},
        ANY_PLAN
        | NAME
        | {"channel": Column(pl.String, N_("Online, in person or both"), False, "channel")}
        | DATES
        | PRECISION
        | {
            "measure": Column(
                pl.String, N_("Whether proposals or people are counted"), True, "measure"
            ),
            "base_count": Column(pl.Int64, N_("How many in all"), False, low=0),
            "origin": Column(pl.String, N_("Where the counts come from"), True, "origin"),
        },
        references=(TO_PLAN,),
        rules=(ENDS_AFTER_START,),
    ),
    dated(
        "participation",
        N_("Participation"),
        N_("Published cells of each process, as printed, with the count that follows by the rule."),
        {"cell_id": Column(pl.String, N_("Our own number of the cell"))},
        {"process_id": Column(pl.String, N_("Process it belongs to"))}
        | DIMENSIONS
        | {
            "printed_percent": Column(
                pl.Decimal(6, 2), N_("Percent as printed"), False, low=0, high=100
            ),
            "printed_decimals": Column(pl.Int64, N_("Decimals printed"), False, low=0, high=2),
            "printed_count": Column(pl.Int64, N_("Count as printed"), False, low=0),
            "count": Column(pl.Int64, N_("Count, stated or derived"), False, low=0),
            "count_low": Column(pl.Int64, N_("Lowest count possible"), False, low=0),
            "count_high": Column(pl.Int64, N_("Highest count possible"), False, low=0),
            "precision": Column(pl.String, N_("How the count is known"), True, "precision"),
            "disclosure": Column(pl.String, N_("Whether it may be shown"), True, "disclosure"),
        },
        references=(TO_PROCESS,),
        rules=(
            Rule("count", N_("a cell has a count, or bounds where it is bounded"), COUNTED),
            Rule(
                "count_high",
                N_("the highest count is not under the lowest"),
                pl.col("count_high") >= pl.col("count_low"),
            ),
        ),
    ),
    dated(
        "coverage_statements",
        N_("What was published"),
        N_("How complete what was published is, by process or register."),
        {"statement_id": Column(pl.String, N_("Our own number of the statement"))},
        ANY_PLAN
        | {
            "process_id": Column(pl.String, N_("Process it speaks of"), False),
            "subject": Column(pl.String, N_("What it speaks of"), True, "coverage_subject"),
            "detail": Column(pl.String, N_("Dimension, or kind of event"), False),
            "completeness": Column(pl.String, N_("How complete it is"), True, "completeness"),
            "known_count": Column(pl.Int64, N_("How many are known"), False, low=0),
            "total_count": Column(pl.Int64, N_("Of how many"), False, low=0),
            "note_es": Column(pl.String, N_("What else is known, Spanish"), False),
            "note_en": Column(pl.String, N_("What else is known, English"), False),
        },
        references=(TO_PLAN, TO_PROCESS),
        rules=(
            Rule(
                "known_count",
                N_("no more are known than there are"),
                pl.col("known_count") <= pl.col("total_count"),
            ),
        ),
    ),
    Table(
        "population",
        N_("Population"),
        N_("Census of 2010 and 2022; an empty dimension is summed over."),
        ("census_year", "province_code", "sex", "age", "ethnicity"),
        {
            "census_year": Column(pl.Int64, N_("Year of the census"), low=1950, high=2100),
            "province_code": DIMENSIONS["province_code"],
            "sex": DIMENSIONS["sex"],
            "age": Column(
                pl.Int64, N_("Age in years; empty is summed over"), False, low=0, high=130
            ),
            "ethnicity": DIMENSIONS["ethnicity"],
            "people": Column(pl.Int64, N_("People counted"), low=0),
        }
        | LOCATED,
        (TO_SOURCE,),
    ),
    dated(
        "proposals",
        N_("Proposals"),
        N_("Integrated proposals of the co-creation, and what became of each."),
        OF_PLAN | {"proposal_id": Column(pl.String, N_("Number of the proposal"))},
        {
            "title_es": Column(pl.String, N_("Title in Spanish")),
            "title_en": Column(pl.String, N_("Title in English"), False),
            "category_no": Column(pl.Int64, N_("Category it was put in"), False, low=1, high=4),
            "reason_es": Column(pl.String, N_("Reason in Spanish"), False),
            "reason_en": Column(pl.String, N_("Reason in English"), False),
            "outcome": Column(pl.String, N_("What became of it"), False, "proposal_outcome"),
            "institution_id": Column(pl.String, N_("Institution it was sent to"), False),
            "commitment_no": Column(pl.Int64, N_("Commitment it became"), False, low=1),
            "citizen_codes": Column(
                pl.String, N_("Codes given to the citizens' proposals in it, separated by ;"), False
            ),
        },
        references=(TO_PLAN, TO_COMMITMENT, TO_INSTITUTION),
    ),
)

"""Tables of where: provinces, cantons, and where people came from and what they said."""

import polars as pl

from data.contracts.columns import LOCATED, TO_SOURCE, Column, Reference, Table, dated
from language import marked as N_

TO_EVENT = Reference(("event_id",), "events")
TO_PROVINCE = Reference(("province_code",), "provinces")
POINT = {
    "lat": Column(pl.Decimal(9, 6), N_("Latitude"), False, low=-6, high=2),
    "lon": Column(pl.Decimal(9, 6), N_("Longitude"), False, low=-93, high=-75),
}
EVENT = {"event_id": Column(pl.String, N_("Event it belongs to"))}

TERRITORY = (
    Table(
        "provinces",
        N_("Provinces"),
        N_("The 24 provinces with their codes, region and planning zones as printed."),
        ("province_code",),
        {
            "province_code": Column(pl.String, N_("INEC's code")),
            "iso_code": Column(pl.String, N_("ISO 3166-2 code")),
            "name_es": Column(pl.String, N_("Official name")),
            "region": Column(pl.String, N_("Natural region"), True, "region"),
            "planning_zones": Column(pl.String, N_("Planning zones as printed"), False),
            "capital": Column(pl.String, N_("Capital")),
            "capital_lat": Column(pl.Decimal(9, 6), N_("Latitude of the capital"), low=-6, high=2),
            "capital_lon": Column(
                pl.Decimal(9, 6), N_("Longitude of the capital"), low=-93, high=-75
            ),
        }
        | LOCATED,
        (TO_SOURCE,),
    ),
    Table(
        "cantons",
        N_("Cantons"),
        N_("Cantons with their province, planning zone and the point of their main town."),
        ("canton_code",),
        {
            "canton_code": Column(pl.String, N_("INEC's code")),
            "name_es": Column(pl.String, N_("Official name")),
            "province_code": Column(pl.String, N_("Province it lies in")),
            "planning_zone": Column(pl.String, N_("Planning zone"), False),
            "place_lat": POINT["lat"],
            "place_lon": POINT["lon"],
        }
        | LOCATED,
        (TO_SOURCE, TO_PROVINCE),
    ),
    dated(
        "event_origins",
        N_("Where people came from"),
        N_("Home cities of those who attended an event, where its document gives them."),
        EVENT | {"city": Column(pl.String, N_("City as printed"))},
        {
            "province_code": Column(pl.String, N_("Province, INEC's code"), False),
            **POINT,
            "point_precision": Column(
                pl.String, N_("What the point stands for"), False, "point_precision"
            ),
            "attendees": Column(pl.Int64, N_("People from there"), False, low=0),
        },
        references=(TO_EVENT, TO_PROVINCE),
    ),
    dated(
        "event_findings",
        N_("What people said"),
        N_("What people said in an event, question by question, in our own words."),
        EVENT | {"finding_no": Column(pl.Int64, N_("Number within the event"), low=1)},
        {
            "question_es": Column(pl.String, N_("Question in Spanish"), False),
            "question_en": Column(pl.String, N_("Question in English"), False),
            "finding_es": Column(pl.String, N_("What was said, Spanish")),
            "finding_en": Column(pl.String, N_("What was said, English")),
        },
        references=(TO_EVENT,),
    ),
)

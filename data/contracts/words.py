"""Tables that every snapshot holds whole: what codes are called and which documents there are."""

import polars as pl

from data.contracts.columns import LOCATED, PRECISION, TO_SOURCE, Column, Table
from language import marked as N_

WORDS = (
    Table(
        "sources",
        N_("Documents"),
        N_("Documents that a reader can find."),
        ("source_id",),
        {
            "source_id": Column(pl.String, N_("Short name of the document")),
            "title": Column(pl.String, N_("Title as printed; in square brackets where it is ours")),
            "publisher": Column(pl.String, N_("Who published it")),
            "published_on": Column(pl.Date, N_("Date printed in it"), False),
        }
        | PRECISION
        | {
            "consulted_on": Column(pl.Date, N_("Day it was consulted"), False),
            "language": Column(pl.String, N_("Its languages, separated by ;")),
            "url": Column(pl.String, N_("Address"), False),
            "licence": Column(pl.String, N_("Licence under which it is published"), False),
        },
    ),
    Table(
        "codes",
        N_("Codes"),
        N_("What people call each code of the other tables."),
        ("scheme", "code"),
        {
            "scheme": Column(pl.String, N_("List the code belongs to")),
            "code": Column(pl.String, N_("Code as stored in the other tables")),
            "label_es": Column(pl.String, N_("Name in Spanish")),
            "label_en": Column(pl.String, N_("Name in English")),
            "definition_es": Column(pl.String, N_("Meaning in Spanish"), False),
            "definition_en": Column(pl.String, N_("Meaning in English"), False),
            "sort_order": Column(pl.Int64, N_("Place in its list"), low=0),
            "group_code": Column(pl.String, N_("Wider group it belongs to"), False),
        }
        | {
            "source_id": Column(pl.String, N_("Document the list comes from, if not ours"), False),
            "locator": Column(pl.String, N_("Page or section of that document"), False),
            "also_in": LOCATED["also_in"],
        },
        (TO_SOURCE,),
    ),
)

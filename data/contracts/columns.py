"""The parts of a contract, and the columns that many tables share.

`about` texts are message ids: `language` turns them into the reader's words.
"""

from dataclasses import dataclass, field

import polars as pl

from language import marked as N_

PERCENT = pl.Int64  # whole percents, as the forms ask for them
PRINTED = pl.Decimal(8, 2)  # what somebody else printed, at the precision they printed


@dataclass(frozen=True)
class Column:
    """Type and meaning of a column; `scheme` names the code list its values come from."""

    dtype: pl.DataType | type[pl.DataType]
    about: str
    required: bool = True
    scheme: str = ""
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Reference:
    """Values of `columns` must be found in the columns of the same meaning of another table."""

    columns: tuple[str, ...]
    table: str
    found_in: tuple[str, ...] = ()
    unless_zero: str = ""  # this column says "not a reference" with a 0


@dataclass(frozen=True)
class Rule:
    """A condition each row must keep; null passes, since the unknown breaks no rule."""

    column: str
    about: str
    holds: pl.Expr


@dataclass(frozen=True)
class Table:
    name: str
    title: str
    about: str
    key: tuple[str, ...]
    columns: dict[str, Column]
    references: tuple[Reference, ...] = ()
    rules: tuple[Rule, ...] = field(default=())

    @property
    def is_dated(self) -> bool:
        """Whether its rows enter a snapshot by the day they became known."""
        return "known_on" in self.columns


PLAN = {"plan_id": Column(pl.String, N_("Plan it belongs to"))}
COMMITMENT = PLAN | {
    "commitment_no": Column(pl.Int64, N_("Number of the commitment in its plan"), low=1)
}
MILESTONE = COMMITMENT | {
    "milestone_no": Column(pl.Int64, N_("Number of the milestone in its commitment"), low=1)
}
TITLE = {
    "title_es": Column(pl.String, N_("Title in Spanish"), required=False),
    "title_en": Column(pl.String, N_("Title in English"), required=False),
}
DATES = {
    "starts_on": Column(pl.Date, N_("First day"), required=False),
    "ends_on": Column(pl.Date, N_("Last day"), required=False),
}
PRECISION = {
    "date_precision": Column(
        pl.String, N_("Whether the date is known by day, month or year"), False, "date_precision"
    )
}
LOCATED = {
    "source_id": Column(pl.String, N_("Document that states the row")),
    "locator": Column(pl.String, N_("Page, section or form row of that document")),
    "also_in": Column(pl.String, N_("Other documents that state it, separated by ;"), False),
}
KNOWN = {
    "known_on": Column(pl.Date, N_("Day on which the fact became public")),
    "superseded_on": Column(pl.Date, N_("Day from which the fact no longer holds"), False),
}
ORIGIN = LOCATED | KNOWN

TO_SOURCE = Reference(("source_id",), "sources")
TO_PLAN = Reference(("plan_id",), "plans")
TO_COMMITMENT = Reference(("plan_id", "commitment_no"), "commitments")
TO_MILESTONE = Reference(("plan_id", "commitment_no", "milestone_no"), "milestones")
TO_INSTITUTION = Reference(("institution_id",), "institutions")

ENDS_AFTER_START = Rule(
    "ends_on",
    N_("the end is not before the start"),
    pl.col("ends_on") >= pl.col("starts_on"),
)
SUPERSEDED_AFTER_KNOWN = Rule(
    "superseded_on",
    N_("a fact stops holding after it became known"),
    pl.col("superseded_on") > pl.col("known_on"),
)


def dated(
    name: str,
    title: str,
    about: str,
    key: dict[str, Column],
    columns: dict[str, Column],
    references: tuple[Reference, ...] = (),
    rules: tuple[Rule, ...] = (),
) -> Table:
    """A table of facts: each row with its document and the days on which it became known."""
    return Table(
        name,
        title,
        about,
        tuple(key),
        key | columns | ORIGIN,
        (TO_SOURCE, *references),
        (SUPERSEDED_AFTER_KNOWN, *rules),
    )

"""The groups of one dimension of a process beside the census: intervals and what they allow."""

from dataclasses import dataclass

import polars as pl

from data.published import Snapshot
from language import Language
from queries.participation import census_shares, dimensions_published, participation_cells
from readings.ratio import FEWER, MORE, Ratio, interval, ratio

SUPPRESSED, NOT_STATED, PEOPLE = "suppressed", "not_stated", "people"


@dataclass(frozen=True)
class Group:
    """A row of the breakdown; percents as numbers, none where they are not known."""

    row: dict
    label: str
    share: float | None
    low: float | None
    high: float | None
    census: float | None
    ratio: Ratio | None

    @property
    def is_withheld(self) -> bool:
        return self.row["disclosure"] == SUPPRESSED

    @property
    def is_comparable(self) -> bool:
        """Whether it stands for itself, rather than inside another group."""
        inside_another = self.row["census_group"] and not self.row["is_compared"]
        return self.row["code"] != NOT_STATED and not inside_another


@dataclass(frozen=True)
class Breakdown:
    """One published dimension of a process with its groups, and the rows behind them."""

    dimension: dict
    groups: tuple[Group, ...]
    rows: pl.DataFrame

    @property
    def measure(self) -> str:
        return self.groups[0].row["measure"]

    @property
    def has_census(self) -> bool:
        return any(group.census is not None for group in self.groups)

    @property
    def decimals(self) -> int:
        """Decimals of the shares: those that were printed, or one."""
        printed = [group.row["printed_decimals"] for group in self.groups]
        return max((count for count in printed if count is not None), default=1)

    def said(self, word: str) -> list[Group]:
        """Groups of which the word holds, the farthest from the census first."""
        found = [group for group in self.groups if group.ratio and group.ratio.word == word]
        return sorted(found, key=lambda group: group.ratio.value, reverse=word == MORE)

    @property
    def farthest_below(self) -> Group | None:
        return next(iter(self.said(FEWER)), None)


def published(
    snapshot: Snapshot, plan_id: str, process_id: str, language: Language
) -> tuple[Breakdown, ...]:
    """Every published dimension of the process, those of few groups first."""
    rows = dimensions_published(snapshot, plan_id).filter(
        pl.col("process_id") == process_id, pl.col("cells") > 0
    )
    return tuple(
        breakdown(snapshot, process_id, row, language)
        for row in rows.sort("cells", maintain_order=True).to_dicts()
    )


def breakdown(snapshot: Snapshot, process_id: str, row: dict, language: Language) -> Breakdown:
    """One dimension, a row of `dimensions_published`, with its groups beside the census."""
    rows = participation_cells(snapshot, process_id, row["dimension"])
    census = census_shares(snapshot, row["dimension"])
    joined = rows.join(census, on="census_group", how="left", suffix="_census")
    groups = tuple(_group(each, language) for each in joined.to_dicts())
    if row["dimension"] == "province":  # the code says nothing to a reader, the share does
        groups = tuple(sorted(groups, key=_by_share))
    return Breakdown(row, groups, _downloadable(joined, groups))


def _by_share(group: Group) -> tuple[bool, float]:
    return group.row["code"] == NOT_STATED, -(group.share or 0)


def _group(row: dict, language: Language) -> Group:
    label = language.text(row, "label") or language.gettext("Not stated")
    bounds = None
    counts = [row[name] for name in ("count_low", "count_high", "stated_low", "stated_high")]
    if row["code"] != NOT_STATED and None not in counts:
        bounds = interval(*counts)
    share = None if row["share"] is None else float(row["share"])
    low, high = (100 * bounds[0], 100 * bounds[1]) if bounds else (None, None)
    census = float(row["share_2022"]) if row["is_compared"] and row["share_2022"] else None
    found = None
    if share is not None and bounds and row["disclosure"] != SUPPRESSED:
        found = ratio(share, low, high, census, row["count_low"], row["stated_low"])
    return Group(row, label, share, low, high, census, found)


def _downloadable(joined: pl.DataFrame, groups: tuple[Group, ...]) -> pl.DataFrame:
    """The rows of both questions with the interval, the ratio and the verdict as codes."""
    computed = pl.DataFrame(
        {
            "code": [group.row["code"] for group in groups],
            "share_low": [_rounded(group.low) for group in groups],
            "share_high": [_rounded(group.high) for group in groups],
            "ratio": [group.ratio and _rounded(group.ratio.value) for group in groups],
            "ratio_low": [group.ratio and _rounded(group.ratio.low) for group in groups],
            "ratio_high": [group.ratio and _rounded(group.ratio.high) for group in groups],
            "verdict": [group.ratio and group.ratio.word for group in groups],
        },
        schema_overrides=dict.fromkeys(
            ("share_low", "share_high", "ratio", "ratio_low", "ratio_high"), pl.Float64
        )
        | {"verdict": pl.String},
    )
    both = pl.when(pl.col("sources_census").is_null()).then("sources").otherwise(
        pl.concat_list("sources", "sources_census")
    )  # fmt: skip
    rows = joined.with_columns(sources=both).drop("sources_census")
    return rows.join(computed, on="code", how="left", maintain_order="left")


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

"""What the rows of participation and events must keep together: sums, bases, places."""

from collections.abc import Mapping

import polars as pl

from data.contracts.participation import DIMENSIONS
from data.problems import Problem
from data.read import LINE
from language import marked as N_

FARTHEST_KM = 80  # of a point from the nearest town of its province; no province is wider empty
KM_PER_DEGREE = 111
SUM = N_("the percents of this dimension add up to {allowed}, which rounding does not explain")
OVER_BASE = N_("the count is over the base of its process, {allowed}")
FAR = N_("the point lies {allowed} from the nearest town of its province")
NOT_A_PROVINCE = N_("it is not in {allowed}")


def problems(frames: Mapping[str, pl.DataFrame]) -> list[Problem]:
    """Breaches that no single row shows; tables that are not given are left out."""
    found = []
    if {"participation", "processes"} <= frames.keys():
        found += _over_base(frames["participation"], frames["processes"])
        found += _sums(frames["participation"], frames["processes"])
    if "provinces" in frames:
        found += _unknown_provinces(frames)
    if {"events", "cantons"} <= frames.keys():
        found += _far_points(frames["events"], frames["cantons"])
    return found


def _with_base(cells: pl.DataFrame, processes: pl.DataFrame) -> pl.DataFrame:
    bases = processes.group_by("process_id").agg(base=pl.col("base_count").max())
    return cells.join(bases, on="process_id", how="left")


def _over_base(cells: pl.DataFrame, processes: pl.DataFrame) -> list[Problem]:
    counted = pl.coalesce("count", "printed_count", "count_low")
    rows = _with_base(cells, processes).filter(counted > pl.col("base"))
    return [
        Problem("participation.csv", line, "count", str(count), OVER_BASE, str(base))
        for line, count, base in rows.select(LINE, counted.alias("count"), "base").iter_rows()
    ]


def _sums(cells: pl.DataFrame, processes: pl.DataFrame) -> list[Problem]:
    """One-way distributions whose shares exceed the whole by more than their rounding."""
    share = pl.coalesce("printed_percent", 100 * pl.col("count") / pl.col("base"))
    rounding = 0.5 * 10.0 ** -pl.col("printed_decimals").fill_null(2)
    one_way = pl.sum_horizontal(pl.col(name).is_not_null() for name in DIMENSIONS) == 1
    rows = _with_base(cells, processes).filter(one_way)
    found = []
    for name in DIMENSIONS:
        sums = (
            rows.drop_nulls(name)
            .with_columns(share=share.cast(pl.Float64), rounding=rounding)
            .group_by("process_id", maintain_order=True)
            .agg(pl.col(LINE).min(), pl.col("share").sum(), pl.col("rounding").sum())
            .filter(pl.col("share") > 100 + pl.col("rounding") + 1e-9)
        )
        found += [
            Problem("participation.csv", line, name, process, SUM, f"{total:.2f} %")
            for process, line, total in sums.select("process_id", LINE, "share").iter_rows()
        ]
    return found


def _unknown_provinces(frames: Mapping[str, pl.DataFrame]) -> list[Problem]:
    known = [*frames["provinces"]["province_code"].to_list(), "not_stated"]
    return [
        Problem(f"{name}.csv", line, "province_code", code, NOT_A_PROVINCE, "provinces.csv")
        for name in ("participation", "population", "events")
        if name in frames
        for line, code in frames[name]
        .filter(pl.col("province_code").is_not_null(), ~pl.col("province_code").is_in(known))
        .select(LINE, "province_code")
        .iter_rows()
    ]


def _far_points(events: pl.DataFrame, cantons: pl.DataFrame) -> list[Problem]:
    towns = cantons.drop_nulls(["place_lat", "place_lon"]).select(
        "province_code", "place_lat", "place_lon"
    )
    degrees = (
        (pl.col("lat") - pl.col("place_lat")).cast(pl.Float64) ** 2
        + (pl.col("lon") - pl.col("place_lon")).cast(pl.Float64) ** 2
    ).sqrt()
    far = (
        events.drop_nulls(["lat", "lon", "province_code"])
        .join(towns, on="province_code")
        .with_columns(km=degrees * KM_PER_DEGREE)
        .group_by(LINE, "lat", "lon", maintain_order=True)
        .agg(pl.col("km").min())
        .filter(pl.col("km") > FARTHEST_KM)
    )
    return [
        Problem("events.csv", line, "lat, lon", f"{lat}, {lon}", FAR, f"{km:.0f} km")
        for line, lat, lon, km in far.iter_rows()
    ]

"""Check the source tables against their contracts: rows by pandera, what spans rows by polars."""

from collections.abc import Mapping

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from data.contracts import TABLES, Column, Reference, Table
from data.problems import Problem
from data.read import LINE
from language import marked as N_

REQUIRED = N_("it is required")
NOT_A_CODE = N_("it is not one of: {allowed}")
REPEATED = N_("the key is repeated while another row with it still holds")
DANGLING = N_("it is not in {allowed}")
RANGE = N_("it must lie {allowed}")


Codes = Mapping[str, list[str]]  # scheme to its codes


def problems(frames: Mapping[str, pl.DataFrame]) -> list[Problem]:
    """Every breach in the tables given; an empty list means valid.

    What refers to a table that is not given cannot be checked and is left out.
    """
    codes = frames["codes"].group_by("scheme").agg("code").rows() if "codes" in frames else None
    found = []
    for name, frame in frames.items():
        table = TABLES[name]
        found += _rows(table, frame, None if codes is None else dict(codes))
        found += _repeated(table, frame)
        for reference in table.references:
            if reference.table in frames:
                found += _dangling(table, frame, reference, frames[reference.table])
    return found + (_unknown_sources(frames) if "sources" in frames else [])


def _rows(table: Table, frame: pl.DataFrame, codes: Codes | None) -> list[Problem]:
    """Breaches that a row shows by itself, found by pandera, all at once."""
    schema = pa.DataFrameSchema(
        {name: _column(column, codes) for name, column in table.columns.items()},
        checks=[
            pa.Check(lambda data, holds=rule.holds: data.lazyframe.select(holds.fill_null(True)),
                     error=str(number))
            for number, rule in enumerate(table.rules)
        ],
    )  # fmt: skip
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        return [_problem(table, frame, failure, codes) for failure in _failures(errors)]
    return []


def _failures(errors: SchemaErrors) -> list[dict]:
    return errors.failure_cases.select("schema_context", "column", "check", "index").to_dicts()


def _column(column: Column, codes: Codes | None) -> pa.Column:
    checks = []
    if column.scheme and codes is not None:
        checks.append(pa.Check.isin(codes.get(column.scheme, []), error="scheme"))
    if column.low is not None:
        checks.append(pa.Check.ge(column.low, error="range"))
    if column.high is not None:
        checks.append(pa.Check.le(column.high, error="range"))
    return pa.Column(column.dtype, checks=checks, nullable=not column.required)


def _problem(table: Table, frame: pl.DataFrame, failure: dict, codes: Codes | None) -> Problem:
    name, check, row = failure["column"], failure["check"], frame.row(failure["index"], named=True)
    allowed = ""
    if name is None:  # a rule of the whole row
        rule = table.rules[int(check)]
        name, about = rule.column, rule.about
    elif check == "scheme":
        about, allowed = NOT_A_CODE, ", ".join((codes or {}).get(table.columns[name].scheme, []))
    elif check == "range":
        about, allowed = RANGE, _range(table.columns[name])
    else:
        about = REQUIRED
    value = "" if row[name] is None else str(row[name])
    return Problem(f"{table.name}.csv", row[LINE], name, value, about, allowed)


def _range(column: Column) -> str:
    return f"≥ {column.low}" if column.high is None else f"{column.low} – {column.high}"


def _repeated(table: Table, frame: pl.DataFrame) -> list[Problem]:
    """Rows of the same key of which two hold on one day."""
    if table.is_dated:
        ends = pl.col("superseded_on").shift(1).over(table.key)
        is_second = pl.int_range(pl.len()).over(table.key) > 0
        overlaps = is_second & (ends.is_null() | (ends > pl.col("known_on")))
        frame = frame.sort(*table.key, "known_on", LINE).filter(overlaps)
    else:
        frame = frame.filter(~pl.struct(table.key).is_first_distinct())
    return [
        Problem(
            f"{table.name}.csv", row[LINE], ", ".join(table.key), _said(row, table.key), REPEATED
        )
        for row in frame.to_dicts()
    ]


def _dangling(
    table: Table, frame: pl.DataFrame, reference: Reference, target: pl.DataFrame
) -> list[Problem]:
    """Rows that name something the other table does not have."""
    found_in = list(reference.found_in or reference.columns)
    named = frame.drop_nulls(list(reference.columns))
    if reference.unless_zero:
        named = named.filter(pl.col(reference.unless_zero) != 0)
    lost = named.join(
        target.select(found_in).unique(), how="anti", left_on=reference.columns, right_on=found_in
    )
    return [
        Problem(f"{table.name}.csv", row[LINE], ", ".join(reference.columns),
                _said(row, reference.columns), DANGLING, f"{reference.table}.csv")
        for row in lost.to_dicts()
    ]  # fmt: skip


def _unknown_sources(frames: Mapping[str, pl.DataFrame]) -> list[Problem]:
    """`also_in` holds several documents in one cell, so it is looked up by itself."""
    known = frames["sources"]["source_id"]
    found = []
    for name, frame in frames.items():
        if "also_in" not in frame.columns:
            continue
        named = frame.select(LINE, pl.col("also_in").str.split(";")).explode("also_in").drop_nulls()
        lost = named.filter(~pl.col("also_in").is_in(known.to_list()))
        found += [
            Problem(f"{name}.csv", line, "also_in", value or ";", DANGLING, "sources.csv")
            for line, value in lost.iter_rows()
        ]
    return found


def _said(row: dict, columns: tuple[str, ...]) -> str:
    return ", ".join("" if row[name] is None else str(row[name]) for name in columns)

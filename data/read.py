"""Read a source file into typed columns; what cannot be read is a problem, never a null."""

import csv
import io
from pathlib import Path

import polars as pl

from data.contracts import Column, Table
from data.problems import Problem
from language import marked as N_

LINE = "line_no"  # where the row stands in its file; the header is line 1
BOM = "\ufeff"


def read_source(table: Table, folder: Path) -> tuple[pl.DataFrame, list[Problem]]:
    """<table>.csv with the contract's columns and types, each row with its line, and its problems.

    With a problem of form (encoding, header, missing file) the frame comes back empty.
    """
    path = folder / f"{table.name}.csv"
    rows, problems = _rows(table, path)
    texts = pl.DataFrame(rows, dict.fromkeys(table.columns, pl.String) | {LINE: pl.Int64})
    typed = texts.select(
        LINE, *(_cast(pl.col(name), column).alias(name) for name, column in table.columns.items())
    )
    for name, column in table.columns.items():
        unread = texts[name].is_not_null() & typed[name].is_null()
        problems += [
            Problem(path.name, line, name, value, _type_rule(column))
            for line, value in texts.filter(unread).select(LINE, name).iter_rows()
        ]
    return typed, problems


def _rows(table: Table, path: Path) -> tuple[list[dict], list[Problem]]:
    if not path.is_file():
        return [], [Problem(path.name, None, "", "", N_("the file is missing"))]
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = f"0x{error.object[error.start]:02X}"
        return [], [Problem(path.name, line, "", byte, N_("the file is not written in UTF-8"))]
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return [], [Problem(path.name, line, "", "0x00", N_("the file holds a null byte"))]
    if text.startswith(BOM):
        rule = N_("the file begins with a byte order mark; save it as UTF-8 without it")
        return [], [Problem(path.name, 1, "", "", rule)]
    return _records(table, path, csv.reader(io.StringIO(text, newline=""), strict=True))


def _records(table: Table, path: Path, reader) -> tuple[list[dict], list[Problem]]:
    rows, problems, start = [], [], 1
    try:
        header = next(reader, [])
        problems += _header(table, path, header)
        while True:
            start = reader.line_num + 1  # a cell may run over several lines
            cells = next(reader, None)
            if cells is None:
                break
            if len(cells) == len(header):
                named = dict(zip(header, (cell.strip() or None for cell in cells), strict=True))
                rows.append(named | {LINE: start})
            elif cells:
                rule = N_("the row has another number of cells than the header")
                problems.append(Problem(path.name, start, "", str(len(cells)), rule))
    except csv.Error:
        rule = N_("a quotation mark is opened and not closed, or stands inside a cell")
        problems.append(Problem(path.name, start, "", "", rule))
    return ([], problems) if problems else (rows, [])


def _header(table: Table, path: Path, header: list[str]) -> list[Problem]:
    missing = [name for name in table.columns if name not in header]
    surplus = [name for name in header if name not in table.columns]
    twice = sorted({name for name in header if header.count(name) > 1})
    return [
        Problem(path.name, 1, name, "", rule)
        for names, rule in (
            (missing, N_("the column is missing")),
            (surplus, N_("the contract has no such column")),
            (twice, N_("the column appears twice")),
        )
        for name in names
    ]


def _cast(text: pl.Expr, column: Column) -> pl.Expr:
    """Typed, and null where the text is not written exactly as the contract asks for."""
    if column.dtype == pl.Date:
        written = pl.when(text.str.contains(r"^\d{4}-\d{2}-\d{2}$")).then(text)
        return written.str.to_date("%Y-%m-%d", strict=False)
    if column.dtype == pl.Boolean:
        return text.replace_strict({"true": True, "false": False}, default=None)
    if isinstance(column.dtype, pl.Decimal):  # a cast would round what is beyond the scale
        decimals = rf"^-?\d+(\.\d{{1,{column.dtype.scale}}})?$"
        text = pl.when(text.str.contains(decimals)).then(text)
    return text.cast(column.dtype, strict=False)


def _type_rule(column: Column) -> str:
    if column.dtype == pl.Date:
        return N_("it is not a date written YYYY-MM-DD")
    if column.dtype == pl.Boolean:
        return N_("it is neither true nor false")
    return N_("it is not a number as the contract asks for")

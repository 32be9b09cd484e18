"""Turn the edited sources into what was known on a day: python -m data.curate --corte 2021-10-22"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from data import check, check_participation, package, published
from data.contracts import TABLES, Table
from data.problems import SourcesRefused
from data.read import LINE, read_source
from language import FIRST, Language

SOURCES = Path(__file__).parent / "sources"
CITING = {"source_id", "source_a", "source_b", "also_in"}  # columns that name documents


class CutOffRefused(ValueError):
    """The name is no cut-off's, or a revision lacks its base or its reason."""


def read_sources(folder: Path = SOURCES) -> dict[str, pl.DataFrame]:
    """Every source table, valid; raises SourcesRefused with all problems at once."""
    frames, whole, found = {}, {}, []
    for name, table in TABLES.items():
        frames[name], problems = read_source(table, folder)
        found += problems
        if not problems:  # what could not be read would be told again as missing
            whole[name] = frames[name]
    found += check.problems(whole) + check_participation.problems(whole)
    if found:
        raise SourcesRefused(found)
    return frames


def curate(
    name: str, sources: Path = SOURCES, snapshots: Path | None = None, reason: str = ""
) -> tuple[Path, bool]:
    """Write the snapshot `name`; its folder, and whether it is new.

    Nothing is half-written: the folder appears complete or not at all. A published folder is never
    changed; building it again must give the same bytes, else FileExistsError. Raises CutOffRefused
    where the name does not say a day, and SourcesRefused where the sources break rules.
    """
    target = (snapshots or published.SNAPSHOTS) / name
    snapshot = published.named(target)
    if snapshot is None or Path(name).name != name:
        raise CutOffRefused(name)
    corrects = _corrected(snapshot) if snapshot.revision else ""
    if bool(reason.strip()) != bool(snapshot.revision) or bool(corrects) != bool(snapshot.revision):
        raise CutOffRefused(name)
    frames = read_sources(sources)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=target.parent))
    try:
        later = frames["sources"].filter(pl.col("published_on") > snapshot.cut_off)["source_id"]
        tables = {
            name: known(TABLES[name], frame, snapshot.cut_off, later)
            for name, frame in frames.items()
        }
        tables["sources"] = cited(tables)
        for table_name, rows in tables.items():
            rows.write_parquet(draft / f"{table_name}.parquet", compression="zstd")
        package.write(draft, snapshot.cut_off, corrects, reason.strip())
        if target.exists():
            if _contents(draft) != _contents(target):
                raise FileExistsError(target)
            return target, False
        draft.chmod(0o755)
        os.rename(draft, target)
        return target, True
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def known(table: Table, frame: pl.DataFrame, cut_off: date, later: pl.Series) -> pl.DataFrame:
    """What was known on the day, and nothing learnt later: not even that a row would end.

    `later` are the documents published after it, which no row can be confirmed by.
    """
    rows = frame.drop(LINE)
    if table.is_dated:
        holds = pl.col("superseded_on").is_null() | (pl.col("superseded_on") > cut_off)
        rows = rows.filter(pl.col("known_on") <= cut_off, holds)
        there = pl.element().filter(~pl.element().is_in(later.implode()))
        also_in = pl.col("also_in").str.split(";").list.eval(there).list.join(";").replace("", None)
        rows = rows.with_columns(superseded_on=pl.lit(None, pl.Date), also_in=also_in)
    return rows.sort(table.key)


def cited(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The documents on which a row of the snapshot rests; others may not have been there yet."""
    stated = [
        rows[name].drop_nulls().str.split(";").explode()
        for table_name, rows in tables.items()
        if table_name != "sources"
        for name in CITING & set(rows.columns)
    ]
    return tables["sources"].filter(pl.col("source_id").is_in(pl.concat(stated).implode()))


def _corrected(revision: published.Snapshot) -> str:
    """The name of the publication that a revision follows; empty where it is not there."""
    before = revision.revision - 1
    name = f"{revision.cut_off}.{before}" if before else revision.cut_off.isoformat()
    return name if (revision.folder.parent / name).is_dir() else ""


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def main(arguments: list[str] | None = None) -> int:
    language = Language(FIRST)
    _ = language.gettext
    parser = argparse.ArgumentParser("python -m data.curate", description=_("Build a snapshot."))
    parser.add_argument("--corte", required=True, help=_("the day, or day.revision"))
    parser.add_argument(
        "--salida", type=Path, help=_("folder to build in, if not the published one")
    )
    parser.add_argument("--fuentes", type=Path, default=SOURCES, help=_("folder of the sources"))
    parser.add_argument("--motivo", default="", help=_("what a revision corrects, and why"))
    asked = parser.parse_args(arguments)
    try:
        folder, is_new = curate(asked.corte, asked.fuentes, asked.salida, asked.motivo)
    except SourcesRefused as refused:
        print(refused.said(language), file=sys.stderr)
        return 1
    except FileExistsError as error:
        rule = _("{folder} is already published with other content; publish a revision instead.")
        print(rule.format(folder=error.args[0]), file=sys.stderr)
        return 1
    except CutOffRefused:
        rule = _(
            "--corte takes YYYY-MM-DD, or YYYY-MM-DD.N of a cut-off that is published, together"
            " with --motivo."
        )
        print(rule, file=sys.stderr)
        return 2
    said = (
        _("{folder}: written.") if is_new else _("{folder}: already there, byte by byte the same.")
    )
    print(said.format(folder=folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())

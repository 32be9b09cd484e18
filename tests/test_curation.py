"""What editors get wrong is told, all at once; what they get right is written whole or not at all."""

import csv
import json
import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from data import curate
from data.contracts import TABLES, Column
from data.read import LINE
from tests.conftest import drawn

CUT_OFF = "2021-10-22"
NAME = "Nombre inventado,{institution},nap1-2019,p. 1,,{known_on},{superseded_on}"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the real sources, to be broken."""
    return Path(shutil.copytree(curate.SOURCES, tmp_path / "fuentes"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "salida").mkdir()
    return tmp_path / "salida"


def build(sources: Path, out: Path, cut_off: str = CUT_OFF, reason: str = "") -> int:
    asked = ["--corte", cut_off, "--fuentes", str(sources), "--salida", str(out)]
    return curate.main(asked + (["--motivo", reason] if reason else []))


def rewritten(sources: Path, table: str, change: Callable[[list[list[str]]], object]) -> None:
    path = sources / f"{table}.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    change(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def edited(sources: Path, table: str, line: int, **cells: str) -> None:
    """Write cells into the row on a line of the file; the header is line 1."""

    def write(rows: list[list[str]]) -> None:
        for column, value in cells.items():
            rows[line - 1][rows[0].index(column)] = value

    rewritten(sources, table, write)


def without(sources: Path, table: str, column: str) -> None:
    def drop(rows: list[list[str]]) -> None:
        place = rows[0].index(column)
        for row in rows:
            del row[place]

    rewritten(sources, table, drop)


def widened(sources: Path, table: str, column: str) -> None:
    def add(rows: list[list[str]]) -> None:
        for number, row in enumerate(rows):
            row.append("" if number else column)

    rewritten(sources, table, add)


def appended(sources: Path, table: str, *rows: str, encoding: str = "utf-8") -> None:
    with (sources / f"{table}.csv").open("ab") as file:
        for row in rows:
            file.write(row.encode(encoding) + b"\n")


def marked_with_bom(sources: Path, table: str) -> None:
    path = sources / f"{table}.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def last_line(sources: Path, table: str) -> int:
    return (sources / f"{table}.csv").read_bytes().count(b"\n")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# What is broken; how; what the editor reads of it. {last} is the last line of institution_names.
BROKEN = [
    (
        "a column is missing",
        lambda s: without(s, "milestones", "number_basis"),
        "milestones.csv, fila 1, columna number_basis: falta la columna",
    ),
    (
        "a column is in no contract",
        lambda s: widened(s, "milestones", "responsable"),
        "milestones.csv, fila 1, columna responsable: el contrato no tiene esa columna",
    ),
    (
        "a column appears twice",
        lambda s: widened(s, "milestones", "title_es"),
        "milestones.csv, fila 1, columna title_es: la columna aparece dos veces",
    ),
    (
        "a date is written day first",
        lambda s: edited(s, "progress_reports", 3, reported_on="31/12/2021"),
        "progress_reports.csv, fila 3, columna reported_on, valor «31/12/2021»: "
        "no es una fecha escrita AAAA-MM-DD",
    ),
    (
        "a date is on no calendar",
        lambda s: edited(s, "progress_reports", 3, reported_on="2021-02-29"),
        "progress_reports.csv, fila 3, columna reported_on, valor «2021-02-29»: "
        "no es una fecha escrita AAAA-MM-DD",
    ),
    (
        "an actor is no known institution",
        lambda s: edited(s, "commitment_actors", 3, institution_id="nadie"),
        "commitment_actors.csv, fila 3, columna institution_id, valor «nadie»: "
        "no está en institutions.csv",
    ),
    (
        "a commitment rests on an unknown document",
        lambda s: edited(s, "commitments", 3, source_id="rumor"),
        "commitments.csv, fila 3, columna source_id, valor «rumor»: no está en sources.csv",
    ),
    (
        "one of the other documents is unknown",
        lambda s: edited(s, "commitments", 3, also_in="fcd-2021;rumor"),
        "commitments.csv, fila 3, columna also_in, valor «rumor»: no está en sources.csv",
    ),
    (
        "a milestone is of a commitment that its plan does not have",
        lambda s: edited(s, "published_figures", 3, commitment_no="99", milestone_no=""),
        "published_figures.csv, fila 3, columna plan_id, commitment_no, valor «paga1, 99»: "
        "no está en commitments.csv",
    ),
    (
        "a report is of a milestone that its commitment does not have",
        lambda s: edited(s, "published_figures", 3, commitment_no="1", milestone_no="99"),
        "published_figures.csv, fila 3, columna plan_id, commitment_no, milestone_no, "
        "valor «paga1, 1, 99»: no está en milestones.csv",
    ),
    (
        "two rows of one name hold on one day",
        lambda s: appended(
            s,
            "institution_names",
            NAME.format(institution="ame", known_on="2019-12-31", superseded_on="2020-12-31"),
            # known the day before the other stops holding
            NAME.format(institution="fcd", known_on="2020-12-30", superseded_on=""),
        ),
        "institution_names.csv, fila {last}, columna name_as_printed, valor «Nombre inventado»: "
        "la clave se repite mientras otra fila con ella sigue vigente",
    ),
    (
        "a row is there twice",
        lambda s: rewritten(s, "codes", lambda rows: rows.insert(2, rows[1])),
        "codes.csv, fila 3, columna scheme, code, valor «date_precision, day»: "
        "la clave se repite mientras otra fila con ella sigue vigente",
    ),
    (
        "a percent is over a hundred",
        lambda s: edited(s, "progress_reports", 3, percent="130"),
        "progress_reports.csv, fila 3, columna percent, valor «130»: debe estar en 0 – 100",
    ),
    (
        "a percent is under zero",
        lambda s: edited(s, "progress_reports", 3, percent="-1"),
        "progress_reports.csv, fila 3, columna percent, valor «-1»: debe estar en 0 – 100",
    ),
    (
        "a percent is written in words",
        lambda s: edited(s, "progress_reports", 3, percent="noventa"),
        "progress_reports.csv, fila 3, columna percent, valor «noventa»: "
        "no es un número como lo pide el contrato",
    ),
    (
        "a printed figure has a decimal comma",
        lambda s: edited(s, "published_figures", 3, printed_value="38,51"),
        "published_figures.csv, fila 3, columna printed_value, valor «38,51»: "
        "no es un número como lo pide el contrato",
    ),
    (
        "a window ends before it starts",
        lambda s: edited(s, "schedules", 3, starts_on="2021-05-01", ends_on="2021-04-30"),
        "schedules.csv, fila 3, columna ends_on, valor «2021-04-30»: "
        "el fin no es anterior al inicio",
    ),
    (
        "a fact stops holding on the day it became known",
        lambda s: edited(
            s, "institution_names", 3, known_on="2020-12-31", superseded_on="2020-12-31"
        ),
        "institution_names.csv, fila 3, columna superseded_on, valor «2020-12-31»: "
        "un hecho deja de regir después de conocerse",
    ),
    (
        "nobody speaks with that voice",
        lambda s: edited(s, "progress_reports", 3, voice="vecinos", institution_id="fcd"),
        "progress_reports.csv, fila 3, columna voice, valor «vecinos»: "
        "no es uno de: lead, counterpart, core_group, document",
    ),
    (
        "a required value is missing",
        lambda s: edited(s, "institution_names", 3, locator=""),
        "institution_names.csv, fila 3, columna locator: es obligatorio",
    ),
    (
        "a value is only spaces",
        lambda s: edited(s, "institution_names", 3, locator="  "),
        "institution_names.csv, fila 3, columna locator: es obligatorio",
    ),
    (
        "a milestone has no title in any language",
        lambda s: edited(s, "milestones", 3, title_es="", title_en=""),
        "milestones.csv, fila 3, columna title_es: un hito tiene título al menos en un idioma",
    ),
    (
        "a cell is written in Latin-1",
        lambda s: appended(s, "institution_names", "Ñandú,fcd,x,x,,,", encoding="latin-1"),
        "institution_names.csv, fila {last}, valor «0xD1»: el archivo no está escrito en UTF-8",
    ),
    (
        "a file begins with a byte order mark",
        lambda s: marked_with_bom(s, "institution_names"),
        "institution_names.csv, fila 1: el archivo empieza con una marca de orden de bytes (BOM); "
        "guárdelo como UTF-8 sin ella",
    ),
    (
        "a quotation mark is not closed",
        lambda s: appended(s, "institution_names", '"Nombre,fcd,nap1-2019,p. 1,,2019-12-31,'),
        "institution_names.csv, fila {last}: "
        "una comilla se abre y no se cierra, o está dentro de una celda",
    ),
    (
        "a row has fewer cells than the header",
        lambda s: appended(s, "institution_names", "Nombre,fcd"),
        "institution_names.csv, fila {last}, valor «2»: "
        "la fila tiene otro número de celdas que el encabezado",
    ),
    (
        "a comma outside quotes makes one cell more",
        lambda s: appended(s, "institution_names", "Uno, dos,fcd,nap1-2019,p. 1,,2019-12-31,"),
        "institution_names.csv, fila {last}, valor «8»: "
        "la fila tiene otro número de celdas que el encabezado",
    ),
    (
        "a file is missing",
        lambda s: (s / "progress_report_sectors.csv").unlink(),
        "progress_report_sectors.csv: falta el archivo",
    ),
    (
        "yes is written in Spanish",
        lambda s: edited(s, "progress_reports", 3, told_late="sí"),
        "progress_reports.csv, fila 3, columna told_late, valor «sí»: no es true ni false",
    ),
    (
        "a report is of the day after it became public",
        lambda s: edited(s, "progress_reports", 3, reported_on="2021-10-23", known_on="2021-10-22"),
        "progress_reports.csv, fila 3, columna reported_on, valor «2021-10-23»: "
        "un reporte no es de un día posterior al día en que se hizo público",
    ),
    (
        "a form names no institution",
        lambda s: edited(s, "progress_reports", 3, voice="lead", institution_id=""),
        "progress_reports.csv, fila 3, columna institution_id: "
        "un formulario nombra la institución que reporta",
    ),
]


@pytest.mark.parametrize(
    "broken, told", [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_mistake_is_told_with_its_place_and_rule_and_nothing_is_written(
    broken, told, sources, out, capsys
):
    broken(sources)
    assert build(sources, out) == 1
    told = told.format(last=last_line(sources, "institution_names"))
    head = "1 problema en las fuentes; no se escribió nada."
    assert capsys.readouterr().err == f"{head}\n{told}\n"
    assert list(out.iterdir()) == []


def test_problems_of_several_files_are_told_at_once_in_the_order_of_the_files(sources, out, capsys):
    edited(sources, "progress_reports", 5, percent="130")
    edited(sources, "progress_reports", 3, percent="-1", told_state="dicho")
    edited(sources, "commitment_actors", 3, institution_id="nadie")
    edited(sources, "milestones", 3, title_kind="")
    assert build(sources, out) == 1
    head, *told = capsys.readouterr().err.splitlines()
    assert head == "5 problemas en las fuentes; no se escribió nada."
    assert [line.partition(":")[0] for line in told] == [
        "commitment_actors.csv, fila 3, columna institution_id, valor «nadie»",
        "milestones.csv, fila 3, columna title_kind",
        "progress_reports.csv, fila 3, columna percent, valor «-1»",
        "progress_reports.csv, fila 3, columna told_state, valor «dicho»",
        "progress_reports.csv, fila 5, columna percent, valor «130»",
    ]
    assert list(out.iterdir()) == []


def test_files_that_cannot_be_read_are_told_at_once(sources, out, capsys):
    (sources / "plans.csv").unlink()
    without(sources, "milestones", "title_kind")
    edited(sources, "progress_reports", 3, percent="noventa", reported_on="ayer")
    assert build(sources, out) == 1
    head, *told = capsys.readouterr().err.splitlines()
    assert head == "4 problemas en las fuentes; no se escribió nada."
    assert [line.partition(":")[0] for line in told] == [
        "milestones.csv, fila 1, columna title_kind",
        "plans.csv",
        "progress_reports.csv, fila 3, columna percent, valor «noventa»",
        "progress_reports.csv, fila 3, columna reported_on, valor «ayer»",
    ]


def test_unreadable_cell_does_not_hide_the_problems_of_other_files(sources, out, capsys):
    edited(sources, "milestones", 3, known_on="31/12/2021")
    edited(sources, "progress_reports", 3, percent="130")
    assert build(sources, out) == 1
    told = capsys.readouterr().err
    assert "«31/12/2021»" in told
    assert "«130»" in told


def test_quotation_mark_is_told_in_the_row_that_opens_it(sources, out, capsys):
    row = '"Nombre,fcd,nap1-2019,p. 1,,2019-12-31,'
    appended(sources, "institution_names", row, row.strip('"'))  # the row after it is sound
    assert build(sources, out) == 1
    opened = last_line(sources, "institution_names") - 1
    assert f"institution_names.csv, fila {opened}: una comilla" in capsys.readouterr().err


def test_quotation_mark_in_the_header_is_told(sources, out, capsys):
    path = sources / "institution_names.csv"
    path.write_bytes(b'"' + path.read_bytes())
    assert build(sources, out) == 1
    assert "institution_names.csv, fila 1: una comilla" in capsys.readouterr().err


def test_printed_figure_is_never_rounded(sources, out, capsys):
    edited(sources, "published_figures", 3, printed_value="38.519")  # the contract has two places
    assert build(sources, out) == 1
    assert "published_figures.csv, fila 3, columna printed_value, valor «38.519»" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    "day, held", [("2020-12-30", "ame"), ("2020-12-31", "fcd"), ("2021-01-01", "fcd")]
)
def test_rows_of_one_key_may_follow_each_other(day, held, sources, out):
    appended(
        sources,
        "institution_names",
        NAME.format(institution="fcd", known_on="2020-12-31", superseded_on=""),
        # the earlier one stands below, and ends on the very day the other begins
        NAME.format(institution="ame", known_on="2019-12-31", superseded_on="2020-12-31"),
    )
    assert build(sources, out, day) == 0
    names = pl.read_parquet(out / day / "institution_names.parquet")
    rows = names.filter(pl.col("name_as_printed") == "Nombre inventado")
    assert rows.select("institution_id", "superseded_on").rows() == [(held, None)]


MILESTONES = """
    plan_id | commitment_no | milestone_no | title_es | title_kind | known_on   | superseded_on
    p1      | 1             | 2            | Contar   | short      | 2026-04-01 |
    p1      | 1             | 1            | Cerrar   | short      | 2026-03-31 |
    p1      | 1             | 1            | Abrir    | short      | 2026-01-01 | 2026-03-31
"""


NONE_LATER = pl.Series("source_id", [], pl.String)


@pytest.mark.parametrize(
    "day, titles",
    [
        ("2025-12-31", []),
        ("2026-03-30", ["Abrir"]),
        ("2026-03-31", ["Cerrar"]),  # one is known on the day, the other superseded on it
        ("2026-04-01", ["Cerrar", "Contar"]),
    ],
)
def test_snapshot_holds_what_was_known_on_the_day_and_still_held(day, titles):
    rows = drawn("milestones", MILESTONES).with_row_index(LINE, 2)
    held = curate.known(TABLES["milestones"], rows, date.fromisoformat(day), NONE_LATER)
    assert held["title_es"].to_list() == titles
    assert held["superseded_on"].to_list() == [None] * len(titles)  # nobody knew that it would end
    assert held.columns == list(TABLES["milestones"].columns)


def test_words_hold_on_every_day():
    codes = "scheme | code | label_es | label_en | sort_order\nvoice | lead | Líder | Leader | 1"
    rows = drawn("codes", codes).with_row_index(LINE, 2)
    assert len(curate.known(TABLES["codes"], rows, date(1900, 1, 1), NONE_LATER)) == 1


def test_snapshot_holds_only_documents_that_a_row_rests_on_and_none_from_later(sources, out):
    folder, _ = curate.curate(CUT_OFF, sources, out)
    held = pl.read_parquet(folder / "sources.parquet")["source_id"].to_list()
    stated = set()
    for path in folder.glob("*.parquet"):
        rows = pl.read_parquet(path)
        for name in curate.CITING & set(rows.columns):
            if path.stem != "sources":
                stated |= {part for text in rows[name].drop_nulls() for part in text.split(";")}
    assert set(held) == stated


def test_later_document_confirms_no_row():
    rows = drawn("milestones", MILESTONES).with_row_index(LINE, 2)
    rows = rows.with_columns(also_in=pl.lit("before;after"))
    later = pl.Series("source_id", ["after"])
    held = curate.known(TABLES["milestones"], rows, date(2026, 4, 1), later)
    assert set(held["also_in"]) == {"before"}
    held = curate.known(
        TABLES["milestones"], rows, date(2026, 4, 1), pl.Series(["after", "before"])
    )
    assert set(held["also_in"]) == {None}


def test_building_again_gives_the_same_bytes_whatever_the_order_of_the_rows(
    sources, out, tmp_path, capsys
):
    assert build(sources, out) == 0
    first = content(out / CUT_OFF)
    for name in TABLES:
        rewritten(
            sources, name, lambda rows: rows.__setitem__(slice(1, None), rows[:0:-1])
        )  # last row first
    assert build(sources, tmp_path / "otra") == 0
    assert content(tmp_path / "otra" / CUT_OFF) == first
    assert capsys.readouterr().out.count(": escrito.") == 2


def test_building_what_is_published_says_that_nothing_changed(sources, out, capsys):
    build(sources, out)
    first = content(out / CUT_OFF)
    capsys.readouterr()
    assert build(sources, out) == 0
    assert capsys.readouterr().out == f"{out / CUT_OFF}: ya estaba, byte por byte igual.\n"
    assert content(out / CUT_OFF) == first
    assert [path.name for path in out.iterdir()] == [CUT_OFF]


def test_published_folder_is_never_rewritten(sources, out, capsys):
    build(sources, out)
    first = content(out / CUT_OFF)
    edited(sources, "codes", 2, label_es="jornada")
    assert build(sources, out) == 1
    refused = "ya está publicado con otro contenido; publique una revisión."
    assert capsys.readouterr().err == f"{out / CUT_OFF} {refused}\n"
    assert content(out / CUT_OFF) == first
    assert [path.name for path in out.iterdir()] == [CUT_OFF]


def test_revision_says_what_it_corrects_and_why_and_leaves_the_corrected_one(sources, out):
    build(sources, out)
    first = content(out / CUT_OFF)
    edited(sources, "codes", 2, label_es="jornada")
    assert build(sources, out, f"{CUT_OFF}.1", "Nombre de un código") == 0
    package = json.loads((out / f"{CUT_OFF}.1" / "datapackage.json").read_text("utf-8"))
    assert (package["corrects"], package["reason"]) == (CUT_OFF, "Nombre de un código")
    assert package["created"] == "2021-10-22T00:00:00Z"
    codes = pl.read_parquet(out / f"{CUT_OFF}.1" / "codes.parquet")
    assert "jornada" in codes["label_es"]
    assert content(out / CUT_OFF) == first


def test_first_publication_corrects_nothing(sources, out):
    build(sources, out)
    package = json.loads((out / CUT_OFF / "datapackage.json").read_text("utf-8"))
    assert not {"corrects", "reason"} & set(package)


@pytest.mark.parametrize(
    "cut_off, reason",
    [
        ("ayer", ""),
        ("2021-10", ""),
        ("22/10/2021", ""),
        ("2021-13-01", ""),
        ("2021-10-22.0", "Un error"),
        ("2021-10-22.1", ""),  # a revision without its reason
        ("2021-10-22", "Un error"),  # a reason without a revision
        ("2021-10-22.1", "Un error"),  # nothing is published that it could correct
        ("../2021-10-22", ""),  # outside the folder
    ],
)
def test_cut_off_of_another_form_is_refused(cut_off, reason, sources, out, capsys):
    assert build(sources, out, cut_off, reason) == 2
    rule = "--corte acepta AAAA-MM-DD, o AAAA-MM-DD.N de un corte ya publicado, junto con --motivo."
    assert capsys.readouterr().err == f"{rule}\n"
    assert list(out.iterdir()) == []


def test_writing_that_is_cut_short_leaves_neither_snapshot_nor_draft(sources, out, monkeypatch):
    seen = []

    def killed(folder: Path, *_: object) -> None:
        seen.extend(folder.glob("*.parquet"))  # the tables were written, their package was not
        raise KeyboardInterrupt

    monkeypatch.setattr("data.package.write", killed)
    with pytest.raises(KeyboardInterrupt):
        build(sources, out)
    assert len(seen) == len(TABLES)
    assert list(out.iterdir()) == []


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that the sources know, as a snapshot."""
    out = tmp_path_factory.mktemp("salida")
    assert build(curate.SOURCES, out, "2099-12-31") == 0
    return out / "2099-12-31"


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_the_sources_arrives_as_it_was_written(name, newest):
    table = TABLES[name]
    with (curate.SOURCES / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row.get("superseded_on")]
    assert rows
    written = [tuple(cell(row[key], rule) for key, rule in table.columns.items()) for row in rows]
    held = pl.read_parquet(newest / f"{name}.parquet")
    assert dict(held.schema) == {key: rule.dtype for key, rule in table.columns.items()}
    assert sorted(held.rows(), key=repr) == sorted(written, key=repr)


def cell(text: str, column: Column) -> object:
    """What a person reads in a cell: nothing at all, a day, yes or no, a number, or its words."""
    if not text.strip():
        return None
    if column.dtype == pl.Date:
        return date.fromisoformat(text)
    if column.dtype == pl.Boolean:
        return {"true": True, "false": False}[text]
    if column.dtype == pl.Int64:
        return int(text)
    if isinstance(column.dtype, pl.Decimal):
        return Decimal(text).quantize(Decimal(1).scaleb(-column.dtype.scale))
    return text.strip()


def test_nothing_stays_nothing_and_zero_stays_zero(newest):
    reports = pl.read_parquet(newest / "progress_reports.parquet")
    forms = {row["registration_no"]: row for row in reports.to_dicts() if row["registration_no"]}
    # form 16, of milestone 3.8, states zero; form 54, of a counterpart, states no percent
    assert (forms[16]["percent"], forms[16]["activities"], forms[16]["participants"]) == (0, 0, 0)
    assert (forms[54]["percent"], forms[54]["activities"]) == (None, None)
    figures = pl.read_parquet(newest / "published_figures.parquet")
    (printed,) = figures.filter(pl.col("figure_id") == "report-2021-plan")["printed_value"]
    assert printed == Decimal("38.51")

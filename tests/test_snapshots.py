"""What ships: built from the sources, whole, honest about its day, and at one with the documents."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import frictionless
import polars as pl
import pytest

from data import published
from data.contracts import TABLES
from data.curate import curate
from data.published import Snapshot, latest_revisions, named, package, read_table
from queries import SQL, run, sql
from queries.progress import (
    commitments_standing,
    plan_standing,
    printed_milestones,
    printed_plan_means,
    voice_means,
)
from tests.conftest import publish

FOLDERS = sorted((Path(published.__file__).parent / "snapshots").iterdir())
SHIPPED = [snapshot for snapshot in map(named, FOLDERS) if snapshot]
LATEST = latest_revisions(SHIPPED)
CHECKS = sorted(path.stem for path in (SQL / "checks").glob("*.sql"))
DATED = [name for name, table in TABLES.items() if table.is_dated]

each_shipped = pytest.mark.parametrize("snapshot", SHIPPED, ids=lambda snapshot: snapshot.name)


def test_every_cut_off_that_readers_were_promised_ships():
    promised = {"2019-12-31", "2020-12-31", "2021-05-31", "2021-10-22",
                "2021-12-31", "2022-12-31", "2024-01-31", "2025-05-31"}  # fmt: skip
    assert promised <= set(LATEST)


def test_nothing_else_lies_beside_the_snapshots():
    assert [folder.name for folder in FOLDERS if not named(folder)] == []


@pytest.mark.parametrize("snapshot", LATEST.values(), ids=LATEST)
def test_building_it_again_from_the_sources_gives_the_same_bytes(snapshot, tmp_path):
    reason = package(snapshot).get("reason", "")
    built, _ = curate(snapshot.name, snapshots=tmp_path, reason=reason)
    assert {path.name for path in built.iterdir()} == {
        path.name for path in snapshot.folder.iterdir()
    }
    for path in built.iterdir():
        assert path.read_bytes() == (snapshot.folder / path.name).read_bytes(), path.name


@each_shipped
def test_data_package_is_valid_for_frictionless(snapshot):
    report = frictionless.validate(str(snapshot.folder / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []
    assert report.valid
    assert len(report.tasks) == len(TABLES)  # it looked at every table


@each_shipped
def test_data_package_says_the_day_the_rows_and_both_languages(snapshot):
    content = package(snapshot)
    assert content["created"] == f"{snapshot.cut_off}T00:00:00Z"
    assert content["title"] != content["title_en"]
    rows = {item["path"]: item["rows"] for item in content["resources"]}
    assert rows == {f"{name}.parquet": len(read_table(snapshot, name)) for name in TABLES}
    for item in content["resources"]:
        assert item["description"] != item["description_en"], item["name"]


@each_shipped
@pytest.mark.parametrize("table", DATED)
def test_no_row_was_learnt_after_the_cut_off_nor_tells_that_it_would_end(table, snapshot):
    rows = read_table(snapshot, table)
    assert rows.filter(pl.col("known_on") > snapshot.cut_off).is_empty()
    assert rows["known_on"].null_count() == 0
    assert rows["superseded_on"].null_count() == len(rows)


@each_shipped
@pytest.mark.parametrize("check", CHECKS)
def test_check_finds_no_offending_rows(check, snapshot):
    assert run(f"checks/{check}", snapshot).rows() == []


# One offending row for each check; what is sound stands beside it.
BROKEN = {
    "sources": """
        source_id | title | publisher | language
        plan      | Plan  | Nadie     | es
    """,
    "codes": """
        scheme | code | label_es | label_en | sort_order
        sdg    | 5    | Igualdad | Equality | 5
    """,
    "plans": """
        plan_id | name_es | name_en | starts_on  | ends_on    | source_id
        p1      | Uno     | One     | 2026-01-02 | 2026-01-01 | rumor
        p2      | Dos     | Two     | 2026-01-01 | 2026-01-01 | plan
    """,  # p1 ends the day before it starts, p2 on the day itself
    "institutions": "institution_id | name_es | source_id\ni1 | Uno | rumor",
    "institution_names": "name_as_printed | institution_id | source_id\nUno | i1 | rumor",
    "commitments": """
        plan_id | commitment_no | title_es | source_id
        p1      | 1             | Pan      | plan
        p1      | 1             | Pan duro | rumor
        p2      | 1             | Sal      | plan
    """,
    "commitment_actors": """
        plan_id | commitment_no | institution_id | role | source_id
        p1      | 1             | i1             | lead | rumor
    """,
    "commitment_tags": """
        plan_id | commitment_no | scheme | code | source_id
        p1      | 1             | sdg    | 5    | plan
        p1      | 1             | sdg    | 18   | rumor
    """,
    "milestones": """
        plan_id | commitment_no | milestone_no | title_kind | source_id
        p1      | 1             | 1            | short      | plan
        p1      | 9             | 1            | short      | rumor
        paga1   | 1             | 1            | short      | plan
        paga1   | 1             | 2            | short      | plan
    """,
    "schedules": """
        plan_id | commitment_no | milestone_no | schedule_version | starts_on  | ends_on    | source_id | known_on
        p1      | 1             | 0            | original         | 2026-02-01 | 2026-01-01 | plan      | 2025-12-31
        p1      | 1             | 0            | reprogrammed     | 2026-02-01 | 2026-02-01 | plan      | 2026-01-31
        p1      | 1             | 1            | original         | 2026-02-01 | 2026-01-31 | rumor     | 2025-12-31
        p1      | 1             | 7            | original         |            |            | plan      | 2025-12-31
        paga1   | 1             | 1            | original         |            |            | plan      | 2025-12-31
        paga1   | 1             | 2            | reprogrammed     |            |            | plan      | 2025-12-31
    """,  # the first window of commitment 1 was wrong and is in force no more
    "progress_reports": """
        report_id | plan_id | commitment_no | milestone_no | voice       | reported_on | source_id
        r1        | p1      | 1             | 1            | lead        | 2026-01-01  | rumor
        r2        | p1      | 1             | 8            | lead        | 2026-01-01  | plan
        r3        | p1      | 1             |              | document    | 2026-01-01  | plan
        r4        | paga1   | 1             | 1            | lead        | 2026-01-01  | plan
    """,  # r3 is of the whole commitment; r4 is no official form
    "progress_report_sectors": "report_id | sector | source_id\nr1 | public | rumor",
    "progress_report_initiatives": "report_id | initiative | source_id\nr1 | sdg | rumor",
    "published_figures": """
        figure_id | plan_id | name_es | name_en | printed_value | unit    | refers_on  | source_id
        f1        | p1      | Uno     | One     | 1             | percent | 2026-01-01 | rumor
    """,
    "contradictions": "contradiction_id | used | source_id\nx1 | a | rumor",
}
# of the other tables no check asks more than a document
BROKEN |= {
    name: f"{TABLES[name].key[0]} | source_id\nx | rumor" for name in DATED if name not in BROKEN
}
OFFENDING = {
    "findings_without_code": [("x", None, None)],
    "forms_per_voice": [("core_group", 47, 0), ("counterpart", 54, 0), ("lead", 53, 0)],
    "milestones_without_commitment": [("p1", 9, 1), ("paga1", 1, 1), ("paga1", 1, 2)],
    "milestones_without_original_window": [(1, 2)],
    "repeated_commitments": [("p1", 1, 2)],
    "reports_on_unknown_milestones": [("r2", "p1", 1, 8)],
    "rows_without_document": [(name, "rumor", 1) for name in sorted(DATED)],
    "schedules_of_unknown_milestones": [("p1", 1, 7, "original")],
    "size_of_the_first_plan": [(0, 2)],
    "tags_without_code": [("p1", 1, "sdg", "18")],
    "windows_that_end_before_they_start": [
        ("p1", None, None, date(2026, 1, 2), date(2026, 1, 1)),
        ("p1", 1, 1, date(2026, 2, 1), date(2026, 1, 31)),
    ],
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """A snapshot that no editor could have built: each check has something to find."""
    return publish(tmp_path_factory.mktemp("broken") / "2026-03-31", BROKEN)


@pytest.mark.parametrize("check", CHECKS)
def test_check_finds_what_is_wrong(check, broken):
    assert run(f"checks/{check}", broken).rows() == OFFENDING[check]


@pytest.mark.parametrize("cut_off, missed", [("2021-12-30", 0), ("2021-12-31", 3)])
def test_forms_are_missed_from_the_end_of_the_year_in_which_they_were_registered(
    cut_off, missed, tmp_path
):
    assert len(run("checks/forms_per_voice", publish(tmp_path / cut_off, BROKEN))) == missed


@pytest.mark.parametrize("check", CHECKS)
def test_check_only_selects_and_needs_no_value(check):
    (statement,) = duckdb.extract_statements(sql(f"checks/{check}"))
    assert statement.type == duckdb.StatementType.SELECT
    assert statement.named_parameters == set()


def forms(cut_off: str, voice: str) -> pl.DataFrame:
    reports = read_table(LATEST[cut_off], "progress_reports")
    return reports.filter(pl.col("voice") == voice)


def test_forms_of_25_october_are_not_known_three_days_before():
    late = pl.col("reported_on") == date(2021, 10, 25)
    assert forms("2021-12-31", "counterpart").filter(late)["commitment_no"].to_list() == [7] * 9
    early = forms("2021-10-22", "counterpart")
    assert early.filter(pl.col("commitment_no") == 7).is_empty()
    assert early["reported_on"].max() == date(2021, 10, 21)
    assert forms("2021-10-22", "core_group").is_empty()


@pytest.mark.parametrize("cut_off", ["2019-12-31", "2020-12-31"])
def test_nobody_had_reported_before_the_report_of_may_2021(cut_off):
    assert read_table(LATEST[cut_off], "progress_reports").is_empty()
    assert not read_table(LATEST["2021-05-31"], "progress_reports").is_empty()


@pytest.mark.parametrize(
    "cut_off, name, ends_on",
    [
        ("2019-12-31", "2019-2021", date(2021, 8, 31)),
        ("2020-12-31", "2019-2022", date(2022, 8, 31)),  # the plan was extended
    ],
)
def test_plan_has_the_name_and_the_end_it_had_on_the_day(cut_off, name, ends_on):
    plans = read_table(LATEST[cut_off], "plans").filter(pl.col("plan_id") == "paga1")
    (row,) = plans.to_dicts()
    assert (row["name_es"].rpartition(" ")[2], row["ends_on"]) == (name, ends_on)


PERSONAL = re.compile(
    r"""[\w.+-]+@[\w-]+\.\w            # an e-mail address
    | \+\s*593[\s\d().-]{7,}           # a telephone number, written for abroad
    | (?<![\w./-])0[2-9](?:[\s-]?\d){7,8}(?![\w/-])   # or for Ecuador
    | (?<![\w./-])\d{9}-?\d(?![\w/-])  # an identity number
    """,
    re.VERBOSE,
)


@pytest.mark.parametrize(
    "text",
    ["Escriba a ana.paz+a@ejemplo.gob.ec.", "+593 2 234 5678", "(+593) 99-123-4567", "0991234567",
     "tel. 099 123 4567", "(02) 234 5678 o 02-234-5678", "C. I. 1712345678", "171234567-8"],
)  # fmt: skip
def test_personal_data_would_be_found(text):
    assert PERSONAL.search(text)


@pytest.mark.parametrize(
    "text",
    ["2021-10-22", "2019-2022", "Acta Nro. AM-2025-03", "14,483,499 personas", "@gobabierto",
     "2020-01 a 2020-12", "https://example.org/nota/0998877665544/"],
)  # fmt: skip
def test_dates_numbers_and_addresses_of_pages_are_not_personal(text):
    assert not PERSONAL.search(text)


@each_shipped
def test_nothing_personal_is_in_any_cell(snapshot):
    assert [
        (table, column, text)
        for table in TABLES
        for column, text in texts(read_table(snapshot, table))
        if PERSONAL.search(text)
    ] == []


def texts(rows: pl.DataFrame) -> Iterator[tuple[str, str]]:
    for column in rows.select(pl.col(pl.String)):
        yield from ((column.name, text) for text in column.drop_nulls().unique())


with (Path(__file__).parent / "golden" / "numbers.csv").open(newline="", encoding="utf-8") as lines:
    GOLDEN = list(csv.DictReader(lines))


def named_so(row: dict[str, str]) -> str:
    of = " ".join(filter(None, [row["voice"], row["commitment_no"] and f"c{row['commitment_no']}"]))
    return f"{row['number']} {of or row['document']} {row['corte']}"


@pytest.mark.parametrize("row", GOLDEN, ids=named_so)
def test_number_agrees_with_the_document(row):
    expected = Decimal(row["expected"]) if row["expected"] else None
    where = f"{row['document']}, {row['place']}: {row['quote']}"
    assert computed(row) == expected, where


def computed(row: dict[str, str]) -> object:
    """What the dashboard says where the document gives the number of the row."""
    snapshot, plan_id = LATEST[row["corte"]], row["plan_id"]
    document = row["document"].partition(";")[0]
    commitment_no = int(row["commitment_no"]) if row["commitment_no"] else None
    of_commitment = pl.col("commitment_no").eq_missing(commitment_no)
    if row["voice"]:
        means = voice_means(snapshot, plan_id)
        found = means.filter(pl.col("voice") == row["voice"], of_commitment)
    elif row["number"] not in ("printed", "own_mean", "forms_mean"):
        found = plan_standing(snapshot, plan_id)
    elif commitment_no:
        lines = printed_milestones(snapshot, plan_id, document)
        found = lines.filter(of_commitment, pl.col("milestone_no").is_null())
    else:
        means = printed_plan_means(snapshot, plan_id)
        found = means.filter(pl.col("source_id") == document)
    (value,) = found[row["number"]]
    return value


def test_every_golden_number_says_where_a_reader_finds_it():
    known = set(read_table(SHIPPED[-1], "sources")["source_id"])
    for row in GOLDEN:
        assert set(row["document"].split(";")) <= known, row
        assert row["place"], row
        assert row["quote"], row


@each_shipped
def test_two_questions_on_a_commitment_give_one_answer(snapshot):
    means = voice_means(snapshot, "paga1").filter(
        pl.col("voice") == "lead", pl.col("commitment_no").is_not_null()
    )
    columns = ["commitment_no", "milestones", "reported", "completed", "mean"]
    standing = commitments_standing(snapshot, "paga1").select(columns)
    assert len(standing) == 10
    assert standing.rows() == means.select(columns).rows()

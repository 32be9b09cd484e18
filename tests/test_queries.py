"""Each question answered on plans small enough to check by eye."""

import re
from decimal import Decimal

import duckdb
import polars as pl
import pytest

from queries import EARLIER, SQL, VIEWS, connection, sql
from queries.commitment import commitment_history, commitment_ids
from queries.governance import announced_events, plan_obligations
from queries.plans import plans
from queries.progress import (
    commitments_standing,
    institutions_standing,
    later_documents,
    milestone_filters,
    milestones_standing,
    plan_standing,
    planned_ends,
    printed_milestones,
    printed_plan_means,
    reporting_rounds,
    state_counts,
    voice_means,
)
from queries.voices import (
    institution_commitments,
    institution_names_held,
    institution_reports,
    institution_tasks,
    milestone_voices,
    unmet_responsibilities,
    voice_agreement,
)
from tests.conftest import CUT_OFF, PLAN, publish


def of_plan(snapshot, plan_id: str, voice: str) -> dict:
    rows = voice_means(snapshot, plan_id)
    (row,) = rows.filter(pl.col("voice") == voice, pl.col("commitment_no").is_null()).to_dicts()
    return row


def milestone(snapshot, number: str, plan_id: str = "p1") -> dict:
    commitment_no, milestone_no = map(int, number.split("."))
    rows = milestones_standing(snapshot, plan_id)
    (row,) = rows.filter(
        pl.col("commitment_no") == commitment_no, pl.col("milestone_no") == milestone_no
    ).to_dicts()
    return row


def test_report_of_the_cut_off_day_counts_and_that_of_the_day_after_does_not(plan):
    assert milestone(plan, "1.1")["percent"] == 20


def test_last_registration_of_a_day_holds_counted_as_a_number(plan):
    assert milestone(plan, "1.2")["percent"] == 50


def test_plain_mean_counts_the_unreported_as_zero_and_says_its_coverage(plan):
    row = of_plan(plan, "p1", "lead")
    assert (row["mean"], row["mean_reported"]) == (Decimal("17.50"), Decimal("35.00"))
    assert (row["reported"], row["milestones"]) == (2, 4)


def test_report_on_the_whole_commitment_is_no_report_of_a_milestone(plan):
    assert of_plan(plan, "p1", "document")["reported"] == 2  # r9 speaks of the commitment


@pytest.mark.parametrize("voice", ["core_group", "document", "counterpart"])
def test_voice_that_states_no_percent_has_no_mean(plan, voice):
    row = of_plan(plan, "p1", voice)
    assert (row["mean"], row["mean_reported"]) == (None, None)


def test_completed_without_percent_counts_as_a_hundred(plan):
    row = of_plan(plan, "p4", "lead")
    assert (row["mean"], row["completed"]) == (Decimal("50.00"), 1)


def test_plan_without_reports_has_no_mean_never_zero(plan):
    row = of_plan(plan, "p2", "lead")
    assert (row["mean"], row["reported"], row["milestones"]) == (None, 0, 1)


def test_end_before_the_cut_off_is_overdue_and_end_on_it_is_not(plan):
    assert milestone(plan, "1.1")["is_overdue"]
    assert not milestone(plan, "1.2")["is_overdue"]
    assert milestone(plan, "1.2")["is_due_soon"]


def test_expired_without_report_is_a_group_of_its_own(plan):
    oven = milestone(plan, "1.3")
    assert oven["is_expired_unreported"]
    assert not oven["is_overdue"]
    assert plan_standing(plan, "p1").select("overdue", "expired_unreported").row(0) == (1, 1)


def test_document_does_not_make_a_milestone_reported(plan):
    oven = milestone(plan, "1.3")
    assert (oven["state"], oven["is_reported"], oven["document_state"]) == (
        None,
        False,
        "completed",
    )


def test_ninety_days_after_the_cut_off_is_due_soon_and_ninety_one_is_not(plan):
    assert not milestone(plan, "2.1")["is_due_soon"]  # ends on 30 June, 91 days after


def test_slip_is_whole_months_and_unknown_where_an_end_is(plan):
    slips = milestones_standing(plan, "p1")["slip_months"].to_list()
    assert slips == [2, 1, None, 0]


def test_late_against_the_original_plan_is_reported_and_not_completed(plan):
    late = milestones_standing(plan, "p1")["is_late_originally"].to_list()
    assert late == [True, True, False, False]


def test_nothing_is_overdue_after_the_end_of_the_plan(plan):
    (counts,) = plan_standing(plan, "p4").to_dicts()
    assert (counts["overdue"], counts["expired_unreported"], counts["due_soon"]) == (0, 0, 0)
    assert counts["unfinished_at_close"] == 1


def test_median_slip_leaves_the_unknown_out(plan):
    (counts,) = plan_standing(plan, "p1").to_dicts()
    assert (counts["dated_twice"], counts["median_slip_months"]) == (3, Decimal("1.0"))


def test_plan_without_milestones_has_no_counts(plan):
    assert plan_standing(plan, "p3").is_empty()


def test_plan_in_implementation_with_lead_reports_is_the_one_shown_by_default(plan):
    assert plans(plan)["plan_id"].to_list() == ["p1", "p4", "p2", "p3"]


def test_state_of_a_plan_follows_from_its_dates(plan):
    states = dict(plans(plan).select("plan_id", "state").iter_rows())
    assert states == {
        "p1": "implementation", "p2": "implementation", "p3": "co_creation", "p4": "closed",
    }  # fmt: skip


def test_states_are_counted_most_advanced_first_and_the_unreported_last(plan):
    assert state_counts(plan, "p1").rows() == [("execution", 2), (None, 2)]


def test_planned_ends_are_cumulated_per_version(plan):
    rows = planned_ends(plan, "p1").filter(pl.col("version") == "in_force")
    assert rows["planned"].to_list() == [1, 2, 3, 4]
    assert rows["dated"].to_list() == [4] * 4
    assert planned_ends(plan, "p1").filter(pl.col("version") == "original")["dated"][0] == 3


def test_round_counts_what_held_at_its_end(plan):
    rows = reporting_rounds(plan, "p1").to_dicts()
    lead = next(row for row in rows if row["voice"] == "lead")
    assert (lead["reported"], lead["completed"], lead["milestones"]) == (2, 0, 4)
    documents = [row for row in rows if row["voice"] == "document"]
    assert [row["reported"] for row in documents] == [2]  # 31 days apart are one round


def test_commitment_led_by_two_names_both(plan):
    rows = commitments_standing(plan, "p1").to_dicts()
    assert rows[0]["leads"] == "Molino; Panadería"
    assert (rows[0]["mean"], rows[0]["told"], rows[0]["told_completed"]) == (Decimal("23.33"), 2, 2)
    assert (rows[1]["mean"], rows[1]["reported"]) == (None, 0)


def test_institution_counts_the_milestones_it_leads(plan):
    rows = {row["institution_id"]: row for row in institutions_standing(plan, "p1").to_dicts()}
    assert (rows["i1"]["commitments"], rows["i1"]["milestones"]) == ("1", 3)
    assert (rows["i2"]["commitments"], rows["i2"]["milestones"]) == ("1, 2", 4)


@pytest.mark.parametrize(
    "chosen, expected",
    [
        ({}, ["1.1", "1.2", "1.3", "2.1"]),
        ({"commitment_nos": [2]}, ["2.1"]),
        ({"theme_ids": ["food"]}, ["1.1", "1.2", "1.3"]),
        ({"institution_ids": ["i1"]}, ["1.1", "1.2", "1.3"]),
        ({"states": ["no_report"]}, ["1.3", "2.1"]),
        ({"sdgs": ["5"]}, ["2.1"]),
        ({"groups": ["overdue", "expired_unreported"]}, ["1.1", "1.3"]),
        ({"groups": ["overdue"], "sdgs": ["5"]}, []),
    ],
)
def test_filters_narrow_and_add_up(plan, chosen, expected):
    rows = milestones_standing(plan, "p1", **chosen).to_dicts()
    assert [f"{row['commitment_no']}.{row['milestone_no']}" for row in rows] == expected


def test_every_choice_offered_has_as_many_milestones_as_it_says(plan):
    parameters = {"tema": "theme_ids", "institucion": "institution_ids", "estado": "states",
                  "ods": "sdgs", "plazo": "groups", "compromiso": "commitment_nos"}  # fmt: skip
    offered = milestone_filters(plan, "p1").to_dicts()
    assert {row["filter"] for row in offered} == set(parameters)
    for row in offered:
        code = int(row["code"]) if row["filter"] == "compromiso" else row["code"]
        found = milestones_standing(plan, "p1", **{parameters[row["filter"]]: [code]})
        assert len(found) == row["milestones"], row


def test_printed_mean_stands_beside_its_own_lines_and_the_forms(plan):
    (row,) = printed_plan_means(plan, "p1").to_dicts()
    assert (row["printed"], row["own_mean"], row["forms_mean"]) == (
        Decimal("9.99"), Decimal("5.00"), Decimal("17.50"),
    )  # fmt: skip
    assert (row["own_lines"], row["reported"], row["milestones"]) == (4, 2, 4)


def test_printed_zero_stands_beside_its_form(plan):
    rows = printed_milestones(plan, "p1", "impreso").to_dicts()
    flour, water = (
        next(row for row in rows if row["milestone_no"] == number and row["commitment_no"] == 1)
        for number in (1, 2)
    )
    assert (flour["printed"], flour["form_percent"]) == (20, 20)
    assert (water["printed"], water["form_percent"]) == (0, 50)
    (bread,) = (row for row in rows if row["commitment_no"] == 1 and row["milestone_no"] is None)
    assert (bread["own_mean"], bread["forms_mean"]) == (Decimal("6.67"), Decimal("23.33"))


def test_document_of_a_lead_after_its_forms_is_told_and_one_before_is_not(plan):
    (row,) = later_documents(plan, "p1").to_dicts()
    assert (row["commitment_no"], row["told_completed"], row["institution"]) == (1, 1, "Molino")


def disagreed(snapshot, **chosen) -> list[str]:
    rows = milestone_voices(snapshot, "p1", **chosen).filter(pl.col("is_disagreed")).to_dicts()
    return sorted({f"{row['commitment_no']}.{row['milestone_no']}" for row in rows})


def test_voices_differ_where_their_states_do_and_documents_never_count(plan):
    assert disagreed(plan) == ["1.1"]  # 1.2: both in execution; 1.3: only a document speaks
    assert voice_agreement(plan, "p1").select("reported_by_two", "disagreed").row(0) == (2, 1)


def test_plan_without_milestones_has_nothing_to_compare(plan):
    assert voice_agreement(plan, "p3").is_empty()


def test_milestone_begun_six_months_ago_without_lead_report_is_stale(tmp_path):
    older = PLAN | {
        "schedules": """
        plan_id | commitment_no | milestone_no | schedule_version | starts_on  | ends_on    | known_on
        p1      | 1             | 3            | original         | 2025-09-30 | 2026-12-31 | 2025-12-31
        p1      | 2             | 1            | original         | 2025-10-01 | 2026-12-31 | 2025-12-31
        """  # begun six months before the cut-off to the day, and a day later
    }
    snapshot = publish(tmp_path / CUT_OFF, older)
    rows = milestone_voices(snapshot, "p1", groups=["stale"])
    assert rows.select("commitment_no", "milestone_no").unique().rows() == [(1, 3)]


def test_party_that_says_the_other_did_not_its_part_is_told(tmp_path):
    header, *rows = PLAN["progress_reports"].strip("\n").split("\n")
    said = [f"{header} | responsibilities_met"]
    said += [f"{row} | {'false' if ' r4 ' in row else 'true'}" for row in rows if "|" in row]
    snapshot = publish(tmp_path / CUT_OFF, PLAN | {"progress_reports": "\n".join(said)})
    (row,) = unmet_responsibilities(snapshot, "p1").to_dicts()
    assert (row["milestone_no"], row["voice"], row["institution"]) == (2, "lead", "Panadería")


@pytest.mark.parametrize("groups, expected", [
    ([], 4), (["disagreed"], 1), (["unreported"], 2), (["stale"], 0), (["disagreed", "unreported"], 3),
])  # fmt: skip
def test_matrix_shows_the_groups_chosen(plan, groups, expected):
    rows = milestone_voices(plan, "p1", groups=groups)
    assert rows.select("commitment_no", "milestone_no").n_unique() == expected
    assert len(rows) == expected * 4  # three voices and documents


def test_commitment_is_found_by_its_plan_and_by_its_number_at_ogp(plan):
    rows = commitment_ids(plan).to_dicts()
    assert (rows[0]["plan_id"], rows[0]["commitment_no"], rows[0]["ogp_id"]) == ("p1", 1, "EC01")


def test_history_is_latest_first_and_ends_at_the_cut_off(plan):
    days = commitment_history(plan, "p1", 1)["reported_on"].to_list()
    assert days == sorted(days, reverse=True)
    assert max(days).isoformat() == CUT_OFF


def test_institution_keeps_every_name_it_had(plan):
    rows = institution_names_held(plan, "i1")
    assert rows["name_es"].to_list() == ["Panadería", "Panificadora", "Panadería", "La Panadería"]
    assert institution_names_held(plan, "nobody").is_empty()


def test_institution_leads_and_accompanies_across_plans(plan):
    rows = institution_commitments(plan, "i2").to_dicts()
    assert [(row["plan_id"], row["commitment_no"], row["role"]) for row in rows] == [
        ("p1", 1, "lead"), ("p1", 2, "lead"), ("p2", 2, "counterpart"),
    ]  # fmt: skip
    assert institution_reports(plan, "i2")["voice"].to_list() == ["counterpart"]


def test_lead_is_asked_for_its_late_milestones_and_counterpart_only_for_its_own_report(plan):
    rows = institution_tasks(plan, "p1", ["i1"]).to_dicts()
    asked = {(row["role"], row["commitment_no"], row["milestone_no"]): row for row in rows}
    assert asked["lead", 1, 1]["is_overdue"]
    assert asked["lead", 1, 3]["is_expired_unreported"]
    assert asked["counterpart", 2, 1]["is_own_report_missing"]
    assert not asked["counterpart", 2, 1]["is_overdue"]


def test_obligation_no_longer_in_force_is_not_told(plan):
    assert plan_obligations(plan, "p3")["obligation_id"].to_list() == ["o1"]


def test_event_held_is_no_longer_announced(plan):
    assert announced_events(plan, "p3")["event_id"].to_list() == ["e1"]


@pytest.mark.parametrize(
    "forbidden",
    [
        "from read_csv('/etc/passwd')",
        "copy (select 1) to '/tmp/copied.csv'",
        "set enable_external_access = true",
        "install httpfs",
    ],
)
def test_nothing_outside_the_snapshot_can_be_reached(plan, forbidden):
    with connection(plan).cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(forbidden)


QUESTIONS = [path.stem for path in sorted(SQL.glob("*.sql"))]
FILES = [*QUESTIONS, *(f"views/{view}" for view in VIEWS)]


@pytest.mark.parametrize("name", FILES)
def test_sql_file_keeps_the_contract_in_its_header(name: str, plan):
    contract = header(sql(name))
    declared = dict(re.findall(r"\$(\w+) ([\w\[\]]+)", contract["params"]))
    (statement,) = duckdb.extract_statements(sql(name))
    assert statement.named_parameters == set(declared)
    # the locks leave the snapshot's own folder writable, so what we run may only select
    assert statement.type == duckdb.StatementType.SELECT
    with duckdb.connect(config={"python_enable_replacements": False}) as con:
        con.execute(f"create schema {EARLIER}")
        for table in contract["reads"].split(", "):  # only the declared tables exist
            declared_rows = connection(plan, plan).cursor().sql(f"from {table}").to_arrow_table()
            con.register("declared_rows", declared_rows)
            con.execute(f"create table {table} as from declared_rows")
        con.unregister("declared_rows")
        values = {key: [] if kind.endswith("[]") else "" for key, kind in declared.items()}
        answer = con.sql(sql(name), params=values)
        returned = ", ".join(
            f"{column} {kind}".lower()
            for column, kind in zip(answer.columns, answer.types, strict=True)
        )
    assert returned == contract["returns"]


def test_every_view_is_made_and_every_file_is_asked(plan):
    assert {path.stem for path in (SQL / "views").glob("*.sql")} == set(VIEWS)
    code = "".join(path.read_text() for path in SQL.glob("*.py"))
    assert [name for name in QUESTIONS if f'"{name}"' not in code] == []


def header(text: str) -> dict[str, str]:
    """The contract in the leading comment: {'grain': ..., 'reads': ..., ...}."""
    comment = text.partition("\nselect")[0].partition("\nwith")[0]
    comment = " ".join(line.removeprefix("--").strip() for line in comment.splitlines())
    parts = re.split(r"\b(grain|reads|params|returns):", comment)
    return {
        key: " ".join(value.split()) for key, value in zip(parts[1::2], parts[2::2], strict=True)
    }

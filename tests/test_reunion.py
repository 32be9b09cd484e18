"""What a meeting asks: what is late and why, which rules bind and by when, what there is to decide."""

from pathlib import Path

import polars as pl
import pytest

from data.published import Snapshot, published
from language import Language
from queries.governance import obligation_clocks
from queries.progress import due_milestones
from readings.decisions import decisions
from readings.reunion import due, obligations
from tests.conftest import CUT_OFF, PLAN, publish

ENGLISH = Language("en")
MEETINGS = """
        meeting_id | plan_id | held_on    | date_precision | kind            | minutes_no
        m1         | p3      | 2026-01-15 | day            | minuted_meeting | A-1
        m2         | p3      | 2026-02-15 | day            | minuted_meeting | A-2
        m3         | p3      | 2026-03-15 | day            | decision        |
"""  # a decision without minutes is no registered minutes
RULES = """
        obligation_id | plan_id | rule_es  | rule_en     | every_months | counts   | due_on     | date_precision | basis | in_force
        o1            |         | Reunirse | Meet        | 6            | meetings |            |                | ogp   | true
        o2            |         | Publicar | Publish     | 12           | plan_end |            |                | ogp   | true
        o3            | p3      | Entregar | Deliver     |              |          | 2026-03-01 | day            | ogp   | true
        o4            |         | Archivar | Keep        | 6            |          |            |                | ogp   | true
        o5            | p1      | Ajeno    | Not of p3   |              |          | 2026-06-01 | day            | ogp   | true
        o6            |         | Viejo    | Old         |              |          | 2026-06-01 | day            | ogp   | false
"""


@pytest.fixture
def meeting(tmp_path: Path) -> Snapshot:
    return publish(tmp_path / CUT_OFF, PLAN | {"meetings": MEETINGS, "obligations": RULES})


def clock(rows: pl.DataFrame, obligation_id: str) -> dict:
    (row,) = rows.filter(pl.col("obligation_id") == obligation_id).to_dicts()
    return row


def test_clock_counts_from_the_last_meeting_whose_minutes_are_registered(meeting):
    row = clock(obligation_clocks(meeting, "p3"), "o1")
    assert (str(row["last_on"]), row["minutes"], str(row["due_on"])) == (
        "2026-02-15", 2, "2026-08-15"
    )  # fmt: skip
    assert row["days_left"] == 137


def test_clock_of_the_next_plan_counts_from_the_end_of_the_last(meeting):
    row = clock(obligation_clocks(meeting, "p3"), "o2")
    assert (str(row["last_on"]), str(row["due_on"])) == ("2025-12-31", "2026-12-31")


def test_only_rules_in_force_of_the_plan_or_of_every_plan_bind_it(meeting):
    assert set(obligation_clocks(meeting, "p3")["obligation_id"]) == {"o1", "o2", "o3", "o4"}


def test_day_that_passed_is_never_called_a_breach(meeting):
    table = obligations(meeting, "p3", ENGLISH).table
    said = {row[0].text: row[2] for row in table.rows}
    assert said["Deliver"].text == (
        "30 days before the cut-off; whether it was met is not registered"
    )
    assert said["Keep"].text == "nothing registered counts it"
    assert said["Meet"].detail == (
        "according to the minutes of 2 meetings registered, the last of Feb\u00a015,\u00a02026"
    )


def test_without_minutes_there_is_no_clock(tmp_path):
    snapshot = publish(tmp_path / CUT_OFF, PLAN | {"meetings": "", "obligations": RULES} | NONE)
    row = clock(obligation_clocks(snapshot, "p3"), "o1")
    assert (row["due_on"], row["minutes"]) == (None, 0)


NONE = {
    "meetings": MEETINGS.splitlines()[1] + "\n",
    "agreements": PLAN["agreements"].splitlines()[1],
}


def test_reason_is_the_obstacle_of_the_milestone_itself_with_its_date(plan):
    rows = {row["milestone_no"]: row for row in due_milestones(plan, "p1").to_dicts()}
    flour, water, oven = rows[1], rows[2], rows[3]
    assert (flour["late_group"], flour["reason_en"]) == ("overdue", "No flour.")
    assert str(flour["reason_on"]) == "2026-02-28"
    assert (water["late_group"], water["reason_en"]) == ("due_soon", None)
    assert (oven["late_group"], oven["commitment_obstacles"]) == ("expired_unreported", 1)


def test_missing_reason_is_said_with_the_obstacles_of_the_commitment(plan):
    reading = due(plan, "p1", ENGLISH)
    said = {row[0].text: row[4] for row in reading.table.rows}
    assert said["1.2 Water"].kind == "none"
    assert said["1.2 Water"].text == "not published of it; 1 obstacle of its commitment is"
    assert reading.answer == (
        "**1 milestone** is overdue; **1 milestone** fell due without report;"
        " **1 milestone** is due within 90 days."
    )


def test_after_the_end_what_was_not_concluded_is_due(plan):
    assert due_milestones(plan, "p4")["late_group"].to_list() == ["unfinished_at_close"]


def test_plan_without_milestones_has_nothing_due(plan):
    assert due(plan, "p3", ENGLISH) is None


def said(snapshot: Snapshot, plan_id: str) -> list[str]:
    reading = decisions(snapshot, plan_id, ENGLISH)
    return [item[0].text for listing in reading.listings for item in listing.items]


def test_what_is_open_is_put_as_something_to_decide(plan):
    points = said(plan, "p1")
    assert points[:3] == [
        "Agree on a new date for 1.1, or close them: overdue (Molino and Panadería).",
        "Ask for the reports of 1.3, which fell due without any (Molino and Panadería).",
        "Confirm that 1.2, due within 90 days, end on time (Molino and Panadería).",
    ]
    assert "Settle the state of 1.1: voices differ." in points


def test_agreement_with_owner_and_date_is_not_asked_for_them(plan):
    """The first has both; the second is neither open nor proposed."""
    assert not [point for point in said(plan, "p3") if point.startswith("Give an owner")]


def test_open_agreement_without_owner_is_asked_for_one(tmp_path):
    agreements = PLAN["agreements"].replace("| i1                   | 2026-05-01 |", "| | |")
    snapshot = publish(tmp_path / CUT_OFF, PLAN | {"agreements": agreements})
    assert "Give an owner and a date to what was agreed and has not both: A-1, no. 1." in said(
        snapshot, "p3"
    )


def test_every_point_to_decide_cites_its_documents(plan):
    reading = decisions(plan, "p1", ENGLISH)
    assert reading.data["fuente"].null_count() == 0
    assert len(reading.data) == len(said(plan, "p1"))


def test_report_that_fell_due_is_not_asked_for_twice():
    (snapshot,) = [each for each in published() if each.name == "2021-10-22"]
    points = said(snapshot, "paga1")
    assert "Ask for a new report of 9.5: none in six months." in points  # 2.2 and 2.3 fell due

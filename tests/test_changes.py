"""What changed between two cut-offs, on plans small enough to check by eye."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest

from data.published import Snapshot, published
from language import Language
from queries.changes import (
    agreement_changes,
    content_changes,
    date_changes,
    disagreement_changes,
    event_changes,
    lateness_changes,
    participation_changes,
    report_changes,
    table_changes,
)
from readings import change_tables, content_tables, informe
from readings.changes import Compared, NothingToCompare, found, last_change, summary
from tests.conftest import CUT_OFF, PLAN, publish

BEFORE, AFTER = "2026-02-28", CUT_OFF
ENGLISH, SPANISH = Language("en"), Language("es")
CODES = """
        state            | planning            | Planificación | Planning      | 2
        state            | stopped             | Detenido      | Stopped       | 5
        event_kind       | training            | Formación     | Training      | 2
        event_status     | held                | Hecho         | Held          | 1
        event_status     | announced           | Anunciado     | Announced     | 2
        agreement_state  | adopted             | Adoptado      | Adopted       | 2
        measure          | people              | Personas      | People        | 1
"""
REPORT = """
        report_id | plan_id | commitment_no | milestone_no | voice | institution_id | reported_on | date_precision | registration_no | state | percent
"""


def reports(*lines: str) -> str:
    """Lead reports drawn as `milestone | day | state | percent`."""
    rows = [
        f"r{place} | p1 | {number[0]} | {number[2]} | {voice} | i1 | {day} | day | {place} | {state}"
        f" | {percent}"
        for place, (number, voice, day, state, percent) in enumerate(
            (part.strip() for part in line.split("|")) for line in lines
        )
    ]
    return REPORT + "\n".join(rows)


@pytest.fixture
def two(tmp_path: Path):
    """Two cut-offs of the drawn plans with what each of them knew besides."""

    def drawn(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Snapshot, Snapshot]:
        codes = {"codes": PLAN["codes"] + CODES}
        return tuple(
            publish(tmp_path / day, PLAN | codes | tables)
            for day, tables in ((BEFORE, before), (AFTER, after))
        )

    return drawn


def told(rows: pl.DataFrame) -> dict[str, str]:
    return {
        f"{row['commitment_no']}.{row['milestone_no']}": row["change"] for row in rows.to_dicts()
    }


@pytest.mark.parametrize(
    "before, after, change",
    [
        ("execution | 50", "completed | 100", "completed"),
        ("planning | 5", "execution | 30", "begun"),
        ("stopped | 5", "execution | 5", "begun"),
        ("definition | 0", "planning | 5", "advanced"),
        ("execution | 50", "execution | 60", "percent_up"),
        ("execution | 50", "execution | 40", "percent_down"),
        ("completed | 100", "execution | 90", "set_back"),
        ("execution | 50", "stopped | 50", "set_back"),
        ("execution |", "execution | 50", "restated"),
        ("execution | 50", "execution | 50", "confirmed"),
    ],
)
def test_each_report_is_compared_with_the_one_before(two, before, after, change):
    asked = two(
        {"progress_reports": reports(f"1.1 | lead | 2026-02-01 | {before}")},
        {"progress_reports": reports(f"1.1 | lead | 2026-02-01 | {before}",
                                     f"1.1 | lead | 2026-03-01 | {after}")},
    )  # fmt: skip
    assert told(report_changes(*asked, "p1", "lead")) == {"1.1": change}


def test_first_report_is_never_up_from_nothing(two):
    asked = two(
        {"progress_reports": REPORT},
        {"progress_reports": reports("1.1 | lead | 2026-03-01 | completed | 100")},
    )
    rows = report_changes(*asked, "p1", "lead")
    assert rows.select("change", "earlier_percent", "percent_change").row(0) == (
        "first_reported", None, None
    )  # fmt: skip


def test_report_that_is_gone_is_told(two):
    asked = two(
        {"progress_reports": reports("1.1 | lead | 2026-02-01 | execution | 50")},
        {"progress_reports": REPORT},
    )
    assert told(report_changes(*asked, "p1", "lead")) == {"1.1": "no_longer_reported"}


def test_same_report_is_no_change_and_another_voice_is_not_asked(two):
    same = {"progress_reports": reports("1.1 | lead | 2026-02-01 | execution | 50")}
    other = reports("1.1 | lead | 2026-02-01 | execution | 50",
                    "1.2 | counterpart | 2026-03-01 | completed |")  # fmt: skip
    asked = two(same, {"progress_reports": other})
    assert report_changes(*asked, "p1", "lead").is_empty()
    assert told(report_changes(*asked, "p1", "counterpart")) == {"1.2": "first_reported"}


def test_days_alone_make_a_milestone_overdue_and_expired(two):
    same = {"progress_reports": reports("1.1 | lead | 2026-02-01 | execution | 50")}
    asked = two(same, same)
    assert told(lateness_changes(*asked, "p1")) == {"1.1": "newly_overdue", "1.3": "newly_expired"}
    assert table_changes(*asked, "p1").is_empty()


def test_what_was_late_and_is_done_is_told(two):
    late = "1.3 | lead | 2026-02-01 | execution | 50"
    schedules = PLAN["schedules"].replace(
        "2026-02-28 | month          | nuevo", "2026-02-20 | month | nuevo"
    )
    asked = two(
        {"progress_reports": reports(late), "schedules": schedules},
        {"progress_reports": reports(late, "1.3 | lead | 2026-03-01 | completed | 100"),
         "schedules": schedules},
    )  # fmt: skip
    assert told(lateness_changes(*asked, "p1"))["1.3"] == "no_longer_late"


def test_end_of_a_plan_makes_nothing_timely(two):
    """What was overdue when a plan ended is not concluded, and what was silent never spoke."""
    plans = PLAN["plans"].replace("2026-06-30       | 2026-12-31", "2026-06-30       | 2026-03-15")
    reported = {
        "plans": plans,
        "progress_reports": reports(
            "1.1 | lead | 2026-02-01 | execution | 50", "1.2 | lead | 2026-02-01 | completed | 100"
        ),
    }
    rows = lateness_changes(*two(reported, reported), "p1")
    assert told(rows) == {
        "1.1": "newly_unfinished", "1.3": "newly_unreported", "2.1": "newly_unreported"
    }  # fmt: skip


def test_dates_moved_are_told_in_months(two):
    before = PLAN["schedules"]
    after = (
        before.replace(
            "2026-02-01 | 2026-06-30 | month          | plan",
            "2026-02-01 | 2026-09-30 | month | plan",
        )
        .replace(
            "2026-01-01 | 2026-03-31 | month          | nuevo",
            "2026-01-01 | 2026-01-31 | month | nuevo",
        )
        .replace(
            "2025-12-01 | 2026-03-30 | day            | nuevo",
            "2025-11-01 | 2026-03-30 | day | nuevo",
        )
        .replace(
            "2026-01-01 | 2026-02-28 | month          | nuevo",
            "2026-01-01 |            | month | nuevo",
        )
    )
    rows = date_changes(*two({"schedules": before}, {"schedules": after}), "p1")
    assert told(rows) == {
        "1.1": "start_moved", "1.2": "moved_earlier", "1.3": "no_longer_dated", "2.1": "moved_later"
    }  # fmt: skip
    assert dict(rows.select("change", "months_moved").rows())["moved_later"] == 3


def test_voices_that_begin_and_cease_to_differ_are_told(two):
    begun = reports("1.1 | lead | 2026-02-01 | execution | 50",
                    "1.2 | lead | 2026-02-01 | execution | 50",
                    "1.2 | counterpart | 2026-02-02 | completed |")  # fmt: skip
    then = begun + "\n" + "\n".join(
        ("r8 | p1 | 1 | 1 | counterpart | i2 | 2026-03-01 | day | 8 | completed | ",
         "r9 | p1 | 1 | 2 | counterpart | i2 | 2026-03-01 | day | 9 | execution | ")
    )  # fmt: skip
    asked = two({"progress_reports": begun}, {"progress_reports": then})
    assert told(disagreement_changes(*asked, "p1")) == {
        "1.1": "newly_disagreed", "1.2": "no_longer_disagreed"
    }  # fmt: skip


def test_what_a_plan_holds_is_compared_by_key(two):
    after = {
        "commitments": PLAN["commitments"].replace("Pan      | Bread", "Pan dulce | Bread"),
        "milestones": PLAN["milestones"].replace(
            "p1      | 2             | 1            | Mina     | Mine",
            "p1      | 2             | 2            | Mina     | Mine",
        ),
        "commitment_actors": PLAN["commitment_actors"].replace("i1             | counterpart",
                                                               "i3             | counterpart"),
        "commitment_tags": PLAN["commitment_tags"].replace("| 5", "| 6"),
        "institutions": PLAN["institutions"].replace("Molino  ", "Molinos "),
    }  # fmt: skip
    rows = content_changes(*two({}, after), "p1")
    assert sorted(rows.select("item", "change", "commitment_no").rows()) == [
        ("actor", "added", 2), ("actor", "dropped", 2), ("actor", "renamed", 1),
        ("actor", "renamed", 2), ("commitment", "renamed", 1), ("milestone", "added", 2),
        ("milestone", "dropped", 2), ("tag", "added", 2), ("tag", "dropped", 2),
    ]  # fmt: skip


def test_title_that_was_not_known_before_is_no_other_title(two):
    after = PLAN["commitments"].replace(
        "p2      | 1             |        |          |",
        "p2      | 1             |        | Luz      |",
    )
    rows = content_changes(*two({}, {"commitments": after}), "p2")
    assert rows.select("item", "change", "later_es").rows() == [("commitment", "named", "Luz")]


EVENTS = """
        event_id | plan_id | kind     | status    | name_es | name_en | attendees
        e1       | p1      | training | announced | Curso   | Course  |
        e2       | p1      | training | held      | Taller  | Workshop|
        e3       | p1      | training | held      | Charla  | Talk    | 8
"""


def test_events_are_told_when_held_counted_added_or_gone(two):
    after = (
        EVENTS.replace("announced | Curso ", "held      | Curso ")
        .replace("Workshop|\n", "Workshop| 20\n")
        .replace("e3       | p1      | training | held      | Charla  | Talk    | 8",
                 "e4       | p1      | training | held      | Feria   | Fair    | 9")
    )  # fmt: skip
    rows = event_changes(*two({"events": EVENTS}, {"events": after}), "p1")
    assert dict(rows.select("event_id", "change").rows()) == {
        "e1": "now_held", "e2": "now_counted", "e3": "dropped", "e4": "added"
    }  # fmt: skip


def test_processes_and_agreements_are_told(two):
    process = """
        process_id | plan_id | name_es | name_en | measure | base_count | origin
        c1         | p3      | Mesa    | Table   | people  | 10         | published
    """
    agreements = PLAN["agreements"].replace("| open", "| adopted")
    asked = two(
        {"processes": process},
        {"processes": process.replace("| 10 ", "| 12 "), "agreements": agreements},
    )
    rows = participation_changes(*asked, "p3")
    assert rows.select("change", "earlier_count", "base_count").rows() == [("changed", 10, 12)]
    rows = agreement_changes(*asked, "p3")
    assert rows.select("agreement_no", "change", "earlier_state", "state").rows() == [
        (1, "changed", "open", "adopted")
    ]


def test_one_more_document_that_says_the_same_is_no_change(two):
    after = PLAN["commitments"].replace(
        "plan_id | commitment_no", "also_in | plan_id | commitment_no"
    ).replace("\n        p", "\n        nuevo | p")  # fmt: skip
    asked = two({}, {"commitments": after})
    assert table_changes(*asked, "p1").is_empty()


def test_every_changed_row_is_counted_whatever_its_table(two):
    notes = PLAN["commitment_notes"].replace("Faltó harina.", "Faltó agua.")
    indicators = PLAN["indicators"].replace("d1           | p1", "d9           | p1")
    rows = table_changes(*two({}, {"commitment_notes": notes, "indicators": indicators}), "p1")
    assert rows.rows() == [("commitment_notes", 0, 0, 1), ("indicators", 1, 1, 0)]


@pytest.mark.parametrize("earlier, later", [(AFTER, BEFORE), (AFTER, AFTER)])
def test_equal_or_reversed_cut_offs_are_refused(two, earlier, later):
    before, after = two({}, {})
    by_name = {BEFORE: before, AFTER: after}
    with pytest.raises(NothingToCompare):
        Compared(by_name[earlier], by_name[later], "p1")


def test_plan_without_anything_new_says_so_in_words(two):
    before, after = two({}, {})
    reading = summary(found(Compared(before, after, "p3")), ENGLISH)
    assert reading.answer == (
        "Nothing known of this plan changed between February 28, 2026 and March 31, 2026."
    )
    assert reading.table is None
    assert last_change((before, after), after, "p3") is None


def test_last_change_is_the_latest_pair_that_differs(tmp_path):
    days = ("2026-01-31", "2026-02-28", "2026-03-31")
    first, second, third = (
        publish(
            tmp_path / day, PLAN | ({"events": EVENTS.replace("p1", "p3")} if day > days[0] else {})
        )
        for day in days
    )
    assert last_change((first, second, third), third, "p3") == (first, second)


SHIPPED = {snapshot.name: snapshot for snapshot in published()}
PAIRS = [("2019-12-31", "2020-12-31"), ("2021-05-31", "2021-10-22")]


@pytest.mark.parametrize("names", PAIRS, ids=" ".join)
@pytest.mark.parametrize("language", [SPANISH, ENGLISH], ids=lambda language: language.code)
def test_summary_counts_the_rows_that_the_tables_show(names, language):
    earlier, later = (SHIPPED[name] for name in names)
    changes = found(Compared(earlier, later, "paga1"))
    counts = dict(summary(changes, language).data.select("change", "count").rows())
    shown = {
        "report_changes": change_tables.reports, "lateness_changes": change_tables.lateness,
        "date_changes": change_tables.moved_dates, "disagreement_changes": change_tables.voices,
        "content_changes": content_tables.contents, "event_changes": content_tables.events,
        "agreement_changes": content_tables.agreements,
    }  # fmt: skip
    tables = {name: make(changes, language) for name, make in shown.items()}
    rows = sum(len(reading.table.rows) for reading in tables.values() if reading)
    assert rows == sum(counts.values()) - counts.get("rows_elsewhere", 0)
    assert rows == sum(len(frame) for name, frame in changes.asked.items()
                       if name not in ("table_changes", "participation_changes"))  # fmt: skip


def test_reprogramming_moves_what_the_plan_of_2020_prints():
    earlier, later = SHIPPED["2019-12-31"], SHIPPED["2020-12-31"]
    rows = date_changes(earlier, later, "paga1")
    moved = {f"{row['commitment_no']}.{row['milestone_no']}": row for row in rows.to_dicts()}
    assert moved["1.2"]["ends_on"] > moved["1.2"]["earlier_ends_on"]
    assert moved["3.8"]["change"] == "first_dated"
    contents = content_changes(earlier, later, "paga1")
    dropped = contents.filter(pl.col("change") == "dropped")
    assert dropped["earlier_es"].to_list() == ["Fundación Desafío"]


def test_fifty_three_milestones_were_reported_for_the_first_time_in_october_2021():
    rows = report_changes(SHIPPED["2021-05-31"], SHIPPED["2021-10-22"], "paga1", "lead")
    assert rows["change"].value_counts().rows() == [("first_reported", 53)]


@pytest.mark.parametrize("plan_id", ["paga1", "paga2", "paga3"])
def test_brief_of_every_plan_has_its_parts_and_their_documents(plan_id):
    changes = found(Compared(SHIPPED["2024-01-31"], SHIPPED["2025-05-31"], plan_id))
    brief = informe.brief(changes.compared.later, changes.compared.plan_id, SPANISH, changes)
    assert brief.body[0].question == "¿Cómo va el plan?"
    assert brief.body[1].question == "¿Qué cambió desde el 31 de enero de 2024?"
    cited = {each.source_id for reading in (*brief.body, *brief.annex) for each in reading.sources}
    assert {source.source_id for source in brief.sources} == cited


def test_what_the_body_shortens_stands_whole_in_the_annex():
    changes = found(Compared(SHIPPED["2021-05-31"], SHIPPED["2021-10-22"], "paga1"))
    brief = informe.brief(changes.compared.later, changes.compared.plan_id, SPANISH, changes)
    annex = {reading.name: reading for reading in brief.annex}
    (due,) = [reading for reading in brief.body if reading.name == "due_milestones"]
    assert (len(due.table.rows), due.notes) == (7, ("10 filas más en el anexo.",))
    assert len(annex["due_milestones"].table.rows) == 17


def test_brief_of_a_plan_on_its_way_says_its_stages_and_tables():
    asked = SHIPPED["2025-05-31"], "paga3", SPANISH
    brief = informe.brief(*asked, found(Compared(SHIPPED["2024-01-31"], asked[0], "paga3")))
    names = {reading.name for reading in brief.body}
    assert {"cocreation_stages", "announced_events"} <= names


@pytest.mark.parametrize(
    "text, shown",
    [
        (", ".join(map(str, range(12))), "0, 1, 2, 3, 4, 5, 6, 7, 8, … (12)"),
        ("; ".join(f"a, {number}" for number in range(9)), None),  # nine items, ten commas
        ("una sola", None),
    ],
)
def test_long_list_in_the_body_says_how_many_it_has(text, shown):
    assert informe._listed(text) == (shown or text)

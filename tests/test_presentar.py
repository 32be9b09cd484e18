"""Slides say what the readings say, shortened, and nothing of their own."""

from datetime import date

import pytest

from charts.plots import HALL, drawn
from charts.tokens import MODES
from data.published import published
from language import LANGUAGES, Language
from queries.plans import plans
from readings import (
    cocreacion,
    commitments,
    compromiso,
    event_outcome,
    presentar,
    resumen,
    rounds,
    slides,
    strip,
    taller,
    territorio,
    voces,
)
from readings.presentar import Deck, Slide
from tests.conftest import PLAN, publish

EN = Language("en")
SHIPPED = {snapshot.name: snapshot for snapshot in published()}
WALKED = ("2019-12-31", "2021-10-22", "2025-05-31")  # before reports, with them, three plans
FIRST = "2021-10-22"  # the cut-off of the first plan that is told on paper
LAST = "2025-05-31"


@pytest.fixture(scope="module")
def first() -> Deck:
    return presentar.of_plan(SHIPPED[FIRST], "paga1", EN)


def slide(deck: Deck, code: str) -> Slide:
    (found,) = [each for each in deck.slides if each.code == code]
    return found


def codes(deck: Deck) -> list[str]:
    return [each.code for each in deck.slides]


def of_plans(snapshot, language) -> list[Deck]:
    return [
        presentar.of_plan(snapshot, plan_id, language) for plan_id in plans(snapshot)["plan_id"]
    ]


def of_commitments(snapshot, language) -> list[Deck]:
    found = set(compromiso.ids(snapshot).values())
    return [presentar.of_commitment(snapshot, *each, language) for each in sorted(found)]


def of_events(snapshot, language) -> list[Deck]:
    return [
        presentar.of_event(snapshot, event_id, language)
        for plan_id in plans(snapshot)["plan_id"]
        for event_id in presentar.workshops(snapshot, plan_id, language)
    ]


@pytest.mark.parametrize("decks", [of_plans, of_commitments, of_events])
@pytest.mark.parametrize("cut_off", WALKED)
def test_every_deck_keeps_to_one_short_picture_a_slide(decks, cut_off):
    for deck in decks(SHIPPED[cut_off], Language("es")):
        expect_short(deck)
        assert deck.slides[0].question


def expect_short(deck: Deck) -> None:
    assert len(set(codes(deck))) == len(deck.slides)
    for each in deck.slides:
        pictures = (each.figures, each.plot, each.table, each.points, each.shown)
        assert sum(map(bool, pictures)) <= 1, each.code
        assert each.answer or any(pictures), each.code
        assert len(each.figures) <= 3
        assert len(each.points) <= 5
        lines = len(each.table.rows) + len(each.table.groups) if each.table else 0
        assert lines <= 7, each.code
        assert len(each.question) <= slides.QUESTION
        assert all(len(point) <= slides.POINT for point in each.points)
        if each.plot:
            held = {len(one.values) for one in each.plot.series}
            assert held == {len(each.plot.categories)}, each.code


def test_state_of_the_plan_is_that_of_its_summary(first):
    reading = resumen.plan_progress(SHIPPED[FIRST], "paga1", EN)
    state = slide(first, "state")
    assert state.figures == reading.figures[:3]
    assert state.strip == reading.strip
    assert state.answer == reading.answer
    assert state.basis == "3 of 5 are shown; the others stand in Summary."


def test_schedule_is_told_day_by_day_and_each_round_on_its_own_day(first):
    plot = slide(first, "timeline").plot
    values = {one.name: one.values for one in plot.series}
    assert plot.kind == "steps"
    assert list(plot.categories) == sorted(plot.categories)
    assert values["schedule in force"][-1] == 59
    assert values["original plan"][-1] == 58  # one milestone was not in the first plan
    cut_off = plot.categories.index(FIRST)
    assert values["schedule in force"][cut_off] == 35
    assert (
        values["cut-off Oct 22, 2021".replace(" ", "\u00a0").replace("-off\u00a0", "-off ")][
            cut_off
        ]
        == 35
    )
    told = [[v for v in one.values if v is not None] for one in plot.series if one.colour == "ink"]
    assert told == [[15], [20], [27]]
    reading = rounds.rounds(SHIPPED[FIRST], "paga1", EN)
    assert [[int(row[4].text)] for row in reading.table.rows] == told


def test_states_by_commitment_add_up_to_the_strip(first):
    plot = slide(first, "commitments").plot
    counted = {one.colour: sum(one.values) for one in plot.series}
    shown = {code: count for code, _name, count in strip(SHIPPED[FIRST], "paga1", EN)}
    assert counted == shown
    assert [one.colour for one in plot.series] == list(shown)
    assert sum(shown.values()) == 59


def test_late_milestones_come_in_the_order_of_their_ends_and_the_rest_is_told(first):
    late = slide(first, "late")
    looks = commitments.first_looks(SHIPPED[FIRST], "paga1", EN, 7).listings[0]
    assert len(late.table.rows) == 7
    for line, item in zip(late.table.rows, looks.items, strict=True):
        assert item[0].text.startswith(line[0].text.rstrip("…"))
        assert item[1].detail.endswith(line[2].text)
        assert line[1].flag == "overdue"
    assert late.basis == "7 of 10 are shown; the others stand in Milestones."


def test_after_the_end_of_a_plan_nothing_is_late_but_not_concluded():
    late = slide(presentar.of_plan(SHIPPED["2022-12-31"], "paga1", EN), "late")
    assert late.question == "Which milestones were not concluded?"
    assert not any(line[1].flag for line in late.table.rows)


def test_voices_slide_has_the_milestones_on_which_they_differ(first):
    matrix = voces.matrix(SHIPPED[FIRST], "paga1", EN, "disagreed")
    voices = slide(first, "voices")
    assert len(voices.table.rows) == len(matrix.table.rows) == 7
    shown = [[cell.is_framed for cell in line] for line in voices.table.rows]
    assert shown == [[cell.is_framed for cell in line] for line in matrix.table.rows]
    assert voices.answer == voces.agreement(SHIPPED[FIRST], "paga1", EN).answer


def test_who_took_part_stands_beside_the_census(first):
    plot = slide(first, "participation").plot
    took, census = plot.series
    assert plot.categories == ("Female", "Male")
    assert took.values == (39.0, 61.0)
    assert census.values == (52.2, 47.8)


def test_funnel_is_that_of_the_proposals(first):
    (left,) = slide(first, "proposals").plot.series
    assert left.values == (335, 181, 43, 10, 10)


def test_map_is_that_of_the_territory(first):
    territory = slide(first, "territory")
    assert territory.answer == territorio.where(SHIPPED[FIRST], "paga1", EN).answer
    assert len(territory.shown.shown.areas) == 24


def test_every_slide_is_sourced_and_the_footer_counts_the_documents(first):
    assert all(each.sources for each in first.slides)
    documents = {source.source_id for each in first.slides for source in each.sources}
    assert first.footer.endswith(f"Source: {len(documents)} documents")
    assert "according to the lead institutions" in first.footer
    assert "cut-off Oct" in first.footer


def test_plan_without_commitments_tells_how_it_is_being_made():
    deck = presentar.of_plan(SHIPPED[LAST], "paga3", EN)
    assert codes(deck)[:4] == ["state", "stages", "announced", "agreements"]
    assert "dates" in codes(deck)
    assert "no reports" in deck.footer
    reading = cocreacion.agreements(SHIPPED[LAST], "paga3", EN)
    agreed = slide(deck, "agreements")
    assert f"of {len(reading.table.rows)} are shown" in agreed.basis


def test_plan_without_reports_shows_its_commitments_as_a_table_and_no_figure():
    deck = presentar.of_plan(SHIPPED[LAST], "paga2", EN)
    assert slide(deck, "state").figures == ()
    assert slide(deck, "commitments").plot is None
    assert slide(deck, "commitments").table
    assert "according to documents" in deck.footer


def test_stages_that_were_come_before_those_that_were_planned():
    deck = presentar.of_plan(SHIPPED[LAST], "paga2", EN)
    assert slide(deck, "stages").table.groups == {0: "Actual"}


def test_commitment_is_presented_by_its_own_readings():
    about = SHIPPED[FIRST], "paga1", 5, EN
    deck = presentar.of_commitment(*about)
    assert deck.title == compromiso.fiche(*about).question
    standing = slide(deck, "standing")
    assert standing.answer == f"{compromiso.standing(*about).question}."
    assert [figure.value for figure in standing.figures] == ["76.00", "3 of 5", "2"]
    assert standing.figures[2].is_overdue
    assert standing.strip == (("completed", "Completed", 3), ("execution", "Execution", 2))
    assert len(slide(deck, "milestones").table.rows) == 5


def test_commitment_of_which_nobody_reported_says_so():
    deck = presentar.of_commitment(SHIPPED["2020-12-31"], "paga1", 5, EN)
    assert slide(deck, "standing").answer == "Nobody has reported of its milestones."
    assert "lead institution" not in deck.footer


def test_workshop_says_first_when_and_where_and_what_is_not_known():
    about = SHIPPED[FIRST], "P1-CC-AMB", EN
    deck = presentar.of_event(*about)
    sheet = slide(deck, "sheet")
    assert [point.split(":")[0] for point in sheet.points[:3]] == ["When", "Where", "Called by"]
    assert taller.sheet(*about).notes[0] in sheet.basis
    (became,) = slide(deck, "proposals").plot.series
    table = event_outcome.proposals(*about).table
    assert sorted(became.values) == sorted(int(row[1].text) for row in table.rows)


def test_hostile_texts_are_shortened_and_kept_as_text(tmp_path):
    title = "<b>Pan</b> & =cmd!A0 \u202e" + "muy largo " * 40
    hostile = PLAN | {"commitments": PLAN["commitments"].replace("Pan      ", f"{title} ")}
    snapshot = publish(tmp_path / "snapshots" / "2026-03-31", hostile)
    deck = presentar.of_commitment(snapshot, "p1", 1, Language("es"))
    expect_short(deck)
    assert deck.slides[0].question.startswith("Compromiso 1: <b>Pan</b> & =cmd")
    assert deck.slides[0].question.endswith("…")


def test_a_shortened_text_ends_at_a_word_and_closes_its_bold():
    assert slides.shortened("**diez** hitos", 20) == "**diez** hitos"
    assert slides.shortened("uno dos tres", 9) == "uno dos…"
    assert slides.shortened("de **cuarenta y nueve** hitos", 16) == "de **cuarenta**…"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("screen", HALL)
def test_every_plot_is_drawn_for_every_screen(first, screen, mode, code):
    deck = presentar.of_plan(SHIPPED[FIRST], "paga1", Language(code))
    for each in deck.slides:
        if each.plot:
            figure = drawn(each.plot, mode=mode, screen=screen)
            assert figure.data, each.code
            sizes = [note.font.size for note in figure.layout.annotations]
            assert min(sizes) >= (15 if screen == "narrow" else 20), each.code


def test_no_line_joins_two_rounds_and_the_cut_off_is_marked(first):
    figure = drawn(slide(first, "timeline").plot)
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert [(trace.x, trace.y) for trace in marks] == [
        ((date(2021, 10, 21),), (27,)),
        ((date(2021, 10, 21),), (20,)),
        ((date(2021, 5, 31),), (15,)),
    ]
    assert len([trace for trace in figure.data if trace.mode == "lines"]) == 2
    assert date(2021, 10, 22) in [shape.x0 for shape in figure.layout.shapes]


def test_bars_begin_at_zero_and_carry_their_numbers(first):
    figure = drawn(slide(first, "proposals").plot)
    assert figure.layout.xaxis.range[0] == 0
    said = [note.text for note in figure.layout.annotations]
    assert [f"<b>{count}</b>" for count in (335, 181, 43, 10)] == [
        text for text in dict.fromkeys(said) if text.startswith("<b>")
    ]


def test_state_that_no_milestone_has_takes_no_room_in_a_bar(first):
    figure = drawn(slide(first, "commitments").plot)
    assert 0 not in [value for trace in figure.data for value in trace.x]

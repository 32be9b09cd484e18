"""Values in, marks out: what a figure says, not how it looks to the pixel."""

from datetime import date

import pytest

import charts
from charts.tokens import DARK, LIGHT, STATE_SYMBOLS, VOICE_SYMBOLS

CURVES = {
    "original": [(date(2020, 4, 30), 1), (date(2020, 8, 31), 3)],
    "in_force": [(date(2020, 6, 30), 1), (date(2021, 8, 31), 4)],
}
NAMES = {"original": "plan original", "in_force": "cronograma vigente"}
LEAD = charts.Round("lead", date(2020, 10, 21), 2, "Líder:<br>2 de 3", "líder")
PEER = charts.Round("counterpart", date(2020, 10, 25), 2, "Par:<br>2 de 3", "par")
PAPER = charts.Round("document", date(2020, 5, 31), 1, "Informe:<br>1 de 2", "informe")


def planned(rounds=(LEAD, PEER, PAPER), curves=CURVES, **how):
    return charts.planned_and_reported(
        curves, NAMES, rounds, 4, date(2020, 12, 31), "corte", "3 previstos", "jul", **how
    )


def traces(figure, mode: str) -> list:
    return [trace for trace in figure.data if trace.mode == mode]


def test_each_schedule_is_a_line_of_steps_from_zero_to_its_last_count():
    original, in_force = traces(planned(), "lines")
    assert (original.line.shape, in_force.line.shape) == ("hv", "hv")
    assert list(original.y) == [0, 1, 3, 3]
    assert list(in_force.y) == [0, 1, 4, 4]


def test_each_round_is_one_mark_and_no_line_joins_them():
    marks = traces(planned(), "markers")
    assert [(mark.x, mark.y) for mark in marks] == [
        ((LEAD.on,), (2,)), ((PEER.on,), (2,)), ((PAPER.on,), (1,)),
    ]  # fmt: skip
    assert [mark.marker.symbol for mark in marks] == [
        VOICE_SYMBOLS[name] for name in ("lead", "counterpart", "document")
    ]


def test_every_round_is_named_where_it_stands_and_no_label_covers_another():
    figure = planned()
    labels = {note.text: (note.ax, note.ay) for note in figure.layout.annotations if note.showarrow}
    assert set(labels) == {LEAD.label, PEER.label, PAPER.label}
    (lead_day, lead_y), (peer_day, peer_y) = labels[LEAD.label], labels[PEER.label]
    pixels = (figure.layout.height - 64) / figure.layout.yaxis.range[1]
    assert lead_day == peer_day > PEER.on
    assert abs(lead_y - peer_y) * pixels >= charts.LABEL_HEIGHT - 1


def test_counts_run_from_zero_to_the_total():
    axis = planned().layout.yaxis
    assert (axis.range[0], axis.tickvals[0], axis.tickvals[-1]) == (0, 0, 4)


def test_schedule_never_reprogrammed_is_one_line():
    (line,) = traces(planned(curves={"in_force": CURVES["in_force"]}), "lines")
    assert line.name == NAMES["in_force"]


def test_plan_without_reports_keeps_its_steps():
    assert len(planned(rounds=()).data) == 2


def test_cut_off_long_after_the_plan_does_not_squeeze_it():
    figure = charts.planned_and_reported(
        CURVES, NAMES, (), 4, date(2025, 5, 31), "corte", "", "jul"
    )
    assert figure.layout.xaxis.range[1] < date(2022, 6, 1)
    assert not figure.layout.shapes


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("mode, colors", [("light", LIGHT), ("dark", DARK)])
def test_figure_takes_the_colours_of_its_mode(mode, colors, narrow):
    figure = planned(mode=mode, narrow=narrow)
    assert figure.layout.paper_bgcolor == colors["paper"]
    assert traces(figure, "lines")[1].line.color == colors["in_force"]


DOTS = [
    charts.Dot("1. Pan", "1.1", 24, "execution", "1.1"),
    charts.Dot("1. Pan", "1.2", 0, "no_report", "1.2"),
    charts.Dot("1. Pan", "1.3", 0, "completed", "1.3"),
    charts.Dot("2. <b>Sal</b>", "2.1", -3, "stopped", "2.1"),
]


def slip(**how):
    return charts.slip_dots(DOTS, 0, "mediana", "meses", **how)


def test_each_milestone_is_a_dot_at_its_months_in_the_symbol_of_its_state():
    dots = slip().data
    assert [(dot.name, dot.x[0], dot.marker.symbol) for dot in dots] == [
        (dot.number, dot.months, STATE_SYMBOLS[dot.state]) for dot in DOTS
    ]


def test_equal_months_are_stacked_and_not_drawn_over_each_other():
    second, third = slip().data[1:3]
    assert second.x == third.x
    assert second.y != third.y


def test_only_the_farthest_are_named():
    named = {note.text for note in slip().layout.annotations}
    assert {"1.1", "2.1"} <= named
    assert not {"1.2", "1.3"} & named


def test_names_from_data_are_never_markup():
    texts = [note.text for note in slip().layout.annotations]
    assert "2. &lt;b&gt;Sal&lt;/b&gt;" in texts


def test_states_are_told_apart_by_shape_alone():
    assert len(set(STATE_SYMBOLS.values())) == len(STATE_SYMBOLS)
    assert set(LIGHT) == set(DARK) >= set(STATE_SYMBOLS)


@pytest.mark.parametrize("colors", [LIGHT, DARK])
@pytest.mark.parametrize("name, least", [("ink", 4.5), ("muted", 4.5), ("primary", 4.5),
                                         ("overdue", 4.5), *((s, 3) for s in STATE_SYMBOLS)])  # fmt: skip
def test_colour_stands_out_from_the_paper(colors, name, least):
    assert contrast(colors[name], colors["paper"]) >= least


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

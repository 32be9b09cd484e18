"""Pure functions: values and words in, Figure out. No Streamlit, no queries, no words of their own.

A figure carries no title: the page prints question, answer and unit above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

import plotly.graph_objects as go

from charts.tokens import MODES, STATE_SYMBOLS, VOICE_SYMBOLS

FONT = "IBM Plex Sans, sans-serif"
LABEL_HEIGHT = 40  # pixels a label of two lines takes
NEAR_DAYS = 160  # marks so near each other have their labels in one column


@dataclass(frozen=True)
class Round:
    """One reporting round of a voice: a mark, never joined to another by a line."""

    voice: str
    on: date
    completed: int
    label: str
    short_label: str


@dataclass(frozen=True)
class Dot:
    """A milestone by how many months its end was moved."""

    group: str
    number: str
    months: int
    state: str
    hover: str


def planned_and_reported(
    curves: dict[str, Sequence[tuple[date, int]]],
    curve_names: dict[str, str],
    rounds: Sequence[Round],
    total: int,
    cut_off: date,
    cut_off_label: str,
    planned_label: str,
    july: str,
    *,
    mode: str = "light",
    narrow: bool = False,
) -> go.Figure:
    """Steps of each schedule's planned ends, and a mark for each reporting round."""
    colors = MODES[mode]
    days = [day for steps in curves.values() for day, _ in steps] + [each.on for each in rounds]
    first, last = min(days) - timedelta(days=45), max(days)
    shows_cut_off = cut_off <= last + timedelta(days=90)
    if shows_cut_off:
        first, last = min(first, cut_off - timedelta(days=45)), max(last, cut_off)
    last += (last - first) * (0.3 if narrow else 0.16)
    height = 400
    figure = _figure(mode, height, left=34, right=8, top=34, bottom=30)
    ticks = _half_years(first, last)
    figure.update_xaxes(
        range=[first, last],
        tickvals=ticks,
        ticktext=[str(day.year) if day.month == 1 else july for day in ticks],
    )
    figure.update_yaxes(range=[0, total * 1.07], tickvals=_quarters(total))
    for name, steps in curves.items():
        _steps(figure, name, curve_names[name], steps, first, last, total, colors, narrow)
    if shows_cut_off:
        _cut_off_line(figure, cut_off, cut_off_label, planned_label, curves, colors, narrow)
    pixels = (height - 64) / (total * 1.07)
    places = _label_places(rounds, pixels, (last - first) * 0.015)
    for each in rounds:
        _round(figure, each, places[each], colors, narrow)
    return figure


def slip_dots(
    dots: Sequence[Dot],
    median: float,
    median_label: str,
    axis_label: str,
    *,
    mode: str = "light",
    narrow: bool = False,
) -> go.Figure:
    """A dot per milestone by months moved, stacked where equal, a row per group in given order."""
    colors = MODES[mode]
    groups = list(dict.fromkeys(dot.group for dot in dots))
    most = {
        group: max(
            sum(dot.group == group and dot.months == months for dot in dots)
            for months in {dot.months for dot in dots if dot.group == group}
        )
        for group in groups
    }
    step, label_height = 13, 30 if narrow else 0
    tops, y = {}, 0
    for group in groups:
        tops[group] = y
        y += label_height + max(34, most[group] * step + 16)
    left = 6 if narrow else 330
    figure = _figure(mode, y + 70, left=left, right=20, top=30, bottom=40)
    low, high = min(dot.months for dot in dots), max(dot.months for dot in dots)
    figure.update_xaxes(
        range=[min(low, 0) - 2, max(high, 0) + 2], dtick=6, showgrid=True, title_text=axis_label
    )
    figure.update_yaxes(range=[y, 0], visible=False)
    for group, top in tops.items():
        _group_label(figure, group, top, label_height, left, colors, narrow)
    figure.add_shape(
        type="line", x0=median, x1=median, y0=0, y1=y, line={"color": colors["ink"], "dash": "dot"}
    )
    _note(figure, median, 0, median_label, colors["ink"], yanchor="bottom", size=13)
    seen: dict[tuple[str, int], int] = {}
    for dot in dots:
        place = seen[dot.group, dot.months] = seen.get((dot.group, dot.months), 0) + 1
        at = tops[dot.group] + label_height + 6 + place * step
        figure.add_scatter(
            x=[dot.months], y=[at], mode="markers", name=dot.number,
            hovertext=escape(dot.hover, quote=False),
            hoverinfo="text", marker=_mark(dot.state, colors, 10),
        )  # fmt: skip
        if dot.months in (low, high):
            _note(figure, dot.months, at, dot.number, colors["ink"], xanchor="left", xshift=9)
    return figure


def _figure(mode: str, height: int, left: int, right: int, top: int, bottom: int) -> go.Figure:
    """Paper-coloured, hair rules, no frame, no legend, nothing to drag."""
    colors = MODES[mode]
    axis = {
        "gridcolor": colors["rule"], "zeroline": False, "ticks": "", "fixedrange": True,
        "tickfont": {"color": colors["muted"], "size": 14},
        "title_font": {"color": colors["muted"], "size": 14},
    }  # fmt: skip
    return go.Figure(
        layout={
            "height": height, "showlegend": False, "dragmode": False, "hovermode": "closest",
            "paper_bgcolor": colors["paper"], "plot_bgcolor": colors["paper"],
            "font": {"family": FONT, "size": 14, "color": colors["ink"]},
            "hoverlabel": {
                "bgcolor": colors["surface"], "bordercolor": colors["rule"],
                "font": {"family": FONT, "size": 14, "color": colors["ink"]},
            },
            "margin": {"l": left, "r": right, "t": top, "b": bottom},
            "xaxis": axis | {"showgrid": False}, "yaxis": axis | {"showgrid": True},
        }
    )  # fmt: skip


def _steps(figure, name, label, steps, first, last, total, colors, narrow) -> None:
    days = [first, *(day for day, _ in steps), last]
    counts = [0, *(count for _, count in steps), steps[-1][1]]
    figure.add_scatter(
        x=days, y=counts, mode="lines", name=label,
        line={"shape": "hv", "width": 3.2 if name == "in_force" else 1.6, "color": colors[name]},
        hovertemplate="%{y} / " + f"{total}<extra>{label}</extra>",
    )  # fmt: skip
    # named where the curve is steepest by day: at two fifths of its height above, or below it
    is_original = name == "original"
    reach = 0.55 if is_original else 0.82
    at = next((day for day, count in steps if count >= reach * steps[-1][1]), days[-1])
    count = dict(steps)[at] if at in dict(steps) else counts[-1]
    text = label.replace(" ", "<br>", 1) if narrow else label
    text = text if is_original else f"<b>{text}</b>"
    color = colors["muted"] if is_original else colors["ink"]
    figure.add_annotation(
        x=at, y=count, text=text, showarrow=False,
        font={"color": color, "size": 13 if narrow else 14},
        xanchor="right" if is_original else "left", yanchor="bottom" if is_original else "top",
        xshift=-6 if is_original else 8, yshift=2 if is_original else -4,
    )  # fmt: skip


def _cut_off_line(figure, cut_off, label, planned_label, curves, colors, narrow) -> None:
    figure.add_shape(
        type="line", x0=cut_off, x1=cut_off, y0=0, y1=1, yref="paper",
        line={"color": colors["ink"], "width": 1, "dash": "dot"},
    )  # fmt: skip
    _note(figure, cut_off, 1, label, colors["ink"], yref="paper", yanchor="bottom", yshift=2)
    asked = max((count for day, count in curves["in_force"] if day <= cut_off), default=0)
    if planned_label and not narrow:
        _note(figure, cut_off, asked, planned_label, colors["ink"], xanchor="right",
              yanchor="bottom", xshift=-8, yshift=2)  # fmt: skip


def _label_places(
    rounds: Sequence[Round], pixels: float, gap: timedelta
) -> dict[Round, tuple[date, float]]:
    """Day and count at which each label stands: right of the marks near it, none on another."""
    places: dict[Round, tuple[date, float]] = {}
    for each in sorted(rounds, key=lambda each: (-each.completed, each.on)):
        near = [other for other in rounds if abs((other.on - each.on).days) < NEAR_DAYS]
        highest = float(each.completed)
        for other in near:
            if other in places:
                highest = min(highest, places[other][1] - LABEL_HEIGHT / pixels)
        places[each] = max(other.on for other in near) + gap, highest
    return places


def _round(figure, each: Round, place: tuple[date, float], colors, narrow: bool) -> None:
    symbol = VOICE_SYMBOLS[each.voice]
    figure.add_scatter(
        x=[each.on], y=[each.completed], mode="markers", name=each.voice,
        marker={"symbol": symbol, "size": 11, "color": colors["ink"],
                "line": {"width": 2, "color": colors["ink" if "open" in symbol else "paper"]}},
        hovertemplate=f"{each.label}<extra></extra>", cliponaxis=False,
    )  # fmt: skip
    figure.add_annotation(
        x=each.on, y=each.completed, text=each.short_label if narrow else each.label,
        axref="x", ayref="y", ax=place[0], ay=place[1], xanchor="left", align="left",
        showarrow=True, arrowhead=0, arrowwidth=1, arrowcolor=colors["muted"], standoff=7,
        font={"color": colors["ink"], "size": 13}, bgcolor=colors["paper"], borderpad=1,
    )  # fmt: skip


def _mark(state: str, colors: dict[str, str], size: int) -> dict:
    """Open symbols are drawn by their line, filled ones by their fill."""
    return {
        "symbol": STATE_SYMBOLS[state], "size": size, "color": colors[state],
        "line": {"color": colors[state], "width": 2},
    }  # fmt: skip


def _group_label(figure, group, top, label_height, left, colors, narrow) -> None:
    figure.add_shape(
        type="line", xref="paper", x0=0 if narrow else -0.6, x1=1, y0=top, y1=top,
        line={"color": colors["rule"], "width": 1}, layer="below",
    )  # fmt: skip
    _note(
        figure, 0, top + (label_height / 2 if narrow else 17),
        escape(_shortened(group, 46 if narrow else 50), quote=False),
        colors["ink"], xref="paper", xanchor="left", xshift=0 if narrow else -left + 4,
    )  # fmt: skip


def _note(figure, x, y, text, color, size: int = 13, **more) -> None:
    figure.add_annotation(
        x=x, y=y, text=text, showarrow=False, font={"color": color, "size": size}, **more
    )


def _half_years(first: date, last: date) -> list[date]:
    days = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in (1, 7)]
    return [day for day in days if first <= day <= last]


def _quarters(total: int) -> list[int]:
    """0, the total, and round values between that do not crowd it."""
    step = next(s for s in (1, 2, 5, 10, 15, 20, 25, 50, 100, 250, 1000) if total / s <= 5)
    return [*range(0, max(total - step // 2, 1), step), total]


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"

"""Charts of few numbers in large type, read from the back of a hall. Same look, same tokens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape

import plotly.graph_objects as go

from charts import _figure, _note, _quarters, _shortened
from charts.tokens import MODES

STEPS, STACKED = "steps", "stacked"
OUTLINED = ("definition", "planning")
HATCHED = "no_report"


@dataclass(frozen=True)
class Size:
    """Pixels of a chart for one kind of screen, and letters of a category."""

    height: int
    text: int
    left: int
    letters: int
    right: int


HALL = {
    "low": Size(350, 20, 500, 48, 320),
    "tall": Size(540, 29, 740, 48, 470),
    "narrow": Size(380, 15, 8, 44, 8),
}
NARROW = 100  # pixels at the left: less leaves no room for names
FEW, LARGER = 3, 1.4  # so few categories are written so much larger


def drawn(
    plot,
    *,
    mode: str = "light",
    screen: str = "low",
    said: Callable[[float], str] = str,
) -> go.Figure:
    """A plot of `readings` for a low screen, a tall one or a telephone; `said` writes a number."""
    draw = {STEPS: _steps, STACKED: _stacked}.get(plot.kind, _bars)
    return draw(plot, MODES[mode], mode, HALL[screen], said)


def _bars(plot, colors: dict, mode: str, size: Size, said: Callable) -> go.Figure:
    """A bar per category with its number at its end; a second series is a mark beside it."""
    size = _larger(plot, size)
    first, *others = plot.series
    letters = max((len(f"{one.name} {said(100)}") for one in others), default=6)
    figure, step = _rows(plot, mode, size, right=letters * size.text * 0.62)
    known = [value for one in plot.series for value in one.values if value is not None]
    figure.update_xaxes(range=[0, max(known, default=1)], visible=False)
    for place, value in enumerate(first.values):
        if value is None:
            continue
        y = place * step + _down(size, step)
        figure.add_bar(
            x=[value], y=[y], orientation="h", width=step * 0.42,
            marker_color=colors[first.colour], name=first.name, hoverinfo="skip",
        )  # fmt: skip
        marks = [(one.name, one.values[place]) for one in others if one.values[place] is not None]
        _end_of_bar(figure, value, marks, y, step, colors, size, said)
    return figure


def _larger(plot, size: Size) -> Size:
    if len(plot.categories) > FEW or size.left < NARROW:
        return size
    return replace(size, text=int(size.text * LARGER), letters=int(size.letters / LARGER))


def _end_of_bar(figure, value, marks, y, step, colors, size: Size, said: Callable) -> None:
    """The number, beyond the mark where that lies farther out; the mark named below it."""
    end = max(value, *(mark for _name, mark in marks)) if marks else value
    beside = "".join(f"<br>{escape(name, quote=False)} {said(mark)}" for name, mark in marks)
    for _name, mark in marks:
        figure.add_scatter(
            x=[mark, mark], y=[y - step * 0.32, y + step * 0.32], mode="lines", hoverinfo="skip",
            line={"color": colors["ink"], "width": 5}, name="census", cliponaxis=False,
        )  # fmt: skip
    _note(figure, end, y, f"<b>{said(value)}</b>{beside}", colors["ink"], size=size.text,
          xanchor="left", xshift=10, align="left")  # fmt: skip


def _stacked(plot, colors: dict, mode: str, size: Size, said: Callable) -> go.Figure:
    """Parts of each category side by side, each with its number in it."""
    figure, step = _rows(plot, mode, size)
    figure.update_layout(barmode="stack")
    parts = zip(*(one.values for one in plot.series), strict=True)
    totals = [sum(filter(None, values)) for values in parts]
    figure.update_xaxes(range=[0, max(totals, default=1) * 1.02], visible=False)
    rows = [place * step + _down(size, step) for place in range(len(plot.categories))]
    ends = [0.0] * len(rows)
    for one in plot.series:
        figure.add_bar(
            x=[value or None for value in one.values], y=rows, orientation="h", name=one.name,
            width=step * (0.5 if size.left < NARROW else 0.72), hoverinfo="skip",
            marker=_fill(one.colour, colors),
        )  # fmt: skip
        for place, value in enumerate(one.values):
            if value:
                _in_bar(figure, said(value), ends[place] + value / 2, rows[place], one.colour,
                        colors, min(size.text, round(step * 0.64)))  # fmt: skip
                ends[place] += value
    return figure


def _in_bar(figure, text: str, x: float, y: float, colour: str, colors, size: int) -> None:
    """A number in its part of a bar; on hatching it stands on paper."""
    ground = {"bgcolor": colors["paper"], "borderpad": 0} if colour == HATCHED else {}
    _note(figure, x, y, text, _on(colour, colors), size=size, **ground)


def _fill(colour: str, colors: dict[str, str]) -> dict:
    """As in the strip: not begun is an outline, unknown is hatched."""
    line = {"color": colors[colour] if colour in OUTLINED else colors["paper"], "width": 2.5}
    if colour == HATCHED:
        shape = {"shape": "-", "fgcolor": colors[colour], "bgcolor": colors["paper"], "size": 8}
        return {"color": colors["paper"], "pattern": shape, "line": line}
    return {"color": colors["paper" if colour in OUTLINED else colour], "line": line}


def _on(colour: str, colors: dict[str, str]) -> str:
    return colors["ink" if colour in (*OUTLINED, HATCHED) else "paper"]


def _rows(plot, mode: str, size: Size, right: float = 8) -> tuple[go.Figure, float]:
    """An empty figure with a line per category, named at its left or above it."""
    is_narrow = size.left < NARROW
    count = len(plot.categories)
    height = max(size.height, 62 * count) if is_narrow else size.height
    step = min((height - 10) / max(count, 1), 4 * size.text)
    longest = max((len(name) for name in plot.categories), default=0)
    left = size.left if is_narrow else min(size.left, longest * size.text * 0.58 + 40)
    figure = _figure(mode, int(step * count) + 10, left=left, right=int(right), top=4, bottom=6)
    figure.update_yaxes(range=[step * count, 0], visible=False)
    color = MODES[mode]["ink"]
    for place, name in enumerate(plot.categories):
        label = _wrapped(name, size.letters, 2 if step > 2.4 * size.text and not is_narrow else 1)
        y = place * step + (step * 0.18 if is_narrow else step / 2)
        _note(figure, 0, y, label, color, size=min(size.text, int(step * 0.7)), xref="paper",
              xanchor="left", align="left", xshift=0 if is_narrow else 4 - left)  # fmt: skip
    return figure, step


def _wrapped(name: str, letters: int, lines: int) -> str:
    """On one line or two, the last one shortened."""
    head, _space, _tail = name[: letters + 1].rpartition(" ")
    if lines == 1 or len(name) <= letters or not head:
        return escape(_shortened(name, letters), quote=False)
    rest = name[len(head) + 1 :]
    return "<br>".join((escape(head, quote=False), _wrapped(rest, letters, lines - 1)))


def _down(size: Size, step: float) -> float:
    """From the top of a line to the middle of its bar."""
    return step * (0.68 if size.left < NARROW else 0.5)


def _steps(plot, colors: dict, mode: str, size: Size, said: Callable) -> go.Figure:
    """Lines of what is known on every day, and a mark for what was told on one."""
    days = [date.fromisoformat(day) for day in plot.categories]
    lines = [one for one in plot.series if None not in one.values]
    marks = [one for one in plot.series if None in one.values]
    is_narrow = size.left < NARROW
    top = max(value for one in plot.series for value in one.values if value is not None)
    height = 1.1 * size.height
    figure = _figure(mode, height, left=2.2 * size.text, right=size.right,
                     top=1.7 * size.text, bottom=1.8 * size.text)  # fmt: skip
    figure.update_yaxes(range=[0, top * 1.08], tickvals=_quarters(top), tickfont_size=size.text)
    figure.update_xaxes(
        range=[days[0] - timedelta(days=30), days[-1] + timedelta(days=20)],
        tickfont_size=size.text, tickvals=_januaries(days), tickformat="%Y",
        ticks="outside", ticklen=0.3 * size.text, tickcolor=colors["paper"],
    )  # fmt: skip
    for one in lines:
        _line(figure, one, days, colors, size)
    told = [(one, _only(one, days)) for one in marks]
    for one, at in told:
        if one.colour != "ink":
            _cut_off(figure, one, at, colors, size, said)
    _told(figure, [pair for pair in told if pair[0].colour == "ink"], top, colors, size, said,
          is_narrow)  # fmt: skip
    return figure


def _januaries(days: Sequence[date]) -> list[date]:
    first = [date(year, 1, 1) for year in range(days[0].year, days[-1].year + 1)]
    return [day for day in first if day >= days[0] - timedelta(days=30)]


def _only(one, days: Sequence[date]) -> tuple[date, float]:
    return next((d, v) for d, v in zip(days, one.values, strict=True) if v is not None)


def _line(figure, one, days, colors, size: Size) -> None:
    """A step line, named where it is steepest: the thin one above it, the thick one below."""
    is_main = one.colour == "in_force"
    figure.add_scatter(
        x=list(days), y=list(one.values), mode="lines", name=one.name, hoverinfo="skip",
        line={"shape": "hv", "color": colors[one.colour], "width": 5 if is_main else 2.5},
    )  # fmt: skip
    reach = (0.1 if is_main else 0.55) * max(one.values)
    at = next(place for place, value in enumerate(one.values) if value >= reach)
    text = escape(one.name, quote=False)
    _note(
        figure, days[at], one.values[at], f"<b>{text}</b>" if is_main else text,
        colors["ink" if is_main else "muted"], size=size.text,
        xanchor="left" if is_main else "right", yanchor="top" if is_main else "bottom",
        xshift=12 if is_main else -8, yshift=-2 if is_main else 2,
    )  # fmt: skip


def _cut_off(figure, one, at: tuple[date, float], colors, size: Size, said: Callable) -> None:
    """A dotted line up to the curve it cuts, with the count that was asked for by that day."""
    day, value = at
    figure.add_shape(
        type="line", x0=day, x1=day, y0=0, y1=1, yref="paper",
        line={"color": colors["ink"], "width": 1.5, "dash": "dot"},
    )  # fmt: skip
    _note(figure, day, 1, escape(one.name, quote=False), colors["ink"], size=size.text,
          yref="paper", yanchor="bottom", yshift=2)  # fmt: skip
    _note(figure, day, value, f"<b>{said(value)}</b>", colors["ink"], size=size.text,
          xanchor="right", yanchor="bottom", xshift=-8)  # fmt: skip


def _told(figure, told, top, colors, size: Size, said: Callable, is_narrow: bool) -> None:
    """A mark for each, named at the right end of a thin line; its number alone on a telephone."""
    ordered = sorted(told, key=lambda pair: (-pair[1][1], pair[1][0]))
    gap = 2.6 * size.text * top * 1.08 / (1.1 * size.height - 3.5 * size.text)
    highest = top * 1.06
    for place, (one, (day, value)) in enumerate(ordered):
        _mark(figure, one.name, day, value, colors, size)
        number = f"<b>{said(value)}</b>"
        if is_narrow:
            _note(figure, day, value, number, colors["ink"], size=size.text, xanchor="left",
                  xshift=10)  # fmt: skip
            continue
        at = max(min(value, highest), (len(ordered) - place - 0.6) * gap)
        highest = at - gap
        name = escape(one.name, quote=False).replace(", ", "<br>", 1)
        _named(figure, f"{number} {name}", (day, value), at, colors, size)


def _mark(figure, name: str, day: date, value: float, colors, size: Size) -> None:
    figure.add_scatter(
        x=[day], y=[value], mode="markers", name=name, hoverinfo="skip", cliponaxis=False,
        marker={"symbol": "circle", "size": 0.8 * size.text, "color": colors["ink"],
                "line": {"width": 2, "color": colors["paper"]}},
    )  # fmt: skip


def _named(figure, text: str, mark: tuple[date, float], at: float, colors, size: Size) -> None:
    """The name beside the axis, and a thin line from it to its mark."""
    last = figure.layout.xaxis.range[1]
    figure.add_shape(
        type="line", x0=mark[0], y0=mark[1], x1=last, y1=at, layer="below",
        line={"color": colors["muted"], "width": 1},
    )  # fmt: skip
    _note(figure, 1, at, text, colors["ink"], size=size.text, xref="paper", xanchor="left",
          xshift=6, align="left")  # fmt: skip

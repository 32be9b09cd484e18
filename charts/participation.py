"""Shares of those who took part, each with its interval and its mark in the census."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from charts import _figure, _note, _shortened
from charts.tokens import MODES

BAR, TICK, INTERVAL, WITHHELD = "bar", "census", "interval", "withheld"
HALF_BAR, HALF_TICK = 9, 15  # pixels


@dataclass(frozen=True)
class Bar:
    """A group: percents as numbers, and what is said of it as words.

    Solid where something can be said, dashed and empty where not; hatched up to the highest share
    possible where the count is withheld.
    """

    group: str
    share: float
    low: float
    high: float
    census: float | None
    label: str
    word: str
    is_clear: bool
    is_withheld: bool = False


def shares(
    bars: Sequence[Bar],
    census_label: str,
    tick_suffix: str,
    *,
    mode: str = "light",
    narrow: bool = False,
) -> go.Figure:
    """A bar per group in the order given, its 95 % interval as a line, the census as a tick."""
    colors = MODES[mode]
    step, left, right = (84, 8, 8) if narrow else (44, 210, 290)
    height = step * len(bars)
    top = max(max(bar.high, bar.census or 0) for bar in bars) * 1.06
    figure = _figure(mode, height + 62, left=left, right=right, top=26, bottom=34)
    figure.update_xaxes(range=[0, min(top, 106)], ticksuffix=tick_suffix, nticks=6, showgrid=True)
    figure.update_yaxes(range=[height, 0], visible=False)
    figure.update_layout(barmode="overlay")
    is_named = False
    for place, bar in enumerate(bars):
        y = place * step + (step * 0.68 if narrow else step / 2)
        _bar(figure, bar, y, colors)
        _label(figure, bar, y, left, colors, narrow)
        if bar.census is not None:
            _tick(figure, bar.census, y, colors)
            if not is_named:
                _name_of_tick(figure, bar.census, y, census_label, colors, narrow)
            is_named = True
    return figure


def _bar(figure: go.Figure, bar: Bar, y: float, colors: dict[str, str]) -> None:
    is_filled = bar.is_clear and not bar.is_withheld
    line = colors["execution" if is_filled else "no_report"]
    end = bar.high if bar.is_withheld else bar.share
    marker = {"color": colors["execution" if is_filled else "paper"], "opacity": 0.45}
    if bar.is_withheld:
        marker = {
            "color": colors["paper"],
            "pattern": {"shape": "/", "fgcolor": line, "bgcolor": colors["paper"], "size": 7},
        }
    figure.add_bar(
        x=[end], y=[y], width=2 * HALF_BAR, orientation="h", marker=marker,
        name=WITHHELD if bar.is_withheld else BAR,
        hovertext=escape(f"{bar.group}: {bar.label} · {bar.word}".rstrip(" ·"), quote=False),
        hoverinfo="text",
    )  # fmt: skip
    figure.add_shape(
        type="rect", x0=0, x1=end, y0=y - HALF_BAR, y1=y + HALF_BAR,
        line={"width": 1.5, "color": line, "dash": "solid" if is_filled else "3px,2px"},
    )  # fmt: skip
    if not bar.is_withheld:
        figure.add_scatter(
            x=[bar.low, bar.high], y=[y, y], mode="lines", hoverinfo="skip", name=INTERVAL,
            line={"color": colors["ink"], "width": 2},
        )  # fmt: skip


def _tick(figure: go.Figure, census: float, y: float, colors: dict[str, str]) -> None:
    figure.add_scatter(
        x=[census, census], y=[y - HALF_TICK, y + HALF_TICK], mode="lines", hoverinfo="skip",
        name=TICK, line={"color": colors["ink"], "width": 3.5},
    )  # fmt: skip


def _name_of_tick(figure, census, y, label, colors, narrow) -> None:
    """Above the first tick; below it where the group's own label stands above."""
    _note(
        figure, census, y + (HALF_TICK if narrow else -HALF_TICK),
        f"<b>{escape(label, quote=False)}</b>", colors["ink"],
        yanchor="top" if narrow else "bottom",
    )  # fmt: skip


def _label(figure, bar: Bar, y: float, left: int, colors: dict[str, str], narrow: bool) -> None:
    """The group at the left of its bar and what is said of it at the right, or both above."""
    group = f"<b>{escape(_shortened(bar.group, 44 if narrow else 27), quote=False)}</b>"
    word = escape(bar.word, quote=False)
    color = colors["ink" if bar.is_clear else "muted"]
    if narrow:
        said = " · ".join(filter(None, (escape(bar.label, quote=False), word)))
        _note(figure, 0, y - 34, f"{group}<br>{said}", colors["ink"], xref="paper",
              xanchor="left", align="left")  # fmt: skip
        return
    _note(figure, 0, y, group, colors["ink"], size=14, xref="paper", xanchor="left",
          align="left", xshift=4 - left)  # fmt: skip
    said = f"<b>{escape(bar.label, quote=False)}</b>  {word}"
    _note(figure, 1, y, said, color, size=14, xref="paper", xanchor="left", xshift=14)

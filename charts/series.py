"""Small multiples of measures observed more than once."""

from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts import _figure
from charts.tokens import MODES


@dataclass(frozen=True)
class Series:
    """Values of one measure: when as shown, value, and value as shown, oldest first."""

    name: str
    points: tuple[tuple[str, float, str], ...]


def small_multiples(
    series: tuple[Series, ...], *, mode: str = "light", narrow: bool = False
) -> go.Figure:
    """A row of bars per measure, each from zero on a scale of its own; no line joins them."""
    colors = MODES[mode]
    columns = 1 if narrow else min(len(series), 3)
    rows = -(-len(series) // columns)
    titles = [f"<b>{escape(one.name)}</b>" for one in series]
    figure = make_subplots(rows, columns, vertical_spacing=0.28 / rows, subplot_titles=titles)
    base = _figure(mode, 210 * rows + 20, left=8, right=8, top=40, bottom=34)
    figure.update_layout(base.layout)
    for place, one in enumerate(series):
        where = {"row": place // columns + 1, "col": place % columns + 1}
        figure.add_bar(
            x=[when for when, _, _ in one.points], y=[value for _, value, _ in one.points],
            text=[label for _, _, label in one.points], textposition="outside", cliponaxis=False,
            marker_color=colors["execution"], width=0.42, name=one.name,
            hovertemplate="%{x}: %{text}<extra></extra>", **where,
        )  # fmt: skip
        highest = max(value for _, value, _ in one.points)
        figure.update_yaxes(range=[0, highest * 1.25], visible=False, **where)
        figure.update_xaxes(
            type="category", tickfont={"color": colors["muted"], "size": 13}, **where
        )
    figure.update_annotations(font={"size": 13, "color": colors["ink"]})
    return figure

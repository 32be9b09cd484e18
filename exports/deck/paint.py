"""Colours of the look on native shapes: by the theme where it has them, states as everywhere."""

from pptx.dml.color import ColorFormat, RGBColor
from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat
from pptx.enum.dml import MSO_LINE, MSO_PATTERN, MSO_THEME_COLOR
from pptx.util import Pt

from charts.tokens import LIGHT, STATE_SYMBOLS

THEME = {  # slot of the theme: token
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "muted",
    "lt2": "surface",
    "accent1": "primary",
    "accent2": "completed",
    "accent3": "execution",
    "accent4": "planning",
    "accent5": "definition",
    "accent6": "stopped",
    "hlink": "primary",
    "folHlink": "muted",
}
THEMED = {
    "ink": MSO_THEME_COLOR.TEXT_1,
    "paper": MSO_THEME_COLOR.BACKGROUND_1,
    "muted": MSO_THEME_COLOR.TEXT_2,
    "surface": MSO_THEME_COLOR.BACKGROUND_2,
    "primary": MSO_THEME_COLOR.ACCENT_1,
    "completed": MSO_THEME_COLOR.ACCENT_2,
    "execution": MSO_THEME_COLOR.ACCENT_3,
    "planning": MSO_THEME_COLOR.ACCENT_4,
    "definition": MSO_THEME_COLOR.ACCENT_5,
    "stopped": MSO_THEME_COLOR.ACCENT_6,
}

LETTERS = {  # plotly's name of a symbol: the letter that stands for it in a text
    "circle": "●",
    "triangle-right": "►",
    "diamond-open": "◇",
    "circle-open": "○",
    "x": "×",
    "line-ew-open": "–",
}
MARKS = {state: LETTERS[symbol] for state, symbol in STATE_SYMBOLS.items()}


def paint(color: ColorFormat, token: str) -> None:
    """A colour of the look; a new theme repaints what the theme has."""
    if token in THEMED:
        color.theme_color = THEMED[token]
    else:
        color.rgb = RGBColor.from_string(LIGHT[token].lstrip("#"))


def fill(surface: FillFormat, token: str | None) -> None:
    if token is None:
        surface.background()
        return
    surface.solid()
    paint(surface.fore_color, token)


def hatch(surface: FillFormat, token: str, pattern=MSO_PATTERN.LIGHT_HORIZONTAL) -> None:
    surface.patterned()
    surface.pattern = pattern
    paint(surface.fore_color, token)
    paint(surface.back_color, "paper")


def outline(
    line: LineFormat, token: str | None, weight: float = 1, is_dashed: bool = False
) -> None:
    if token is None:
        line.fill.background()
        return
    fill(line.fill, token)
    line.width = Pt(weight)
    if is_dashed:
        line.dash_style = MSO_LINE.DASH


def paint_state(surface: FillFormat, line: LineFormat, state: str, weight: float = 1) -> None:
    """Open: not begun; solid: under way or done; hair lines: no report."""
    if state == "no_report":
        hatch(surface, state)
        outline(line, None)
        return
    fill(surface, "paper" if is_open(state) else state)
    outline(line, state, weight)


def paint_part(surface: FillFormat, line: LineFormat, state: str) -> None:
    """As a state is painted, but with room for a number where nobody reported."""
    if state == "no_report":
        fill(surface, "paper")
        outline(line, state, 1.5, is_dashed=True)
    else:
        paint_state(surface, line, state, 1.5)


def is_open(state: str) -> bool:
    return STATE_SYMBOLS.get(state, "").endswith("-open")


def readable_on(token: str) -> str:
    """The colour of letters on a shape of that colour."""
    is_dark = token != "no_report" and not is_open(token)
    return "paper" if is_dark else "ink"

"""Colours and symbols of the look, light and dark: the one place where a colour is written.

Each colour's contrast with the paper of its mode was measured: text at least 4.5, marks at least 3.
"""

LIGHT = {
    "paper": "#FBF9F4", "surface": "#F2EDE2", "ink": "#22262B", "muted": "#5B574F",
    "rule": "#D8CFBE", "primary": "#1D4F73",
    "definition": "#B07D1C", "planning": "#3A6FD0", "execution": "#235F63",
    "completed": "#142B3A", "stopped": "#7E2319", "no_report": "#837C71",
    "original": "#8F8069", "in_force": "#3F474F", "overdue": "#B7431F",
}  # fmt: skip
DARK = {
    "paper": "#171614", "surface": "#23211D", "ink": "#EDE7DB", "muted": "#B3AB9D",
    "rule": "#403B33", "primary": "#8DBDE0",
    "definition": "#A77B24", "planning": "#619EF5", "execution": "#4CCFA6",
    "completed": "#EDF5F1", "stopped": "#C9404A", "no_report": "#8A8277",
    "original": "#9A8A70", "in_force": "#D5CDBE", "overdue": "#F08A5D",
}  # fmt: skip
MODES = {"light": LIGHT, "dark": DARK}

# plotly's name of each state's symbol; open = not begun, solid = under way or done
STATE_SYMBOLS = {
    "completed": "circle",
    "execution": "triangle-right",
    "planning": "diamond-open",
    "definition": "circle-open",
    "stopped": "x",
    "no_report": "line-ew-open",
}
# voices have no colour of their own: shape tells them apart, and each is labelled where it stands
VOICE_SYMBOLS = {
    "lead": "circle",
    "counterpart": "square",
    "core_group": "triangle-up",
    "document": "diamond-open",
}

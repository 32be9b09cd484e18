"""The style sheet: the tokens as variables for both modes, then `look.css`."""

import hashlib
from functools import cache
from pathlib import Path

from charts.tokens import DARK, LIGHT

SOURCE = Path(__file__).parent / "look.css"


@cache
def style_sheet() -> str:
    """What the browser gets; both modes follow the reader's system, as Streamlit does.

    Dialogs and popovers hang outside .stApp, so all of it hangs on the root.
    """
    names = "\n".join(
        f"  --{name.replace('_', '-')}: light-dark({LIGHT[name]}, {DARK[name]});" for name in LIGHT
    )
    return f":root {{\n  color-scheme: light dark;\n{names}\n}}\n{SOURCE.read_text('utf-8')}"


@cache
def version() -> str:
    """Changes when the style sheet does, so that browsers may keep it."""
    return hashlib.sha256(style_sheet().encode()).hexdigest()[:12]

"""HTML that Streamlit cannot draw by itself, made in one place, every value escaped."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parent / "templates"
BOLD = re.compile(r"\*\*(.+?)\*\*")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["bold"] = _bold
    return environment


def _bold(text: str) -> Markup:
    """Escape, then turn **figures** into bold ones."""
    return Markup(BOLD.sub(r"<b>\1</b>", str(escape(text))))


def html(template: str, **values: object) -> str:
    """A template of `frame/templates/` with its values."""
    return _environment().get_template(f"{template}.html").render(values)

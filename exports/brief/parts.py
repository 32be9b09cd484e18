"""An empty text document with our styles, on A4, that says nothing of who or what made it."""

from pathlib import Path
from string import Template

from docx import Document
from docx.document import Document as Open
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from charts.tokens import LIGHT

PARTS = Path(__file__).parent / "word"
KEPT = ("styles", "settings", "numbering", "theme", "officeDocument", "core-properties")


def emptied(language: str) -> Open:
    """A document in that language, of the library's own template only what is used."""
    document = Document()
    for holder in (document.part.package, document.part):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] not in KEPT:
                del holder.rels[name]
    for name, element in (
        ("styles", document.styles.element),
        ("numbering", document.part.numbering_part.element),
        ("settings", document.settings.element),
    ):
        element[:] = list(_part(name, language))
    _on_a4(document)
    _undated(document)
    return document


def _part(name: str, language: str):
    """A part of ours in the colours of the look."""
    words = Template((PARTS / f"{name}.xml").read_text("utf-8"))
    colours = {name: colour.lstrip("#") for name, colour in LIGHT.items()}
    return parse_xml(words.substitute(colours, language=language))


def _on_a4(document: Open) -> None:
    (page,) = document.sections
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin, page.bottom_margin = Mm(16), Mm(18)
    page.header_distance = page.footer_distance = Mm(9)


def _undated(document: Open) -> None:
    """Neither day nor program: two runs give the same bytes."""
    element = document.core_properties._element
    element[:] = []

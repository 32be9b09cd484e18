"""The meeting brief as a tagged PDF (PDF/UA-1), the same bytes on every machine."""

import json
import re
from functools import cache
from pathlib import Path

import typst

from charts.tokens import LIGHT
from exports.brief import Block, blocks, footer
from exports.words import TAGS, clean
from language import Language
from readings.informe import Brief

HERE = Path(__file__).parent
UNDRAWN = re.compile(
    "[^ -~\u00a0-\u017f\u0218-\u021b\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u1ea0-\u1ef9"
    "\u2000-\u200a\u2010-\u2015‘-‚“-„†-•…\u202f‰′″‹›⁄€№™←-↙∂∆∏∑−√∞∫≈≠≤≥◊✓\ufffd]"
)


def as_pdf(brief: Brief, language: Language) -> bytes:
    """Blocks go to the template as data; what its fonts cannot draw is shown as missing."""
    said = json.dumps(_document(brief, language), default=_plain, ensure_ascii=False)
    return typst.compile(
        HERE / "brief.typ",
        root=HERE,
        font_paths=_fonts(),
        sys_inputs={"brief": UNDRAWN.sub("\ufffd", said)},
        pdf_standards=["ua-1"],
    )


@cache
def _fonts() -> typst.Fonts:
    """Those of this project alone."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"]
    )


def _document(brief: Brief, language: Language) -> dict:
    code, region = TAGS[language.code].split("-")
    return {
        "title": clean(brief.title),
        "author": language.gettext("Open State Dashboard"),
        "language": code,
        "region": region,
        "colours": LIGHT,
        "footer": footer(brief, language),
        "blocks": [_named(block) for block in blocks(brief, language)],
    }


def _named(block: Block) -> dict:
    return {"kind": type(block).__name__.lower(), **vars(block)}


def _plain(value: object) -> dict:
    return vars(value)

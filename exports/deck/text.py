"""Texts of a deck: made safe once, said in their language, and cut only as far as they must be."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from pptx.util import Pt

from exports.deck.paint import paint
from exports.words import TAGS, clean
from language import Language


def tag(language: Language) -> str:
    """The language as an office program calls it."""
    return TAGS[language.code]


def readable(value):
    """The same value with every text in it free of controls."""
    if isinstance(value, str):
        return clean(value)
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: readable(getattr(value, name)) for name in names})
    if isinstance(value, Mapping):
        return {key: readable(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(readable(held) for held in value)
    return value


def say(paragraph, text: str, tag: str, *, size=None, token=None, is_bold=None, is_heading=False):
    """One run of text in its language; what is not given is as the layout has it."""
    run = paragraph.add_run()
    run.text = text
    run.font._element.set("lang", tag)
    if size:
        run.font.size = Pt(size)
    if is_bold is not None:
        run.font.bold = is_bold
    if is_heading:
        run.font.name = "+mj-lt"
    if token:
        paint(run.font.color, token)
    return run


def plain(text: str) -> str:
    return text.replace("**", "")


def emphasised(text: str, shown: str) -> list[tuple[str, bool]]:
    """What is shown of a text, in pieces that are bold or not."""
    pieces, start = [], 0
    for place, piece in enumerate(text.split("**")):
        part = shown[start : start + len(piece)]
        start += len(piece)
        if part:
            pieces.append((part, place % 2 == 1))
    rest = shown[start:]
    return [*pieces, (rest, False)] if rest else pieces

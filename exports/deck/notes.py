"""What stands in the notes of a slide: the whole of what it says, and where that comes from."""

from collections.abc import Iterable

from exports.deck.sheet import Sheet
from exports.deck.text import plain, say
from language import Language
from readings import Source
from readings.presentar import Slide

PLACES = 4  # of one document


def write_notes(sheet: Sheet, lines: Iterable[str]) -> None:
    frame = sheet.drawn.notes_slide.notes_text_frame
    for at, line in enumerate(dict.fromkeys(filter(None, lines))):
        paragraph = frame.add_paragraph() if at else frame.paragraphs[0]
        say(paragraph, line, sheet.tag)


def notes(slide: Slide, sheet: Sheet) -> list[str]:
    """Its sentences, what is cut on the slide, its documents with places, and its address."""
    _ = sheet.language.gettext
    told = [plain(slide.question), plain(slide.answer), plain(slide.basis)]
    cut = [_("In full: {text}").format(text=text) for text in sheet.whole if text not in told]
    cited = [document(source, sheet.language) for source in slide.sources]
    heading = [_("Documents")] if cited else []
    credit = [slide.shown.credit] if slide.shown else []
    code = _("Slide «{code}» of the dashboard").format(code=slide.code)
    return [*told, *cut, *heading, *cited, *credit, code]


def document(source: Source, language: Language) -> str:
    """Title, publisher, date, places in it and address."""
    places = "; ".join(source.locators[:PLACES])
    more = len(source.locators) - PLACES
    if more > 0:
        rest = language.ngettext("{count} more", "{count} more", more).format(count=more)
        places = f"{places} (+ {rest})"
    parts = (source.title, source.publisher, source.published, places, source.url or "")
    return " · ".join(filter(None, parts))

"""The last slides: the documents on which the others rest, each once, oldest first."""

import re
from collections.abc import Iterable
from datetime import date

from exports.deck.layouts import DOCUMENTS
from exports.deck.lettering import LEADING, shortened, wrapped
from exports.deck.notes import document, write_notes
from exports.deck.sheet import Sheet, add_sheet, placeholder, write, write_footer
from exports.deck.text import say
from language import Language
from readings import Source
from readings.presentar import Deck

SIZE = DOCUMENTS.sizes[0]
GAP, INDENT = 9, 23  # points below a document and at its left
MOST_LINES = 3  # of one document
SAFE_ADDRESS = ("https://", "http://")
UNDATED = 9999, 0, 0


def add_sources(presentation, deck: Deck, language: Language) -> None:
    """As many slides as the documents need, and who is to be credited for the maps."""
    sources = cited(deck, language)
    credits = dict.fromkeys(slide.shown.credit for slide in deck.slides if slide.shown)
    pages = list(_pages([*((line(source), source) for source in sources),
                         *((credit, None) for credit in credits)]))  # fmt: skip
    for number, page in enumerate(pages, start=1):
        sheet = add_sheet(presentation, "Sources", language)
        title = language.gettext("Where does this come from?")
        counted = f"{title} ({number}/{len(pages)})" if len(pages) > 1 else title
        write(sheet, sheet.place("Question"), counted)
        _write_documents(sheet, page)
        write_footer(sheet, deck.footer)
        held = [source for _, source in page if source]
        write_notes(sheet, [title, *(document(source, language) for source in held)])


def cited(deck: Deck, language: Language) -> list[Source]:
    found = {source.source_id: source for slide in deck.slides for source in slide.sources}
    return sorted(found.values(), key=lambda source: _when(source.published, language))


def _when(published: str, language: Language) -> tuple[int, int, int]:
    """Year, month and day as far as they are printed; the undated last."""
    numbers = re.findall(r"\d+", published)
    year = next((int(number) for number in numbers if len(number) == 4), None)
    if year is None:
        return UNDATED
    names = [language.month(date(year, month, 1)).rstrip(".") for month in range(1, 13)]
    words = re.findall(r"[^\W\d_]+", published)
    month = next((at for at, name in enumerate(names, start=1) if name in words), 0)
    day = next((int(number) for number in numbers if len(number) < 3), 0)
    return year, month, day


def line(source: Source) -> str:
    return " · ".join(filter(None, (source.title, source.publisher, source.published)))


def _pages(
    lines: Iterable[tuple[str, Source | None]],
) -> Iterable[list[tuple[str, Source | None]]]:
    wide, high = DOCUMENTS.box.points
    page, used = [], 0.0
    for text, source in lines:
        text = shortened(text, SIZE, wide - INDENT, MOST_LINES)
        height = len(wrapped(text, SIZE, wide - INDENT)) * SIZE * LEADING + GAP
        if page and used + height > high:
            yield page
            page, used = [], 0.0
        page.append((text, source))
        used += height
    if page:
        yield page


def _write_documents(sheet: Sheet, page: list[tuple[str, Source | None]]) -> None:
    frame = placeholder(sheet, DOCUMENTS).text_frame
    for at, (text, source) in enumerate(page):
        paragraph = frame.add_paragraph() if at else frame.paragraphs[0]
        run = say(paragraph, text, sheet.tag)
        if source and (source.url or "").startswith(SAFE_ADDRESS):
            run.hyperlink.address = source.url

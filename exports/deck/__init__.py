"""A deck as a PowerPoint file: every text a text, every chart its numbers, no picture anywhere."""

import io
from dataclasses import replace

from pptx import Presentation

from exports.deck.chart import draw_bars, draw_stacked
from exports.deck.figures import write_figure
from exports.deck.layouts import COLUMN, FIGURES, LEFT, LOWEST, MAP, PICTURE, POINTS
from exports.deck.lettering import fitted_together
from exports.deck.map import draw_key, draw_map
from exports.deck.notes import notes, write_notes
from exports.deck.shapes import Box, decorate, describe, draw_line
from exports.deck.sheet import (
    Sheet,
    add_sheet,
    move_to_end,
    name_layouts,
    placeholder,
    put_in_place,
    remove,
    write,
    write_footer,
)
from exports.deck.sources import add_sources
from exports.deck.steps import draw_steps
from exports.deck.strip import HEIGHT as STRIP
from exports.deck.strip import draw_strip
from exports.deck.table import draw_table
from exports.deck.template import FILE, NAME
from exports.deck.text import plain, readable, say, tag
from language import Language
from readings import Plot
from readings.presentar import Deck, Slide

CHARTS = {"bars": draw_bars, "stacked": draw_stacked, "steps": draw_steps}
SOURCES = "sources"  # the slide that a hall ends with; a deck names every document instead
GAP = 0.2  # inches between a text and a picture
ALONE = (32, 28, 24, 22, 20)  # sizes of an answer that is all there is
KEY_LINE = 0.3
LONGEST_PROPERTY = 255
POINT_GAP, POINT_INDENT = 9, 23  # points


def as_pptx(deck: Deck, language: Language) -> bytes:
    """The deck in the template: title, its slides, and last the documents."""
    deck = readable(deck)
    presentation = Presentation(FILE)
    properties = presentation.core_properties
    properties.title = deck.title[:LONGEST_PROPERTY]
    properties.language, properties.author = tag(language), NAME
    _add_title(presentation, deck, language)
    for slide in deck.slides:
        if slide.code != SOURCES:
            _add_slide(presentation, slide, deck.footer, language)
    add_sources(presentation, deck, language)
    name_layouts(presentation, language)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def _add_title(presentation, deck: Deck, language: Language) -> None:
    sheet = add_sheet(presentation, "Title", language)
    write(sheet, sheet.place("Title"), deck.title)
    write(sheet, sheet.place("Subtitle"), deck.subtitle)
    write_footer(sheet, deck.footer)
    write_notes(sheet, [deck.title, deck.subtitle, deck.footer])


def _add_slide(presentation, slide: Slide, footer: str, language: Language) -> None:
    sheet = add_sheet(presentation, _layout(slide), language)
    (_draw_beside_map if slide.shown else _draw_below_answer)(sheet, slide)
    move_to_end(sheet, sheet.place("How to read it"))
    write_footer(sheet, footer)
    write_notes(sheet, notes(slide, sheet))


def _layout(slide: Slide) -> str:
    if slide.shown:
        return "Map"
    if slide.plot or slide.table:
        return "Picture"
    return "Figure row" if slide.figures else "List"


def _draw_below_answer(sheet: Sheet, slide: Slide) -> None:
    """Question, answer, and the picture in what the texts leave."""
    top = _write_texts(sheet, slide)
    bottom = LOWEST - write(sheet, sheet.place("How to read it"), slide.basis) - GAP
    area = PICTURE.between(top, bottom)
    if sheet.layout == "Figure row":
        area = _write_figures(sheet, slide, area)
    if sheet.layout == "List":
        _write_points(sheet, slide, area)
    if slide.strip:
        strip = area.between(area.top, min(area.bottom, area.top + STRIP))
        draw_strip(sheet.shapes, slide.strip, strip, sheet.language, sheet.tag)
        area = area.between(strip.bottom, area.bottom)
    if sheet.layout == "Picture":
        _draw_picture(sheet, slide, area)


def _write_texts(sheet: Sheet, slide: Slide, highest: float = 0) -> float:
    """Question and answer, each below the other; returns where a picture may start."""
    question, answer = sheet.place("Question"), sheet.place("Answer")
    asked = question.box.top + write(sheet, question, slide.question)
    top = max(asked + GAP, answer.box.top)
    if sheet.layout == "List" and not (slide.points or slide.strip):
        answer = replace(answer, sizes=ALONE)
    said = write(sheet, answer, slide.answer, top, highest and highest - top)
    return top + said + (GAP if said else 0)


def _draw_picture(sheet: Sheet, slide: Slide, area: Box) -> None:
    place = sheet.place("Chart, map or table")
    remove(sheet, place)
    if slide.plot:
        frame = CHARTS[slide.plot.kind](sheet.shapes, slide.plot, area, sheet.language)
        frame.name = sheet.language.gettext("Chart")
        sheet.whole.extend(_cut_names(slide.plot, frame.chart))
    else:
        frame, cut = draw_table(sheet.shapes, slide.table, area, sheet.tag)
        frame.name = slide.table.caption
        sheet.whole.extend(cut)
    describe(frame, slide.alt or plain(slide.answer) or slide.question)
    put_in_place(sheet, frame, place)


def _cut_names(plot: Plot, chart) -> list[str]:
    """Names that stand on the chart with an ellipsis."""
    drawn = [str(category) for category in chart.plots[0].categories]
    drawn += [series.name for series in chart.plots[0].series]
    names = [each.name for each in plot.series]
    names += () if plot.kind == "steps" else plot.categories
    return [name for name in names if not any(name in text for text in drawn)]


def _write_figures(sheet: Sheet, slide: Slide, area: Box) -> Box:
    """Figures side by side with a hair between them; returns what is left below."""
    shown = slide.figures[: len(FIGURES)]
    below = min(STRIP + 2.5 * GAP, area.height * 0.6) if slide.strip else 0
    high = min(FIGURES[0].box.height, area.height - below)
    for place in FIGURES[len(shown) :]:
        remove(sheet, place)
    lowest = area.top
    for place, figure in zip(FIGURES, shown, strict=False):
        box = Box(place.box.left, area.top, place.box.width, high)
        shape = placeholder(sheet, place)
        shape.left, shape.top, shape.width, shape.height = box.lengths
        height, whole = write_figure(shape.text_frame, figure, place, high * 72, sheet.tag)
        sheet.whole.extend(whole)
        lowest = max(lowest, area.top + height)
    for place in FIGURES[1 : len(shown)]:
        at = place.box.left - 0.2
        hair = draw_line(sheet.shapes, (at, area.top + 0.1), (at, lowest), "|", "rule", 1)
        decorate(hair)
    return area.between(min(lowest + 2.5 * GAP, area.bottom - below + GAP), area.bottom)


def _write_points(sheet: Sheet, slide: Slide, area: Box) -> None:
    if not slide.points:
        remove(sheet, POINTS)
        return
    texts = [plain(point) for point in slide.points]
    wide, high = area.points
    size, shown = fitted_together(texts, POINTS.sizes, wide - POINT_INDENT, high, POINT_GAP)
    sheet.whole.extend(text for text in texts if text not in shown)
    shape = placeholder(sheet, POINTS)
    shape.left, shape.top, shape.width, shape.height = area.lengths
    for at, text in enumerate(shown):
        frame = shape.text_frame
        paragraph = frame.add_paragraph() if at else frame.paragraphs[0]
        say(paragraph, text, sheet.tag, size=None if size == POINTS.sizes[0] else size)


def _draw_beside_map(sheet: Sheet, slide: Slide) -> None:
    """The map at its full height; question, answer, key and basis one below the other."""
    keys = slide.shown.keys
    bottom = LOWEST - write(sheet, sheet.place("How to read it"), slide.basis) - GAP
    top = _write_texts(sheet, slide, highest=bottom - GAP - len(keys) * KEY_LINE)
    remove(sheet, sheet.place("Chart, map or table"))
    alt = " ".join(filter(None, (slide.alt or plain(slide.answer), slide.shown.inset)))
    draw_map(sheet.shapes, slide.shown, MAP, alt, sheet.language, sheet.tag)
    key = Box(LEFT, top, COLUMN, bottom - top)
    draw_key(sheet.shapes, keys, key, sheet.language, sheet.tag)

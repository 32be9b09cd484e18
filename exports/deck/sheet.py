"""A slide being written: texts in the places of its layout, footer, number and notes."""

from copy import deepcopy
from dataclasses import dataclass, field

from pptx.oxml.ns import qn
from pptx.slide import Slide

from exports.deck.layouts import FOOTER, LAYOUTS, NUMBER, Place
from exports.deck.lettering import LEADING, fitted
from exports.deck.shapes import Box
from exports.deck.text import emphasised, plain, say, tag
from language import Language

SAME = 0.01  # inches


@dataclass(frozen=True)
class Sheet:
    """A slide of a presentation, its layout, and the whole of each text that is cut on it."""

    drawn: Slide
    layout: str
    language: Language
    whole: list[str] = field(default_factory=list)

    @property
    def tag(self) -> str:
        return tag(self.language)

    @property
    def shapes(self):
        return self.drawn.shapes

    def place(self, name: str) -> Place:
        return next(place for place in LAYOUTS[self.layout] if place.name == name)


def add_sheet(presentation, layout: str, language: Language) -> Sheet:
    at = list(LAYOUTS).index(layout)
    sheet = Sheet(presentation.slides.add_slide(presentation.slide_layouts[at]), layout, language)
    for place in LAYOUTS[layout]:
        placeholder(sheet, place).name = places(language)[place.name]
    return sheet


def placeholder(sheet: Sheet, place: Place):
    return next(
        shape for shape in sheet.drawn.placeholders if shape.placeholder_format.idx == place.index
    )


def remove(sheet: Sheet, place: Place) -> None:
    """A place that holds nothing would ask to be filled."""
    element = placeholder(sheet, place)._element
    element.getparent().remove(element)


def write(
    sheet: Sheet, place: Place, text: str, top: float | None = None, highest: float = 0
) -> float:
    """A text as large as it fits; returns the inches it takes, none where there is no text."""
    if not text:
        remove(sheet, place)
        return 0
    wide, high = place.box.points
    high = max(high, place.highest * 72) if not highest else highest * 72
    face = "bold" if "**" in text else place.face
    fit = fitted(plain(text), place.sizes, wide, high, face)
    shape = placeholder(sheet, place)
    stand(shape, place, top, fit.height / 72)
    size = None if fit.size == sheet.place(place.name).sizes[0] else fit.size
    for part, is_bold in emphasised(text, fit.text):
        say(shape.text_frame.paragraphs[0], part, sheet.tag, size=size, is_bold=is_bold or None)
    if fit.is_cut:
        sheet.whole.append(plain(text))
    return fit.height / 72


def stand(shape, place: Place, top: float | None, high: float) -> None:
    """Where its layout has it, unless a text above it is long or it is long itself."""
    if (top is None or abs(top - place.box.top) < SAME) and high <= place.box.height:
        return
    top = place.box.top if top is None else top
    box = Box(place.box.left, top, place.box.width, max(high, place.box.height))
    shape.left, shape.top, shape.width, shape.height = box.lengths


def write_footer(sheet: Sheet, text: str) -> None:
    """Footer and number, which the library leaves to whoever makes the slide; they come last."""
    wide, high = FOOTER.box.points
    fit = fitted(text, FOOTER.sizes, wide, FOOTER.sizes[0] * LEADING)
    if fit.is_cut:
        fit = fitted(text, FOOTER.sizes[-1:], wide, high)
    footer = _copied(sheet, FOOTER)
    size = None if fit.size == FOOTER.sizes[0] else fit.size
    say(footer.text_frame.paragraphs[0], fit.text, sheet.tag, size=size)
    _copied(sheet, NUMBER)


def _copied(sheet: Sheet, place: Place):
    """A place of the layout on the slide, where the layout has it."""
    held = sheet.drawn.slide_layout.placeholders
    of_layout = next(shape for shape in held if shape.placeholder_format.idx == place.index)
    element = deepcopy(of_layout._element)
    known = sheet.shapes._spTree.iter(qn("p:cNvPr"))
    element.nvSpPr.cNvPr.set("id", str(max(int(each.get("id")) for each in known) + 1))
    element.nvSpPr.cNvPr.set("name", places(sheet.language)[place.name])
    element.spPr.clear()
    for run in element.iter(qn("a:rPr")):
        run.set("lang", sheet.tag)
    sheet.shapes._spTree.append(element)
    return sheet.shapes[-1]


def move_to_end(sheet: Sheet, place: Place) -> None:
    """Heard after what is drawn before it."""
    found = [
        shape for shape in sheet.drawn.placeholders
        if shape.placeholder_format.idx == place.index
    ]  # fmt: skip
    for shape in found:
        sheet.shapes._spTree.append(shape._element)


def put_in_place(sheet: Sheet, frame, place: Place) -> None:
    """A chart or table in the place of its layout, so that another layout moves it."""
    held = frame._element.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:nvPr')}")
    held.insert(0, held.makeelement(qn("p:ph"), {"idx": str(place.index)}))


def places(language: Language) -> dict[str, str]:
    """What each place of a layout is called, on the slide and where it is still empty."""
    _ = language.gettext
    figure = _("Figure {number}")
    return {
        "Title": _("Title"),
        "Subtitle": _("Subtitle"),
        "Question": _("Question"),
        "Answer": _("Answer"),
        "How to read it": _("How to read it"),
        "Points": _("Points"),
        "Documents": _("Documents"),
        "Chart, map or table": _("Chart, map or table"),
        "Footer": _("Plan, cut-off and source"),
        "Slide number": _("Slide number"),
    } | {f"Figure {number}": figure.format(number=number) for number in (1, 2, 3)}


def layouts(language: Language) -> dict[str, str]:
    """What the layouts are called where one is chosen."""
    _ = language.gettext
    return {
        "Title": _("Title slide"),
        "Figure row": _("Figures in a row"),
        "Picture": _("Question and picture"),
        "Map": _("Question beside a map"),
        "List": _("Question and points"),
        "Sources": _("Documents"),
    }


def name_layouts(presentation, language: Language) -> None:
    """Layouts and their empty places in the language of the deck."""
    named, spoken = layouts(language), places(language)
    for layout in presentation.slide_layouts:
        layout.name = named[layout.name]
        for shape in layout.placeholders:
            shape.name = spoken[shape.name]
            for run in shape._element.iter(qn("a:r")):
                run.find(qn("a:t")).text = shape.name
            for properties in shape._element.iter(qn("a:rPr")):
                properties.set("lang", tag(language))

"""Layouts of a deck: which texts stand where, and how large."""

from dataclasses import dataclass, replace

from exports.deck.shapes import Box

WIDTH, HEIGHT = 12192000, 6858000  # of the slide, in the units of the file: 16 to 9
LEFT, WIDE = 0.75, 11.833
LOWEST = 6.7  # nothing but the footer stands below
COLUMN = 5.35  # what is said beside a map


@dataclass(frozen=True)
class Place:
    """Where a text stands on a layout; its letters as large as they may be, the largest first."""

    kind: str  # title, subTitle, body, obj, ftr or sldNum
    index: int
    name: str
    box: Box
    sizes: tuple[int, ...]
    token: str = "ink"
    anchor: str = "t"
    is_heading: bool = False
    is_list: bool = False
    align: str = "l"
    highest: float = 0  # inches of a long text, which moves what is below it

    @property
    def face(self) -> str:
        return "heading" if self.is_heading else "text"


def _basis(wide: float, high: float) -> Place:
    box = Box(LEFT, LOWEST - high, wide, high)
    return Place("body", 11, "How to read it", box, (14, 13, 12), "muted", "b")


def _picture(box: Box) -> Place:
    return Place("obj", 16, "Chart, map or table", box, (20,))


FOOTER = Place("ftr", 20, "Footer", Box(LEFT, 6.9, 10.7, 0.42), (12, 11), "muted")
NUMBER = Place("sldNum", 21, "Slide number", Box(11.58, 6.9, 1, 0.42), (12,), "muted", align="r")
QUESTION = Place(
    "title", 0, "Question", Box(LEFT, 0.5, WIDE, 0.7), (36, 34, 32), is_heading=True, highest=1.35
)
ANSWER = Place("body", 10, "Answer", Box(LEFT, 1.35, WIDE, 0.9), (22, 20), highest=1.4)

BASIS = _basis(WIDE, 0.85)
FIGURES = tuple(
    Place("body", 12 + at, f"Figure {at + 1}", Box(left, 2.6, wide, 2.15), (largest, 32))
    for at, (left, wide, largest) in enumerate(
        ((LEFT, 4.4, 54), (LEFT + 4.75, 3.4, 40), (LEFT + 8.45, 3.38, 40))
    )
)
PICTURE = Box(LEFT, 2.6, WIDE, 3.2)
MAP = Box(6.3, 0.5, 6.28, 6.15)
POINTS = Place("body", 15, "Points", PICTURE, (24, 22, 20, 18, 16), is_list=True)
DOCUMENTS = Place("body", 15, "Documents", Box(LEFT, 1.45, WIDE, 5.2), (16,), is_list=True)
LAYOUTS = {
    "Title": (
        Place("title", 0, "Title", Box(LEFT, 1.9, 11, 2.4), (48, 44, 40, 36, 32), anchor="b",
              is_heading=True),
        Place("subTitle", 1, "Subtitle", Box(LEFT, 4.5, 11, 1.5), (24, 22, 20), "muted"),
    ),
    "Figure row": (QUESTION, ANSWER, *FIGURES, BASIS),
    "Picture": (QUESTION, ANSWER, _picture(PICTURE), BASIS),
    "Map": (
        replace(QUESTION, box=Box(LEFT, 0.5, COLUMN, 0.7), highest=1.9),
        replace(ANSWER, box=Box(LEFT, 1.35, COLUMN, 1.4)),
        _picture(MAP),
        _basis(COLUMN, 1.45),
    ),
    "List": (QUESTION, ANSWER, POINTS, BASIS),
    "Sources": (QUESTION, DOCUMENTS),
}  # fmt: skip

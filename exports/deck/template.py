"""The template of decks: theme, master, layouts. `python -m exports.deck.template` writes it again.

It starts from the empty presentation of the library and keeps nothing of its looks.
"""

from pathlib import Path
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.util import Emu

from charts.tokens import LIGHT
from exports.deck.layouts import (
    FOOTER,
    HEIGHT,
    LAYOUTS,
    LEFT,
    NUMBER,
    PICTURE,
    QUESTION,
    WIDE,
    WIDTH,
    Place,
)
from exports.deck.paint import THEME
from exports.deck.shapes import Box

FILE = Path(__file__).parent / "template.pptx"
NAME = "Tablero de Estado Abierto"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
FONTS = {"majorFont": "Cambria", "minorFont": "Calibri"}
UNWANTED = (RT.PRINTER_SETTINGS, RT.VIEW_PROPS, RT.THUMBNAIL)
SLOTS = {"ink": "tx1", "muted": "tx2"}


def template():
    """An empty presentation with our theme, master and layouts."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    presentation.element.sldSz.attrib.pop("type", None)
    _without_unwanted_parts(presentation)
    _properties(presentation)
    master = presentation.slide_master
    master.part.part_related_by(RT.THEME)._blob = _theme().encode()
    for layout in list(presentation.slide_layouts)[len(LAYOUTS) :]:
        presentation.slide_layouts.remove(layout)
    _redraw(master.element, _master())
    for layout, (name, places) in zip(presentation.slide_layouts, LAYOUTS.items(), strict=True):
        layout.element.attrib.pop("type", None)
        _redraw(layout.element, _layout(name, places))
    _notes_master(presentation)
    return presentation


def _without_unwanted_parts(presentation) -> None:
    for owner in (presentation.part, presentation.part.package):
        for key, relation in list(owner._rels.items()):
            if relation.reltype in UNWANTED:
                owner._rels.pop(key)


def _properties(presentation) -> None:
    """No name but ours, and no day: a deck is of its cut-off, not of the day it is downloaded."""
    properties = presentation.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.author = properties.last_modified_by = NAME
    extended = presentation.part.package.part_related_by(RT.EXTENDED_PROPERTIES)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    extended._blob = (
        f'<Properties xmlns="{kind}"><Application>{NAME}</Application></Properties>'.encode()
    )


def _notes_master(presentation) -> None:
    """Made once here; the list that names it is what the library leaves out."""
    notes = presentation.notes_master
    key = presentation.part.relate_to(notes.part, RT.NOTES_MASTER)
    listed = f'<p:notesMasterIdLst {NAMES}><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>'
    presentation.element.sldMasterIdLst.addnext(parse_xml(listed))


def _redraw(element, drawn: str) -> None:
    """Our parts in place of those of the same kind."""
    for part in parse_xml(f"<p:sld {NAMES}>{drawn}</p:sld>"):
        element.replace(element.find(part.tag), part)


def _master() -> str:
    rule = _line("Rule", 30, LEFT, 6.8, WIDE)
    body = Place("body", 1, "Text", PICTURE, (20,))
    shapes = "".join(_placeholder(place) for place in (QUESTION, body, FOOTER, NUMBER)) + rule
    return (
        '<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg>{_tree(shapes)}</p:cSld>"
        f"<p:txStyles><p:titleStyle>{_level(1, QUESTION)}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(_level(at, body) for at in range(1, 6))}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, body)}</p:otherStyle></p:txStyles>"
    )


def _layout(name: str, places: tuple[Place, ...]) -> str:
    shapes = "".join(_placeholder(place) for place in (*places, FOOTER, NUMBER))
    mark = _mark() if name == "Title" else ""
    return f"<p:cSld name={quoteattr(name)}>{_tree(shapes + mark)}</p:cSld>"


def _mark() -> str:
    """A circle crossed by the equator, as in the dashboard."""
    box = _transform(Box(LEFT + 0.2, 0.9, 0.5, 0.5))
    circle = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="40" name="Mark"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{box}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="38100">{_painted("primary")}</a:ln></p:spPr></p:sp>'
    )
    return circle + _line("Equator", 41, LEFT, 1.15, 0.9, "overdue", 38100)


def _line(name: str, number: int, left: float, top: float, wide: float, token="ink", weight=19050):
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvCxnSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>{_transform(Box(left, top, wide, 0))}'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{weight}">{_painted(token)}</a:ln></p:spPr></p:cxnSp>'
    )


def _tree(shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree>"
    )


def _placeholder(place: Place) -> str:
    field = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
    held = f'{field}<a:rPr lang="es-EC"/><a:t>‹#›</a:t></a:fld>'
    if place.kind != "sldNum":
        held = f'<a:r><a:rPr lang="es-EC"/><a:t>{place.name}</a:t></a:r>'
    if place.kind == "ftr":
        held = ""
    kind = "" if place.kind == "obj" else f' type="{place.kind}"'
    index = f' idx="{place.index}"' if place.index else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{place.index + 2}" name="{place.name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{_transform(place.box)}</p:spPr><p:txBody>"
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}"><a:normAutofit/>'
        f"</a:bodyPr><a:lstStyle>{_level(1, place)}</a:lstStyle><a:p>{held}</a:p></p:txBody></p:sp>"
    )


def _level(depth: int, place: Place) -> str:
    """How a paragraph of that depth looks."""
    font = "+mj-lt" if place.is_heading else "+mn-lt"
    space, bullet, indent = "", "<a:buNone/>", 'marL="0" indent="0"'
    if place.is_list:
        space = '<a:spcAft><a:spcPts val="900"/></a:spcAft>'
        bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        indent = 'marL="285750" indent="-285750"'
    return (
        f'<a:lvl{depth}pPr {indent} algn="{place.align}">{space}{bullet}'
        f'<a:defRPr sz="{place.sizes[0] * 100}" b="{int(place.is_heading)}">'
        f'<a:solidFill><a:schemeClr val="{SLOTS[place.token]}"/></a:solidFill>'
        f'<a:latin typeface="{font}"/></a:defRPr></a:lvl{depth}pPr>'
    )


def _transform(box: Box) -> str:
    left, top, width, height = box.lengths
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _painted(token: str) -> str:
    return f"<a:solidFill>{_colour(token)}</a:solidFill>"


def _colour(token: str) -> str:
    return f'<a:srgbClr val="{LIGHT[token].lstrip("#")}"/>'


def _theme() -> str:
    colours = "".join(f"<a:{slot}>{_colour(token)}</a:{slot}>" for slot, token in THEME.items())
    fonts = "".join(
        f'<a:{role}><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:{role}>'
        for role, font in FONTS.items()
    )
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{weight}">{plain}</a:ln>' for weight in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    others = "".join(
        f'<a:custClr name="{token}">{_colour(token)}</a:custClr>'
        for token in LIGHT
        if token not in THEME.values()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:theme {NAMES} name="{NAME}">'
        f'<a:themeElements><a:clrScheme name="{NAME}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{NAME}">{fonts}</a:fontScheme><a:fmtScheme name="{NAME}">'
        f"<a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/>"
        f"<a:extraClrSchemeLst/><a:custClrLst>{others}</a:custClrLst></a:theme>"
    )


if __name__ == "__main__":
    template().save(FILE)

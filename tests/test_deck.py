"""A deck: nothing overflows, numbers stay numbers, the unknown stays empty, no text is executed."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from lxml import etree
from PIL import ImageFont
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from charts.tokens import LIGHT
from data.published import published
from exports.deck import POINT_GAP, POINT_INDENT, as_pptx, template
from exports.deck.layouts import FOOTER, LAYOUTS, NUMBER
from exports.deck.lettering import FACES, LEADING, fitted, width, wrapped
from language import Language
from readings import Cell, Figure, Plot, Series, Source, Table, mapa, resumen
from readings.presentar import Deck, Slide

LANGUAGES = [Language("es"), Language("en")]
SPANISH = Language("es")
SOURCE = Source("a", "Informe de prueba", "Nadie", "mar 2021", "https://example.org/a", ("p. 1",))
OLDER = Source("b", "Respuestas", "Alguien", "22 oct 2019", None, ())
UNDATED = Source("c", "Día ausente", "", "sin fecha", "javascript:alert(1)", ())
LONG = "Compromiso " + "que promete muchas cosas a mucha gente " * 10
HOSTILE = "=cmd|'/C calc'!A0 <b>&amp; \x00\x07\x1b\u202egnp.exe\ud800 " + LONG
BARS = Plot("bars", ("Uno", "Dos", "Tres"), (Series("Hitos", "execution", (4, 0, None)),), "hitos")
STACKED = Plot(
    "stacked",
    ("1. Datos", "2. Portal"),
    (Series("Completado", "completed", (3, 0)), Series("Sin reporte", "no_report", (1, 2))),
    "hitos",
)
STEPS = Plot(
    "steps",
    ("2020-01-31", "2020-03-31", "2020-06-30"),
    (
        Series("plan original", "original", (1, 3, 5)),
        Series("cronograma vigente", "in_force", (0, 2, 5)),
        Series("Institución líder", "ink", (None, 1, None)),
    ),
    "hitos",
)
TABLE = Table(
    "Hitos",
    ("Hito", "Estado", "Vencidos"),
    (
        (
            Cell("1.1 Abrir"),
            Cell("Ejecución", "state", "execution", "vencido"),
            Cell("2", "overdue"),
        ),
        (Cell("1.2 Cerrar", is_framed=True), Cell("no publicado", "none"), Cell("0", "number")),
    ),
    {1: "Compromiso 2"},
)


def slide(**given) -> Slide:
    return Slide(**({"code": "prueba", "question": "¿Cómo va?", "answer": "Va **bien**."} | given))


def opened(*slides: Slide, language: Language = SPANISH, **given):
    deck = Deck(given.get("title", "Plan"), "corte", given.get("footer", "Plan · corte"), slides)
    return Presentation(io.BytesIO(as_pptx(deck, language)))


def charts(presentation) -> list:
    return [shape.chart for page in presentation.slides for shape in page.shapes if shape.has_chart]


def workbook(chart):
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def texts(shapes) -> list[str]:
    found = []
    for shape in shapes:
        if shape.shape_type == 6:
            found += texts(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
    return found


@pytest.fixture(scope="module")
def real() -> tuple:
    """The first plan on the day of its reports: figures, strip and map as they ship."""
    snapshot = next(each for each in published() if each.name == "2021-10-22")
    reading = resumen.plan_progress(snapshot, "paga1", SPANISH)
    drawing = mapa.drawing(snapshot, "paga1", SPANISH)
    state = slide(figures=reading.figures[:3], strip=reading.strip, sources=reading.sources)
    return state, slide(shown=drawing, alt=drawing.alt), drawing


def every_kind(real: tuple) -> list[Slide]:
    return [
        *real[:2],
        slide(plot=BARS),
        slide(plot=STACKED),
        slide(plot=STEPS),
        slide(table=TABLE, sources=(SOURCE,)),
        slide(points=("Uno", "Dos"), sources=(OLDER, SOURCE)),
        slide(answer=""),
    ]


# what holds of every slide


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_nothing_leaves_the_slide(real, language):
    presentation = opened(*every_kind(real), language=language)
    for page in presentation.slides:
        for shape in page.shapes:
            assert shape.left >= 0 and shape.top >= 0, shape.name
            assert shape.left + shape.width <= presentation.slide_width, shape.name
            assert shape.top + shape.height <= presentation.slide_height, shape.name


def test_every_slide_has_a_title_that_is_read_first_and_a_footer_and_a_number(real):
    for page in opened(*every_kind(real)).slides:
        first, *_, footer, number = page.shapes
        assert page.shapes.title is not None and first.shape_id == page.shapes.title.shape_id
        assert footer.text_frame.text == "Plan · corte"
        assert number._element.find(f".//{qn('a:fld')}").get("type") == "slidenum"


def test_no_place_is_left_that_asks_to_be_filled(real):
    for page in opened(*every_kind(real)).slides:
        for shape in page.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text or "sldNum" in etree.tostring(
                shape._element
            ).decode(), shape.name  # fmt: skip


def test_shapes_of_a_slide_have_numbers_of_their_own(real):
    for page in opened(*every_kind(real)).slides:
        numbers = [element.get("id") for element in page._element.iter(qn("p:cNvPr"))]
        assert len(numbers) == len(set(numbers))


def test_there_is_no_picture_in_the_file(real):
    deck = Deck("Plan", "", "", tuple(every_kind(real)))
    with zipfile.ZipFile(io.BytesIO(as_pptx(deck, SPANISH))) as held:
        endings = {name.rsplit(".", 1)[-1] for name in held.namelist()}
        slides = [held.read(name) for name in held.namelist() if name.startswith("ppt/slides/")]
    assert endings == {"xml", "rels", "xlsx"}
    assert not any(b"<p:pic" in page or b"blip" in page for page in slides)


@pytest.mark.parametrize("language, spoken", [(LANGUAGES[0], "es-EC"), (LANGUAGES[1], "en-US")])
def test_every_run_and_chart_says_its_language(real, language, spoken):
    presentation = opened(*every_kind(real), language=language)
    assert presentation.core_properties.language == spoken
    assert presentation.core_properties.title == "Plan"
    assert presentation.core_properties.author == "Tablero de Estado Abierto"
    for page in presentation.slides:
        for held in (page._element, page.notes_slide._element):
            runs = list(held.iter(qn("a:rPr")))
            assert runs and {run.get("lang") for run in runs} == {spoken}
    for chart in charts(presentation):
        assert chart._chartSpace.find(qn("c:lang")).get("val") == spoken


def test_charts_the_map_the_strip_and_tables_say_what_they_show(real):
    pages = opened(*every_kind(real)).slides
    strip = next(shape for shape in pages[1].shapes if shape.shape_type == 6)
    drawn = next(shape for shape in pages[2].shapes if shape.shape_type == 6)
    frames = [
        shape for page in pages for shape in page.shapes if shape.has_chart or shape.has_table
    ]
    heard = [shape._element.xpath("./*[1]/p:cNvPr/@descr")[0] for shape in frames]
    assert heard == ["Va bien."] * 4
    assert "Completado 27" in strip._element.xpath("./*[1]/p:cNvPr/@descr")[0]
    assert drawn._element.xpath("./*[1]/p:cNvPr/@descr")[0].startswith(real[2].alt)


def test_bold_figures_of_an_answer_are_bold_and_their_marks_gone(real):
    answer = opened(slide()).slides[1].placeholders[10]
    runs = [(run.text, bool(run.font.bold)) for run in answer.text_frame.paragraphs[0].runs]
    assert runs == [("Va ", False), ("bien", True), (".", False)]


# charts


def test_numbers_of_a_chart_are_numbers_and_the_unknown_is_an_empty_cell_said_in_words():
    (chart,) = charts(opened(slide(plot=BARS)))
    sheet = workbook(chart)
    assert [cell.value for cell in sheet["B"]] == ["Hitos", 4, 0, None]
    assert chart.plots[0].series[0].values == (4, 0, None)
    assert (
        list(chart.plots[0].categories)[2] == "Tres (Hitos: no se sabe)"
        or "not known" in (list(chart.plots[0].categories)[2])
    )


def test_bars_start_at_zero_in_the_colour_of_their_series_without_legend_or_grid():
    (chart,) = charts(opened(slide(plot=BARS)))
    assert chart.value_axis.minimum_scale == 0
    assert not chart.has_legend and not chart.value_axis.has_major_gridlines
    assert chart.plots[0].series[0].format.fill.fore_color.theme_color == 7  # execution, accent 3
    assert chart.plots[0].has_data_labels


def test_parts_carry_symbol_and_word_in_the_key_and_where_nobody_reported_nothing_is_filled():
    (chart,) = charts(opened(slide(plot=STACKED)))
    assert [series.name for series in chart.plots[0].series] == ["● Completado", "– Sin reporte"]
    assert chart.has_legend and not chart.legend.include_in_layout
    unreported = chart.plots[0].series[1].format
    assert unreported.fill.fore_color.theme_color == 14  # paper
    assert unreported.line.dash_style is not None


def test_a_schedule_stands_until_the_day_it_changes_and_a_round_is_no_line():
    (chart,) = charts(opened(slide(plot=STEPS)))
    sheet = workbook(chart)
    days = [cell.value.date().isoformat() for cell in sheet["A"][1:]]
    assert days == ["2020-01-31", "2020-03-30", "2020-03-31", "2020-06-29", "2020-06-30"]
    assert [cell.value for cell in sheet["C"][1:]] == [0, 0, 2, 2, 5]
    assert [cell.value for cell in sheet["D"][1:]] == [None, None, 1, None, None]
    assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"
    assert not any(series.smooth for series in chart.plots[0].series)
    assert chart._chartSpace.find(f".//{qn('c:dateAx')}") is not None


def test_a_percentage_is_written_as_in_the_language():
    shares = replace(BARS, series=(Series("Parte", "execution", (4.5, 1, 2)),), unit="%")
    formats = {
        language.code: charts(opened(slide(plot=shares), language=language))[0]
        .plots[0]
        .data_labels.number_format
        for language in LANGUAGES
    }
    assert formats == {"es": '#,##0.0"\u00a0%"', "en": '#,##0.0"%"'}


@pytest.mark.parametrize("kind", [BARS, STACKED])
def test_no_name_in_a_chart_is_a_formula_or_leaves_its_half(kind):
    plot = replace(kind, categories=(HOSTILE,) * len(kind.categories), unit="<i>&")
    (chart,) = charts(opened(slide(plot=plot)))
    cells = [cell for row in workbook(chart) for cell in row]
    assert any(str(cell.value).startswith("=cmd") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)
    assert all(len(name) < 200 for name in chart.plots[0].categories)


ORDERS = {  # of what is written here by hand; PowerPoint refuses another
    "c:dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName"
    " showSerName showPercent showBubbleSize separator",
    "c:dateAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark"
    " tickLblPos spPr txPr crossAx crosses auto lblOffset baseTimeUnit majorUnit majorTimeUnit",
    "c:title": "tx layout overlay spPr txPr",
    "a:tcPr": "lnL lnR lnT lnB solidFill",
}


@pytest.mark.parametrize("name, order", ORDERS.items())
def test_parts_stand_in_the_order_that_office_programs_ask_for(name, order):
    page = opened(slide(plot=STEPS), slide(table=TABLE)).slides
    roots = [page[1].shapes[2].chart._chartSpace, page[2]._element]
    found = [element for root in roots for element in root.iter(qn(name))]
    assert found
    for element in found:
        places = [order.split().index(etree.QName(part).localname) for part in element]
        assert places == sorted(places), [part.tag for part in element]


# strip, map and table


def test_strip_has_a_cell_for_each_milestone_and_counts_beside_symbol_and_word(real):
    (strip,) = [shape for shape in opened(real[0]).slides[1].shapes if shape.shape_type == 6]
    names = [name for _, name, count in real[0].strip for _ in range(count)]
    cells = [shape.name for shape in strip.shapes][: len(names)]
    assert cells == names and len(names) == 59
    assert "Completado  27" in texts(strip.shapes)


def test_map_paints_each_province_by_its_step_and_prints_its_mark(real):
    page = opened(real[1]).slides[1]
    drawn, key = [shape for shape in page.shapes if shape.shape_type == 6]
    provinces = {shape.name: shape for shape in drawn.shapes if shape.shape_type == 5}
    areas = {area.name: area for area in real[2].shown.areas}
    assert provinces.keys() == areas.keys() and len(areas) == 24
    strongest = next(area for area in areas.values() if area.fill == "step4")
    painted = provinces[strongest.name].fill.fore_color.rgb
    assert str(painted) == LIGHT["execution"].lstrip("#")
    marks = [area.mark for area in areas.values() if area.mark]
    assert sorted(set(marks)) == sorted({text for text in texts(drawn.shapes) if text in marks})
    assert [line.text for line in real[2].keys] == [
        text for text in texts(key.shapes) if text and text not in ("P", "0", "?")
    ]


def test_table_has_a_head_says_states_three_ways_and_overdue_in_its_colour():
    page = opened(slide(table=TABLE)).slides[1]
    (table,) = [shape.table for shape in page.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert table.first_row and rows[0] == ["Hito", "Estado", "Vencidos"]
    assert rows[1][1] == "►\u00a0Ejecución · vencido"
    assert rows[2][0] == "Compromiso 2" and table.cell(2, 0).is_merge_origin
    overdue = table.cell(1, 1).text_frame.paragraphs[0].runs[-1].font
    assert overdue.bold and str(overdue.color.rgb) == LIGHT["overdue"].lstrip("#")


def test_cells_that_differ_are_framed_on_all_sides():
    page = opened(slide(table=TABLE)).slides[1]
    (table,) = [shape.table for shape in page.shapes if shape.has_table]
    framed, plain = (table.cell(3, at)._tc.tcPr for at in (0, 2))
    weights = [framed.find(qn(f"a:{side}")).get("w") for side in ("lnL", "lnR", "lnT", "lnB")]
    assert set(weights) == {str(Pt(1.6))} and plain.find(qn("a:lnR")).get("w") == "0"


def test_a_table_shows_at_most_seven_rows_of_five_columns():
    wide = Table("x", ("a",) * 9, tuple(tuple(Cell(LONG) for _ in range(9)) for _ in range(20)))
    presentation = opened(slide(table=wide))
    (frame,) = [shape for shape in presentation.slides[1].shapes if shape.has_table]
    assert (len(frame.table.rows), len(frame.table.columns)) == (8, 5)
    assert frame.top + frame.height < presentation.slide_height
    assert frame.table.cell(1, 0).text.endswith("…")


# long and hostile texts


def test_a_long_text_is_cut_at_a_word_and_whole_in_the_notes():
    texts_of = {"question": LONG, "basis": LONG * 3, "points": (LONG * 2,) * 5}
    page = opened(slide(**texts_of), title=LONG, footer=LONG).slides[1]
    shown = page.shapes.title.text_frame.text
    assert shown.endswith("…") and LONG.startswith(shown[:-1]) and LONG[len(shown) - 1] == " "
    notes = page.notes_slide.notes_text_frame.text
    assert LONG.strip() in notes and (LONG * 3).strip() in notes and (LONG * 2).strip() in notes


def hostile_slides(real: tuple) -> list[Slide]:
    figure = Figure(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    drawing = replace(real[2], keys=tuple(replace(key, text=HOSTILE) for key in real[2].keys))
    source = replace(SOURCE, title=HOSTILE)
    said = {"question": HOSTILE, "answer": HOSTILE, "basis": HOSTILE}
    return [
        slide(**said, figures=(figure,) * 3, strip=real[0].strip, sources=(source,)),
        slide(**said, figures=(figure,), strip=(("execution", HOSTILE, 300),)),
        slide(**said, points=(HOSTILE,) * 5),
        slide(**said, shown=drawing, alt=HOSTILE),
        slide(**said, table=Table(HOSTILE, (HOSTILE,) * 5, ((Cell(HOSTILE),) * 5,) * 7)),
        slide(**said, plot=replace(STACKED, categories=(HOSTILE,) * 2, unit=HOSTILE)),
    ]


def test_hostile_texts_give_a_readable_file_that_fits(real):
    presentation = opened(*hostile_slides(real), title=HOSTILE, footer=HOSTILE)
    for page in presentation.slides:
        for shape in page.shapes:
            assert shape.left + shape.width <= presentation.slide_width, shape.name
            assert shape.top + shape.height <= presentation.slide_height, shape.name
        written = etree.tostring(page._element, encoding="unicode")
        assert not {"\u202e", "\x07", "\x1b"} & set(written) and "_x00" not in written
    assert presentation.slides[1].shapes.title.text_frame.text.startswith("=cmd|'/C calc'!A0 <b>")


def test_letters_are_made_smaller_or_texts_cut_until_they_fit_their_place(real):
    presentation = opened(*hostile_slides(real), title=HOSTILE, footer=HOSTILE)
    for page in presentation.slides:
        at = presentation.slide_layouts.index(page.slide_layout)
        places = (*list(LAYOUTS.values())[at], FOOTER, NUMBER)
        for shape in page.placeholders:
            if shape.has_text_frame:
                assert taken(shape, places) <= shape.height / 12700 + 1, shape.name


def taken(shape, places) -> float:
    """Points that the paragraphs of a placeholder take, as the layout has them."""
    place = next(place for place in places if place.index == shape.placeholder_format.idx)
    room = shape.width / 12700 - (POINT_INDENT if place.is_list else 0)
    return sum(
        lines_of(paragraph, place, room) + (POINT_GAP if place.is_list else 0)
        for paragraph in shape.text_frame.paragraphs
    )


def lines_of(paragraph, place, room: float) -> float:
    runs = [(run, run.font.size.pt if run.font.size else place.sizes[0]) for run in paragraph.runs]
    largest = max((size for _, size in runs), default=0)
    if len({size for _, size in runs}) > 1:  # a value and its unit
        faces = ["heading" if run.font.name else "text" for run, _ in runs]
        wide = sum(
            width(run.text, size, face) for (run, size), face in zip(runs, faces, strict=True)
        )
        return -(-wide // room) * largest * LEADING
    face = "heading" if runs and runs[0][0].font.name else place.face
    return len(wrapped(paragraph.text, largest, room, face)) * largest * LEADING


def test_a_plan_without_anything_to_show_is_a_title_and_no_documents():
    presentation = opened(title="Plan", footer="")
    assert len(presentation.slides) == 1


# documents


def test_documents_come_last_each_once_oldest_first_and_only_real_addresses_are_links():
    first = slide(sources=(SOURCE, UNDATED))
    last = opened(first, slide(sources=(OLDER, SOURCE))).slides[-1]
    lines = list(last.placeholders[15].text_frame.paragraphs)
    assert [line.text.split(" · ")[0] for line in lines] == [
        "Respuestas",
        "Informe de prueba",
        "Día ausente",
    ]
    links = [line.runs[0].hyperlink.address for line in lines]
    assert links == [None, "https://example.org/a", None]


def test_many_documents_take_several_slides_and_none_is_lost():
    sources = tuple(replace(SOURCE, source_id=str(at), title=f"Acta {at}") for at in range(40))
    presentation = opened(slide(sources=sources))
    pages = list(presentation.slides)[2:]
    lines = [line.text for page in pages for line in page.placeholders[15].text_frame.paragraphs]
    assert len(pages) > 1 and len(lines) == 40
    assert pages[0].shapes.title.text_frame.text.endswith(f"(1/{len(pages)})")


def test_the_slide_of_documents_of_a_hall_is_not_told_twice():
    hall = slide(code="sources", points=("Informe de prueba",), sources=(SOURCE,))
    assert len(opened(slide(sources=(SOURCE,)), hall).slides) == 3


def test_notes_hold_the_answer_how_to_read_it_and_the_documents_with_their_places():
    page = opened(slide(basis="Media simple.", sources=(SOURCE,))).slides[1]
    notes = page.notes_slide.notes_text_frame.text
    assert "Va bien." in notes and "Media simple." in notes and "prueba" in notes
    assert "Informe de prueba · Nadie · mar 2021 · p. 1 · https://example.org/a" in notes


def test_whoever_drew_the_borders_is_credited(real):
    last = opened(real[1]).slides[-1]
    assert real[2].credit in texts(last.shapes)


# template and letters


def test_the_committed_template_is_what_its_script_makes(tmp_path):
    made = tmp_path / "template.pptx"
    template.template().save(made)
    assert _parts(made) == _parts(template.FILE)


def _parts(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as held:
        return {
            name: etree.tostring(etree.fromstring(held.read(name)), method="c14n")
            for name in held.namelist()
        }


def test_the_template_has_our_layouts_colours_and_letters_and_none_of_the_library():
    presentation = Presentation(template.FILE)
    assert [layout.name for layout in presentation.slide_layouts] == list(LAYOUTS)
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, rel=1e-3)
    with zipfile.ZipFile(template.FILE) as held:
        theme = held.read("ppt/theme/theme1.xml").decode()
        assert not any("thumbnail" in name or "printer" in name for name in held.namelist())
    for colour in LIGHT.values():
        assert colour.lstrip("#") in theme
    assert 'latin typeface="Cambria"' in theme and 'latin typeface="Calibri"' in theme


def test_no_text_of_a_layout_is_smaller_than_a_hall_can_read():
    least = {"title": 32, "body": 12, "ftr": 11, "sldNum": 12}
    for places in LAYOUTS.values():
        for place in places:
            assert min(place.sizes) >= least.get(place.kind, 16), place.name


def test_a_text_that_fits_is_as_large_as_it_may_be_and_one_that_does_not_is_cut():
    assert fitted("corto", (36, 32), 400, 50).size == 36
    smaller = fitted("algo más largo que una línea", (36, 20), 300, 30)
    assert (smaller.size, smaller.is_cut) == (20, False)
    cut = fitted(LONG, (36, 20), 300, 60)
    assert cut.is_cut and cut.height <= 60 and cut.text.endswith("…")


def test_a_word_wider_than_its_line_is_broken_and_unknown_letters_count_as_wide():
    lines = wrapped("x" * 400, 20, 200)
    assert len(lines) > 1 and all(width(line, 20) <= 200.01 for line in lines)
    assert width("漢", 20) == 20 and width("á", 20) == width("a", 20)


@pytest.mark.parametrize("face, file", [("text", "Carlito-Regular"), ("bold", "Carlito-Bold"),
                                        ("heading", "Caladea-Bold")])  # fmt: skip
def test_letters_are_no_wider_than_they_are_held_for(face, file):
    try:
        font = ImageFont.truetype(f"{file}.ttf", 2048)
    except OSError:
        pytest.skip("the typeface is not installed here")
    for letter, held in FACES[face].items():
        if letter not in "\u2009\u202f":
            assert 0 <= held - font.getlength(letter) / 20.48 < 1.01, letter


def test_lines_are_as_high_as_the_letters_ask():
    assert LEADING >= 1.22

"""Summary: what a director reads first, where it comes from, and what can be taken away."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.conftest import NARROW, WIDE, opened, under

LINK = "/?corte=2021-10-22"
READING = "element => element.className.match(/st-key-origin-(\\w+)/)[1]"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"


def figures(page: Page) -> dict[str, str]:
    """Value of each figure on the page by its label."""
    return dict(
        page.locator(".tea-figures > div").evaluate_all(
            "all => all.map(each => [...each.querySelectorAll('dt, .tea-number')]"
            ".map(part => part.textContent.replace(/\\s+/g, ' ').trim()))"
        )
    )


def chart(page: Page, width: str) -> Locator:
    return page.locator(f".st-key-{width}-reporting_rounds")


def origin(page: Page, reading: str = "voice_means") -> Locator:
    """What stands behind a reading: one click."""
    under(page, reading, "origin").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stCode")).to_be_visible()
    return dialog


def downloaded(page: Page, name: str) -> Download:
    with page.expect_download() as download:
        under(page, "voice_means", name).click()
    return download.value


def test_sentence_says_how_the_plan_is_doing(page: Page):
    opened(page, LINK)
    expect(page.locator(".tea-answer").first).to_contain_text(
        "un avance medio de 61,76 %. Han completado 27 de 59 hitos"
    )


def test_overdue_and_fell_due_without_report_are_told_apart(page: Page):
    told = figures(opened(page, LINK))
    assert told["avance medio informado"] == "61,76 %"
    assert told["vencidos"] == "7 hitos"
    assert told["vencidos sin reporte"] == "3 hitos"


def test_strip_has_a_cell_for_each_milestone(page: Page):
    opened(page, LINK)
    cells = page.locator(".tea-units i")
    expect(cells).to_have_count(59)
    expect(page.locator(".tea-units i.completed")).to_have_count(27)
    assert min(cells.evaluate_all("all => all.map(each => each.getBoundingClientRect().width)")) > 5


@pytest.mark.parametrize(
    ("screen", "shown", "hidden"),
    [(WIDE, "wide", "narrow"), (NARROW, "narrow", "wide")],
    ids=["wide", "narrow"],
)
def test_rounds_are_marks_and_plans_are_steps(page: Page, screen, shown, hidden):
    page.set_viewport_size(screen)
    opened(page, LINK)
    marks = chart(page, shown).locator("path.point")
    expect(marks).to_have_count(3)  # two voices by their forms and one document
    for mark in marks.all():
        expect(mark).to_be_visible()
    expect(chart(page, hidden)).to_be_hidden()
    steps = chart(page, shown).locator("path.js-line")
    expect(steps).to_have_count(2)
    for drawn in steps.evaluate_all("all => all.map(each => each.getAttribute('d'))"):
        assert re.fullmatch(r"M[\d.,]+([HV][\d.]+)+", drawn)  # level and upright, nothing slanted


def test_printed_figure_stands_beside_what_the_forms_give(page: Page):
    told = figures(opened(page, LINK))
    assert told["impreso para el plan"] == "38,51 %"
    assert told["media de sus propios hitos"] == "41,29 %"
    assert told["media de los formularios"] == "61,76 %"


def test_commitment_1_shows_its_mean(page: Page):
    opened(page, LINK)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=re.compile("^1. ")))
    expect(row.get_by_role("cell").first).to_have_text("82,86 %")


def test_before_the_first_report_there_is_no_percent(page: Page):
    opened(page, "/?corte=2019-12-31")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("no han informado ninguno hasta este corte")
    assert "%" not in main.inner_text()


def test_origin_of_each_reading_shows_documents_rows_and_query(page: Page):
    opened(page, LINK)
    readings = page.locator('[class*="st-key-origin-"]')
    assert readings.count() >= 5
    for reading in readings.all():
        dialog = origin(page, reading.evaluate(READING))
        documents = dialog.locator(".tea-documents li")
        expect(documents).not_to_have_count(0)
        expect(dialog.locator(".tea-documents li:not(:has(> a, > b))")).to_have_count(0)
        expect(dialog.get_by_role("columnheader", name="fuente")).to_have_count(1)
        assert dialog.locator("tbody").get_by_role("row").count() > 0
        expect(dialog.get_by_test_id("stCode")).to_contain_text("select")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()


def test_words_of_the_origin_are_in_the_readers_language(page: Page):
    dialog = origin(opened(page, LINK))
    titles = dialog.get_by_role("heading", level=3)
    expect(titles).to_have_text(["Documentos", "Filas", "Consulta"])


def test_source_is_two_clicks_away(page: Page):
    opened(page, "/?plan=paga2&corte=2025-05-31")
    link = origin(page, "reporting_rounds").get_by_role("link").first
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", re.compile("^https://"))
    expect(link).to_have_attribute("rel", re.compile("noopener"))


@pytest.mark.parametrize("screen", [WIDE, NARROW], ids=["wide", "narrow"])
def test_rows_of_the_origin_scroll_in_their_own_box(page: Page, screen):
    page.set_viewport_size(screen)
    dialog = origin(opened(page, LINK))
    rows = dialog.get_by_role("region")
    assert rows.evaluate("box => box.clientHeight") < screen["height"]
    assert dialog.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_csv_is_pure_data_with_cut_off_and_source(page: Page):
    file = downloaded(opened(page, LINK), "csv")
    assert file.suggested_filename == "voice_means_paga1_2021-10-22.csv"
    content = Path(file.path()).read_bytes().decode("utf-8")
    header, *rows = csv.reader(io.StringIO(content))
    assert header[-2:] == ["corte", "fuente"]
    assert {row[-2] for row in rows} == {"2021-10-22"}
    assert any("forms-2021: fila 1" in row[-1] for row in rows)
    assert any(row[header.index("mean")] == "61.76" for row in rows)


def test_xlsx_says_what_it_holds_on_its_first_sheet(page: Page):
    file = downloaded(opened(page, LINK), "xlsx")
    assert file.suggested_filename == "voice_means_paga1_2021-10-22.xlsx"
    with zipfile.ZipFile(file.path()) as book:
        assert book.testzip() is None
        sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SHEET)
        assert [sheet.get("name") for sheet in sheets] == [
            "Sobre estas cifras",
            "Avance por voz",
            "Consultas",
        ]
        words = book.read("xl/sharedStrings.xml").decode("utf-8")
    assert "22 de octubre de 2021" in words
    assert "¿Cómo va el plan?" in words

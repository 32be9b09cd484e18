"""Meeting: two cut-offs chosen, parts opened by link, and documents that download whole."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, drawn, opened

LINK = "/reunion?plan=paga1&corte=2021-10-22"
PARTS = {"cambios": "53 hitos informados por primera vez", "pendientes": "Qué está vencido",
         "acuerdos": "7 puntos por decidir"}  # fmt: skip


def choose(page: Page, name: str, option: str) -> None:
    page.locator(f".st-key-{name}").get_by_role("combobox").click()
    page.get_by_role("option", name=option).click()


def test_page_opens_with_the_last_change_of_the_plan(page: Page):
    opened(page, LINK)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "¿Qué cambió desde el 31 de mayo de 2021?"
    )


def test_cut_off_and_voice_chosen_are_written_to_the_address(page: Page):
    opened(page, LINK)
    choose(page, "desde", "31 de diciembre de 2020")
    expect(page).to_have_url(address("/reunion", desde="2020-12-31"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "¿Qué cambió desde el 31 de diciembre de 2020?"
    )
    choose(drawn(page), "voz", "Contraparte")
    expect(page).to_have_url(address("/reunion", desde="2020-12-31", voz="counterpart"))
    expect(page.get_by_text("Los reportes son los de una sola voz: contraparte.")).to_be_visible()


@pytest.mark.parametrize("part, heading", PARTS.items(), ids=PARTS)
def test_link_opens_its_part_of_the_page(page: Page, part: str, heading: str):
    opened(page, f"{LINK}&parte={part}")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(heading)


def test_reversed_cut_offs_are_told_and_another_is_taken(page: Page):
    opened(page, f"{LINK}&desde=2022-12-31")
    told = page.get_by_test_id("stAlert")
    expect(told).to_contain_text("2022-12-31 no es anterior a 2021-10-22")
    expect(page.get_by_role("heading", level=1)).to_contain_text("31 de mayo de 2021")


def test_first_cut_off_says_that_there_is_none_before(page: Page):
    opened(page, "/reunion?plan=paga1&corte=2019-12-31")
    expect(page.get_by_text("Este es el primer corte que hay")).to_be_visible()


@pytest.mark.parametrize(
    "key, name, inside",
    [
        ("brief-docx", "brief_paga1_2021-05-31_2021-10-22_es.docx", "word/document.xml"),
        ("deck-pptx", "deck_paga1_2021-05-31_2021-10-22_es.pptx", "ppt/presentation.xml"),
        ("workbook-xlsx", "workbook_paga1_2021-05-31_2021-10-22_es.xlsx", "xl/workbook.xml"),
        ("brief-pdf", "brief_paga1_2021-05-31_2021-10-22_es.pdf", ""),
    ],
)
def test_document_downloads_whole_under_a_name_that_says_what_it_is(
    page: Page, key: str, name: str, inside: str
):
    opened(page, LINK)
    with page.expect_download() as waited:
        page.locator(f".st-key-{key}").get_by_role("button").click()
    assert waited.value.suggested_filename == name
    content = waited.value.path().read_bytes()
    if inside:
        assert inside in zipfile.ZipFile(io.BytesIO(content)).namelist()
    else:
        assert content.startswith(b"%PDF")
    expect(page.get_by_role("heading", level=1)).to_be_visible()  # and the page is still there


def test_summary_leads_to_the_meeting(page: Page):
    opened(page, "/?plan=paga1&corte=2021-10-22&idioma=en")
    page.get_by_role("link", name=re.compile("Meeting$")).last.click()
    expect(page).to_have_url(address("/reunion", plan="paga1", corte="2021-10-22", idioma="en"))

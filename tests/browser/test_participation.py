"""Who took part, and what became of what they proposed."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import address, opened
from tests.browser.test_keyboard import reach


def proposals(page: Page):
    return page.get_by_role("heading", level=2, name=re.compile("propuestas? integradas?$"))


def test_process_is_chosen_from_the_list_and_followed_in_the_address(page: Page):
    opened(page, "/participacion?corte=2021-10-22")
    expect(page.locator(".tea-answer").first).to_contain_text("297 propuestas")
    page.get_by_role("combobox", name="Proceso").fill("talleres de cocre")
    page.get_by_role("option", name=re.compile("^Participantes en los talleres")).click()
    expect(page).to_have_url(re.compile("[?&]proceso="))
    expect(page.locator(".tea-answer").first).to_contain_text("419")


def test_proposal_is_found_without_accents_and_by_keyboard(page: Page):
    opened(page, "/propuestas?corte=2021-10-22")
    expect(proposals(page)).to_contain_text("43 de 43")
    reach(page, page.get_by_role("textbox", name="Buscar en las propuestas"))
    page.keyboard.type("contratacion publica")
    page.keyboard.press("Enter")
    expect(proposals(page)).not_to_contain_text("43 de 43")
    expect(page.get_by_role("rowheader", name=re.compile("Contratación Pública"))).to_have_count(1)
    expect(page).to_have_url(address("/propuestas", corte="2021-10-22"))


def test_search_that_finds_nothing_says_so(page: Page):
    opened(page, "/propuestas?corte=2021-10-22&buscar=nadadeesto")
    expect(page.get_by_text(re.compile("[Nn]inguna propuesta"))).to_be_visible()

"""On paper: what is read stays, what is clicked goes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import first_line, opened

PAGES_OF_PDF = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return opened(page, "/?corte=2021-10-22")


def test_navigation_and_buttons_are_not_printed(paper: Page):
    expect(paper.locator(".st-key-nav")).to_be_hidden()
    expect(first_line(paper)).to_be_hidden()
    expect(paper.locator("button").filter(visible=True)).to_have_count(0)


def test_first_line_is_printed_as_text(paper: Page):
    line = paper.locator(".tea-printed")
    expect(line).to_be_visible()
    expect(line).to_contain_text("corte 22 oct 2021 · último reporte 21 oct 2021")


def test_first_line_is_not_read_twice_on_a_screen(page: Page):
    opened(page, "/?corte=2021-10-22")
    expect(page.locator(".tea-printed")).to_be_hidden()


def test_narrow_figure_is_printed_and_not_the_wide_one(paper: Page):
    expect(paper.locator(".st-key-narrow-reporting_rounds")).to_be_visible()
    expect(paper.locator(".st-key-narrow-reporting_rounds path.point").first).to_be_visible()
    expect(paper.locator(".st-key-wide-reporting_rounds")).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/hitos"])
def test_page_is_a_few_sheets_of_paper(page: Page, path):
    page.emulate_media(media="print")
    sheets = PAGES_OF_PDF.findall(opened(page, f"{path}?corte=2021-10-22").pdf())
    assert 1 < len(sheets) < 12  # one alone would be what a screen shows, cut off

"""The map and its sheets: by list, by click, by keyboard, and what travels when."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE, address, drawn, opened
from tests.browser.test_keyboard import reach

LINK = "/territorio?corte=2025-05-31"
CLICKS = 8  # a picture drawn without a graphics card loses some


def province(page: Page):
    return page.get_by_role("combobox", name="Provincia")


def sheet(page: Page, name: str):
    return page.get_by_role("heading", level=2, name=re.compile(rf"^{name}\b"))


def map_of(page: Page, width: str):
    return page.locator(f".st-key-{width}-territory canvas").first


def choose_pichincha(page: Page) -> None:
    province(page).fill("Pichi")
    page.get_by_role("option", name="Pichincha").click()
    expect(sheet(page, "Pichincha")).to_be_visible()


@pytest.mark.parametrize("screen, width", [(WIDE, "wide"), (NARROW, "narrow")])
def test_map_is_painted(page: Page, screen, width):
    page.set_viewport_size(screen)
    opened(page, LINK)
    expect(map_of(page, width)).to_be_visible()
    page.wait_for_timeout(1500)  # a canvas does not say when it is painted
    picture = page.locator(f".st-key-{width}-territory").screenshot()
    assert len(picture) > 12_000  # an empty one is a few kilobytes


def test_province_from_the_list_is_followed_in_the_address_and_told_in_the_table(page: Page):
    opened(page, LINK)
    choose_pichincha(page)
    expect(page).to_have_url(address("/territorio", corte="2025-05-31", provincia="17"))
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Pichincha"))
    expect(row.get_by_role("cell").nth(3)).to_have_text("118")


def test_copied_link_opens_the_same_province(page: Page):
    opened(page, f"{LINK}&provincia=17")
    expect(sheet(page, "Pichincha")).to_be_visible()
    expect(province(page)).to_have_value("Pichincha")


def test_province_is_chosen_by_a_click_on_the_map(page: Page):
    opened(page, LINK)
    there = map_of(page, "wide")
    box = there.bounding_box()
    pastaza = {"x": box["width"] * 0.66, "y": box["height"] * 0.44}
    for _attempt in range(CLICKS):
        there.click(position=pastaza, force=True)
        page.wait_for_timeout(1500)
        if "provincia=" in page.url:
            break
    expect(page).to_have_url(address("/territorio", provincia="16"))
    expect(sheet(page, "Pastaza")).to_be_visible()


def test_province_is_chosen_by_keyboard(page: Page):
    opened(page, LINK)
    reach(page, province(page))
    page.keyboard.type("Napo")
    page.keyboard.press("Enter")
    expect(sheet(page, "Napo")).to_be_visible()


def test_polygons_travel_once(page: Page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, LINK)
    page.wait_for_timeout(1500)
    before = len([url for url in asked if "geojson" in url])
    assert before >= 1
    choose_pichincha(page)
    page.get_by_role("radio", name="Propuestas en línea").click(force=True)
    expect(page).to_have_url(address("/territorio", medida="proposals"))
    drawn(page)
    page.wait_for_timeout(1500)
    assert len([url for url in asked if "geojson" in url]) == before


def test_year_narrows_the_events_and_stays_in_the_address(page: Page):
    opened(page, LINK)
    page.get_by_role("combobox", name="Año").fill("2018")
    page.get_by_role("option", name="2018").click()
    expect(page).to_have_url(address("/territorio", anio="2018"))
    expect(page.get_by_role("heading", name="8 eventos")).to_be_visible()


def test_event_opens_its_sheet_and_the_way_back_leads_to_the_map(page: Page):
    opened(page, LINK)
    page.get_by_role("link", name="Taller de cocreación del Primer Plan, Ambato").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ambato")
    drawn(page).go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("¿Dónde hubo talleres")

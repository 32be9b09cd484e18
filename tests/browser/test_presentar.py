"""The hall: by keyboard alone, one slide a screen, nothing to scroll, in both languages."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NARROW, address, drawn, opened
from tests.browser.test_keyboard import expect_visible_focus, reach
from tests.browser.test_pages import MATCHED, RULES

PLAN = "/presentar?plan=paga1&corte=2021-10-22&idioma={code}"
SCREENS = {"projector": {"width": 1280, "height": 720}, "hall": {"width": 1920, "height": 1080}}
CODES = ("es", "en")
SMALLEST = 20  # pixels of what is read from the back of a hall
IN_SIGHT = """selector => [...document.querySelectorAll(`${selector} *`)].filter(element =>
    [...element.childNodes].some(child => child.nodeType === 3 && child.textContent.trim())
    && element.checkVisibility({visibilityProperty: true})
    && getComputedStyle(element.closest('caption') ?? element).clipPath === 'none')"""


@pytest.fixture(params=SCREENS)
def hall(request, page: Page) -> Page:
    page.set_viewport_size(SCREENS[request.param])
    return page


def place(page: Page) -> Locator:
    """Which slide of how many: `3 de 11`."""
    return page.locator(".tea-place")


def total(page: Page) -> int:
    return int(place(page).inner_text().split()[-1])


def turn(page: Page, key: str, goal: int) -> None:
    """Press a key and see the slide to which it leads."""
    page.keyboard.press(key)
    expect(place(page)).to_have_text(re.compile(rf"^{goal} "))
    expect(page).to_have_url(address("/presentar", n=str(goal)))
    drawn(page)


def size(page: Page) -> list[int]:
    return page.get_by_test_id("stMain").evaluate(
        "main => [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth]"
    )


def small(page: Page) -> list[str]:
    """What is drawn in letters too small for a hall."""
    return page.evaluate(
        f"({IN_SIGHT})('.st-key-hall').filter(element =>"
        f" parseFloat(getComputedStyle(element).fontSize) < {SMALLEST} - 0.1)"
        ".map(element => element.textContent)"
    )


@pytest.mark.parametrize("code", CODES)
def test_every_slide_of_the_plan_is_reached_by_keyboard_and_fits_the_screen(hall: Page, code):
    opened(hall, PLAN.format(code=code))
    last, titles = total(hall), []
    assert last > 8
    for number in range(1, last + 1):
        if number > 1:
            turn(hall, "ArrowRight", number)
        titles.append(hall.get_by_role("heading", level=1).inner_text())
        assert size(hall) == [0, 0], titles[-1]
        assert small(hall) == [], titles[-1]
        footer = hall.locator(".tea-footer")
        expect(footer).to_contain_text("corte 22" if code == "es" else "cut-off Oct")
        expect(footer).to_contain_text(re.compile(r"\d+ (documentos|documents)$"))
    assert len(set(titles)) == last
    expect(hall.locator(".st-key-hall-right").get_by_role("button")).to_be_disabled()
    turn(hall, "ArrowLeft", last - 1)
    turn(hall, "Home", 1)
    turn(hall, "End", last)
    turn(hall, "PageUp", last - 1)
    turn(hall, "PageDown", last)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("asked", ["id=paga1-5", "evento=P1-CC-AMB"])
def test_commitment_and_workshop_are_presented_too(hall: Page, code, asked):
    opened(hall, f"{PLAN.format(code=code)}&{asked}")
    for number in range(1, total(hall) + 1):
        if number > 1:
            turn(hall, "ArrowRight", number)
        assert size(hall) == [0, 0]
        assert small(hall) == []
        expect(hall.locator(".tea-footer")).to_contain_text("2021")


def test_every_rule_of_the_hall_finds_it_on_some_slide(page: Page):
    opened(page, PLAN.format(code="es"))
    rules = {rule for rule in page.evaluate(RULES) if "st-key-hall" in rule}
    assert rules
    found = set()
    plans = ("plan=paga1&corte=2021-10-22", "plan=paga3&corte=2025-05-31")
    for asked in (*plans, "id=paga1-5&corte=2021-10-22"):
        opened(page, f"/presentar?{asked}&idioma=es")
        for number in range(1, total(page) + 1):
            if number > 1:
                turn(page, "ArrowRight", number)
            found |= set(page.evaluate(MATCHED, list(rules - found)))
    assert rules - found == set()


def test_link_reopens_the_same_slide(page: Page):
    opened(page, PLAN.format(code="es"))
    turn(page, "ArrowRight", 2)
    turn(page, "ArrowRight", 3)
    title = page.get_by_role("heading", level=1).inner_text()
    other = opened(page.context.new_page(), page.url)
    expect(other.get_by_role("heading", level=1)).to_have_text(title)
    expect(place(other)).to_have_text(re.compile(r"^3 "))


def test_way_back_leads_to_the_slide_before(page: Page):
    opened(page, PLAN.format(code="es"))
    turn(page, "ArrowRight", 2)
    page.go_back()
    expect(place(page)).to_have_text(re.compile(r"^1 "))


@pytest.mark.parametrize("asked, shown", [("99", None), ("0", 1), ("dos", 1), ("-3", 1)])
def test_slide_that_does_not_exist_is_told_and_replaced(page: Page, asked, shown):
    opened(page, f"{PLAN.format(code='en')}&n={asked}")
    shown = shown or total(page)
    expect(page.get_by_test_id("stAlert")).to_contain_text(f"There is no slide {asked}")
    expect(page).to_have_url(address("/presentar", n=str(shown)))
    expect(place(page)).to_have_text(f"{shown} of {total(page)}")


@pytest.mark.parametrize("asked", ["id=paga9-1", "evento=nada"])
def test_unknown_commitment_or_workshop_is_told_and_the_plan_presented(page: Page, asked):
    opened(page, f"{PLAN.format(code='en')}&{asked}")
    expect(page.get_by_test_id("stAlert")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("How is the plan doing?")
    expect(page).not_to_have_url(re.compile(asked))


def test_hall_shows_neither_navigation_nor_first_line_nor_downloads(page: Page):
    opened(page, PLAN.format(code="es"))
    for hook in ("nav", "line"):
        expect(page.locator(f".st-key-{hook}")).to_have_count(0)
    expect(page.locator("[class*=st-key-under-]")).to_have_count(0)


def test_buttons_are_reached_by_tab_and_the_focus_is_seen(page: Page):
    opened(page, PLAN.format(code="es"))
    button = page.locator(".st-key-hall-right").get_by_role("button")
    reach(page, button)
    expect_visible_focus(button)
    page.keyboard.press("Enter")
    expect(place(page)).to_have_text(re.compile(r"^2 "))
    expect(button).to_be_focused()


def test_another_commitment_is_chosen_by_keyboard(page: Page):
    opened(page, PLAN.format(code="en"))
    reach(page, page.locator("[class*=st-key-hall-what]").get_by_role("button"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_test_id("stPopoverBody").get_by_role("combobox").first)
    page.keyboard.type("portal")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address("/presentar", id="paga1-2", n="1"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Commitment 2")
    expect(page.get_by_test_id("stPopoverBody")).to_be_hidden()


@pytest.mark.parametrize(
    "asked, path",
    [("", "/"), ("&id=paga1-5", "/compromiso"), ("&evento=P1-CC-AMB", "/territorio"),
     ("&id=paga1-5&volver=hitos", "/hitos")],
)  # fmt: skip
def test_way_out_leads_to_where_one_came_from(page: Page, asked, path):
    opened(page, PLAN.format(code="en") + asked)
    page.get_by_role("link", name="Leave").click()
    expect(page).to_have_url(address(path, plan="paga1", corte="2021-10-22"))


def test_navigation_leads_to_the_hall(page: Page):
    opened(page, "/?corte=2021-10-22&idioma=en")
    page.get_by_role("link", name="Present", exact=True).click()
    expect(page).to_have_url(address("/presentar", corte="2021-10-22", n="1"))


def test_telephone_scrolls_down_and_never_sideways(page: Page):
    page.set_viewport_size(NARROW)
    opened(page, PLAN.format(code="es"))
    for number in range(1, total(page) + 1):
        if number > 1:
            turn(page, "ArrowRight", number)
        assert size(page)[1] == 0
    page.locator(".st-key-hall-left").get_by_role("button").click()
    expect(place(page)).to_have_text(re.compile(rf"^{number - 1} "))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hall_follows_the_theme_of_the_system(page: Page, scheme):
    page.emulate_media(color_scheme=scheme)
    opened(page, PLAN.format(code="es") + "&n=3")
    paper = {"light": "rgb(251, 249, 244)", "dark": "rgb(23, 22, 20)"}[scheme]
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", paper)
    ground = page.locator("[class*=st-key-hall-low-] .main-svg").first
    expect(ground).to_have_css("background-color", paper)

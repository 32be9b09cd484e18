"""By keyboard alone: Tab, Enter, and seeing where one is."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import address, choices, first_line, opened, under

LINK = "/?corte=2021-10-22"
STOPS = 60  # more than any page has before what is looked for
IS_FOCUSED = "element => element === document.activeElement"


def reach(page: Page, goal: Locator) -> None:
    """Press Tab from where the reader is until the goal has the focus."""
    expect(goal).to_be_visible()
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if goal.evaluate(IS_FOCUSED):
            return
    raise AssertionError(f"{goal} is not reached by {STOPS} times Tab")


def expect_visible_focus(goal: Locator) -> None:
    style, width = goal.evaluate(
        "element => { const {outlineStyle, outlineWidth} = getComputedStyle(element);"
        " return [outlineStyle, parseFloat(outlineWidth)] }"
    )
    assert style != "none" and width > 0, f"no outline on {goal}"


def test_milestones_are_opened_by_keyboard(page: Page):
    opened(page, LINK)
    reach(page, page.get_by_role("link", name="Hitos", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(address("/hitos", corte="2021-10-22"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("¿Qué hitos")


def test_another_cut_off_is_chosen_by_keyboard(page: Page):
    opened(page, LINK)
    reach(page, first_line(page))
    page.keyboard.press("Enter")
    reach(page, choices(page).get_by_role("link", name="31 de diciembre de 2021"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(address("/", corte="2021-12-31"))
    expect(first_line(page)).to_contain_text("corte 31 dic 2021")
    expect(choices(page)).to_be_hidden()  # it would cover a telephone


def test_origin_is_opened_and_left_by_keyboard(page: Page):
    opened(page, LINK)
    button = under(page, "voice_means", "origin")
    reach(page, button)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_focus_is_seen_in_the_navigation(page: Page):
    opened(page, LINK)
    link = page.get_by_role("link", name="Hitos", exact=True)
    reach(page, link)
    expect_visible_focus(link)


def test_focus_is_seen_on_the_first_line_and_in_what_it_opens_to(page: Page):
    opened(page, LINK)
    reach(page, first_line(page))
    expect_visible_focus(first_line(page))
    page.keyboard.press("Enter")
    link = choices(page).get_by_role("link", name="31 de diciembre de 2021")
    reach(page, link)
    expect_visible_focus(link)


def test_focus_is_seen_on_the_buttons_under_a_reading(page: Page):
    opened(page, LINK)
    button = under(page, "voice_means", "csv")
    reach(page, button)
    expect_visible_focus(button)

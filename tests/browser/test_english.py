"""What Streamlit says in English to readers of Spanish, so that a change of it is noticed."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.browser.conftest import choices, first_line, opened, under

# names that no setting translates: each is known, none was added without our seeing it
NAMES = {
    "Clear all",  # takes every choice out of a filter
    "Close",  # of the dialog
    "Dismiss",  # of the dialog and of open lists, for screen readers
    "Copy to clipboard",  # of the query
    "Open",  # of a filter's and the selector's list
    "Selected values",  # of a filter
    "Choose an option",  # of the selector of tables
}
SKIP = "Skip to main content"
ATTRIBUTES = """() => [...document.querySelectorAll("*")].flatMap(element =>
    ["aria-label", "aria-roledescription", "aria-description", "placeholder", "title", "alt"]
        .map(name => element.getAttribute(name)).filter(Boolean))"""
PARTS = {
    "es": ("Más filtros (1)", "Compromiso", "Tabla"),
    "en": ("More filters (1)", "Commitment", "Table"),
}


def said(page: Page, language: str) -> Iterator[str]:
    """Every accessible name and hint, with all that opens opened."""
    filters, commitment, table = PARTS[language]
    asked = f"corte=2021-10-22&idioma={language}"
    under(opened(page, f"/?{asked}"), "voice_means", "origin").click()
    expect(page.get_by_role("dialog").get_by_test_id("stCode")).to_be_visible()
    yield from page.evaluate(ATTRIBUTES)
    opened(page, f"/hitos?{asked}&estado=execution").get_by_role("button", name=filters).click()
    choices(page).get_by_role("combobox", name=commitment).click()
    expect(page.get_by_role("option").first).to_be_visible()
    yield from page.evaluate(ATTRIBUTES)
    opened(page, f"/datos?seccion=tablas&{asked}")
    page.get_by_role("combobox", name=table).click()
    expect(page.get_by_role("option").first).to_be_visible()
    yield from page.evaluate(ATTRIBUTES)


def test_names_that_do_not_follow_the_language_are_the_known_ones(page: Page):
    both = set(said(page, "es")) & set(said(page, "en"))
    assert both == NAMES


def test_texts_that_do_not_follow_the_language_are_the_known_ones(page: Page):
    opened(page, "/hitos?corte=2021-10-22")
    page.get_by_role("button", name="Más filtros").click()
    choices(page).get_by_role("combobox", name="Compromiso").click()
    expect(page.get_by_role("option").first).to_contain_text("1. ")
    expect(page.get_by_text("Select all")).to_have_count(0)
    expect(page.locator(".stApp a").first).to_have_text(SKIP)


def test_name_of_the_first_lines_choices_is_read_without_marks(page: Page):
    opened(page, "/?corte=2021-10-22")
    first_line(page).click()
    name = choices(page).get_attribute("aria-label")
    assert "**" not in name, name


def test_first_lines_choices_are_in_the_readers_language(page: Page):
    opened(page, "/?corte=2021-10-22")
    first_line(page).click()
    expect(choices(page).get_by_role("heading")).to_have_text(["Plan", "Conocido hasta"])

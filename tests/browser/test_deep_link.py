"""First in its own fresh server: a link to a page, not to the front door."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import address, drawn, first_line, opened

ASKED = {"plan": "paga1", "corte": "2021-10-22", "idioma": "en"}
LINK = "/hitos?plan=paga1&corte=2021-10-22&idioma=en"


def test_first_request_of_a_fresh_server_shows_the_page_it_names(page: Page):
    response = page.goto(LINK)
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in response.headers["content-security-policy"]
    drawn(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Which milestones are late, which are due soon and which have no report?"
    )
    for name in ("Summary", "Milestones", "Data"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(first_line(page)).to_contain_text("cut-off Oct 22, 2021")
    expect(page).to_have_url(address("/hitos", **ASKED))


def test_every_page_is_reached_with_the_whole_address(page: Page):
    opened(page, LINK)
    for name, path in {"Summary": "/", "Data": "/datos", "Milestones": "/hitos"}.items():
        page.get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_url(address(path, **ASKED))
        expect(first_line(page)).to_contain_text("cut-off Oct 22, 2021")
        drawn(page)


def test_links_of_the_navigation_lead_to_their_pages_in_a_new_tab_too(page: Page):
    opened(page, LINK)
    for name, path in {"Summary": "/", "Data": "/datos", "Open State Dashboard": "/"}.items():
        there = page.get_by_role("link", name=name, exact=True).evaluate("link => link.href")
        assert address(path, **ASKED).match(there), f"{name}: {there}"

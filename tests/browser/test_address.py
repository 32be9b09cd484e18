"""What an address asks for and cannot get, and what a server has and may not show."""

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import quote

import polars as pl
import pytest
from playwright.sync_api import Page, expect

from data import package
from language import LANGUAGES
from tests.browser.conftest import PUBLISHED, address, choices, drawn, first_line, opened

MARKUP = ("<b>x</b>", "[x](https://example.org)", "![x](https://example.org/x.png)")
NEWEST, LAST_GOOD = "2021-12-31", "2021-10-22"
TRACE = re.compile(r"Traceback|Exception|Error\b|\.py|\.parquet|/tmp/|duckdb|polars", re.I)


def copied(folder: Path, *names: str) -> Path:
    for name in names:
        shutil.copytree(PUBLISHED / name, folder / name)
    return folder


def altered(snapshot: Path) -> None:
    """One byte in the middle of one table is another."""
    table = snapshot / "progress_reports.parquet"
    content = bytearray(table.read_bytes())
    content[len(content) // 2] ^= 1
    table.write_bytes(content)


def without_column(snapshot: Path, table: str, column: str) -> None:
    """Published whole, hashes and all, but not what the questions ask for."""
    path = snapshot / f"{table}.parquet"
    pl.read_parquet(path).drop(column).write_parquet(path)
    package.write(snapshot, date.fromisoformat(snapshot.name))


@pytest.fixture(scope="module")
def altered_url(serve, tmp_path_factory) -> str:
    """A server whose newest snapshot is not as it was published."""
    folder = copied(tmp_path_factory.mktemp("altered"), NEWEST, LAST_GOOD)
    altered(folder / NEWEST)
    return serve(folder)


@pytest.fixture(scope="module")
def nothing_url(serve, tmp_path_factory) -> str:
    """A server whose only snapshot is not as it was published."""
    folder = copied(tmp_path_factory.mktemp("nothing"), NEWEST)
    altered(folder / NEWEST)
    return serve(folder)


@pytest.fixture(scope="module")
def failing_url(serve, tmp_path_factory) -> str:
    """A server where one page fails at one cut-off, and the frame of all pages at another."""
    folder = copied(tmp_path_factory.mktemp("failing"), NEWEST, LAST_GOOD)
    without_column(folder / NEWEST, "contradictions", "used")
    without_column(folder / LAST_GOOD, "plans", "name_es")
    return serve(folder)


def told(page: Page, text: str) -> None:
    expect(page.get_by_role("alert").filter(has_text=text)).to_be_visible()


def expect_only_words(page: Page) -> None:
    """Nothing of what a failure says to those who run the server."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert not TRACE.search(page.locator("body").inner_text())


def test_plan_that_does_not_exist_is_told_and_replaced(page: Page):
    opened(page, "/?plan=paga9")
    told(page, "No existe plan paga9. Existe: paga1, paga2, paga3.")
    expect(page).to_have_url(address("/", plan="paga1"))


def test_cut_off_that_does_not_exist_is_told_and_replaced_by_the_newest(page: Page):
    opened(page, "/hitos?corte=1999-12-31")
    newest = max(folder.name for folder in PUBLISHED.iterdir())
    told(page, "No existe corte 1999-12-31. Existe: 2019-12-31, 2020-12-31,")
    expect(page).to_have_url(address("/hitos", corte=newest))


def test_language_that_does_not_exist_is_told_and_replaced(page: Page):
    opened(page, "/datos?idioma=qu")
    told(page, "No existe idioma qu. Existe: es, en.")
    expect(page).to_have_url(address("/datos", idioma="es"))
    expect(page.locator("html")).to_have_attribute("lang", "es")


@pytest.mark.parametrize("typed", MARKUP)
def test_markup_in_the_address_is_shown_as_text(page: Page, typed):
    names = ("idioma", "corte", "plan")
    opened(page, "/?" + "&".join(f"{name}={quote(typed)}" for name in names))
    for name in names:
        told(page, f"No existe {name} {typed}. Existe: ")
    expect(page.get_by_role("alert").locator("a, b, img")).to_have_count(0)
    expect(page.locator('[href*="example.org"], [src*="example.org"]')).to_have_count(0)


@pytest.mark.parametrize("path", ["/hitos?plazo", "/datos?seccion"])
def test_markup_in_a_filter_is_shown_as_text(page: Page, path):
    name = path.partition("?")[2]
    opened(page, path + "=" + f"&{name}=".join(quote(typed) for typed in MARKUP))
    for typed in MARKUP:
        told(page, typed)
    expect(page.get_by_role("alert").locator("a, b, img")).to_have_count(0)


def test_page_that_does_not_exist_is_told_in_the_readers_language(page: Page):
    opened(page, "/nada?corte=2021-10-22&idioma=es")
    expect(page.get_by_role("alert")).to_contain_text("nada")
    expect(page.get_by_text("Page not found")).to_have_count(0)
    expect(page).to_have_url(address("/", corte="2021-10-22", idioma="es"))


def test_first_line_changes_the_cut_off_and_the_plan(page: Page):
    opened(page, "/?plan=paga1&corte=2021-10-22")
    first_line(page).click()
    choices(page).get_by_role("link", name="31 de mayo de 2025").click()
    expect(page).to_have_url(address("/", plan="paga1", corte="2025-05-31"))
    expect(first_line(page)).to_contain_text("corte 31 may 2025")
    page.keyboard.press("Escape")
    expect(choices(page)).to_be_hidden()
    first_line(page).click()
    choices(page).get_by_role("link", name="Segundo Plan").click()
    expect(page).to_have_url(address("/", plan="paga2", corte="2025-05-31"))
    expect(first_line(page)).to_contain_text("Segundo Plan")
    drawn(page)


def test_language_link_changes_the_document_and_keeps_the_filters(page: Page):
    opened(page, "/hitos?corte=2021-10-22&estado=execution&plazo=overdue")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    kept = {"corte": "2021-10-22", "estado": "execution", "plazo": "overdue"}
    expect(page).to_have_url(address("/hitos", idioma="en", **kept))
    expect(page.get_by_role("button", name="More filters (1)")).to_be_visible()


def test_back_button_returns_to_the_page_before(page: Page):
    opened(page, "/?corte=2021-10-22")
    page.get_by_role("link", name="Hitos", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("¿Qué hitos")
    drawn(page).go_back()
    expect(page).to_have_url(address("/", corte="2021-10-22"))
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Cómo va el plan?")


def test_back_button_returns_to_the_cut_off_before(page: Page):
    opened(page, "/?corte=2021-10-22")
    first_line(page).click()
    choices(page).get_by_role("link", name="31 de diciembre de 2021").click()
    expect(first_line(page)).to_contain_text("corte 31 dic 2021")
    drawn(page).go_back()
    expect(page).to_have_url(address("/", corte="2021-10-22"))
    expect(first_line(page)).to_contain_text("corte 22 oct 2021")


def test_back_button_returns_to_the_part_of_the_data_page_before(page: Page):
    opened(page, "/datos?corte=2021-10-22")
    page.get_by_role("radio", name="Método").click(force=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Cómo se calcula cada cifra?")
    drawn(page).go_back()
    expect(page).not_to_have_url(re.compile("seccion="))
    expect(page.get_by_role("heading", level=1)).to_have_text("¿De dónde salen las cifras?")


def test_snapshot_with_one_byte_altered_is_told_and_the_last_good_one_served(page, altered_url):
    opened(page, altered_url)
    told(page, f"El corte {NEWEST} no está como se publicó y por eso no se muestra.")
    expect(page).to_have_url(address("/", corte=LAST_GOOD))
    expect(page.locator(".tea-answer").first).to_contain_text("61,76 %")


def test_altered_snapshot_is_not_served_when_asked_for_by_name(page, altered_url):
    opened(page, f"{altered_url}/?corte={NEWEST}&idioma=en")
    told(page, f"There is no corte {NEWEST}. There is: {LAST_GOOD}.")
    expect(page).to_have_url(address("/", corte=LAST_GOOD))


@pytest.mark.parametrize("language", LANGUAGES)
def test_server_without_a_whole_snapshot_says_so_in_words(page, nothing_url, language):
    title = {"es": "Ningún corte se puede mostrar", "en": "No cut-off can be shown"}[language]
    opened(page, f"{nothing_url}/hitos?idioma={language}")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect_only_words(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_that_fails_says_so_in_words(page, failing_url, language):
    title = {"es": "Esta página no se pudo mostrar", "en": "This page could not be shown"}[language]
    opened(page, f"{failing_url}/datos?seccion=contradicciones&corte={NEWEST}&idioma={language}")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect_only_words(page)
    way_on = page.get_by_test_id("stMarkdown").get_by_role("link")
    expect(way_on).to_have_attribute("href", re.compile(rf"^/\?.*idioma={language}"))
    expect(first_line(page)).to_be_visible()


def test_frame_that_fails_says_so_in_words(page, failing_url):
    opened(page, f"{failing_url}/?corte={LAST_GOOD}&idioma=en")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page could not be shown")
    expect_only_words(page)


@pytest.mark.parametrize("path", ["/", "/hitos?corte=2021-10-22"])
def test_back_button_leaves_the_dashboard_by_the_way_it_was_entered(page: Page, path):
    page.goto("about:blank")
    opened(page, path)
    expect(page).to_have_url(re.compile("plan=.*idioma=es|idioma=es.*plan="))
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_browser_tab_and_navigation_say_which_page_it_is(page: Page):
    opened(page, "/hitos?corte=2021-10-22")
    expect(page).to_have_title("Hitos · Tablero de Estado Abierto")
    expect(page.locator(".st-key-nav [aria-current=page]")).to_have_text("Hitos")

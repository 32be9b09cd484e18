"""Every page on a screen and on a telephone, in both languages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from frame.filters import SECTIONS
from tests.browser.conftest import NARROW, ROOT, WIDE, choices, first_line, opened, under

CUT_OFF = "corte=2021-10-22"
QUESTIONS = [
    *("/", "/hitos", "/voces", "/participacion", "/propuestas", "/territorio", "/datos"),
    "/reunion",
    *(f"/datos?seccion={name}" for name in SECTIONS),
]
# the title of a commitment, and of an event, is its name
PATHS = [*QUESTIONS, "/compromiso?id=paga1-5", "/territorio?evento=P1-CC-AMB"]
PAGES = {
    "es": [
        "Resumen",
        "Hitos",
        "Compromiso",
        "Voces",
        "Participación",
        "Propuestas",
        "Territorio",
        "Reunión",
        "Presentar",
        "Datos",
    ],
    "en": [
        "Summary",
        "Milestones",
        "Commitment",
        "Voices",
        "Participation",
        "Proposals",
        "Territory",
        "Meeting",
        "Present",
        "Data",
    ],
}
APART = {"presentar"}  # has tests of its own: it shows neither navigation nor first line
OTHER = {"es": "English", "en": "Español"}

WIDER_THAN_THEY_SHOW = """() => [...document.querySelectorAll("html, [data-testid=stMain]")]
    .filter(box => box.scrollWidth > Math.min(box.clientWidth, innerWidth))
    .map(box => `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`)"""
LOADED_FONTS = """() => document.fonts.ready.then(fonts => [...fonts]
    .filter(face => face.status === "loaded").map(face => face.family.replaceAll('"', "")))"""
RULES = """() => {
    const selectors = rule => rule.cssRules?.length ? [...rule.cssRules].flatMap(selectors)
        : rule.selectorText ? rule.selectorText.split(/,(?![^(]*\\))/) : [];
    const ours = [...document.styleSheets].find(sheet => sheet.href?.includes("tablero.css"));
    return [...ours.cssRules].flatMap(selectors).map(selector => selector.trim());
}"""
OUR_PAPER = "getComputedStyle(document.querySelector('.stApp')).getPropertyValue('--paper')"
MATCHED = """selectors => selectors.filter(selector => document.querySelector(selector))"""


def at(path: str, language: str = "es") -> str:
    return f"{path}{'&' if '?' in path else '?'}{CUT_OFF}&idioma={language}"


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("path", PATHS)
def test_page_has_one_title_and_fits_a_telephone_and_a_screen(page: Page, path, language):
    page.set_viewport_size(NARROW)
    opened(page, at(path, language))
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_count(1)
    if path in QUESTIONS:
        expect(title).to_have_text(re.compile(r"\?$"))
    expect(page.locator("html")).to_have_attribute("lang", language)
    for screen in (NARROW, WIDE):
        page.set_viewport_size(screen)
        for name in (*PAGES[language], OTHER[language]):
            expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
        expect(title).to_be_visible()
        assert page.evaluate(WIDER_THAN_THEY_SHOW) == []
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("path", ["/", "/hitos", "/datos"])
def test_style_sheet_and_fonts_arrive(page: Page, path):
    opened(page, at(path))
    expect(page.locator(".stApp")).to_have_css("background-color", "rgb(251, 249, 244)")
    assert page.evaluate(OUR_PAPER) != ""
    assert page.evaluate("""document.fonts.check('16px "IBM Plex Sans"')""")
    # check() is content with a family that nobody declared
    assert {"IBM Plex Sans", "Source Serif"} <= set(page.evaluate(LOADED_FONTS))


def test_each_page_of_the_project_is_tested_here():
    known = {path.partition("?")[0].strip("/") or "resumen" for path in PATHS}
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == known | APART


def test_every_rule_on_what_streamlit_draws_finds_it_on_some_page(page: Page):
    hook = re.compile(r"data-testid|st-key-|(?<!^)\.st[A-Z]")
    opened(page, at("/"))
    hooked = {rule for rule in page.evaluate(RULES) if hook.search(rule)}
    rules = {rule for rule in hooked if "st-key-hall" not in rule}  # those are tried in the hall
    named = set(
        re.findall(r'data-testid="\w+"', Path(ROOT / "frame" / "look.css").read_text("utf-8"))
    )
    assert named <= set(re.findall(r'data-testid="\w+"', " ".join(hooked)))  # none was overlooked
    first_line(page).click()
    expect(choices(page)).to_be_visible()
    found = set(page.evaluate(MATCHED, list(rules)))
    opened(page, at("/"))
    under(page, "voice_means", "origin").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found |= set(page.evaluate(MATCHED, list(rules)))
    for path in ("/hitos", "/voces", "/territorio", "/reunion", "/datos?seccion=tablas"):
        found |= set(opened(page, at(path)).evaluate(MATCHED, list(rules)))
    assert rules - found == set()

"""Milestones: timelines, filters that a link carries, and how far each end was moved."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import address, choices, drawn, first_line, opened

LINK = "/hitos?corte=2021-10-22"
OVERDUE = "Vencido · 7"
DRAWN = """all => all.filter(each => each.querySelector(".f")?.getBoundingClientRect().width > 0)
    .length"""


def timelines(page: Page):
    return page.locator(".tea-time")


def pressed(page: Page):
    """The choices by lateness that are marked as chosen."""
    return page.locator(".st-key-plazo").get_by_role("button", pressed=True)


def overdue_only(page: Page) -> None:
    page.get_by_role("button", name=OVERDUE).click()
    expect(timelines(page)).to_have_count(7)


def test_every_milestone_has_a_bar_on_its_timeline(page: Page):
    opened(page, LINK)
    expect(timelines(page)).to_have_count(59)
    assert timelines(page).evaluate_all(DRAWN) == 59


def test_both_windows_of_milestone_1_5_are_told(page: Page):
    opened(page, LINK)
    milestone = page.get_by_role("rowheader", name=re.compile(r"^1\.5 Difundir"))
    cells = page.get_by_role("row").filter(has=milestone).get_by_role("cell")
    expect(cells).to_have_text(
        ["", "Ejecución 90 %15 oct 2021", "mar 2020 – ago 2020", "jun 2020 – ene 2022", "+17"]
    )


def test_choice_by_lateness_is_written_to_the_address_and_narrows_the_table(page: Page):
    overdue_only(opened(page, LINK))
    expect(page).to_have_url(address("/hitos", corte="2021-10-22", plazo="overdue"))
    expect(page.locator(".tea-table .tea-flag").filter(visible=True)).not_to_have_count(0)
    expect(page.get_by_role("table").first).to_have_accessible_name(re.compile("^7 hitos"))


def test_copied_link_opens_the_same_milestones(page: Page):
    overdue_only(opened(page, LINK))
    other = opened(page.context.new_page(), page.url)
    expect(timelines(other)).to_have_count(7)
    expect(pressed(other)).to_have_text(OVERDUE)


def test_choice_in_more_filters_is_written_to_the_address_as_a_code(page: Page):
    opened(page, LINK)
    page.get_by_role("button", name="Más filtros").click()
    choices(page).get_by_role("combobox", name="Estado").click()
    page.get_by_role("option", name=re.compile("^Definición")).click()
    expect(page).to_have_url(address("/hitos", estado="definition"))
    expect(timelines(page)).to_have_count(7)
    expect(page.locator(".st-key-more-filters")).to_contain_text("Más filtros (1)")


def test_filter_survives_a_change_of_language(page: Page):
    overdue_only(opened(page, LINK))
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(address("/hitos", idioma="en", plazo="overdue"))
    expect(timelines(page)).to_have_count(7)
    expect(pressed(page)).to_have_text("Overdue · 7")


def test_filter_survives_a_change_of_cut_off(page: Page):
    opened(page, f"{LINK}&plazo=overdue")
    first_line(page).click()
    choices(page).get_by_role("link", name="31 de diciembre de 2021").click()
    expect(page).to_have_url(address("/hitos", corte="2021-12-31", plazo="overdue"))
    expect(timelines(page)).to_have_count(8)


def test_filters_without_result_say_so_and_offer_the_way_out(page: Page):
    opened(page, f"{LINK}&plazo=overdue&estado=completed")
    expect(page.get_by_text("Ningún hito cumple estos filtros.")).to_be_visible()
    expect(timelines(page)).to_have_count(0)
    page.get_by_role("button", name="Quitar filtros").click()
    expect(timelines(page)).to_have_count(59)
    expect(page).not_to_have_url(re.compile("plazo=|estado="))


def test_removed_filters_are_no_longer_marked_as_chosen(page: Page):
    opened(page, f"{LINK}&plazo=overdue&estado=completed")
    page.get_by_role("button", name="Quitar filtros").click()
    expect(timelines(page)).to_have_count(59)
    drawn(page)
    expect(pressed(page)).to_have_count(0)
    expect(page.locator(".st-key-more-filters")).not_to_contain_text("(")


def test_back_button_returns_from_a_filter_to_the_view_before(page: Page):
    overdue_only(opened(page, LINK))
    drawn(page).go_back()
    expect(page).not_to_have_url(re.compile("plazo="))
    expect(timelines(page)).to_have_count(59)
    expect(pressed(page)).to_have_count(0)


def test_filter_value_that_does_not_exist_is_told_and_left_out(page: Page):
    names = ("plazo", "compromiso", "estado")
    opened(page, LINK + "".join(f"&{name}=nunca" for name in names))
    expect(page.get_by_role("alert")).to_have_text(
        [f"El filtro {name} no tiene nunca; se lo dejó fuera." for name in names]
    )
    expect(timelines(page)).to_have_count(59)


def test_slip_chart_has_a_point_for_each_milestone_with_two_ends(page: Page):
    opened(page, LINK)
    points = page.locator(".st-key-wide-slips path.point")
    expect(points).to_have_count(58)
    expect(points.first).to_be_visible()

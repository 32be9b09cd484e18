"""Where events were held: on provinces drawn so that each case stands once."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from charts.territory_map import (
    LARGEST,
    MODES,
    POLYGONS,
    SMALLEST,
    Area,
    Home,
    Place,
    Territory,
    Way,
    disc_radius,
    fill_color,
    steps,
    territory_map,
)
from data import published
from frame.html import html
from language import LANGUAGES, Language
from queries.territory import (
    covered_population,
    event_proposals,
    event_sheet,
    events_listed,
    events_origins,
    findings_of_event,
    province_coverage,
    province_sheet,
    region_coverage,
    zone_coverage,
)
from readings import event_outcome, eventos, mapa, provincia, taller, territorio, zonas
from tests.conftest import CUT_OFF, PLAN, publish

ENGLISH = Language("en")
PAGE = Path(__file__).parents[1] / "pages" / "territorio.py"
CODES = """
        event_kind       | cocreation          | Cocreación    | Co-creation   | 2
        event_kind       | training            | Formación     | Training      | 3
        event_status     | held                | Realizado     | Held          | 1
        event_status     | announced           | Anunciado     | Announced     | 2
        modality         | in_person           | Presencial    | In person     | 1
        modality         | virtual             | Virtual       | Virtual       | 2
        point_precision  | city                | Ciudad        | City          | 1
        region           | sierra              | Sierra        | Highlands     | 2
        region           | costa               | Costa         | Coast         | 1
        proposal_outcome | commitment          | Compromiso    | Commitment    | 1
        proposal_outcome | next_plan           | Otro plan     | Later plan    | 3
"""
EXTRA = {
    "codes": PLAN["codes"].rstrip() + CODES,
    "provinces": """
        province_code | iso_code | name_es | region | planning_zones | capital | capital_lat | capital_lon
        01            | EC-A     | Alta    | sierra | 1              | Cima    | -2.0        | -79.0
        02            | EC-B     | Baja    | costa  | 1\\2           | Playa   | -1.0        | -80.0
        03            | EC-C     | Clara   | sierra | 3              | Luz     | 0.0         | -78.0
        04            | EC-D     | Densa   | sierra | 3              | Bosque  | -3.0        | -77.0
        20            | EC-W     | Islas   | costa  | 3              | Puerto  | -0.9        | -89.6
    """,
    "cantons": """
        canton_code | name_es | province_code | planning_zone
        0101        | Cima    | 01            | 1
        0201        | Playa   | 02            | 1
        0202        | Duna    | 02            | 2
        0301        | Luz     | 03            | 3
        0401        | Bosque  | 04            | 3
        2001        | Puerto  | 20            | 3
    """,  # Baja is divided between two zones
    "population": """
        census_year | province_code | sex    | age | people
        2022        |               |        |     | 1000
        2022        |               | female |     | 510
        2022        | 01            |        |     | 400
        2022        | 01            | female |     | 220
        2022        | 01            |        | 15  | 100
        2022        | 01            |        | 16  | 300
        2022        | 02            |        |     | 300
        2022        | 03            |        |     | 200
        2022        | 04            |        |     | 90
        2022        | 20            |        |     | 10
        2010        | 01            |        |     | 999
    """,
    "events": """
        event_id | plan_id | commitment_no | kind       | status    | name_es | name_en | series_id | series_count | city  | canton_code | province_code | lat  | lon   | modality  | starts_on  | ends_on    | date_precision | attendees | men | women | organisers_es | source_id
        s        | p1      |               | cocreation | held      | Ronda   | Round   | s         | 3            |       |             | 01            |      |       | in_person | 2026-01-01 | 2026-01-31 | day            | 90        | 40  | 50    | Nadie         | informe
        s1       | p1      |               | cocreation | held      | Ronda 1 | Round 1 | s         |              | Cima  | 0101        | 01            | -2.0 | -79.0 | in_person | 2026-01-01 | 2026-01-01 | day            |           |     |       | Nadie         | informe
        s2       | p1      |               | cocreation | held      | Ronda 2 | Round 2 | s         |              | Cima  | 0101        | 01            | -2.0 | -79.0 |           |            |            |                | 30        | 10  | 20    |               | informe
        t1       | p1      | 1             | training   | held      | Curso   | Course  |           |              | Playa |             | 02            | -1.0 | -80.0 |           | 2026-02-01 | 2026-02-28 | month          | 0         |     |       |               | nuevo
        t2       | p1      |               | training   | held      | Virtual | Virtual |           |              | Luz   | 0301        | 03            | 0.0  | -78.0 | virtual   | 2026-02-01 | 2026-02-01 | day            | 9         |     |       |               | nuevo
        t3       | p1      |               | training   | announced | Pronto  | Soon    |           |              | Bosque| 0401        | 04            | -3.0 | -77.0 |           |            |            |                |           |     |       |               | nuevo
        o1       |         |               | training   | held      | Ajeno   | Other   |           |              | Cima  | 0101        | 01            | -2.0 | -79.0 |           |            |            |                |           |     |       |               | nuevo
        m        | p3      |               | training   | planned   | Mesas   | Tables  | m         | 7            |       |             |               |      |       |           |            |            |                |           |     |       |               | plan
    """,  # s1: attendance unknown; t1: nobody came, its canton is not known; t2 counts nowhere
    "event_origins": """
        event_id | city  | province_code | lat  | lon   | point_precision | attendees
        s        | Duna  | 02            | -1.2 | -80.1 | city            |
        t1       | Cima  | 01            | -2.0 | -79.0 | city            | 3
        t1       | Ajena |               |      |       |                 |
    """,
    "event_findings": """
        event_id | finding_no | question_es | question_en | finding_es | finding_en
        s        | 1          | ¿Qué falta? | What lacks? | Sal.       | Salt.
        s        | 2          | ¿Qué falta? | What lacks? | Pan.       | Bread.
        t1       | 1          |             |             | Bien.      | Well.
    """,
    "coverage_statements": """
        statement_id | plan_id | process_id | subject       | detail                | completeness
        c1           | p1      |            | events        | cocreation            | complete
        c2           | p1      |            | events        | cocreation_attendance | not_published
        c3           | p1      |            | events        | training              | partial
        c4           | p3      |            | events        | training              | not_published
        c5           | p1      | web        | participation | province              | complete
    """,
    "processes": """
        process_id | plan_id | name_es | name_en | channel   | measure   | base_count | origin
        web        | p1      | Web     | Web     | online    | proposals | 20         | published
        hall       | p1      | Sala    | Hall    | in_person | people    | 9          | published
    """,
    "participation": """
        cell_id | process_id | province_code | sex    | count | precision | disclosure
        a       | web        | 01            |        | 12    | stated    | open
        b       | web        | 02            |        |       | bounded   | suppressed
        c       | web        | 01            | female | 5     | stated    | open
        d       | web        | not_stated    |        | 1     | stated    | open
        e       | hall       | 03            |        | 9     | stated    | open
    """,  # of the open call by the web only; a crossed cell and a hall count nowhere
    "proposals": """
        plan_id | proposal_id | title_es | outcome
        p1      | 1           | Pan      | commitment
        p1      | 2           | Sal      | next_plan
        p1      | 3           | Agua     | next_plan
    """,
}


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    return publish(tmp_path_factory.mktemp("territory") / CUT_OFF, PLAN | EXTRA)


def province(snapshot, code: str, *kinds: str, plan_id: str = "p1", **period) -> dict:
    rows = province_coverage(snapshot, plan_id, kinds, **period)
    (row,) = rows.filter(pl.col("province_code") == code).to_dicts()
    return row


def statuses(snapshot, *kinds: str, plan_id: str = "p1") -> list[str]:
    return province_coverage(snapshot, plan_id, kinds)["status"].to_list()


def test_series_is_its_events_and_never_one_more(land):
    row = province(land, "01")
    assert (row["status"], row["events"], row["undated"]) == ("covered", 2, 1)
    assert (row["attendance"], row["attendance_known"]) == (30, 1)


def test_nobody_came_is_zero_and_not_known_is_null(land):
    assert (province(land, "02")["attendance"], province(land, "02")["attendance_known"]) == (0, 1)
    assert province(land, "04")["attendance"] is None


def test_virtual_event_covers_no_province_and_an_announced_one_only_plans_it(land):
    assert (province(land, "03")["status"], province(land, "03")["events"]) == (
        "no_registered_event", 0,
    )  # fmt: skip
    assert (province(land, "04")["status"], province(land, "04")["announced"]) == ("planned", 1)


def test_no_event_is_said_only_where_the_register_of_that_kind_is_complete(land):
    assert statuses(land, "cocreation") == ["covered", *["no_event"] * 4]
    assert statuses(land, "cocreation", "training")[2] == "no_registered_event"
    assert statuses(land)[2] == "no_registered_event"  # of other kinds nothing is stated


def test_register_without_published_places_says_so(land):
    assert set(statuses(land, plan_id="p3")) == {"not_published"}
    assert set(statuses(land, plan_id="p4")) == {"no_registered_event"}
    assert not {"never_reached", None} & set(statuses(land))


def test_undated_event_is_in_no_period_and_keeps_its_province_from_being_called_empty(land):
    february = {"period": (date(2026, 2, 1), date(2026, 2, 28))}
    assert province(land, "02", **february)["events"] == 1
    assert province(land, "01", "cocreation", **february)["status"] == "no_registered_event"
    assert province(land, "03", "cocreation", **february)["status"] == "no_event"
    assert province(land, "01", period=(date(2026, 1, 1), date(2026, 1, 1)))["events"] == 1


def test_proposals_are_those_of_the_open_call_and_whole_distributions_have_zeros(land):
    alta, baja, clara = (province(land, code) for code in ("01", "02", "03"))
    assert (alta["proposals"], alta["proposals_per_100k"]) == (12, Decimal("3000.00"))
    assert (baja["proposals"], baja["is_suppressed"]) == (None, True)
    assert (clara["proposals"], clara["is_suppressed"]) == (0, False)
    assert province(land, "01", plan_id="p3")["proposals"] is None


def test_people_are_those_of_2022(land):
    assert province(land, "01")["people"] == 400
    (row,) = covered_population(land, "p1").to_dicts()
    assert (row["covered"], row["provinces"], row["events"]) == (2, 5, 3)
    assert (row["people_covered"], row["people"], row["percent"]) == (700, 1000, Decimal("70.00"))


def test_regions_sum_to_the_country(land):
    rows = region_coverage(land, "p1").to_dicts()
    assert [(row["region"], row["covered"], row["provinces"]) for row in rows] == [
        ("costa", 1, 2), ("sierra", 1, 3),
    ]  # fmt: skip
    assert sum(row["people"] for row in rows) == 1000


def test_zone_that_is_not_whole_provinces_has_no_people_and_no_false_emptiness(land):
    one, two, three = zone_coverage(land, "p1").to_dicts()
    assert (one["events"], one["people"], one["people_status"]) == (2, None, "not_available")
    assert (two["status"], two["unplaced"], two["parts"]) == ("not_available", 1, "Baja")
    assert (three["status"], three["people"]) == ("no_registered_event", 300)
    assert zone_coverage(land, "p1", ["cocreation"])["status"].to_list() == [
        "covered", "no_event", "no_event",
    ]  # fmt: skip


def test_list_has_each_series_before_its_events(land):
    rows = events_listed(land, "p1")
    assert rows["event_id"].to_list() == ["s", "s1", "s2", "t1", "t2", "t3"]
    assert rows.row(0, named=True)["series_known"] == 2
    assert events_listed(land, "p1", province_codes=["02"])["event_id"].to_list() == ["t1"]
    assert events_listed(land, "p1", ["cocreation"])["event_id"].to_list() == ["s", "s1", "s2"]


def test_way_is_known_only_where_origin_and_event_have_a_place(land):
    ways = {row["event_id"]: row["to_city"] for row in events_origins(land, "p1").to_dicts()}
    assert ways == {"s": None, "t1": "Playa"}


def test_event_of_a_series_shows_what_was_said_in_the_series(land):
    said = findings_of_event(land, "s1")
    assert said["finding_en"].to_list() == ["Salt.", "Bread."]
    assert said["is_of_series"].all()
    assert findings_of_event(land, "t2").is_empty()


def test_event_is_compared_with_its_province_and_a_place_unknown_with_the_country(land):
    (there,) = event_sheet(land, "s2").to_dicts()
    assert (there["census_people"], there["census_women"]) == (400, 220)
    (nowhere,) = event_sheet(land, "m").to_dicts()
    assert (nowhere["census_people"], nowhere["census_women"]) == (1000, 510)
    assert event_sheet(land, "nobody").is_empty()


def test_only_co_creation_has_proposals_to_follow(land):
    rows = event_proposals(land, "s1")
    assert dict(rows.select("outcome", "proposals").rows()) == {"commitment": 1, "next_plan": 2}
    assert event_proposals(land, "t1").is_empty()


def test_province_tells_events_of_other_plans_apart(land):
    (row,) = province_sheet(land, "01", "p1").to_dicts()
    assert (row["events"], row["events_of_other_plans"], row["people_16"]) == (2, 1, 300)


# what a reader is told


def test_answer_has_events_provinces_and_the_rest(land):
    reading = territorio.where(land, "p1", ENGLISH)
    assert reading.answer == (
        "Published registers place **3 events** in **2 of 5 provinces**; of the other 3 no event is"
        " registered."
    )
    assert reading.basis.startswith("The published register is not complete")
    assert [figure.value for figure in reading.figures] == ["3", "2 of 5", "70.0%", "30"]


def test_plan_without_places_says_so_and_has_no_figures(land):
    reading = territorio.where(land, "p3", ENGLISH)
    assert reading.answer == "Of the events of this plan no place has been published."
    assert reading.figures == ()


def test_table_tells_zero_unknown_and_withheld_apart(land):
    table = territorio.provinces(land, "p1", ENGLISH, link="./territorio?plan=p1").table
    rows = {row[0].text: row for row in table.rows}
    assert rows["Alta"][0].href == "./territorio?plan=p1&provincia=01"
    assert (rows["Alta"][2].text, rows["Alta"][2].detail) == ("30", "1 of 2 events")
    assert (rows["Baja"][2].text, rows["Baja"][4].text) == ("0", "withheld, 1 to 4")
    assert (rows["Clara"][1].text, rows["Clara"][4].text) == ("", "0")
    assert (rows["Clara"][6].text, rows["Clara"][6].kind) == ("no registered event", "none")
    assert rows["Densa"][6].text == "announced or planned"


def test_event_without_attendance_is_not_a_small_one(land):
    rows = eventos.listed(land, "p1", ENGLISH, link="./territorio?plan=p1").table.rows
    attended = {row[0].text: (row[3].text, row[3].kind) for row in rows}
    assert attended["Round 1"] == ("not published", "none")
    assert attended["Course"] == ("0", "number")
    assert rows[1][0].href == "./territorio?plan=p1&evento=s1"


def test_sheet_tells_women_beside_the_census_and_once_what_is_not_known(land):
    reading = taller.sheet(land, "s2", ENGLISH)
    assert reading.answer == "**30 people** attended."
    assert [figure.value for figure in reading.figures] == ["66.7%", "55.0%"]
    (unknown,) = reading.notes
    assert unknown == (
        "Not published: the date, whether it was in person or virtual, who called it, and where"
        " people came from."
    )


def test_sheet_of_one_workshop_gives_the_attendance_of_its_series_as_such(land):
    reading = taller.sheet(land, "s1", ENGLISH)
    assert "of its whole series, **90 people**" in reading.answer
    assert reading.figures == ()
    assert ("Series", ("Round", "3 events, 2 known one by one")) in reading.facts


def test_sheet_follows_an_event_to_its_commitment_and_proposals(land):
    (row,) = event_outcome.outcome(land, "t1", ENGLISH, "./compromiso?plan=p1").table.rows
    assert (row[0].text, row[0].href) == (
        "Commitment 1: Bread", "./compromiso?plan=p1&id=p1-1",
    )  # fmt: skip
    assert event_outcome.outcome(land, "s1", ENGLISH) is None
    assert event_outcome.proposals(land, "s1", ENGLISH).question.endswith("3 integrated proposals")
    assert event_outcome.proposals(land, "t1", ENGLISH) is None


def test_sheet_leads_to_the_rest_of_its_series(land):
    rows = eventos.of_series(land, "s1", ENGLISH, "./territorio?plan=p1").table.rows
    assert [row[0].text for row in rows] == ["Round", "Round 2"]
    assert eventos.of_series(land, "t1", ENGLISH) is None
    assert eventos.of_series(land, "m", ENGLISH) is None


def test_home_cities_are_those_of_the_event_whatever_plan_is_asked_for(land):
    reading = taller.origins(land, "t1", ENGLISH)
    assert [row[0].text for row in reading.table.rows] == ["Ajena", "Cima"]
    assert taller.origins(land, "s", ENGLISH).basis.startswith("Of the whole series")
    assert taller.origins(land, "o1", ENGLISH) is None


def test_findings_stand_under_their_question(land):
    table = taller.findings(land, "s", ENGLISH).table
    assert (table.groups, len(table.rows)) == ({0: "What lacks?"}, 2)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("plan_id", ["p1", "p2", "p3", "p4"])
def test_every_reading_speaks_for_every_plan(land, plan_id, code):
    language = Language(code)
    zones = zonas.zones(land, plan_id, language).table
    assert len(zones.rows) == 3
    assert len(zonas.regions(land, plan_id, language).table.rows) == 2
    assert provincia.sheet(land, plan_id, language, "01").facts
    assert provincia.sheet(land, plan_id, language, None) is None
    for measure in mapa.MEASURES:
        assert mapa.drawing(land, plan_id, language, measure).finding


def test_map_fills_by_what_is_known_of_each_province(land):
    def fills(measure, *kinds):
        areas = mapa.drawing(land, "p1", ENGLISH, measure, kinds).shown.areas
        return {area.code: (area.fill, area.mark) for area in areas}

    assert fills("events") == {
        "01": ("step4", "2"), "02": ("step3", "1"), "03": ("no_registered_event", ""),
        "04": ("planned", "P"), "20": ("no_registered_event", ""),
    }  # fmt: skip
    assert fills("events", "cocreation")["03"] == ("no_event", "0")
    assert fills("attendance")["02"] == ("zero", "0")
    assert fills("proposals") == {
        "01": ("step4", "12"), "02": ("suppressed", "1–4"), "03": ("zero", "0"),
        "04": ("zero", "0"), "20": ("zero", "0"),
    }  # fmt: skip


def test_key_has_a_line_for_each_thing_on_the_map_and_no_other(land):
    keys = {key.kind: key.text for key in mapa.drawing(land, "p1", ENGLISH).keys}
    assert list(keys) == [
        "step4", "step3", "planned", "no_registered_event", "place", "ring", "home", "way",
    ]  # fmt: skip
    drawn = html("legend", keys=mapa.drawing(land, "p1", ENGLISH, "proposals").keys)
    assert "withheld, 1 to 4" in drawn
    assert 'class="suppressed"' in drawn


def test_place_with_known_and_unknown_attendance_shows_both(land):
    places = {place.code: place for place in mapa.drawing(land, "p1", ENGLISH).shown.places}
    assert (places["01"].attendees, places["01"].has_unknown) == (30, True)
    assert places["01"].name == "Cima: 2 events; 30 attended, published for 1 of 2"
    assert set(places) == {"01", "02"}  # a virtual event has no point


# the deck

SHOWN = Territory(
    areas=[
        Area("01", "step4", "3", -79.0, -2.9, "Alta"),
        Area("02", "step1", "1", -79.0, -1.6, "Baja"),
        Area("03", "no_registered_event", "", -78.8, -2.7, "Clara"),
        Area("04", "not_published", "", -77.7, 0.8, "Densa"),
    ],
    places=[
        Place("01", -79.0, -2.9, 64, True, "Cima"),
        Place("02", -79.0, -1.6, 16, False, "Playa"),
        Place("03", -78.8, -2.7, None, True, "Luz"),
    ],
    homes=[Home("02", -79.5, -1.5, "Duna")],
    ways=[Way((-79.5, -1.5), (-79.0, -2.9), "De Duna a Cima")],
    chosen="02",
)


def layers(shown: Territory, **how) -> dict[str, dict]:
    deck = json.loads(territory_map(shown, **how).to_json())
    return {layer["id"].split("-")[0] if "provinces" in layer["id"] else layer["id"]: layer
            for layer in deck["layers"]}  # fmt: skip


def looked_up(expression: str) -> list:
    """The list an accessor looks a province up in, as the browser reads it."""
    return json.loads(re.fullmatch(r"@@=\((\[.*\])\)\[properties\.code - 1\]", expression)[1])


def test_deck_asks_no_map_of_anyone():
    deck = json.loads(territory_map(SHOWN).to_json())
    assert deck.get("mapProvider") is None
    assert deck.get("mapStyle") in (None, "__MAP_STYLE__")  # pydeck's word for none
    assert "http" not in json.dumps(deck)
    assert deck["views"][0]["controller"] is False


def test_polygons_come_by_address_and_never_with_the_deck():
    found = layers(SHOWN)
    assert found["provinces"]["data"] == found["chosen-02"]["data"] == POLYGONS
    assert len(territory_map(SHOWN).to_json()) < 20_000


@pytest.mark.parametrize("mode", MODES)
def test_each_code_has_its_colour_in_at_most_four_steps(mode):
    fills = looked_up(layers(SHOWN, mode=mode)["provinces"]["getFillColor"])
    assert len(fills) == 24
    assert fills[0] == fill_color("step4", mode)
    assert fills[0][:3] == [int(MODES[mode]["execution"][at : at + 2], 16) for at in (1, 3, 5)]
    assert fills[1] == fill_color("step1", mode) != fills[0]
    paper = [int(MODES[mode]["paper"][at : at + 2], 16) for at in (1, 3, 5)] + [255]
    assert fills[2] == fills[3] == fills[23] == paper


def test_not_published_is_dashed_and_no_registered_event_is_not():
    dashes = looked_up(layers(SHOWN)["provinces"]["getDashArray"])
    assert dashes[2] == [0, 0]
    assert dashes[3] == dashes[23] == [4, 3]


def test_layer_of_other_colours_has_another_name():
    """deck.gl keeps the colours of a layer of the same name."""

    def name(shown):
        return json.loads(territory_map(shown).to_json())["layers"][0]["id"]

    other = Territory([Area("01", "step1", "1", -79.0, -2.9, "Alta")])
    assert name(SHOWN) != name(other)
    assert name(SHOWN) == name(Territory(SHOWN.areas))


def test_unknown_attendance_is_a_ring_of_one_size_and_known_a_disc_by_area():
    found = layers(SHOWN)
    discs = {row["code"]: row["radius"] for row in found["places"]["data"]}
    assert discs == {"01": LARGEST, "02": LARGEST / 2}
    rings = found["places-unknown"]
    assert [row["code"] for row in rings["data"]] == ["01", "03"]
    assert isinstance(rings["getRadius"], int)
    assert disc_radius(0, 100) == SMALLEST
    assert disc_radius(0, 0) == SMALLEST


def test_ways_are_drawn_only_where_there_are_any():
    assert "ways" in layers(SHOWN)
    assert "ways" not in layers(Territory(SHOWN.areas))


def test_chosen_province_is_outlined_and_an_unknown_one_is_not():
    assert "properties.code == '02'" in layers(SHOWN)["chosen-02"]["getLineWidth"]
    injected = Territory(SHOWN.areas, chosen="'; alert(1)")
    assert [name for name in layers(injected) if "chosen" in name] == []


def test_tooltip_is_text_that_is_escaped():
    tooltip = territory_map(SHOWN)._tooltip
    assert tooltip["text"] == "{name}"
    assert "html" not in tooltip


def test_mark_stands_below_its_capital_where_another_would_cover_it():
    near = Territory(
        [Area("01", "step1", "1", -79.0, -1.0, "A"), Area("02", "step1", "2", -79.1, -1.3, "B")]
    )
    offsets = {row["code"]: row["offset"][1] for row in layers(near)["marks"]["data"]}
    assert offsets["01"] < 0 < offsets["02"]


def test_galapagos_has_a_frame_of_its_own():
    mainland, islands = (
        json.loads(territory_map(SHOWN, frame).to_json())["initialViewState"]
        for frame in ("mainland", "galapagos")
    )
    assert islands["longitude"] < -89 < mainland["longitude"]


@pytest.mark.parametrize(
    "values, expected",
    [
        ([], []),
        ([3, 1, 3, 2], [(1, 1), (2, 2), (3, 3)]),
        ([1, 2, 3, 4, 5, 6, 7, 8], [(1, 2), (3, 4), (5, 6), (7, 8)]),
        ([1, 1, 1, 2, 3, 4, 100], [(1, 2), (3, 3), (4, 4), (100, 100)]),
    ],
)
def test_steps_are_at_most_four_and_leave_no_value_out(values, expected):
    assert steps(values) == expected


# the page


@pytest.fixture
def served(land, monkeypatch):
    monkeypatch.setattr(published, "SNAPSHOTS", land.folder.parent)


def opened(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=20)
    page.query_params.update({"plan": "p1", "idioma": "en"} | query)
    page.run()
    assert not page.exception
    return page


def headings(page: AppTest) -> list[str]:
    return [heading.value for heading in page.header]


@pytest.mark.usefixtures("served")
def test_province_in_the_address_opens_its_sheet_and_choosing_one_writes_it():
    page = opened(provincia="01")
    assert "Alta: 2 registered events" in headings(page)
    page.selectbox(key="provincia").select("02").run()
    assert page.query_params["provincia"] == "02"
    assert "Baja: 1 registered event" in headings(page)


@pytest.mark.usefixtures("served")
def test_kind_and_measure_in_the_address_change_map_and_table():
    page = opened(tipo="cocreation", medida="proposals")
    assert headings(page)[0] == "Online proposals, the most: Alta 12"
    assert "3 events and 1 series" not in headings(page)
    assert "2 events and 1 series in the registers" in headings(page)


@pytest.mark.usefixtures("served")
def test_event_in_the_address_opens_its_sheet_alone():
    page = opened(evento="s1")
    assert page.title[0].value == "Round 1"
    assert "What people said" in headings(page)
    assert page.get("deck_gl_json_chart") == []


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("name", ["evento", "provincia", "tipo", "medida"])
def test_value_that_does_not_exist_is_told_and_left_out(name):
    page = opened(**{name: "<b>x</b>"})
    assert [warning.value.startswith(f"The filter {name} has no") for warning in page.warning] == [
        True
    ]
    assert page.title[0].value.startswith("Where were workshops held")


@pytest.mark.usefixtures("served")
def test_map_is_drawn_wide_and_narrow_with_the_islands_beside():
    assert len(opened().get("deck_gl_json_chart")) == 3

"""Who took part: drawn processes small enough to check by eye, and every figure of a document."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from data.published import published
from frame.html import html
from language import LANGUAGES, Language
from queries.participation import (
    census_shares,
    dimensions_published,
    implementation_participants,
    participation_cells,
    processes_held,
)
from readings import distribution, implementation, participacion
from tests.conftest import CUT_OFF, PLAN, publish

SPANISH = Language("es")
ENGLISH = Language("en")


def with_groups(codes: str, more: str) -> str:
    """The drawn codes with a column of groups, and more codes that have one."""
    header, *rows = (line for line in codes.split("\n") if line.strip())
    return "\n".join([f"{header} | group_code", *(f"{row} | " for row in rows), more])


EXTRA = {
    "codes": with_groups(PLAN["codes"], """
        dimension | total          | Total         | Total          | 1 |
        dimension | province       | Provincia     | Province       | 2 |
        dimension | sector         | Sector        | Sector         | 3 |
        dimension | age_band       | Edad          | Age            | 4 |
        dimension | sex            | Sexo          | Sex            | 5 |
        dimension | ethnicity      | Etnia         | Ethnic group   | 6 |
        sex       | female         | Mujer         | Female         | 1 | female
        sex       | male           | Hombre        | Male           | 2 | male
        sex       | other          | Otro          | Other          | 3 |
        ethnicity | mestizo        | Mestizo       | Mestizo        | 1 | mestizo
        ethnicity | afrodescendant | Afro          | Afro           | 2 | afrodescendant
        ethnicity | negro          | Negro         | Black          | 3 | afrodescendant
        ethnicity | mulato         | Mulato        | Mulatto        | 4 | afrodescendant
        age_band  | 16_25          | 16 a 25       | 16 to 25       | 1 |
        age_band  | 56_plus        | 56 y más      | 56 and over    | 2 |
        sector    | public         | Público       | Public         | 1 | public
        sector    | civil_society  | Sociedad civil| Civil society  | 2 | civil_society
        precision | stated         | Impreso       | Stated         | 1 |
        precision | derived        | Derivado      | Derived        | 2 |
        precision | bounded        | Acotado       | Bounded        | 4 |
        measure   | proposals      | Propuestas    | Proposals      | 2 |
        channel   | online         | En línea      | Online         | 1 |
    """),
    "provinces": """
        province_code | iso_code | name_es   | region | capital | capital_lat | capital_lon
        01            | EC-A     | Azuay     | sierra | Cuenca  | -2.9        | -79.0
        17            | EC-P     | Pichincha | sierra | Quito   | -0.2        | -78.5
        20            | EC-W     | Galápagos | island | Puerto  | -0.9        | -89.6
    """,
    "processes": """
        process_id | plan_id | name_es | name_en | channel | starts_on  | ends_on    | date_precision | measure   | base_count | origin
        web        | p1      | Buzón   | Box     | online  | 2025-11-01 | 2025-12-31 | month          | proposals | 300        | published
        hall       | p1      | Sala    | Hall    |         |            |            |                | people    | 40         | registrations
        fair       |         | Feria   | Fair    |         |            |            |                | people    |            | published
    """,
    "participation": """
        cell_id | process_id | province_code | sector        | sex    | ethnicity | printed_percent | printed_decimals | printed_count | count | count_low | count_high | precision | disclosure
        w0      | web        |               |               |        |           |                 |                  | 300           | 300   |           |            | stated    | open
        w1      | web        |               |               | female |           | 20              | 0                |               |       | 59        | 61         | bounded   | open
        w2      | web        |               |               | male   |           | 80              | 0                |               |       | 239       | 241        | bounded   | open
        w3      | web        | 01            |               |        |           | 33.33           | 2                | 100           | 100   |           |            | stated    | open
        w4      | web        | 17            |               |        |           | 63.33           | 2                |               | 190   |           |            | derived   | open
        w5      | web        | not_stated    |               |        |           | 3.33            | 2                |               | 10    |           |            | derived   | open
        w6      | web        |               |               |        | mestizo   | 96.67           | 2                |               | 290   |           |            | derived   | open
        w7      | web        |               |               |        | negro     | 2.00            | 2                |               | 6     |           |            | derived   | open
        w8      | web        |               |               |        | mulato    | 1.33            | 2                |               | 4     |           |            | derived   | open
        h1      | hall       |               |               | female |           |                 |                  | 10            | 10    |           |            | stated    | open
        h2      | hall       |               |               | male   |           |                 |                  | 20            | 20    |           |            | stated    | open
        h3      | hall       | 01            |               |        |           |                 |                  | 30            | 30    |           |            | stated    | open
        h4      | hall       | 01            |               | female |           |                 |                  | 8             | 8     |           |            | stated    | open
        h5      | hall       |               | public        |        |           |                 |                  | 37            | 37    |           |            | stated    | open
        h6      | hall       |               | civil_society |        |           |                 |                  | 3             | 3     | 1         | 4          | bounded   | suppressed
        f0      | fair       |               |               |        |           |                 |                  | 500           |       | 500       |            | bounded   | open
    """,  # w5: nobody knows the province of ten; h1 to h3: ten of forty said nothing at all
    "coverage_statements": """
        statement_id | plan_id | process_id | subject       | detail    | completeness  | note_es       | note_en
        c1           | p1      | web        | participation | sex       | complete      | Suman 100 %.  | They add up.
        c2           | p1      | web        | participation | province  | complete      |               |
        c3           | p1      | web        | participation | ethnicity | complete      |               |
        c4           | p1      | web        | participation | age_band  | not_published |               |
        c5           | p1      | hall       | participation | sex       | partial       |               |
        c6           | p1      | hall       | participation | province  | partial       |               |
        c7           | p1      | hall       | participation | sector    | complete      |               |
    """,
    "population": """
        census_year | province_code | sex    | age | ethnicity      | people
        2022        |               | female |     |                | 100
        2022        |               | male   |     |                | 50
        2022        |               | female | 15  |                | 50
        2022        |               | female | 16  |                | 30
        2022        |               | female | 70  |                | 20
        2022        |               | male   | 16  |                | 50
        2022        |               |        | 15  |                | 50
        2022        |               |        | 16  |                | 80
        2022        |               |        | 70  |                | 20
        2022        | 01            |        | 15  |                | 60
        2022        | 01            |        | 16  |                | 40
        2022        | 17            |        | 70  |                | 55
        2022        | 20            |        | 16  |                | 5
        2022        | 01            |        |     |                | 100
        2022        | 17            |        |     |                | 55
        2022        | 20            |        |     |                | 5
        2010        | 01            |        |     |                | 30
        2010        | 17            |        |     |                | 70
        2022        |               |        |     | mestizo        | 90
        2022        |               |        |     | afrodescendant | 10
    """,  # children of 15 are in the census and not in the comparison
    "progress_reports": """
        report_id | plan_id | commitment_no | milestone_no | voice       | institution_id | reported_on | date_precision | registration_no | state     | activities | participants
        f1        | p1      | 1             | 1            | lead        | i1             | 2026-03-01  | day            | 1               | execution | 4          | 90
        f2        | p1      | 1             | 1            | lead        | i1             | 2026-03-31  | day            | 2               | execution | 7          | 7
        f3        | p1      | 1             | 2            | lead        | i1             | 2026-03-05  | day            | 3               | execution | 0          | 5
        f4        | p1      | 2             | 1            | lead        | i2             | 2026-03-05  | day            | 4               | execution | 3          | 40
        f5        | p1      | 1             | 3            | counterpart | i2             | 2026-03-05  | day            | 5               | execution | 3          | 50
        f6        | p4      | 1             | 1            | lead        | i1             | 2025-06-01  | day            | 6               | execution | 0          | 0
    """,  # f1 was reported again, f5 is no lead's, f6 says that nobody came
    "progress_report_sectors": """
        report_id | sector
        f2        | public
        f2        | civil_society
    """,
    "contradictions": """
        contradiction_id | plan_id | commitment_no | milestone_no | table_name       | subject_es | subject_en | reading_a_es | reading_a_en | source_a | reading_b_es | reading_b_en | source_b | used | reason_es | reason_en
        x1               | p1      | 2             | 1            | progress_reports | Gente      | People     | 40 personas  | 40 people    | forms    | 140 personas | 140 people   | informe  | both | Ambas     | Both
        x2               | p1      | 1             | 2            | schedules        | Fin        | End        | el 5         | the 5th      | forms    | el 6         | the 6th      | informe  | both | Ambas     | Both
        x3               | p1      | 1             | 1            | progress_reports | Estado     | State      | 77 por ciento| 77 percent   | forms    | 70           | 70           | informe  | both | Ambas     | Both
    """,  # only x1 speaks of the participants of its milestone
}  # fmt: skip


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """The drawn plans with three processes, of which one is of no plan."""
    return publish(tmp_path_factory.mktemp("participation") / CUT_OFF, PLAN | EXTRA)


def cells(snapshot, process_id: str, dimension: str) -> dict[str, dict]:
    rows = participation_cells(snapshot, process_id, dimension).to_dicts()
    return {row["code"]: row for row in rows}


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def reading(snapshot, process_id: str, dimension: str, language: Language = SPANISH):
    name = f"participation_cells_{dimension}"
    found = distribution.by_dimension(snapshot, "p1", process_id, language)
    return next(each for each in found if each.name == name)


def lines(reading) -> dict[str, list[str]]:
    return {row[0].text: [said(cell.text) for cell in row[1:]] for row in reading.table.rows}


def test_processes_of_no_plan_come_after_those_of_the_plan(held):
    assert processes_held(held, "p1")["process_id"].to_list() == ["web", "hall", "fair"]
    assert processes_held(held, "p3")["process_id"].to_list() == ["fair"]
    fair = processes_held(held, "p3").to_dicts()[0]
    assert (fair["base_count"], fair["total_low"], fair["total_high"]) == (None, 500, None)


def test_dimension_tells_its_completeness_its_cells_and_what_it_is_crossed_with(held):
    rows = {
        (row["process_id"], row["dimension"]): (
            row["completeness"], row["cells"], row["crossed_with"],
        )
        for row in dimensions_published(held, "p1").to_dicts()
    }  # fmt: skip
    assert rows["web", "sex"] == ("complete", 2, None)
    assert rows["web", "age_band"] == ("not_published", 0, None)
    assert rows["hall", "sex"] == ("partial", 2, "province")  # crossed cells are no cells of it
    assert rows["hall", "province"] == ("partial", 1, "sex")
    assert rows["fair", "sex"] == (None, 0, None)  # nobody says anything of it


def test_missing_province_of_a_complete_distribution_counts_zero(held):
    found = cells(held, "web", "province")
    assert (found["20"]["count"], found["20"]["basis"]) == (0, "implied")
    assert (found["01"]["count"], found["01"]["basis"]) == (100, "published")
    assert found["20"]["share"] == 0


def test_missing_province_of_a_partial_distribution_is_no_row(held):
    assert set(cells(held, "hall", "province")) == {"01"}


def test_missing_sex_is_never_implied(held):
    assert set(cells(held, "web", "sex")) == {"female", "male"}


def test_not_stated_is_last_and_outside_the_share(held):
    found = cells(held, "web", "province")
    assert list(found)[-1] == "not_stated"
    assert found["not_stated"]["share"] is None
    assert (found["01"]["stated_low"], found["01"]["stated_high"]) == (290, 290)
    assert found["01"]["share"] == Decimal("34.4828")  # 100 of 290


def test_bounded_cell_keeps_its_printed_percent_and_both_bounds(held):
    female = cells(held, "web", "sex")["female"]
    assert (female["count"], female["count_low"], female["count_high"]) == (None, 59, 61)
    assert (female["share"], female["printed_decimals"]) == (Decimal("20.0000"), 0)


def test_base_of_a_partial_distribution_is_those_who_are_known(held):
    female = cells(held, "hall", "sex")["female"]
    assert (female["base"], female["stated_high"]) == (40, 30)
    assert female["share"] == Decimal("33.3333")


def test_suppressed_cell_leaves_with_its_bounds_alone(held):
    cell = cells(held, "hall", "sector")["civil_society"]
    assert (cell["count"], cell["printed_count"], cell["share"]) == (None, None, None)
    assert (cell["count_low"], cell["count_high"]) == (1, 4)


def test_groups_that_the_census_counts_as_one_are_added_and_compared_once(held):
    found = cells(held, "web", "ethnicity")
    afro = found["afrodescendant"]
    assert (afro["basis"], afro["count"], afro["share"]) == ("grouped", 10, Decimal("3.3333"))
    assert [code for code, row in found.items() if row["is_compared"]] == [
        "mestizo", "afrodescendant",
    ]  # fmt: skip


def test_dimension_without_cells_has_no_rows(held):
    assert participation_cells(held, "web", "age_band").is_empty()
    assert participation_cells(held, "nobody", "sex").is_empty()


def census(snapshot, dimension: str) -> dict[str, tuple]:
    rows = census_shares(snapshot, dimension).to_dicts()
    return {
        row["census_group"]: (
            row["share_2022"], row["ages_2022"], row["share_2010"], row["ages_2010"],
        )
        for row in rows
    }  # fmt: skip


def test_census_of_sex_counts_those_of_sixteen_and_over(held):
    assert census(held, "sex")["female"] == (Decimal("50"), "16_and_over", None, None)


def test_age_bands_are_formed_from_single_ages_on_a_base_of_sixteen_and_over(held):
    found = census(held, "age_band")
    assert found["16_25"][0] == 80  # of 100; the 50 of age 15 are not in the base
    assert found["56_plus"][0] == 20


def test_province_is_of_sixteen_and_over_in_2022_and_of_all_ages_in_2010(held):
    found = census(held, "province")
    assert found["01"] == (Decimal("40"), "16_and_over", Decimal("30"), "all")
    assert found["20"] == (Decimal("5"), "16_and_over", None, None)  # no row in 2010


def test_ethnic_group_is_of_all_ages_because_the_census_crosses_no_ages(held):
    assert census(held, "ethnicity")["afrodescendant"][:2] == (Decimal("10"), "all")


def test_census_knows_no_sectors(held):
    assert census_shares(held, "sector").is_empty()


def test_finding_says_whose_proposals_are_fewer_and_whose_are_more(held):
    found = reading(held, "web", "sex", ENGLISH)
    assert found.question == ("Fewer proposals than their share of the census: Female. More: Male")
    found = reading(held, "web", "province", ENGLISH)
    assert found.question == (
        "Fewer proposals than their share of the census: Galápagos. More: Pichincha"
    )


def test_finding_is_neutral_where_nothing_holds(held):
    found = reading(held, "hall", "sex", ENGLISH)
    assert found.question == "Sex: no group of people stands clearly apart from the census"


def test_finding_without_census_names_the_largest_group(held):
    found = reading(held, "hall", "sector", ENGLISH)
    assert found.question == "Sector: the group with most people is Public, 92.5%"
    assert "nothing is compared" in found.basis


def test_interval_stands_beside_each_share_and_ratio(held):
    share = next(row for row in reading(held, "web", "sex").table.rows if row[0].text == "Mujer")
    # Wilson by hand: low of 59 of 300 = 0.200502 − 0.044858, high of 61 of 300 = 0.207084 + 0.045411
    assert re.findall(r"[\d,]+", share[3].detail) == ["15,6", "25,2"]
    assert re.findall(r"[\d,]+", share[5].detail) == ["0,31", "0,5"]  # over 50 % of the census
    data = reading(held, "web", "sex").data.to_dicts()[0]
    assert (data["share_low"], data["share_high"]) == pytest.approx((15.5644, 25.2495), abs=0.001)
    assert (data["ratio"], data["verdict"]) == (0.4, "fewer")


def test_sum_of_the_counts_is_told_beside_the_base(held):
    assert "300" in reading(held, "web", "province").notes[0]
    bounded = reading(held, "web", "sex", ENGLISH).notes
    assert bounded[0].startswith("The counts add up to 298 to 302; the base is 300.")
    assert bounded[1] == "They add up."
    partial = reading(held, "hall", "sex", ENGLISH).notes
    assert partial == (
        "The counts add up to 30, not to the base, 40.",
        "Only a part of this breakdown was published.",
    )


def test_suppressed_cell_says_reserved_and_is_drawn_withheld(held):
    found = reading(held, "hall", "sector", ENGLISH)
    assert lines(found)["Civil society"] == ["not printed", "reserved: between 1 and 4", ""]
    assert "3" not in lines(found)["Civil society"]
    names = [trace.name for trace in found.chart().data]
    assert names.count("withheld") == 1
    assert {None} == {
        row["count"] for row in found.data.to_dicts() if row["disclosure"] == "suppressed"
    }


def test_group_without_province_stands_in_the_table_and_not_in_the_chart(held):
    found = reading(held, "web", "province", ENGLISH)
    assert lines(found)["Not stated"][2] == "outside the share"
    assert "Not stated" not in str(found.chart())


def test_zero_that_follows_from_completeness_says_so(held):
    row = next(
        row for row in reading(held, "web", "province", ENGLISH).table.rows
        if row[0].text == "Galápagos"
    )  # fmt: skip
    assert (row[1].text, row[2].text) == ("not printed", "0")
    assert row[2].detail == "implied: what was published is complete"


def test_member_of_a_census_group_is_drawn_and_compared_within_it(held):
    found = reading(held, "web", "ethnicity", ENGLISH)
    assert lines(found)["Black"][-1] == "counted within Afro"
    assert lines(found)["Afro"][-1] == "fewer than in the census"
    assert "Black" not in str(found.chart())


def test_chart_marks_the_census_and_the_interval_of_each_group(held):
    for narrow in (False, True):
        figure = reading(held, "web", "sex").chart(narrow=narrow)
        by_name = {
            name: [trace.x for trace in figure.data if trace.name == name]
            for name in ("bar", "interval", "census")
        }
        assert by_name["bar"] == [(20.0,), (80.0,)]
        assert by_name["census"] == [(50.0, 50.0)] * 2
        assert by_name["interval"][0] == pytest.approx((15.5644, 25.2495), abs=0.001)


def test_bar_of_which_nothing_can_be_said_is_dashed_and_empty(held):
    def dashes(process_id):
        shapes = reading(held, process_id, "sex").chart().layout.shapes
        return [shape.line.dash for shape in shapes]

    assert dashes("web") == ["solid", "solid"]
    assert dashes("hall") == ["3px,2px", "3px,2px"]


def test_first_reading_says_who_is_missing_and_what_was_not_published(held):
    found = participacion.processes(held, "p1", "web", ENGLISH)
    assert found.question == "Who took part, and who is missing?"
    assert said(found.answer) == (
        "**300 proposals** in «Box». Farthest below the census: Female, **20%** of the proposals"
        " and 50.0% of the census; Galápagos, **0.00%** of the"
        " proposals and 5.0% of the census."
    )
    assert found.basis.endswith("Not published of this process: age.")
    assert [figure.value for figure in found.figures] == ["300", "3", "0"]


def test_crossed_dimensions_are_counted_in_pairs(held):
    found = participacion.processes(held, "p1", "hall", ENGLISH)
    assert [figure.value for figure in found.figures] == ["40", "3", "1"]


def test_process_without_breakdown_says_that_nobody_can_say(held):
    found = participacion.processes(held, "p1", "fair", ENGLISH)
    assert found.answer.startswith("**500 or more people** in «Fair».")
    assert "No breakdown of them was published" in found.answer
    assert distribution.by_dimension(held, "p1", "fair", ENGLISH) == ()


def test_plan_without_process_says_so_and_offers_none(held):
    assert participacion.offered(held, "p3", ENGLISH) == {}
    found = participacion.processes(held, "p3", None, ENGLISH)
    assert found.answer == (
        "No participation process of this plan is known at this cut-off."
        " Those of no plan stand below."
    )
    assert found.table.groups == {0: "Of no plan"}
    assert found.figures == ()


def test_cut_off_without_any_process_has_no_table(plan):
    found = participacion.processes(plan, "p1", None, ENGLISH)
    assert (found.table, found.answer) == (
        None, "No participation process of this plan is known at this cut-off.",
    )  # fmt: skip


def test_most_broken_down_process_of_the_plan_is_offered_first(held):
    assert participacion.offered(held, "p1", ENGLISH) == {
        "web": "Box", "hall": "Hall", "fair": "Fair",
    }  # fmt: skip


def test_sentences_on_proposals_never_speak_of_people_and_the_other_way_round(held):
    sex = reading(held, "web", "sex", ENGLISH)
    assert "people" not in sex.question + sex.table.caption + "".join(sex.table.head)
    sala = reading(held, "hall", "sex", ENGLISH)
    assert "proposal" not in (sala.question + sala.basis + sala.table.caption).lower()


def test_participants_are_those_of_the_current_lead_report(held):
    rows = implementation_participants(held, "p1").to_dicts()
    assert [(row["commitment_no"], row["milestone_no"], row["participants"]) for row in rows] == [
        (1, 1, 7), (1, 2, 5), (2, 1, 40),
    ]  # fmt: skip
    assert rows[0]["sectors"] == "civil_society; public"


def test_form_that_looks_like_a_slip_is_flagged(held):
    rows = implementation_participants(held, "p1").to_dicts()
    assert [row["is_same_number"] for row in rows] == [True, False, False]
    assert [row["is_without_activity"] for row in rows] == [False, True, False]


def test_nobody_in_no_activity_is_no_slip(held):
    (row,) = implementation_participants(held, "p4").to_dicts()
    assert (row["is_same_number"], row["is_without_activity"]) == (False, False)


def test_contradiction_is_told_where_it_prints_the_participants_of_the_form(held):
    rows = implementation_participants(held, "p1").to_dicts()
    assert [row["contradiction_en"] for row in rows] == [None, None, "40 people / 140 people"]


def test_participants_of_milestones_are_never_summed(held):
    found = implementation.participants(held, "p1", ENGLISH)
    assert found.question == "Lead institutions report participants in 3 milestones"
    assert "Never added up" in found.basis
    shown = html("table", table=found.table)
    assert "52" not in shown  # 7 + 5 + 40
    assert found.notes[0].startswith("**3** forms")


def test_plan_without_reports_has_no_participants_to_tell(held):
    assert implementation.participants(held, "p2", ENGLISH) is None


@pytest.mark.parametrize("plan_id", ["p1", "p2", "p3", "p4"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_reading_is_whole_in_every_language_for_every_plan(held, code, plan_id):
    language = Language(code)
    everything = [implementation.participants(held, plan_id, language)]
    for process_id in (None, *participacion.offered(held, plan_id, language)):
        everything.append(participacion.processes(held, plan_id, process_id, language))
        everything += distribution.by_dimension(held, plan_id, process_id, language)
    for found in filter(None, everything):
        texts = found.question + found.answer + found.basis + " ".join(found.notes)
        assert not re.search(r"\{\w+\}|None|nan", texts)
        assert found.data["fuente"].null_count() == 0
        assert found.data.write_csv()  # flat, so it downloads
        if found.table:
            assert all(len(row) == len(found.table.head) for row in found.table.rows)
            assert html("table", table=found.table).count("<caption>") == 1
        if found.chart:
            assert found.alt
            assert found.chart(mode="dark", narrow=True).data


LATEST = published()[-1]
GOLDEN = Path(__file__).parent / "golden" / "participation.csv"
PRINTED = list(csv.DictReader(GOLDEN.read_text("utf-8").splitlines()))
DISTRIBUTIONS = {
    (row["process_id"], row["dimension"]): int(row["base"]) for row in PRINTED
}  # fmt: skip


@pytest.mark.parametrize(
    "row", PRINTED, ids=lambda row: f"{row['process_id']}-{row['code']}-{row['unit']}"
)
def test_every_figure_of_the_document_is_on_the_page_as_printed(row):
    where = f"{row['document']}, {row['place']}: {row['quote']}"
    cell = cells(LATEST, row["process_id"], row["dimension"])[row["code"]]
    column = {"percent": "printed_percent", "count": "printed_count"}[row["unit"]]
    assert cell[column] == Decimal(row["printed"]), where
    assert cell["base"] == int(row["base"]), where
    places = len(row["printed"].partition(".")[2])
    figure = Decimal(row["printed"])
    shown = (
        SPANISH.percent(figure, places) if row["unit"] == "percent" else SPANISH.number(figure)
    )  # fmt: skip
    label = cell["label_es"]
    assert said(shown) in lines_of(row["process_id"], row["dimension"])[label][0].split("; "), where


def lines_of(process_id: str, dimension: str) -> dict[str, list[str]]:
    found = distribution.by_dimension(LATEST, "paga1", process_id, SPANISH)
    return lines(next(each for each in found if each.name.endswith(f"_{dimension}")))


@pytest.mark.parametrize("process_id, dimension", DISTRIBUTIONS)
def test_counts_add_up_to_the_base_or_the_page_says_why_not(process_id, dimension):
    base = DISTRIBUTIONS[process_id, dimension]
    rows = [
        row for row in cells(LATEST, process_id, dimension).values() if row["basis"] == "published"
    ]
    low, high = (sum(row[end] for row in rows) for end in ("count_low", "count_high"))
    assert low <= base <= high
    found = distribution.by_dimension(LATEST, "paga1", process_id, ENGLISH)
    notes = next(each for each in found if each.name.endswith(f"_{dimension}")).notes
    if low == high:
        assert notes[0] == f"The counts add up to the base, {base}."
    else:
        assert notes[0].startswith(f"The counts add up to {low} to {high}; the base is {base}.")


def test_every_province_is_listed_for_the_online_proposals():
    found = cells(LATEST, "paga1-online-2018", "province")
    provinces = {code: row for code, row in found.items() if code != "not_stated"}
    assert sorted(provinces) == [f"{number:02}" for number in range(1, 25)]
    without = [code for code, row in provinces.items() if row["count"] == 0]
    assert without == ["05", "08", "20", "22", "24"]
    assert {provinces[code]["basis"] for code in without} == {"implied"}
    assert sum(row["count"] for row in found.values()) == 297

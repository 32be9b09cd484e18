"""What became of the proposals, on a register small enough to check by eye."""

import pytest

from language import Language
from queries.proposals import proposal_categories, proposals_found
from readings import propuestas
from tests.conftest import CUT_OFF, PLAN, publish

SPANISH = Language("es")
REGISTER = {
    "codes": PLAN["codes"]
    + """
        proposal_category | 1                   | Al plan       | Into the plan | 1
        proposal_category | 2                   | Posibles      | Possible      | 2
        proposal_outcome  | reserve             | En reserva    | In reserve    | 1
        stage_kind        | actual              | Realizada     | Actual        | 2
    """,
    "proposals": """
        plan_id | proposal_id | title_es                   | title_en    | category_no | reason_es   | outcome | institution_id | commitment_no
        p1      | 1-01        | Educación y participación  | Education   | 1           | Entró.      |         |                | 1
        p1      | 2-01        | Pan para la educacion      | Bread       | 2           | Sobró.      | reserve | i1             |
        p1      | 2-02        | Caminos                    | Roads       | 2           | Sin fondos. | reserve |                |
    """,  # the second is written without its accent on purpose
    "proposal_stages": """
        plan_id | kind   | stage_no | stage_order | name_es | name_en | count_in | count_out | left_count
        p1      | actual | 1        | 1           | Recibir | Receive |          | 9         |
        p1      | actual | 2        | 2           | Juntar  | Merge   | 9        | 3         |
        p1      | actual | 3        | 3           | Elegir  | Choose  | 3        | 1         | 2
    """,
}


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    return publish(tmp_path_factory.mktemp("register") / CUT_OFF, PLAN | REGISTER)


def ids(snapshot, *asked) -> list[str]:
    return proposals_found(snapshot, "p1", *asked)["proposal_id"].to_list()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", ["1-01", "2-01", "2-02"]),
        ("educación", ["1-01", "2-01"]),
        ("EDUCACION", ["1-01", "2-01"]),
        ("educacion pan", ["2-01"]),
        ("roads", ["2-02"]),
        ("2-01", ["2-01"]),
        ("  fondos ", ["2-02"]),
        ("'; drop table proposals; --", []),
        ("%", []),
    ],
)
def test_search_finds_every_word_with_or_without_accents(register, text, expected):
    assert ids(register, text) == expected


def test_search_keeps_to_the_categories_chosen(register):
    assert ids(register, "educacion", [2]) == ["2-01"]


def test_register_without_codes_offers_no_field_for_them(register):
    assert not propuestas.has_codes(register, "p1")
    assert proposal_categories(register, "p1")["with_codes"].to_list() == [0, 0]


def test_citizen_finds_her_proposal_by_its_code(tmp_path):
    coded = {
        "proposals": """
        plan_id | proposal_id | title_es | category_no | citizen_codes
        p1      | 1-01        | Uno      | 1           | A7;B9
        p1      | 1-02        | Dos      | 1           | B99
        """
    }
    snapshot = publish(tmp_path / CUT_OFF, PLAN | REGISTER | coded)
    assert propuestas.has_codes(snapshot, "p1")
    assert ids(snapshot, "", (), "B9") == ["1-01"]


def test_funnel_tells_each_step_and_what_left_but_not_what_was_merged(register):
    reading = propuestas.funnel(register, "p1", SPANISH)
    assert reading.answer == (
        "De **9 propuestas** recibidas quedaron, paso a paso, 3 y 1; las últimas **1** se volvieron"
        " compromisos."
    )
    assert [row[4].text for row in reading.table.rows] == ["", "", "2"]
    assert "las 3 propuestas integradas" in reading.notes[0]


def test_plan_without_register_says_so(register):
    reading = propuestas.funnel(register, "p2", SPANISH)
    assert reading.answer == "A este corte no se sabe nada de las propuestas de este plan."
    assert propuestas.found(register, "p2", SPANISH) is None


def test_proposal_leads_to_the_commitment_it_became(register):
    reading = propuestas.found(register, "p1", SPANISH, link="./compromiso?plan=p1")
    became = [row[2] for row in reading.table.rows]
    assert became[0].href == "./compromiso?plan=p1&id=p1-1"
    assert [(cell.text, cell.detail) for cell in became] == [
        ("1. Pan", ""), ("En reserva", "Panadería"), ("En reserva", ""),
    ]  # fmt: skip


def test_search_without_result_says_so(register):
    reading = propuestas.found(register, "p1", SPANISH, "nada de esto")
    assert (reading.answer, reading.table) == ("Ninguna propuesta contiene lo que busca.", None)

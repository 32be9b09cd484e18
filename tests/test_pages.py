"""Every page, run headless on the tiny plans through the router and the real queries."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import published
from language import LANGUAGES
from tests.conftest import CUT_OFF, PLAN, publish

ROOT = Path(__file__).parents[1]
ROUTER = ROOT / "frame" / "router.py"
PAGES = sorted((ROOT / "pages").glob("*.py"))
SECTIONS = ("documentos", "tablas", "contradicciones", "contexto", "metodo")
pytestmark = pytest.mark.usefixtures("plan")


def opened(path: Path, **query: str) -> AppTest:
    page = AppTest.from_file(path, default_timeout=20)
    page.query_params.update(query)
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    """All that was drawn as HTML."""
    return " ".join(block.proto.body for block in page.get("html"))


@pytest.mark.parametrize("plan_id", ["p1", "p2", "p3", "p4"])
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_asks_and_answers(path, code, plan_id):
    page = opened(path, idioma=code, plan=plan_id)
    assert len(page.title) == 1
    assert page.title[0].value
    assert "tea-" in shown(page)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_section_of_the_data_page_opens_by_its_address(section, code):
    page = opened(ROOT / "pages" / "datos.py", seccion=section, idioma=code)
    assert "tea-table" in shown(page)
    assert page.query_params["seccion"] == section


def test_address_is_completed_with_the_defaults():
    assert opened(ROUTER).query_params == {"plan": "p1", "corte": CUT_OFF, "idioma": "es"}


def test_unknown_values_are_told_with_what_exists_and_replaced():
    router = opened(ROUTER, plan="p9", corte="2020-01-01", idioma="en")
    assert [warning.value for warning in router.warning] == [
        f"There is no corte `2020-01-01`. There is: {CUT_OFF}.",
        "There is no plan `p9`. There is: p1, p4, p2, p3.",
    ]
    assert router.query_params == {"plan": "p1", "corte": CUT_OFF, "idioma": "en"}


def test_unknown_language_is_told_in_the_first_one():
    (warning,) = opened(ROUTER, idioma="fr").warning
    assert warning.value == "No existe idioma `fr`. Existe: es, en."


@pytest.mark.parametrize("asked", ["`![x](https://example.org)", "<script>x</script>", "x" * 500])
def test_unknown_value_is_never_drawn_as_markup(asked):
    told = opened(ROUTER, plan=asked).warning[0].value
    assert told.count("`") == 2  # its own code mark cannot close ours
    assert len(told) < 120


def test_altered_snapshot_is_told_and_the_last_good_one_shown(own_plan):
    altered = shutil.copytree(own_plan.folder, own_plan.folder.parent / "2026-06-30")
    (altered / "codes.parquet").write_bytes(b"not what was published")
    router = opened(ROUTER, idioma="en")
    assert "2026-06-30 is not as it was published" in router.warning[0].value
    assert router.query_params["corte"] == CUT_OFF


def test_without_a_whole_snapshot_the_page_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(published, "SNAPSHOTS", tmp_path / "nothing")
    router = opened(ROUTER)
    assert router.title[0].value == "Ningún corte se puede mostrar"


def test_revision_is_what_readers_take_and_keeps_an_address_of_its_own(own_plan):
    publish(own_plan.folder.parent / f"{CUT_OFF}.1", PLAN)
    router = opened(ROUTER)
    assert router.query_params["corte"] == CUT_OFF
    assert router.info[0].value == "Este corte se corrigió después de su primera publicación."
    first = opened(ROUTER, corte=f"{CUT_OFF}.0")
    assert first.query_params["corte"] == f"{CUT_OFF}.0"
    assert not first.info


def test_first_line_says_plan_state_cut_off_and_last_report():
    assert "Uno · en marcha · corte 31" in shown(opened(ROUTER))


def test_plan_without_reports_draws_no_chart():
    assert len(opened(ROOT / "pages" / "resumen.py", plan="p2").get("plotly_chart")) == 0
    assert len(opened(ROOT / "pages" / "resumen.py", plan="p1").get("plotly_chart")) == 2


def test_filter_narrows_the_page_and_stays_in_the_address_as_a_code():
    page = opened(ROOT / "pages" / "hitos.py", idioma="en")
    page.multiselect(key="estado").select("execution").run()
    assert page.query_params["estado"] == "execution"
    assert "1.1 Flour" in shown(page)
    assert "1.3 Oven" not in shown(page)


@pytest.mark.parametrize("code", LANGUAGES)
def test_link_carries_the_filter_in_every_language(code):
    page = opened(ROOT / "pages" / "hitos.py", plazo="expired_unreported", idioma=code)
    assert page.query_params["plazo"] == "expired_unreported"
    assert shown(page).count("tea-lane") == 2  # the axis and one milestone


def test_filters_that_leave_nothing_say_so_and_can_be_removed():
    page = opened(ROOT / "pages" / "hitos.py", plazo="overdue", ods="5")
    assert "Ningún hito cumple estos filtros." in [block.value for block in page.markdown]
    page.button(key="remove-filters").click().run()
    assert "plazo" not in page.query_params
    assert "2.1 Mina" in shown(page)


def test_filter_that_does_not_exist_is_told():
    page = opened(ROOT / "pages" / "hitos.py", estado="verde")
    assert page.warning[0].value == "El filtro estado no tiene `verde`; se lo dejó fuera."


def test_documents_rows_and_query_are_one_click_away():
    page = opened(ROOT / "pages" / "resumen.py", idioma="en")
    page.button(key="origin-voice_means").click().run()
    assert "Formularios" in shown(page)
    assert "fila 2" in shown(page)
    assert page.code[0].value.startswith("-- How far does each voice say")


@pytest.mark.parametrize("asked", ["p1-1", "EC01"])
def test_commitment_opens_by_either_of_its_ids(asked):
    page = opened(ROOT / "pages" / "compromiso.py", id=asked, idioma="en")
    assert page.title[0].value == "Commitment 1: Bread"
    assert page.query_params["id"] == "p1-1"


def test_commitment_in_the_address_names_its_plan():
    router = opened(ROUTER, id="p4-1", plan="p1")
    assert router.query_params["plan"] == "p4"


@pytest.mark.parametrize("asked", ["p1-99", "EC9999", "<b>x</b>", ""])
def test_unknown_commitment_is_told_and_the_first_one_shown(asked):
    page = opened(ROOT / "pages" / "compromiso.py", id=asked)
    assert page.title[0].value == "Compromiso 1: Pan"
    assert len(page.warning) == (1 if asked else 0)


def test_choosing_another_commitment_writes_its_id():
    page = opened(ROOT / "pages" / "compromiso.py")
    page.selectbox(key="id").select("p1-2").run()
    assert page.title[0].value == "Compromiso 2: Sal"
    assert page.query_params["id"] == "p1-2"


def test_plan_without_commitments_has_a_page_of_stages():
    page = opened(ROOT / "pages" / "compromiso.py", plan="p3")
    assert "2. Cerrar" in shown(page)
    assert "Mesas" in shown(opened(ROOT / "pages" / "resumen.py", plan="p3"))


def test_institution_has_an_address_of_its_own():
    page = opened(ROOT / "pages" / "voces.py", institucion="i1", idioma="en")
    assert page.title[0].value == "What does Panadería do in the plans?"
    assert "compromiso?plan=p1" in shown(page)


def test_unknown_institution_is_told_and_the_voices_shown():
    page = opened(ROOT / "pages" / "voces.py", institucion="nadie")
    assert page.warning[0].value.startswith("El filtro institucion no tiene `nadie`")
    assert page.title[0].value.startswith("¿Dónde difieren")


def test_voices_open_with_what_differs_and_all_is_one_click_away():
    page = opened(ROOT / "pages" / "voces.py")
    assert "1.3 Horno" not in shown(page)
    everything = opened(ROOT / "pages" / "voces.py", ver="all")
    assert "1.3 Horno" in shown(everything)


def test_table_that_does_not_exist_is_told():
    page = opened(ROOT / "pages" / "datos.py", seccion="tablas", tabla="nope", idioma="en")
    assert "nope" in page.warning[0].value

"""What a reader is told, sentence by sentence, on the tiny plans."""

import io
import re
import zipfile

import polars as pl
import pytest

from exports.package import zipped
from exports.tables import as_csv
from exports.workbook import as_xlsx
from frame.html import html
from language import LANGUAGES, Language
from readings import (
    Cell,
    Reading,
    Table,
    bridge,
    cocreacion,
    commitment_story,
    commitments,
    compromiso,
    counted,
    datos,
    hitos,
    indicators,
    institucion,
    method,
    open_points,
    resumen,
    voces,
)
from readings import rounds as rounds_reading
from readings import slips as slips_reading
from readings.choices import Choices, offered
from tests.conftest import CUT_OFF, PLAN, publish

SPANISH = Language("es")


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_summary_says_mean_completed_overdue_and_unreported(plan):
    reading = resumen.plan_progress(plan, "p1", SPANISH)
    assert said(reading.answer) == (
        "Las instituciones líderes informan un avance medio de **17,50 %**. Han completado **0 de 4"
        " hitos**; otro está vencido y 1 venció sin ningún reporte."
    )
    values = [(figure.value, figure.is_overdue) for figure in reading.figures]
    assert values == [("17,50", False), ("1", True), ("1", True), ("2", False), ("+1", False)]
    assert "2 de 4 hitos informados" in reading.figures[0].basis
    assert "35,00" in reading.figures[0].basis


def test_strip_has_a_cell_for_each_milestone(plan):
    reading = resumen.plan_progress(plan, "p1", SPANISH)
    assert reading.strip == (("execution", "Ejecución", 2), ("no_report", "Sin reporte", 2))


def test_lead_that_said_otherwise_later_in_a_document_is_told_and_not_counted(plan):
    (note,) = resumen.plan_progress(plan, "p1", SPANISH).notes
    assert "Molino da por completado **1 hito** del compromiso 1" in note


def test_plan_that_ended_has_nothing_overdue(plan):
    reading = resumen.plan_progress(plan, "p4", SPANISH)
    assert reading.answer.endswith("1 no estaba concluido según su último reporte.")
    assert [figure.label for figure in reading.figures][1:3] == [
        "no concluidos",
        "nunca informados",
    ]
    assert not any(figure.is_overdue for figure in reading.figures)


def test_plan_without_reports_has_no_figure_and_no_percent(plan):
    reading = resumen.plan_progress(plan, "p2", SPANISH)
    assert reading.figures == reading.strip == ()
    assert "%" not in reading.answer
    assert "no han informado ninguno" in reading.answer


def test_plan_without_commitments_says_so(plan):
    answer = resumen.plan_progress(plan, "p3", SPANISH).answer
    assert answer == "A este corte no se conoce ningún compromiso de este plan."
    for reading in (commitments.commitments, commitments.first_looks, rounds_reading.rounds):
        assert reading(plan, "p3", SPANISH) is None


def test_unreported_commitment_is_told_in_words_never_as_zero(plan):
    table = commitments.commitments(plan, "p1", SPANISH).table
    bread, salt = table.rows
    assert [said(cell.text) for cell in bread[1:6]] == ["23,33 %", "2 de 3", "0", "1", "1"]
    assert [(cell.kind, cell.text) for cell in salt[1:5]] == [
        ("none", "sin reportes"), ("number", "0 de 1"), ("none", ""), ("none", ""),
    ]  # fmt: skip


def test_commitments_of_which_nothing_is_known_are_told_once(plan):
    reading = commitments.commitments(plan, "p2", SPANISH)
    assert [row[0].text for row in reading.table.rows] == ["2. Agua"]
    assert reading.notes == ("De 1 compromiso más no se encontraron título ni hitos publicados.",)


def test_first_looks_are_the_earliest_ends_of_each_group(plan):
    titles = [listing.title for listing in commitments.first_looks(plan, "p1", SPANISH).listings]
    assert titles == [
        "Vencidos (1)",
        "Vencidos sin reporte (1)",
        "Vencen en los próximos 90 días (1)",
    ]


def test_long_list_says_how_many_it_leaves_out(plan):
    (listing,) = commitments.first_looks(plan, "p4", SPANISH, most=0).listings
    assert (listing.items, listing.more) == ((), "0 de 1, los fines más antiguos")


def test_rounds_compare_what_was_planned_with_what_is_reported(plan):
    reading = rounds_reading.rounds(plan, "p1", SPANISH)
    assert reading.question == (
        "El cronograma vigente pedía 3 hitos terminados al corte; las instituciones líderes informan 0"
    )
    assert len(reading.chart(mode="light").data) == 2 + 4  # two schedules, four voices
    assert [row[0].text for row in reading.table.rows] == ["Par", "Núcleo", "Documentos", "Líder"]


def test_few_known_dates_draw_no_curve(plan):
    assert rounds_reading.rounds(plan, "p2", SPANISH) is None


def test_bridge_goes_from_the_printed_figure_over_its_own_lines_to_the_forms(plan):
    reading = bridge.printed_figures(plan, "p1", SPANISH)
    assert [figure.value for figure in reading.figures] == ["9,99", "5,00", "17,50"]
    assert "nadie los puede explicar" in reading.answer
    assert "**4,99 puntos**" in reading.answer
    (row,) = reading.table.rows
    assert [said(cell.text) for cell in row] == [
        "1.2 Agua", "0 %", "50 %", "Ejecución", "5 mar 2026", "12,50 puntos",
    ]  # fmt: skip
    assert "1 (20 % impreso, 6,67 % según sus propios hitos)" in said(reading.notes[0])


def test_figure_printed_for_another_day_is_a_note_and_no_bridge(tmp_path):
    later = publish(tmp_path / "2026-04-30", PLAN)
    assert bridge.printed_figures(later, "p1", SPANISH) is None
    (note,) = bridge.later_note(later, "p1", SPANISH)
    assert said(note) == (
        "Reporte imprimió 9,99 % para 31 mar 2026; los formularios de ese día dan 17,50 %."
    )


def test_milestones_page_counts_each_group_apart(plan):
    assert said(hitos.lateness(plan, "p1", SPANISH).answer) == (
        "**1 hito** está vencido, **1** venció sin un reporte de su institución líder y **1** vence"
        " en los 90 días que siguen al corte."
    )
    assert hitos.lateness(plan, "p4", SPANISH).answer.startswith(
        "El plan terminó en 31 de diciembre"
    )
    assert "nada podía estar atrasado" not in hitos.lateness(plan, "p2", SPANISH).answer
    assert "no se conocen hitos" in hitos.lateness(plan, "p3", SPANISH).answer


def test_each_milestone_shows_both_windows_and_its_slip(plan):
    rows = hitos.schedule(plan, "p1", SPANISH, Choices()).table.rows
    flour, _water, oven, _mine = ([said(cell.text) for cell in row] for row in rows)
    assert flour[3:] == ["1 dic 2025 – 31 ene 2026", "1 dic 2025 – 30 mar 2026", "+2"]
    assert oven[3:] == ["no publicado", "ene 2026 – feb 2026", "no se sabe"]


def test_overdue_milestone_has_a_tail_to_the_cut_off_and_says_so(plan):
    rows = hitos.schedule(plan, "p1", SPANISH, Choices()).table.rows
    states = [(row[2].text.replace("\u00a0", " "), row[2].flag, row[1].timeline.overdue is not None)
              for row in rows]  # fmt: skip
    assert states == [
        ("Ejecución 20 %", "vencido", True),
        ("Ejecución 50 %", "", False),
        ("Sin reporte", "sin reporte", True),
        ("Sin reporte", "", False),
    ]


def test_document_stands_beside_where_the_lead_is_silent(plan):
    oven = hitos.schedule(plan, "p1", SPANISH, Choices()).table.rows[2]
    assert said(oven[2].detail) == "documento de mar 2026: completado"


def test_timelines_share_one_axis_within_a_hundred_percent(plan):
    table = hitos.schedule(plan, "p1", SPANISH, Choices()).table
    spans = [
        span
        for row in table.rows
        for span in (row[1].timeline.original, row[1].timeline.in_force, row[1].timeline.overdue)
        if span
    ]
    assert all(span.left >= 0 and span.left + span.width <= 100.6 for span in spans)
    assert 0 < table.scale.cut_off < 100


def test_choice_without_milestones_gives_no_reading(plan):
    assert hitos.schedule(plan, "p1", SPANISH, Choices(plazo=("overdue",), ods=("5",))) is None


def test_slips_name_the_median_and_the_farthest(plan):
    reading = slips_reading.slips(plan, "p1", SPANISH, Choices())
    assert reading.question == "La mitad de los hitos se movió 1 meses o más; 1.1, 2"
    assert len(reading.chart().data) == 3


def test_plan_never_reprogrammed_has_no_slips(plan):
    assert slips_reading.slips(plan, "p4", SPANISH, Choices()) is None


def test_choices_carry_their_names_and_counts(plan):
    found = offered(plan, "p1", SPANISH)
    assert found["compromiso"] == {"1": ("1. Pan", 3), "2": ("2. Sal", 1)}
    assert found["ods"] == {"5": ("5 Igualdad", 1)}


def test_voices_page_counts_what_differs_of_what_can_be_compared(plan):
    reading = voces.agreement(plan, "p1", SPANISH)
    assert reading.answer == (
        "Difieren en **1 de los 2 hitos** que informaron al menos dos de ellas."
    )
    assert [figure.value for figure in reading.figures] == ["1", "0", "0", "2", "0"]
    assert "aún no hay nada que comparar" in voces.agreement(plan, "p2", SPANISH).answer


def test_voices_that_differ_are_framed_and_documents_are_not(plan):
    reading = voces.matrix(plan, "p1", SPANISH, "disagreed")
    assert reading.table.head == ("Hito", "Líder", "Núcleo", "Documentos")
    ((_name, lead, core, document),) = reading.table.rows
    assert [cell.is_framed for cell in (lead, core, document)] == [True, True, False]
    assert said(lead.text) == "Ejecución 20 %"
    assert said(document.detail) == "feb 2026"
    assert reading.notes == ("Sin reportes sobre estos hitos hasta este corte: Par.",)


def test_group_that_is_empty_is_not_offered(plan):
    assert set(voces.offered(plan, "p1", SPANISH)) == {"disagreed", "unreported", "all"}


def test_fiche_says_promise_parties_and_both_windows(plan):
    reading = compromiso.fiche(plan, "p1", 1, SPANISH)
    assert reading.question == "Compromiso 1: Pan"
    assert dict(reading.facts)["Líder"] == ("Molino", "Panadería")


def test_commitment_without_title_reads_naturally(plan):
    reading = compromiso.fiche(plan, "p2", 1, SPANISH)
    assert reading.question == "Compromiso 1"
    assert reading.answer == "No se encontró su título en lo publicado."
    assert compromiso.standing(plan, "p2", 1, SPANISH) is None
    assert commitment_story.history(plan, "p2", 1, SPANISH) is None


def test_notes_name_their_place_and_the_document_where_it_is_another(plan):
    reading = commitment_story.told(plan, "p1", 1, SPANISH, commitment_story.WHY)
    (listing,) = reading.listings
    assert [(item[0].text, item[0].detail) for item in listing.items] == [
        ("Faltó tiempo.", "Plan movido · cap. 2"),
        ("Faltó harina.", "hito 1 · cap. 1"),
    ]  # fmt: skip


def test_note_of_two_thousand_characters_is_shown_whole(tmp_path):
    long = "palabra " * 249 + "fin."
    table = f"""
        note_id | plan_id | commitment_no | kind     | text_es | text_en
        n1      | p1      | 1             | obstacle | {long}  | {long}
    """
    snapshot = publish(tmp_path / CUT_OFF, PLAN | {"commitment_notes": table})
    reading = commitment_story.told(snapshot, "p1", 1, SPANISH, commitment_story.WHY)
    assert "fin." in html("listings", listings=reading.listings)


def test_measure_observed_twice_is_drawn_and_one_observed_once_is_not(plan):
    reading = indicators.of_commitment(plan, "p1", 1, SPANISH)
    (bars,) = reading.chart().data
    assert (bars.y, [said(text) for text in bars.text]) == ((80, 92.5), ["cerca de 80 %", "92,5 %"])
    values = [said(row[1].text) for row in reading.table.rows]
    assert values == ["cerca de 80 %", "92,5 %", "7 personas de 9", "https://example.org"]


def test_finding_of_the_irm_opens_to_its_definition(plan):
    (row,) = commitment_story.assessments(plan, "p1", 1, SPANISH).table.rows
    assert [cell.text for cell in row] == ["Relevante", "Sí", "no se indica", "sin fecha"]


def test_agreement_without_owner_or_date_says_so(plan):
    rows = cocreacion.agreements(plan, "p3", SPANISH).table.rows
    assert [said(row[2].text) for row in rows] == [
        "Panadería · 1 may 2026", "sin responsable ni plazo en el acta",
    ]  # fmt: skip


def test_stage_without_dates_says_so(plan):
    rows = cocreacion.stages(plan, "p3", SPANISH).table.rows
    assert [said(row[1].text) for row in rows] == ["sin fecha publicada", "hasta dic 2026"]


def test_institution_tells_its_roles_and_former_names(plan):
    reading = institucion.who(plan, "i1", SPANISH)
    assert reading.answer == "Sus compromisos por papel: líder: **1** y contraparte: **1**."
    assert reading.basis == "En documentos también: Panificadora; La Panadería."
    assert "ningún papel" in institucion.who(plan, "i3", SPANISH).answer


def test_open_points_say_what_each_milestone_asks(plan):
    rows = institucion.open_points(plan, "p1", "i1", SPANISH).table.rows
    said_of = {row[0].text: row[3].text for row in rows}
    assert said_of["1.1 Harina"] == "vencidos; otra voz dice otra cosa"
    assert said_of["2.1 Mina"] == "falta su reporte"


ALL = [
    lambda *asked: resumen.plan_progress(*asked),
    commitments.commitments,
    commitments.first_looks,
    rounds_reading.rounds,
    bridge.printed_figures,
    hitos.lateness,
    lambda *asked: hitos.schedule(*asked, Choices()),
    lambda *asked: slips_reading.slips(*asked, Choices()),
    hitos.by_institution,
    datos.documents_used,
    datos.contradictions,
    datos.published_means,
    method.method,
    lambda snapshot, _plan, language: datos.dictionary(snapshot, "progress_reports", language),
    voces.agreement,
    voces.matrix,
    open_points.unmet,
    open_points.tasks,
    cocreacion.stages,
    cocreacion.tables,
    cocreacion.agreements,
    cocreacion.deadlines,
    cocreacion.members,
    cocreacion.recommendations,
    indicators.of_plan,
    lambda snapshot, _plan, language: institucion.who(snapshot, "i1", language),
    lambda snapshot, _plan, language: institucion.commitments(snapshot, "i1", language),
    lambda snapshot, plan_id, language: institucion.open_points(snapshot, plan_id, "i2", language),
    lambda snapshot, _plan, language: institucion.reports(snapshot, "i1", language),
    *(
        lambda snapshot, _plan, language, make=make: make(snapshot, "p1", 1, language)
        for make in (
            compromiso.fiche,
            compromiso.standing,
            compromiso.voices,
            commitment_story.assessments,
            commitment_story.history,
            indicators.of_commitment,
            datos.contradictions_of,
            *(
                lambda *asked, kinds=kinds: commitment_story.told(*asked, kinds)
                for kinds in (commitment_story.WHY, commitment_story.WHAT, commitment_story.NEXT)
            ),
        )
    ),
]


@pytest.mark.parametrize("plan_id", ["p1", "p2", "p3", "p4"])
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ALL)
def test_reading_is_whole_in_every_language_for_every_plan(plan, make, code, plan_id):
    reading = make(plan, plan_id, Language(code))
    if reading is None:
        return
    assert reading.question
    assert reading.query
    assert {"corte", "fuente"} <= set(reading.data.columns)
    assert not re.search(
        r"\{\w+\}|None|nan", reading.answer + reading.basis + " ".join(reading.notes)
    )
    if reading.table:
        assert all(len(row) == len(reading.table.head) for row in reading.table.rows)
        shown = html("table", table=reading.table)
        assert shown.count("<caption>") == 1
        assert shown.count("<tbody>") == shown.count("</tbody>")
    if reading.chart:
        assert reading.alt
        assert reading.chart(mode="dark", narrow=True).data


@pytest.mark.parametrize("make", ALL[:9])
def test_every_row_of_data_says_its_source(plan, make):
    reading = make(plan, "p1", SPANISH)
    assert reading.sources
    if reading.name != "voice_means":  # a voice that says nothing has no source
        assert reading.data["fuente"].null_count() == 0


def test_csv_is_pure_data_with_cut_off_and_source(plan):
    rows = pl.read_csv(as_csv(hitos.schedule(plan, "p1", SPANISH, Choices())))
    assert rows.columns[-2:] == ["corte", "fuente"]
    assert rows["corte"].unique().to_list() == [CUT_OFF]
    assert rows["percent"].to_list() == [20, 50, None, None]
    assert "forms: fila 2" in rows["fuente"][0]


def test_xlsx_says_first_what_it_holds_and_never_computes(plan):
    cells = {"a": ["=cmd|' /C calc'!A0", "https://example.org"], "corte": CUT_OFF, "fuente": "f"}
    reading = Reading("x", "¿=1+1?", pl.DataFrame(cells), (), "select 1", answer="**2**")
    archive = zipfile.ZipFile(io.BytesIO(as_xlsx(reading, [("Corte", "hoy")], SPANISH)))
    book = archive.read("xl/workbook.xml").decode()
    assert re.findall(r'sheet name="([^"]+)"', book) == [
        "Sobre estas cifras",
        "¿=1+1",
        SPANISH.gettext("Queries"),
    ]
    sheets = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
    assert all("<f>" not in sheet for sheet in sheets)
    assert "autoFilter" in sheets[1]
    assert 'state="frozen"' in sheets[1]
    assert "=cmd" in archive.read("xl/sharedStrings.xml").decode()


def test_zip_holds_the_cut_off_byte_by_byte(plan):
    archive = zipfile.ZipFile(io.BytesIO(zipped(plan)))
    assert {name: archive.read(name) for name in archive.namelist()} == {
        f"{plan.name}/{path.name}": path.read_bytes() for path in plan.folder.iterdir()
    }


HOSTILE = '<script>alert(1)</script> & "x"'


def test_markup_in_names_appears_as_text():
    table = Table(
        HOSTILE, (HOSTILE, "b"), ((Cell(HOSTILE), Cell("1", detail=HOSTILE)),), {0: HOSTILE}
    )
    shown = html("table", table=table)
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 5  # caption, head, group, row, detail


def test_bold_is_ours_and_what_it_holds_is_escaped():
    shown = html("text", answer="**<i>7</i>** de 9", basis="")
    assert "<b>&lt;i&gt;7&lt;/i&gt;</b> de 9" in shown


@pytest.mark.parametrize(
    "code, one, many", [("es", "hito", "hitos"), ("en", "milestone", "milestones")]
)
def test_one_milestone_is_counted_in_the_singular(code, one, many):
    assert counted(1, Language(code)) == ("1", one)
    assert counted(0, Language(code)) == ("0", many)

"""Tiny plans drawn as text, typed by the same contracts as the real ones. All content is invented."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data import package, published
from data.contracts import TABLES
from data.published import Snapshot

CUT_OFF = "2026-03-31"
PLAN = {
    "sources": """
        source_id | title         | publisher | published_on | date_precision | language | url
        plan      | Plan inventado| Nadie     | 2025-12-31   | month          | es       | https://example.org/plan
        nuevo     | Plan movido   | Nadie     | 2026-01-31   | day            | es       |
        forms     | Formularios   | Nadie     |              |                | es       |
        informe   | Informe       | Nadie     | 2026-02-28   | month          | es       |
        impreso   | Reporte       | Nadie     | 2026-03-31   | day            | es       |
    """,
    "codes": """
        scheme           | code                | label_es      | label_en      | sort_order
        voice            | lead                | Líder         | Leader        | 1
        voice            | counterpart         | Par           | Peer          | 2
        voice            | core_group          | Núcleo        | Core          | 3
        voice            | document            | Documentos    | Documents     | 4
        state            | definition          | Definición    | Definition    | 1
        state            | execution           | Ejecución     | Execution     | 3
        state            | completed           | Completado    | Completed     | 4
        no_report        | no_report           | Sin reporte   | No report     | 1
        told_state       | in_progress         | En curso      | In progress   | 2
        told_state       | completed           | Completado    | Completed     | 3
        plan_state       | co_creation         | en cocreación | in co-creation| 1
        plan_state       | implementation      | en marcha     | under way     | 2
        plan_state       | closed              | terminado     | ended         | 3
        lateness         | overdue             | vencido       | overdue       | 1
        lateness         | expired_unreported  | sin reporte   | unreported    | 2
        lateness         | due_soon            | pronto        | soon          | 3
        lateness         | late_originally     | atrasado      | late          | 4
        lateness         | unfinished_at_close | no concluido  | not concluded | 5
        lateness         | unreported          | callado       | silent        | 6
        sdg              | 5                   | Igualdad      | Equality      | 5
        reading_used     | a                   | la primera    | the first     | 1
        role             | lead                | Líder         | Leader        | 1
        role             | counterpart         | Contraparte   | Counterpart   | 2
        tag_scheme       | sdg                 | Objetivo      | Goal          | 1
        note_kind        | obstacle            | Obstáculo     | Obstacle      | 1
        note_kind        | lesson              | Lección       | Lesson        | 3
        note_kind        | achievement         | Logro         | Achievement   | 5
        note_kind        | next_step           | Siguiente     | Next step     | 7
        indicator_kind   | baseline            | Línea base    | Baseline      | 1
        indicator_kind   | result              | Resultado     | Result        | 3
        indicator_bound  | about               | cerca         | about         | 4
        indicator_series | loaves              | Panes         | Loaves        | 1
        unit             | percent             | %             | %             | 1
        unit             | people              | personas      | people        | 2
        unit             | link                | enlace        | link          | 3
        assessment_variable | relevant         | Relevante     | Relevant      | 1
        irm_relevant     | yes                 | Sí            | Yes           | 1
        stage_kind       | planned             | Prevista      | Planned       | 1
        event_kind       | territorial         | Territorial   | Territorial   | 1
        agreement_state  | open                | Abierto       | Open          | 1
        obligation_basis | ogp                 | OGP           | OGP           | 1
        core_group_sector| academia            | Academia      | Academia      | 1
        core_group_basis | list                | Lista         | List          | 1
    """,
    "plans": """
        plan_id | name_es | name_en | starts_on  | ends_on_original | ends_on    | date_precision
        p1      | Uno     | One     | 2026-01-01 | 2026-06-30       | 2026-12-31 | day
        p2      | Dos     | Two     | 2026-02-01 | 2026-12-31       | 2026-12-31 | day
        p3      | Tres    | Three   |            |                  |            |
        p4      | Cuatro  | Four    | 2025-01-01 | 2025-12-31       | 2025-12-31 | day
    """,  # p3 has not begun and has nothing, p4 has ended
    "institutions": """
        institution_id | name_es   | acronym | sector
        i1             | Panadería | PAN     | public
        i2             | Molino    |         | public
        i3             | Horno SA  |         | private
    """,  # i3 has no role anywhere
    "institution_names": """
        name_as_printed | institution_id | known_on
        Panadería       | i1             | 2025-12-31
        Panificadora    | i1             | 2024-12-31
        La Panadería    | i1             | 2026-01-31
    """,  # it changed its name twice
    "commitments": """
        plan_id | commitment_no | ogp_id | title_es | title_en | theme_id | theme_es | theme_en
        p1      | 1             | EC01   | Pan      | Bread    | food     | Comida   | Food
        p1      | 2             |        | Sal      | Salt     | sea      | Mar      | Sea
        p2      | 1             |        |          |          |          |          |
        p2      | 2             |        | Agua     |          |          |          |
        p4      | 1             |        | Vino     | Wine     |          |          |
    """,  # p2 1: nothing but its number is known
    "commitment_actors": """
        plan_id | commitment_no | institution_id | role
        p1      | 1             | i1             | lead
        p1      | 1             | i2             | lead
        p1      | 2             | i2             | lead
        p1      | 2             | i1             | counterpart
        p2      | 2             | i2             | counterpart
    """,
    "commitment_tags": """
        plan_id | commitment_no | scheme | code
        p1      | 2             | sdg    | 5
    """,
    "milestones": """
        plan_id | commitment_no | milestone_no | title_es | title_en | title_kind | number_basis
        p1      | 1             | 1            | Harina   | Flour    | short      | printed
        p1      | 1             | 2            | Agua     | Water    | short      | printed
        p1      | 1             | 3            | Horno    | Oven     | short      | printed
        p1      | 2             | 1            | Mina     | Mine     | short      | printed
        p2      | 2             | 1            | Pozo     | Well     | short      | order
        p4      | 1             | 1            | Uva      | Grape    | short      | printed
        p4      | 1             | 2            | Corcho   | Cork     | short      | printed
    """,  # no one has reported of the oven, nor of p2, on purpose
    "schedules": """
        plan_id | commitment_no | milestone_no | schedule_version | starts_on  | ends_on    | date_precision | source_id | known_on
        p1      | 1             | 1            | original         | 2025-12-01 | 2026-01-31 | month          | plan      | 2025-12-31
        p1      | 1             | 1            | reprogrammed     | 2025-12-01 | 2026-03-30 | day            | nuevo     | 2026-01-31
        p1      | 1             | 2            | original         | 2026-01-01 | 2026-02-28 | month          | plan      | 2025-12-31
        p1      | 1             | 2            | reprogrammed     | 2026-01-01 | 2026-03-31 | month          | nuevo     | 2026-01-31
        p1      | 1             | 3            | original         |            |            |                | plan      | 2025-12-31
        p1      | 1             | 3            | reprogrammed     | 2026-01-01 | 2026-02-28 | month          | nuevo     | 2026-01-31
        p1      | 2             | 1            | original         | 2026-02-01 | 2026-06-30 | month          | plan      | 2025-12-31
        p4      | 1             | 1            | original         | 2025-01-01 | 2025-06-30 | month          | plan      | 2024-12-31
        p4      | 1             | 2            | original         | 2025-01-01 | 2025-07-31 | month          | plan      | 2024-12-31
    """,  # 1.1 ends the day before the cut-off, 1.2 on it; 1.3 had no original dates
    "progress_reports": """
        report_id | plan_id | commitment_no | milestone_no | voice       | institution_id | reported_on | date_precision | registration_no | state      | percent | told_state  | source_id | locator
        r1        | p1      | 1             | 1            | lead        | i1             | 2026-03-01  | day            | 1               | execution  | 10      |             | forms     | fila 1
        r2        | p1      | 1             | 1            | lead        | i1             | 2026-03-31  | day            | 2               | execution  | 20      |             | forms     | fila 2
        r3        | p1      | 1             | 1            | lead        | i1             | 2026-04-01  | day            | 3               | execution  | 30      |             | forms     | fila 3
        r4        | p1      | 1             | 2            | lead        | i1             | 2026-03-05  | day            | 11              | execution  | 50      |             | forms     | fila 11
        r5        | p1      | 1             | 2            | lead        | i1             | 2026-03-05  | day            | 9               | execution  | 40      |             | forms     | fila 9
        r6        | p1      | 1             | 1            | core_group  |                | 2026-03-07  | day            | 12              | completed  |         |             | forms     | fila 12
        r12       | p1      | 1             | 2            | counterpart | i2             | 2026-03-06  | day            | 30              | execution  |         |             | forms     | fila 30
        r7        | p1      | 1             | 1            | document    | i1             | 2026-02-28  | month          |                 |            |         | completed   | informe   | cap. 1
        r8        | p1      | 1             | 3            | document    | i2             | 2026-03-31  | month          |                 |            |         | completed   | informe   | cap. 2
        r9        | p1      | 1             |              | document    | i1             | 2026-02-28  | month          |                 |            | 50      | in_progress | informe   | cap. 1
        r10       | p4      | 1             | 1            | lead        | i1             | 2025-06-01  | day            | 1               | completed  |         |             | forms     | fila 20
        r11       | p4      | 1             | 2            | lead        | i1             | 2025-06-01  | day            | 2               | definition | 0       |             | forms     | fila 21
    """,  # r2: on the cut-off; r3: the day after; r4 and r5: same day, 11 comes after 9
    "published_figures": """
        figure_id | plan_id | commitment_no | milestone_no | name_es | name_en | printed_value | unit    | refers_on  | date_precision | source_id
        f1        | p1      |               |              | Plan    | Plan    | 9.99          | percent | 2026-03-31 | day            | impreso
        f2        | p1      | 1             |              | Uno     | One     | 20.00         | percent | 2026-03-31 | day            | impreso
        f3        | p1      | 1             | 1            | Uno     | One     | 20.00         | percent | 2026-03-31 | day            | impreso
        f4        | p1      | 1             | 2            | Dos     | Two     | 0.00          | percent | 2026-03-31 | day            | impreso
        f5        | p1      | 1             | 3            | Tres    | Three   | 0.00          | percent | 2026-03-31 | day            | impreso
        f6        | p1      | 2             | 1            | Mina    | Mine    | 0.00          | percent | 2026-03-31 | day            | impreso
    """,  # f4: its form says 50
    "commitment_notes": """
        note_id | plan_id | commitment_no | milestone_no | kind        | text_es        | text_en       | source_id | locator
        n1      | p1      | 1             | 1            | obstacle    | Faltó harina.  | No flour.     | informe   | cap. 1
        n2      | p1      | 1             |              | obstacle    | Faltó tiempo.  | No time.      | nuevo     | cap. 2
        n3      | p1      | 1             |              | achievement | Hay pan.       | There is bread.| informe  | cap. 3
        n4      | p1      | 1             |              | next_step   | Otro horno.    | Another oven. | informe   | cap. 4
        n5      | p1      |               |              | lesson      | Probar antes.  | Taste first.  | informe   | cap. 5
    """,
    "indicators": """
        indicator_id | plan_id | commitment_no | kind     | name_es      | name_en      | value | value_text          | unit    | denominator | bound | observed_on | date_precision | series_id
        d1           | p1      | 1             | baseline | Panes 2024   | Loaves 2024  | 80    |                     | percent |             | about | 2024-12-31  | year           | loaves
        d2           | p1      | 1             | result   | Panes 2025   | Loaves 2025  | 92.5  |                     | percent |             |       | 2025-12-31  | year           | loaves
        d3           | p1      | 1             | result   | Clientes     | Customers    | 7     |                     | people  | 9           |       |             |                |
        d4           | p1      | 1             | result   | Carta        | Menu         |       | https://example.org | link    |             |       |             |                |
        d5           | p1      |               | result   | Ferias       | Fairs        | 2     |                     | people  |             |       |             |                |
    """,
    "assessments": """
        assessment_id | plan_id | commitment_no | assessor | variable | code | assessed_period | published_on
        a1            | p1      | 1             | irm      | relevant | yes  |                 |
    """,
    "meetings": """
        meeting_id | plan_id | held_on    | date_precision | kind    | minutes_no
        m1         | p3      | 2026-01-15 | day            | minuted | A-1
    """,
    "agreements": """
        meeting_id | agreement_no | text_es      | text_en     | owner_institution_id | due_on     | state
        m1         | 1            | Comprar sal. | Buy salt.   | i1                   | 2026-05-01 | open
        m1         | 2            | Probarla.    | Taste it.   |                      |            |
    """,
    "core_group_members": """
        plan_id | institution_id | from_on | sector   | basis
        p3      | i1             |         | academia | list
    """,
    "obligations": """
        obligation_id | plan_id | rule_es  | rule_en  | due_on     | date_precision | basis | in_force
        o1            | p3      | Entregar | Deliver  | 2026-12-31 | month          | ogp   | true
        o2            | p3      | Antes    | Before   |            |                | ogp   | false
    """,
    "proposal_stages": """
        plan_id | kind    | stage_no | stage_order | name_es | name_en | ends_on    | date_precision | count_in | count_out | unit
        p3      | planned | 1        | 1           | Abrir   | Open    |            |                |          |           |
        p3      | planned | 2        | 2           | Cerrar  | Close   | 2026-12-31 | month          | 9        | 2         | people
    """,
    "events": """
        event_id | plan_id | kind        | status  | name_es | name_en | series_id | series_count
        e1       | p3      | territorial | planned | Mesas   | Tables  | e1        | 7
        e2       | p3      | territorial | held    | Mesa    | Table   |           |
    """,
    "contradictions": """
        contradiction_id | plan_id | commitment_no | table_name | subject_es | subject_en | reading_a_es | reading_a_en | source_a | reading_b_es | reading_b_en | source_b | used | reason_es | reason_en
        x1               | p1      | 1             | schedules  | Fin        | End        | marzo        | March        | plan     | abril        | April        | nuevo    | a    | Rige      | In force
    """,
}


def drawn(name: str, text: str) -> pl.DataFrame:
    """Parse a drawn table; columns left out are null, unknown columns are an error."""
    lines = [line for line in text.split("\n") if line.strip()]
    header, *rows = ([cell.strip() or None for cell in line.split("|")] for line in lines)
    columns = TABLES[name].columns
    assert set(header) <= set(columns), set(header) - set(columns)
    texts = pl.DataFrame(rows, dict.fromkeys(header, pl.String), orient="row")
    defaults = {"source_id": "plan", "locator": "p. 1", "known_on": "2025-12-31"}
    return texts.select(
        typed(pl.col(column) if column in header else pl.lit(defaults.get(column)), rule.dtype)
        .alias(column)
        for column, rule in columns.items()
    )  # fmt: skip


def typed(text: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    text = text.cast(pl.String)
    if dtype == pl.Date:
        return text.str.to_date("%Y-%m-%d")
    return (text == "true") if dtype == pl.Boolean else text.cast(dtype)


def publish(folder: Path, tables: Mapping[str, str]) -> Snapshot:
    """Write drawn tables as a published snapshot; tables left out are empty."""
    folder.mkdir(parents=True)
    for name, table in TABLES.items():
        frame = drawn(name, tables[name]) if name in tables else pl.DataFrame(
            schema={column: rule.dtype for column, rule in table.columns.items()}
        )  # fmt: skip
        frame.write_parquet(folder / f"{name}.parquet")
    package.write(folder, date.fromisoformat(folder.name[:10]))
    snapshot = published.named(folder)
    assert snapshot is not None
    return snapshot


@pytest.fixture(scope="session")
def drawn_plans(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The drawn plans, published once; no test changes them."""
    return publish(tmp_path_factory.mktemp("snapshots") / CUT_OFF, PLAN)


@pytest.fixture
def plan(drawn_plans: Snapshot, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """The drawn plans as the only published snapshot."""
    monkeypatch.setattr(published, "SNAPSHOTS", drawn_plans.folder.parent)
    return drawn_plans


@pytest.fixture
def own_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """The drawn plans in a folder of the test's own, to add to and to break."""
    snapshot = publish(tmp_path / "snapshots" / CUT_OFF, PLAN)
    monkeypatch.setattr(published, "SNAPSHOTS", snapshot.folder.parent)
    return snapshot

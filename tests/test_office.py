"""What LibreOffice makes of the documents: each opens, and lies on its pages as it should."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from data.published import Snapshot, latest_revisions, published
from exports.meeting import WRITERS, Meeting
from language import Language
from readings.changes import Changes, Compared, found
from readings.informe import brief

CUT_OFFS = latest_revisions(published())
CASES = [
    ("paga1", "2021-05-31", "2021-10-22", "es"),
    ("paga1", "2021-05-31", "2021-10-22", "en"),
    ("paga1", "2019-12-31", "2020-12-31", "es"),
    ("paga1", "2019-12-31", "2020-12-31", "en"),
    ("paga2", "2024-01-31", "2025-05-31", "es"),
    ("paga3", "2024-01-31", "2025-05-31", "es"),
]
ANNEX = {"es": "Anexo", "en": "Annex"}
OFFICE = [("brief", "docx"), ("deck", "pptx"), ("workbook", "xlsx")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Every document of every case beside its PDF; LibreOffice is started once."""
    assert shutil.which("soffice"), "LibreOffice is missing: make test installs it"
    folder = tmp_path_factory.mktemp("office")
    for case in CASES:
        for kind, ending in OFFICE:
            made = WRITERS[kind, ending](Meeting(*about(case)))
            (folder / f"{'_'.join(case)}.{ending}").write_bytes(made)
    for _kind, ending in OFFICE:  # apart, since a PDF would take the place of another's
        convert(sorted(folder.glob(f"*.{ending}")), folder / ending)
    return folder


def about(case: tuple[str, str, str, str]) -> tuple[Snapshot, str, Language, Changes]:
    plan_id, earlier, later, code = case
    changes = found(Compared(CUT_OFFS[earlier], CUT_OFFS[later], plan_id))
    return CUT_OFFS[later], plan_id, Language(code), changes


def convert(files: list[Path], into: Path) -> None:
    profile = f"-env:UserInstallation=file://{into.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(into)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


def pages(folder: Path, case: tuple[str, ...], ending: str) -> list[str]:
    read = PdfReader(folder / ending / f"{'_'.join(case)}.pdf")
    return [page.extract_text() for page in read.pages]


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_body_of_a_brief_fits_two_pages_and_the_annex_follows(folder, case):
    found = pages(folder, case, "docx")
    (annex,) = [at for at, text in enumerate(found) if ANNEX[case[3]] in text.split("\n")[:2]]
    assert 1 <= annex <= 2


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_no_page_of_a_brief_ends_with_a_heading(folder, case):
    whole = brief(*about(case))
    headings = {reading.question for reading in (*whole.body, *whole.annex)}
    for page in pages(folder, case, "docx"):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        said = [line for line in lines if whole.footer not in line]
        assert said[-1] not in headings


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_deck_has_a_page_for_each_slide(folder, case):
    slides = Presentation(folder / f"{'_'.join(case)}.pptx").slides
    found = pages(folder, case, "pptx")
    assert len(found) == len(slides)
    assert all(text.strip() for text in found)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_workbook_opens_with_what_it_holds(folder, case):
    cut_off = {"es": "Corte", "en": "Cut-off"}[case[3]]
    assert cut_off in pages(folder, case, "xlsx")[0]

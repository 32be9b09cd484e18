"""Every word on screen is in every catalogue, and the catalogues hold nothing else."""

import ast
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

from language import LANGUAGES, WRITTEN_IN_CODE, Language, catalogue, known

ROOT = Path(__file__).parents[1]
FOLDERS = ("charts", "data", "exports", "frame", "pages", "readings")
CATALOGUES = [code for code in LANGUAGES if code != WRITTEN_IN_CODE]
PAIRS = {"pair": (1, 2)}
NBSP = "\u00a0"


def in_code() -> set[str | tuple[str, ...]]:
    return {
        message
        for folder in FOLDERS
        for _, _, message, _, _ in extract_from_dir(
            ROOT / folder, method_map=[("**.py", "python")], keywords=DEFAULT_KEYWORDS | PAIRS
        )
    }


def test_code_has_words_to_say():
    assert len(in_code()) > 300


@pytest.mark.parametrize("code", CATALOGUES)
def test_every_string_is_translated_and_none_is_left_over(code):
    translated = {message.id for message in catalogue(code) if message.id and all_said(message)}
    assert in_code() - translated == set(), "untranslated"
    assert translated - in_code() == set(), "left over"


def all_said(message) -> bool:
    """Words for each plural, with the same placeholders and the same figures in bold."""
    ids, said = (
        (text,) if isinstance(text, str) else text for text in (message.id, message.string)
    )
    return not message.fuzzy and all(
        text and fields(text) == fields(asked) and text.count("**") == asked.count("**")
        for asked, text in zip(ids, said, strict=True)
    )


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_no_page_word_is_written_outside_the_catalogues():
    """Text handed to Streamlit as a literal would never be translated; file formats are names."""
    literal = re.compile(
        r"st\.(?:title|header|subheader|markdown|caption|warning|info|error|button|popover|"
        r"download_button|selectbox|multiselect|pills|segmented_control)\(\s*f?[\"'](?!CSV|XLSX|\*\*\{)"
    )
    for folder in ("frame", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            assert literal.findall(path.read_text()) == [], path.name


def test_no_word_hides_inside_an_f_string():
    """The extractor does not look there, so such a word would never reach a catalogue."""
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.JoinedStr):
                    assert not any(says_a_literal(inner) for inner in ast.walk(node)), path.name


def says_a_literal(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] in ("_", "gettext", "ngettext")
        and isinstance(node.args[0], ast.Constant)
    )


def test_templates_hold_no_words():
    """Words come to a template as values."""
    for path in (ROOT / "frame" / "templates").glob("*.html"):
        plain = re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text(), flags=re.DOTALL)
        between_tags = re.findall(r">([^<]*)<", plain)
        assert re.findall(r"[A-Za-zÀ-ÿ]{2,}", " ".join(between_tags)) == [], path.name


@pytest.mark.parametrize(
    "code, percent, mean, thousands, slip, short, month, long",
    [
        ("es", f"70{NBSP}%", f"82,86{NBSP}%", "1.592.840", "+8",
         f"22{NBSP}oct{NBSP}2021", f"oct{NBSP}2021", "22 de octubre de 2021"),
        ("en", "70%", "82.86%", "1,592,840", "+8",
         f"Oct{NBSP}22,{NBSP}2021", f"Oct{NBSP}2021", "October 22, 2021"),
    ],
)  # fmt: skip
def test_numbers_and_dates_are_written_as_each_language_writes_them(
    code, percent, mean, thousands, slip, short, month, long
):
    language, day = Language(code), date(2021, 10, 22)
    assert language.percent(70) == percent
    assert language.percent(Decimal("82.86"), 2) == mean
    assert language.number(1592840) == thousands
    assert language.number(8, signed=True) == slip
    assert (language.number(-3, signed=True), language.number(0, signed=True)) == ("−3", "0")
    assert (language.date(day), language.date(day, "month"), language.date(day, "year")) == (
        short, month, "2021",
    )  # fmt: skip
    assert language.long_date(day) == long


def test_text_missing_in_one_language_is_read_in_the_other():
    row = {"title_es": None, "title_en": "Well"}
    assert Language("es").text(row, "title") == "Well"
    assert Language("es").text({"title_es": None, "title_en": None}, "title") is None


def test_unknown_language_is_the_first():
    assert (known("xx"), known(None), known("en")) == ("es", "es", "en")

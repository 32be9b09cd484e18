"""How a workbook looks: the tokens of the look, and the numbers and dates of each language."""

from collections.abc import Callable
from functools import cache

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from charts.tokens import LIGHT
from language import Language

Style = Callable[..., Format]
# what programs show of true and false that do not have words of their own for it
TRUTHS = {"es": '"VERDADERO";"VERDADERO";"FALSO"', "en": '"TRUE";"TRUE";"FALSE"'}
DATES = {
    "es": {"day": "[$-300A]d mmm yyyy", "month": "[$-300A]mmm yyyy", "year": "yyyy"},
    "en": {"day": "[$-409]mmm d, yyyy", "month": "[$-409]mmm yyyy", "year": "yyyy"},
}
PLAIN = {
    "font_name": "Calibri", "font_size": 10, "font_color": LIGHT["ink"], "valign": "top",
    "bottom": 1, "bottom_color": LIGHT["rule"],
}  # fmt: skip
TEXT = {"align": "left", "indent": 1}
HEAD = {
    "bold": True, "text_wrap": True, "valign": "bottom", "bg_color": LIGHT["surface"],
    "bottom": 2, "bottom_color": LIGHT["ink"],
}  # fmt: skip
LOOKS = {
    "text": TEXT,
    "wrapped": TEXT | {"text_wrap": True},
    "head": HEAD | TEXT,
    "head of numbers": HEAD | {"align": "right", "indent": 2},  # clear of the filter's button
    "name": {"bold": True, "text_wrap": True},
    "title": {"bold": True, "font_size": 16, "bottom": 0, "text_wrap": True, "align": "left"},
    "brand": {"font_color": LIGHT["muted"], "bottom": 0},
    "section": {"bold": True, "font_size": 12, "bottom": 2, "bottom_color": LIGHT["ink"]},
    "link": TEXT | {"font_color": LIGHT["primary"], "underline": 1},
    "over": {"font_color": LIGHT["primary"], "underline": 1, "bottom": 0},
    "query": {"font_name": "Consolas", "bottom": 0},
    "number": {"num_format": "0"},
    "whole": {"num_format": "#,##0"},
    "value": {"num_format": "General"},
}


def styles(book: Workbook, language: Language) -> Style:
    """The workbook's formats by name; what is set aside, such as codes, is quieter."""
    forms = DATES[language.code] | {"truth": TRUTHS[language.code]}
    looks = LOOKS | {name: {"num_format": form, "align": "right"} for name, form in forms.items()}

    @cache
    def style(name: str, is_aside: bool = False) -> Format:
        look = looks.get(name) or {"num_format": name}
        quiet = {"font_color": LIGHT["muted"]} if is_aside else {}
        return book.add_format(PLAIN | look | quiet)

    return style


def decimals(count: int) -> str:
    """A number of as many decimals as are known."""
    return f"#,##0.{'0' * count}" if count else "#,##0"


def percents(count: int, language: Language) -> str:
    """37.5 as a number that reads `37,5 %`, or `37.5%` in English."""
    sign = language.percent(0).removeprefix("0")
    return f'{decimals(count)}"{sign}"'

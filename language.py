"""Words, numbers and dates in the reader's language.

English is written in the code; every other language is a catalogue `locale/<code>.po`.
"""

import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from babel import Locale, dates, lists, numbers
from babel.messages import mofile, pofile

CATALOGUES = Path(__file__).parent / "locale"
LANGUAGES = {"es": "es_EC", "en": "en"}  # code in the address: locale; the first is the default
WRITTEN_IN_CODE = "en"
FIRST = next(iter(LANGUAGES))


def known(code: str | None) -> str:
    """The code itself where there is such a language, else the default."""
    return code if code in LANGUAGES else FIRST


def marked(message: str) -> str:
    """A message to be translated where it is shown, not where it is written."""
    return message


def pair(one: str, many: str) -> tuple[str, str]:
    """Both forms of a message about a number, to be translated where it is shown."""
    return one, many


@dataclass(frozen=True)
class Language:
    code: str

    @property
    def locale(self) -> Locale:
        return Locale.parse(LANGUAGES[self.code])

    @property
    def name(self) -> str:
        """The language's own name for itself."""
        return Locale.parse(self.code).get_display_name().capitalize()

    def gettext(self, message: str) -> str:
        return translations(self.code).gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return translations(self.code).ngettext(one, many, count)

    def column(self, name: str) -> str:
        """The column that holds a text of ours in this language."""
        return f"{name}_{self.code}"

    def text(self, row: dict, name: str) -> str | None:
        """A text of ours in this language, else in any other in which it was written."""
        ordered = [self.code, *(code for code in LANGUAGES if code != self.code)]
        return next((row[f"{name}_{code}"] for code in ordered if row[f"{name}_{code}"]), None)

    def percent(self, value: Decimal | int, decimals: int = 0) -> str:
        """37.5 as people write it: `37,50 %` in Spanish, `37.50%` in English."""
        pattern = Locale.parse(self.code).percent_formats[None].pattern  # es_EC drops the space
        if decimals:
            pattern = pattern.replace("##0", "##0." + "0" * decimals)
        return numbers.format_percent(Decimal(value) / 100, format=pattern, locale=self.locale)

    def number(self, value: Decimal | int, signed: bool = False) -> str:
        text = numbers.format_decimal(abs(value), locale=self.locale)
        if value < 0:
            return "−" + text
        return f"+{text}" if signed and value else text

    def date(self, value: date, precision: str | None = "day") -> str:
        """Short, for charts and tables; no coarser and no finer than the date is known."""
        if precision == "year":
            return str(value.year)
        skeleton = "yMMM" if precision == "month" else "yMMMd"
        return dates.format_skeleton(skeleton, value, locale=self.locale).replace(" ", "\u00a0")

    def long_date(self, value: date, precision: str | None = "day") -> str:
        """For sentences: `22 de octubre de 2021`."""
        if precision == "year":
            return str(value.year)
        if precision == "month":
            return dates.format_skeleton("yMMMM", value, locale=self.locale)
        return dates.format_date(value, format="long", locale=self.locale)

    def month(self, value: date) -> str:
        return dates.format_skeleton("MMM", value, locale=self.locale)

    def listed(self, words: Iterable[str]) -> str:
        """`a, b y c`"""
        return lists.format_list(list(words), locale=self.locale)


def catalogue(code: str):
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return pofile.read_po(file, locale=code)


@cache
def translations(code: str) -> gettext.NullTranslations:
    """The catalogue compiled in memory: no build step, nothing to forget."""
    if code == WRITTEN_IN_CODE:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue(code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)

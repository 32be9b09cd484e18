"""The first sheet: what the workbook is, what it holds, how it is counted, whose documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from exports.workbook.cells import plain, write
from exports.workbook.rows import high, on_paper
from exports.workbook.styles import Style
from language import Language
from readings import Reading, Source
from readings.method import METHOD

WIDTHS = (27, 58, 58, 58, 14, 12)
LETTERS = 1.6  # those of the title, as many times as high and wide as the others


@dataclass(frozen=True)
class Entry:
    """A reading with the tab that has its rows and the cell that has its chart, if any."""

    reading: Reading
    tab: str
    chart: str = ""


def write_contents(
    sheet: Worksheet,
    title: str,
    entries: Sequence[Entry],
    facts: Sequence[tuple[str, str]],
    footer: str,
    language: Language,
    style: Style,
) -> None:
    """From top to bottom: facts, sheets, method, documents."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.merge_range(0, 0, 0, len(WIDTHS) - 1, plain(title), style("title"))
    sheet.set_row(0, LETTERS * high([(plain(title), sum(WIDTHS) / LETTERS)]))
    write(sheet, 1, 0, language.gettext("Open State Dashboard"), style("brand"))
    line = _pairs(sheet, 3, [*facts, *_notes(language)], style)
    line = _sheets(sheet, line + 1, entries, language, style)
    line = _method(sheet, line + 1, language, style)
    _documents(sheet, line + 1, entries, language, style)
    on_paper(sheet, footer)


def _notes(language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    return [
        (_("Language"), language.name),
        (
            _("Empty cell"),
            _(
                "Not known, not published or without meaning there; never zero. Without number of"
                " commitment or milestone, a row is of the whole plan or commitment."
            ),
        ),
        (
            _("Columns in grey"),
            _(
                "Codes, texts in the other language, cut-off and source. The note on a heading has"
                " the technical name of its column, as in the CSV."
            ),
        ),
    ]


def _pairs(sheet: Worksheet, line: int, pairs: list[tuple[str, str]], style: Style) -> int:
    for name, value in pairs:
        write(sheet, line, 0, name, style("name"))
        write(sheet, line, 1, value, style("wrapped"))
        _high(sheet, line, value)
        line += 1
    return line


def _high(sheet: Worksheet, line: int, *texts: str) -> None:
    """The row as high as its longest text asks, from the second column on."""
    sheet.set_row(line, high(zip(texts, WIDTHS[1:], strict=False)))


def _heads(sheet: Worksheet, line: int, section: str, heads: tuple[str, ...], style: Style) -> int:
    write(sheet, line, 0, section, style("section"))
    for place, head in enumerate(heads):
        write(sheet, line + 1, place, head, style("head"))
    return line + 2


def _sheets(
    sheet: Worksheet, line: int, entries: Sequence[Entry], language: Language, style: Style
) -> int:
    _ = language.gettext
    heads = (_("Sheet"), _("Question"), _("Answer"), _("How to read it"), _("Rows"), _("Chart"))
    line = _heads(sheet, line, _("Sheets"), heads, style)
    for entry in entries:
        reading = entry.reading
        if entry.tab:
            _link(sheet, line, 0, f"'{entry.tab}'!A1", entry.tab, style)
        how = "\n".join(filter(None, (reading.basis, *reading.notes)))
        said = [text.replace("**", "") for text in (reading.question, reading.answer, how)]
        for place, text in enumerate(said, start=1):
            write(sheet, line, place, text, style("wrapped"))
        _high(sheet, line, *said)
        write(sheet, line, 4, reading.data.height, style("whole"))
        if entry.chart:
            _link(sheet, line, 5, entry.chart, _("Chart"), style)
        line += 1
    return line


def _link(sheet: Worksheet, line: int, place: int, to: str, said: str, style: Style) -> None:
    sheet.write_url(line, place, f"internal:{to}", style("link"), string=plain(said))


def _method(sheet: Worksheet, line: int, language: Language, style: Style) -> int:
    _ = language.gettext
    line = _heads(sheet, line, _("Method"), (_("Term"), _("Meaning")), style)
    return _pairs(sheet, line, [(_(term), _(meaning)) for term, meaning in METHOD], style)


def _documents(
    sheet: Worksheet, line: int, entries: Sequence[Entry], language: Language, style: Style
) -> None:
    _ = language.gettext
    heads = (_("Short name"), _("Document"), _("Publisher"), _("Address"), _("Date"))
    line = _heads(sheet, line, _("Documents"), heads, style)
    for source in _cited(entries):
        said = (source.title, source.publisher, source.url, source.published)
        write(sheet, line, 0, source.source_id, style("name"))
        for place, value in enumerate(said, start=1):
            write(sheet, line, place, value, style("wrapped"))
        _high(sheet, line, *(value or "" for value in said))
        line += 1


def _cited(entries: Sequence[Entry]) -> list[Source]:
    """Every document once, by the short name with which the rows cite it."""
    found = {source.source_id: source for entry in entries for source in entry.reading.sources}
    return [found[name] for name in sorted(found)]

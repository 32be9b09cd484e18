"""The slide on what changed since the cut-off before."""

from language import Language
from readings.changes import Compared, found, moved_on, summary
from readings.slides import MEETING, Slide, rows, slide


def changed(compared: Compared, language: Language) -> Slide:
    """The kinds of change told first, with how many and which."""
    reading = summary(found(compared), language)
    if reading.table is None:
        return slide("changes", reading.question, reading.answer, sources=reading.sources)
    moved = "; ".join(moved_on(compared, language))
    message = (
        language.gettext("Between {earlier} and {later}: {changes}.")
        if moved
        else language.gettext("Between {earlier} and {later}.")
    )
    ends = message.format(
        earlier=language.long_date(compared.earlier.cut_off),
        later=language.long_date(compared.later.cut_off),
        changes=moved,
    )
    shown, rest = rows(reading.table, MEETING, language)
    return slide("changes", reading.question, ends, (reading.basis, rest), table=shown,
                 sources=reading.sources)  # fmt: skip

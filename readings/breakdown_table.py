"""The table of one published dimension: as printed, as counted, and beside the census."""

from decimal import Decimal

from data.published import Snapshot
from language import Language
from language import marked as N_
from readings import Cell, Table, names, nothing, number
from readings.breakdowns import NOT_STATED, PEOPLE, Breakdown, Group
from readings.ratio import FEWER, MORE, TOO_FEW, UNCLEAR

VERDICTS = {
    FEWER: N_("fewer than in the census"),
    MORE: N_("more than in the census"),
    UNCLEAR: N_("no clear difference"),
    TOO_FEW: N_("too few to say"),
}
CENSUS = {
    ("2022", "16_and_over"): N_("Census 2022 (16 and over)"),
    ("2022", "all"): N_("Census 2022 (all ages)"),
    ("2010", "16_and_over"): N_("Census 2010 (16 and over)"),
    ("2010", "all"): N_("Census 2010 (all ages)"),
}


def table(found: Breakdown, snapshot: Snapshot, language: Language) -> Table:
    _ = language.gettext
    precision = names(snapshot, language).get("precision", {})
    counted = _("People") if found.measure == PEOPLE else _("Proposals")
    years = [year for year in ("2022", "2010") if found.has_census and _has_year(found, year)]
    heads = [" / ".join(census_heads(found, year, language)) for year in years]
    compared = (_("Ratio"), _("Reading")) if found.has_census else ()
    head = (language.text(found.dimension, "label"), _("Printed"), counted, _("Share"), *heads)
    labels = {group.row["code"]: group.label for group in found.groups}
    return Table(
        _caption(found, language),
        (*head, *compared),
        tuple(
            (
                Cell(group.label),
                _printed(group, language),
                _count(group, precision, language),
                _share(group, found, language),
                *(_census(group, year, language) for year in years),
                *(_compared(group, labels, language) if found.has_census else ()),
            )
            for group in found.groups
        ),
    )


def _caption(found: Breakdown, language: Language) -> str:
    _, is_people = language.gettext, found.measure == PEOPLE
    if not found.has_census:
        return (
            _("People by group, as published") if is_people
            else _("Proposals by group, as published")
        )  # fmt: skip
    return (
        _("People by group, as published and beside the census") if is_people
        else _("Proposals by group, as published and beside the census")
    )  # fmt: skip


def _has_year(found: Breakdown, year: str) -> bool:
    return any(group.row[f"share_{year}"] is not None for group in found.groups)


def _printed(group: Group, language: Language) -> Cell:
    """Percent and count exactly as the document prints them."""
    row = group.row
    said = []
    if row["printed_percent"] is not None:
        said.append(language.percent(row["printed_percent"], row["printed_decimals"] or 0))
    if row["printed_count"] is not None:
        said.append(language.number(row["printed_count"]))
    return number("; ".join(said)) if said else nothing(language.gettext("not printed"))


def _count(group: Group, precision: dict[str, str], language: Language) -> Cell:
    """The count or its bounds, and in words how it is known."""
    _, row = language.gettext, group.row
    known = precision.get(row["precision"], "").lower()
    if group.is_withheld:
        return nothing(withheld(row, language))
    if row["basis"] == "implied":
        known = _("implied: what was published is complete")
    elif row["basis"] == "grouped":
        known = _("sum of the groups that the census counts as one")
    if row["count"] is not None:
        return Cell(language.number(row["count"]), "number", detail=known)
    return Cell(span(row["count_low"], row["count_high"], language), "number", detail=known)


def span(low: int | None, high: int | None, language: Language) -> str:
    _ = language.gettext
    if low is None:
        return _("not known")
    if low == high:
        return language.number(low)
    if high is None:
        return _("{count} or more").format(count=language.number(low))
    return _("{low} to {high}").format(low=language.number(low), high=language.number(high))


def withheld(row: dict, language: Language) -> str:
    if row["count_low"] is None or row["count_high"] is None:
        return language.gettext("reserved")
    message = language.gettext("reserved: between {low} and {high}")
    return message.format(
        low=language.number(row["count_low"]), high=language.number(row["count_high"])
    )


def _share(group: Group, found: Breakdown, language: Language) -> Cell:
    """The share among those who stated it, and its interval."""
    _ = language.gettext
    if group.row["code"] == NOT_STATED:
        return nothing(_("outside the share"))
    if group.share is None or group.low is None:
        return nothing("")
    interval = _("{low} to {high}").format(
        low=percent(group.low, 1, language), high=percent(group.high, 1, language)
    )
    share = percent(group.share, found.decimals, language)
    return Cell(share, "share", share=group.share, detail=interval)


def _census(group: Group, year: str, language: Language) -> Cell:
    share = group.row[f"share_{year}"] if group.row["is_compared"] else None
    return nothing("") if share is None else number(percent(share, 1, language))


def _compared(group: Group, labels: dict[str, str], language: Language) -> tuple[Cell, Cell]:
    """How the share stands to the census, and the word that may be said of it."""
    _, row = language.gettext, group.row
    if group.ratio:
        low, high = (_times(value, language) for value in (group.ratio.low, group.ratio.high))
        interval = _("{low} to {high}").format(low=low, high=high)
        times = Cell(_times(group.ratio.value, language), "number", detail=interval)
        return times, Cell(_(VERDICTS[group.ratio.word]))
    if row["code"] == NOT_STATED:
        return nothing(""), nothing("")
    if row["census_group"] and not row["is_compared"]:
        within = _("counted within {group}").format(group=labels[row["census_group"]])
        return nothing(""), nothing(within)
    word = _("reserved") if group.is_withheld else _("no such group in the census")
    return nothing(""), nothing(word)


def _times(value: float, language: Language) -> str:
    return language.number(Decimal(f"{value:.2f}"))


def percent(value: float | Decimal, decimals: int, language: Language) -> str:
    return language.percent(Decimal(f"{value:.{decimals}f}"), decimals)


def census_heads(found: Breakdown, year: str, language: Language) -> list[str]:
    """Headings of the census columns by the ages that they count."""
    ages = {group.row[f"ages_{year}"] for group in found.groups if group.row[f"ages_{year}"]}
    return [language.gettext(CENSUS[year, age]) for age in sorted(ages)]

"""Who is missing and who is over: one published dimension of a process beside the census."""

from functools import partial

from charts.participation import Bar, shares
from data.published import Snapshot
from language import Language
from queries import sql
from readings import Plot, Reading, Series, cited, for_download
from readings.breakdown_table import VERDICTS, census_heads, percent, span, table, withheld
from readings.breakdowns import PEOPLE, Breakdown, Group, published
from readings.ratio import FEWER, MORE

MOST_NAMED = 4  # groups in a title; more are counted


def by_dimension(
    snapshot: Snapshot, plan_id: str, process_id: str | None, language: Language
) -> tuple[Reading, ...]:
    """A reading per published dimension of the process; none without process."""
    if process_id is None:
        return ()
    found = published(snapshot, plan_id, process_id, language)
    return tuple(_reading(snapshot, each, language) for each in found)


def _reading(snapshot: Snapshot, found: Breakdown, language: Language) -> Reading:
    finding = _finding(found, language)
    return Reading(
        name=f"participation_cells_{found.dimension['dimension']}",
        question=finding,
        basis=" ".join(_how_to_read(found, language)),
        chart=_chart(found, language),
        plot=_plot(found, language),
        alt=finding,
        table=table(found, snapshot, language),
        data=for_download(found.rows, snapshot),
        sources=cited(found.rows, snapshot, language),
        query="\n".join(sql(name) for name in ("participation_cells", "census_shares")),
        notes=tuple(_notes(found, language)),
    )


def _finding(found: Breakdown, language: Language) -> str:
    """Who is below and above the census; a neutral sentence where nobody clearly is."""
    _ = language.gettext
    is_people = found.measure == PEOPLE
    fewer, more = (_named(found.said(word), language) for word in (FEWER, MORE))
    if not found.has_census:
        return _largest(found, language)
    if fewer and more:
        message = (
            _("Fewer people than their share of the census: {fewer}. More: {more}")
            if is_people
            else _("Fewer proposals than their share of the census: {fewer}. More: {more}")
        )
    elif fewer:
        message = (
            _("Fewer people than their share of the census: {fewer}")
            if is_people
            else _("Fewer proposals than their share of the census: {fewer}")
        )
    elif more:
        message = (
            _("More people than their share of the census: {more}")
            if is_people
            else _("More proposals than their share of the census: {more}")
        )
    else:
        message = (
            _("{dimension}: no group of people stands clearly apart from the census")
            if is_people
            else _("{dimension}: no group of proposals stands clearly apart from the census")
        )
    dimension = language.text(found.dimension, "label")
    return message.format(fewer=fewer, more=more, dimension=dimension)


def _named(groups: list[Group], language: Language) -> str:
    if len(groups) <= MOST_NAMED:
        return language.listed(group.label for group in groups)
    named = [group.label for group in groups[: MOST_NAMED - 1]]
    rest = len(groups) - len(named)
    others = language.ngettext("{count} more", "{count} more", rest).format(count=rest)
    return language.listed([*named, others])


def _largest(found: Breakdown, language: Language) -> str:
    """Where there is no census to compare with: the group with the largest share."""
    _ = language.gettext
    dimension = language.text(found.dimension, "label")
    known = [group for group in found.groups if group.share is not None]
    if not known:
        return dimension
    largest = max(known, key=lambda group: group.share)
    message = (
        _("{dimension}: the group with most people is {group}, {share}")
        if found.measure == PEOPLE
        else _("{dimension}: the group with most proposals is {group}, {share}")
    )
    share = percent(largest.share, found.decimals, language)
    return message.format(dimension=dimension, group=largest.label, share=share)


def _how_to_read(found: Breakdown, language: Language) -> list[str]:
    """Base, marks, census used, and what a count of an open call cannot say."""
    _ = language.gettext
    is_people, base = found.measure == PEOPLE, found.groups[0].row["stated_high"]
    bar = (
        _("Bar: share of the {base} people who stated it. Line: 95% interval.")
        if is_people
        else _("Bar: share of the {base} proposals that state it. Line: 95% interval.")
    )
    said = [bar.format(base=language.number(base))] if base else []
    if found.has_census:
        heads = dict.fromkeys(census_heads(found, "2022", language))
        mark = _("Mark: {census}, INEC. Empty bar: nothing clear can be said.")
        said.append(mark.format(census=language.listed(heads)))
    else:
        said.append(_("The census has no such groups, so nothing is compared."))
    if not is_people:
        said.append(_("Proposals, not people: one person may have sent several proposals."))
    return [*said, _("An open call is no random sample.")]


def _chart(found: Breakdown, language: Language) -> partial | None:
    bars = [_bar(group, found, language) for group in found.groups if _is_drawn(group)]
    if not bars:
        return None
    suffix = language.percent(0).removeprefix("0")
    return partial(shares, tuple(bars), language.gettext("2022 census"), suffix)


def _plot(found: Breakdown, language: Language) -> Plot | None:
    """The share of each group beside its share of the census; nothing where it is not known."""
    _ = language.gettext
    groups = [group for group in found.groups if _is_drawn(group)]
    if not groups:
        return None
    named = _("those who took part") if found.measure == PEOPLE else _("proposals, not people")
    shown = (None if group.is_withheld else group.share for group in groups)
    series = [Series(named, "execution", tuple(map(_tenths, shown)))]
    if found.has_census:
        census = tuple(_tenths(group.census) for group in groups)
        series.append(Series(_("2022 census"), "original", census))
    return Plot("bars", tuple(group.label for group in groups), tuple(series), "%")


def _tenths(share: float | None) -> float | None:
    return None if share is None else round(share, 1)


def _is_drawn(group: Group) -> bool:
    return group.is_comparable and group.high is not None


def _bar(group: Group, found: Breakdown, language: Language) -> Bar:
    word = language.gettext(VERDICTS[group.ratio.word]) if group.ratio else ""
    is_clear = not group.ratio or group.ratio.word in (FEWER, MORE)
    if group.is_withheld:
        word, label = "", withheld(group.row, language)
    else:
        label = percent(group.share, found.decimals, language)
        if found.has_census and not group.ratio:
            word = language.gettext("no such group in the census")
    return Bar(
        group.label,
        group.share or 0,
        group.low,
        group.high,
        group.census,
        label,
        word,
        is_clear,
        group.is_withheld,
    )


def _notes(found: Breakdown, language: Language) -> list[str]:
    """Whether the counts add up to the base, and what the documents leave open."""
    said = [_sum(found, language)]
    if found.dimension["completeness"] == "partial":
        said.append(language.gettext("Only a part of this breakdown was published."))
    note = language.text(found.dimension, "note")
    return [sentence for sentence in (*said, note) if sentence]


def _sum(found: Breakdown, language: Language) -> str:
    _ = language.gettext
    rows = [group.row for group in found.groups if group.row["basis"] == "published"]
    base = rows[0]["base"]
    if any(group.is_withheld for group in found.groups):
        return _("Small counts are reserved, so that nobody can be identified.")
    bounds = [(row["count_low"], row["count_high"]) for row in rows]
    if base is None or any(None in pair for pair in bounds):
        return ""
    low, high = (sum(ends) for ends in zip(*bounds, strict=True))
    numbers = {"base": language.number(base), "counts": span(low, high, language)}
    if low == high == base:
        return _("The counts add up to the base, {base}.").format(**numbers)
    if low <= base <= high:
        message = _(
            "The counts add up to {counts}; the base is {base}. Several counts fit each rounded"
            " percent, so the lowest and the highest are given."
        )
        return message.format(**numbers)
    return _("The counts add up to {counts}, not to the base, {base}.").format(**numbers)

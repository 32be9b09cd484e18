"""What changed between two cut-offs of a plan, within one voice."""

from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.changes import (
    agreement_changes,
    content_changes,
    date_changes,
    disagreement_changes,
    event_changes,
    lateness_changes,
    participation_changes,
    report_changes,
    table_changes,
)
from queries.plans import plans
from queries.progress import voice_means
from readings import Cell, Figure, Reading, Source, Table, cited, for_download, names, rests_on
from readings.change_words import Kind, kinds

MOST_TOLD = 5  # kinds of change in a sentence
PLACES = pl.List(pl.Struct({"source_id": pl.String, "locator": pl.String}))
LATE = ("newly_overdue", "newly_expired")


class NothingToCompare(ValueError):
    """The two cut-offs are the same, or the second is not the later one."""


@dataclass(frozen=True)
class Compared:
    """Two cut-offs of one plan, and whose reports are compared; raises NothingToCompare."""

    earlier: Snapshot
    later: Snapshot
    plan_id: str
    voice: str = "lead"

    def __post_init__(self) -> None:
        if self.earlier.cut_off >= self.later.cut_off:
            raise NothingToCompare(self.earlier.name, self.later.name)


@dataclass(frozen=True)
class Changes:
    """The rows of every kind of change, as the query of that name returns them."""

    compared: Compared
    report_changes: pl.DataFrame
    lateness_changes: pl.DataFrame
    disagreement_changes: pl.DataFrame
    date_changes: pl.DataFrame
    content_changes: pl.DataFrame
    participation_changes: pl.DataFrame
    event_changes: pl.DataFrame
    agreement_changes: pl.DataFrame
    table_changes: pl.DataFrame

    @property
    def asked(self) -> dict[str, pl.DataFrame]:
        """Name of each query to its rows."""
        return {each.name: getattr(self, each.name) for each in fields(self)[1:]}


@lru_cache(maxsize=64)  # nine questions of two cut-offs that never change
def found(compared: Compared) -> Changes:
    """Every kind of change between the two cut-offs."""
    asked = compared.earlier, compared.later, compared.plan_id
    return Changes(
        compared,
        report_changes(*asked, compared.voice),
        lateness_changes(*asked),
        disagreement_changes(*asked),
        date_changes(*asked),
        content_changes(*asked),
        participation_changes(*asked),
        event_changes(*asked),
        agreement_changes(*asked),
        table_changes(*asked),
    )


def differ(earlier: Snapshot, later: Snapshot, plan_id: str) -> bool:
    """Whether anything about the plan changed: a row, or what follows from the day alone."""
    asked = earlier, later, plan_id
    return (
        not table_changes(*asked).is_empty()
        or not lateness_changes(*asked).is_empty()
        or _state(earlier, plan_id) != _state(later, plan_id)
    )


def _state(snapshot: Snapshot, plan_id: str) -> str | None:
    rows = plans(snapshot).filter(pl.col("plan_id") == plan_id)
    return rows["state"].item() if len(rows) else None


@lru_cache(maxsize=256)
def last_change(
    cut_offs: tuple[Snapshot, ...], later: Snapshot, plan_id: str
) -> tuple[Snapshot, Snapshot] | None:
    """The two latest cut-offs up to `later` between which something of the plan changed."""
    before = sorted(each for each in cut_offs if each.cut_off < later.cut_off)
    for pair in reversed([*pairwise([*before, later])]):
        if differ(*pair, plan_id):
            return pair
    return None


def between(name: str, rows: pl.DataFrame, compared: Compared, language: Language) -> dict:
    """What a reading of one kind of change holds: rows of both cut-offs and their documents."""
    return _held(rows, compared, language) | {"name": name, "query": sql(name)}


def _held(rows: pl.DataFrame, compared: Compared, language: Language) -> dict:
    data = for_download(rows, compared.later)
    return {
        "data": data.with_columns(desde=pl.lit(compared.earlier.name)),
        "sources": _both(rows, compared, language),
    }


def _both(rows: pl.DataFrame, compared: Compared, language: Language) -> tuple[Source, ...]:
    """Documents of either cut-off: what was dropped rests on the earlier one's."""
    found = (
        source
        for snapshot in (compared.earlier, compared.later)
        for source in cited(rows, snapshot, language)
    )
    return tuple({source.source_id: source for source in found}.values())


def summary(changes: Changes, language: Language, unchanged: str = "") -> Reading:
    """Every kind of change with how many and which; `unchanged` says since when nothing is."""
    _ = language.gettext
    compared = changes.compared
    told = kinds(changes.asked, language)
    rows = pl.DataFrame(
        [(each.code, each.count, each.which, list(each.sources)) for each in told],
        {"change": pl.String, "count": pl.Int64, "which": pl.String, "sources": PLACES},
        orient="row",
    )
    return Reading(
        name="changes",
        question=_("What changed since {date}?").format(
            date=language.long_date(compared.earlier.cut_off)
        ),
        answer=_answer(told, compared, language),
        basis=_basis(compared, language),
        figures=_figures(told, compared, language) if told else (),
        table=_table(told, language) if told else None,
        notes=(unchanged,) if unchanged else (),
        **_held(rows, compared, language),
        query="\n".join(sql(name) for name in changes.asked),
    )


def nothing_before(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """What the page says at the first cut-off: there is nothing to compare with."""
    _ = language.gettext
    rows = plans(snapshot).filter(pl.col("plan_id") == plan_id)
    return Reading(
        **rests_on("plans", rows, snapshot, language),
        question=_("What changed?"),
        answer=_("This is the first cut-off there is, so there is none to compare it with."),
    )


def _answer(told: tuple[Kind, ...], compared: Compared, language: Language) -> str:
    _ = language.gettext
    ends = {
        "earlier": language.long_date(compared.earlier.cut_off),
        "later": language.long_date(compared.later.cut_off),
    }
    said = [each.said for each in told[:MOST_TOLD]]
    moved = moved_on(compared, language)
    if not said and not moved:
        return _("Nothing known of this plan changed between {earlier} and {later}.").format(**ends)
    more = len(told) - len(said)
    if more:
        said.append(
            language.ngettext(
                "{count} more kind of change", "{count} more kinds of change", more
            ).format(count=more)
        )
    changed = "; ".join([*moved, *said])
    return _("Between {earlier} and {later}: {changes}.").format(changes=changed, **ends)


def moved_on(compared: Compared, language: Language) -> list[str]:
    """That the plan itself passed into another state."""
    before, after = (_state(each, compared.plan_id) for each in (compared.earlier, compared.later))
    if before == after:
        return []
    states = names(compared.later, language)["plan_state"]
    if before is None:
        return [language.gettext("the plan became known")]
    message = language.gettext("the plan went from «{earlier}» to «{later}»")
    return [message.format(earlier=states[before], later=states[after])]


def _basis(compared: Compared, language: Language) -> str:
    _ = language.gettext
    voice = names(compared.later, language)["voice"][compared.voice].lower()
    said = [_("Reports are those of one voice: {voice}.").format(voice=voice)]
    if not any(_mean(each, compared)["reported"] for each in (compared.earlier, compared.later)):
        said.append(_("It had reported nothing by either cut-off."))
    return " ".join(said)


def _mean(snapshot: Snapshot, compared: Compared) -> dict:
    """Mean and coverage of the plan by the voice compared; nothing reported where none did."""
    rows = voice_means(snapshot, compared.plan_id).filter(
        pl.col("commitment_no").is_null(), pl.col("voice") == compared.voice
    )
    return rows.row(0, named=True) if len(rows) else {"reported": 0, "mean": None}


def _figures(told: tuple[Kind, ...], compared: Compared, language: Language) -> tuple[Figure, ...]:
    """The mean before and now, then the kinds that are asked about first."""
    _ = language.gettext
    asked = {
        "completed": _("completed"),
        "first_reported": _("reported for the first time"),
        "set_back": _("set back"),
        "newly_overdue": _("newly overdue"),
        "newly_expired": _("newly fell due without report"),
        "moved_later": _("ends moved later"),
        "newly_disagreed": _("on which voices newly differ"),
    }
    found = [
        Figure(str(each.count), "", asked[each.code], "", each.code in LATE)
        for each in told
        if each.code in asked
    ]
    return tuple([*_mean_figure(compared, language), *found][:5])


def _mean_figure(compared: Compared, language: Language) -> list[Figure]:
    _ = language.gettext
    before, now = (_mean(each, compared) for each in (compared.earlier, compared.later))
    if now["mean"] is None:
        return []
    covered = _("{reported} of {milestones} milestones reported").format(
        reported=now["reported"], milestones=now["milestones"]
    )
    if before["mean"] is None:
        was = _("no mean at the earlier cut-off")
    elif before == now:
        was = _("as at the earlier cut-off")
    else:
        was = _("{points} points; before {mean}, {reported} of {milestones} reported").format(
            points=language.number(now["mean"] - before["mean"], signed=True),
            mean=language.percent(before["mean"], 2),
            reported=before["reported"],
            milestones=before["milestones"],
        )
    value = language.percent(now["mean"], 2).rstrip("%\u00a0")
    return [Figure(value, "%", _("mean progress reported"), f"{covered}; {was}")]


def _table(told: tuple[Kind, ...], language: Language) -> Table:
    _ = language.gettext
    return Table(
        _("Kinds of change, with the milestones or names of each"),
        (_("What changed"), _("Which")),
        tuple((Cell(each.said.replace("**", "")), Cell(each.which)) for each in told),
    )

"""Where a reader is: plan, cut-off and language out of the query of an address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.published import Snapshot, is_intact, latest_revisions, published
from language import LANGUAGES, Language, known
from queries.plans import plans
from readings.compromiso import ids

LONGEST = 40  # characters of what a reader typed that are told back
NAMES = ("plan", "corte", "idioma")


class NothingPublished(Exception):
    """There is no snapshot that may be shown."""


@dataclass(frozen=True)
class Place:
    """`told` says which parts of the address could not be followed."""

    corte: str
    snapshot: Snapshot
    plan: dict
    language: Language
    plans: tuple[dict, ...]
    cut_offs: Mapping[str, Snapshot]
    told: tuple[str, ...]

    @property
    def plan_id(self) -> str:
        return self.plan["plan_id"]

    def query(self) -> dict[str, str]:
        """The whole address, for links to other pages."""
        return {"plan": self.plan_id, "corte": self.corte, "idioma": self.language.code}


def resolve(query: Mapping[str, str]) -> Place:
    """The place an address names. A value that does not exist is told and the default taken.

    Raises NothingPublished where no snapshot can be shown.
    """
    told: list[str] = []
    language = Language(known(query.get("idioma")))
    _choose("idioma", query, LANGUAGES, language.code, language, told)
    if "pagina" in query:
        message = language.gettext("There is no page {asked}; this is the summary.")
        told.append(message.format(asked=quoted(query["pagina"])))
    whole = _whole(language, told)
    if not whole:
        raise NothingPublished
    cut_offs = latest_revisions(whole)
    # every revision is reachable by its number, `.0` being the first; only the last is offered
    numbered = {f"{snapshot.cut_off}.{snapshot.revision}": snapshot for snapshot in whole}
    reachable = numbered | cut_offs
    corte = _choose("corte", query, reachable, max(cut_offs), language, told, cut_offs)
    snapshot = reachable[corte]
    rows = {row["plan_id"]: row for row in plans(snapshot).to_dicts()}  # the default comes first
    # a commitment in the address names its plan, whatever else the address says of it
    of_commitment = ids(snapshot).get(query["id"], (None,))[0] if query.get("id") else None
    plan_id = of_commitment or _choose("plan", query, rows, next(iter(rows)), language, told)
    return Place(
        corte, snapshot, rows[plan_id], language, tuple(rows.values()), cut_offs, tuple(told)
    )


def completed(query: Mapping[str, str]) -> dict[str, str]:
    """What an address leaves out of plan, cut-off and language; empty where nothing."""
    missing = [name for name in NAMES if name not in query]
    if not missing:
        return {}
    try:
        whole = resolve(query).query()
    except NothingPublished:
        return {}
    return {name: whole[name] for name in missing}


def quoted(asked: str) -> str:
    """The reader's own text, in code marks so that it is not drawn as a link or a picture."""
    return f"`{' '.join(asked.replace('`', '').split())[:LONGEST]}`"


def _whole(language: Language, told: list[str]) -> list[Snapshot]:
    """Snapshots as they were published; each other one is told."""
    everything = published()
    whole = [snapshot for snapshot in everything if is_intact(snapshot)]
    for snapshot in everything:
        if snapshot not in whole:
            message = language.gettext(
                "The cut-off {name} is not as it was published, so it is not shown. Others are"
                " whole."
            )
            told.append(message.format(name=snapshot.name))
    return whole


def _choose(
    name: str,
    query: Mapping[str, str],
    existing: Iterable[str],
    default: str,
    language: Language,
    told: list[str],
    offered: Iterable[str] | None = None,
) -> str:
    asked = query.get(name, default)
    if asked in existing:
        return asked
    message = language.gettext("There is no {name} {asked}. There is: {offered}.")
    exists = ", ".join(existing if offered is None else offered)
    told.append(message.format(name=name, asked=quoted(asked), offered=exists))
    return default

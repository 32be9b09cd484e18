"""One commitment: what it is, how it stands by each voice, why it is late, what it achieved."""

from itertools import groupby

import polars as pl

from data.published import Snapshot
from language import Language
from queries import sql
from queries.commitment import (
    commitment_fiche,
    commitment_ids,
    commitment_labels,
    commitment_parties,
)
from queries.progress import voice_means
from queries.voices import milestone_voices
from readings import (
    Cell,
    Reading,
    Table,
    cited,
    commitment_name,
    for_download,
    names,
    nothing,
    number,
    rests_on,
)
from readings.voces import voices_table


def ids(snapshot: Snapshot) -> dict[str, tuple[str, int]]:
    """Every name a commitment may be asked by, its own (`paga1-5`) and OGP's (`EC0005`)."""
    found = {}
    for row in commitment_ids(snapshot).to_dicts():
        where = row["plan_id"], row["commitment_no"]
        found[f"{row['plan_id']}-{row['commitment_no']}"] = where
        if row["ogp_id"]:
            found[row["ogp_id"]] = where
    return found


def titles(snapshot: Snapshot, plan_id: str, language: Language) -> dict[str, str]:
    """Id to name of each commitment of the plan, in their order."""
    return {
        f"{plan_id}-{row['commitment_no']}": commitment_name(row, language)
        for row in commitment_ids(snapshot).filter(pl.col("plan_id") == plan_id).to_dicts()
    }


def fiche(snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language) -> Reading:
    """What it promises, against which problem, who and when."""
    _ = language.gettext
    rows = commitment_fiche(snapshot, plan_id, commitment_no)
    (row,) = rows.to_dicts()
    parties = commitment_parties(snapshot, plan_id, commitment_no)
    labels = commitment_labels(snapshot, plan_id, commitment_no)
    title = language.text(row, "title")
    unknown = _("Its title was not found in what was published.")
    return Reading(
        name="commitment_fiche",
        question=_("Commitment {number}: {title}").format(number=commitment_no, title=title)
        if title
        else _("Commitment {number}").format(number=commitment_no),
        answer=language.text(row, "summary") or ("" if title else unknown),
        basis=_problem(row, language),
        facts=_facts(row, parties, labels, snapshot, language),
        data=for_download(rows, snapshot),
        sources=cited(
            pl.concat([frame.select("sources") for frame in (rows, parties, labels)]),
            snapshot,
            language,
        ),
        query=sql("commitment_fiche"),
    )


def _problem(row: dict, language: Language) -> str:
    problem = language.text(row, "problem")
    return language.gettext("The problem: {problem}").format(problem=problem) if problem else ""


def _facts(
    row: dict, parties: pl.DataFrame, labels: pl.DataFrame, snapshot: Snapshot, language: Language
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name and values of each fact; what is not known is left out, its table says so."""
    _ = language.gettext
    words = names(snapshot, language)
    facts = [
        (words["role"][role], tuple(dict.fromkeys(name for _role, name in found)))
        for role, found in groupby(
            parties.select("role", "name_es").iter_rows(), lambda pair: pair[0]
        )
    ]
    facts += [
        (_("Original window"), _window(row, "original", language)),
        (_("Window in force"), _window(row, "in_force", language)),
    ]
    if row["slip_months"]:
        months = language.number(row["slip_months"], signed=True)
        reason = language.text(row, "reason")
        facts.append((_("Months moved"), tuple(filter(None, (months, reason)))))
    if row["theme_es"]:
        facts.append((_("Theme"), (row[language.column("theme")],)))
    for scheme, found in groupby(labels.to_dicts(), lambda label: label["scheme"]):
        said = tuple(
            f"{label['code']} {label[language.column('label')]}"
            if scheme == "sdg"
            else label[language.column("label")]
            for label in found
        )
        facts.append((words["tag_scheme"][scheme], (language.listed(said),)))
    if row["ogp_id"]:
        facts.append((_("Number at OGP"), (row["ogp_id"],)))
    return tuple((name, values) for name, values in facts if values)


def _window(row: dict, version: str, language: Language) -> tuple[str, ...]:
    start, end = row[f"{version}_starts_on"], row[f"{version}_ends_on"]
    if start is None or end is None:
        return ()
    days = [language.date(day, row["date_precision"]) for day in (start, end)]
    return (" – ".join(days),)


def standing(
    snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language
) -> Reading | None:
    """The state by each voice with its date and coverage; none where nobody has spoken."""
    _ = language.gettext
    means = voice_means(snapshot, plan_id)
    rows = means.filter(pl.col("commitment_no") == commitment_no, pl.col("reported") > 0)
    if rows.is_empty():
        return None
    voices = names(snapshot, language)["voice"]
    return Reading(
        **rests_on("voice_means", rows, snapshot, language),
        question=_standing_finding(rows, language),
        table=Table(
            _("What each voice says of this commitment"),
            (_("Voice"), _("Last report"), _("Reported"), _("Completed"), _("Plain mean")),
            tuple(
                (
                    Cell(voices[row["voice"]]),
                    Cell(language.date(row["last_reported_on"], row["date_precision"])),
                    number(
                        _("{count} of {total}").format(
                            count=row["reported"], total=row["milestones"]
                        )
                    ),
                    number(str(row["completed"])),
                    nothing(_("states no percent"))
                    if row["mean"] is None
                    else Cell(language.percent(row["mean"], 2), "share", share=float(row["mean"])),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _standing_finding(rows: pl.DataFrame, language: Language) -> str:
    _ = language.gettext
    lead = rows.filter(pl.col("voice") == "lead").to_dicts()
    if not lead:
        return _("Its lead institution has not reported; others speak of it")
    row = lead[0]
    if row["mean"] is None:
        return _(
            "Its lead institution reports {completed} of {milestones} milestones completed"
        ).format(completed=row["completed"], milestones=row["milestones"])
    return _(
        "Its lead institution reports {mean} on average and {completed} of {milestones} milestones"
        " completed"
    ).format(
        mean=language.percent(row["mean"], 2),
        completed=row["completed"],
        milestones=row["milestones"],
    )


def voices(
    snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language
) -> Reading | None:
    """What each voice says of each of its milestones; none where nobody has spoken."""
    _ = language.gettext
    rows = milestone_voices(snapshot, plan_id, commitment_nos=[commitment_no])
    if rows.drop_nulls("reported_on").is_empty():
        return None
    return Reading(
        **rests_on("milestone_voices", rows, snapshot, language),
        question=_("What each voice says of its milestones"),
        basis=_(
            "A frame marks voices that differ. Documents stand beside with their date and are"
            " never counted as a voice."
        ),
        table=voices_table(rows, snapshot, language),
    )

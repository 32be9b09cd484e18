"""Data: documents, dictionary, contradictions, method, and tables to download."""

import polars as pl

from data.contracts import TABLES
from data.published import Snapshot, read_table
from language import Language
from queries import sql
from queries.plans import contradicting_documents, documents
from queries.progress import printed_plan_means
from readings import (
    Cell,
    Reading,
    Table,
    names,
    nothing,
    number,
    published_on,
    rests_on,
)


def documents_used(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """Every document of the snapshot, with where to find it."""
    _ = language.gettext
    rows = documents(snapshot)
    return Reading(
        name="documents",
        question=_("Where do the figures come from?"),
        answer=language.ngettext(
            "From **{count} document**. Each row of data names the one that states it and the"
            " place in it.",
            "From **{count} documents**. Each row of data names the one that states it and the"
            " place in it.",
            len(rows),
        ).format(count=len(rows)),
        table=Table(
            _("Documents, oldest first; their texts are not served here"),
            (_("Document"), _("Publisher"), _("Date"), _("Language"), _("Licence")),
            tuple(
                (
                    Cell(row["title"], "link" if row["url"] else "text", href=row["url"] or ""),
                    Cell(row["publisher"]),
                    Cell(published_on(row, language)),
                    Cell(row["language"]),
                    Cell(row["licence"]) if row["licence"] else nothing(_("not stated")),
                )
                for row in rows.to_dicts()
            ),
        ),
        data=rows.with_columns(corte=pl.lit(snapshot.name), fuente=pl.col("source_id")),
        sources=(),
        query=sql("documents"),
    )


def contradictions(snapshot: Snapshot, plan_id: str, language: Language) -> Reading:
    """Where documents contradict each other, what is used here, and why."""
    _ = language.gettext
    rows = contradicting_documents(snapshot, plan_id)
    answer = _("No contradictions between the documents of this plan are known at this cut-off.")
    if not rows.is_empty():
        answer = language.ngettext(
            "In **{count} place** the documents do not agree. Both readings are shown, and which"
            " one is used.",
            "In **{count} places** the documents do not agree. Both readings are shown, and which"
            " one is used.",
            len(rows),
        ).format(count=len(rows))
    question = _("Where do the documents contradict each other?")
    return _contradictions(rows, question, answer, snapshot, language)


def contradictions_of(
    snapshot: Snapshot, plan_id: str, commitment_no: int, language: Language
) -> Reading | None:
    """Where documents contradict each other on one commitment; none where they do not."""
    rows = contradicting_documents(snapshot, plan_id).filter(
        pl.col("commitment_no") == commitment_no
    )
    if rows.is_empty():
        return None
    question = language.gettext("Where the documents contradict each other")
    return _contradictions(rows, question, "", snapshot, language)


def _contradictions(
    rows: pl.DataFrame, question: str, answer: str, snapshot: Snapshot, language: Language
) -> Reading:
    _ = language.gettext
    titles = dict(documents(snapshot).select("source_id", "title").iter_rows())
    used = names(snapshot, language).get("reading_used", {})
    return Reading(
        **rests_on("contradicting_documents", rows, snapshot, language),
        question=question,
        answer=answer,
        table=None
        if rows.is_empty()
        else Table(
            _("Contradictions known at the cut-off"),
            (_("About"), _("One reading"), _("The other"), _("Used here")),
            tuple(
                (
                    Cell(language.text(row, "subject"), detail=_about(row, language)),
                    Cell(language.text(row, "reading_a"), detail=titles[row["source_a"]]),
                    Cell(language.text(row, "reading_b"), detail=titles[row["source_b"]]),
                    Cell(used[row["used"]], detail=language.text(row, "reason") or ""),
                )
                for row in rows.to_dicts()
            ),
        ),
    )


def _about(row: dict, language: Language) -> str:
    if row["commitment_no"] is None:
        return ""
    if row["milestone_no"] is None:
        return language.gettext("commitment {number}").format(number=row["commitment_no"])
    return language.gettext("milestone {number}").format(
        number=f"{row['commitment_no']}.{row['milestone_no']}"
    )


def published_means(snapshot: Snapshot, plan_id: str, language: Language) -> Reading | None:
    """The means that others printed for the plan, beside the forms' own; none if none was."""
    _ = language.gettext
    rows = printed_plan_means(snapshot, plan_id)
    if rows.is_empty():
        return None
    return Reading(
        **rests_on("printed_plan_means", rows, snapshot, language),
        question=_("Which figures did others print for the whole plan?"),
        basis=_("The forms' mean counts a milestone without report as 0, like the official site."),
        table=Table(
            _("Printed figures of the plan"),
            (_("Document"), _("Refers to"), _("Printed"), _("Mean of its own milestones"),
             _("Mean of the forms of that day")),
            tuple(
                (
                    Cell(row["title"]),
                    Cell(language.date(row["refers_on"], row["date_precision"])),
                    number(language.percent(row["printed"], 2)),
                    nothing(_("it prints none"))
                    if row["own_mean"] is None
                    else number(language.percent(row["own_mean"], 2)),
                    nothing(_("no forms"))
                    if row["forms_mean"] is None
                    else number(language.percent(row["forms_mean"], 2)),
                )
                for row in rows.to_dicts()
            ),
        ),
    )  # fmt: skip


def dictionary(snapshot: Snapshot, table_name: str, language: Language) -> Reading:
    """The columns of one table, what they mean, and its rows to download."""
    _ = language.gettext
    table, rows = TABLES[table_name], read_table(snapshot, table_name)
    return Reading(
        name=table_name,
        question=_("What does each table hold?"),
        answer=language.ngettext(
            "{title}: **{count} row** at this cut-off. {about}",
            "{title}: **{count} rows** at this cut-off. {about}",
            len(rows),
        ).format(title=_(table.title), count=len(rows), about=_(table.about)),
        table=Table(
            _("Columns of the table {name}").format(name=table_name),
            (_("Column"), _("Meaning"), _("Type"), _("Can be empty")),
            tuple(
                (
                    Cell(f"{name} *" if name in table.key else name, "code"),
                    Cell(_(column.about), detail=_codes_of(column.scheme, snapshot, language)),
                    Cell(_type(column.dtype, language)),
                    Cell(_("no") if column.required else _("yes, when not known")),
                )
                for name, column in table.columns.items()
            ),
        ),
        data=rows.with_columns(
            corte=pl.lit(snapshot.name),
            fuente=pl.col("source_id") if "source_id" in rows.columns else pl.lit(None, pl.String),
        ),
        sources=(),
        query=f"from {table_name}",
        notes=(_("* part of the key, which names a row"),),
    )


def _codes_of(scheme: str, snapshot: Snapshot, language: Language) -> str:
    codes = names(snapshot, language).get(scheme, {})
    return "; ".join(f"{code} = {label}" for code, label in codes.items())


def _type(dtype: pl.DataType, language: Language) -> str:
    _ = language.gettext
    if dtype == pl.Date:
        return _("date")
    if dtype == pl.Boolean:
        return _("true or false")
    return _("text") if dtype == pl.String else _("number")

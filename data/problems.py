"""What is wrong with a source file, said so that whoever edits it can act on it."""

from dataclasses import dataclass

from language import Language


@dataclass(frozen=True, order=True)
class Problem:
    """One breach: where it stands, what is there, and the rule it breaks (a message id)."""

    file: str
    line: int | None
    column: str
    value: str
    rule: str
    allowed: str = ""

    def said(self, language: Language) -> str:
        _ = language.gettext
        parts = [self.file]
        if self.line is not None:
            parts.append(_("row {line}").format(line=self.line))
        if self.column:
            parts.append(_("column {column}").format(column=self.column))
        if self.value:
            parts.append(_("value «{value}»").format(value=self.value))
        return f"{', '.join(parts)}: {_(self.rule).format(allowed=self.allowed)}"


class SourcesRefused(Exception):
    """The sources break rules; nothing was written."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems, key=lambda p: (p.file, p.line or 0, p.column, p.rule))

    def said(self, language: Language) -> str:
        """All problems, one a line, under their number."""
        head = language.ngettext(
            "{count} problem in the sources; nothing was written.",
            "{count} problems in the sources; nothing was written.",
            len(self.problems),
        ).format(count=len(self.problems))
        return "\n".join([head, *(problem.said(language) for problem in self.problems)])

"""Days as places on a timeline, in percent of its width."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from language import Language
from readings import Scale, Span, Timeline


@dataclass(frozen=True)
class Axis:
    """Days to percent of a timeline's width."""

    first: date
    last: date
    cut_off: date

    @classmethod
    def around(cls, rows: pl.DataFrame, cut_off: date) -> "Axis":
        columns = [f"{v}_{e}" for v in ("original", "in_force") for e in ("starts_on", "ends_on")]
        days = [day for name in columns for day in rows[name].drop_nulls().to_list()] or [cut_off]
        # a cut-off long after the last end would squeeze every bar to nothing
        near = [cut_off] if (cut_off - max(days)).days < 120 else []
        first, last = min(days + near), max(days + near)
        return cls(first.replace(day=1), last, cut_off)

    def place(self, day: date) -> float:
        return round(100 * (day - self.first).days / max((self.last - self.first).days, 1), 2)

    def span(self, start: date | None, end: date | None) -> Span | None:
        if start is None or end is None:
            return None
        left = self.place(start)
        return Span(left, round(max(self.place(end) - left, 0.6), 2))

    def timeline(self, row: dict, state: str) -> Timeline:
        end = row["in_force_ends_on"]
        is_late = row["is_overdue"] or row["is_expired_unreported"]
        return Timeline(
            state,
            self.span(row["original_starts_on"], row["original_ends_on"]),
            self.span(row["in_force_starts_on"], end),
            self.span(end, self.cut_off) if is_late else None,
        )

    def scale(self, language: Language) -> Scale:
        days = [
            date(year, month, 1)
            for year in range(self.first.year, self.last.year + 1)
            for month in (1, 7)
        ]
        shown = [day for day in days if self.first <= day <= self.last]
        ticks = tuple(
            (self.place(day), str(day.year) if day.month == 1 else language.month(day))
            for day in shown
        )
        is_shown = self.first <= self.cut_off <= self.last
        label = language.gettext("cut-off {date}").format(date=language.date(self.cut_off))
        return Scale(ticks, self.place(self.cut_off) if is_shown else None, label)

"""How long the documents of a meeting take: each in a fresh process and again in a warm one.

python -m benchmarks.documents writes benchmarks/documents.md and prints it. Ratios are to the
readings alone, measured in the same run.
"""

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from data.published import latest_revisions, published
from exports.meeting import WRITERS, Meeting
from language import Language
from readings.changes import Compared, found
from readings.informe import brief

ROUNDS = 5
PLAN, EARLIER, LATER = "paga1", "2021-05-31", "2021-10-22"
TABLE = Path(__file__).parent / "documents.md"


def seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def from_the_command_line(kind: str, ending: str) -> float:
    """A fresh process: imports, snapshots and all."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"out.{ending}"
        command = [sys.executable, "-m", "exports", kind, "--plan", PLAN, "--desde", EARLIER,
                   "--corte", LATER, "--salida", str(file)]  # fmt: skip
        return seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def meeting() -> Meeting:
    cut_offs = latest_revisions(published())
    found.cache_clear()
    changes = found(Compared(cut_offs[EARLIER], cut_offs[LATER], PLAN))
    return Meeting(cut_offs[LATER], PLAN, Language("es"), changes)


def readings_alone() -> float:
    def read() -> None:
        about = meeting()
        brief(about.snapshot, about.plan_id, about.language, about.changes)

    return seconds(read)


def main() -> None:
    readings_alone()  # opens the snapshots
    alone, cold, warm = [], {asked: [] for asked in WRITERS}, {asked: [] for asked in WRITERS}
    for _round in range(ROUNDS):
        alone.append(readings_alone())
        for asked, write in WRITERS.items():
            cold[asked].append(from_the_command_line(*asked))
            warm[asked].append(seconds(lambda write=write: write(meeting())))
    floor = statistics.median(alone)
    lines = [
        f"# Documents of a meeting: {PLAN}, {EARLIER} to {LATER}",
        "",
        f"Medians of {ROUNDS} rounds in one run, lowest to highest in brackets; Python"
        f" {platform.python_version()}, {platform.machine()}, {platform.system()}.",
        f"The readings of the brief alone, answers of queries kept: {floor:.2f} s.",
        "",
        "| document | command, fresh process | page, answers kept | kept ÷ readings alone |",
        "| --- | --- | --- | --- |",
    ]
    for kind, ending in WRITERS:
        times = cold[kind, ending], warm[kind, ending]
        said = [f"{statistics.median(t):.2f} s ({min(t):.2f}–{max(t):.2f})" for t in times]
        ratio = statistics.median(warm[kind, ending]) / floor
        lines.append(f"| {kind}, {ending.upper()} | {said[0]} | {said[1]} | {ratio:.1f} |")
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(TABLE.read_text("utf-8"))


if __name__ == "__main__":
    main()

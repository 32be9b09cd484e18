"""Published snapshots: which there are, and whether they are still what was published."""

import hashlib
import json
import os
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

SNAPSHOTS = Path(os.environ.get("TABLERO_SNAPSHOTS", Path(__file__).parent / "snapshots"))
NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d*))?")
PACKAGE = "datapackage.json"


class SnapshotRefused(Exception):
    """The folder is not, byte by byte, what was published."""


@dataclass(frozen=True, order=True)
class Snapshot:
    """What was known on a day; a revision corrects an earlier publication of the same day."""

    cut_off: date
    revision: int
    folder: Path

    @property
    def name(self) -> str:
        """As it stands in an address: `2021-10-22`, or `2021-10-22.1` for a revision."""
        return self.folder.name


def named(folder: Path) -> Snapshot | None:
    """The snapshot of a folder, or nothing where its name is not a cut-off's."""
    match = NAME.fullmatch(folder.name)
    if not match:
        return None
    try:
        return Snapshot(date.fromisoformat(match[1]), int(match[2] or 0), folder)
    except ValueError:
        return None


def published() -> list[Snapshot]:
    """Every folder that is named as a snapshot, oldest first, whole or not."""
    folders = SNAPSHOTS.iterdir() if SNAPSHOTS.is_dir() else []
    return sorted(filter(None, (named(folder) for folder in folders if folder.is_dir())))


def latest_revisions(snapshots: list[Snapshot]) -> dict[str, Snapshot]:
    """For each cut-off the revision that readers take, oldest cut-off first."""
    return {snapshot.cut_off.isoformat(): snapshot for snapshot in sorted(snapshots)}


def sha256(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def package(snapshot: Snapshot) -> dict:
    """The snapshot's data package."""
    return json.loads((snapshot.folder / PACKAGE).read_text("utf-8"))


@cache
def verify(snapshot: Snapshot) -> None:
    """Raise SnapshotRefused unless the folder holds what its package lists; looked at once."""
    try:
        resources = package(snapshot)["resources"]
        listed = {item["path"]: item["hash"] for item in resources}
        if not resources:
            raise ValueError(PACKAGE)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotRefused(f"{snapshot.name}: {PACKAGE}") from error
    found = {path.name: sha256(path) for path in snapshot.folder.glob("*.parquet")}
    for name in sorted(listed.keys() | found.keys()):
        if listed.get(name) != found.get(name):
            raise SnapshotRefused(f"{snapshot.name}: {name}")


def is_intact(snapshot: Snapshot) -> bool:
    """Whether the snapshot may be shown."""
    try:
        verify(snapshot)
    except SnapshotRefused:
        return False
    return True


def read_table(snapshot: Snapshot, name: str) -> pl.DataFrame:
    """One table of the snapshot as it was published."""
    verify(snapshot)
    return pl.read_parquet(snapshot.folder / f"{name}.parquet")

"""A folder is read only while it is, byte by byte, what was published."""

import json
from datetime import date
from pathlib import Path

import pytest

from data import published
from data.contracts import TABLES
from data.published import (
    PACKAGE,
    Snapshot,
    SnapshotRefused,
    is_intact,
    latest_revisions,
    named,
    read_table,
    verify,
)
from queries import connection


def altered(path: Path, place: int | None = None) -> None:
    """Turn one bit of the file, in its middle or at a place."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2 if place is None else place] ^= 1
    path.write_bytes(content)


def repackaged(folder: Path, change) -> None:
    content = json.loads((folder / PACKAGE).read_text("utf-8"))
    change(content)
    (folder / PACKAGE).write_text(json.dumps(content), "utf-8")


def resource(content: dict, path: str) -> dict:
    return next(item for item in content["resources"] if item["path"] == path)


# What happened to the folder; how; the file that the refusal names.
DAMAGE = [
    (
        "one byte was altered",
        lambda folder: altered(folder / "milestones.parquet"),
        "milestones.parquet",
    ),
    (
        "its first byte was altered",
        lambda folder: altered(folder / "plans.parquet", 0),
        "plans.parquet",
    ),
    (
        "its last byte was altered",
        lambda folder: altered(folder / "sources.parquet", -1),
        "sources.parquet",
    ),
    (
        "a table was cut short",
        lambda folder: (folder / "plans.parquet").write_bytes(
            (folder / "plans.parquet").read_bytes()[:-1]
        ),
        "plans.parquet",
    ),
    ("a table is empty", lambda folder: (folder / "codes.parquet").write_bytes(b""), "codes"),
    ("a table is missing", lambda folder: (folder / "codes.parquet").unlink(), "codes.parquet"),
    (
        "a table was added",
        lambda folder: (folder / "rumours.parquet").write_bytes(
            (folder / "codes.parquet").read_bytes()
        ),
        "rumours.parquet",
    ),
    (
        "two tables changed places",
        lambda folder: [
            (folder / "plans.parquet").rename(folder / "once"),
            (folder / "codes.parquet").rename(folder / "plans.parquet"),
            (folder / "once").rename(folder / "codes.parquet"),
        ],
        "codes.parquet",
    ),
    ("the package is missing", lambda folder: (folder / PACKAGE).unlink(), PACKAGE),
    ("the package is empty", lambda folder: (folder / PACKAGE).write_text(""), PACKAGE),
    (
        "the package was cut short",
        lambda folder: (folder / PACKAGE).write_bytes((folder / PACKAGE).read_bytes()[:-3]),
        PACKAGE,
    ),
    ("the package is not text", lambda folder: (folder / PACKAGE).write_bytes(b"\xff"), PACKAGE),
    ("the package is a list", lambda folder: (folder / PACKAGE).write_text("[]"), PACKAGE),
    ("the package lists nothing", lambda folder: (folder / PACKAGE).write_text("{}"), PACKAGE),
    (
        "a table lost its hash",
        lambda folder: repackaged(
            folder, lambda content: resource(content, "codes.parquet").pop("hash")
        ),
        PACKAGE,
    ),
    (
        "a hash is another",
        lambda folder: repackaged(
            folder,
            lambda content: resource(content, "codes.parquet").update(hash="sha256:" + "0" * 64),
        ),
        "codes.parquet",
    ),
    (
        "a table is listed no more",
        lambda folder: repackaged(
            folder,
            lambda content: content["resources"].remove(resource(content, "codes.parquet")),
        ),
        "codes.parquet",
    ),
]


@pytest.mark.parametrize(
    "damage, file", [case[1:] for case in DAMAGE], ids=[case[0] for case in DAMAGE]
)
def test_damaged_snapshot_is_refused_and_the_file_named(damage, file, own_plan):
    damage(own_plan.folder)
    with pytest.raises(SnapshotRefused, match=f"2026-03-31: {file}"):
        verify(own_plan)
    assert not is_intact(own_plan)


def test_every_table_is_watched(own_plan):
    for name in TABLES:
        path = own_plan.folder / f"{name}.parquet"
        sound = path.read_bytes()
        altered(path)
        with pytest.raises(SnapshotRefused, match=path.name):
            verify(own_plan)
        path.write_bytes(sound)
    assert is_intact(own_plan)


@pytest.mark.parametrize(
    "read", [connection, lambda snapshot: read_table(snapshot, "plans")], ids=["asked", "read"]
)
def test_nothing_of_a_damaged_snapshot_is_served_not_even_its_whole_tables(read, own_plan):
    altered(own_plan.folder / "milestones.parquet")
    with pytest.raises(SnapshotRefused):
        read(own_plan)


def test_untouched_snapshot_is_served(own_plan):
    assert is_intact(own_plan)
    assert read_table(own_plan, "plans")["plan_id"].to_list() == ["p1", "p2", "p3", "p4"]
    (own_plan.folder / "LÉAME.txt").write_text("a note beside the tables is no table")
    assert is_intact(Snapshot(own_plan.cut_off, 9, own_plan.folder))  # looked at anew


@pytest.mark.parametrize(
    "name, expected",
    [
        ("2021-10-22", (date(2021, 10, 22), 0)),
        ("2021-10-22.1", (date(2021, 10, 22), 1)),
        ("2021-10-22.12", (date(2021, 10, 22), 12)),
        ("2020-02-29", (date(2020, 2, 29), 0)),
        ("2021-02-29", None),  # no such day
        ("2021-13-01", None),
        ("2021-10-22.0", None),
        ("2021-10-22.01", None),
        ("2021-10-22.", None),
        ("2021-10-22 ", None),
        ("2021-10", None),
        ("20211022", None),
        ("x", None),
        (".draft-2021-10-22", None),
    ],
)
def test_folder_is_a_snapshot_where_its_name_is_a_cut_off(name, expected):
    snapshot = named(Path("/snapshots") / name)
    assert (snapshot and (snapshot.cut_off, snapshot.revision)) == expected
    assert snapshot is None or snapshot.name == name


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the published snapshots."""
    monkeypatch.setattr(published, "SNAPSHOTS", tmp_path)
    return tmp_path


def test_highest_revision_is_the_one_that_readers_take(shelf):
    for name in ("2021-10-22.10", "2021-10-22", "2021-12-31", "2021-10-22.9", "2020-12-31"):
        (shelf / name).mkdir()
    assert [snapshot.name for snapshot in published.published()] == [
        "2020-12-31",
        "2021-10-22",
        "2021-10-22.9",
        "2021-10-22.10",  # ten comes after nine
        "2021-12-31",
    ]
    taken = latest_revisions(published.published())
    assert {day: snapshot.name for day, snapshot in taken.items()} == {
        "2020-12-31": "2020-12-31",
        "2021-10-22": "2021-10-22.10",
        "2021-12-31": "2021-12-31",
    }
    assert list(taken) == sorted(taken)


def test_half_written_folder_and_what_is_no_folder_are_no_snapshots(shelf):
    (shelf / "2021-10-22").mkdir()
    (shelf / ".draft-k3j2h1").mkdir()
    (shelf / "2021-12-31").write_text("a file named as a cut-off")
    assert [snapshot.name for snapshot in published.published()] == ["2021-10-22"]


def test_where_nothing_was_published_there_are_no_snapshots(shelf, monkeypatch):
    monkeypatch.setattr(published, "SNAPSHOTS", shelf / "nowhere")
    assert published.published() == []
    assert latest_revisions([]) == {}

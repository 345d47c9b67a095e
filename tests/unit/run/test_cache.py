"""The file that results are kept in: whatever is wrong with it, a run goes on without it."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from statlint.run.cache import Cache, Entry

DAY = 739_000
ENTRY = Entry(b"1", b"said", b"rest", "2026-11-22", b"pool", 12, refers=True)
FILE = "results.sqlite"


def keep(folder: Path, *entries: Entry, day: int = DAY, most_bytes: int = 1 << 20) -> None:
    cache = Cache(folder, day, most_bytes)
    for entry in entries:
        cache.keep(entry)
    cache.close()


def found(folder: Path, *keys: bytes, day: int = DAY) -> list[Entry]:
    cache = Cache(folder, day)
    entries = sorted(cache.find(keys), key=lambda one: one.key)
    cache.close()
    return entries


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    plain = Entry(b"2", b"other")
    keep(tmp_path, ENTRY, plain)

    assert found(tmp_path, b"1", b"2", b"3") == [ENTRY, plain]
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_the_last_of_one_key_counts(tmp_path: Path) -> None:
    keep(tmp_path, ENTRY)
    keep(tmp_path, replace(ENTRY, said=b"new"))

    assert found(tmp_path, b"1") == [replace(ENTRY, said=b"new")]


def test_many_are_asked_for_at_once(tmp_path: Path) -> None:
    entries = [Entry(str(number).encode(), b"said") for number in range(1000)]
    keep(tmp_path, *entries)

    assert len(found(tmp_path, *(entry.key for entry in entries))) == 1000


@pytest.mark.parametrize(
    "change",
    [
        "said = x'00'",
        "rest = x'00'",
        "said = said || rest, rest = x''",
        "said = CAST(said || rest AS BLOB), rest = x''",
        "day = ''",
        "pool = x''",
        "cells = 0",
        "refers = 0",
        "key = x'32'",
    ],
)
def test_an_entry_that_was_changed_is_none(tmp_path: Path, change: str) -> None:
    keep(tmp_path, ENTRY)
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute(f"UPDATE entry SET {change}")  # noqa: S608 - our own words
    file.close()

    assert found(tmp_path, b"1", b"2") == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"no database at all, and longer than its head would be" * 99, id="a text"),
        pytest.param(b"SQLite format 3\0" + bytes(4096), id="nothing but a head"),
    ],
)
def test_a_file_that_is_none_goes(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)

    assert found(tmp_path, b"1") == []
    keep(tmp_path, ENTRY)
    assert found(tmp_path, b"1") == [ENTRY]


def test_a_file_that_is_cut_off_goes(tmp_path: Path) -> None:
    keep(tmp_path, *(Entry(str(number).encode(), bytes(9000)) for number in range(50)))
    content = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(content[: len(content) // 3])

    some = found(tmp_path, *(str(number).encode() for number in range(50)))

    assert all(entry.said == bytes(9000) for entry in some)
    keep(tmp_path, ENTRY)
    keep(tmp_path, ENTRY)
    assert found(tmp_path, b"1") == [ENTRY]


def test_a_file_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("CREATE TABLE entry (key BLOB)")
        file.execute("PRAGMA user_version = 99")
    file.close()
    keep(tmp_path, ENTRY)

    assert found(tmp_path, b"1") == [ENTRY]


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    keep(tmp_path / "absent", ENTRY)

    assert found(tmp_path / "absent", b"1") == []


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    keep(tmp_path, ENTRY)

    assert found(tmp_path, b"1") == []
    assert (tmp_path / FILE).is_dir()


def test_while_another_run_writes_for_long_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statlint.run.cache._PATIENCE", 0.0)
    keep(tmp_path, ENTRY)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    keep(tmp_path, replace(ENTRY, said=b"new"))
    other.execute("ROLLBACK")
    other.close()

    assert found(tmp_path, b"1") == [ENTRY]


def test_what_nobody_asked_for_in_a_month_goes(tmp_path: Path) -> None:
    keep(tmp_path, ENTRY, Entry(b"2", b"asked for"))
    found(tmp_path, b"2", day=DAY + 20)
    keep(tmp_path, Entry(b"3", b"new"), day=DAY + 31)

    left = found(tmp_path, b"1", b"2", b"3", day=DAY + 31)
    assert [entry.key for entry in left] == [b"2", b"3"]


def test_of_too_much_the_older_half_goes(tmp_path: Path) -> None:
    keep(tmp_path, *(Entry(str(at).encode(), bytes(4000)) for at in range(4)))
    newer = [Entry(str(at).encode(), bytes(4000)) for at in range(4, 8)]
    keep(tmp_path, *newer, day=DAY + 1, most_bytes=20_000)

    left = found(tmp_path, *(str(at).encode() for at in range(8)), day=DAY + 1)
    assert [entry.key for entry in left] == [b"4", b"5", b"6", b"7"]


WRITE = """
import sys
from pathlib import Path
from statlint.run.cache import Cache, Entry
cache, start = Cache(Path(sys.argv[1]), 739_000), int(sys.argv[2])
for number in range(start, start + 500):
    cache.keep(Entry(str(number).encode(), str(number).encode() * 99))
cache.close()
"""


def test_several_runs_write_at_the_same_time(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.Popen(  # noqa: S603 - this Python, with words of our own
            [sys.executable, "-c", WRITE, str(tmp_path), str(start)], env=environment
        )
        for start in (0, 250, 500)
    ]
    ends = [one.wait() for one in runs]

    there = found(tmp_path, *(str(number).encode() for number in range(1000)))
    assert ends == [0, 0, 0]
    assert {one.key: one.said for one in there} == {
        str(number).encode(): str(number).encode() * 99 for number in range(1000)
    }

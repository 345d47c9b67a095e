"""The private folder: nobody else looks in, and nothing stays."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from statlint.web.home import clear, free_bytes, hold, private_home, sweep

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have temporary folders made in one of this test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_behind(folder: Path, *, old: bool = True) -> Path:
    """Make what a server leaves that is ended by force."""
    found = folder / f"statlint-desk-{'old' if old else 'young'}"
    (found / "case/files").mkdir(parents=True)
    (found / "case/files/a.csv").write_bytes(b"1")
    if old:
        (found / "lock").write_bytes(b"")
    return found


@posix
def test_only_its_user_may_look_in() -> None:
    with private_home() as home:
        assert home.stat().st_mode & 0o777 == 0o700


def test_it_goes_with_all_that_is_in_it(temporary: Path) -> None:
    with private_home() as home:
        (home / "case").mkdir()
        (home / "case/a.csv").write_bytes(b"1")
        assert home.parent == temporary

    assert list(temporary.iterdir()) == []


def test_what_was_left_behind_goes_and_nothing_else(temporary: Path) -> None:
    old, young = left_behind(temporary), left_behind(temporary, old=False)
    other = temporary / "other"
    other.mkdir()
    (temporary / "statlint-desk-file").write_bytes(b"")
    (temporary / "statlint-desk-link").symlink_to(other)
    with private_home() as home:
        assert sweep() == []
        there = {one.name for one in temporary.iterdir()}

    assert not old.exists()
    assert there == {home.name, young.name, "other", "statlint-desk-file", "statlint-desk-link"}


def test_without_a_lock_it_was_left_behind_when_it_is_old(temporary: Path) -> None:
    young = left_behind(temporary, old=False)
    os.utime(young, (0, 0))

    assert sweep() == [young]


@posix
def test_what_cannot_be_opened_stays(temporary: Path) -> None:
    old = left_behind(temporary)
    (old / "lock").unlink()
    (old / "lock").mkdir()

    assert sweep() == []


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    place = tmp_path / "lock"
    with place.open("wb") as first, place.open("r+b") as second:
        assert hold(first)
        assert not hold(second)


def test_what_is_gone_is_cleared(tmp_path: Path) -> None:
    clear(tmp_path / "gone")

    assert free_bytes(tmp_path) > 0

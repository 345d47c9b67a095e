"""A sidecar is kept as a whole, or stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.justification.keep import keep, read_text


def test_a_text_is_kept_and_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.statlint.toml"

    keep(path, "# 一\r\n")

    assert (path.read_bytes(), read_text(path)) == ("# 一\r\n".encode(), "# 一\r\n")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_one_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_text(tmp_path / "a") == ""


def test_no_text_takes_it_away(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("x")

    keep(path, "")

    assert not path.exists()


def test_who_may_read_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("x")
    path.chmod(0o640)

    keep(path, "y")

    assert (path.read_text(), path.stat().st_mode & 0o777) == ("y", 0o640)


def test_a_link_still_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("x")
    link = tmp_path / "a"
    link.symlink_to(tmp_path / "real")

    keep(link, "y")

    assert (link.is_symlink(), (tmp_path / "real").read_text()) == (True, "y")


def test_nothing_is_left_where_it_cannot_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()

    with pytest.raises(OSError, match="directory"):
        keep(path, "y")

    assert [one.name for one in tmp_path.iterdir()] == ["a"]

"""Digests of files, taken once, and whether a file was written since."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.run.contents import Contents


def test_files_with_the_same_content_have_the_same_digest(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("a", "b", "c")]
    for path, content in zip(paths, (b"1", b"1", b"2"), strict=True):
        Path(path).write_bytes(content)
    first, same, other = (Contents().of(path) for path in paths)

    assert first == same
    assert first != other


def test_what_is_no_file_has_none(tmp_path: Path) -> None:
    contents = Contents()

    assert contents.of(str(tmp_path / "absent")) is None
    assert contents.of(str(tmp_path)) is None
    assert not contents.is_same(str(tmp_path / "nobody asked"))


def test_a_file_in_an_archive_has_the_digest_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"archive")
    contents = Contents()

    assert contents.of(str(tmp_path / "a.zip/deep/a.csv")) == contents.of(str(tmp_path / "a.zip"))
    assert contents.is_same(str(tmp_path / "a.zip/other.csv"))


def test_a_file_that_was_written_since_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    contents = Contents()
    contents.of(str(path))
    before = contents.is_same(str(path))
    path.write_bytes(b"2")
    os.utime(path, ns=(1, 1))

    assert (before, contents.is_same(str(path))) == (True, False)
    path.unlink()
    assert not contents.is_same(str(path))

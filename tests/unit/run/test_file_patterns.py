"""Patterns of files in settings: like those of .gitignore, seen from their folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statlint.config.model import FilePattern
from statlint.run.file_patterns import is_among


@pytest.mark.parametrize(
    ("pattern", "path", "means"),
    [
        pytest.param("*.csv", "home/a.csv", True, id="any file with an ending"),
        pytest.param("*.csv", "home/deep/er/a.csv", True, id="in a folder below"),
        pytest.param("*.csv", "home/a.xlsx", False, id="another ending"),
        pytest.param("old/", "home/old/2003/a.csv", True, id="all in a folder"),
        pytest.param("/a.csv", "home/deep/a.csv", False, id="only at the top"),
        pytest.param("数据/*年/*.xlsx", "home/数据/2024年/舒城县.xlsx", True, id="Chinese names"),
        pytest.param("a b.csv", "home/a b.csv", True, id="a space"),
        pytest.param("*.csv", "elsewhere/a.csv", False, id="outside of the folder"),
        pytest.param("*", "home/../a.csv", False, id="above the folder"),
        pytest.param("..a.csv", "home/..a.csv", True, id="a name that begins with dots"),
        pytest.param("!*.csv", "home/a.xlsx", True, id="all but some"),
        pytest.param("!*.csv", "home/a.csv", False, id="one of those"),
        pytest.param("!*.csv", "elsewhere/a.xlsx", False, id="all but some, here only"),
        pytest.param("a.zip/*.csv", "home/a.zip/b.csv", True, id="inside an archive"),
    ],
)
def test_is_among(
    pattern: str,
    path: str,
    means: bool,  # noqa: FBT001
) -> None:
    assert is_among(path, FilePattern(pattern, "home")) is means


def test_a_path_may_be_absolute_and_the_folder_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert is_among(os.fspath(tmp_path / "home/a.csv"), FilePattern("*.csv", "home"))
    assert is_among("home/a.csv", FilePattern("*.csv", os.fspath(tmp_path / "home")))

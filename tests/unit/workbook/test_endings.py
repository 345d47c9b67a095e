"""Which files of a folder are taken by their names."""

from __future__ import annotations

import pytest

from statlint.workbook import is_taken


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("2024/a.xlsx", True, id="a workbook"),
        pytest.param("2024/A.HTML", True, id="a web page"),
        pytest.param("a.mht", True, id="a page in one file"),
        pytest.param("a.zip", True, id="an archive"),
        pytest.param("a.doc", True, id="what is told of"),
        pytest.param("README.md", False, id="a text in Markdown"),
        pytest.param("年报_files/file0001.htm", False, id="a frame of a saved page"),
        pytest.param("年报.files/header.html", False, id="the same as Word saves it"),
        pytest.param("年报_files/a.xlsx", True, id="a workbook in such a folder"),
        pytest.param("~$a.xlsx", False, id="a lock file"),
        pytest.param(".git/a.xlsx", False, id="a hidden folder"),
        pytest.param("__MACOSX/a.xlsx", False, id="what macOS keeps beside files"),
    ],
)
def test_takes_a_file_by_its_name(name: str, *, expected: bool) -> None:
    assert is_taken(name) is expected

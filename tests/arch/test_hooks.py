"""The pre-commit hook takes the files that statlint reads, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statlint.workbook import ENDINGS

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def pattern(key: str) -> re.Pattern[str]:
    """Read one pattern of the hook."""
    found = re.search(rf"^  {key}: '(.+)'$", HOOKS.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return re.compile(found[1])


def passed(name: str) -> bool:
    """Tell whether the hook runner would pass a file of that name."""
    return bool(pattern("files").search(name)) and not pattern("exclude").search(name)


@pytest.mark.parametrize(
    "name",
    [
        "x.xlsx",
        "x.xlsm",
        "x.xls",
        "x.xlsb",
        "x.ods",
        "x.csv",
        "x.tsv",
        "x.docx",
        "x.docm",
        "x.html",
        "x.htm",
        "x.mht",
        "x.mhtml",
        "X.XLSX",
        "2024/瑶海区 年报.xlsx",
        "a~$b.xlsx",
        "report.2024.csv",
    ],
)
def test_tables_are_passed(name: str) -> None:
    assert passed(name)


@pytest.mark.parametrize(
    "name",
    [
        "~$x.xlsx",
        "2024/~$x.xlsx",
        ".~lock.x.ods#",
        "2024/.~lock.x.csv",
        "x.statlint.toml",
        "x.statlint.xlsx",
        "README.md",
        "notes.txt",
        "xlsx",
        "x.xlsx.bak",
        "x.xlsxx",
    ],
)
def test_other_files_are_not_passed(name: str) -> None:
    assert not passed(name)


def test_the_hook_knows_every_ending_but_that_of_all_texts() -> None:
    endings = {ending for ending in ENDINGS if passed(f"x{ending}")}

    assert endings == ENDINGS - {".txt"}

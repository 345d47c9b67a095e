"""The pre-commit hooks take the files that statlint reads, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from statlint.workbook import ENDINGS

HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_bytes())


def passed(name: str) -> bool:
    """Tell whether the hook runner would pass a file of that name."""
    files, exclude = (re.compile(HOOKS[0][key]) for key in ("files", "exclude"))
    return bool(files.search(name)) and not exclude.search(name)


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
        "2024年审核结果.xlsx",
        "x_审核结果/x.xlsx",
        "x_审核结果说明.xlsx",
        "x.xlsx.statlint.toml",
        "2024/瑶海区 年报.CSV.statlint.toml",
    ],
)
def test_tables_and_the_reasons_beside_them_are_passed(name: str) -> None:
    assert passed(name)


@pytest.mark.parametrize(
    "name",
    [
        "~$x.xlsx",
        "2024/~$x.xlsx",
        ".~lock.x.ods#",
        "2024/.~lock.x.csv",
        "statlint.toml",
        ".statlint.toml",
        "x.statlint.toml",
        "x.txt.statlint.toml",
        "x.xlsx.statlint.toml.bak",
        "~$x.xlsx.statlint.toml",
        "x.statlint.xlsx",
        "x_审核结果.xlsx",
        "2024/瑶海区 年报_审核结果.xlsm",
        "x.csv_审核结果2.xlsx",
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


def test_the_hooks_differ_in_how_they_come_by_statlint_only() -> None:
    own, installed = (
        {key: hook[key] for key in hook if key not in {"id", "description", "language"}}
        for hook in HOOKS
    )

    assert [(hook["id"], hook["language"]) for hook in HOOKS] == [
        ("statlint", "python"),
        ("statlint-system", "system"),
    ]
    assert own == installed

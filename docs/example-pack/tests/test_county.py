"""The cases of the pack: what each table must give. Run with pytest where the pack is installed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import statlint

CASES = [
    case
    for path in sorted((Path(__file__).parents[1] / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def checked(grid: str) -> statlint.Report:
    """Check a table with the rules and forms of the pack beside those of statlint."""
    source = ("roads.csv", grid.lstrip().encode())
    return statlint.lint(source, rule_packs=["county"], form_packs=["county"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_gives_its_findings(case: dict[str, Any]) -> None:
    report = checked(case["grid"])

    assert [f"{found.cell} {found.code}" for found in report.findings] == case["findings"]
    assert report.crashes == ()


def test_the_form_is_recognised() -> None:
    (file,) = checked(CASES[0]["grid"]).files

    assert [table.form for table in file.tables] == ["county-roads"]

"""Each edit of the open forms: silent on right figures, told of at its cell on wrong ones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from companions.judge import TODAY
from make_companions import FIXTURES
from statlint.config import Settings
from statlint.finding import Report, Severity
from statlint.run import check_paths

CASES = tomllib.loads((FIXTURES / "cases.toml").read_text(encoding="utf-8"))["case"]
_WRONG = re.compile(r"([^,\n~]+)~([^,\n]+)")


def checked(grid: str, form: str) -> list[str]:
    """Check a table; give code, edit and cell of what is found, by cell."""
    report = check_paths([(f"{form}.csv", grid.encode())], Settings(), today=TODAY)

    assert [table.form for table in report.files[0].tables] == [form]
    return sorted(told(report))


def told(report: Report) -> list[str]:
    """Say what was found at error and warning."""
    return [
        f"{found.code} {found.edit.id if found.edit else '-'} {found.cell}"
        for found in report.findings
        if found.severity is not Severity.INFORMATION
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['form']}: {case['id']}")
def test_an_edit_tells_of_wrong_figures_only(case: Mapping[str, Any]) -> None:
    grid = case["grid"].lstrip("\n")

    right = checked(_WRONG.sub(r"\2", grid), case["form"])
    wrong = checked(_WRONG.sub(r"\1", grid), case["form"])

    assert right == []
    assert wrong == sorted(case["found"])

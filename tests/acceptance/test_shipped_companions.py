"""The files of fixtures/companions: what is wrong in each is found, all of it and no more."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import pytest

from companions.judge import TODAY
from make_companions import FIXTURES, files
from statlint.config import Settings
from statlint.finding import Finding
from statlint.run import check_paths

ENTRIES = tomllib.loads((FIXTURES / "expected.toml").read_text(encoding="utf-8"))["file"]


def fields(found: Finding) -> dict[str, str]:
    """Give the fields of a finding that an expectation names; those with nothing are left out."""
    told = {
        "code": found.code,
        "severity": found.severity.value,
        "edit": found.edit.id if found.edit else None,
        "sheet": found.sheet,
        "cell": str(found.cell),
        "left": found.left,
        "right": found.right,
    }
    return {name: value for name, value in told.items() if value is not None}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_what_is_wrong_in_a_file_is_found(entry: Mapping[str, object], language: str) -> None:
    settings = Settings(language="zh" if language == "zh" else "en")

    report = check_paths([FIXTURES / str(entry["name"])], settings, today=TODAY)

    assert [table.id for table in report.files[0].tables] == entry["tables"]
    assert [fields(found) for found in report.findings] == entry.get("finding", [])


def test_every_file_is_expected_and_made_by_the_script() -> None:
    made = files()

    assert sorted(made) == sorted(entry["name"] for entry in ENTRIES)
    assert [name for name, data in made.items() if (FIXTURES / name).read_bytes() != data] == []

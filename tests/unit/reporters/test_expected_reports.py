"""Whole reports, as the files in fixtures/reports say; tools/expected_reports.py writes them."""

from __future__ import annotations

import pytest

from expected_reports import FOLDER, expected

EXPECTED = expected()


@pytest.mark.parametrize("name", EXPECTED)
def test_the_report_is_as_expected(name: str) -> None:
    assert EXPECTED[name] == (FOLDER / name).read_bytes().decode()


def test_no_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*EXPECTED, "README.md"}

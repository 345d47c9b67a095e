"""Date serials."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.dates import iso_date


@pytest.mark.parametrize(
    ("serial", "date_1904", "expected"),
    [
        pytest.param(45322, False, "2024-01-31", id="a day"),
        pytest.param(45322.5, False, "2024-01-31T12:00:00", id="a day and a time"),
        pytest.param(0.75, False, "18:00:00", id="a time alone"),
        pytest.param(1, False, "1900-01-01", id="the first day"),
        pytest.param(59, False, "1900-02-28", id="before the leap day that never was"),
        pytest.param(60, False, "1900-02-29", id="the leap day that never was"),
        pytest.param(61, False, "1900-03-01", id="after the leap day that never was"),
        pytest.param(43860, True, "2024-01-31", id="a day counted from 1904"),
        pytest.param(0.5, True, "12:00:00", id="a time counted from 1904"),
        pytest.param(45321.9999999, False, "2024-01-31", id="a breath before midnight"),
        pytest.param(-5, False, None, id="before the calendar"),
        pytest.param(2_958_466, False, None, id="after the calendar"),
    ],
)
def test_iso_date(serial: float, *, date_1904: bool, expected: str | None) -> None:
    assert iso_date(serial, date_1904=date_1904) == expected

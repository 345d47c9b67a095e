"""A figure left blank in a table without a form is told where both ways ask for it."""

from __future__ import annotations

import pytest

import statlint

TABLE = """
Town,Filed,Closed,Passed on,Returned,Total
Aberley,126,308,283,71,788
Bexhill,194,314,247,325,1080
Corwen,302,38,315,11,666
Denbigh,245,137,287,124,793
Evesham,103,372,245,281,1001
Total,970,1169,1377,812,4328
""".strip()


def told(line: str, instead: str) -> list[tuple[str, str, str]]:
    """Check the table with one line written otherwise; tell code, severity and cell."""
    assert line in TABLE
    report = statlint.lint(("towns.csv", TABLE.replace(line, instead).encode()))
    return [
        (found.code, found.severity.value, str(found.cell))
        for found in report.findings
        if found.severity is not statlint.Severity.INFORMATION
    ]


def test_the_whole_table_holds() -> None:
    assert told("Corwen,302,38", "Corwen,302,38") == []


def test_a_blank_that_both_ways_ask_for_is_told() -> None:
    assert told("Corwen,302,38,", "Corwen,302,,") == [
        ("M105", "warning", "F4"),
        ("M105", "warning", "C7"),
    ]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        pytest.param("Corwen,302,38,315,11,666", "Corwen,302,,315,11,628", id="nothing is missing"),
        pytest.param("Total,970,1169,", "Total,970,,", id="a total is left blank"),
    ],
)
def test_a_blank_that_is_not_asked_for_twice_is_not(line: str, instead: str) -> None:
    assert [one for one in told(line, instead) if one[0] == "M105"] == []

"""The figures of a column, counted as rows go by."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.bulk.counted import MOST, Counted
from statlint.values import NumberStyle


def counted(texts: list[str], style: NumberStyle | None = None) -> Counted:
    column = Counted(0, "产值", style or NumberStyle())
    column.add(texts, range(2, 2 + len(texts)))
    return column


@pytest.mark.parametrize(
    ("texts", "total"),
    [
        pytest.param(["1", "20"], 21, id="whole numbers"),
        pytest.param(["1.25", "0.10"], Decimal("1.35"), id="as many decimals"),
        pytest.param(["1.25", "3", "-0.5"], Decimal("3.75"), id="mixed"),
        pytest.param(["1,250", "3.5"], Decimal("1253.5"), id="signs between thousands"),
        pytest.param(["１２", "1"], 13, id="full-width digits"),
        pytest.param(["5", ""], 5, id="a blank"),
    ],
)
def test_adds_up_exactly(texts: list[str], total: object) -> None:
    assert counted(texts).total == total


def test_adds_up_in_the_style_of_the_table() -> None:
    assert counted(["1.234,5", "1"], NumberStyle(".", ",")).total == Decimal("1235.5")


def test_notes_what_few_figures_are() -> None:
    column = counted(["5", "-3", "2.5", "", "…", "3O"])

    assert (column.count, column.blank, column.strange) == (3, 2, 1)
    assert column.negative.lines == [3]
    assert column.fraction.lines == [4]
    assert list(column.odd) == [7]


def test_keeps_the_lines_of_the_first_only() -> None:
    column = counted(["-1"] * (MOST + 5))
    column.add(["-1"], [9])

    assert column.negative.count == MOST + 6
    assert len(column.negative.lines) == MOST


def test_reads_no_figures_that_nobody_asks_for() -> None:
    column = Counted(0, "产值", NumberStyle(), wanted=False, summed=False)
    found = column.add(["1.5", "2.5"], [2, 3])

    assert (found.values, column.count, column.fraction.count) == ((), 2, 2)


@pytest.mark.parametrize("text", ["9" * 400, "9" * 5000, "9" * 400 + ".5"])
def test_takes_no_figure_that_is_too_long_for_one(text: str) -> None:
    column = Counted(0, "产值", NumberStyle())
    found = column.add([text, "1"], [2, 3])

    assert len(found.values) == 2
    assert found.values[1] == 1


def test_takes_no_whole_number_that_is_too_long() -> None:
    column = Counted(0, "产值", NumberStyle())

    assert column.add_whole([10**400, 1], 0, [2, 3]).values[1] == 1
    assert column.add_whole([2, 1], 0, [4, 5]).values == [2, 1]

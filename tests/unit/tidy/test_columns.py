"""Columns of long lists in little memory."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.tidy.columns import Codes, Figures, Lines
from statlint.values import read_figure


def figures_of(*blocks: Sequence[str]) -> Figures:
    """Read blocks of texts as figures."""
    figures = Figures("数值", 0)
    for texts in blocks:
        _add(figures, texts)
    return figures


def _add(figures: Figures, texts: Sequence[str]) -> None:
    figures.add(texts, lambda at: read_figure(texts[at]))


def test_texts_get_numbers_as_they_come() -> None:
    codes = Codes()

    assert [codes[text] for text in ("b", "a", "b")] == [0, 1, 0]


@pytest.mark.parametrize(
    ("texts", "values", "decimals"),
    [
        (["1", "-2", "3.50"], [1.0, -2.0, 3.5], [0, 0, 2]),
        (["1,234", "１２", "12人"], [1234.0, 12.0, 12.0], [0, 0, 0]),
        (["1_000", "inf", "1e3"], [None, None, None], [0, 0, 0]),
        (["", "—", ".."], [None, None, None], [0, 0, 0]),
        (["5", "", "7.1"], [5.0, None, 7.1], [0, 0, 1]),
    ],
)
def test_figures_are_read(
    texts: list[str], values: list[float | None], decimals: list[int]
) -> None:
    figures = figures_of(texts)

    assert [None if isnan(value) else value for value in figures.values] == values
    assert list(figures.decimals) == decimals


def test_what_is_no_figure_is_kept_apart() -> None:
    figures = figures_of(["1", "2"], ["3", "4a", ""])

    assert {row: reading.text for row, reading in figures.odd.items()} == {3: "4a"}


def test_a_text_without_a_digit_that_comes_again_is_a_mark() -> None:
    figures = figures_of(["保密", "1", "保密", "2x", "2x", "2x", "保密", "错"])

    assert sorted(figures.without_marks().odd) == [3, 4, 5, 7]


@pytest.mark.parametrize(("odd", "spoilt"), [(15, False), (16, True)])
def test_a_column_of_texts_is_none_of_figures(odd: int, spoilt: bool) -> None:  # noqa: FBT001
    assert figures_of(["某"] * odd + ["1"] * (100 - odd)).is_spoilt is spoilt


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=9), min_size=1, max_size=5))
def test_rows_are_found_again(steps: list[list[int]]) -> None:
    lines = Lines()
    number, count = 1, 0
    every: list[int] = []
    for block in steps:
        rows = []
        for step in block:
            number += step
            rows.append(number)
        lines.add(count, rows)
        count += len(rows)
        every += rows

    assert [lines.row(at) for at in range(count)] == every


def test_rows_that_follow_one_another_are_kept_as_one_place() -> None:
    lines = Lines()
    lines.add(0, range(2, 10))
    lines.add(8, range(10, 20))

    assert (len(lines), lines.row(0), lines.row(17)) == (1, 2, 19)

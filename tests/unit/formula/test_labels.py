"""What the words beside and above a cell say of its figure."""

from __future__ import annotations

import pytest

from small_books import sheet_with
from statlint.formula.labels import (
    are_akin,
    is_apart,
    is_plain_total,
    is_row_of_numbers,
    leaves_out,
    level,
    names_a_date,
    names_a_span,
    spot_at,
)
from statlint.grid import spread
from statlint.values import CellRef


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("其中：网上", True, id="of which"),
        pytest.param("小 计", True, id="a blank inside"),
        pytest.param("小计", True, id="a subtotal"),
        pytest.param("满意率", True, id="a rate"),
        pytest.param("效率类文件", False, id="a rate inside a word"),
        pytest.param("全市", True, id="a whole"),
        pytest.param("教育局", False, id="a unit"),
        pytest.param("Total", True, id="an English total"),
    ],
)
def test_words_set_a_line_apart(label: str, expected: bool) -> None:  # noqa: FBT001
    assert is_apart(label) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("1月", "12月", True, id="months"),
        pytest.param("一季度", "四季度", True, id="quarters in words"),
        pytest.param("网站", "微信", False, id="no numbers"),
        pytest.param("1月", "一季度", False, id="a month and a quarter"),
    ],
)
def test_labels_are_akin_but_for_a_number(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert are_akin(one, other) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("一、收入", 1, id="the first level"),
        pytest.param("（一）税收", 2, id="the second"),
        pytest.param("1.增值税", 3, id="the third"),
        pytest.param("(1)国内", 4, id="the fourth"),
        pytest.param("2024年", 0, id="a year"),
        pytest.param("教育局", 0, id="none"),
    ],
)
def test_labels_have_levels(label: str, expected: int) -> None:
    assert level(label) == expected


def test_totals_say_what_they_are_of() -> None:
    assert [is_plain_total(label) for label in ("合 计", "合计（件）", "财政供养合计")] == [
        True,
        True,
        False,
    ]
    assert leaves_out("合计（不含公安局）")
    assert names_a_span("上半年")
    assert names_a_date("截止日期")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param([2022, 2023, 2024], True, id="years"),
        pytest.param([1, 2], True, id="numbers of columns"),
        pytest.param([101, 102, 103], True, id="numbers of classes"),
        pytest.param([12, 17], False, id="figures"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_a_row_may_be_numbers_over_the_heads(figures: list[int], expected: bool) -> None:  # noqa: FBT001
    cells = {CellRef(1, column): figure for column, figure in enumerate(figures, 2)}
    grid = spread(sheet_with({str(ref): figure for ref, figure in cells.items()}))

    assert is_row_of_numbers(grid, 1) == expected


def test_a_cell_is_named_by_the_nearest_words() -> None:
    grid = spread(sheet_with({"A1": "单位", "C1": "件数", "A2": "教育局", "B2": "12", "C2": 7}))

    spot = spot_at(grid, CellRef(2, 3))

    assert (spot.line, spot.head, spot.text) == ("教育局", "件数", "7")

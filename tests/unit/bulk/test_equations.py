"""Edits on the heads of a line, held against many lines at once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statlint.bulk.counted import Counted
from statlint.bulk.equations import Equation, equation_of
from statlint.form import (
    Block,
    Call,
    Comparison,
    Condition,
    Constant,
    Edit,
    EditKind,
    Head,
    Measure,
    Name,
    Operation,
    Scope,
    Span,
    TableForm,
    ValueKind,
)
from statlint.values import NumberStyle, Text

A, B, C = (Name((key,)) for key in "abc")
ADDED = Comparison("=", Operation("+", A, B), C)
SUMMED = Comparison("=", Call("sum", (Span(A, B),)), C)
SHARE = Comparison("=", Operation("/", Operation("*", Constant(100), A), B), C)
MEAN = Comparison("=", Call("mean", (A, B)), C)


def equation(
    condition: Condition,
    kind: EditKind = EditKind.BALANCE,
    scope: Scope = Scope.LINE,
    *,
    rounded: bool = False,
) -> Equation | None:
    heads = tuple(Head(key, Text(key, key)) for key in "abc")
    measure = Measure(ValueKind.AMOUNT, rounded=rounded)
    table = TableForm("table", Text("表", "table"), (Block("block", (), heads),), measure)
    return equation_of(Edit("edit", "", condition, kind, Text("", ""), scope=scope), table)


def held(found: Equation | None, *columns: Sequence[str]) -> tuple[int, int, int, list[int]]:
    assert found is not None
    texts = dict(zip("abc", columns, strict=True))
    lines = range(2, 2 + len(columns[0]))
    figures = {key: Counted(0, key, NumberStyle()).add(texts[key], lines) for key in "abc"}
    found.add(figures, texts, lines)
    return found.held, found.failed, found.undecided, found.suspects


@pytest.mark.parametrize("condition", [ADDED, SUMMED])
def test_holds_sums_against_all_lines(condition: Condition) -> None:
    told = held(equation(condition), ["1", "2", "3"], ["4", "5", "6"], ["5", "8", "9"])

    assert told == (2, 1, 0, [3])


def test_adds_up_decimals_exactly() -> None:
    told = held(equation(ADDED), ["0.1", "0.2"], ["0.2", "0.10"], ["0.3", "0.31"])

    assert told == (1, 1, 0, [3])


def test_raises_decimals_to_the_finest() -> None:
    assert held(equation(ADDED), ["1", "2"], ["0.25", "0.50"], ["1.25", "2.50"])[:2] == (2, 0)


def test_takes_a_blank_for_nothing_where_the_sum_holds_so() -> None:
    told = held(equation(ADDED), ["", "3"], ["4", ""], ["4", "9"])

    assert told == (1, 0, 1, [])


def test_leaves_shares_half_of_a_last_digit() -> None:
    told = held(equation(SHARE, EditKind.RATIO), ["1", "1"], ["3", "3"], ["33.3", "34.3"])

    assert told == (1, 1, 0, [3])


def test_leaves_a_share_of_nothing_open() -> None:
    assert held(equation(SHARE, EditKind.RATIO), ["1"], ["0"], ["33.3"]) == (0, 0, 1, [])


def test_reckons_means() -> None:
    assert held(equation(MEAN), ["1", "2"], ["3", "4"], ["2", "4"]) == (1, 1, 0, [3])


def test_leaves_rounded_sums_half_of_each_last_digit() -> None:
    columns = ["1.04", "1.0"], ["1.04", "1.0"], ["2.1", "2.4"]

    assert held(equation(ADDED, rounded=True), *columns)[:2] == (1, 1)
    assert held(equation(ADDED), *columns)[:2] == (0, 2)


@pytest.mark.parametrize(
    ("condition", "scope"),
    [
        pytest.param(ADDED, Scope.HEAD, id="an edit on lines"),
        pytest.param(Comparison("<=", A, C), Scope.LINE, id="no equation"),
        pytest.param(Comparison("=", A, Operation("+", B, C)), Scope.LINE, id="turned"),
        pytest.param(Comparison("=", Call("place", (A, B)), C), Scope.LINE, id="a place"),
        pytest.param(Comparison("=", Name(("x", "a")), C), Scope.LINE, id="of another line"),
    ],
)
def test_leaves_other_edits_alone(condition: Condition, scope: Scope) -> None:
    assert equation(condition, scope=scope) is None


def test_means_nothing_where_it_often_fails() -> None:
    found = equation(ADDED)
    assert found is not None
    found.held, found.failed = 100, 4

    assert not found.is_meant
    found.failed = 2
    assert found.is_meant

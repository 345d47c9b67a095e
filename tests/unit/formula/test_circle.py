"""Circles of formulas, compared with going through all ways."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_books import Stated, formulas_of, sheet_with
from statlint.formula.circle import circles, circular_cells

ROWS = range(1, 7)
READS = st.dictionaries(
    st.sampled_from([f"{column}{row}" for column in "AB" for row in ROWS]),
    st.tuples(st.sampled_from("AB"), st.sampled_from(ROWS), st.sampled_from(ROWS)),
    max_size=8,
)


def told(cells: Mapping[str, Stated], *more: Mapping[str, Stated]) -> list[str]:
    sheets = [sheet_with(one, name=name) for one, name in zip((cells, *more), "一二", strict=False)]
    found = circles(formulas_of(*sheets))
    return [" ".join(f"{index}!{ref}" for index, ref in circle) for circle in found]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"A1": 1, "A2": ("=A1+1", 2)}, [], id="none"),
        pytest.param({"A3": ("=SUM(A1:A3)", 0)}, ["0!A3"], id="a cell that reads itself"),
        pytest.param({"A3": ("=SUM(A:A)", 0)}, ["0!A3"], id="a cell that reads its column"),
        pytest.param(
            {"A1": ("=B1", 0), "B1": ("=C1", 0), "C1": ("=A1+1", 0)},
            ["0!A1 0!B1 0!C1"],
            id="three cells",
        ),
        pytest.param(
            {"A1": ("=A2", 0), "A2": ("=A1", 0), "C1": ("=C2", 0), "C2": ("=C1", 0)},
            ["0!A1 0!A2", "0!C1 0!C2"],
            id="two circles",
        ),
        pytest.param({"A3": ("=SUM(A1:OFFSET(A3,-1,0))", 0)}, [], id="a cell named for its place"),
        pytest.param({"A3": ("=ROW(A3)+SUM(A1:A2)", 0)}, [], id="the number of a row"),
    ],
)
def test_circles_are_found(cells: Mapping[str, Stated], expected: list[str]) -> None:
    assert told(cells) == expected


def test_a_circle_may_go_over_sheets() -> None:
    assert told({"A1": ("=二!A1", 0)}, {"A1": ("=一!A1", 0)}) == ["0!A1 1!A1"]


def test_a_long_chain_is_no_burden() -> None:
    chain: dict[str, Stated] = {f"A{row}": (f"=A{row - 1}+1", row) for row in range(2, 3001)}

    assert told({"A1": ("=A3000", 1), **chain}) != []
    assert told({"A1": 1, **chain}) == []


@given(READS)
def test_there_is_a_circle_where_a_cell_reaches_itself(
    reads: Mapping[str, tuple[str, int, int]],
) -> None:
    ranges = {
        at: (column, min(one, other), max(one, other)) for at, (column, one, other) in reads.items()
    }
    cells: dict[str, Stated] = {
        at: (f"=SUM({column}{first}:{column}{last})", 0)
        for at, (column, first, last) in ranges.items()
    }
    steps = {
        at: {f"{column}{row}" for row in range(first, last + 1)} & reads.keys()
        for at, (column, first, last) in ranges.items()
    }
    circular = {at for at in steps if at in _reached(at, steps)}

    found = {str(ref) for _, ref in circular_cells(formulas_of(sheet_with(cells)))}

    assert found <= circular
    assert bool(found) == bool(circular)


def _reached(start: str, steps: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(steps[start])
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting += steps[at]
    return reached

"""Failed edits that one cause explains come in one group."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statlint.diagnosis import group
from tables import Entry, confrontation_of, form_of, table_of

LINES = ["a A", "b B", "c C", "total Total"]
HEADS = ["x X", "y Y", "z Z", "all All"]
DOWN = {"id": "D", "rule": "a + b + c = total", "per": "head"}
ACROSS = {"id": "R", "rule": "x + y + z = all", "per": "line"}
FIGURES = [[11, 21, 31], [12, 22, 32], [13, 23, 33]]
Table = list[list[int]]


def summed() -> Table:
    """Give a table of three lines and heads with its totals."""
    rows = [[*row, sum(row)] for row in FIGURES]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def groups_of(figures: Sequence[Sequence[int]], *edits: Entry) -> list[list[str]]:
    """Confront a table and tell the groups of failed edits: the edit and where it failed."""
    form = form_of(table_of(LINES, HEADS, *(edits or (DOWN, ACROSS))))
    rows = zip("ABC", figures, strict=False)
    body = [f"{label},{','.join(map(str, row))}" for label, row in rows]
    body.append(f"Total,{','.join(map(str, figures[3]))}")
    confrontation = confrontation_of(form, "\n".join([",X,Y,Z,All", *body]))
    failed = [instance for instance in confrontation.instances if instance.fails]
    return [[f"{one.edit.id} {one.where}" for one in members] for members in group(failed)]


def changed(*changes: tuple[int, int, int]) -> Table:
    figures = summed()
    for row, column, change in changes:
        figures[row][column] += change
    return figures


CELLS = st.tuples(st.integers(0, 3), st.integers(0, 3))
CHANGES = st.integers(1, 10)


def test_nothing_failed_is_no_group() -> None:
    assert groups_of(summed()) == []


def test_a_line_and_a_head_that_cross_in_a_wrong_cell_are_one_group() -> None:
    assert groups_of(changed((0, 1, 5))) == [["D y", "R a"]]


def test_a_wrong_total_is_one_group() -> None:
    assert groups_of(changed((3, 3, 5))) == [["D all", "R total"]]


@given(CELLS, CHANGES)
def test_one_wrong_cell_is_always_one_group(cell: tuple[int, int], change: int) -> None:
    groups = groups_of(changed((*cell, change)))

    assert [len(members) for members in groups] == [2]


@given(CELLS, CHANGES, CELLS, CHANGES)
def test_two_cells_wrong_by_different_amounts_stay_apart(
    one: tuple[int, int], change: int, other: tuple[int, int], another: int
) -> None:
    assume(one[0] != other[0] and one[1] != other[1] and change != another)
    groups = groups_of(changed((*one, change), (*other, another)))

    assert [len(members) for members in groups] == [2, 2]


@pytest.mark.parametrize("change", [1, 5, -2])
def test_the_same_difference_elsewhere_in_the_same_edit_joins(change: int) -> None:
    assert groups_of(changed((0, 1, change), (0, 3, change)), DOWN) == [["D y", "D all"]]


def test_inequalities_without_a_difference_do_not_join() -> None:
    below = {"id": "L", "rule": "a < b", "per": "head", "heads": ["x", "y"]}

    assert groups_of(changed((0, 0, 1), (0, 1, 1)), below) == [["L x"], ["L y"]]


def test_the_same_difference_in_another_edit_does_not_join() -> None:
    first = {"id": "E1", "rule": "a.x + b.x + c.x = total.x"}
    second = {"id": "E2", "rule": "a.z + b.z + c.z = total.z"}

    assert groups_of(changed((0, 0, 5), (1, 2, 5)), first, second) == [["E1 None"], ["E2 None"]]


def test_groups_come_in_the_order_of_their_first_member() -> None:
    figures = changed((2, 2, 7), (0, 0, 4))

    assert groups_of(figures, ACROSS, DOWN) == [["R a", "D x"], ["R c", "D z"]]


def test_a_group_that_is_like_two_others_joins_them() -> None:
    edits: list[Entry] = [
        {**ACROSS, "lines": ["a"]},
        {"id": "U", "rule": "c.z = b.z + 1"},
        {**DOWN, "heads": ["x", "y"]},
        {**ACROSS, "id": "S", "lines": ["b", "c"]},
    ]
    figures = changed((0, 0, 5), (1, 1, 5), (2, 2, 5))

    assert groups_of(figures, *edits) == [["R a", "U None", "D x", "D y", "S b", "S c"]]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("a.x > b.x", [["E None"], ["D x"]], id="an inequality"),
        pytest.param("if a.x > 0 then b.x = 0", [["E None"], ["D x"]], id="a condition"),
        pytest.param("a.x = 11", [["E None"], ["D x"]], id="a bound"),
        pytest.param("2 * a.x = b.x + 10", [["E None", "D x"]], id="mended by the same cell"),
    ],
)
def test_only_equations_are_mended_by_a_cell(rule: str, expected: list[list[str]]) -> None:
    edit = {"id": "E", "rule": rule}
    figures = changed((1, 0, 4))
    figures[0][0] = 11 if "11" not in rule else 12

    found = groups_of(figures, edit, DOWN)

    assert found == expected


SHARED = form_of(
    table_of(
        [{"key": "kind", "label": "Kind", "repeat": True}, {"key": "total", "label": "Total"}],
        [
            {"key": "kind", "label": "Kind", "kind": "text", "names": "kind"},
            "x X",
            "y Y",
            "all All",
            {"key": "share", "label": "Share", "kind": "share"},
            {"key": "rank", "label": "Place", "required": False},
        ],
        {"id": "R", "rule": "x + y = all", "per": "line"},
        {"id": "D", "rule": "sum(kind) = total", "per": "head", "heads": ["x", "y", "all"]},
        {"id": "S", "rule": "share = 100 * all / total.all", "per": "line", "lines": ["kind"]},
        {"id": "H", "rule": "sum(kind.share) = 100", "kind": "shares"},
        {"id": "P", "rule": "place(all, kind) = rank", "per": "line", "lines": ["kind"]},
    )
)
SHARES = {
    "A": "10,20,30,20.0,3",
    "B": "20,15,35,23.3,2",
    "C": "30,40,70,46.7,1",
    "D": "5,10,15,10.0,4",
    "Total": "65,85,150,,",
}


def shared_groups(**changed: str) -> list[list[str]]:
    """Confront kinds with sums, shares and places, and tell the groups of failed edits."""
    rows = [f"{label},{cells}" for label, cells in (SHARES | changed).items()]
    confrontation = confrontation_of(SHARED, "\n".join(["Kind,X,Y,All,Share,Place", *rows]))
    failed = [instance for instance in confrontation.instances if instance.fails]
    return [[f"{one.edit.id} {one.where}" for one in members] for members in group(failed)]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(
            {"A": "10,20,130,20.0,3"},
            [["R kind#1", "D all", "S kind#1", "P kind#1"]],
            id="a row total: row, column, share and place",
        ),
        pytest.param(
            {"Total": "65,85,160,,"},
            [["R total", "D all", "S kind#1", "S kind#2", "S kind#3", "S kind#4"]],
            id="the grand total: row, column and all shares",
        ),
        pytest.param(
            {"A": "10,20,30,50.0,3"}, [["S kind#1", "H None"]], id="a share: itself and their sum"
        ),
        pytest.param({"A": "10,25,30,20.0,3"}, [["R kind#1", "D y"]], id="a part: row and column"),
        pytest.param(
            {"A": "10,20,30,20.0,2", "B": "20,15,35,23.3,3"},
            [["P kind#1", "P kind#2"]],
            id="two places exchanged",
        ),
        pytest.param(
            {"A": "10,20,34,20.0,3", "D": "5,10,15,90.0,4"},
            [["R kind#1", "D all", "S kind#1"], ["S kind#4", "H None"]],
            id="two causes",
        ),
    ],
)
def test_sums_shares_and_places_that_one_cell_mends(
    changed: dict[str, str], expected: list[list[str]]
) -> None:
    assert shared_groups(**changed) == expected


def test_many_lines_off_by_one_figure_have_causes_of_their_own() -> None:
    changed = {"A": "11,20,30,20.0,3", "D": "6,10,15,10.0,4", "Total": "67,85,150,,"}

    assert shared_groups(**changed) == [["R kind#1"], ["R kind#4"], ["R total"]]


@given(st.dictionaries(st.tuples(st.sampled_from("ABCD"), st.integers(0, 4)), CHANGES, max_size=4))
def test_every_failed_edit_is_in_one_group(changes: dict[tuple[str, int], int]) -> None:
    rows = {label: cells.split(",") for label, cells in SHARES.items()}
    for (label, column), change in changes.items():
        rows[label][column] = str(Decimal(rows[label][column]) + change)
    written = "\n".join(f"{label},{','.join(cells)}" for label, cells in rows.items())
    confrontation = confrontation_of(SHARED, f"Kind,X,Y,All,Share,Place\n{written}")
    failed = [instance for instance in confrontation.instances if instance.fails]

    found = [instance for members in group(failed) for instance in members]

    assert len(found) == len(failed)
    assert set(found) == set(failed)

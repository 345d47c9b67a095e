"""The figures of a table in short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.history.imprint import Imprint, bits_of, common_columns, imprints_of
from tables import facts_of, filled_of, form_of, table_of

FORM = form_of(table_of(["a A", "b B"], ["x X", "y Y"]))


def imprint(grid: str) -> Imprint:
    (one,) = imprints_of(filled_of(FORM, grid), [facts_of(FORM, grid)])
    return one


def grid(*figures: object) -> str:
    ax, ay, bx, by = figures
    return f"T,X,Y\nA,{ax},{ay}\nB,{bx},{by}"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(grid(1, 20, 300, 0), True, id="the same figures"),
        pytest.param(grid("1.0", "２０", "300.00", 0), True, id="written otherwise"),
        pytest.param("T,Y,X\nB,0,300\nA,20,1", True, id="lines and heads in another order"),
        pytest.param(grid(1, 20, 300, 1), False, id="another figure"),
        pytest.param(grid(1, 20, 0, 300), False, id="figures in other places"),
        pytest.param(grid(-1, 20, 300, 0), False, id="another sign"),
        pytest.param(grid(1, 20, 300, ""), False, id="a blank for a 0"),
    ],
)
def test_tables_with_the_same_figures_have_the_same_digest(other: str, same: bool) -> None:  # noqa: FBT001
    assert (imprint(grid(1, 20, 300, 0)).digest == imprint(other).digest) is same


def test_an_imprint_counts_figures() -> None:
    one = imprint(grid(1, 20, 300, 0))

    assert (one.kind, one.figures, one.filled, one.fixed) == (("example", "table"), 4, 3, True)
    assert str(one.start.cell) == "A1"


def test_a_table_without_figures_has_no_imprint() -> None:
    blank = grid("", "", "", "")

    assert imprints_of(filled_of(FORM, blank), [facts_of(FORM, blank)]) == ()


@pytest.mark.parametrize(
    ("figures", "bits"),
    [
        pytest.param((0, 0, 0, 0), 0, id="zeros"),
        pytest.param((1, 1, 1, 1), 0, id="ones"),
        pytest.param((8, 0, 0, 0), 3, id="three bits"),
        pytest.param((8, 0, 8, 0), 3, id="a figure in one column counts once"),
        pytest.param((8, 0, 4, 0), 5, id="two figures"),
        pytest.param((8, 8, 4, 4), 5, id="a column that is there twice counts once"),
        pytest.param((8000, 0, "0.4", 0), 5, id="zeros at the ends say nothing"),
    ],
)
def test_large_figures_leave_little_to_chance(figures: tuple[object, ...], bits: float) -> None:
    assert bits_of(imprint(grid(*figures)), frozenset()) == bits


def test_columns_that_many_tables_share_say_nothing() -> None:
    tables = [imprint(grid(10, n, 30, 0)) for n in (4, 16, 64)]

    common = common_columns([*tables, tables[0]])

    assert [bits_of(one, common["example", "table"]) for one in tables] == [2, 4, 6]


def test_a_single_table_shares_nothing() -> None:
    one = imprint(grid(8, 0, 4, 0))

    assert common_columns([one, one]) == {("example", "table"): frozenset()}


def test_points_and_shares_say_nothing() -> None:
    heads = [
        {"key": "x", "label": "X", "kind": "score"},
        {"key": "y", "label": "Y", "kind": "share"},
    ]
    form = form_of(table_of(["a A", "b B"], heads))
    text = grid(1, 20, 300, 0)

    assert imprints_of(filled_of(form, text), [facts_of(form, text)]) == ()


@given(st.lists(st.integers(0, 10**12), min_size=4, max_size=4))
def test_bits_are_never_negative(figures: list[int]) -> None:
    assert bits_of(imprint(grid(*figures)), frozenset()) >= 0

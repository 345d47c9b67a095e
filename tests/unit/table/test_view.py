"""A grid looked at upright or turned: each position names the sheet's own cell."""

from __future__ import annotations

import pytest

from statlint.table.view import View, view_of
from statlint.values import Figure
from tables import grid_of

GRID = grid_of("Sex,2023,2024\nMen,1,2\nWomen,,4", name="表", merges="B3:C3")


@pytest.fixture(params=[False, True], ids=["upright", "turned"])
def view(request: pytest.FixtureRequest) -> View:
    return view_of(GRID, turned=bool(request.param))


def test_rows_and_columns_change_places(view: View) -> None:
    turned = view.turned

    assert (view.rows, view.columns) == (3, 3)
    assert view.text(1, 3) == ("Women" if turned else "2024")
    assert str(view.ref(1, 3)) == ("A3" if turned else "C1")
    assert view.reading(2, 3) == (view.grid.reading(3, 2) if turned else Figure(2, "2"))


def test_a_label_names_the_cell_that_holds_it(view: View) -> None:
    first = view.label(1, 2)

    assert (first.text, first.sheet, str(first.cell)) == (
        ("Men", "表", "A2") if view.turned else ("2023", "表", "B1")
    )


def test_a_merged_cell_is_found_at_its_corner(view: View) -> None:
    position, corner = ((3, 3), (2, 3)) if view.turned else ((3, 3), (3, 2))

    assert view.anchor(*position) == corner


def test_only_figures_are_figures(view: View) -> None:
    assert [view.has_figure(1, 1), view.has_figure(2, 2), view.has_figure(9, 9)] == [
        False,
        True,
        False,
    ]


def test_texts_know_their_rows(view: View) -> None:
    assert view.rows_of["Women"] == ({1} if view.turned else {3})

"""What of a table fits on the page of `infer`."""

from __future__ import annotations

from layouts import layout_of
from statlint.reporters.infer_fit import Column, fitting, head_lines, shown_lines
from statlint.reporters.ruler import Ruler


def columns_of(*rooms: int) -> list[Column]:
    """Make columns of these widths."""
    (head,) = layout_of("x,a\nr,1").heads
    return [Column(place, head, room) for place, room in enumerate(rooms)]


def places_of(rooms: tuple[int, ...], room: int) -> tuple[list[int], int | None]:
    """Tell which columns fit, and before which one some are left out."""
    kept, gap = fitting(columns_of(*rooms), room)
    return [column.place for column in kept], gap


def test_all_columns_fit() -> None:
    assert places_of((3, 3, 3), 15) == ([0, 1, 2], None)


def test_the_last_column_stays() -> None:
    assert places_of((3, 3, 3, 3), 17) == ([0, 1, 3], 3)


def test_one_column_stays_though_it_does_not_fit() -> None:
    assert places_of((30,), 17) == ([0], None)
    assert places_of((30, 30), 17) == ([1], 1)


def test_of_a_long_table_the_middle_is_left_out() -> None:
    shown = shown_lines(50)

    assert (shown[25:28], shown[-1], len(shown)) == ([25, None, 42], 49, 35)


def test_a_few_lines_are_not_worth_leaving_out() -> None:
    assert shown_lines(40) == list(range(40))


def test_a_long_head_is_cut_in_its_third_line() -> None:
    (head,) = layout_of("x,one two three four five\nr,1").heads

    assert head_lines(Column(0, head, 6), Ruler()) == ["one", "two", "three…"]

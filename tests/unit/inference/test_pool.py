"""Tables of one layout are looked at together, each for itself in the end."""

from __future__ import annotations

from collections.abc import Sequence

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation, pooled_relations
from statlint.inference.matrix import pooled
from statlint.table import Layout
from statlint.table.layouts import layouts_of
from tables import grid_of

_COLUMN = """
类别,{year}年
市级,{0}
县级,{1}
乡级,{2}
合计,{3}
"""


def _layout(figures: Sequence[int], *, year: int = 2024, text: str = _COLUMN) -> Layout:
    (layout,) = layouts_of(grid_of(text.format(*figures, year=year)))
    return layout


def _sums(relations: Sequence[Relation]) -> list[tuple[int, tuple[int, ...], tuple[int, ...], int]]:
    return [
        (one.aggregate, tuple(sorted(one.parts)), one.missed, one.tables)
        for one in relations
        if one.operator is Operator.SUM and one.axis is Axis.LINES
    ]


def _five() -> list[list[int]]:
    parts = ([381, 1204, 97], [412, 988, 135], [277, 1571, 260], [503, 842, 119], [366, 1310, 208])
    return [[*own, sum(own)] for own in parts]


def test_one_column_tells_little_but_five_tables_of_it_tell_a_total() -> None:
    layouts = [_layout(figures) for figures in _five()]

    found = [_sums(own) for own in pooled_relations(layouts)]

    assert found == [[(3, (0, 1, 2), (), 5)]] * 5


def test_the_table_that_breaks_what_all_others_show_is_told_from_them() -> None:
    figures = _five()
    figures[2][1] = 1751
    layouts = [_layout(own) for own in figures]

    found = [_sums(own) for own in pooled_relations(layouts)]

    assert found == [[(3, (0, 1, 2), (0,) if at == 2 else (), 5)] for at in range(5)]


def test_tables_of_several_years_are_of_one_layout() -> None:
    layouts = [_layout(own, year=2020 + at) for at, own in enumerate(_five())]

    found = [_sums(own) for own in pooled_relations(layouts)]

    assert found == [[(3, (0, 1, 2), (), 5)]] * 5


def test_copies_of_a_table_are_no_further_evidence() -> None:
    first, second, *_ = _five()
    layouts = [_layout(own) for own in (first, second, first, first)]

    found = [[one.tables for one in own] for own in pooled_relations(layouts)]

    assert all(set(tables) <= {2} for tables in found)


def test_a_table_with_other_lines_is_looked_at_by_itself() -> None:
    other = "类别,{year}年\n甲,{0}\n乙,{1}\n丙,{2}\n丁,{3}\n"
    layouts = [_layout(own) for own in _five()]
    alone = _layout([12, 30, 45, 87], text=other)

    found = [_sums(own) for own in pooled_relations([*layouts, alone])]

    assert found == [[(3, (0, 1, 2), (), 5)]] * 5 + [[]]


def test_tables_with_and_without_decimals_are_of_one_measure() -> None:
    whole, fine = (layout_of(f"Item,2021\nA,{one}\nB,{other}") for one, other in ((3, 4), (1.5, 2)))

    together = pooled([whole, fine], Axis.LINES)

    assert (together.scale, together.values, together.units) == (
        1,
        [[30, 15], [40, 20]],
        [[10, 1], [10, 10]],
    )

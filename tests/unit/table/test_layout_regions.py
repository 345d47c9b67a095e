"""Layouts hold together, whatever stands on the sheet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statlint.grid import Grid, spread
from statlint.table.layouts import layouts_of
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind, Sheet

WORDS = (
    "合计 1 2 3 2019 2020 x .. - 1,234 12.5% 其中：女 序号 No. 单位：人 注：x (1) 368633! $000 "
    "==== 小计 一、 (千元) 3=1+2 TBD 2019年 0 Total 2024-01-01 #REF! 续表 填表人：x"
).split()


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Make small sheets of words that tables are made of."""
    rows = draw(st.lists(st.lists(st.sampled_from(["", *WORDS]), max_size=8), max_size=10))
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    )
    merges = draw(st.sampled_from([(), ("A1:C1",), ("B2:D2", "A2:A4"), ("B3:C4",)]))
    return spread(Sheet(None, cells, tuple(map(CellRange.parse, merges))), text_file=True)


@given(grids(), st.sampled_from([(), ("B2:C3",), ("A3:H3", "E1:F9")]))
def test_no_cell_belongs_to_two_tables(grid: Grid, taken: tuple[str, ...]) -> None:
    cells = [
        layout.ref(line, head)
        for layout in layouts_of(grid, tuple(map(CellRange.parse, taken)))
        for line in layout.lines
        if line.figures
        for head in layout.heads
    ]

    assert len(cells) == len(set(cells))


@given(grids())
def test_strips_stand_in_order_under_strips_before_them(grid: Grid) -> None:
    for layout in layouts_of(grid):
        places = [(line.shift, line.position) for line in layout.lines]
        columns = [head.position for head in layout.heads]
        parents = [line.parent for line in layout.lines]

        assert places == sorted(set(places))
        assert columns == sorted(set(columns))
        assert all(parent is None or parent < at for at, parent in enumerate(parents))
        assert all(layout.ref(line, layout.heads[0]) for line in layout.lines)

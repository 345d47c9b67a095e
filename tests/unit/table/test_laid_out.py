"""Found tables made of layouts: their parts, and what is missing or extra."""

from __future__ import annotations

from layouts import layout_of
from statlint.form import Block, Head, Line, Measure, TableForm, ValueKind
from statlint.table import Label, Layout, Strip
from statlint.table.laid_out import laid_out
from statlint.values import CellRange, CellRef, Figure, NumberStyle, Text
from tables import grid_of

LINES = tuple(Line(key, Text(key, key)) for key in ("a", "b"))
HEADS = tuple(Head(key, Text(key, key)) for key in ("x", "y"))
PLAN = TableForm("t", Text("t", "t"), (Block("t", LINES, HEADS),), Measure(ValueKind.COUNT))


def test_lines_and_heads_stand_where_the_layout_has_them() -> None:
    layout = layout_of("Region,Men,\nNorth,4,5\n,6,7")

    table = laid_out(
        PLAN,
        layout,
        list(zip(LINES, layout.lines, strict=True)),
        list(zip(HEADS, layout.heads, strict=True)),
    )

    (part,) = table.parts
    assert [(found.position, found.label.text) for found in part.lines] == [(2, "North"), (3, "3")]
    assert [(found.position, found.label.text) for found in part.heads] == [(2, "Men"), (3, "C")]
    assert (table.missing_lines, table.missing_heads) == ((), ())


def test_what_only_one_of_form_and_layout_has_is_told() -> None:
    layout = layout_of("Region,Men,Women\nNorth,4,5\nSouth,6,7")

    table = laid_out(
        PLAN,
        layout,
        [(LINES[1], layout.lines[1])],
        [(HEADS[0], layout.heads[0])],
        extra_lines=layout.lines[:1],
        extra_heads=layout.heads[1:],
    )

    (part,) = table.parts
    assert table.missing_lines == (LINES[0],)
    assert [head for _, head in table.missing_heads] == [HEADS[1]]
    assert part.extra_lines == (Label("North", None, CellRef(2, 1)),)
    assert part.extra_heads == (Label("Women", None, CellRef(1, 3)),)


def test_group_lines_hold_no_figures() -> None:
    layout = layout_of("Region,Men\nNorth,4")
    heading = Line("h", Text("h", "h"), heading=True)

    table = laid_out(PLAN, layout, [(heading, layout.lines[0])], [])

    assert table.parts[0].lines == ()


def test_the_part_is_ruled_by_boxhead_stub_and_body() -> None:
    grid = grid_of("Title\nRegion,Men\nNorth,4\nNote")
    layout = Layout(
        grid,
        CellRange.parse("A1:B4"),
        (Strip(3),),
        (Strip(2),),
        CellRange.parse("B3"),
        CellRange.parse("A2:B2"),
        (CellRange.parse("A3"),),
    )

    assert laid_out(PLAN, layout, [], []).parts[0].range == CellRange.parse("A2:B3")


def test_texts_are_read_in_the_style_of_the_table() -> None:
    grid = grid_of("Region,Men\nNorth,1.234")
    last = CellRef(2, 2)
    layout = Layout(
        grid,
        CellRange(CellRef(1, 1), last),
        (Strip(2),),
        (Strip(2),),
        CellRange(last, last),
        style=NumberStyle(".", ","),
    )

    (part,) = laid_out(PLAN, layout, [], []).parts

    reading = part.reading(2, 2)
    assert isinstance(reading, Figure)
    assert reading.value == 1234

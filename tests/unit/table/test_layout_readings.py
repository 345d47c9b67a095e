"""The cells of a layout, read all at once or one by one."""

from __future__ import annotations

import pytest

from printed_layouts import the_one
from statlint.table import Layout
from statlint.values import Figure, Reading

STYLED = """
Land,2020,2021
Nord,"1.234,5",..
Süd,"2.345,6",3
Alle,"3.580,1",3
"""
MERGED = """
Region,Men,Women
North,1,2
South,3,
All,4,2
"""
HALVES = """
Region,Men,Women,Region,Men,Women
North,1,2,East,7,8
South,3,4,West,,9
Centre,5,6,All,16,29
"""


def one_by_one(layout: Layout) -> tuple[tuple[Reading, ...], ...]:
    return tuple(
        tuple(layout.reading(line, head) for head in layout.heads) for line in layout.lines
    )


def told(readings: tuple[tuple[Reading, ...], ...]) -> list[list[str]]:
    return [
        [str(one.value) if isinstance(one, Figure) else type(one).__name__ for one in line]
        for line in readings
    ]


@pytest.mark.parametrize(
    ("text", "merges", "expected"),
    [
        pytest.param(
            STYLED, "", [["1234.5", "Mark"], ["2345.6", "3"], ["3580.1", "3"]], id="a style"
        ),
        pytest.param(
            MERGED, "B3:C3", [["1", "2"], ["3", "Blank"], ["4", "2"]], id="a merged figure"
        ),
        pytest.param(
            HALVES,
            "",
            [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"], ["Blank", "9"], ["16", "29"]],
            id="two halves",
        ),
    ],
)
def test_cells_read_at_once_are_those_read_one_by_one(
    text: str, merges: str, expected: list[list[str]]
) -> None:
    layout = the_one(text, merges=merges)

    assert told(layout.readings) == expected
    assert layout.readings == one_by_one(layout)


def test_cells_are_read_once() -> None:
    layout = the_one(STYLED)

    first = layout.readings

    assert [[*map(id, line)] for line in layout.readings] == [[*map(id, line)] for line in first]

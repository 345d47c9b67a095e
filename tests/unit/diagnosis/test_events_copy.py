"""Tests of blocks that were copied, from last year's table or from one beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from crossfooted import Grid, before, crossfooted
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Certainty, Event, Slip, Source, System
from statlint.values import Text

LINES = (
    (91, 27, 83, 54, 255),
    (340, 65, 31, 118, 554),
    (52, 14, 73, 39, 178),
    (206, 43, 19, 64, 332),
    (77, 36, 58, 22, 193),
    (125, 48, 95, 81, 349),
)
OTHERS = (
    (104, 31, 92, 47, 274),
    (297, 71, 26, 133, 527),
    (61, 19, 66, 44, 190),
    (188, 52, 23, 71, 334),
    (85, 29, 64, 17, 195),
    (139, 40, 88, 97, 364),
)
WIDTH = len(LINES[0])
Block = tuple[Sequence[int], Sequence[int]]


def with_total(lines: Grid) -> list[list[int]]:
    return [*map(list, lines), [sum(values) for values in zip(*lines, strict=True)]]


def pasted(lines: Sequence[int], heads: Sequence[int]) -> list[list[int]]:
    grid, others = with_total(LINES), with_total(OTHERS)
    for line in lines:
        for head in heads:
            grid[line][head] = others[line][head]
    return grid


def beside(system: System, grid: Grid) -> System:
    figures = dict(enumerate(value for values in grid for value in values))
    return replace(system, sources=(Source(Text("表四", "Table 4"), figures),))


def at(lines: Sequence[int], heads: Sequence[int]) -> list[int]:
    return [line * WIDTH + head for line in lines for head in heads]


def right(cells: Sequence[int]) -> Mapping[int, int]:
    whole = with_total(LINES)
    return {cell: whole[cell // WIDTH][cell % WIDTH] for cell in cells}


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        pytest.param([2], range(5), id="a line"),
        pytest.param(range(6), [1], id="figures under a head"),
        pytest.param([3], range(1, 4), id="part of a line"),
        pytest.param(range(1, 4), [2], id="part of a column"),
    ],
)
@pytest.mark.parametrize("source", [None, 0], ids=["last year", "a table beside"])
def test_figures_that_edits_tell_are_told(
    lines: Sequence[int], heads: Sequence[int], source: int | None
) -> None:
    grid = pasted(lines, heads)
    tables = crossfooted(grid)
    others = with_total(OTHERS)

    (cause,) = diagnose(before(tables, others) if source is None else beside(tables, others))

    changes = tuple(right(at(lines, heads)).items())
    assert cause.certainty is Certainty.LOCATED
    assert cause.explanations[0].events == (Event(Slip.COPIED, changes, source=source),)


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        pytest.param([1, 2], range(5), id="lines"),
        pytest.param(range(1, 5), range(1, 3), id="a rectangle"),
    ],
)
def test_figures_that_no_edit_tells_stay_open(lines: Sequence[int], heads: Sequence[int]) -> None:
    grid = pasted(lines, heads)

    (cause,) = diagnose(beside(crossfooted(grid), with_total(OTHERS)))

    assert cause.certainty is Certainty.BLOCK
    assert cause.explanations[0].events == (
        Event(Slip.COPIED, (), open=tuple(at(lines, heads)), source=0),
    )


def test_a_wrong_figure_in_a_table_like_its_source_is_no_copy() -> None:
    """A register that changes little from year to year."""
    grid = with_total(LINES)
    grid[2][1] = 41

    (cause,) = diagnose(before(crossfooted(grid), with_total(LINES)))

    (event,) = cause.explanations[0].events
    assert (cause.certainty, event.slip) == (Certainty.LOCATED, Slip.TRANSPOSED)


def test_a_table_that_holds_is_no_copy() -> None:
    assert diagnose(beside(crossfooted(with_total(LINES)), with_total(LINES))) == ()


def test_small_figures_agree_by_chance() -> None:
    """Zeros and ones stand in both tables; one digit is wrong elsewhere."""
    grid = [[1, 0, 1, 0, 2], [0, 1, 0, 0, 1], [40, 52, 63, 18, 173]]
    table = with_total(grid)
    table[2][0] = 46
    other = with_total([[1, 0, 1, 0, 2], [0, 1, 0, 0, 1], [71, 24, 35, 90, 220]])

    (cause,) = diagnose(beside(crossfooted(table), other))

    assert [event.slip for event in cause.explanations[0].events] == [Slip.DIGIT]


def test_a_copy_elsewhere_explains_nothing() -> None:
    """The first line agrees with the source, and all its edits hold; a total is wrong elsewhere."""
    grid = pasted([0], range(5))
    grid[-1] = [sum(values) for values in zip(*grid[:-1], strict=True)]
    grid[3][4] = 323

    (cause,) = diagnose(beside(crossfooted(grid), with_total(OTHERS)))

    assert [event.slip for event in cause.explanations[0].events] == [Slip.TRANSPOSED]

"""Labels, depths and units speak for or against a sum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts import layout_of
from statlint.inference.ground import Ground, ground_of
from statlint.inference.matrix import matrix_of
from statlint.inference.sums import find_sums
from statlint.inference.sums_labels import is_seam, label_bits
from statlint.table import Layout, Role

TABLE = """
Item,2021
Total,60
North,30
Town,10
Village,20
South,30
of which: coast,12
"""


def tree(**changes: object) -> Layout:
    """Make the table with Town and Village under North; `changes` are made to the last line."""
    layout = layout_of(TABLE)
    total, north, town, village, south, coast = layout.lines
    inner = [replace(one, level=1, parent=1) for one in (town, village)]
    last = replace(coast, level=1, parent=4, **changes)  # type: ignore[arg-type]  # fields by name
    return replace(layout, lines=(total, north, *inner, south, last))


def bits(layout: Layout, aggregate: int, *parts: int) -> float:
    """Weigh a sum of lines by labels alone."""
    return label_bits(ground_of(matrix_of(layout)), aggregate, parts)


@pytest.mark.parametrize(
    ("aggregate", "parts", "more"),
    [
        (1, (2, 3), (2,)),
        (0, (1, 4), (1, 2)),
        (0, (1, 4), (1, 4, 5)),
        (0, (1, 4), (2, 3)),
    ],
    ids=["all children", "sisters", "without those of which", "not the leaves of one"],
)
def test_the_better_list(aggregate: int, parts: tuple[int, ...], more: tuple[int, ...]) -> None:
    layout = tree()

    assert bits(layout, aggregate, *parts) > bits(layout, aggregate, *more)


def test_a_total_is_no_part_of_what_is_none() -> None:
    flat = layout_of(TABLE)

    assert bits(flat, 2, 0, 1) == bits(flat, 2, 1, 3) - 3.0


def test_figures_of_other_units_are_no_parts() -> None:
    layout = tree(unit="%")
    other = replace(layout, lines=(replace(layout.lines[0], unit="人"), *layout.lines[1:]))

    assert bits(other, 0, 1, 5) == bits(layout, 0, 1, 5) - 6.0


def test_a_class_of_lines_adds_up_to_its_like() -> None:
    layout = layout_of("Region,2021\nMen,30\nEast,25\nMen,10\nWest,35\nMen,20")

    assert bits(layout, 0, 2, 4) > bits(layout, 0, 1, 3)


def _ground(layout: Layout) -> Ground:
    return ground_of(matrix_of(layout))


@pytest.mark.parametrize(
    ("before", "after", "seam"),
    [(0, 1, True), (1, 2, True), (2, 3, False), (3, 4, True)],
    ids=["after a total", "going deeper", "within a list", "coming up again"],
)
def test_where_a_list_may_end(before: int, after: int, seam: bool) -> None:  # noqa: FBT001 - a case
    assert is_seam(_ground(tree()), before, after) is seam


def test_a_list_may_end_at_an_empty_row_and_at_a_group_line() -> None:
    layout = tree()
    lines = list(layout.lines)
    lines[3] = replace(lines[3], position=9)
    apart = replace(layout, lines=tuple(lines))
    lines = list(tree().lines)
    lines[3] = replace(lines[3], figures=False)
    grouped = replace(layout, lines=tuple(lines))

    assert is_seam(_ground(apart), 2, 3)
    assert is_seam(_ground(grouped), 2, 4)


def test_words_for_codes_forbid_no_part() -> None:
    layout = layout_of("类别,本月,上月\n来信,193,125\n来访,41,128\n电话,250,166\n总计,484,419")
    lines = [replace(one, roles=frozenset({Role.CODE})) for one in layout.lines[2:3]]
    coded = replace(layout, lines=(*layout.lines[:2], *lines, layout.lines[3]))

    found = [(one.aggregate, one.parts) for one in find_sums(matrix_of(coded))]

    assert found == [(3, (0, 1, 2))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(-20, 99), min_size=3, max_size=3), min_size=2, max_size=12))
def test_no_total_is_a_part_of_itself(rows: list[list[int]]) -> None:
    text = "\n".join(f"L{place},{','.join(map(str, row))}" for place, row in enumerate(rows))

    found = find_sums(matrix_of(layout_of(f"Item,A,B,C\n{text}")))

    assert all(one.aggregate not in one.parts and len(one.parts) > 1 for one in found)
    assert all(set(one.missed) <= set(one.positions) for one in found)


@pytest.mark.parametrize(
    ("parts", "less"),
    [((1, 4, 5), 3.0), ((1, 5), 3.0), ((1, 4), 0.0)],
    ids=["beside its whole", "in place of its whole", "none"],
)
def test_a_part_of_which_speaks_against_a_sum(parts: tuple[int, ...], less: float) -> None:
    layout = layout_of(TABLE)
    plain = [replace(one, roles=one.roles - {Role.OF_WHICH}) for one in layout.lines]
    wordless = replace(layout, lines=tuple(plain))

    # A list that leaves lines out is no whole family either: only words differ here.
    assert bits(wordless, 0, *parts) - bits(layout, 0, *parts) == less

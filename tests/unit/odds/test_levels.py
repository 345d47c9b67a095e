"""What a table lets expect of each of its figures."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.odds.levels import levels_of
from statlint.odds.pairs import Pair

FIGURES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=30)


def table(factor: float, lines: int = 10, heads: int = 4) -> list[Pair]:
    return [
        Pair(f"l{line}", f"h{head}", 100 + 10 * line, round((100 + 10 * line) * factor))
        for line in range(lines)
        for head in range(heads)
    ]


def test_all_figures_are_expected_to_grow_as_the_table_does() -> None:
    levels = levels_of(table(1.5))

    assert levels.growth == pytest.approx(1.5, abs=0.01)
    assert levels.spread == pytest.approx(0.2)


def test_a_line_that_rose_lets_expect_more_of_each_figure_on_it() -> None:
    pairs = [
        Pair(one.line, one.head, one.before, one.now * 2) if one.line == "l3" else one
        for one in table(1.0)
    ]

    levels = levels_of(pairs)
    means = {pair.line: one.mean for pair, one in zip(pairs, levels.expected, strict=True)}

    assert means["l3"] > 140
    assert means["l4"] == pytest.approx(140, rel=0.05)


def test_a_figure_made_of_others_is_expected_to_grow_as_the_table_does() -> None:
    pairs = [
        Pair(one.line, one.head, one.before, one.now * 2) if one.line == "l3" else one
        for one in table(1.0)
    ]
    total = Pair("l3", "all", 520, 1040, summed=True)

    levels = levels_of([*pairs, total])

    assert levels.expected[-1].mean == pytest.approx(520, rel=0.01)


def test_few_figures_do_not_tell_how_far_figures_move() -> None:
    levels = levels_of(table(1.0, lines=2, heads=2))

    assert {one.spread for one in levels.expected} == {0.5}


def test_figures_that_jump_are_expected_to_jump() -> None:
    rng = Random(1)  # noqa: S311 - figures, not secrets
    pairs = [
        Pair(one.line, one.head, one.before, one.before * math.exp(rng.gauss(0, 0.8)))
        for one in table(1.0)
    ]

    assert levels_of(pairs).spread > 0.5


def test_a_head_may_move_farther_than_the_others() -> None:
    rng = Random(2)  # noqa: S311 - figures, not secrets
    pairs = [
        Pair(one.line, one.head, one.before, one.before * math.exp(rng.gauss(0, 0.9)))
        if one.head == "h0"
        else one
        for one in table(1.0, lines=20)
    ]

    spreads = {
        pair.head: one.spread for pair, one in zip(pairs, levels_of(pairs).expected, strict=True)
    }

    assert spreads["h0"] > 2 * spreads["h1"]


@given(FIGURES)
def test_whatever_the_figures_something_is_expected(figures: list[tuple[int, int]]) -> None:
    pairs = [Pair(f"l{at // 3}", f"h{at % 3}", *one) for at, one in enumerate(figures)]

    levels = levels_of(pairs)

    assert all(one.mean > 0 and 0.2 <= one.spread <= 2 for one in levels.expected)

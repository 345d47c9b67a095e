"""What befell a line, by the gaps of a total."""

from __future__ import annotations

import pytest

from statlint.inference.line_wrongs import Gap, is_left_out, is_moved, is_spoilt

FIGURES = (245, 137, 287, 124)


def gaps_of(*sizes: int, slack: int = 0) -> dict[int, Gap]:
    return {at: Gap(size, slack, 1) for at, size in enumerate(sizes)}


@pytest.mark.parametrize(
    ("gaps", "found"),
    [
        pytest.param(gaps_of(-245, -137, -287, -124), (True, False), id="left out"),
        pytest.param(gaps_of(245, 137, 287, 124), (False, True), id="twice"),
        pytest.param(gaps_of(2205, 1233, 2583, 1116), (False, True), id="ten times too small"),
        pytest.param(gaps_of(-246, -136, -287, -124, slack=7), (True, False), id="rounded"),
        pytest.param(gaps_of(-246, -136, -287, -124), (False, False), id="off, and not rounded"),
        pytest.param(gaps_of(-490, -274, -574, -248), (False, False), id="taken away"),
        pytest.param(gaps_of(-245, -137, -287, -124, slack=300), (False, False), id="too coarse"),
    ],
)
def test_gaps_are_multiples_of_the_line(gaps: dict[int, Gap], found: tuple[bool, bool]) -> None:
    assert (is_left_out(FIGURES, gaps), is_spoilt(FIGURES, gaps)) == found


def test_a_sign_is_wrong_where_all_figures_are_negative() -> None:
    negative = [-figure for figure in FIGURES]

    assert is_spoilt(negative, gaps_of(490, 274, 574, 248))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        pytest.param((0, 245, 137, 287), True, id="on"),
        pytest.param((137, 287, 124, 0), True, id="back"),
        pytest.param((0, 245, 137, 288), False, id="changed besides"),
        pytest.param((0, 245, None, 287), False, id="a blank between"),
    ],
)
def test_figures_stand_one_place_further_on(row: tuple[int | None, ...], *, found: bool) -> None:
    due = gaps_of(*(figure - (own or 0) for figure, own in zip(FIGURES, row, strict=True)))

    assert is_moved(row, due) is found

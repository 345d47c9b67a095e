"""Tests of what a table and last year let expect of a figure."""

from __future__ import annotations

import pytest

from crossfooted import before, crossfooted
from statlint.diagnosis.margins import Figure, margins_of
from statlint.diagnosis.net import net_of
from statlint.diagnosis.prior import prior_of

LEVELS = (40, 100, 250, 600)
SHARES = (0.6, 0.3, 0.1)


def _figures(year: float | None = None) -> list[Figure]:
    return [
        Figure(line, head, level * share, None if year is None else level * share / year)
        for line, level in enumerate(LEVELS)
        for head, share in enumerate(SHARES)
    ]


def test_a_cell_has_its_heads_share_of_its_line() -> None:
    expected = margins_of(_figures()).by_table(2, 1)

    assert expected is not None
    assert expected.mean == pytest.approx(75, rel=0.05)


def test_a_line_of_which_little_is_seen_is_less_sure() -> None:
    margins = margins_of(_figures())

    sizes = [found.size for line in (0, 3) if (found := margins.by_table(line, 0)) is not None]

    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param([], id="no figure"),
        pytest.param([Figure(0, 0, 5, None), Figure(0, 1, 7, None)], id="one line"),
        pytest.param([Figure(line, 0, 5, None) for line in range(5)], id="one head"),
        pytest.param(
            [Figure(line, head, 0, None) for line in range(4) for head in range(3)],
            id="nothing but 0",
        ),
    ],
)
def test_a_small_table_lets_expect_nothing(figures: list[Figure]) -> None:
    assert margins_of(figures).by_table(0, 0) is None


def test_growth_is_that_of_the_table() -> None:
    expected = margins_of(_figures(year=1.25)).by_year(80)

    assert expected is not None
    assert expected.mean == pytest.approx(100, rel=0.02)


def test_a_figure_below_0_last_year_lets_expect_nothing() -> None:
    assert margins_of([]).by_year(-7) is None


def test_a_figure_as_last_years_is_more_probable() -> None:
    grid = [[91, 27, 118], [340, 65, 405], [52, 14, 66], [483, 106, 589]]
    system = before(crossfooted([[910, 27, 118], *grid[1:]]), grid)

    prior = prior_of(net_of(system))

    assert prior.gain(0, 91) > 2
    assert prior.gain(0, 9100) < 0


def test_totals_have_no_prior_of_their_own() -> None:
    system = crossfooted([[91, 27, 118], [340, 65, 405], [431, 92, 523]])

    assert prior_of(net_of(system)).gain(2, 9) == 0.0


def test_a_figure_below_the_least_is_hardly_possible() -> None:
    system = crossfooted([[-91, 27, 118], [340, 65, 405], [431, 92, 523]])

    assert prior_of(net_of(system)).gain(0, 91) > 5

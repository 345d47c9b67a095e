"""Single figures that cross are worked out one from the other."""

from __future__ import annotations

import pytest

from crossfooted import crossfooted
from statlint.diagnosis.model import System
from statlint.diagnosis.net import net_of
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.search import Budget, Search
from statlint.diagnosis.singles import Singles, chosen, fewest

RIGHT = (
    (912, 275, 83, 467, 1737),
    (340, 651, 318, 228, 1537),
    (529, 146, 737, 941, 2353),
    (1781, 1072, 1138, 1636, 5627),
)


def system_with(wrong: dict[int, int]) -> System:
    grid = [list(line) for line in RIGHT]
    for cell, value in wrong.items():
        grid[cell // 5][cell % 5] = value
    return crossfooted(grid)


def explained(system: System, tries: int = 1000) -> list[dict[int, int]]:
    net = net_of(system)
    search = Search(net, Pricer(net, prior_of(net)))
    found = Singles(search, net.broken(), Budget(tries)).explain(len(net.broken()) - 1)
    return [{cell: new for event in one.events for cell, new in event.changes} for one in found]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({0: 921}, id="one"),
        pytest.param({0: 921, 6: 615}, id="two that share nothing"),
        pytest.param({0: 921, 1: 257, 5: 304}, id="two in a line and two in a column"),
        pytest.param({0: 921, 1: 257, 7: 381, 8: 2288}, id="four, two in each line"),
    ],
)
def test_the_figures_are_found(wrong: dict[int, int]) -> None:
    found = explained(system_with(wrong))

    assert found[0] == {cell: RIGHT[cell // 5][cell % 5] for cell in wrong}


def test_the_search_stops_where_its_budget_ends() -> None:
    assert explained(system_with({0: 921, 1: 257, 7: 381, 8: 2288}), tries=3) == []


def test_it_takes_as_many_figures_as_edits_that_share_no_cell() -> None:
    net = net_of(system_with({0: 921, 1: 257, 2: 38}))

    assert fewest(net, net.broken()) == 3


def test_an_edit_is_chosen_that_one_figure_mends_alone() -> None:
    net = net_of(system_with({0: 921, 1: 257, 2: 38}))
    line, *heads = net.broken()

    assert chosen(net, frozenset(net.broken()), 3) == heads[:1]
    assert chosen(net, frozenset(net.broken()), 4) == heads
    assert chosen(net, frozenset([line]), 2) == []

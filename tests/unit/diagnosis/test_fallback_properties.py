"""Properties of what a solver tells of any table with many wrong figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfooted import crossfooted
from statlint.diagnosis.fallback import Fallback, Found
from statlint.diagnosis.model import System
from statlint.diagnosis.net import net_of
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.search import Search

HEIGHT, WIDTH = 3, 3


@st.composite
def tables(draw: st.DrawFn) -> System:
    """Draw a table that adds up both ways, and write three to five other figures into it."""
    figure = st.integers(0, 900)
    lines = [[draw(figure) for _ in range(WIDTH)] for _ in range(HEIGHT)]
    lines = [[*values, sum(values)] for values in lines]
    grid = [*lines, [sum(values) for values in zip(*lines, strict=True)]]
    for _ in range(draw(st.integers(3, 5))):
        grid[draw(st.integers(0, HEIGHT))][draw(st.integers(0, WIDTH))] = draw(figure)
    return crossfooted(grid, slack=draw(st.sampled_from([0, 0, 1])))


@pytest.fixture(autouse=True, scope="module")
def _solver() -> None:
    pytest.importorskip("highspy")


def explained(system: System) -> Found:
    net = net_of(system)
    return Fallback(Search(net, Pricer(net, prior_of(net)))).explain(net.broken())


@settings(max_examples=12, deadline=None)
@given(tables())
def test_explanations_mend_all_and_break_none(system: System) -> None:
    for one in explained(system).explanations:
        changes = dict(one.changes())
        figures = [changes.get(at, cell.value) for at, cell in enumerate(system.cells)]

        assert len(changes) == len(one.events)
        assert all(figures[at] != system.cells[at].value >= 0 for at in changes)
        assert min(figures) >= 0
        assert all(
            abs(sum(weight * figures[cell] for cell, weight in each.terms)) <= each.slack
            for each in system.equations
        )


@settings(max_examples=5, deadline=None)
@given(tables())
def test_the_same_table_is_explained_alike_each_time(system: System) -> None:
    assert explained(system) == explained(system)


@settings(max_examples=5, deadline=None)
@given(tables())
def test_explanations_come_cheapest_first_and_once(system: System) -> None:
    found = explained(system).explanations

    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert len({one.changes() for one in found}) == len(found)

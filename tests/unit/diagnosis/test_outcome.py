"""Tests of how sure an explanation is said to be."""

from __future__ import annotations

import pytest

from statlint.diagnosis.model import Certainty, Event, Slip
from statlint.diagnosis.outcome import outcome
from statlint.diagnosis.priced import Priced


def priced(*costs: float) -> list[Priced]:
    """Make explanations of one figure each; each changes another cell."""
    return [Priced((Event(Slip.DIGIT, ((cell, 7),)),), cost) for cell, cost in enumerate(costs)]


@pytest.mark.parametrize(
    ("costs", "certainty", "listed"),
    [
        pytest.param((), Certainty.LINE, 0, id="none"),
        pytest.param((10.0,), Certainty.LOCATED, 1, id="one"),
        pytest.param((10.0, 14.0), Certainty.LOCATED, 1, id="one far ahead"),
        pytest.param((10.0, 11.0), Certainty.ONE_OF, 2, id="two close to one another"),
        pytest.param((10.0,) * 5, Certainty.ONE_OF, 5, id="five alike"),
        pytest.param((10.0,) * 6, Certainty.LINE, 0, id="six alike"),
        pytest.param((10.0, 10.5, 11.5, 12.0, 12.0, 12.0, 12.0), Certainty.LINE, 2, id="guesses"),
        pytest.param((29.5,), Certainty.LINE, 1, id="as improbable as that it is something else"),
    ],
)
def test_certainty_follows_from_the_probabilities(
    costs: tuple[float, ...], certainty: Certainty, listed: int
) -> None:
    cause = outcome((3,), priced(*costs), 30.0)

    assert (cause.certainty, len(cause.explanations)) == (certainty, listed)


def test_a_search_that_had_to_stop_is_never_sure() -> None:
    cause = outcome((3,), priced(10.0), 30.0, capped=True)

    assert (cause.certainty, len(cause.explanations)) == (Certainty.LINE, 1)


def test_stories_of_the_same_figures_count_together() -> None:
    parts = [Event(Slip.OMITTED_PARTS, ((9, 50),), about) for about in ((1,), (2,))]
    other = Event(Slip.DIGIT, ((4, 7),))
    found = [Priced((event,), 10.0) for event in (*parts, other)]

    cause = outcome((0,), found, 30.0)

    assert [one.events for one in cause.explanations] == [(parts[0],), (other,)]
    assert [round(one.probability, 2) for one in cause.explanations] == [0.67, 0.33]

"""Figures of a unit that have changed otherwise than those of others."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from statlint.history.drift import Drift
from statlint.history.drifts import drifts_of
from statlint.history.roll import Return, Roll
from statlint.history.unlike import unlike_others
from statlint.values import Thresholds
from years import history_of


def drift(was: float, now: float, *, whole: bool = True) -> Drift:
    return Drift(
        "form",
        "table",
        "before.csv",
        ("a.h",),
        array("d", [was]),
        array("d", [now]),
        whole,
        None,
        array("I", [2]),
        array("H", [2]),
        ("a",),
        ("h",),
    )


def roll_of(drifts: Sequence[Drift]) -> Roll:
    returns = tuple(Return(f"{at}.csv", drifts=(one,)) for at, one in enumerate(drifts))
    return Roll("", "", None, (), returns)


def told(drifts: Sequence[Drift]) -> list[tuple[str, bool]]:
    return [(one.of.path, one.mild) for one in unlike_others(roll_of(drifts))]


CALM = [(100.0 + 10 * at, 101.0 + 10 * at + (-1) ** at * (at % 4)) for at in range(12)]


@pytest.mark.parametrize("whole", [True, False], ids=["counts", "amounts"])
def test_a_unit_that_rose_alone_is_told(whole: object) -> None:
    drifts = [drift(was, now, whole=bool(whole)) for was, now in (*CALM, (120.0, 700.0))]

    assert told(drifts) == [("12.csv", False)]


def test_units_that_moved_alike_are_not() -> None:
    assert told([drift(was, now) for was, now in CALM]) == []


def test_a_unit_far_from_others_that_move_much_is_information() -> None:
    wide = [(100.0, 100.0 * (1 + 0.06 * at)) for at in range(-6, 7)]

    assert told([drift(was, now) for was, now in (*wide, (100.0, 260.0))]) == [("13.csv", True)]


def test_few_units_are_not_held_against_one_another() -> None:
    assert told([drift(was, now) for was, now in (*CALM[:8], (120.0, 700.0))]) == []


def test_more_units_may_be_asked_for() -> None:
    roll = roll_of([drift(was, now) for was, now in (*CALM, (120.0, 700.0))])
    many = Roll("", "", None, (), roll.strangers, thresholds=Thresholds(fewest_units=20))

    assert list(unlike_others(many)) == []


def test_a_drift_holds_what_is_above_nothing_in_both_periods() -> None:
    history, now = history_of({}, {"a": [10, 0], "b": [7, 5]}, {"a": [12, 3], "b": [8, 0]})
    (facts,) = now.facts

    (found,) = drifts_of(history, {fact for fact in facts if fact.line.key == "b"})

    assert (found.keys, list(found.was), list(found.now)) == (("a.h0",), [10.0], [12.0])
    assert (found.place(0).line, found.place(0).head, found.whole) == ("a", "h0", True)

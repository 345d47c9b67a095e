"""Tuples that are made when they are first asked for."""

from __future__ import annotations

import pickle

from statlint.form.later import Later


def test_it_is_made_once() -> None:
    calls: list[str] = []

    def make() -> tuple[str, ...]:
        calls.append("made")
        return ("a", "b")

    later = Later(make)
    before = list(calls)

    assert (before, list(later), len(later), calls) == ([], ["a", "b"], 2, ["made"])


def test_it_is_as_good_as_the_tuple() -> None:
    later = Later(lambda: (1, 2, 3))

    assert (later[0], later[1:], bool(later)) == (1, (2, 3), True)
    assert [later == other for other in ((1, 2, 3), Later(lambda: (1, 2, 3)))] == [True, True]
    assert [later == other for other in ((1, 2), {1, 2, 3})] == [False, False]
    assert (hash(later), repr(later)) == (hash((1, 2, 3)), "(1, 2, 3)")


def test_it_leaves_a_process_as_a_tuple() -> None:
    kept = pickle.loads(pickle.dumps(Later(lambda: (1, 2))))  # noqa: S301 - our own bytes

    assert (type(kept), kept) == (tuple, (1, 2))

"""What tells the lines of a long table apart."""

from __future__ import annotations

import pytest

from statlint.bulk.keys import Rising, Seen, places_of


@pytest.mark.parametrize(
    ("stretches", "holds"),
    [
        pytest.param([["1", "2"], ["3"]], True, id="each larger"),
        pytest.param([["1", ""], ["3"]], True, id="a line without one"),
        pytest.param([["1", "2"], ["2"]], False, id="twice"),
        pytest.param([["2", "1"]], False, id="not in order"),
        pytest.param([["a"], ["1"]], False, id="words"),
    ],
)
def test_tells_whether_keys_rise(stretches: list[list[str]], *, holds: bool) -> None:
    rising = Rising()
    for texts in stretches:
        rising.add(texts)

    assert rising.holds is holds


def test_finds_what_is_there_twice() -> None:
    seen = Seen()
    seen.add([f"u{number}" for number in range(100_000)])
    seen.add(["u7"])

    assert seen.repeated() == frozenset({hash("u7")})
    assert not seen.is_full


def test_takes_what_repeats_often_for_no_key() -> None:
    seen = Seen()
    seen.add(["a", "b"] * 100)

    assert seen.repeated() is None


def test_chooses_columns_that_tell_rows_apart() -> None:
    rows = [["p", "a"], ["p", "b"], ["q", "a"]]

    assert places_of(rows, [0, 1]) == (0, 1)
    assert places_of([*rows, ["q", "a"]], [0, 1]) == ()
    assert places_of([["p", "a"], ["p", "b"]], [0, 1]) == (1,)

"""What is odd about a form beside earlier ones, each cause once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from statlint.values import Number, Thresholds
from years import Lines, odd_in

SUMS: Mapping[str, object] = {
    "edit": [
        {"id": "R", "rule": "h0 + h1 = h2", "per": "line"},
        {"id": "T", "rule": "a + b + c = all", "per": "head"},
    ]
}


def summed(*rows: tuple[int, int]) -> Lines:
    """Make three lines of two figures with all their totals."""
    lines = dict(zip("abc", ([one, other, one + other] for one, other in rows), strict=True))
    return {**lines, "all": [sum(column) for column in zip(*lines.values(), strict=True)]}


BEFORE = summed((312, 44), (205, 39), (118, 21))


@pytest.mark.parametrize(
    ("now", "odd"),
    [
        pytest.param(summed((330, 41), (210, 42), (109, 20)), [], id="usual"),
        pytest.param(
            summed((3120, 41), (210, 42), (109, 20)), ["factor figure: a.h0"], id="one tenfold"
        ),
        pytest.param(
            summed((1600, 41), (210, 42), (109, 20)), ["change figure: a.h0"], id="one fivefold"
        ),
        pytest.param(
            summed((0, 41), (210, 42), (109, 20)), ["vanished figure: a.h0"], id="one gone"
        ),
        pytest.param(
            summed((330, 41), (21_000, 4200), (109, 20)),
            ["factor line: b.h0 b.h1 b.h2"],
            id="a line in another unit",
        ),
        pytest.param(
            summed((330, 41), (0, 0), (109, 20)),
            ["vanished line: b.h0 b.h1 b.h2"],
            id="a line gone",
        ),
        pytest.param(
            BEFORE,
            ["same table: " + " ".join(f"{line}.h{at}" for line in BEFORE for at in range(3))],
            id="copied",
        ),
    ],
)
def test_a_cause_is_told_once(now: Lines, odd: list[str]) -> None:
    assert odd_in(SUMS, BEFORE, now) == odd


def test_a_line_in_another_unit_that_its_totals_do_not_follow_is_left_to_these() -> None:
    now = {**summed((330, 41), (210, 42), (109, 20)), "a": [3300, 410, 371]}

    assert odd_in(SUMS, BEFORE, now) == []


def test_what_most_lines_do_is_usual_for_their_total_as_well() -> None:
    lines = [f"l{at}" for at in range(12)]
    edits = {"edit": [{"id": "T", "rule": f"{' + '.join(lines[:8])} = all", "per": "head"}]}
    calm = {line: [400, 410, 405, 395] for line in lines[8:]}

    def year(factor: Decimal, most: int) -> Lines:
        figures = {line: [int(60 * factor)] * 4 for line in lines[:6]}
        figures |= {line: [most] * 4 for line in lines[6:8]}
        return {**figures, **calm, "all": [6 * int(60 * factor) + 2 * most] * 4}

    assert odd_in(edits, year(Decimal(1), 60), year(Decimal("2.2"), 200)) == []


def test_a_share_of_odd_figures_is_not_told() -> None:
    form = {
        "head": [
            {"key": "h0", "label": "Closed"},
            {"key": "h1", "label": "Received"},
            {"key": "h2", "label": "Rate", "kind": "share"},
        ],
        "edit": [{"id": "S", "rule": "h2 = 100 * h0 / h1", "per": "line"}],
    }
    before: Lines = {"a": [90, 100, Decimal("90.0")], "b": [45, 50, Decimal("90.0")]}
    now: Lines = {"a": [9, 100, Decimal("9.0")], "b": [45, 50, Decimal("90.0")]}

    assert odd_in(form, before, now) == ["factor figure: a.h0"]


def test_a_share_that_nothing_explains_is_compared_in_points() -> None:
    form = {"kind": "share"}

    assert odd_in(form, {"a": [Decimal("98.7")]}, {"a": [Decimal("9.87")]}) == [
        "factor figure: a.h0"
    ]


def test_amounts_in_another_unit_are_told_both_ways() -> None:
    form = {"kind": "amount"}
    large: dict[str, list[Number | None]] = {"a": [124_000], "b": [306_000], "c": [81_000]}
    small: dict[str, list[Number | None]] = {
        "a": [Decimal("12.6")],
        "b": [Decimal("29.8")],
        "c": [Decimal("8.3")],
    }

    assert odd_in(form, small, large) == ["factor table: a.h0 b.h0 c.h0"]
    assert odd_in(form, large, small) == ["factor table: a.h0 b.h0 c.h0"]


def test_a_series_that_jumps_hides_no_other() -> None:
    years: list[Lines] = [
        {"a": [count], "b": [100 + at]} for at, count in enumerate((9, 80, 20, 12, 150))
    ]
    now: Lines = {"a": [9], "b": [1000]}

    assert odd_in({}, *years, now) == ["factor figure: b.h0"]


def test_a_blank_says_nothing_where_a_form_wants_zeros_written() -> None:
    assert odd_in({}, {"a": [None, 40]}, {"a": [None, 41]}) == []


def test_thresholds_decide() -> None:
    now = summed((330, 41), (210, 42), (109, 20))
    now = {**now, "a": [600, 41, 641], "all": [919, 103, 1022]}

    assert odd_in(SUMS, BEFORE, now) == []
    strict = Thresholds(false_alarms=9, unusual=0.5, least_change=1)
    assert odd_in(SUMS, BEFORE, now, thresholds=strict) != []

"""Periods: each kind survives a round trip, and the next after the previous is itself."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import Period

PARTS = {"": 1, "H": 2, "Q": 4, "M": 12}
PERIODS = st.sampled_from(sorted(PARTS)).flatmap(
    lambda kind: st.builds(
        Period,
        year=st.integers(min_value=1900, max_value=2998),
        kind=st.just(kind),
        number=st.integers(min_value=1, max_value=PARTS[kind]),
    )
)


@pytest.mark.parametrize(
    ("period", "written"),
    [
        pytest.param(Period(2024), "2024", id="a year"),
        pytest.param(Period(2024, "H", 2), "2024-H2", id="a half-year"),
        pytest.param(Period(2024, "Q", 1), "2024-Q1", id="a quarter"),
        pytest.param(Period(2024, "M", 3), "2024-M03", id="a month"),
    ],
)
def test_a_period_is_written_as_in_sdmx(period: Period, written: str) -> None:
    assert str(period) == written


@given(PERIODS)
def test_a_period_survives_a_round_trip(period: Period) -> None:
    assert Period.parse(f" {period}\n") == period


@given(PERIODS)
def test_the_next_after_the_previous_is_itself(period: Period) -> None:
    assert period.previous.next == period
    assert period.next.previous == period


@given(PERIODS)
def test_as_many_steps_as_a_year_has_parts_make_a_year(period: Period) -> None:
    later = period
    for _ in range(PARTS[period.kind]):
        later = later.next

    assert later == Period(period.year + 1, period.kind, period.number)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-", "2024-Q5", "2024-Q0", "2024-H3", "2024-M3", "2024-M13", "2024Q1", "2024年"],
)
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period such as"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("kind", "number"), [("Q", 5), ("Q", 0), ("H", 3), ("M", 13), ("", 2), ("W", 1)]
)
def test_a_part_that_a_year_does_not_have_is_refused(kind: str, number: int) -> None:
    with pytest.raises(ValueError, match=f"no period {kind}{number} in a year"):
        Period(2024, kind, number)


@given(PERIODS)
def test_a_period_begins_on_the_day_after_the_one_before(period: Period) -> None:
    assert date(*period.first_day) == date(*period.previous.last_day) + timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        pytest.param("2024", (2024, 12, 31), id="a year"),
        pytest.param("2024-H1", (2024, 6, 30), id="a half-year"),
        pytest.param("2024-Q3", (2024, 9, 30), id="a quarter"),
        pytest.param("2023-M02", (2023, 2, 28), id="February"),
        pytest.param("2024-M02", (2024, 2, 29), id="February of a leap year"),
        pytest.param("2100-M02", (2100, 2, 28), id="February of a century"),
        pytest.param("2000-M02", (2000, 2, 29), id="February of a fourth century"),
        pytest.param("2024-M11", (2024, 11, 30), id="November"),
    ],
)
def test_the_last_day_of_a_period(written: str, day: tuple[int, int, int]) -> None:
    assert Period.parse(written).last_day == day


def test_every_month_ends_on_its_last_day() -> None:
    days = [Period(2023, "M", month).last_day for month in range(1, 13)]

    assert days == [(2023, month, monthrange(2023, month)[1]) for month in range(1, 13)]

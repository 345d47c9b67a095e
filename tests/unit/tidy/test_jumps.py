"""Figures of a long list that jump out of their series."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from long_lists import crossed, listing_of
from statlint.tidy.jumps import jumps_of
from statlint.tidy.listing import Listing
from statlint.values import Thresholds

TOWNS = tuple(f"{sign}镇" for sign in "甲乙丙丁戊己庚辛壬癸")
YEARS = tuple(str(year) for year in range(2015, 2023))
MONTHS = tuple(f"{year}-{month:02d}" for year in (2021, 2022) for month in range(1, 13))
_Key = tuple[str, str]


def listed(
    periods: tuple[str, ...],
    figure: Callable[[str, str], float],
    changed: Mapping[_Key, float] | None = None,
) -> Listing:
    wrong = changed or {}

    def value(town: str, period: str) -> float:
        return wrong.get((town, period), figure(town, period))

    listing = listing_of(crossed("地区,时期,数值", (TOWNS, periods), value))
    assert listing is not None
    return listing


def steady(town: str, period: str) -> int:
    at = TOWNS.index(town)
    return 200 + 40 * at + (7 * at + 11 * int(period[:4]) + 5 * int(period[-2:])) % 13


def seasonal(town: str, period: str) -> int:
    return steady(town, period) * (6 if period.endswith("-12") else 1)


def told(listing: Listing) -> list[tuple[str, str, int]]:
    """Tell the jumps: the town, the period, the power of ten."""
    towns = listing.keys[0]
    return [
        (
            towns.texts[towns.codes[jump.row]],
            str(listing.moments[listing.periods[jump.row]]),
            jump.power,
        )
        for jump in jumps_of(listing, listing.figures[0], Thresholds())
    ]


@pytest.mark.parametrize(
    ("changed", "jumps"),
    [
        pytest.param({}, [], id="none"),
        pytest.param({("丙镇", "2018"): 2900}, [("丙镇", "2018", 1)], id="in the middle"),
        pytest.param({("丙镇", "2022"): 29}, [("丙镇", "2022", -1)], id="in the last year"),
        pytest.param({("丙镇", "2015"): 2900}, [("丙镇", "2015", 1)], id="in the first year"),
        pytest.param({("丙镇", "2018"): 1300}, [("丙镇", "2018", 0)], id="by no power of ten"),
        pytest.param({("丙镇", str(year)): 1300 for year in range(2018, 2023)}, [], id="for good"),
        pytest.param({("丙镇", "2018"): 0}, [], id="nothing at all"),
    ],
)
def test_a_figure_alone_in_its_series_is_told(
    changed: Mapping[_Key, float], jumps: list[tuple[str, str, int]]
) -> None:
    assert told(listed(YEARS, steady, changed)) == jumps


def test_what_comes_back_every_year_is_usual() -> None:
    assert told(listed(MONTHS, seasonal)) == []


def test_few_changes_do_not_tell_how_far_figures_move() -> None:
    assert told(listed(YEARS[:3], steady, {("丙镇", "2016"): 2900})) == []


def test_amounts_are_told_as_counts_are() -> None:
    def amount(town: str, period: str) -> float:
        return steady(town, period) / 100

    listing = listed(YEARS, amount, {("丙镇", "2018"): 29.1})

    assert told(listing) == [("丙镇", "2018", 1)]

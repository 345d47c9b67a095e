"""Moving means are found by their words, up to the present or around it."""

from __future__ import annotations

import pytest

from statlint.inference import Relation, understand
from statlint.table.layouts import layouts_of
from tables import grid_of

TRAILING = """
Month,Sales,3-month moving average
2023-01,4120,
2023-02,3770,
2023-03,6999,4963.0
2023-04,6881,5883.3
2023-05,4834,6238.0
2023-06,2338,4684.3
2023-07,7355,4842.3
"""
CENTRED = """
年份,产量,三年移动平均
2014,6574,
2015,3554,4213.0
2016,2511,3633.0
2017,4834,3768.7
2018,3961,4038.0
2019,3319,
"""


def moving_in(text: str) -> list[Relation]:
    """Find the means of a table that are taken along another strip."""
    found = understand(layouts_of(grid_of(text)))
    return [one for own in found for one in own.relations if one.places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (TRAILING, ((0, 1, 2, 3, 4), (1, 2, 3, 4, 5), (2, 3, 4, 5, 6))),
        (CENTRED, ((0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5))),
    ],
    ids=["up to the present", "around it"],
)
def test_a_moving_mean(text: str, places: tuple[tuple[int, ...], ...]) -> None:
    found = moving_in(text)

    assert [(one.parts, one.places, one.missed) for one in found] == [((0, 0, 0), places, ())]


def test_one_wrong_mean_is_missed_there() -> None:
    assert [one.missed for one in moving_in(TRAILING.replace("6238.0", "6328.0"))] == [(4,)]


@pytest.mark.parametrize(
    "text",
    [
        TRAILING.replace("3-month moving average", "Stocks"),
        TRAILING.replace("4963.0", "1.1").replace("5883.3", "2.2").replace("6238.0", "3.3"),
        "年份,产量,三年移动平均\n2015,3554,3554\n2016,2511,3032.5\n",
    ],
    ids=["no word for it", "other figures", "two lines"],
)
def test_too_little_speaks_for_it(text: str) -> None:
    assert moving_in(text) == []

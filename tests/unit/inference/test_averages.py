"""Means are found."""

from __future__ import annotations

import pytest

from rates_told import rates_told

SCORES = """姓名,语文,数学,英语,平均分
王芳,88,92,79,86.33
李明,75,81,90,82.00
赵静,93,67,84,81.33
陈刚,69,95,77,80.33
平均,81.25,83.75,82.50,82.50
"""
WITH_TOTAL = """Region,2021,2022,2023
North,412,377,295
South,618,401,388
East,333,512,476
Total,1363,1290,1159
Mean,454.33,430.00,386.33
"""
BLANK = """Pupil,Work,Test,Talk,Song,Average
A,8.0,10.0,9.0,9.0,9.00
B,10.0,,9.0,8.5,9.17
C,7.0,9.0,5.0,4.0,6.25
D,6.0,8.0,,8.5,7.50
"""
AS_NOUGHT = BLANK.replace("9.17", "6.88").replace("7.50", "5.63")
HEADS_OF_MEANS = """Families,2006 average,2006 share,2007 average,2007 share
All,8890,100.0,9012,100.0
. Lowest,12511,28.1,12834,28.4
. Second,11023,24.7,11332,25.1
. Third,9216,20.7,9197,20.4
. Fourth,6931,15.6,6785,15.4
. Highest,4769,10.9,4912,10.8
"""
WITHHELD = """Region,Quantity,Value
North,x,63912.97
South,151,18935.40
East,546,542805.90
West,246,134229.90
Mean,392.67,189971.04
"""
MEDIAN = """Region,2021,2022,2023
North,412,377,295
South,618,401,388
East,333,512,476
Median,412,401,388
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            SCORES,
            ["heads 3 = average 0 1 2 at 5", "lines 4 = average 0 1 2 3 at 4"],
            id="of heads and of lines",
        ),
        pytest.param(WITH_TOTAL, ["lines 4 = average 0 1 2 at 3"], id="the total left out"),
        pytest.param(BLANK, ["heads 4 = average 0 1 2 3 at 4"], id="blanks left out"),
        pytest.param(AS_NOUGHT, ["heads 4 = average 0 1 2 3 at 4"], id="blanks taken for noughts"),
        pytest.param(
            HEADS_OF_MEANS, ["lines 0 = average 1 2 3 4 5 at 2"], id="under heads of means only"
        ),
        pytest.param(WITHHELD, ["lines 4 = average 0 1 2 3 at 1"], id="a part withheld"),
        pytest.param(MEDIAN, [], id="a median is no mean"),
        pytest.param(
            SCORES.replace("80.33", "83.33"),
            ["heads 3 = average 0 1 2 at 5 but [3]", "lines 4 = average 0 1 2 3 at 3"],
            id="one mean wrong",
        ),
    ],
)
def test_means(text: str, found: list[str]) -> None:
    told = rates_told(text)

    assert told == found


def test_many_positions_show_a_mean_that_nothing_names() -> None:
    lines = [
        f"Q{at},{at * at % 97},{at * 7 % 53},{(at * at % 97 + at * 7 % 53) / 2}"
        for at in range(1, 31)
    ]
    text = "\n".join(["Quarter,P1,P2,P7", *lines]) + "\n"

    told = rates_told(text)

    assert told == ["heads 2 = average 0 1 at 30"]


def test_few_positions_do_not() -> None:
    told = rates_told("Quarter,P1,P2,P7\nQ1,4,6,5\nQ2,8,12,10\nQ3,3,9,6\nQ4,15,5,10\n")

    assert told == []


def unhinted(heads: int, *, wrong: int = 0) -> str:
    """Make lines of whole figures, the last of which is the mean of the four above it."""
    rows = [[1000 + (at * step) % 8117 for at in range(heads)] for step in (377, 1213, 2551, 4099)]
    means = [round(sum(column) / 4) for column in zip(*rows, strict=True)]
    means[3] += wrong
    lines = [[f"L{place}", *row] for place, row in enumerate([*rows, means])]
    return "\n".join(",".join(map(str, line)) for line in [["x", *range(heads)], *lines])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(unhinted(30), ["lines 4 = average 0 1 2 3 at 30"], id="at all of many"),
        pytest.param(
            unhinted(30, wrong=900), ["lines 4 = average 0 1 2 3 at 30 but [3]"], id="but for one"
        ),
        pytest.param(unhinted(8), [], id="at a few"),
    ],
)
def test_a_mean_that_nothing_hints_at_must_hold_at_many_places(text: str, found: list[str]) -> None:
    assert rates_told(text) == found

"""Ratios whose numerator or denominator has no column of its own are found."""

from __future__ import annotations

import pytest

from statlint.inference import Relation, Understood, understand
from statlint.inference.belief import beliefs
from statlint.inference.forms import filled_form
from statlint.inference.model import Operator
from statlint.table.layouts import layouts_of
from tables import grid_of

QUALITY = """
车间,检验数,不合格数,合格率(%)
一车间,2142,49,97.71
二车间,1669,69,95.87
三车间,881,70,92.05
四车间,980,28,97.14
五车间,1782,64,96.41
"""
ATTENDANCE = """
班级,出勤,缺勤,出勤率
一班,726,24,96.8%
二班,894,69,92.8%
三班,730,41,94.7%
四班,866,84,91.2%
五班,577,6,99.0%
"""
REPLIES = """
部门,来信,来电,网络留言,已回复,回复率(%)
教育局,630,481,669,1555,87.4
卫健委,215,254,807,822,64.4
民政局,676,765,72,1238,81.8
公安局,261,199,85,340,62.4
住建局,143,354,215,603,84.7
"""
GAMES = """
Team,W,L,PCT
Royals,105,57,.648
Rays,103,59,.636
Red Sox,97,65,.599
Orioles,76,86,.469
Twins,61,101,.377
"""
PASSED = """
学校,优秀,良好,及格,不及格,及格率
一中,112,203,97,31,93.0
二中,88,154,120,40,90.0
三中,140,130,76,12,96.6
四中,67,90,81,29,89.1
五中,93,177,64,22,93.8
"""


def compound_in(text: str) -> list[Relation]:
    """Find the relations of a table that are more than one part by another."""
    found: tuple[Understood, ...] = understand(layouts_of(grid_of(text)))
    return [one for own in found for one in own.relations if one.is_compound]


def told(text: str) -> list[str]:
    """Write them with the labels of the table."""
    heads = [head.text for head in layouts_of(grid_of(text))[0].heads]
    written = []
    for one in compound_in(text):
        cut = len(one.parts) - one.below
        terms = [
            f"{'-' if weight < 0 else '+'}{heads[part]}"
            for part, weight in zip(one.parts, one.weighing, strict=True)
        ]
        over, under = "".join(terms[:cut]), "".join(terms[cut:])
        written.append(f"{heads[one.aggregate]} = {over} / {under} x {one.factor}")
    return written


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        (QUALITY, "合格率(%) = +检验数-不合格数 / +检验数 x 100"),
        (ATTENDANCE, "出勤率 = +出勤 / +出勤+缺勤 x 100"),
        (REPLIES, "回复率(%) = +已回复 / +来信+来电+网络留言 x 100"),
        (GAMES, "PCT = +W / +W+L x 1"),
        (PASSED, "及格率 = +优秀+良好+及格 / +优秀+良好+及格+不及格 x 100"),
    ],
    ids=["what is left", "share of two", "share of a list", "games won", "a list in a list"],
)
def test_a_ratio_of_sums(text: str, ratio: str) -> None:
    assert told(text) == [ratio]


def test_one_wrong_ratio_is_missed_there() -> None:
    found = compound_in(QUALITY.replace("97.71", "97.17"))

    assert [one.missed for one in found] == [(0,)]


@pytest.mark.parametrize(
    "text",
    [
        QUALITY.replace("合格率(%)", "得分"),
        "班级,出勤,缺勤,出勤率\n一班,726,24,96.8%\n二班,894,69,92.8%\n",
        GAMES.replace("PCT", "price"),
        REPLIES.replace("87.4", "31.0").replace("64.4", "50.2").replace("81.8", "99.1"),
    ],
    ids=["no word for it", "two lines", "a price", "other figures"],
)
def test_too_little_speaks_for_a_ratio(text: str) -> None:
    assert compound_in(text) == []


def test_the_edit_divides_by_all_of_them() -> None:
    understood = understand(layouts_of(grid_of(ATTENDANCE)))

    filled = filled_form(understood)

    assert filled is not None
    assert [edit.text for edit in filled.form.tables[0].edits] == [
        "100 * col_b / (col_b + col_c) = col_d",
    ]


def test_what_is_found_is_a_division() -> None:
    assert {one.operator for one in compound_in(REPLIES)} == {Operator.DIVISION}
    assert beliefs(understand(layouts_of(grid_of(REPLIES))))[0].stated

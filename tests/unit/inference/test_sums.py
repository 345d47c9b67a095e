"""Totals are found with their parts, also where a figure is wrong."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import Matrix, matrix_of
from statlint.inference.sums import find_sums


def told(matrix: Matrix) -> list[str]:
    """Tell the sums of a matrix by their labels, and where they fail."""
    strips, across = matrix.strips, matrix.across
    return [
        f"{strips[one.aggregate].text} = {' + '.join(strips[part].text for part in one.parts)}"
        + "".join(f", not {across[at].text}" for at in one.missed)
        for one in find_sums(matrix)
    ]


def of_lines(text: str) -> list[str]:
    """Tell the sums of the lines of a table."""
    return told(matrix_of(layout_of(text)))


def of_heads(text: str) -> list[str]:
    """Tell the sums of the heads of a table."""
    return told(matrix_of(layout_of(text)).turned())


REGIONS = """
地区,人口,户数,面积
合计,10463,3481,977
甲县,4187,1408,312
乙县,2951,977,288
丙县,3325,1096,377
"""


def test_a_total_stands_above_its_parts() -> None:
    assert of_lines(REGIONS) == ["合计 = 甲县 + 乙县 + 丙县"]


def test_a_wrong_total_is_missed_in_its_column() -> None:
    assert of_lines(REGIONS.replace("3481", "3841")) == ["合计 = 甲县 + 乙县 + 丙县, not 户数"]


def test_a_wrong_part_is_missed_in_its_column() -> None:
    assert of_lines(REGIONS.replace("2951", "295")) == ["合计 = 甲县 + 乙县 + 丙县, not 人口"]


def test_a_total_stands_below_its_parts_without_saying_so() -> None:
    found = of_lines("""
        Item,2021,2022,2023
        Wheat,13387,14022,12988
        Rice,9120,8977,9415
        Maize,20333,21408,22671
        Cereals,42840,44407,45074
        """)

    assert found == ["Cereals = Wheat + Rice + Maize"]


def test_totals_of_totals() -> None:
    found = of_lines("""
        Item,2021,2022,2023
        Cattle,1217,1250,1301
        Pigs,3380,3217,3104
        Livestock,4597,4467,4405
        Wheat,9371,8846,9023
        Rape,2214,2310,2405
        Crops,11585,11156,11428
        Output,16182,15623,15833
        """)

    assert found == [
        "Livestock = Cattle + Pigs",
        "Crops = Wheat + Rape",
        "Output = Livestock + Crops",
    ]


def test_lines_of_which_are_no_parts() -> None:
    found = of_lines("""
        项目,2021年,2022年,2023年
        收入合计,21875,23614,25102
        税收收入,17361,18522,19210
        其中：增值税,8214,8677,9001
        非税收入,4514,5092,5892
        """)

    assert found == ["收入合计 = 税收收入 + 非税收入"]


def test_one_class_of_lines_adds_up_over_all_groups() -> None:
    found = of_lines("""
        Region,2021,2022,2023
        Canada,18764,19155,19771
        Males,9251,9440,9812
        Females,9513,9715,9959
        East,10422,10618,10937
        Males,5120,5217,5401
        Females,5302,5401,5536
        West,8342,8537,8834
        Males,4131,4223,4411
        Females,4211,4314,4423
        """)

    assert found == [
        "Canada = Males + Females",
        "Canada = East + West",
        "Males = Males + Males",
        "Females = Females + Females",
        "East = Males + Females",
        "West = Males + Females",
    ]


def test_heads_are_added_but_for_percentages() -> None:
    found = of_heads("""
        地区,合计,男,占比(%),女,占比(%)
        甲县,4187,2214,52.9,1973,47.1
        乙县,2951,1402,47.5,1549,52.5
        丙县,3325,1717,51.6,1608,48.4
        """)

    assert found == ["合计 = 男 + 女"]


def test_a_difference_is_a_sum() -> None:
    found = of_heads("""
        类别,本月,上月,环比增减
        来信,193,125,68
        来访,41,128,-87
        网上信访,164,183,-19
        电话,250,166,84
        """)

    assert found == ["本月 = 上月 + 环比增减"]


def test_a_part_that_is_withheld_leaves_its_column_open() -> None:
    found = of_lines("""
        Industry,2020,2021,2022
        Total,5770.4,6021.7,6303.3
        Mining,1082.6,1105.2,1203.4
        Paper,508.5,x,530.1
        Metals,4179.3,4402.8,4569.8
        """)

    assert found == ["Total = Mining + Paper + Metals"]


def test_rounded_figures_need_not_add_up_to_the_last_digit() -> None:
    found = of_lines("""
        Revenue,2005,2006,2007,2008
        Income taxes,73712,80436,92763,101669
        Consumption taxes,57084,58925,60560,62429
        Other,74231,78710,84820,85550
        Own source revenue,205028,218071,238144,249647
        """)

    assert found == ["Own source revenue = Income taxes + Consumption taxes + Other"]


@pytest.mark.parametrize(
    "text",
    [
        """
        Hours,2019,2020,2021,2022
        Ontario,31.4,31.3,30.9,30.8
        Quebec,30.7,30.7,30.2,30.0
        Alberta,31.2,31.3,31.1,31.1
        Yukon,29.7,29.6,28.8,28.2
        """,
        """
        County,0-2 years,3 years,4-6 years,0-2 full,3 full
        A,1744,1308,872,3778,2834
        B,1841,1381,921,3990,2992
        C,1815,1361,908,3933,2949
        D,1768,1326,884,3830,2872
        """,
        """
        Pupil,1,2,3
        A,1,0,1
        B,0,1,1
        C,1,1,1
        """,
    ],
    ids=["rates", "prices in proportion", "marks"],
)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert (of_lines(text), of_heads(text)) == ([], [])

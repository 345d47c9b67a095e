"""Several tables on a sheet, and one table in several stretches."""

from __future__ import annotations

import pytest

from printed_layouts import bodies, found, named, the_one

UNDER = """
表1 人口情况,,
单位:人,,
地区,男,女
东区,10,20
合计,40,60
,,
表2 企业情况,,
地区,企业数(个),产值(万元)
东区,5,200.5
合计,12,500.6
注:本表为快报数。,,
"""
TIGHT = """
项目,数量,金额
甲,1,20
乙,3,40
类别,户数,人数
城镇,5,9
合计,12,21
"""
YEARS = """
Region,2018,2019
North,10,20
Total,40,60

Region,2020,2021
North,11,21
Total,42,62
"""
ONE_HEAD = """
项目,金额
收入,100
支出,60
结余,40

项目,人数
男,10
女,20
合计,30
"""
NUMBERED = """
Table 1. Births
State,1990,2000
Alabama,10,20
Alaska,1,2

Source: Census.

Table 2. Deaths
State,1990,2000
Alabama,11,21
Alaska,2,3
"""
BESIDE = """
表1 性别,,,,表2 年龄,,
性别,人数,比重,,年龄,人数,比重
男,10,50,,18岁以下,3,15
女,10,50,,18-60岁,12,60
合计,20,100,,60岁以上,5,25
,,,,合计,20,100
"""
TITLED = """
表一 收入,,,,表二 支出,,
项目,2022,2023,,项目,2022,2023
税收,379,582,,教育,567,686
其他,595,314,,卫生,458,989
合计,974,896,,合计,1025,1675
"""
PANELS = """
资产,期末余额,年初余额,负债和所有者权益,期末余额,年初余额
货币资金,100,90,短期借款,60,50
应收账款,50,40,应付账款,40,30
资产总计,150,130,负债和所有者权益总计,100,80
"""
YEARS_BESIDE = """
Item,Males,Females,,Year,Births,Deaths
Young,1,2,,2019,10,7
Old,3,4,,2020,20,8
Total,4,6,,2021,30,9
"""
BESIDE_THEN_ONE = """
地区,男,女,,行业,户数,人数
东区,10,20,,农业,5,6
西区,30,40,,工业,7,8
南区,50,60,,商业,9,10

指标,一季度,二季度,三季度,四季度,全年,去年
产量,1,2,3,4,10,9
销量,2,3,4,5,14,12
"""
OTHER_ROWS = """
地区,男,女,,,,
东区,10,20,,,,
西区,30,40,,,,
,,,,备选,甲,乙
,,,,一级,1,2
,,,,二级,3,4
"""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(UNDER, ["B4:C5", "B9:C10"], id="one under another, with titles"),
        pytest.param(TIGHT, ["B2:C3", "B5:C6"], id="one right under another"),
        pytest.param(YEARS, ["B2:C3", "B6:C7"], id="other years under the same regions"),
        pytest.param(ONE_HEAD, ["B2:B4", "B7:B9"], id="each with one head"),
        pytest.param(NUMBERED, ["B3:C4", "B10:C11"], id="the same heads under numbered titles"),
        pytest.param(BESIDE, ["B3:C5", "F3:G6"], id="side by side"),
        pytest.param(TITLED, ["B3:C5", "F3:G5"], id="side by side, years for heads"),
        pytest.param(PANELS, ["B2:C4", "E2:F4"], id="without a column between"),
        pytest.param(YEARS_BESIDE, ["B2:C4", "F2:G4"], id="a series of years beside"),
        pytest.param(BESIDE_THEN_ONE, ["B2:C4", "F2:G4", "B7:G8"], id="two beside, one below"),
        pytest.param(OTHER_ROWS, ["B2:C3", "F5:G6"], id="beside and below"),
    ],
)
def test_tables_are_told_apart(text: str, where: list[str]) -> None:
    assert bodies(found(text)) == where


def test_notes_and_title_go_to_the_right_table() -> None:
    first, second = found(UNDER)

    assert [str(one) for one in first.notes] == ["A1:A2"]
    assert [str(one) for one in second.notes] == ["A7", "A11"]
    assert (first.unit, second.unit) == ("人", None)


def test_pages_with_the_same_heads_are_one_table() -> None:
    layout = the_one("""
    各县人口,,
    地区,男,女
    A县,10,20
    B县,30,40
    续表,,
    地区,男,女
    C县,1,2
    全市,41,62
    """)

    assert named(layout.lines) == ["3 A县", "4 B县", "7 C县", "8 全市"]
    assert [line.block for line in layout.lines] == [0, 0, 1, 1]


def test_a_caption_between_pages_names_their_lines() -> None:
    layout = the_one("""
    ,Tested,Passing
    Grade 3,10,5
    Grade 4,20,9

    Spring 2000

    ,Tested,Passing
    Grade 3,11,6
    Grade 4,21,8
    """)

    assert named(layout.lines) == [
        "2 Grade 3",
        "3 Grade 4",
        "5 Spring 2000:",
        "8 Grade 3",
        "9 Grade 4",
    ]


def test_a_stub_repeated_at_the_right_begins_no_table() -> None:
    layout = the_one("""
    地区,2020,2021,地区
    东区,10,20,东区
    西区,30,40,西区
    合计,40,60,合计
    """)

    assert (str(layout.body), [str(one) for one in layout.stubs]) == ("B2:C4", ["A2:A4", "D2:D4"])


def test_years_repeated_in_the_middle_begin_no_table() -> None:
    layout = the_one("""
    ,Air,Land,,,Water,Offsite
    1987,9,2,,1987,3,5
    1988,7,1,,1988,4,6
    1989,6,2,,1989,1,1
    1990,5,2,,1990,2,2
    1991,4,1,,1991,7,8
    """)

    assert str(layout.body) == "B2:G6"


def test_a_stub_in_the_middle_is_the_only_one() -> None:
    layout = the_one("""
    农村,城镇,地区,农村,城镇
    1,2,东区,5,6
    4,3,西区,7,9
    5,5,合计,12,15
    """)

    assert str(layout.body) == "A2:E4"
    assert named(layout.lines) == ["2 东区", "3 西区", "4 合计"]
    assert named(layout.heads) == ["1 农村", "2 城镇", "4 农村", "5 城镇"]


@pytest.mark.parametrize(
    "heads",
    [pytest.param("总计,1月,2月", id="words"), pytest.param("2021,2022,2023", id="years")],
)
def test_a_boxhead_in_the_middle_is_the_only_one(heads: str) -> None:
    layout = the_one(f"""
    出口,125,97,13
    指标,{heads}
    进口,114,13,16
    差额,11,84,-3
    """)

    assert named(layout.lines) == ["1 出口", "3 进口", "4 差额"]
    assert [head.text for head in layout.heads] == heads.split(",")


def test_lines_that_are_only_numbered_stand_beside_another_table() -> None:
    layouts = found("""
        序号,得分,,类别,户数
        1,88,,城镇,5
        2,91,,农村,7
        3,79,,合计,12
        4,83,,外地,3
        """)

    assert bodies(layouts) == ["B2:B5", "E2:E5"]
    assert [named(layout.lines) for layout in layouts] == [
        ["2 1", "3 2", "4 3", "5 4"],
        ["2 城镇", "3 农村", "4 合计", "5 外地"],
    ]


def test_units_said_again_over_all_columns_go_on_with_the_table() -> None:
    layout = the_one("""
        Item,2019,2020,2021
        ,$000,$000,$000
        Sales,10,20,30
        Costs,30,40,50
        ,$000,$000,$000
        Profit,40,60,80
        Tax,4,6,8
        """)

    assert named(layout.lines) == ["3 Sales", "4 Costs", "6 Profit", "7 Tax"]

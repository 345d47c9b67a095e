"""Heads of a table that no form describes: which rows they are, and what stands over a column."""

from __future__ import annotations

import pytest

from printed_layouts import named, the_one


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        pytest.param(
            """
            地区,人口,,户数
            ,男,女,
            东区,1,2,3
            西区,4,5,6
            """,
            ["2 人口/男", "3 人口/女", "4 户数"],
            id="spanners go on over blank cells",
        ),
        pytest.param(
            """
            行业,合计,,,国有,,其他
            ,,#女性,,,#女性,
            ,,,占比(%),,,
            总计,100,40,40.1,50,20,50
            农业,10,4,40.2,5,2,5
            """,
            [
                "2 合计",
                "3 合计/#女性",
                "4 合计/#女性/占比(%)",
                "5 国有",
                "6 国有/#女性",
                "7 其他",
            ],
            id="spanners end where others begin above",
        ),
        pytest.param(
            """
            Industry,NAICS,Employees,Payroll
            ,code,2004,2004
            ,\\1,(1000),(mil. dol.)
            Total,(X),115075,4254
            Mining,21,501,29
            Utilities,22,627,44
            """,
            ["3 Employees/2004", "4 Payroll/2004"],
            id="powers of ten beside other units",
        ),
        pytest.param(
            """
            地区,产值,工业
            ,(万元),(%)
            东区,1,2
            西区,4,5
            """,
            ["2 产值", "3 工业"],
            id="a row of units is no label",
        ),
        pytest.param(
            """
            乡镇,总动力,农用车,柴油机
            ,千瓦,百台,台
            合计,300,60.5,90
            甲镇,100,20.1,30
            乙镇,200,40.4,60
            """,
            ["2 总动力", "3 农用车", "4 柴油机"],
            id="nor is one of bare units under heads of their own",
        ),
        pytest.param(
            """
            乡镇,常住,常住,户籍
            ,人,户,人
            合计,300,60,90
            甲镇,100,20,30
            乙镇,200,40,60
            """,
            ["2 常住/人", "3 常住/户", "4 户籍/人"],
            id="units that tell heads apart are labels",
        ),
        pytest.param(
            """
            地区,产值,工业,农业
            甲,1,2,3=1-2
            东区,5,2,3
            西区,9,5,4
            """,
            ["2 产值", "3 工业", "4 农业"],
            id="numbers of columns with a formula",
        ),
        pytest.param(
            """
            地区,产值,工业,农业
            ,(1),(2),(3)
            东区,5,2,3
            西区,9,5,4
            """,
            ["2 产值", "3 工业", "4 农业"],
            id="numbers of columns in brackets",
        ),
        pytest.param(
            """
            地区,产值
            甲,1
            东区,5
            西区,9
            全市,14
            """,
            ["2 产值"],
            id="the number of one column",
        ),
        pytest.param(
            """
            年份,2019,2020,2021
            一产,1,2,3
            二产,4,5,6
            """,
            ["2 2019", "3 2020", "4 2021"],
            id="years",
        ),
        pytest.param(
            """
            ,Output,Output,Output
            Sector,2019,2020,2021
            Goods,1,2,3
            Services,4,5,6
            """,
            ["2 Output/2019", "3 Output/2020", "4 Output/2021"],
            id="years below spanners",
        ),
        pytest.param(
            """
            ,2018,2019,2020
            Total,1990,2010,2030
            Goods,990,1010,1030
            """,
            ["2 2018", "3 2019", "4 2020"],
            id="figures that look like years are no heads",
        ),
        pytest.param(
            """
            Population,Nursery,,Elementary
            over 3,Number,Percent,Number
            Montana,1,20,4
            Crow,2,30,8
            """,
            ["2 Nursery/Number", "3 Nursery/Percent", "4 Elementary/Number"],
            id="words one under another",
        ),
        pytest.param(
            """
            2024年9月,,单位：万元
            项目,本月,累计
            收入,1,20
            支出,2,30
            """,
            ["2 本月", "3 累计"],
            id="a unit line with a date is no row of heads",
        ),
        pytest.param(
            """
            Year,Total,Male
            ,"(1,000)","(1,000)"
            1990,60,30
            1991,62,31
            """,
            ["2 Total", "3 Male"],
            id="a row of powers of ten",
        ),
        pytest.param(
            """
            班级,A,B,C
            男,10,20,30
            女,11,21,31
            """,
            ["2 A", "3 B", "4 C"],
            id="single letters",
        ),
        pytest.param(
            """
            For the period,15 months,12 months,12 months
            ended,36678,36312,35947
            ,$000,$000,$000
            Revenue,25498.5,24054.9,23176.3
            Costs,45897.3,44902.4,42644.4
            """,
            [
                "2 15 months/36678/$000",
                "3 12 months/36312/$000",
                "4 12 months/35947/$000",
            ],
            id="days as numbers over a row of units",
        ),
    ],
)
def test_heads(text: str, heads: list[str]) -> None:
    assert named(the_one(text).heads) == heads


def test_merged_spanners_do_not_go_on() -> None:
    layout = the_one(
        """
        地区,人口,,户数
        ,男,女,
        东区,1,2,3
        西区,4,5,6
        """,
        merges="B1:C1 A1:A2 D1:D2",
    )

    assert named(layout.heads) == ["2 人口/男", "3 人口/女", "4 户数"]


def test_units_and_periods_of_heads() -> None:
    layout = the_one("""
    地区,2022年产值,占比,面积
    ,(万元),(%),(1000 ha)
    东区,1,2,3
    西区,4,5,6
    """)

    assert [head.unit for head in layout.heads] == ["万元", "%", "1000 ha"]


def test_a_table_without_heads() -> None:
    layout = the_one("""
    收入,165,158
    支出,78,
    结余,87,12
    """)

    assert (layout.boxhead, named(layout.heads)) == (None, ["2 ", "3 "])


def test_titles_are_no_heads() -> None:
    layout = the_one("""
    ,,,,EXISTING SYSTEM
    Department: D,,,,
    ,2019,2020,2021,2022
    Staff,1,2,3,4
    Other,5,6,7,8
    """)

    assert layout.title is not None
    assert layout.title.text == "EXISTING SYSTEM"
    assert str(layout.boxhead) == "A3:E3"


def test_years_and_running_numbers_in_the_middle_say_so() -> None:
    layout = the_one("""
    Port,Rank no,Opened,Cargo
    A,1,1990,7.5
    B,2,1991,8.1
    C,3,1992,6.0
    D,4,1993,9.2
    E,5,1994,3.3
    """)

    assert [sorted(head.roles) for head in layout.heads][1:] == [["code"], []]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        pytest.param(
            "地区,合计,,其中\n,,人数,\n,2022,2023,2023\n东区,10,20,5\n西区,30,40,9\n",
            ["2 合计/2022", "3 合计/人数/2023", "4 其中/2023"],
            id="under a spanner",
        ),
        pytest.param(
            "地区,合计,其中\n,人数,\n,2022,2023\n东区,10,20\n西区,30,40\n",
            ["2 合计/人数/2022", "3 其中/2023"],
            id="under a head",
        ),
    ],
)
def test_a_single_word_between_two_rows_of_heads_is_a_head(rows: str, heads: list[str]) -> None:
    assert named(the_one(rows).heads) == heads


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param(
            """
            床位,地区,占总数的%
            1,甲,2
            220,全市,100
            44,东区,20
            176,西区,80
            """,
            ["3 全市", "4 东区", "5 西区"],
            id="the stub between two columns",
        ),
        pytest.param(
            """
            Exports,Country,Imports
            (1),(A),(2)
            220,Total,230
            44,France,50
            176,Spain,180
            """,
            ["3 Total", "4 France", "5 Spain"],
            id="numbers in brackets",
        ),
        pytest.param(
            """
            出口,地区,进口
            1,东区,2
            3,西区,5
            4,全市,7
            """,
            ["2 东区", "3 西区", "4 全市"],
            id="small figures of a line with a name",
        ),
    ],
)
def test_numbers_of_columns_on_both_sides_of_a_stub_are_no_line(
    rows: str, lines: list[str]
) -> None:
    assert named(the_one(rows).lines) == lines

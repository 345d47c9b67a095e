"""Lines of a table that no form describes: what labels them, and what stands between them."""

from __future__ import annotations

import pytest

from printed_layouts import named, the_one


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            """
            门类,大类,2022,2023
            农业,种植业,10,20
            ,畜牧业,30,40
            合计,,40,60
            """,
            ["2 农业/种植业", "3 农业/畜牧业", "4 合计"],
            id="a blank cell goes on with the one above",
        ),
        pytest.param(
            """
            序号,指标名称,计量单位,代码,2022年,2023年
            1,户数,户,01,10,20
            2,人口,人,02,30,45
            3,劳力,人,03,15,25
            """,
            ["2 户数", "3 人口", "4 劳力"],
            id="numbers, units and codes are no names",
        ),
        pytest.param(
            """
            序号,单位,受理,办结
            1,市发改委,119,73
            2,市教育局,438,281
            3,市公安局,513,367
            """,
            ["2 市发改委", "3 市教育局", "4 市公安局"],
            id="an office under 单位",
        ),
        pytest.param(
            """
            品名,规格,数量,金额
            打印纸,标准,67,14194
            签字笔,标准,34,311
            硒鼓,标准,61,13037
            """,
            ["2 打印纸", "3 签字笔", "4 硒鼓"],
            id="a column that tells nothing apart is no name",
        ),
        pytest.param(
            """
            地区,Region,2022,2023
            全国,Total,10,20
            北京,Beijing,30,45
            天津,Tianjin,15,25
            """,
            ["2 全国", "3 北京", "4 天津"],
            id="names in two languages",
        ),
        pytest.param(
            """
            Item,Males,Females
            Urban
            Young,1,2
            Old,4,5
            ,Rural
            Young,6,7
            Old,8,9
            """,
            ["2 Urban:", "3 Young", "4 Old", "5 Rural:", "6 Young", "7 Old"],
            id="group lines, at the left or in the middle",
        ),
        pytest.param(
            """
            Sex,,2022,2023
            Male,persons,10,20
            ,%,50.5,40.1
            Female,persons,11,30
            ,%,49.5,59.9
            """,
            ["2 Male/persons", "3 Male/%", "4 Female/persons", "5 Female/%"],
            id="a sign for a label",
        ),
        pytest.param(
            """
            项目,甲,2022,2023
            收入,1,20.5,30.1
            支出,2,11.5,12.5
            结余,3,9,17.6
            """,
            ["2 收入", "3 支出", "4 结余"],
            id="numbers of lines under 甲",
        ),
        pytest.param(
            """
            Year and month,Total,Exports
            2004,,
            January,10,4
            February,12,5
            2005,,
            January,11,4
            """,
            ["2 2004:", "3 January", "4 February", "5 2005:", "6 January"],
            id="years as group lines",
        ),
        pytest.param(
            """
            年份,总计,男,女
            2019,100,60,40
            2020,110,60,50
            2021,120,60,60
            """,
            ["2 2019", "3 2020", "4 2021"],
            id="years",
        ),
        pytest.param(
            """
            年份,月份,产量
            2019,1,100.5
            2019,2,110.1
            2019,3,120.4
            """,
            ["2 2019/1", "3 2019/2", "4 2019/3"],
            id="years and months",
        ),
        pytest.param(
            """
            项目,期间,产量
            粮食,2022,100.5
            ,2023,110.1
            ,增长,9.6
            棉花,2022,10.5
            ,2023,11.1
            ,增长,5.7
            """,
            [
                "2 粮食/2022",
                "3 粮食/2023",
                "4 粮食/增长",
                "5 棉花/2022",
                "6 棉花/2023",
                "7 棉花/增长",
            ],
            id="years with words among them",
        ),
        pytest.param(
            """
            Age,Males,Females
            15,10,9
            16,12,11
            17,9,14
            18,13,12
            19,15,8
            """,
            ["2 15", "3 16", "4 17", "5 18", "6 19"],
            id="ages",
        ),
        pytest.param(
            """
            ,Quiz,Exam
            41696,8,10.5
            49940,10,9
            52683,7,9.5
            """,
            ["2 41696", "3 49940", "4 52683"],
            id="numbers all different without a head",
        ),
        pytest.param(
            """
            Grade,State,Hawaii
            All grades,60,30
            Nursery,9,4
            1,25,14
            2,26,12
            """,
            ["2 All grades", "3 Nursery", "4 1", "5 2"],
            id="words and numbers mixed",
        ),
        pytest.param(
            """
            Rarity,Title,Have,Total
            C,Feeding,7,8
            C,Ashes,7,7
            R,Location,13,13
            """,
            ["2 C/Feeding", "3 C/Ashes", "4 R/Location"],
            id="letters that are marks elsewhere",
        ),
        pytest.param(
            """
            SITE ID,COUNTY,MEAN
            45-003,AIKEN,40.1
            45-013,DILLON,27.5
            45-019,OCONEE,31.2
            STATE AVERAGE,,32.9
            """,
            ["2 AIKEN", "3 DILLON", "4 OCONEE", "5 STATE AVERAGE"],
            id="a label where the codes stand",
        ),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert named(the_one(text).lines) == lines


def test_group_lines_give_their_units() -> None:
    layout = the_one("""
    指标,2022,2023
    人口(万人),,
    男,10,11
    女,12,13
    产值(亿元),,
    工业,100,110
    """)

    assert [line.unit for line in layout.lines] == ["万人", "万人", "万人", "亿元", "亿元"]


def test_labels_said_again_in_another_language_are_no_group_lines() -> None:
    layout = the_one("""
    地区,县级,乡级
    全国,2844,38602
    National,,
    北京,16,343
    Beijing,,
    天津,16,252
    Tianjin,,
    """)

    assert named(layout.lines) == ["2 全国", "4 北京", "6 天津"]


def test_leaders_are_no_part_of_labels() -> None:
    layout = the_one("""
    Year,Total,Male
    1990 ......,60,30
    1991 .. ..,62,31
    1992 ____,63,32
    """)

    assert named(layout.lines) == ["2 1990", "3 1991", "4 1992"]


def test_a_rank_before_the_names_holds_figures() -> None:
    layout = the_one("""
    排名,单位,得分
    1,丁局,94.3
    2,甲局,93.7
    3,乙局,88.4
    """)

    assert named(layout.lines) == ["2 丁局", "3 甲局", "4 乙局"]
    assert named(layout.heads) == ["1 排名", "3 得分"]


def test_numbers_of_lines_are_no_figures() -> None:
    layout = the_one("""
    项目,甲,2022,2023
    收入,1,20.5,30.1
    支出,2,11.5,12.5
    """)

    assert named(layout.heads) == ["3 2022", "4 2023"]


def test_units_of_lines() -> None:
    layout = the_one("""
    指标,单位,本月,累计
    工业总产值,万元,100,1200
    用电量,万千瓦时,20,240
    人口(万人),,3,3
    """)

    assert [line.unit for line in layout.lines] == ["万元", "万千瓦时", "万人"]


def test_notes_between_and_below_lines_are_no_group_lines() -> None:
    layout = the_one("""
    地区,男,女
    东区,10,20
    注：东区为快报数。,,
    西区,30,40
    填表人：张三,审核人：李四,2024
    """)

    assert named(layout.lines) == ["2 东区", "4 西区"]
    assert [str(one) for one in layout.notes] == ["A5:C5"]


def test_labels_are_made_plain() -> None:
    layout = the_one("""
    地区,"在校
    学生_x000D_",女
    合  计,10,20
    A  B,30,40
    """)

    assert named(layout.heads) == ["2 在校学生", "3 女"]
    assert [line.text for line in layout.lines] == ["合计", "A B"]


def test_damaged_figures_marks_and_rulings_keep_their_lines() -> None:
    layout = the_one("""
    地区,2020,2021
    A,368633!,10
    B,5566..74,20
    C,(D),..
    D,x,–
    ,======,======
    合计,400,60
    """)

    assert named(layout.lines) == ["2 A", "3 B", "4 C", "5 D", "7 合计"]


def test_a_word_in_place_of_figures_is_no_head() -> None:
    layout = the_one("""
    Task,Priority,Cost
    Survey,1,35000
    Study,TBD,TBD
    Plan,TBD,TBD
    Repair,2,40000
    Total,,75000
    """)

    assert str(layout.body) == "B2:C6"

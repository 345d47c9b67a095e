"""Relations between the tables of one workbook are found."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.between import find_between
from statlint.inference.cells import cell_relations
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Understood
from tables import grid_of


def found_in(**sheets: str) -> list[str]:
    """Tell the cells that figures of other sheets are repeated in, or that follow from them."""
    layouts = [layout_of(grid_of(text, name=name)) for name, text in sheets.items()]
    found = find_between([matrix_of(layout) for layout in layouts])
    return [
        f"{one.sheet}!{one.aggregate} {'=' if one.holds else '!'} "
        + " + ".join(
            f"{sheet}!{part}"
            for sheet, part in zip(
                one.sheets or [one.sheet] * len(one.parts), one.parts, strict=True
            )
        )
        for layout, relations in zip(layouts, found, strict=True)
        for one in cell_relations(Understood(layout, relations), layouts)
    ]


REGIONS = """
地区,2021,2022,2023
全市,51230,53377,55212
东区,30112,31254,32201
西区,21118,22123,23011
"""
AGES = """
年龄,2021,2022,2023
14岁以下,8013,8112,8020
15-64岁,35110,36211,37255
65岁以上,8107,9054,9937
合计,51230,53377,55212
"""


def test_the_total_of_one_table_is_that_of_the_next() -> None:
    found = found_in(表一=REGIONS, 表二=AGES)

    assert found == ["表二!B5 = 表一!B2", "表二!C5 = 表一!C2", "表二!D5 = 表一!D2"]


def test_a_total_differs_in_one_year() -> None:
    found = found_in(
        表一=REGIONS.replace("全市", "总计"), 表二=AGES.replace("合计,51230", "合计,51320")
    )

    assert found == ["表二!B5 ! 表一!B2", "表二!C5 = 表一!C2", "表二!D5 = 表一!D2"]


def test_a_head_of_one_table_is_repeated_under_another_label() -> None:
    found = found_in(
        One="""
        Town,Households,Persons
        Ash,412,1033
        Birch,508,1241
        Cedar,377,902
        Elm,1290,3117
        """,
        Two="""
        Town,Dwellings,Occupied by households
        Elm,1360,1290
        Birch,522,508
        Cedar,390,377
        Ash,431,412
        """,
    )

    assert found == ["Two!C2 = One!B5", "Two!C3 = One!B3", "Two!C4 = One!B4", "Two!C5 = One!B2"]


def test_a_sheet_adds_up_the_sheets_of_all_units() -> None:
    found = found_in(
        汇总="""
        事项,受理(件),办结(件),办结率(%)
        许可,1203,1150,95.6
        处罚,340,332,94.7
        检查,5138,5029,97.9
        """,
        甲局="""
        事项,受理(件),办结(件),办结率(%)
        许可,700,680,97.1
        处罚,211,200,94.8
        检查,3011,2950,98.0
        """,
        乙局="""
        事项,受理(件),办结(件),办结率(%)
        许可,402,377,93.8
        处罚,88,81,92.0
        检查,2066,2019,97.7
        """,
        丙局="""
        事项,受理(件),办结(件),办结率(%)
        许可,101,93,92.1
        处罚,41,40,97.6
        检查,61,60,98.4
        """,
    )

    assert found == [
        "汇总!B2 = 甲局!B2 + 乙局!B2 + 丙局!B2",
        "汇总!C2 = 甲局!C2 + 乙局!C2 + 丙局!C2",
        "汇总!B3 = 甲局!B3 + 乙局!B3 + 丙局!B3",
        "汇总!C3 ! 甲局!C3 + 乙局!C3 + 丙局!C3",
        "汇总!B4 = 甲局!B4 + 乙局!B4 + 丙局!B4",
        "汇总!C4 = 甲局!C4 + 乙局!C4 + 丙局!C4",
    ]


def test_persons_are_the_men_and_women_of_the_tables_before() -> None:
    found = found_in(
        Men="""
        Age,2001,2006
        0-14,2019,2101
        15-64,7001,7212
        """,
        Women="""
        Age,2001,2006
        0-14,1903,1999
        15-64,7102,7313
        """,
        Persons="""
        Age,2001,2006
        0-14,3922,4100
        15-64,14103,14525
        """,
    )

    assert found == [
        "Persons!B2 = Men!B2 + Women!B2",
        "Persons!C2 = Men!C2 + Women!C2",
        "Persons!B3 = Men!B3 + Women!B3",
        "Persons!C3 = Men!C3 + Women!C3",
    ]


MONTHS = {
    "一月": """
        单位,本月,累计
        甲,128,128
        乙,97,97
        丙,141,141
        """,
    "二月": """
        单位,本月,累计
        甲,101,229
        乙,83,180
        丙,120,261
        """,
    "三月": """
        单位,本月,累计
        甲,99,328
        乙,105,285
        丙,114,375
        """,
}


def test_what_was_reached_goes_on_from_sheet_to_sheet() -> None:
    assert found_in(**MONTHS) == [
        "一月!C2 = 一月!B2",
        "一月!C3 = 一月!B3",
        "一月!C4 = 一月!B4",
        "二月!C2 = 一月!C2 + 二月!B2",
        "二月!C3 = 一月!C3 + 二月!B3",
        "二月!C4 = 一月!C4 + 二月!B4",
        "三月!C2 = 二月!C2 + 三月!B2",
        "三月!C3 = 二月!C3 + 三月!B3",
        "三月!C4 = 二月!C4 + 三月!B4",
    ]


def test_one_figure_of_the_first_sheet_is_wrong() -> None:
    found = found_in(**{**MONTHS, "一月": MONTHS["一月"].replace("乙,97", "乙,79")})

    assert [one for one in found if "!C3 ! " in one] == ["一月!C3 ! 一月!B3"]


def test_another_year_does_not_go_on_from_the_last() -> None:
    january = MONTHS["一月"].replace("128,128", "144,144").replace("97,97", "90,90")

    found = found_in(**MONTHS, 明年一月=january)

    assert not [one for one in found if one.startswith("明年一月")]


@pytest.mark.parametrize(
    "second",
    [
        REGIONS,
        REGIONS.replace("51230", "51320").replace("23011", "24011"),
        """
        地区,2021,2022,2023
        全市,41230,43377,45212
        东区,3,5,9
        西区,21,22,23
        """,
        "",
    ],
    ids=["a copy", "a later draft", "other figures", "nothing"],
)
def test_what_does_not_follow_gives_nothing(second: str) -> None:
    assert found_in(表一=REGIONS, 表二=second or "空") == []


def test_a_part_that_mostly_equals_its_whole_repeats_nothing() -> None:
    found = found_in(
        One="""
        Firm,Staff,Rank
        Ash,4121,3
        Birch,5082,2
        Cedar,3774,4
        Elm,12903,1
        """,
        Two="""
        Firm,Permanent,Code
        Ash,4121,3
        Birch,5082,2
        Cedar,3774,4
        Elm,12001,1
        Oak,,9
        """,
    )

    assert found == []


def _unit(first: int | str, second: int, third: int) -> str:
    return f"""
        事项,受理(件),办结(件)
        许可,{first},{second}
        处罚,{third},{2 * third}
        检查,{3 * third},{2 * second}
        """


def test_each_group_of_sheets_has_a_sheet_over_it() -> None:
    found = found_in(
        东部=_unit(1102, 1057, 299),
        甲局=_unit(700, 680, 211),
        乙局=_unit(402, 377, 88),
        西部=_unit(506, 493, 341),
        丙局=_unit("", 93, 141),
        丁局=_unit(506, 400, 200),
    )

    assert found == [
        "东部!B2 = 甲局!B2 + 乙局!B2",
        "东部!C2 = 甲局!C2 + 乙局!C2",
        "东部!B3 = 甲局!B3 + 乙局!B3",
        "东部!C3 = 甲局!C3 + 乙局!C3",
        "东部!B4 = 甲局!B4 + 乙局!B4",
        "东部!C4 = 甲局!C4 + 乙局!C4",
        "西部!B2 = 丁局!B2",
        "西部!C2 = 丙局!C2 + 丁局!C2",
        "西部!B3 = 丙局!B3 + 丁局!B3",
        "西部!C3 = 丙局!C3 + 丁局!C3",
        "西部!B4 = 丙局!B4 + 丁局!B4",
        "西部!C4 = 丙局!C4 + 丁局!C4",
    ]


def test_a_later_draft_with_another_line_may_differ() -> None:
    draft = """
        地区,2021,2022,2023,2024
        全市,51230,53377,55212,55730
        东区,30112,31254,32201,32410
        西区,21118,22123,23011,23320
        北区,1211,1202,1198,1191
        南区,1402,1433,1420,1411
        """
    last = draft.replace("23011", "23110") + "        新区,311,320,325,330\n"

    assert found_in(初稿=draft, 终稿=last) == []


def test_a_month_that_one_unit_did_not_report_is_left_out() -> None:
    found = found_in(**{**MONTHS, "二月": MONTHS["二月"].replace("丙,120,261", "丙,..,..")})

    assert found == [
        "一月!C2 = 一月!B2",
        "一月!C3 = 一月!B3",
        "一月!C4 = 一月!B4",
        "二月!C2 = 一月!C2 + 二月!B2",
        "二月!C3 = 一月!C3 + 二月!B3",
        "三月!C2 = 二月!C2 + 三月!B2",
        "三月!C3 = 二月!C3 + 三月!B3",
    ]


def test_what_is_withheld_in_the_sheet_over_others_is_not_added_up() -> None:
    found = found_in(
        东部=_unit("..", 1057, 299), 甲局=_unit(700, 680, 211), 乙局=_unit(402, 377, 88)
    )

    assert found == [
        "东部!C2 = 甲局!C2 + 乙局!C2",
        "东部!B3 = 甲局!B3 + 乙局!B3",
        "东部!C3 = 甲局!C3 + 乙局!C3",
        "东部!B4 = 甲局!B4 + 乙局!B4",
        "东部!C4 = 甲局!C4 + 乙局!C4",
    ]


def test_sheets_of_small_figures_that_add_up_by_chance_show_nothing() -> None:
    sheet = "\n项目,甲,乙\n一,{},{}\n二,{},{}\n"

    found = found_in(
        A=sheet.format(1, 2, 3, 1), B=sheet.format(2, 1, 1, 2), C=sheet.format(3, 3, 4, 3)
    )

    assert found == []


def test_a_year_that_is_blank_is_not_repeated() -> None:
    ages = AGES.replace("合计,51230", "合计,")

    assert found_in(表一=REGIONS, 表二=ages) == ["表二!C5 = 表一!C2", "表二!D5 = 表一!D2"]

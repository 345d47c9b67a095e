"""Whole tables on a sheet: their regions, lines and heads."""

from __future__ import annotations

import pytest

from printed_layouts import bodies, found, named, the_one

YEARBOOK = """
2023年各地区教育情况,,,,,,
,,,,,,单位:人
地区,在校生,,,教职工,,备注
,合计,男,女,合计,其中:专任教师,
甲,1,2,3,4,5,6
全省,300,150,150,50,40,
A市,100,60,40,20,15,
B市,200,90,110,30,25,暂定
注:本表为快报数。,,,,,,
填表人:张三,,审核人:李四,,填报日期:2024,,
"""
MERGES = "A1:G1 A3:A4 B3:D3 E3:F3 G3:G4"


def test_a_page_of_a_yearbook_is_told_apart() -> None:
    layout = the_one(YEARBOOK, merges=MERGES)

    assert (
        str(layout.range),
        str(layout.boxhead),
        [str(one) for one in layout.stubs],
        str(layout.body),
        [str(one) for one in layout.notes],
        layout.title.text if layout.title else None,
        layout.unit,
        str(layout.period),
    ) == (
        "A1:G10",
        "A3:G5",
        ["A6:A8", "G6:G8"],
        "B6:F8",
        ["A1:G2", "A9:E10"],
        "2023年各地区教育情况",
        "人",
        "2023",
    )


def test_a_page_of_a_yearbook_has_lines_and_heads() -> None:
    layout = the_one(YEARBOOK, merges=MERGES)

    assert named(layout.lines) == ["6 全省", "7 A市", "8 B市"]
    assert named(layout.heads) == [
        "2 在校生/合计",
        "3 在校生/男",
        "4 在校生/女",
        "5 教职工/合计",
        "6 教职工/其中:专任教师",
    ]


def test_what_forms_explain_is_left_out() -> None:
    text = """
    地区,男,女
    东区,10,20
    西区,30,40

    地区,企业,产值
    东区,5,200.5
    西区,7,300.1
    """

    assert bodies(found(text)) == ["B2:C3", "B6:C7"]
    assert bodies(found(text, taken="A1:C3")) == ["B6:C7"]
    assert bodies(found(text, taken="A5:C7")) == ["B2:C3"]
    assert bodies(found(text, taken="A1:C3 A5:C7")) == []


def test_a_table_goes_on_beside_what_is_taken() -> None:
    text = """
    地区,男,女,,x,y
    东区,10,20,,1,2
    西区,30,40,,3,4
    """

    assert bodies(found(text, taken="E1:F3")) == ["B2:C3"]


def test_no_table_goes_on_behind_what_is_taken() -> None:
    text = """
    地区,男,女
    东区,10,20
    西区,30,40
    x,1,2
    南区,50,60
    北区,70,80
    """

    assert bodies(found(text, taken="A4:C4")) == ["B2:C3", "B5:C6"]


def test_a_merged_figure_stands_where_it_begins() -> None:
    layout = the_one(
        """
        地区,男,全区
        东区,10,50
        西区,30,
        南区,40,60
        """,
        merges="C2:C3",
    )
    head = layout.heads[1]

    assert [layout.reading(line, head).text for line in layout.lines] == ["50", "", "60"]


def test_blank_rows_and_columns_part_no_table() -> None:
    layout = the_one("""
    地区,一月,二月,,合计
    A,10,3,,13
    B,20,4,,24

    合计,30,7,,37
    """)

    assert named(layout.lines) == ["2 A", "3 B", "5 合计"]
    assert named(layout.heads) == ["2 一月", "3 二月", "5 合计"]
    assert [line.block for line in layout.lines] == [0, 0, 1]


def test_a_sheet_without_anything_holds_no_table() -> None:
    assert found("") == ()


@pytest.mark.parametrize("above", ["附件2", "Table 1", "表3-1", "单位：件", "(in thousands)"])
def test_a_number_or_a_unit_alone_is_no_title(above: str) -> None:
    layout = the_one(f"""
    {above}
    接待情况统计表
    单位,批次,人次
    县委办,37,398
    县政府办,25,451
    """)

    assert layout.title is not None
    assert layout.title.text == "接待情况统计表"

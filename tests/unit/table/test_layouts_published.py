"""Habits of statistical offices: footnotes between lines, legends of signs, rows of codes."""

from __future__ import annotations

import pytest

from printed_layouts import named, the_one
from statlint.table import Role


@pytest.mark.parametrize(
    "note",
    ["1/ Includes arrears.", "1/含补缴。"],
    ids=["English", "Chinese"],
)
def test_a_footnote_between_lines_is_no_group_line(note: str) -> None:
    layout = the_one(f"""
        Source,2021,2022
        Total,540,570
        Taxes 1/,300,320
        {note},,
        Fees,240,250
    """)

    assert named(layout.lines) == ["2 Total", "3 Taxes 1/", "5 Fees"]


@pytest.mark.parametrize(
    "label",
    ["① 城镇", "(1) Towns", "* Towns", "1/ Towns"],
    ids=["circled number", "number in brackets", "star", "number and stroke"],
)
def test_a_number_that_nothing_refers_to_begins_a_group_line(label: str) -> None:
    layout = the_one(f"""
        Source,2021,2022
        Total,540,570
        {label},,
        Fees,240,250
        Taxes,300,320
    """)

    assert named(layout.lines)[1] == f"3 {label}:"


@pytest.mark.parametrize(
    "legend",
    [
        "E,use with caution,\n        F,too unreliable to be published,",
        ":,not available,\n        b,break in time series,",
    ],
    ids=["letters", "signs"],
)
def test_an_explanation_of_signs_is_no_line(legend: str) -> None:
    layout = the_one(f"""
        Geography,2021,2022
        Canada,540,570
        East,300,320E
        West,240,250
        {legend}
    """)

    assert named(layout.lines) == ["2 Canada", "3 East", "4 West"]


def test_a_line_without_a_label_may_hold_signs_only() -> None:
    layout = the_one("""
        Geography,2021,2022
        Canada,540,570
        Territories,x,F
        West,240,250
    """)

    assert named(layout.lines) == ["2 Canada", "3 Territories", "4 West"]


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ("JWR5,JWR6,JWR7", ["All industries", "Production", "Services"]),
        ("ABMI,IHYP,KLEN", ["All industries", "Production", "Services"]),
        ("AA1,BB22,CC333", ["All industries/AA1", "Production/BB22", "Services/CC333"]),
        ("Men,Women,Boys", ["All industries/Men", "Production/Women", "Services/Boys"]),
        ("JWR5,JWR5,JWR7", ["All industries/JWR5", "Production/JWR5", "Services/JWR7"]),
    ],
    ids=["letters and digits", "letters", "of several lengths", "names", "not all different"],
)
def test_codes_of_series_under_heads_are_no_heads(row: str, heads: list[str]) -> None:
    layout = the_one(f"""
        Period,All industries,Production,Services
        ,{row}
        Jan-Mar 2023,32500,4190,28310
        Apr-Jun 2023,32610,4205,28405
        Jul-Sep 2023,32725,4180,28545
    """)

    assert ["/".join(label.text for label in head.labels) for head in layout.heads] == heads


def test_codes_alone_are_heads() -> None:
    layout = the_one("""
        Period,JWR5,JWR6,JWR7
        Jan-Mar 2023,32500,4190,28310
        Apr-Jun 2023,32610,4205,28405
    """)

    assert [head.text for head in layout.heads] == ["JWR5", "JWR6", "JWR7"]


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ("number,,", [("2020", "number"), ("2021", "number"), ("2022", "number")]),
        ("dollars,,", [("2020", "dollars"), ("2021", "dollars"), ("2022", "dollars")]),
        ("all,,", [("all", None), ("2021", None), ("2022", None)]),
    ],
    ids=["number", "dollars", "no unit"],
)
def test_one_unit_under_the_first_head_is_for_all(
    units: str, told: list[tuple[str, str | None]]
) -> None:
    layout = the_one(f"""
        Geography,2020,2021,2022
        ,{units}
        Canada,37601.0,38007.0,38226.0
        East,12000.0,12100.0,12200.0
        West,25601.0,25907.0,26026.0
    """)

    assert [(head.text, head.unit) for head in layout.heads] == told


def test_a_line_of_dashes_that_says_how_parts_are_grouped_holds_no_figures() -> None:
    layout = the_one("""
        代码,指标名称,计量单位,本期,上年
        01,一、期末从业人员,人,520,505
        02,其中：女性,人,210,200
        03,按用工类型分,—,—,—
        04,1.在岗职工,人,480,470
        05,2.其他,人,40,35
        06,二、工资总额,千元,12480,11615
        07,在岗职工,千元,12480,—
        08,其他,千元,—,—
    """)

    assert [(line.text, line.level, line.figures) for line in layout.lines] == [
        ("一、期末从业人员", 0, True),
        ("其中：女性", 1, True),
        ("按用工类型分", 1, False),
        ("1.在岗职工", 2, True),
        ("2.其他", 2, True),
        ("二、工资总额", 0, True),
        ("在岗职工", 0, True),
        ("其他", 0, True),
    ]


def test_a_total_in_the_column_of_codes_stands_outermost() -> None:
    layout = the_one("""
        科目编码,科目名称,合计,基本支出,项目支出
        201,一般公共服务支出,5200,3200,2000
        20101,人大事务,800,600,200
        20103,政府办公厅,4400,2600,1800
        205,教育支出,8800,7000,1800
        20502,普通教育,8000,6500,1500
        20503,职业教育,800,500,300
        合计,,14000,10200,3800
    """)

    assert [(line.text, line.level) for line in layout.lines] == [
        ("一般公共服务支出", 0),
        ("人大事务", 1),
        ("政府办公厅", 1),
        ("教育支出", 0),
        ("普通教育", 1),
        ("职业教育", 1),
        ("合计", 0),
    ]


def test_a_total_behind_a_date_names_its_line() -> None:
    layout = the_one("""
        日期,摘要,收入,支出,余额
        1月1日,上年结转,,,5000.00
        1月5日,收货款,3200.00,,8200.00
        1月8日,付电费,,850.50,7349.50
        1月20日,收货款,2600.00,,9949.50
        1月31日,合计,5800.00,850.50,9949.50
    """)

    assert (layout.lines[-1].text, Role.TOTAL in layout.lines[-1].roles) == ("合计", True)


def test_numbers_of_notes_label_lines() -> None:
    layout = the_one("""
        £m,Note,2023,2022
        Revenue,3,1520,1400
        Cost of sales,,(910),(850)
        Gross profit,,610,550
        Administrative expenses,4,(360),(340)
        Operating profit,,250,210
    """)

    assert [head.text for head in layout.heads] == ["2023", "2022"]


def test_a_row_of_units_under_heads_names_no_head() -> None:
    layout = the_one("""
        Country,Area,Population,Density,GDP
        ,km2,thousand,per km2,million USD
        Austria,83871,8917,106.3,433258
        Belgium,30528,11556,378.5,521861
        Cyprus,9251,1207,130.5,24612
    """)

    assert [(head.text, head.unit) for head in layout.heads] == [
        ("Area", "km2"),
        ("Population", "thousand"),
        ("Density", "per km2"),
        ("GDP", "million USD"),
    ]


def test_heads_that_might_be_units_are_heads_under_spanners() -> None:
    layout = the_one("""
        Region,2021,,2022,
        ,Number,%,Number,%
        North,60,60.0,63,60.0
        South,40,40.0,42,40.0
    """)

    assert [head.text for head in layout.heads] == ["Number", "%", "Number", "%"]

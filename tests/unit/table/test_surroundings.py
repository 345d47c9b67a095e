"""What stands around the tables: periods, the unit's name, sign-off, left-over template text."""

from __future__ import annotations

import pytest

from statlint.form import Form, SignField, SignKind
from statlint.table import Label, SignEntry
from statlint.table.surroundings import (
    leftovers,
    outside,
    period_claims,
    period_of_path,
    sign_off,
    unit_name,
)
from statlint.values import CellRange, CellRef, Period, Text
from tables import form_of, grid_of, labels, table_of


def label(text: str) -> Label:
    return Label(text, None, CellRef(1, 1))


def claimed(text: str) -> list[str]:
    """Tell the periods that one text above the tables claims."""
    claims = period_claims([label(text)], [label(text)], [], "", None)
    return [f"{claim.period} {claim.role}" for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("瑶海区2019年政府信息公开工作年度报告", ["2019 title"], id="a title"),
        pytest.param("瑶海区２０１９年\n政府信息公开年报", ["2019 title"], id="broken, full-width"),
        pytest.param("政府信息公开情况统计表（2017年度）", ["2017 title"], id="in brackets"),
        pytest.param("政府信息公开情况统计表（2017年第三季度）", ["2017-Q3 title"], id="a quarter"),
        pytest.param("2017年3季度统计表", ["2017-Q3 title"], id="a quarter in short"),
        pytest.param("2017年上半年情况表", ["2017-H1 title"], id="the first half"),
        pytest.param("2017年下半年情况表", ["2017-H2 title"], id="the second half"),
        pytest.param("2017年3月份报表", ["2017-M03 title"], id="a month"),
        pytest.param("2017年11月政务公开统计表", ["2017-M11 title"], id="a month first"),
        pytest.param("宿迁市2024年政府信息公开情况", ["2024 title"], id="no word for a table"),
        pytest.param("主动公开信息情况（2024年）", ["2024 title"], id="the year after it"),
        pytest.param("2024年公开情况见附件", [], id="a remark on it"),
        pytest.param("Annual report 2024", ["2024 title"], id="in English"),
        pytest.param("统计期限：2019年1月1日至2019年12月31日", ["2019 range"], id="a range"),
        pytest.param("自2019年1月1日起至12月31日止", ["2019 range"], id="the year once"),
        pytest.param("2021年01月01日—2021年12月30日", ["2021 range"], id="ended a day early"),
        pytest.param("2024年1月～12月底", ["2024 range"], id="months alone"),
        pytest.param(
            "统计期限:2024年1月1日至3月31日", ["2024-Q1 range"], id="a range of a quarter"
        ),
        pytest.param("报告期2024年7月1日到12月31日", ["2024-H2 range"], id="a range of a half"),
        pytest.param("注:2024年1月至3月底由甲科受理", [], id="some months in a remark"),
        pytest.param("统计期限:2024年2月1日至5月31日", [], id="a range that is no period"),
        pytest.param("2020年1月15日", [], id="a date"),
        pytest.param("2020年1月15日印发的报告", [], id="a date in a title"),
        pytest.param("瑶海区2019年工作", [], id="no title word"),
        pytest.param("（2017年度）", ["2017 title"], id="a year in brackets alone"),
        pytest.param("(2017年第3季度)", ["2017-Q3 title"], id="a quarter in brackets alone"),
        pytest.param("(2017年上半年)", ["2017-H1 title"], id="a half in brackets alone"),
        pytest.param("(2017年3月份)", ["2017-M03 title"], id="a month in brackets alone"),
        pytest.param("（2017年修订）", [], id="more than a year in brackets"),
        pytest.param("报告" + "很" * 80 + "2019年", [], id="too long for a title"),
        pytest.param("二〇一七年第三季度统计表", ["2017-Q3 title"], id="a year in words"),
        pytest.param("二O一七年统计表", ["2017 title"], id="the letter O in a year in words"),
        pytest.param("2017年1-6月报表", ["2017-H1 title"], id="six months"),
        pytest.param("2017年1月至12月报表", ["2017 title"], id="twelve months"),
        pytest.param("2017年1-9月报表", [], id="nine months"),
        pytest.param("2017年前三季度报表", [], id="three quarters"),
        pytest.param("2017年十二月报表", ["2017-M12 title"], id="a month in words"),
        pytest.param("2017年度上半年统计表", ["2017-H1 title"], id="a half of the year so called"),
        pytest.param("截至2017年12月31日统计表", ["2017 title"], id="until the last day"),
        pytest.param("截止2017年底统计表", ["2017 title"], id="until the end"),
        pytest.param("截至2017年6月底统计表", [], id="until a day within the year"),
        pytest.param("Statistics, Q3 2017", ["2017-Q3 title"], id="a quarter in English"),
        pytest.param("2017Q3报表", ["2017-Q3 title"], id="the code of a quarter"),
        pytest.param("Report, first half of 2017", ["2017-H1 title"], id="a half in English"),
        pytest.param("Report, March 2017", ["2017 title"], id="a month in English"),
        pytest.param("Report for the year ended 30 June 2017", ["2017 title"], id="year ended"),
        pytest.param("第20191年报告", [], id="digits that are no year"),
        pytest.param("报告", [], id="no year"),
    ],
)
def test_a_text_claims_a_period(text: str, expected: list[str]) -> None:
    assert claimed(text) == expected


def test_the_strongest_word_comes_first() -> None:
    title, range_ = label("2020年年度报告"), label("2019年1月1日至2019年12月31日")
    sheets = [grid_of("a", name="2021年表"), grid_of("a", name="表四")]
    claims = period_claims([title, range_], [title], sheets, "a/2022年.xlsx", Period(2023))

    assert [(str(claim.period), claim.role, claim.words) for claim in claims] == [
        ("2023", "option", "2023"),
        ("2019", "range", "2019年1月1日至2019年12月31日"),
        ("2020", "title", "2020年年度报告"),
        ("2021", "sheet", "2021年表"),
        ("2022", "file", "2022年.xlsx"),
    ]
    assert [claim.label for claim in claims] == [None, range_, title, None, None]


def test_a_title_below_the_tables_claims_nothing() -> None:
    assert period_claims([label("参见2020年年度报告")], [], [], "", None) == ()


@pytest.mark.parametrize(
    ("path", "periods"),
    [
        ("2022年报告.xlsx", ["2022"]),
        ("报告(2022年度).csv", ["2022"]),
        ("C2022.xlsx", []),
        ("120222年.xlsx", []),
        ("2022年3月.xlsx", []),
        ("2022年/报告.xlsx", ["2022"]),
        pytest.param("2017年第三季度.csv", ["2017-Q3"], id="a quarter"),
        pytest.param("2017年下半年情况.csv", ["2017-H2"], id="a half"),
    ],
)
def test_a_file_name_claims_a_year(path: str, periods: list[str]) -> None:
    assert [str(claim.period) for claim in period_claims([], [], [], path, None)] == periods


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("合肥市瑶海区人民政府2019年政府信息公开工作年度报告", "合肥市瑶海区人民政府"),
        ("瑶海区教育局关于2019年度信息公开工作的报告", "瑶海区教育局"),
        ("2019年瑶海区教育局政府信息公开工作年度报告", "瑶海区教育局"),
        ("舒城县城关镇 2016年 政务公开统计表", "舒城县城关镇"),
        ("宿迁市2024年政府信息公开工作年度报告", None),
        ("2024年政府信息公开工作年度报告", None),
        ("瑶海区教育局通知", None),
    ],
)
def test_a_title_names_the_unit(text: str, name: str | None) -> None:
    assert unit_name([label(text)], []) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("填报单位：舒城县", "舒城县"),
        ("填报单位（盖章）：舒城县公安局  单位：万元", "舒城县公安局"),
        ("报送单位：   填报日期：2024-1-5", None),
        ("填报单位：", None),
    ],
)
def test_a_unit_may_be_stated_where_no_form_asks_for_it(text: str, name: str | None) -> None:
    assert unit_name([label(text), label("2024年各镇人口情况")], []) == name


def sign(key: str, zh: str, kind: SignKind = SignKind.PERSON, *aliases: str) -> SignField:
    return SignField(key, Text(zh, zh), kind, aliases)


UNIT = sign("unit", "填报单位", SignKind.UNIT)


def test_a_signed_unit_goes_before_a_title() -> None:
    title = label("瑶海区教育局2019年年度报告")
    signed = SignEntry(UNIT, label("填报单位:"), "瑶海区财政局", CellRef(1, 2))
    blank = SignEntry(UNIT, label("填报单位:"), "", CellRef(1, 1))

    assert unit_name([title], [signed]) == "瑶海区财政局"
    assert unit_name([title], [blank]) == "瑶海区教育局"


SIGN_OFF = [
    {"key": "unit", "label": "填报单位", "kind": "unit"},
    {"key": "head", "label": "单位负责人", "kind": "person", "aliases": ["负责人"]},
    {"key": "checked", "label": "审核人", "kind": "person"},
    {"key": "filled", "label": "填报人", "kind": "person", "aliases": ["填表人"]},
    {"key": "phone", "label": "联系电话", "kind": "phone"},
    {"key": "date", "label": "填报日期", "kind": "date"},
]
SIGNED: Form = form_of(table_of(["a A"], ["x X"]), **{"sign-off": SIGN_OFF})


def signed_in(text: str, merges: str = "") -> list[str]:
    grid = grid_of(text, merges=merges)
    entries = sign_off(SIGNED, grid, list(outside(grid, ())))
    return [f"{entry.field.key} {entry.text} {entry.cell}".replace("  ", " ") for entry in entries]


@pytest.mark.parametrize(
    ("text", "merges", "expected"),
    [
        pytest.param(
            "单位负责人：张三 审核人：李四 填报人：王五 "
            "联系电话：0551-1234567、13812345678 填报日期：2018-1-11",
            "",
            [
                "head 张三 A1",
                "checked 李四 A1",
                "filled 王五 A1",
                "phone 0551-1234567、13812345678 A1",
                "date 2018-1-11 A1",
            ],
            id="all in one cell",
        ),
        pytest.param(
            "单位负责人：  审核人：____ 填报人：王五 "
            "联系电话：1234567 13812345678 填报日期：2018-1-11",
            "",
            [
                "head A1",
                "checked A1",
                "filled 王五 A1",
                "phone 1234567 13812345678 A1",
                "date 2018-1-11 A1",
            ],
            id="two left blank, a space in the telephones",
        ),
        pytest.param(
            "单位负责人：张三,审核人：李四,填报人：",
            "",
            ["head 张三 A1", "checked 李四 B1", "filled C1"],
            id="a cell each",
        ),
        pytest.param(
            "单位负责人：,张三,审核人：,李四",
            "",
            ["head 张三 B1", "checked 李四 D1"],
            id="labels and names in turn",
        ),
        pytest.param(
            "单位负责人,张三,审 核 人,,李四,填表人,,",
            "",
            ["head 张三 B1", "checked 李四 E1", "filled F1"],
            id="labels without a colon, a blank cell between",
        ),
        pytest.param(
            "填报单位（盖章）,,教育局\n填报人：,,,王五",
            "A1:B1 A2:C2",
            ["unit 教育局 C1", "filled 王五 D2"],
            id="merged labels",
        ),
        pytest.param(
            "审核人：,填报人：,王五",
            "",
            ["checked A1", "filled 王五 C1"],
            id="a label after a label",
        ),
        pytest.param("负责人：张三", "", ["head 张三 A1"], id="an alias"),
        pytest.param("负责人：张三\n单位负责人：李四", "", ["head 张三 A1"], id="the first of two"),
        pytest.param("填报人：张 三", "", ["filled 张三 A1"], id="a name spaced out"),
        pytest.param("审核人员名单", "", [], id="a word that begins alike"),
    ],
)
def test_sign_off_fields(text: str, merges: str, expected: list[str]) -> None:
    assert signed_in(text, merges) == expected


def test_a_form_without_sign_off_has_no_fields() -> None:
    grid = grid_of("填报人：王五")

    assert sign_off(form_of(table_of(["a A"], ["x X"])), grid, list(outside(grid, ()))) == ()


def test_sign_off_is_read_sheet_by_sheet() -> None:
    grid, other = grid_of("填报人：王五", name="一"), grid_of("审核人：李四", name="二")
    both = [*outside(grid, ()), *outside(other, ())]

    assert [entry.field.key for entry in sign_off(SIGNED, grid, both)] == ["filled"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("XX年度报告", True),
        ("××区人民政府", True),
        ("XX局", True),
        ("X年工作", True),
        ("填报人：***", True),
        ("某某单位", True),
        ("（宋体加粗小四号字）", True),
        ("具体表格如下", True),
        ("EXXON", False),
        ("瑶海区", False),
        ("*注", False),
    ],
)
def test_leftovers_of_a_template(text: str, left: bool) -> None:  # noqa: FBT001
    assert bool(leftovers([label(text)])) is left


def test_outside_are_the_texts_beside_the_tables() -> None:
    grid = grid_of("标题,,\n, 表 ,12\n注,,２０", name="表一")
    inside = CellRange(CellRef(2, 1), CellRef(2, 3))

    assert labels(outside(grid, [inside])) == ["标题 A1", "注 A3"]
    assert labels(outside(grid, ())) == ["标题 A1", "表 B2", "注 A3"]


@pytest.mark.parametrize(
    ("numeral", "quarter"),
    [*zip("一二三四", range(1, 5), strict=True), *zip("1234", range(1, 5), strict=True)],
)
def test_a_quarter_is_numbered_in_words_or_digits(numeral: str, quarter: int) -> None:
    assert claimed(f"2017年第{numeral}季度统计表") == [f"2017-Q{quarter} title"]


def test_a_title_has_at_most_eighty_signs() -> None:
    longest = "报告" + "很" * 73 + "2019年"

    assert len(longest) == 80
    assert (claimed(longest), claimed("很" + longest)) == (["2019 title"], [])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param((), None, id="no title that any form has"),
        pytest.param(("自查评分表",), "城关镇人民政府", id="a title of the form"),
    ],
)
def test_the_titles_of_a_form_name_the_unit(words: tuple[str, ...], name: str | None) -> None:
    assert unit_name([label("城关镇人民政府2017年自查评分表")], [], words) == name


@pytest.mark.parametrize(
    ("path", "period"),
    [
        pytest.param("2024/figures.csv", "2024", id="a folder"),
        pytest.param("figures-2023.csv", "2023", id="a year anywhere"),
        pytest.param("figures 2024 Q1.csv", "2024-Q1", id="a quarter in English"),
        pytest.param("returns_Q2_2024.csv", "2024-Q2", id="a quarter between strokes"),
        pytest.param("二〇二四年三季度.csv", "2024-Q3", id="a year in words"),
        pytest.param("town returns, 二〇二四年.csv", "2024", id="a year in words anywhere"),
        pytest.param("2024年1-9月.csv", "None", id="nine months"),
        pytest.param("2024年前三季度汇总.csv", "None", id="three quarters"),
        pytest.param("2023-2024.csv", "None", id="two years"),
    ],
)
def test_the_period_of_a_path(path: str, period: str) -> None:
    assert str(period_of_path(path)) == period

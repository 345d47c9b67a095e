"""What texts around the lines of a table are for."""

from __future__ import annotations

import pytest

from statlint.table.layout_notes import (
    footnote_sign,
    goes_on,
    is_footnote,
    is_note,
    signs_off,
    states_unit,
    table_number,
)


@pytest.mark.parametrize(
    "text", ["注：本表为快报数。", "资料来源：市统计局", "Note: x", "SOURCE: Census", "备注 x"]
)
def test_notes(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["注册户数", "说明", "1. 农业", "Northern"])
def test_what_is_no_note(text: str) -> None:
    assert not is_note(text)


@pytest.mark.parametrize("text", ["1/ Data exclude", "* revised", "a) estimated", "(2)/ x"])
def test_footnotes(text: str) -> None:
    assert is_footnote(text)


@pytest.mark.parametrize("text", ["续表", "表2 (续)", "Table 3 (continued)", "第2页"])
def test_tables_that_go_on(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize("text", ["(万元)", "单位：人", "Unit: t", "in thousands", "（件）"])
def test_units(text: str) -> None:
    assert states_unit(text)


@pytest.mark.parametrize("text", ["人口(万人)", "单位", "industry"])
def test_what_states_more_than_a_unit(text: str) -> None:
    assert not states_unit(text)


@pytest.mark.parametrize("text", ["填表人：张三", "联系电话 123", "Prepared by x", "Tel 1"])
def test_sign_off(text: str) -> None:
    assert signs_off(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Table 2. Deaths", "2."),
        ("表3-1 人口", "3-1"),
        ("续表一", "一"),
        ("TABLE A-3: Ports", "A-3"),
        ("表格", None),
        ("人口表", None),
    ],
)
def test_numbers_of_tables(text: str, number: str | None) -> None:
    assert table_number(text) == number


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("1/ Includes arrears.", "1/"),
        ("12 / 含补缴", "12/"),
        ("(2) Preliminary", "(2)"),
        ("** Revised", "**"),
        ("①含补缴", "①"),
        ("1. 农业", None),
        ("*", None),
        ("合计", None),
    ],
)
def test_the_sign_that_a_footnote_begins_with(text: str, sign: str | None) -> None:
    assert footnote_sign(text) == sign

"""Numbers of documents: each way to write one wrongly is told, what is none is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.document import (
    DocumentFlaw,
    DocumentNumber,
    document_key,
    read_document_numbers,
)

AGENCIES = st.text("国皖鄂前政办发函秘财建规委", min_size=1, max_size=8)
NUMBERS = st.builds(
    lambda agency, year, number: DocumentNumber(
        f"{agency}〔{year}〕{number}号", agency, year, number
    ),
    AGENCIES,
    st.integers(min_value=1949, max_value=2099),
    st.integers(min_value=1, max_value=9999),
)


def told(text: str) -> list[str]:
    """Tell the document numbers of a text with their flaws."""
    return [" ".join([str(one), *one.flaws]) for one in read_document_numbers(text)]


@given(NUMBERS)
def test_a_number_survives_a_round_trip(number: DocumentNumber) -> None:
    assert read_document_numbers(str(number)) == (number,)


@given(
    NUMBERS,
    st.sampled_from(["[]", "［］", "【】", "()", "（）", "﹝﹞", "<>", "「」", "〔]", "（〕"]),
)
def test_other_brackets_are_a_flaw_and_nothing_else(number: DocumentNumber, signs: str) -> None:
    written = f"{number.agency}{signs[0]}{number.year}{signs[1]}{number.number}号"

    assert told(written) == [f"{number} brackets"]


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert all(one.text in text for one in read_document_numbers(text))


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        pytest.param("X政办发〔2017〕96号", "", id="right"),
        pytest.param("X政办发〔2017〕\n96号", "", id="broken in a narrow cell"),
        pytest.param("X政办发〔2017〕96号文件", "", id="with a word behind"),
        pytest.param("X政办发2017〕96号", "brackets", id="half a pair"),
        pytest.param("X政办发2017年96号", "brackets", id="no brackets"),
        pytest.param("X政办发2017-96号", "brackets", id="a dash in place of brackets"),
        pytest.param("X政办发201796号", "brackets", id="nothing in place of brackets"),
        pytest.param("X政办发〔2017〕96", "no-sign", id="no 号"),
        pytest.param("X政办发(2017)96", "brackets no-sign", id="neither brackets nor 号"),
        pytest.param("X政办发〔2017〕096号", "leading-zero", id="a zero in front"),
        pytest.param("X政办发〔2017〕第96号", "order-word", id="第"),
        pytest.param("X政办发〔２０１７〕９６号", "full-width", id="full-width digits"),
        pytest.param("X政办发 〔2017〕 96号", "blanks", id="blanks"),
        pytest.param("X政办发〔17〕96号", "short-year", id="a year of two digits"),
        pytest.param("X政办发(17)96号", "brackets short-year", id="the same in other brackets"),
        pytest.param(
            "X政办发【2017】第096号", "brackets order-word leading-zero", id="several at once"
        ),
    ],
)
def test_each_flaw_is_told_with_what_is_meant(text: str, flaws: str) -> None:
    assert told(text) == [f"X政办发〔2017〕96号 {flaws}".strip()]


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        pytest.param("X政办发〔217〕96号", ["no-year"], id="a digit of the year is lost"),
        pytest.param("X政办发〔1017〕96号", ["no-year"], id="a year before there were any"),
        pytest.param("X政办发〔1948〕96号", ["no-year"], id="a year before the first"),
        pytest.param("X政办发〔2100〕96号", ["no-year"], id="a year too far ahead"),
        pytest.param("X政办发〔〕96号", ["no-year"], id="an empty pair"),
        pytest.param("X政办发[2017]号", ["brackets", "no-number"], id="no number, other brackets"),
        pytest.param("X政办发〔2017〕号", ["no-number"], id="no number"),
        pytest.param("X政办发〔201796号", ["brackets", "no-year", "no-number"], id="run together"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, flaws: list[str]) -> None:
    (found,) = read_document_numbers(text)

    assert [*map(str, found.flaws)] == flaws
    assert not found.readable


def test_two_digits_are_a_year_of_this_century_or_the_last() -> None:
    assert told("甲发〔49〕1号、甲发〔98〕1号") == [
        "甲发〔2049〕1号 short-year",
        "甲发〔1998〕1号 short-year",
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(
            "甲发〔2017〕1号、乙发[2017]2号",
            ["甲发〔2017〕1号", "乙发〔2017〕2号 brackets"],
            id="、",
        ),
        pytest.param(
            "甲发〔2017〕1号\n乙发〔2017〕2",
            ["甲发〔2017〕1号", "乙发〔2017〕2号 no-sign"],
            id="lines",
        ),
        pytest.param(
            "《甲的通知》（甲发（2017）1号）", ["甲发〔2017〕1号 brackets"], id="after a title"
        ),
        pytest.param("甲发〔2017〕1、2号", ["甲发〔2017〕1号"], id="two of one year"),
        pytest.param("甲发〔2017〕1-3号", ["甲发〔2017〕1号"], id="from and to"),
    ],
)
def test_several_numbers_are_found(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("无", id="none"),
        pytest.param("—", id="a mark"),
        pytest.param("http://www.abc.gov.cn/art/2017/3/1/art_5.html", id="an address"),
        pytest.param("index(2017)3.html", id="the name of a page"),
        pytest.param("会议纪要第3期", id="minutes"),
        pytest.param("关于公告[2017]10号", id="an announcement in brackets"),
        pytest.param("通告〔2017〕2号", id="a notice to the public"),
        pytest.param("《总结》甲发(2017)96", id="a number without 号 behind a title"),
        pytest.param("甲发(3017)96号", id="no year in brackets of another kind"),
        pytest.param("转发甲发201796号的通知", id="no brackets within a title"),
        pytest.param("专题会议纪要〔2017〕3期", id="minutes of a year"),
        pytest.param("国务院令第711号", id="an order"),
        pytest.param("财政部公告2017年第10号", id="an announcement"),
        pytest.param("(2017)皖01行初96号", id="a court file"),
        pytest.param("某法院(2017)皖1523行初5号", id="a court file after the court"),
        pytest.param("沪字第2017005号", id="a certificate"),
        pytest.param("工作总结（2017）3份", id="a count"),
        pytest.param("第二批（17）5号", id="a number in brackets"),
        pytest.param("96号", id="a number alone"),
        pytest.param("2017年工作要点", id="a year in a title"),
        pytest.param("政府网站、公开栏", id="words"),
    ],
)
def test_what_is_no_document_number_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param(" 甲发[2017]第096 号", "甲发〔2017〕96号", id="one number however written"),
        pytest.param("甲发〔2017〕1号、2号", None, id="two numbers"),
        pytest.param("甲发〔217〕1号", None, id="one that cannot be read"),
        pytest.param("甲的通知", None, id="a title"),
    ],
)
def test_numbers_can_be_compared(text: str, key: str | None) -> None:
    assert document_key(text) == key


def test_only_what_leaves_the_document_open_cannot_be_read() -> None:
    unreadable = {flaw for flaw in DocumentFlaw if flaw.unreadable}

    assert unreadable == {DocumentFlaw.NO_YEAR, DocumentFlaw.NO_NUMBER}

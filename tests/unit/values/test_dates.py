"""Dates: every usual way to write one is read, days that no calendar has are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.dates import StatedDate, has_open_end, read_dates
from statlint.values.numeral import write_numeral

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2080, 12, 31))
WAYS = (
    "{0}-{1}-{2}",
    "{0}-{1:02}-{2:02}",
    "{0}.{1}.{2}",
    "{0}/{1:02}/{2}",
    "{0}年{1}月{2}日",
    "{0} 年 {1} 月 {2} 日",
    "{0}{1:02}{2:02}",
    "{0}. {1}. {2}",
    "{0}-{1:02}-{2:02}T10:30:00",
)


def told(text: str) -> list[str]:
    """Tell the dates of a text: the first day and the last where it is another."""
    return [
        "no such day"
        if one.first is None
        else str(one.first)
        if one.first == one.last
        else f"{one.first} to {one.last}"
        for one in read_dates(text)
    ]


@given(DAYS, st.sampled_from(WAYS))
def test_a_day_is_read_however_it_is_written(day: date, way: str) -> None:
    assert told(way.format(day.year, day.month, day.day)) == [str(day)]


@given(DAYS)
def test_a_day_in_words_is_read(day: date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    written = f"{year}年{write_numeral(day.month)}月{write_numeral(day.day)}日"

    assert told(written) == [str(day)]


@given(DAYS)
def test_a_serial_is_read(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)

    assert told(str(serial)) == ([str(day)] if serial >= 20000 else [])


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param("2017-03", ["2017-03-01 to 2017-03-31"], id="a month"),
        pytest.param("2016年2月", ["2016-02-01 to 2016-02-29"], id="a month of a leap year"),
        pytest.param("2017.12", ["2017-12-01 to 2017-12-31"], id="a month after a point"),
        pytest.param("2017年度", ["2017-01-01 to 2017-12-31"], id="a year"),
        pytest.param("2017", ["2017-01-01 to 2017-12-31"], id="a year alone"),
        pytest.param("2017.3-5", ["2017-03-01 to 2017-03-31"], id="months from and to"),
        pytest.param("2017.3.1-2017.5.2", ["2017-03-01", "2017-05-02"], id="from and to"),
        pytest.param("发布于2017年3月1日，网站", ["2017-03-01"], id="among words"),
        pytest.param("2017年第3期", ["2017-01-01 to 2017-12-31"], id="an issue of a year"),
        pytest.param("2107-03-01", ["2107-03-01"], id="a year to come"),
    ],
)
def test_dates_are_read(text: str, dates: list[str]) -> None:
    assert told(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "2017-02-30",
        "2017.13.1",
        "2017-00-10",
        "2017年4月31日",
        "20170230",
        "2017-2-29",
        "2017年13月",
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str) -> None:
    assert told(text) == ["no such day"]


@pytest.mark.parametrize(
    "text", ["", "无", "—", "3月1日", "2017-18学年", "64120000", "10:00:00", "96"]
)
def test_anything_else_is_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("number", "last"),
    [
        pytest.param("2017.1", date(2017, 12, 31), id="January, or October without its zero"),
        pytest.param("2017.2", date(2017, 2, 28), id="no zero can be lost"),
        pytest.param("20170301", date(2017, 3, 1), id="a day in digits"),
    ],
)
def test_a_stored_number_may_have_lost_a_zero(number: str, last: date) -> None:
    (read,) = read_dates(number, stored_number=True)

    assert read.last == last


def test_a_date_keeps_its_words() -> None:
    assert read_dates("印发：2017-02-30") == (StatedDate("2017-02-30", None, None),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2016年3月至今", True), ("2016年3月起", True), ("每月", True), ("2016年3月起草", False)],
)
def test_a_time_without_an_end_is_seen(text: str, expected: bool) -> None:  # noqa: FBT001
    assert has_open_end(text) is expected

"""Periods that labels are and titles speak of."""

from __future__ import annotations

import pytest

from statlint.table.layout_periods import between_periods, is_dated, is_period, period_of


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("2019", "2019", id="a year"),
        pytest.param("2019年", "2019", id="a year in Chinese"),
        pytest.param("2019年度安平县统计表", "2019", id="a title"),
        pytest.param("2019年末", "2019", id="the end of a year"),
        pytest.param("2019年1月", "2019-M01", id="a month"),
        pytest.param("2019年 十二月", "2019-M12", id="a month in words"),
        pytest.param("2019年十月", "2019-M10", id="the tenth month"),
        pytest.param("2019年第一季度", "2019-Q1", id="a quarter"),
        pytest.param("2019年 4季度", "2019-Q4", id="a quarter in digits"),
        pytest.param("2019年上半年", "2019-H1", id="a half-year"),
        pytest.param("2019年下半年", "2019-H2", id="the second half-year"),
        pytest.param("2019年1-3月", "2019-Q1", id="three months"),
        pytest.param("2019年1—6月", "2019-H1", id="six months"),
        pytest.param("2019年1-12月", "2019", id="twelve months"),
        pytest.param("截至2019年12月31日", "2019-M12", id="a day"),
        pytest.param("2019年统计公报 2019年1月", "2019-M01", id="a month and its year"),
        pytest.param("2010/02 1000 persons", "2010-M02", id="a month in digits"),
        pytest.param("2019.05", "2019-M05", id="a month behind a point"),
        pytest.param("05/2019", "2019-M05", id="a month before the year"),
        pytest.param("2019M03", "2019-M03", id="a month as SDMX writes it"),
        pytest.param("2002/03", "2002", id="a fiscal year"),
        pytest.param("2008/2009", "2008", id="a fiscal year in full"),
        pytest.param("2018-2019学年", "2018", id="a school year"),
        pytest.param("FY 2002", "2002", id="a fiscal year by name"),
        pytest.param("Q1 2009", "2009-Q1", id="a quarter in English"),
        pytest.param("2009-Q3", "2009-Q3", id="a quarter behind the year"),
        pytest.param("2Q 2009", "2009-Q2", id="a quarter with its number first"),
        pytest.param("4th quarter 2009r seasonally adjusted", "2009-Q4", id="a revised quarter"),
        pytest.param("third quarter of 2009", "2009-Q3", id="a quarter in words"),
        pytest.param("first half 2009", "2009-H1", id="a half-year in words"),
        pytest.param("2009 H2", "2009-H2", id="a half-year in signs"),
        pytest.param("Sep. 2009", "2009-M09", id="a month in English"),
        pytest.param("2009 January", "2009-M01", id="a month behind the year"),
        pytest.param("December 31, 2002", "2002-M12", id="a day in English"),
        pytest.param("二〇一九年 十二月", "2019-M12", id="a year in words"),
        pytest.param("year ended 30 June 2024", "2024", id="a year that ends in June"),
        pytest.param("the quarter ended March 31, 2024", "2024-Q1", id="a quarter by its end"),
        pytest.param("three months ending 30 September 2024", "2024-Q3", id="three months"),
        pytest.param("six months ended 30th June 2024", "2024-H1", id="six months"),
        pytest.param("Half-year ended on 31 December 2024", "2024-H2", id="a half by its end"),
        pytest.param("Twelve months ended March 2024", "2024", id="twelve months to March"),
        pytest.param("2007*", "2007", id="a year with a footnote"),
        pytest.param("2010p", "2010", id="a provisional year"),
        pytest.param("2003 (number of persons)", "2003", id="a year and a unit"),
        pytest.param("2005 (2002=100)", "2005", id="a year and a base"),
        pytest.param("All industries (hours) 2005", "2005", id="a year behind"),
    ],
)
def test_the_one_period_is_found(text: str, period: str) -> None:
    assert str(period_of(text)) == period


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("1月", id="a month without its year"),
        pytest.param("1990–2004", id="several years"),
        pytest.param("2019年1-9月", id="nine months"),
        pytest.param("4th quarter 2009 to 1st quarter 2010", id="from one to another"),
        pytest.param("July 1, 2008/June 30, 2009", id="from day to day"),
        pytest.param("Average $ constant 2007", id="the year of prices"),
        pytest.param("按2010年不变价计算", id="the year of prices in Chinese"),
        pytest.param("2000人", id="a count"),
        pytest.param("2000 persons", id="a count in English"),
        pytest.param("1992.00000", id="a figure"),
        pytest.param("1,990", id="thousands"),
        pytest.param("3500", id="a number of four digits"),
        pytest.param("2019-15", id="no month"),
    ],
)
def test_what_names_no_period_or_several_has_none(text: str) -> None:
    assert period_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2019", True, id="a year"),
        pytest.param("2005 $ millions", True, id="a year and a unit"),
        pytest.param("1月", True, id="a month"),
        pytest.param("一月份", True, id="a month in words"),
        pytest.param("1-9月", True, id="months"),
        pytest.param("二季度", True, id="a quarter"),
        pytest.param("上半年", True, id="a half-year"),
        pytest.param("上年同期", True, id="the year before"),
        pytest.param("本月", True, id="this month"),
        pytest.param("期末", True, id="the end"),
        pytest.param("第3周", True, id="a week"),
        pytest.param("Q1", True, id="a quarter in English"),
        pytest.param("May", True, id="a month in English"),
        pytest.param("previous year", True, id="the year before in English"),
        pytest.param("Maybe", False, id="a word that begins as a month"),
        pytest.param("Total 2008", False, id="a year behind"),
        pytest.param("1990–2004", False, id="a class of years"),
        pytest.param("本月累计完成情况及其他相关说明事项共计若干", False, id="a sentence"),
        pytest.param("合计", False, id="a total"),
    ],
)
def test_labels_that_are_a_period_are_told(text: str, *, expected: bool) -> None:
    assert is_period(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("4th quarter 2009 to 1st quarter 2010 %", True, id="two quarters"),
        pytest.param("2009-2010年增长", False, id="one fiscal year"),
        pytest.param("2009", False, id="one year"),
        pytest.param("2009年 2009年1月", False, id="a month and its year"),
    ],
)
def test_labels_between_periods_are_told(text: str, *, expected: bool) -> None:
    assert between_periods(text) is expected


@pytest.mark.parametrize(
    "text",
    ["Q1 2023", "2023 Q4", "2023Q1", "H1 2023", "1H2023", "2023M01", "FY2023", "FY23", "Q3'22"],
)
def test_codes_of_periods(text: str) -> None:
    assert is_dated(text)


@pytest.mark.parametrize("text", ["Q5 2023", "A1234", "2023 4", "12O4", "M13 2023", "2023"])
def test_other_letters_and_digits_are_no_codes_of_periods(text: str) -> None:
    assert not is_dated(text)

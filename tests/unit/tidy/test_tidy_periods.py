"""Periods as columns of long lists write them."""

from __future__ import annotations

import pytest

from statlint.tidy.periods import moment_in, moment_of, read_moment, read_part, whole_periods
from statlint.values import Period


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2021", "2021"),
        ("2021年", "2021"),
        ("２０２１", "2021"),
        ("2021年度", "2021"),
        ("2021-Q1", "2021-Q1"),
        ("2021Q4", "2021-Q4"),
        ("2021年第三季度", "2021-Q3"),
        ("2021年3月", "2021-M03"),
        ("202103", "2021-M03"),
        ("2021-03", "2021-M03"),
        ("2021/12", "2021-M12"),
        ("2021M03", "2021-M03"),
        ("2021-03-05", "2021-03-05"),
        ("20210305", "2021-03-05"),
        ("2021/3/5", "2021-03-05"),
        ("2021-03-05 00:00:00", "2021-03-05"),
    ],
)
def test_a_period_is_read(text: str, shown: str) -> None:
    assert str(read_moment(text)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "全年",
        "12",
        "202113",
        "2021-02-30",
        "2O21",
        "成都市",
        "2022年5季度",
        "2022年13月",
        "2022Q5",
    ],
)
def test_another_text_is_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize("period", [Period(2021), Period(2021, "Q", 4), Period(2021, "M", 12)])
def test_the_next_period_has_the_next_number(period: Period) -> None:
    assert moment_of(period.next).number == moment_of(period).number + 1


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["2021-01-01", "2021-02-01", "x"], ["2021-M01", "2021-M02", "None"]),
        (["2021-01-01", "2022-01-01"], ["2021", "2022"]),
        (["2021-01-01", "2021-02-02"], ["2021-01-01", "2021-02-02"]),
        (["2021-01-01", "2021"], ["2021-01-01", "2021"]),
        (["2021", "2022"], ["2021", "2022"]),
    ],
)
def test_first_days_stand_for_months_or_years(texts: list[str], shown: list[str]) -> None:
    assert [str(one) for one in whole_periods([read_moment(text) for text in texts])] == shown


@pytest.mark.parametrize(
    ("text", "part"),
    [("3", 3), ("03", 3), ("12月", 12), ("Q2", 2), ("第三季度", 3), ("13", None), ("三月底", None)],
)
def test_the_number_of_a_month_or_quarter_is_read(text: str, part: int | None) -> None:
    assert read_part(text) == part


@pytest.mark.parametrize(
    ("year", "part", "kind", "shown"),
    [
        ("2021", 3, "M", "2021-M03"),
        ("2021", 4, "Q", "2021-Q4"),
        ("2021", 5, "Q", "None"),
        ("2021-Q1", 1, "M", "None"),
        ("x", 1, "M", "None"),
        ("2021", None, "M", "None"),
    ],
)
def test_year_and_part_are_put_together(year: str, part: int | None, kind: str, shown: str) -> None:
    assert str(moment_in(read_moment(year), part, kind)) == shown

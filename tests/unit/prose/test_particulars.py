"""What a report says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from statlint.prose import read_prose
from statlint.prose.particulars import Particulars, read_particulars
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph


def read(*texts: str, centred: int = 0) -> Particulars:
    blocks = [
        Paragraph(Place.of("paragraph", number), text, centred=number == centred)
        for number, text in enumerate(texts, start=1)
    ]
    return read_particulars(read_prose(Document(tuple(blocks))))


@pytest.mark.parametrize(
    ("texts", "year", "unit"),
    [
        pytest.param(["某区财政局2020年政府信息公开工作年度报告"], 2020, "某区财政局", id="before"),
        pytest.param(["2020年某区财政局政府信息公开年报"], 2020, "某区财政局", id="behind"),
        pytest.param(
            ["某区财政局", "2020年度工作总结"], 2020, "某区财政局", id="on the line above"
        ),
        pytest.param(["二〇二〇年政府信息公开工作报告"], 2020, None, id="year in words"),
        pytest.param(["某区财政局2020年第一季度工作报告"], None, "某区财政局", id="a quarter"),
        pytest.param(["我局按照2020年工作报告落实。"], None, None, id="a sentence"),
        pytest.param(["2018年工作报告", "2019年工作报告"], None, None, id="two years"),
    ],
)
def test_year_and_unit_come_from_the_title(
    texts: list[str], year: int | None, unit: str | None
) -> None:
    said = read(*texts, "一、总体情况", "工作有序。")

    assert (said.year, said.unit) == (year, unit)


def test_a_title_that_is_set_apart_goes_before_a_list_of_reports() -> None:
    said = read("2018年工作报告", "某区2019年工作报告", "一、总体情况", centred=2)

    assert said.year == 2019


def test_the_period_is_read_as_it_is_written() -> None:
    said = read("统计期限自2019年1月1日起至12月31日止，报告期为2020年1月至2020年6月30日。")

    assert [(one.first, one.last) for one in said.spans] == [
        ((2019, 1, 1), (2019, 12, 31)),
    ]


def test_a_month_may_stand_for_its_first_day() -> None:
    said = read("统计期限为2020年1月至2020年6月30日。")

    assert [(one.first, one.last) for one in said.spans] == [((2020, 1, 1), (2020, 6, 30))]


@pytest.mark.parametrize(
    ("texts", "unit", "day"),
    [
        pytest.param(["某区财政局", "2021年1月5日"], "某区财政局", date(2021, 1, 5), id="apart"),
        pytest.param(["某区财政局 2021年1月5日"], "某区财政局", date(2021, 1, 5), id="together"),
        pytest.param(["工作有序。", "2021年1月5日"], "", date(2021, 1, 5), id="a day alone"),
        pytest.param(["2021年1月5日"], "", date(2021, 1, 5), id="nothing above"),
        pytest.param(["某区财政局", "2021年2月30日"], "某区财政局", None, id="no such day"),
    ],
)
def test_who_signed_and_when(texts: list[str], unit: str, day: date | None) -> None:
    signing = read("标题", "附言", *texts).signing

    assert signing is not None
    assert (signing.unit, signing.day.first) == (unit, day)


def test_a_text_that_nobody_signed() -> None:
    assert read("标题", "附言", "工作有序。") == Particulars()

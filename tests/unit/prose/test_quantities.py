"""What the numbers of a text are."""

from __future__ import annotations

import pytest

from prose_texts import prose_of


def quantities(text: str) -> list[str]:
    """Give kind, figure and unit of the numbers of a text."""
    return [
        f"{one.kind} {one.figure.value} {one.unit} {one.exactness}"
        for sentence in prose_of(text).sentences
        for one in sentence.quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("公开信息3,512 件", ["count 3512 件 exact"], id="thousands"),
        pytest.param("公开信息１，２３４条", ["count 1234 条 exact"], id="full width"),
        pytest.param("开展活动1.4万余场次", ["count 14000 场次 over"], id="ten thousands"),
        pytest.param("回復信息80條", ["count 80 条 exact"], id="traditional signs"),
        pytest.param("公开一百二十三件", ["count 123 件 exact"], id="a numeral in words"),
        pytest.param("占比98.7%，", ["share 98.7 % exact"], id="a share"),
        pytest.param("国办公开办函〔2019〕60号", ["document 2019  exact"], id="a document"),
        pytest.param("1月1日至12月31日", ["date 1  exact"], id="a span of days"),
        pytest.param("第二十条第（一）项", ["clause 20  exact"], id="a clause"),
        pytest.param("进一步建立一个平台", [], id="words that count nothing"),
        pytest.param("不少于2次", ["count 2 次 over"], id="at least"),
        pytest.param(
            "1月至6月560条", ["date 1  exact", "count 560 条 exact"], id="months before a count"
        ),
        pytest.param(
            "2022年度12件，3月5日起",
            ["year 2022  exact", "count 12 件 exact", "date 3  exact"],
            id="a year before a count",
        ),
        pytest.param(
            "12345热线转办654件",
            ["name 12345  exact", "count 654 件 exact"],
            id="a hotline",
        ),
        pytest.param("市长电话8346件", ["count 8346 件 exact"], id="calls, not a telephone number"),
        pytest.param("电话：0551-64495818", ["phone 551  exact"], id="a telephone number"),
        pytest.param("65岁及以上", ["duration 65 岁 over"], id="an age"),
        pytest.param("3-5个", ["unknown 3  exact"], id="a range"),
        pytest.param("数十条", ["unknown 10  exact"], id="some"),
        pytest.param(
            "分别为26,192,13件",
            ["count 26  exact", "count 192  exact", "count 13 件 exact"],
            id="figures in a row",
        ),
        pytest.param("12,34条", ["count 12  exact", "count 34 条 exact"], id="no thousands"),
        pytest.param("占11.0%", ["share 11 % exact"], id="a share with a zero"),
        pytest.param("百分之三十", ["share 30 % exact"], id="a share in words"),
        pytest.param("提高3.2个百分点", ["points 3.2 个百分点 exact"], id="points"),
        pytest.param(
            "约30件、近50件、不足20件、超过10件",
            ["count 30 件 about", "count 50 件 about", "count 20 件 under", "count 10 件 over"],
            id="inexact figures",
        ),
        pytest.param(
            "《2019年要点》和“三公”经费", ["name 2019  exact", "name 3  exact"], id="names"
        ),
        pytest.param(
            "2950元，4.043万元", ["amount 2950 元 exact", "amount 40430 元 exact"], id="money"
        ),
        pytest.param(
            "In 2019, 1,234 requests",
            ["year 2019  exact", "count 1234  exact"],
            id="an English year",
        ),
        pytest.param(
            "一是公开3条。二是",
            ["ordinal 1  exact", "count 3 条 exact", "ordinal 2  exact"],
            id="items",
        ),
        pytest.param("第3季度、第二批", ["ordinal 3  exact", "ordinal 2  exact"], id="ordinals"),
        pytest.param("工作日9:00-17:30", ["duration 9  exact"], id="hours"),
        pytest.param("其中网上22件", ["count 22 件 exact"], id="a word that ends in 上"),
    ],
)
def test_numbers_are_told_apart(text: str, expected: list[str]) -> None:
    found = quantities(text)

    assert found == expected


def test_the_decimals_shown_are_kept() -> None:
    share = next(prose_of("占11.0%").sentences).quantities[0].figure
    large = next(prose_of("1.40万条").sentences).quantities[0].figure

    assert (share.decimals, share.text) == (1, "11.0")
    assert (large.value, large.decimals, large.text) == (14000, 2, "1.40万")


def test_a_run_of_numerals_without_a_sense_is_no_number() -> None:
    found = quantities("一二三四" * 50 + "项")

    assert found == []

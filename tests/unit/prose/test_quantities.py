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
        pytest.param("其中网上22件", ["count 22 件 exact"], id="a word that ends in 上"),
    ],
)
def test_numbers_are_told_apart(text: str, expected: list[str]) -> None:
    found = quantities(text)

    assert found == expected

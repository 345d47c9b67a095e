"""Change since another period."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "2019年收到申请124件，2018年收到申请100件，同比增长24%。",
            ["growth 24 <- 124 100"],
            id="two years in turn",
        ),
        pytest.param(
            "由2018年的100件增加到2019年的124件，增长24%。",
            ["growth 24 <- 124 100"],
            id="from the old figure to the new one",
        ),
        pytest.param(
            "收到申请176件，比上年的150件增长17.3%。",
            ["growth 17.3 <- 176 150"],
            id="against last year's figure",
        ),
        pytest.param(
            "主动公开信息1636条，同比增长12%。",
            ["growth 12 <- 1636"],
            id="to a figure not said",
        ),
        pytest.param(
            "主动公开信息1636条，较上年减少120条。",
            ["change 120 <- 1636"],
            id="a difference",
        ),
        pytest.param(
            "办结率98.7%，同比提高3.2个百分点。",
            ["change 3.2 <- 98.7"],
            id="points of a share",
        ),
        pytest.param(
            "召开发布会12场次，同比增加4场次，上年为10场次。",
            ["change 4 <- 12 10"],
            id="last year's figure behind it",
        ),
        pytest.param(
            "主动公开信息1286条，比上年增加143条，增长12.5%。",
            ["change 143 <- 1286", "growth 12.5 <- 1286 1143"],
            id="a difference and its rate",
        ),
        pytest.param(
            "收到申请765件（比2022年减少48件，下降5.9%）。",
            ["change 48 <- 765", "growth 5.9 <- 765 813"],
            id="a fall and its rate",
        ),
        pytest.param(
            "主动公开信息765条，同比下降5.9%，减少48条。",
            ["growth 5.9 <- 765", "growth 5.9 <- 765 813"],
            id="a rate and its difference",
        ),
        pytest.param(
            "主动公开信息765条，同比减少48条，增长5.9%。",
            ["change 48 <- 765"],
            id="a difference and a rate that go two ways",
        ),
        pytest.param(
            "主动公开信息40条，同比增加40条，增长5.9%。",
            ["change 40 <- 40"],
            id="a rate of nothing last year",
        ),
        pytest.param(
            "公开94件，点击量比上年增加12件，增长14.6%。",
            [],
            id="a difference and a rate of something else",
        ),
        pytest.param(
            "收入125.4万元，比上年增加12.1万元，增长10.7%。",
            ["change 121000 <- 1254000"],
            id="a difference that is rounded",
        ),
        pytest.param(
            "主动公开信息1636条，点击量同比增长12%。",
            [],
            id="of something else",
        ),
        pytest.param(
            "上年结转5件，今年收到20件，同比增长25%。",
            ["growth 25 <- 20"],
            id="what is left from last year",
        ),
        pytest.param(
            "许可1234件、处罚56件，同比分别增长5%、下降3%。",
            [],
            id="several at once",
        ),
        pytest.param(
            "In 2019, 1,234 requests were received, up 12% from 1,102 in 2018.",
            ["growth 12 <- 1234 1102"],
            id="English",
        ),
    ],
)
def test_growth_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims

"""Wholes and their parts as sentences write them."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "及时回复信息80条，其中部门信箱49条，咨询建议31条。",
            ["parts 80 <- 49 31"],
            id="parts after 其中",
        ),
        pytest.param(
            "工作信息1261条（其中：网站390条、微信公众号871条），政策文件3件。",
            ["parts 1261 <- 390 871"],
            id="parts in brackets",
        ),
        pytest.param(
            "办结177件（含上年结转的3件），其中，予以公开170件，部分公开7件。",
            ["among 177 <- 3", "parts 177 <- 170 7"],
            id="an aside between a whole and its parts",
        ),
        pytest.param(
            "其中养老12件的新增共计56条，其中养老12、双随机6、资金8、社会团体13、民办11、其他6。",
            ["parts 56 <- 12 6 8 13 11 6"],
            id="parts without a unit",
        ),
        pytest.param(
            "全市发展宣讲员822名，其中宣讲队成员350名。",
            ["among 822 <- 350"],
            id="one part alone",
        ),
        pytest.param(
            "公开信息306条，其中网站216条，微信22条，其他方式299条。",
            ["each-among 306 <- 216 22 299"],
            id="channels that overlap",
        ),
    ],
)
def test_breakdowns_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims

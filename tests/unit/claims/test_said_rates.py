"""Rates of what was done."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "制发公文707件，主动公开673件，主动公开率95.19%。",
            ["share 95.19 <- 673 707"],
            id="of two figures before it",
        ),
        pytest.param(
            "制发公文128件，其中主动公开85件，依申请公开20件，不予公开23件，主动公开率66.4%。",
            ["parts 128 <- 85 20 23", "share 66.4 <- 85 128"],
            id="of a part and its whole",
        ),
        pytest.param(
            "答复263件，公开81件，公开率为30.08%。",
            ["share 30.08 <- 81 263"],
            id="wrong",
        ),
        pytest.param(
            "收到建议30件，办结28件，办结率100%。",
            ["share? 100 <- 28 30"],
            id="all of less",
        ),
        pytest.param(
            "收到建议30件，办结28件，2件正在办理，办结率100%。",
            ["parts 30 <- 28 2"],
            id="all of less, as some go on",
        ),
        pytest.param(
            "收到建议30件，办结28件，按时办结率100%。",
            [],
            id="of what was due in time",
        ),
        pytest.param(
            "收到申请30件，答复10件，公开率90%。",
            [],
            id="of something else",
        ),
        pytest.param(
            "全年提交提案254件。经审查，立案236件，立案率92.9%。",
            ["share 92.9 <- 236 254"],
            id="named after what was done",
        ),
        pytest.param(
            "检查网站314个，不合格55个，合格率为82.48%。",
            [],
            id="not of the contrary",
        ),
        pytest.param(
            "受理诉求7420件，按期办结7298件，按期办结率99.7%。",
            ["share 99.7 <- 7298 7420"],
            id="in time, told by the same words",
        ),
        pytest.param(
            "应公开规范性文件80件，已公开72件，公开率95%。",
            ["share 95 <- 72 80"],
            id="of what was due",
        ),
        pytest.param(
            "全年受理690起，办结率达98.7%。",
            [],
            id="of nothing before it",
        ),
        pytest.param(
            "抽查的60条信息中，有8条存在错别字，差错率13.3%。",
            ["among 60 <- 8", "share? 13.3 <- 8 60"],
            id="errors in what was looked at",
        ),
        pytest.param("抽查信息60条，发现错误8处，差错率13.3%。", [], id="errors of another unit"),
        pytest.param("发布信息60条，改正错误8条，差错率13.3%。", [], id="errors in all there is"),
    ],
)
def test_rates_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims

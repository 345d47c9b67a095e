"""Shares as sentences print them."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "公开71860条。其中，概况类2830条，占3.9%；计划类69030条，占96.1%。",
            [
                "parts 71860 <- 2830 69030",
                "share 3.9 <- 2830 71860",
                "share 96.1 <- 69030 71860",
                "whole-shares - <- 3.9 96.1",
            ],
            id="each part with its share",
        ),
        pytest.param(
            "梳理事项100项，其中许可20项、处罚80项，占比分别为20%、80%。",
            [
                "parts 100 <- 20 80",
                "share 20 <- 20 100",
                "share 80 <- 80 100",
                "whole-shares - <- 20 80",
            ],
            id="shares told in turn",
        ),
        pytest.param(
            "答复805件（含结转18件）。公开258件，占33.9%；不公开35件，占4.35%；无法提供265件，占32.9%；不处理158件，占19.6%。",
            [
                "among 805 <- 18",
                "share 33.9 <- 258 805",
                "share 4.35 <- 35 805",
                "share 32.9 <- 265 805",
                "share 19.6 <- 158 805",
            ],
            id="a whole by the majority of shares",
        ),
        pytest.param(
            "入驻事项1305项，其中跑一次事项1293项，占全部事项的99.08%。",
            ["among 1305 <- 1293", "share 99.08 <- 1293 1305"],
            id="the only figure in reach",
        ),
        pytest.param(
            "政府信息公开专栏发布信息800条，占全年公开总量的65%。",
            [],
            id="a whole that nobody told",
        ),
        pytest.param(
            "主动公开信息1000条，其中规范性文件50条，占文件总数的40%。",
            ["among 1000 <- 50"],
            id="a share of something else",
        ),
        pytest.param(
            "来信139件。从类型看，咨询16件(11.5%)；投诉123件(88.5%)。",
            [
                "parts 139 <- 16 123",
                "share 11.5 <- 16 139",
                "share 88.5 <- 123 139",
                "whole-shares - <- 11.5 88.5",
            ],
            id="in brackets",
        ),
        pytest.param(
            "检查网站328个（含153个门户网站），占全国网站总数的2.3%。",
            ["among 328 <- 153"],
            id="of a figure before an aside",
        ),
        pytest.param(
            "办理建议57件。已解决43件（甲类），占建议总数的75.4%。正在解决14件（乙类），占建议总数的24.6%。",
            [
                "share 75.4 <- 43 57",
                "share 24.6 <- 14 57",
                "parts? 57 <- 43 14",
                "whole-shares - <- 75.4 24.6",
            ],
            id="behind an aside",
        ),
        pytest.param(
            "年末人口1000人。老年人口200人，其中高龄人口100人，占年末人口的10%。",
            ["among 200 <- 100", "share 10 <- 100 1000"],
            id="of a whole that the share names",
        ),
        pytest.param(
            "办理案件15.7万件。其中检察长办理1.4万件，占8.7%。",
            ["among 157000 <- 14000"],
            id="of figures that are rounded",
        ),
        pytest.param(
            "Of 1,633 requests in 2018, 1,204 (73.7%) were granted and 429 (26.3%) refused.",
            [
                "parts 1633 <- 1204 429",
                "share 73.7 <- 1204 1633",
                "share 26.3 <- 429 1633",
                "whole-shares - <- 73.7 26.3",
            ],
            id="English",
        ),
        pytest.param(
            "收入完成24627万元，完成预算数60999万元的40.4%，比上年减收1070万元。",
            ["share 40.4 <- 246270000 609990000"],
            id="of a budget",
        ),
        pytest.param(
            "主动公开文件42件，占全部发文量（56件）的75%。",
            ["share 75 <- 42 56"],
            id="of a whole in brackets",
        ),
        pytest.param(
            "收入4125.49万元，其中拨款3859.16万元，占93.54%；其他266.33万元，占6.46%。",
            [
                "parts 41254900 <- 38591600 2663300",
                "share 93.54 <- 38591600 41254900",
                "share 6.46 <- 2663300 41254900",
                "whole-shares - <- 93.54 6.46",
            ],
            id="of money told in ten thousands",
        ),
        pytest.param(
            "务工21034人，较去年增加1287人，完成目标任务19800人的106.2%。",
            ["change 1287 <- 21034"],
            id="a difference before a share",
        ),
        pytest.param(
            "公开1000条，其中文件500条，占50%。\n微博发布250条，占25%。",
            ["among 1000 <- 500", "share 50 <- 500 1000", "share 25 <- 250 1000"],
            id="a whole from another passage",
        ),
    ],
)
def test_shares_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims

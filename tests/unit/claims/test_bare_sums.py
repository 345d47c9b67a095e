"""Sums that no word announces."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "财政直达资金11条，重大财政政策17条，共公开28条。",
            ["parts 28 <- 11 17"],
            id="a sum behind its parts",
        ),
        pytest.param(
            "财政政策公开110条，资金公开170条，合计281条。",
            ["parts 281 <- 110 170"],
            id="a sum behind that does not add up",
        ),
        pytest.param(
            "会议3次，培训2次，共计培训300人次。",
            [],
            id="a sum behind of other things",
        ),
        pytest.param(
            "第一季度发布30条，第二季度发布25条，第三季度发布45条，全年共100条。",
            ["parts 100 <- 30 25 45"],
            id="a sum over quarters",
        ),
        pytest.param(
            "市本级收到申请50件，各县区收到申请71件，全市共收到申请120件。",
            ["parts? 120 <- 50 71"],
            id="a sum of two offices, wrong by one",
        ),
        pytest.param(
            "累计公布信息69条，工作动态61条，运输管理5条，建设管理3条，航务管理1条。",
            ["parts? 69 <- 61 5 3 1"],
            id="a list behind a figure all told",
        ),
        pytest.param(
            "主动公开信息3110条。通过政府网站87条，政务微博2880条，微信143条。",
            ["parts 3110 <- 87 2880 143"],
            id="a list as the next sentence",
        ),
        pytest.param(
            "主动公开信息3110条。通过政府网站87条，政务微博2808条，微信143条。",
            ["parts? 3110 <- 87 2808 143"],
            id="such a list with two digits exchanged",
        ),
        pytest.param(
            "收到申请89件，同比减少11件。申请人为公民的67件，为法人的13件。",
            ["parts? 89 <- 67 13", "change 11 <- 89"],
            id="who asked, as a sentence of its own that does not add up",
        ),
        pytest.param(
            "收到申请94件，答复93件。网络申请61件，信函申请29件，当面申请4件。",
            ["parts 94 <- 61 29 4"],
            id="by which way, of what came in and not of what was answered",
        ),
        pytest.param(
            "收到申请89件，上年结转3件。申请人为公民的78件，为法人的14件。",
            [],
            id="who asked, of what came in and what was carried over",
        ),
        pytest.param(
            "全年公开16条：工作动态9条，财务信息4条，人事信息2条，制度文件2条。",
            ["parts? 16 <- 9 4 2 2"],
            id="a list behind a colon, wrong by one",
        ),
        pytest.param(
            "收到申请15件，其中网络9件，信函6件。同意公开10件，部分公开3件，无法提供2件。",
            ["parts 15 <- 9 6", "parts 15 <- 10 3 2"],
            id="results as a sentence of their own",
        ),
        pytest.param(
            "举办培训18场次。一是线上9场次；二是线下6场次；三是送教3场次。",
            ["parts 18 <- 9 6 3"],
            id="items that a total is the sum of",
        ),
        pytest.param(
            "通过信函收到17件，通过网络收到85件，通过当面收到6件，三种方式合计收到118件。",
            ["parts 118 <- 17 85 6"],
            id="a sum of so many ways",
        ),
        pytest.param(
            "14个行政村、3个社区，共18个村（社区）。",
            ["parts? 18 <- 14 3"],
            id="a sum with nothing but its word",
        ),
        pytest.param(
            "收到留言183条，已办结169条，剩余24条。",
            ["parts? 183 <- 169 24"],
            id="what was done and what is left",
        ),
        pytest.param(
            "去年结转2件，本年新收30件，共应办理32件，已办结27件，结转下年3件。",
            ["parts 32 <- 2 30", "parts? 32 <- 27 3"],
            id="what was due, done, and goes on",
        ),
        pytest.param(
            "新收申请30件，办结28件，结转下年度5件，上年结转3件。",
            [],
            id="what goes on beside what came in",
        ),
        pytest.param(
            "共举办培训18场次。一是线上9场次；二是线下6场次；三是送教4场次。",
            ["parts? 18 <- 9 6 4"],
            id="items that miss their sum by one",
        ),
        pytest.param(
            "收到申请30件，上年结转3件，办结31件，结转下年度2件。",
            [],
            id="figures that have nothing to do with each other",
        ),
        pytest.param(
            "答复140件，予以公开60件，部分公开20件，不予公开10件，其他处理20件。",
            ["parts? 140 <- 60 20 10 20"],
            id="all results of what was answered",
        ),
        pytest.param(
            "收到140件，予以公开60件，部分公开20件，不予公开10件，其他处理20件。",
            [],
            id="results of what came in, which may not all be answered",
        ),
        pytest.param(
            "答复140件，予以公开60件，部分公开20件，不予公开10件，其他处理20件，3件待答复。",
            [],
            id="results beside what is still open",
        ),
        pytest.param("答复140件，予以公开60件，部分公开20件。", [], id="some results"),
    ],
)
def test_sums_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims

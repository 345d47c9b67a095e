"""Claims as edits: what exact and inexact figures are held to, and what the rules say of them."""

from __future__ import annotations

import pytest

from stated_claims import claim_of, confronted, confronted_all, mentions_in, read, told
from statlint.claims import Claims, Relation
from statlint.confront import Slack, Verdict
from statlint.form import EditKind


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        pytest.param("公开80条，网站49条，微信31条。", Relation.PARTS, [], id="parts that add up"),
        pytest.param(
            "公开80条，网站49条，微信32条。",
            Relation.PARTS,
            [("T101", "error", "正文「公开」80条，所列各项之和为 81条（49 + 32），相差 1条")],
            id="parts that do not",
        ),
        pytest.param(
            "公开80条，网站49余条，微信32条。",
            Relation.PARTS,
            [("T101", "error", "正文「公开」80条，所列各项之和已达 81条（49余条 + 32条）")],
            id="parts of at least so many are too many",
        ),
        pytest.param(
            "公开80条，网站40余条，微信32条。", Relation.PARTS, [], id="parts that may be"
        ),
        pytest.param(
            "公开90余条，网站49条，微信32条。",
            Relation.PARTS,
            [("T101", "error", "正文「公开」90余条，所列各项之和只有 81条（49 + 32）")],
            id="a whole of at least so many is not reached",
        ),
        pytest.param("公开约80条，网站49条，微信32条。", Relation.PARTS, [], id="about so many"),
        pytest.param(
            "公开80条，网站49条，微信32条。",
            Relation.AMONG,
            [("T102", "error", "正文「公开」80条，其中所列各项之和已达 81条（49 + 32）")],
            id="more among it than there are",
        ),
        pytest.param("公开90条，网站49条，微信32条。", Relation.AMONG, [], id="fewer among it"),
        pytest.param(
            "公开40条，网站49条，微信32条。",
            Relation.EACH_AMONG,
            [("T102", "error", "正文「公开」40条，其中一项「网站」却有 49条")],
            id="one of several by itself",
        ),
        pytest.param(
            "占98.1%，办结98件，收到100件。",
            Relation.SHARE,
            [
                (
                    "T103",
                    "warning",
                    "正文「办结占比」写作 98.1%，按 98件 ÷ 100件 为 98.0%，末位相差 1",
                )
            ],
            id="a share one off",
        ),
        pytest.param(
            "超过99%，办结98件，收到100件。",
            Relation.SHARE,
            [("T103", "error", "正文「办结占比」写作 99%，按文中数字计算为 98%")],
            id="a share of more than so much",
        ),
        pytest.param("超过97%，办结98件，收到100件。", Relation.SHARE, [], id="more than so much"),
        pytest.param("不足99%，办结98件，收到100件。", Relation.SHARE, [], id="less than so much"),
        pytest.param("约99%，办结98件，收到100件。", Relation.SHARE, [], id="about so much of it"),
        pytest.param(
            "占9%，办结0件，收到0件。",
            Relation.SHARE,
            [("T103", "warning", "正文「办结占比」写作 9%，但总数为 0件，无从计算")],
            id="a share of nothing",
        ),
        pytest.param(
            "增长20%，今年120件，去年100件。", Relation.GROWTH, [], id="growth that is right"
        ),
        pytest.param(
            "增长20%，今年80件，去年100件。",
            Relation.GROWTH,
            [("T104", "error", "正文「增长」写作 20%，按文中 80件、100件 计算，增减方向相反")],
            id="growth that is a fall",
        ),
        pytest.param(
            "下降20%，今年80件，去年100件。", Relation.GROWTH, [], id="a fall without its sign"
        ),
        pytest.param(
            "增长超过30%，今年120件，去年100件。",
            Relation.GROWTH,
            [("T104", "error", "正文「增长」写作 30%，按文中 120件、100件 计算应为 20%")],
            id="growth of more than so much",
        ),
        pytest.param(
            "增加30件，今年120件，去年100件。",
            Relation.CHANGE,
            [("T104", "error", "正文「增加」写作 30件，按文中 120件、100件 计算应为 20件")],
            id="a change",
        ),
        pytest.param("减少20件，今年80件，去年100件。", Relation.CHANGE, [], id="fewer"),
        pytest.param(
            "公开80条，公开81条。",
            Relation.SAME,
            [("T106", "warning", "正文「公开」前后不一：一处写作 80条，另一处写作 81条")],
            id="one figure twice",
        ),
        pytest.param("公开80余条，公开81条。", Relation.SAME, [], id="twice, once roughly"),
    ],
)
def test_a_claim_is_told_where_it_does_not_hold(
    text: str, relation: Relation, expected: list[tuple[str, str, str]]
) -> None:
    assert told(confronted(text, relation)) == expected


def test_parts_told_in_another_unit_are_told_with_theirs() -> None:
    found = told(confronted("投入30000元，甲2.1万元，乙1.9万元。", Relation.PARTS))

    assert found == [
        (
            "T101",
            "error",
            "正文「投入」30000元，所列各项之和为 40000元（2.1万元 + 1.9万元），相差 10000元",
        )
    ]


def test_what_may_be_read_otherwise_asks() -> None:
    found = confronted("公开80条，网站49条，微信32条。", Relation.PARTS, sure=False)

    assert told(found) == [
        (
            "T101",
            "warning",
            "正文「公开」80条，所列各项之和为 81条（49 + 32），相差 1条（据“其中”按各项齐全计）",
        )
    ]


def test_figures_of_several_sentences_ask() -> None:
    found = confronted("公开80条。网站49条，微信32条。", Relation.PARTS)

    assert [(code, severity) for code, severity, _ in told(found)] == [("T101", "warning")]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        pytest.param("公开1.4万条，网站8013条，微信6012条。", True, id="rounded to a tenth"),
        pytest.param("公开1.5万条，网站8013条，微信6012条。", False, id="beyond what rounds to it"),
        pytest.param("投入4.05万元，甲20200元，乙20301元。", True, id="money in two units"),
        pytest.param("投入40501元，甲2.02万元，乙20301元。", True, id="a part in the larger unit"),
        pytest.param("投入0.5亿元，甲3000万元，乙2000万元。", True, id="three units"),
        pytest.param("投入5000万元，甲3000万元，乙2100万元。", False, id="one unit, wrong"),
    ],
)
def test_units_are_converted_exactly(text: str, holds: bool) -> None:  # noqa: FBT001
    (instance,) = confronted(text, Relation.PARTS).instances

    assert (instance.verdict is Verdict.HOLDS) is holds


def test_a_list_of_shares_forces_one_of_them() -> None:
    text = "收到300件，甲100件，占33.3%，乙100件，占33.3%，丙100件，占33.4%。"
    whole, a, share_a, b, share_b, c, share_c = mentions_in(text)
    claims = Claims(
        read(text).prose,
        (),
        (
            claim_of(Relation.SHARE, share_a, a, whole),
            claim_of(Relation.SHARE, share_b, b, whole),
            claim_of(Relation.SHARE, share_c, c, whole),
            claim_of(Relation.WHOLE_SHARES, None, share_a, share_b, share_c),
        ),
    )
    found = confronted_all(claims)

    assert [(one.edit.kind, one.slack) for one in found.instances] == [
        (EditKind.RATIO, Slack.NONE),
        (EditKind.RATIO, Slack.NONE),
        (EditKind.RATIO, Slack.FORCED),
        (EditKind.SHARES, Slack.NONE),
    ]
    assert [severity for _, severity, _ in told(found)] == ["information"]


def test_things_listed_are_counted() -> None:
    text = "分为4类。"
    (stated_one,) = mentions_in(text)
    listed = ("政策法规", "规划计划", "财政预算")
    claim = claim_of(Relation.COUNTED, stated_one, listed=listed)
    found = told(confronted_all(Claims(read(text).prose, (), (claim,))))

    assert found == [("T105", "warning", "正文「分」写作 4类，所列却是 3 项")]

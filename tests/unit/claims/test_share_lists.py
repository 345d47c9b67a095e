"""Shares without counts, which come to 100 where their names leave nothing out."""

from __future__ import annotations

import pytest

from prose_texts import claims_of
from stated_claims import confronted_all, read, told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "从类别看，征地类占63.5%，采矿类占12.1%，其他类占42.4%。",
            ["whole-shares - <- 63.5 12.1 42.4"],
            id="with all others",
        ),
        pytest.param(
            "网上、信函和其他占比分别为60%、30%和20%。",
            ["whole-shares - <- 60 30 20"],
            id="told in turn, with all others",
        ),
        pytest.param(
            "自然人、法人占比分别为60%、41%。",
            ["whole-shares - <- 60 41"],
            id="told in turn, all of a family",
        ),
        pytest.param(
            "网上占60%，信函占40%；公民占70%，其他占31%。",
            ["whole-shares - <- 60 40", "whole-shares - <- 70 31"],
            id="two lists",
        ),
        pytest.param(
            "办结率98%，网上占60%，其他占30%。",
            ["whole-shares - <- 60 30"],
            id="behind a rate",
        ),
        pytest.param(
            "Requests came by post (30%), by e-mail (45%) and other means (35%).",
            ["whole-shares - <- 30 45 35"],
            id="English",
        ),
        pytest.param("前三位占比分别为45%、30%、20%。", [], id="the first of many"),
        pytest.param("土地类占80%，其中征地占60%，其他占20%。", [], id="a share of a share"),
        pytest.param(
            "甲类占80%(其中乙占60%，其他占20%)。", [], id="a share of a share in brackets"
        ),
        pytest.param("网上占60%，其他约占三成，占20%左右。", [], id="told roughly"),
        pytest.param("网上占60%、信函占15%。", [], id="less than a family"),
        pytest.param("文件占发文量的60%，其他占来文量的20%。", [], id="of two wholes"),
        pytest.param("网上占60%，信函占40%，当面占70%，其他占30%。", [], id="lists without a stop"),
    ],
)
def test_share_lists_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims


def test_shares_that_miss_all_are_told() -> None:
    claims = read("征地类占63.5%，采矿类占12.1%，其他类占42.4%。")
    found = told(confronted_all(claims))

    assert found == [("T103", "error", "正文各项占比 63.5%、12.1%、42.4% 合计 118.0%，不是 100%")]


def test_shares_that_rounding_explains_are_not_told() -> None:
    claims = read("征地类占33.3%，采矿类占33.3%，其他类占33.3%。")
    found = told(confronted_all(claims))

    assert found == []

"""What is said not to have happened."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "未收到依申请公开信息，未发生行政复议和行政诉讼情况。",
            ["none 0 <-", "none 0 <-"],
            id="two denials",
        ),
        pytest.param(
            "2019年，全区无因政府信息公开申请行政复议的情况。",
            ["none 0 <-"],
            id="无",
        ),
        pytest.param(
            "本机关无法提供相关信息，无正当理由。",
            [],
            id="a word within another",
        ),
        pytest.param(
            "没有发生行政复议案件3件以上的情况。",
            [],
            id="a denial with a figure",
        ),
    ],
)
def test_nothing_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims

"""Which figure of a sentence that does not add up is likely to be the wrong one."""

from __future__ import annotations

import pytest

from stated_claims import confronted
from statlint.claims import Relation
from statlint.confront import Verdict
from statlint.diagnosis import Certainty
from statlint.diagnosis.sentence import guesses
from statlint.run.sentence_causes import of_sentence


def guessed(text: str) -> list[tuple[str, str]]:
    (instance,) = confronted(text, Relation.PARTS).instances
    found = guesses(instance)
    assert instance.verdict is Verdict.FAILS
    assert round(sum(one.probability for one in found), 6) == 1
    return [(one.fact.text, str(one.figure)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "公开80条，网站49条，微信13条。",
            [("13", "31"), ("80", "62"), ("49", "67")],
            id="digits exchanged in one of the parts",
        ),
        pytest.param(
            "投入10.5万元，甲5.2万元，乙5.8万元。",
            [("5.8", "5.3"), ("10.5", "11.0"), ("5.2", "4.7")],
            id="decimals",
        ),
        pytest.param(
            "公开80条，网站5条，微信95条。",
            [("95", "75"), ("80", "100")],
            id="no part can be less than nothing",
        ),
    ],
)
def test_the_likeliest_comes_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert guessed(text) == expected


def test_what_is_likely_is_told_and_the_rest_is_not() -> None:
    (instance,) = confronted("公开80条，网站49条，微信13条。", Relation.PARTS).instances
    told = of_sentence(instance, Certainty.LINE, "zh")

    assert told.message == "仅凭本句不能确定是哪个数有误，最可能的是"
    assert [one.message.partition("，可能性")[0] for one in told.alternatives] == [
        "「微信」 可能应为 31（现为 13，两位数字颠倒）"
    ]


def test_where_nothing_is_likely_the_figures_are_to_be_looked_at() -> None:
    text = "收到9件，" + "，".join(f"第{word}类1件" for word in "甲乙丙丁戊己庚辛") + "。"
    (instance,) = confronted(text, Relation.AMONG).instances
    told = of_sentence(instance, Certainty.LINE, "zh")

    assert (told.message, told.alternatives) == ("仅凭本句不能确定是哪个数有误，请逐项核对", ())

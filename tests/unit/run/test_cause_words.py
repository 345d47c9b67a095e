"""What went wrong is said in whole sentences, in both languages."""

from __future__ import annotations

import pytest

from statlint.diagnosis import Slip
from statlint.run.cause_words import (
    Change,
    Mended,
    event_words,
    labels_words,
    left_out_words,
    located_words,
    one_of_words,
    possible_words,
)
from statlint.values import Text

ONE = Change("D12", "19", "91")
OTHER = Change("E12", "91", "19")
BLANK = Change("F3", " ", "7")
NOBODY = Text("", "")


@pytest.mark.parametrize(
    ("slip", "changes", "about", "zh", "en"),
    [
        pytest.param(
            Slip.TRANSPOSED,
            [ONE],
            NOBODY,
            "D12 可能应为 91（现为 19，两位数字颠倒）",
            "D12 may have to be 91 (now 19, two digits swapped)",
            id="a slip of the keys",
        ),
        pytest.param(
            Slip.OTHER,
            [ONE],
            NOBODY,
            "D12 可能应为 91（现为 19）",
            "D12 may have to be 91 (now 19)",
            id="any other figure",
        ),
        pytest.param(
            Slip.BLANK,
            [BLANK],
            NOBODY,
            "F3 可能应为 7（现为空）",
            "F3 may have to be 7 (now blank)",
            id="a blank",
        ),
        pytest.param(
            Slip.SWAPPED,
            [ONE, OTHER],
            NOBODY,
            "D12 与 E12 可能互相填反：D12 应为 91（现为 19），E12 应为 19（现为 91）",
            "D12 and E12, perhaps two figures in each other's place: "
            "D12 should be 91 (now 19), E12 should be 19 (now 91)",
            id="two neighbours",
        ),
        pytest.param(
            Slip.RECOMPUTED,
            [ONE, Change("H12", "100", "172"), Change("D20", "50", "122")],
            NOBODY,
            "D12 可能应为 91（现为 19），H12、D20 的合计已按错数重算，也应改为 172、122",
            "D12 may have to be 91 (now 19), and the totals reckoned with it: "
            "H12, D20 should be 172, 122",
            id="totals that follow a wrong part",
        ),
        pytest.param(
            Slip.OMITTED_PARTS,
            [ONE],
            Text("「不予公开」", "“Refused”"),
            "D12 可能应为 91（现为 19，漏加「不予公开」）",
            "D12 may have to be 91 (now 19, “Refused” left out)",
            id="parts left out",
        ),
        pytest.param(
            Slip.SHORT_RANGE,
            [ONE, *(Change(f"{letter}12", "1", "2") for letter in "EFGH")],
            Text("「不予公开」", "“Refused”"),
            "D12 可能应为 91（现为 19，公式漏加或错加了「不予公开」），"
            "E12、F12、G12 等 4 格也应相应改为 2、2、2 等",
            "D12 may have to be 91 (now 19, the formula leaves out or wrongly adds “Refused”), "
            "and E12, F12, G12, … (4 cells) accordingly 2, 2, 2, …",
            id="totals that are wrong alike",
        ),
        pytest.param(
            Slip.BLANK,
            [BLANK, BLANK],
            NOBODY,
            "F3 与 F3 可能漏填：F3 应为 7（现为空），F3 应为 7（现为空）",
            "F3 and F3, perhaps left blank: F3 should be 7 (now blank), F3 should be 7 (now blank)",
            id="a line left blank",
        ),
        pytest.param(
            Slip.SHIFTED,
            [ONE, OTHER, BLANK, ONE],
            NOBODY,
            "D12 等 4 格可能整段错位一格：D12 应为 91（现为 19），E12 应为 19（现为 91），"
            "F3 应为 7（现为空）等",
            "D12 and 3 more cells, perhaps all figures one place on: D12 should be 91 (now 19), "
            "E12 should be 19 (now 91), F3 should be 7 (now blank), …",
            id="a line that stands one place on",
        ),
    ],
)
def test_a_slip_is_said(slip: Slip, changes: list[Change], about: Text, zh: str, en: str) -> None:
    said = event_words(slip, changes, about)

    assert said == Text(zh, en)


def test_what_is_taken_away_is_not_said_to_be_added() -> None:
    said = event_words(Slip.OMITTED_PARTS, [ONE], Text("「结转」", "“Next”"), taken_away=True)

    assert said == Text(
        "D12 可能应为 91（现为 19，漏减「结转」）",
        "D12 may have to be 91 (now 19, “Next” not taken away)",
    )


def test_what_a_change_mends_is_said() -> None:
    event = Text("甲", "A")

    assert located_words([event], Mended(3), 0.9714, plain=True) == Text(
        "甲：改后 3 处不平全部消除，可能性 97%",
        "A: then all 3 broken edits hold, likelihood 97%",
    )
    assert located_words([event], Mended(1), 0.9999, plain=False) == Text(
        "甲；改后即平，可能性 > 99%", "A; then it balances, likelihood > 99%"
    )


@pytest.mark.parametrize(
    ("mended", "zh", "en"),
    [
        pytest.param(
            Mended(opened=1),
            "改后未能核对的 1 处相符",
            "then 1 edit that could not be checked holds",
            id="one that was open",
        ),
        pytest.param(
            Mended(opened=2),
            "改后未能核对的 2 处均相符",
            "then 2 edits that could not be checked hold",
            id="two that were open",
        ),
        pytest.param(
            Mended(2, opened=1),
            "改后 2 处不平全部消除，未能核对的 1 处也相符",
            "then both broken edits hold, and 1 that could not be checked hold as well",
            id="failed ones and one that was open",
        ),
        pytest.param(
            Mended(opened=1, broken=2),
            "改后未能核对的 1 处相符；但另有 2 处仍不平，请一并核对",
            "then 1 edit that could not be checked holds; 2 more would not balance, look at these "
            "as well",
            id="some that contradict",
        ),
    ],
)
def test_what_could_not_be_checked_is_said_apart(mended: Mended, zh: str, en: str) -> None:
    said = located_words([Text("甲", "A")], mended, 0.9, plain=True)

    assert said == Text(f"甲：{zh}，可能性 90%", f"A: {en}, likelihood 90%")


def test_a_text_that_is_no_figure_is_quoted_with_why() -> None:
    change = Change("B7", "l9", "19", Text("1 误写成字母 l", "letter l written for 1"), quoted=True)

    said = event_words(Slip.UNREADABLE, [change], Text("", ""))

    assert said == Text(
        "B7 可能应为 19（现为「l9」，1 误写成字母 l）",
        "B7 may have to be 19 (now “l9”, letter l written for 1)",
    )


def test_possibilities_are_said_with_their_odds() -> None:
    events = [Text("甲", "A"), Text("乙", "B")]

    assert possible_words(events, 0.315) == Text("甲；乙，可能性 32%", "A; B, likelihood 32%")
    assert one_of_words(Mended(1)) == Text("可能是下列情形之一", "One of these")
    assert one_of_words(Mended(2)) == Text(
        "可能是下列情形之一，改后 2 处不平全部消除",
        "One of these, and then both broken edits hold",
    )


def test_long_labels_are_cut() -> None:
    label = "(二)部分公开(区分处理的,只计这一情形,不计其他情形)"

    assert labels_words([label]).zh == "「(二)部分公开(区分处理的,只计这一情形,不计…」"


def test_few_labels_are_listed_and_many_cut() -> None:
    assert labels_words(["甲", "乙"]) == Text("「甲」、「乙」", "“甲”, “乙”")
    assert labels_words(list("甲乙丙丁")) == Text("「甲」、「乙」、「丙」等", "“甲”, “乙”, “丙”, …")


def test_totals_that_leave_a_text_out_are_named() -> None:
    said = left_out_words(Text("甲", "A"), ["F5", "C10"], 0.95)

    assert said == Text(
        "甲：F5、C10 没有计入这一格，改后须重算，可能性 95%",
        "A: F5, C10 were reckoned without it and must be reckoned again, likelihood 95%",
    )

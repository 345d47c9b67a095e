"""Printed labels against those of a form: the same, cut short, or mistyped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.table.likeness import Lexicon, Likeness, Near, printed_keys, within_typing

HEADS = Likeness.of(
    [
        ("本年新制作数量",),
        ("本年新公开数量",),
        ("对外公开总数量",),
        ("规范性文件", "行政规范性文件"),
        ("其他",),
        ("本年收费金额(单位:万元)",),
        ("Total",),
        ("本年新收申请数量",),
    ]
)
MADE, PUBLISHED, PUBLIC, NORMS, OTHER, FEES, TOTAL, RECEIVED = range(8)


@pytest.mark.parametrize(
    ("printed", "scores"),
    [
        pytest.param("本年新制作数量", {MADE: 1.0}, id="the same"),
        pytest.param("本年新\n制作数量", {MADE: 1.0}, id="broken over two lines"),
        pytest.param("行政规范性文件", {NORMS: 1.0}, id="an alias"),
        pytest.param("本年收费金额（单位：万元）", {FEES: 1.0}, id="full-width brackets"),
        pytest.param("本年收费金额", {FEES: 1.0}, id="brackets left out"),
        pytest.param("本年收费金额(元)", {FEES: 1.0}, id="other words in brackets"),
        pytest.param("TOTAL", {TOTAL: 1.0}, id="capitals"),
        pytest.param(
            "本年新", {MADE: 0.8, PUBLISHED: 0.8, RECEIVED: 0.8}, id="cut so that three remain"
        ),
        pytest.param("对外公开总数量(件数)另计", {PUBLIC: 0.8}, id="something after it"),
        pytest.param("其中:规范性文件", {NORMS: 0.8}, id="something before it"),
        pytest.param("对外公开种数量", {PUBLIC: 0.75}, id="one sign mistyped"),
        pytest.param("对外公开总数", {PUBLIC: 0.8}, id="the last sign lost"),
        pytest.param("对公开总数量", {PUBLIC: 0.75}, id="a sign left out"),
        pytest.param("本年新制做数量", {MADE: 0.75}, id="nearer to one of two"),
        pytest.param("本年新收审清数量", {RECEIVED: 0.75}, id="two signs of eight mistyped"),
        pytest.param("本车新收审清数量", {}, id="three signs of eight mistyped"),
        pytest.param("其它", {}, id="a mistyped label of two signs is another word"),
        pytest.param("其他对外管理服务事项", {}, id="longer than a label of two signs"),
        pytest.param("科研机构", {}, id="another word"),
        pytest.param("124", {}, id="a figure"),
        pytest.param("", {}, id="nothing"),
        pytest.param("——", {}, id="a mark"),
    ],
)
def test_scores(printed: str, scores: dict[int, float]) -> None:
    assert HEADS.scores(printed) == scores


def test_scores_are_the_same_after_thousands_of_titles() -> None:
    before = HEADS.scores("规范性文件")
    titles = {f"{number}镇其他数量" for number in range(2000)}

    assert [HEADS.scores(title) for title in sorted(titles)][-1] == HEADS.scores("9镇其他数量")
    assert HEADS.scores("规范性文件") == before


def test_the_words_of_two_lines_may_be_the_same() -> None:
    assert Likeness.of([("其他",), ("3.其他",)]).scores("其他") == {0: 1.0, 1: 1.0}


def test_a_label_is_compared_whole_unfolded_and_without_brackets() -> None:
    assert printed_keys("三、办理结果(三)不予公开") == ("办理结果(三)不予公开", "办理结果不予公开")


@pytest.mark.parametrize(
    ("one", "other", "most", "within"),
    [
        pytest.param("规章", "规章", 0, True, id="the same"),
        pytest.param("规章", "规张", 1, True, id="one changed"),
        pytest.param("规章", "规", 1, True, id="one dropped"),
        pytest.param("规章", "规章制度", 1, False, id="two added"),
        pytest.param("规章", "制度", 1, False, id="two changed"),
        pytest.param("公开信息", "信息公开", 2, False, id="halves exchanged"),
    ],
)
def test_within_typing(one: str, other: str, most: int, within: bool) -> None:  # noqa: FBT001
    assert within_typing(one, other, most) is within


@given(
    st.text("甲乙丙", max_size=6),
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["甲", "乙", "丙", ""])), max_size=3),
)
def test_so_many_slips_are_within_as_many(word: str, slips: list[tuple[int, str]]) -> None:
    typed = word
    for place, sign in slips:
        typed = typed[:place] + sign + typed[place + 1 :]

    assert within_typing(word, typed, len(slips))
    assert within_typing(typed, word, len(slips))


@given(st.text("甲乙丙", max_size=5), st.text("甲乙丙", max_size=5))
def test_few_slips_are_within_more(one: str, other: str) -> None:
    within = [within_typing(one, other, most) for most in range(6)]

    assert within == sorted(within)
    assert within[0] == (one == other)
    assert within[5]


def is_like(printed: str, wanted: str) -> bool:
    """Hold two keys against each other in every way there is."""
    cut = min(len(printed), len(wanted)) >= 3 and (
        printed.startswith(wanted) or wanted.startswith(printed)
    )
    ended = len(wanted) >= 4 and printed.endswith(wanted)
    slips = 0 if len(wanted) < 4 else 1 if len(wanted) < 8 else 2
    return (
        printed == wanted or cut or ended or (slips > 0 and within_typing(printed, wanted, slips))
    )


KEYS = st.text(alphabet="abc", min_size=1, max_size=10)


@given(printed=KEYS, wanted=st.lists(KEYS, min_size=1, max_size=6))
def test_no_label_that_is_like_is_passed_over(printed: str, wanted: list[str]) -> None:
    found = Likeness.of([[one] for one in wanted]).scores(printed)

    exact = [index for index, one in enumerate(wanted) if one == printed]
    assert sorted(found) == (
        exact or [index for index, one in enumerate(wanted) if is_like(printed, one)]
    )


@given(printed=st.lists(KEYS, max_size=3), wanted=st.lists(KEYS, min_size=1, max_size=6))
def test_what_is_near_is_the_same_whether_it_is_known_or_searched(
    printed: list[str], wanted: list[str]
) -> None:
    known = Near(*Lexicon(wanted).near().data)
    several = [*printed, *wanted[:2]]

    assert Lexicon(wanted, known).like(several) == Lexicon(wanted).like(several)

"""Labels are compared by what they say, not by how they are printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import Text, folded_key, label_key, plain
from statlint.values.text import _ANY_ENUMERATOR, _DROPPED, _ENUMERATOR, _FOLDS, label_keys


def test_a_wording_in_each_language() -> None:
    words = Text(zh="总计", en="Total")

    assert (words.of("zh"), words.of("en")) == ("总计", "Total")


def test_full_width_signs_and_odd_spaces_become_plain() -> None:
    assert plain("（７）\u3000总\u200b计\xa0：Ａ～") == "(7) 总计 :A~"


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("\u3000", " "),
        ("\u00a0", " "),
        ("\u2007", " "),
        ("\u2009", " "),
        ("\u202f", " "),
        ("\u200b", ""),
        ("\ufeff", ""),
        ("\u200e", ""),
        ("\u200f", ""),
        ("\uff01", "!"),
        ("\uff5e", "~"),
        ("\uff5f", "\uff5f"),
    ],
)
def test_each_odd_sign_has_a_plain_one(sign: str, expected: str) -> None:
    assert plain(sign) == expected


def test_raised_digits_stay_apart_from_figures() -> None:
    assert plain("57¹") == "57¹"


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        pytest.param("商业 企业", "商业企业", id="a space inside"),
        pytest.param("商业企\n业", "商业企业", id="a line break inside"),
        pytest.param("总\u3000计", "总计", id="a Chinese space inside"),
        pytest.param("一、本年新收", "本年新收", id="a Chinese number"),
        pytest.param("十二、其他", "其他", id="a Chinese number above ten"),
        pytest.param("（七）总计", "总计", id="a Chinese number in brackets"),
        pytest.param("1.属于国家秘密", "属于国家秘密", id="a number and a point"),
        pytest.param("1．属于国家秘密", "属于国家秘密", id="a full-width point"),
        pytest.param("1、属于国家秘密", "属于国家秘密", id="a number and a comma"),
        pytest.param("(1)属于国家秘密", "属于国家秘密", id="a number in brackets"),
        pytest.param("1)属于国家秘密", "属于国家秘密", id="a number and a bracket"),
        pytest.param("①属于国家秘密", "属于国家秘密", id="a number in a circle"),
        pytest.param("1.1.2.属于国家秘密", "属于国家秘密", id="a number of several levels"),
        pytest.param("三、（一）予以公开", "予以公开", id="two numbers"),
        pytest.param("第二、其他", "其他", id="a number in words"),
        pytest.param("危及“三安全一稳定”", "危及三安全一稳定", id="curly quotes"),
        pytest.param('危及"三安全一稳定"', "危及三安全一稳定", id="straight quotes"),
        pytest.param("危及「三安全一稳定」", "危及三安全一稳定", id="corner quotes"),
        pytest.param("三公经费", "三公经费", id="a number that is part of the word"),
        pytest.param("1.5倍以上", "15倍以上", id="a decimal number is no level"),
        pytest.param("本年增/减", "本年增/减", id="a slash is kept"),
        pytest.param("第二十条第〔五〕项", "第二十条第(五)项", id="other brackets"),
        pytest.param("收费金额【万元】", "收费金额(万元)", id="heavy brackets"),
        pytest.param("收费金额[万元]", "收费金额(万元)", id="square brackets"),
        pytest.param("Total：", "total", id="a colon and a capital"),
        pytest.param("  ", "", id="nothing"),
        pytest.param("（一）", "", id="a number alone"),
    ],
)
def test_label_key(printed: str, key: str) -> None:
    assert label_key(printed) == key


@pytest.mark.parametrize(
    "printed",
    [
        "三、本年度办理结果（三）不予公开1.属于国家秘密",
        "三、本年度办理结果\n(三)不予公开\n1、属于国家秘密",
        "本年度办理结果 不予公开 ①属于国家秘密",
        "本年度办理结果【三】不予公开1)属于国家秘密",
    ],
)
def test_a_folded_label_loses_the_numbers_of_all_levels(printed: str) -> None:
    assert folded_key(printed) == "本年度办理结果不予公开属于国家秘密"


@pytest.mark.parametrize(
    "printed",
    [
        "行政诉讼（复议后起诉）",
        "行政诉讼—复议后起诉",
        "行政诉讼-复议后起诉",
        "行政诉讼 / 复议后起诉",
    ],
    ids=["in brackets", "long stroke", "short stroke", "slash"],
)
def test_a_folded_label_loses_what_stands_between_its_levels(printed: str) -> None:
    assert folded_key(printed) == "行政诉讼复议后起诉"


@given(st.text())
def test_a_key_has_no_white_space_and_one_case(text: str) -> None:
    for key in (label_key(text), folded_key(text)):
        assert key == "".join(key.split()).casefold()


_SIGNS = st.text(
    st.sampled_from("一、十第（）()【】〔[]①⑳1２٣.．,:：;—-–/|>→“”《》·…_\u3000 \u200b\t甲乙A商")
    | st.characters()
)


@given(_SIGNS)
def test_labels_are_as_comparable_as_patterns_make_them(text: str) -> None:
    squeezed = re.sub(r"\s+", "", plain(text)).translate(str.maketrans("〔〕【】[]", "()()()"))
    key, previous = squeezed, None
    while previous != key:
        previous, key = key, _ENUMERATOR.sub("", key)
    folded = _FOLDS.sub("", _ANY_ENUMERATOR.sub("", squeezed))

    due = (_DROPPED.sub("", key).casefold(), _DROPPED.sub("", folded).casefold())

    assert (label_key(text), folded_key(text)) == due
    assert label_keys(text) == due

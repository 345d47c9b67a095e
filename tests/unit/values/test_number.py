"""Figures as they are really written: each is read for what it is, or refused with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import (
    Blank,
    Figure,
    Flaw,
    Mark,
    Number,
    Reading,
    Trait,
    Unreadable,
    read_figure,
    read_number,
)

FULL_WIDTH = str.maketrans("0123456789.,+-", "０１２３４５６７８９．，＋－")


def figure(
    text: str, value: str, *traits: Trait, unit: str | None = None, decimals: int = 0
) -> Figure:
    number = Decimal(value) if "." in value else int(value)
    return Figure(number, text, unit, decimals, frozenset(traits))


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(figure("0", "0"), id="zero"),
        pytest.param(figure("124", "124"), id="a whole number"),
        pytest.param(figure(" 124\n", "124"), id="white space around it"),
        pytest.param(figure("\u3000124\xa0", "124"), id="Chinese spaces around it"),
        pytest.param(figure("\ufeff124", "124"), id="a mark of no width"),
        pytest.param(figure("&nbsp;124", "124"), id="the space of a web page"),
        pytest.param(figure("29628302.01", "29628302.01", decimals=2), id="an amount"),
        pytest.param(figure("18.8710", "18.8710", decimals=4), id="a zero at the end"),
        pytest.param(figure("1.0", "1.0", decimals=1), id="a whole number with decimals"),
        pytest.param(figure(".5", "0.5", decimals=1), id="no digit before the point"),
        pytest.param(figure("１２３", "123", Trait.FULL_WIDTH), id="full-width digits"),
        pytest.param(
            figure("１８．８７", "18.87", Trait.FULL_WIDTH, decimals=2), id="a full-width point"
        ),
        pytest.param(figure("1,234", "1234", Trait.GROUPED), id="thousands"),
        pytest.param(figure("1,234,567", "1234567", Trait.GROUPED), id="millions"),
        pytest.param(figure("1 234 567", "1234567", Trait.GROUPED), id="grouped by spaces"),
        pytest.param(figure("1'234", "1234", Trait.GROUPED), id="grouped by apostrophes"),
        pytest.param(
            figure("1，234", "1234", Trait.GROUPED, Trait.FULL_WIDTH), id="a full-width comma"
        ),
        pytest.param(
            figure("-1,234.50", "-1234.50", Trait.GROUPED, decimals=2), id="a grouped amount"
        ),
        pytest.param(figure("00", "0", Trait.LEADING_ZERO), id="zero twice"),
        pytest.param(figure("007", "7", Trait.LEADING_ZERO), id="zeros before a digit"),
        pytest.param(
            figure("-01.5", "-1.5", Trait.LEADING_ZERO, decimals=1), id="zero after a sign"
        ),
        pytest.param(figure("'12", "12"), id="the apostrophe that makes a text"),
    ],
)
def test_a_plain_figure_is_read(expected: Figure) -> None:
    assert read_figure(expected.text) == expected


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(figure("+173", "173"), id="plus"),
        pytest.param(figure("＋173", "173", Trait.FULL_WIDTH), id="full-width plus"),
        pytest.param(figure("-62", "-62"), id="hyphen"),
        pytest.param(figure("- 62", "-62"), id="a space after the sign"),
        pytest.param(figure("－62", "-62", Trait.FULL_WIDTH), id="full-width hyphen"),
        pytest.param(figure("\u221262", "-62"), id="the minus sign proper"),
        pytest.param(figure("–62", "-62"), id="en dash"),
        pytest.param(figure("—62", "-62"), id="em dash"),
        pytest.param(figure("减4", "-4", Trait.SIGN_IN_WORDS), id="less"),
        pytest.param(figure("减少 4", "-4", Trait.SIGN_IN_WORDS), id="less, in full"),
        pytest.param(figure("负4", "-4", Trait.SIGN_IN_WORDS), id="negative"),
        pytest.param(figure("下降4", "-4", Trait.SIGN_IN_WORDS), id="fallen"),
        pytest.param(figure("↓4", "-4", Trait.SIGN_IN_WORDS), id="an arrow down"),
        pytest.param(figure("▼4", "-4", Trait.SIGN_IN_WORDS), id="a triangle down"),
        pytest.param(figure("增12", "12", Trait.SIGN_IN_WORDS), id="more"),
        pytest.param(
            figure("新增12项", "12", Trait.SIGN_IN_WORDS, Trait.UNIT_IN_CELL, unit="项"),
            id="more, with a unit",
        ),
        pytest.param(figure("↑12", "12", Trait.SIGN_IN_WORDS), id="an arrow up"),
        pytest.param(figure("同比下降4", "-4", Trait.SIGN_IN_WORDS), id="fallen since last year"),
        pytest.param(figure("较上年同期增长12", "12", Trait.SIGN_IN_WORDS), id="grown since"),
        pytest.param(figure("环比上升12", "12", Trait.SIGN_IN_WORDS), id="risen since last month"),
        pytest.param(
            figure(
                "提高2.3个百分点",
                "2.3",
                Trait.SIGN_IN_WORDS,
                Trait.UNIT_IN_CELL,
                unit="百分点",
                decimals=1,
            ),
            id="percentage points",
        ),
        pytest.param(figure("第3名", "3", Trait.UNIT_IN_CELL), id="a place in words"),
        pytest.param(figure("并列第 2", "2", Trait.UNIT_IN_CELL), id="a shared place"),
        pytest.param(figure("并列2", "2", Trait.UNIT_IN_CELL), id="a shared place, shorter"),
        pytest.param(figure("持平", "0", Trait.SIGN_IN_WORDS), id="no change"),
        pytest.param(figure("与上年同期持平", "0", Trait.SIGN_IN_WORDS), id="no change since"),
        pytest.param(figure("(4)", "-4", Trait.BRACKETED), id="brackets"),
        pytest.param(figure("（4）", "-4", Trait.BRACKETED), id="full-width brackets"),
        pytest.param(
            figure("(1,234.5)", "-1234.5", Trait.BRACKETED, Trait.GROUPED, decimals=1),
            id="a grouped amount in brackets",
        ),
    ],
)
def test_a_sign_is_read(expected: Figure) -> None:
    assert read_figure(expected.text) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("251000元", "251000", "元", id="yuan"),
        pytest.param("52.15万元", "52.15", "万元", id="ten thousand yuan"),
        pytest.param("3 亿元", "3", "亿元", id="a space before the unit"),
        pytest.param("12件", "12", "件", id="cases"),
        pytest.param("3条", "3", "条", id="items"),
        pytest.param("30人次", "30", "人次", id="the longest unit that fits"),
        pytest.param("98.7%", "98.7", "%", id="per cent"),
        pytest.param("98.7％", "98.7", "%", id="full-width per cent"),
        pytest.param("3.5‰", "3.5", "‰", id="per mille"),
        pytest.param("-4项", "-4", "项", id="a sign and a unit"),
    ],
)
def test_a_unit_in_the_cell_is_kept(text: str, value: str, unit: str) -> None:
    decimals = len(value.partition(".")[2])

    assert read_figure(text) == figure(
        text, value, Trait.UNIT_IN_CELL, unit=unit, decimals=decimals
    )


def test_a_currency_sign_names_no_unit() -> None:
    assert read_figure("￥251000") == figure("￥251000", "251000")


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\xa0 ", "\t\n", "\u200b", "&nbsp;"])
def test_white_space_is_a_blank(text: str) -> None:
    assert read_figure(text) == Blank(text)


@pytest.mark.parametrize(
    "text",
    "— – - —— ─ － ‐ ― ~ ～ _ / ／ // \\ | * · . .. … …… x X xx n/a N/A na nil none (x) "
    "无 無 空 暂无 没有 不适用 不涉及 未统计 未报 未上报 未报送 〃".split(),
)
def test_a_mark_is_no_figure_and_no_blank(text: str) -> None:
    assert read_figure(text) == Mark(text)


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(Unreadable("约100", Flaw.INEXACT), id="about"),
        pytest.param(Unreadable("100余", Flaw.INEXACT), id="more than"),
        pytest.param(Unreadable("2万余", Flaw.INEXACT), id="more than, in ten thousands"),
        pytest.param(Unreadable("100多件", Flaw.INEXACT), id="more than, with a unit"),
        pytest.param(Unreadable(">100", Flaw.INEXACT), id="greater than"),
        pytest.param(Unreadable("1,23", Flaw.BAD_GROUPING), id="two digits in a group"),
        pytest.param(Unreadable("1234,567", Flaw.BAD_GROUPING), id="four digits in a group"),
        pytest.param(Unreadable("1,234 567", Flaw.BAD_GROUPING), id="two separators"),
        pytest.param(Unreadable("0,123", Flaw.BAD_GROUPING), id="a group that begins with zero"),
        pytest.param(Unreadable("1.2.3", Flaw.BAD_GROUPING), id="two points"),
        pytest.param(Unreadable("12.", Flaw.BAD_GROUPING), id="nothing after the point"),
        pytest.param(Unreadable("12 3", Flaw.BAD_GROUPING), id="two figures"),
        pytest.param(Unreadable("O", Flaw.LOOKALIKE, 0), id="the letter O"),
        pytest.param(Unreadable("〇", Flaw.LOOKALIKE, 0), id="the Chinese nought"),
        pytest.param(Unreadable("l0", Flaw.LOOKALIKE, 10), id="the letter l"),
        pytest.param(Unreadable("1O.5", Flaw.LOOKALIKE, Decimal("10.5")), id="O in an amount"),
        pytest.param(Unreadable("零", Flaw.WORDS, 0), id="nought in words"),
        pytest.param(Unreadable("七", Flaw.WORDS, 7), id="a digit in words"),
        pytest.param(Unreadable("两次", Flaw.WORDS, 2), id="twice"),
        pytest.param(Unreadable("十", Flaw.WORDS, 10), id="ten"),
        pytest.param(Unreadable("十二件", Flaw.WORDS, 12), id="twelve cases"),
        pytest.param(Unreadable("三十", Flaw.WORDS, 30), id="thirty"),
        pytest.param(Unreadable("三十五", Flaw.WORDS, 35), id="thirty-five"),
        pytest.param(Unreadable("一二三", Flaw.WORDS, 123), id="digits one by one"),
        pytest.param(Unreadable("二十十", Flaw.TEXT), id="ten twice"),
        pytest.param(Unreadable("十一二", Flaw.TEXT), id="two digits after ten"),
        pytest.param(Unreadable("一二十", Flaw.TEXT), id="two digits before ten"),
        pytest.param(Unreadable("57¹", Flaw.FOOTNOTE), id="a raised digit"),
        pytest.param(Unreadable("57①", Flaw.FOOTNOTE), id="a digit in a circle"),
        pytest.param(Unreadable("57*", Flaw.FOOTNOTE), id="an asterisk"),
        pytest.param(Unreadable("2018-1-11", Flaw.DATE), id="a date"),
        pytest.param(Unreadable("2018年1月11日", Flaw.DATE), id="a Chinese date"),
        pytest.param(Unreadable("1/2", Flaw.DATE), id="day and month"),
        pytest.param(Unreadable("Jan-20", Flaw.DATE), id="month and year"),
        pytest.param(Unreadable("1.19E+05", Flaw.SCIENTIFIC, 119000), id="an exponent"),
        pytest.param(Unreadable("-1.5e-3", Flaw.SCIENTIFIC, Decimal("-0.0015")), id="a small one"),
        pytest.param(Unreadable("#REF!", Flaw.ERROR_VALUE), id="a lost reference"),
        pytest.param(Unreadable("#DIV/0!", Flaw.ERROR_VALUE), id="a division by zero"),
        pytest.param(Unreadable("#N/A", Flaw.ERROR_VALUE), id="a lookup without a result"),
        pytest.param(Unreadable("#NAME?", Flaw.ERROR_VALUE), id="an unknown name"),
        pytest.param(Unreadable("见附表", Flaw.TEXT), id="words"),
        pytest.param(Unreadable("(-4)", Flaw.TEXT), id="a sign in brackets"),
        pytest.param(Unreadable("--4", Flaw.TEXT), id="two signs"),
        pytest.param(Unreadable("+-1e5", Flaw.TEXT), id="two signs and an exponent"),
        pytest.param(Unreadable("12件3", Flaw.TEXT), id="a unit between digits"),
        pytest.param(Unreadable("٣", Flaw.TEXT), id="digits of another script"),
    ],
)
def test_what_is_not_sure_is_not_guessed(expected: Unreadable) -> None:
    assert read_figure(expected.text) == expected


def test_a_text_of_thousands_of_digits_is_no_figure() -> None:
    text = "9" * 5000

    assert read_figure(text) == Unreadable(text, Flaw.TEXT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("124", 124, id="digits"),
        pytest.param(" +1，234.5 ", Decimal("1234.5"), id="sign, group and point"),
        pytest.param("-7", -7, id="a negative number"),
        pytest.param("12件", None, id="a unit"),
        pytest.param("", None, id="nothing"),
        pytest.param("a", None, id="a letter"),
    ],
)
def test_read_number(text: str, expected: Number | None) -> None:
    assert read_number(text) == expected


def written(value: Number) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


WHOLE = st.integers(min_value=-(10**40), max_value=10**40)
AMOUNTS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(min_value=-(10**40), max_value=10**40),
    st.integers(min_value=1, max_value=8),
)


@given(st.one_of(WHOLE, AMOUNTS))
def test_a_number_written_plainly_reads_back_exactly(value: Number) -> None:
    found = read_figure(written(value))

    assert isinstance(found, Figure)
    assert found.value == value
    assert found.traits == frozenset()


@given(st.one_of(WHOLE, AMOUNTS))
def test_a_number_in_full_width_reads_back_exactly(value: Number) -> None:
    found = read_figure(written(value).translate(FULL_WIDTH))

    assert isinstance(found, Figure)
    assert found.value == value
    assert found.traits == {Trait.FULL_WIDTH}


@given(st.one_of(WHOLE, AMOUNTS), st.sampled_from([",", " ", "'", "，"]))
def test_a_grouped_number_reads_back_exactly(value: Number, separator: str) -> None:
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    found = read_figure(text.replace(",", separator))

    assert isinstance(found, Figure)
    assert found.value == value
    assert (Trait.GROUPED in found.traits) == ("," in text)


DIGITS = frozenset("0123456789０１２３４５６７８９")
SIGNS = "0123456789０９.,，．'+-－—()（） 减增↓%元万件余约eE/:#!年月日lO〇十一无x*¹ \u3000\u200b"


def texts(signs: Iterable[str]) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(list(signs)), max_size=12)


@given(st.one_of(st.text(max_size=30), texts(SIGNS)))
def test_every_text_is_read_as_one_of_four_kinds(text: str) -> None:
    found: Reading = read_figure(text)

    assert isinstance(found, Figure | Blank | Mark | Unreadable)
    assert found.text == text
    assert not isinstance(found, Figure) or DIGITS & set(text)


@given(texts(SIGNS))
def test_a_figure_has_the_digits_that_are_written(text: str) -> None:
    found = read_figure(text)
    digits = [sign for sign in text.translate(str.maketrans("０９", "09")) if sign.isdecimal()]

    if isinstance(found, Figure):
        kept = written(found.value).lstrip("-").replace(".", "")
        assert kept.lstrip("0") == "".join(digits).lstrip("0")

"""Figures read in the style of their table, with what stands around the digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import (
    Blank,
    Figure,
    Flaw,
    Mark,
    NumberStyle,
    Trait,
    Unreadable,
    read_figure,
    read_styled,
)

PLAIN = NumberStyle()
GERMAN, FRENCH, SWISS = NumberStyle(".", ","), NumberStyle(" ", ","), NumberStyle("'", ".")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("57", "57", id="digits"),
        pytest.param("-57", "-57", id="a minus"),
        pytest.param("12.50", "12.50", id="decimals"),
        pytest.param("1,234,567.8", "1234567.8", id="thousands"),
        pytest.param("1\xa0234", "1234", id="a blank that does not break"),
        pytest.param("1\u202f234", "1234", id="a narrow blank"),
        pytest.param("1’234", "1234", id="a curly apostrophe"),
        pytest.param("１２３", "123", id="full-width digits"),
        pytest.param("007", "7", id="zeros before"),
        pytest.param("9,904E", "9904", id="use with caution"),
        pytest.param("851 E", "851", id="use with caution, apart"),
        pytest.param("15.2B", "15.2", id="quality behind decimals"),
        pytest.param("15.25A", "15.25", id="quality behind two decimals"),
        pytest.param("1,234D", "1234", id="quality behind thousands"),
        pytest.param("1,234r", "1234", id="revised"),
        pytest.param("12.5 p", "12.5", id="provisional"),
        pytest.param("12.5rp", "12.5", id="revised and provisional"),
        pytest.param("12 (r)", "12", id="revised in brackets"),
        pytest.param("12 rev.", "12", id="revised in a word"),
        pytest.param("(p) 12", "12", id="provisional before"),
        pytest.param("r 12", "12", id="revised before"),
        pytest.param("p12.5", "12.5", id="provisional before decimals"),
        pytest.param("57¹", "57", id="a footnote"),
        pytest.param("57¹,²", "57", id="two footnotes"),
        pytest.param("1,234 1/", "1234", id="a footnote with a slash"),
        pytest.param("1,234 1)", "1234", id="a footnote with a bracket"),
        pytest.param("1,234 a", "1234", id="a letter apart"),
        pytest.param("12 [1]", "12", id="a footnote in square brackets"),
        pytest.param("1,234 \\1", "1234", id="a footnote with a backslash"),
        pytest.param("\\2 57", "57", id="a footnote with a backslash before"),
        pytest.param("(a) 57", "57", id="a footnote in brackets before"),
        pytest.param("12①", "12", id="a circled footnote"),
        pytest.param("12（注1）", "12", id="a Chinese footnote"),
        pytest.param("12.5*", "12.5", id="a star"),
        pytest.param("**12.5", "12.5", id="stars before"),
        pytest.param("12.5%¹*", "12.5", id="per cent and two signs"),
        pytest.param("$1,234", "1234", id="dollars"),
        pytest.param("US$ 5", "5", id="dollars of a country"),
        pytest.param("5 €", "5", id="euros behind"),
        pytest.param("-$5", "-5", id="a debt"),
        pytest.param("(1,234)", "-1234", id="brackets"),
        pytest.param("($1,234)", "-1234", id="brackets around dollars"),
        pytest.param("$(1,234)", "-1234", id="brackets behind dollars"),
        pytest.param("(12.5%)", "-12.5", id="brackets around per cent"),
        pytest.param("(12.5)%", "-12.5", id="brackets before per cent"),
        pytest.param("1,234.50-", "-1234.50", id="a minus behind"),
    ],
)
def test_figures_are_read_with_what_stands_around_them(text: str, value: str) -> None:
    reading = read_styled(text, PLAIN)

    assert isinstance(reading, Figure)
    assert (str(reading.value), reading.text) == (value, text)


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        pytest.param("1.234,5", GERMAN, "1234.5", id="German"),
        pytest.param("1.234.567", GERMAN, "1234567", id="German without decimals"),
        pytest.param("1.234", GERMAN, "1234", id="German thousands"),
        pytest.param("0.234", GERMAN, "0.234", id="a point where no thousands are"),
        pytest.param("1,234,567", GERMAN, "1234567", id="English among German"),
        pytest.param("(1.234,5)", GERMAN, "-1234.5", id="German in brackets"),
        pytest.param("12,5*", GERMAN, "12.5", id="German with a star"),
        pytest.param("1 234,5", FRENCH, "1234.5", id="French"),
        pytest.param("1\xa0234\xa0567", FRENCH, "1234567", id="French without decimals"),
        pytest.param(",5", FRENCH, "0.5", id="no digit before the comma"),
        pytest.param("12,5 %", FRENCH, "12.5", id="French per cent"),
        pytest.param("12.5", FRENCH, "12.5", id="a point among commas"),
        pytest.param("1'234.5", SWISS, "1234.5", id="Swiss"),
    ],
)
def test_figures_are_read_in_the_style_of_the_table(
    text: str, style: NumberStyle, value: str
) -> None:
    reading = read_styled(text, style)

    assert isinstance(reading, Figure)
    assert str(reading.value) == value


@pytest.mark.parametrize(
    "text",
    [
        *". .. … ... – — -- - x X".split(),
        *"np NP n.a. na (NA) n/a (D) (S) E F * *** ¹ ..² <5 <0.1% >500".split(),
        *"confidential 保密 暂缺 ..C nil".split(),
        "not available",
        ". .",
        "< 5",
        "- -",
    ],
)
def test_what_stands_for_a_withheld_figure_is_a_mark(text: str) -> None:
    assert read_styled(text, PLAIN) == Mark(text)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "&nbsp;"])
def test_nothing_is_blank(text: str) -> None:
    assert read_styled(text, PLAIN) == Blank(text)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        pytest.param("$000", Flaw.TEXT, id="a unit in thousands"),
        pytest.param("'000", Flaw.TEXT, id="thousands"),
        pytest.param("Newfoundland and Labrador", Flaw.TEXT, id="words"),
        pytest.param("合计", Flaw.TEXT, id="Chinese words"),
        pytest.param("7 " * 40, Flaw.TEXT, id="a long text with digits"),
        pytest.param("12A", Flaw.TEXT, id="a code with a letter"),
        pytest.param("5k", Flaw.TEXT, id="a multiplier"),
        pytest.param("1st", Flaw.TEXT, id="a place"),
        pytest.param("10 - 19", Flaw.TEXT, id="a class"),
        pytest.param("85-", Flaw.TEXT, id="an open class"),
        pytest.param("57(48.3%)", Flaw.TEXT, id="two figures"),
        pytest.param("12 (1) (2) (3) (4) (5)", Flaw.TEXT, id="too many notes"),
        pytest.param("368633!", Flaw.TEXT, id="a damaged figure"),
        pytest.param("5566..74", Flaw.BAD_GROUPING, id="two points"),
        pytest.param("1,5", Flaw.BAD_GROUPING, id="a comma for a point"),
        pytest.param("约5", Flaw.INEXACT, id="about"),
        pytest.param("l0", Flaw.LOOKALIKE, id="a letter for a digit"),
        pytest.param("2019年", Flaw.DATE, id="a year"),
        pytest.param("#REF!", Flaw.ERROR_VALUE, id="an error value"),
        pytest.param("1E5", Flaw.SCIENTIFIC, id="scientific"),
    ],
)
def test_what_is_no_figure_is_not_guessed(text: str, flaw: Flaw) -> None:
    reading = read_styled(text, PLAIN)

    assert isinstance(reading, Unreadable)
    assert (reading.flaw, reading.text) == (flaw, text)


def test_thousands_that_do_not_come_in_threes_stay_unread() -> None:
    assert isinstance(read_styled("12.34,5", GERMAN), Unreadable)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        pytest.param("1992.00000", 1992, 0, id="a whole number"),
        pytest.param("9.46890", Decimal("9.4689"), 4, id="zeros at the end"),
        pytest.param("9.46894", Decimal("9.46894"), 5, id="all decimals"),
        pytest.param("1992", 1992, 0, id="not padded itself"),
    ],
)
def test_padding_says_nothing_of_decimals(text: str, value: Decimal | int, decimals: int) -> None:
    reading = read_styled(text, NumberStyle(padded=True))

    assert reading == Figure(value, text, decimals=decimals)


def test_padding_leaves_marks_alone() -> None:
    assert read_styled("..", NumberStyle(padded=True)) == Mark("..")


def test_forms_read_strictly_still() -> None:
    assert [type(read_figure(text)) for text in ("9,904E", "57¹", "12.5*")] == [Unreadable] * 3


@pytest.mark.parametrize(
    ("text", "style", "grouped"),
    [
        pytest.param("1,234", PLAIN, True, id="commas"),
        pytest.param("1'234", SWISS, True, id="apostrophes"),
        pytest.param("1.234", GERMAN, True, id="points"),
        pytest.param("1.234,5", GERMAN, True, id="points and decimals"),
        pytest.param("1 234", FRENCH, True, id="blanks"),
        pytest.param("1 234*", FRENCH, True, id="blanks and a star"),
        pytest.param("234,5", GERMAN, False, id="decimals alone"),
        pytest.param("0.234", GERMAN, False, id="decimals behind a point"),
        pytest.param("234", GERMAN, False, id="no sign"),
    ],
)
def test_thousands_are_told(text: str, style: NumberStyle, *, grouped: bool) -> None:
    reading = read_styled(text, style)

    assert isinstance(reading, Figure)
    assert (Trait.GROUPED in reading.traits) is grouped


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
    ),
    st.sampled_from([PLAIN, GERMAN, FRENCH, SWISS]),
)
def test_what_is_written_in_a_style_is_read_in_it(number: Decimal, style: NumberStyle) -> None:
    signs = str.maketrans({",": style.group, ".": style.point})
    reading = read_styled(f"{number:,}".translate(signs), style)

    assert isinstance(reading, Figure)
    assert reading.value == number


@given(st.text(max_size=40))
def test_any_text_is_read_as_something(text: str) -> None:
    assert read_styled(text, GERMAN).text == text


@given(st.text(alphabet="0123456789.,-' ()%", max_size=12))
def test_a_figure_that_a_form_reads_is_read_alike(text: str) -> None:
    strict = read_figure(text)
    lenient = read_styled(text, PLAIN)

    if isinstance(strict, Figure) and isinstance(lenient, Figure):
        assert (strict.value, strict.unit) == (lenient.value, lenient.unit)

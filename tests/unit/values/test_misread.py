"""Texts that are no figures still look like some."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.values import Number, Unreadable, read_figure
from statlint.values.misread import Misread, Spoilt, digits_of, misreadings


def meanings(text: str) -> tuple[Misread, ...]:
    reading = read_figure(text)
    assert isinstance(reading, Unreadable)
    return misreadings(reading)


@pytest.mark.parametrize(
    ("text", "figure", "spoilt", "signs"),
    [
        ("l9", 19, Spoilt.LETTERS, "l"),
        ("1O2", 102, Spoilt.LETTERS, "O"),
        ("6S", 65, Spoilt.LETTERS, "S"),
        ("SO", 50, Spoilt.LETTERS, "SO"),
        ("1,O2O", 1020, Spoilt.LETTERS, "O"),
        ("-l9", -19, Spoilt.LETTERS, "l"),
        ("!9", 19, Spoilt.LETTERS, "!"),
        ("1 2", 12, Spoilt.SPACES, ""),
        ("3,45", 345, Spoilt.SEPARATORS, ""),
        ("1.234.567", 1234567, Spoilt.SEPARATORS, ""),
        ("12.", 12, Spoilt.STRAY, "."),
        ("12?", 12, Spoilt.STRAY, "?"),
        ("19-", 19, Spoilt.STRAY, "-"),
        ("(12", 12, Spoilt.STRAY, "("),
        ("-12?", -12, Spoilt.STRAY, "?"),
        ("１２人3", 123, Spoilt.STRAY, "人"),
        ("1..9", Decimal("1.9"), Spoilt.STRAY, "."),
        ("~5", 5, Spoilt.INEXACT, ""),
        ("约20", 20, Spoilt.INEXACT, ""),
        ("十九", 19, Spoilt.WORDS, ""),
        ("3.5E4", 35000, Spoilt.SCIENTIFIC, ""),
    ],
)
def test_a_text_looks_like_a_figure(text: str, figure: Number, spoilt: Spoilt, signs: str) -> None:
    first, *_ = meanings(text)

    assert (first.value, first.spoilt, first.signs) == (figure, spoilt, signs)


@pytest.mark.parametrize(
    "text",
    ["abc", "12abc", "2023年", "#REF!", "1-2", "1O万", "?", "约2O", "1/2", "3?!", f"{'1' * 50}?"],
)
def test_a_text_looks_like_no_figure(text: str) -> None:
    assert meanings(text) == ()


def test_a_comma_may_stand_for_a_point() -> None:
    assert [(one.value, one.odds) for one in meanings("3,45")] == [
        (345, 0.6),
        (Decimal("3.45"), 0.35),
    ]


def test_letters_without_a_digit_are_doubtful() -> None:
    assert [one.odds for one in meanings("B")] == [0.5]
    assert [(one.value, one.odds) for one in meanings("l9")] == [(19, 0.95), (9, 0.03)]


def test_a_letter_like_no_digit_may_say_something() -> None:
    assert [(one.value, one.odds) for one in meanings("12a")] == [(12, 0.3)]


def test_letters_are_told_with_their_digits() -> None:
    assert digits_of("lOSBZ") == "10582"

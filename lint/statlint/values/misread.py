"""What a text that is no figure is likely to mean: l9, 1 2, 12?, 3,45, 约20."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, replace
from statlint.values.number import read_figure
from statlint.values.numeral import read_numeral
from statlint.values.reading import Figure, Flaw, Number, Unreadable
from statlint.values.text import plain
from statlint.values.wording import INEXACT


class Spoilt(StrEnum):
    """How a figure came to be a text."""

    LETTERS = "letters"
    """Letters typed, or read by a scanner, for digits."""
    SPACES = "spaces"
    SEPARATORS = "separators"
    """Commas or points that mark no thousands, or stand for each other."""
    STRAY = "stray"
    """Signs or words that belong to no figure."""
    INEXACT = "inexact"
    WORDS = "words"
    SCIENTIFIC = "scientific"
    OTHER = "other"
    """The text does not tell any figure."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A figure that a text may mean, how likely by the text alone, and what spoils it.

    `signs` are the letters, or the signs too many.
    """

    value: Number
    odds: float
    spoilt: Spoilt
    signs: str = ""


_ODDS = {
    Spoilt.LETTERS: 0.95,
    Spoilt.SPACES: 0.9,
    Spoilt.SEPARATORS: 0.6,
    Spoilt.STRAY: 0.8,
    Spoilt.INEXACT: 0.5,
    Spoilt.WORDS: 0.97,
    Spoilt.SCIENTIFIC: 0.8,
}
_AS_DECIMALS = 0.35
"""How likely a lone comma stands for a point."""
_NO_DIGIT = 0.5
"""How likely letters alone stand for digits."""
_ALIKE_TOO_MANY = 0.03
"""How likely a letter that looks like a digit is one sign too many."""
_LETTER_TOO_MANY = 0.3
"""How likely any other letter is: it may say something."""
_DIGITS = "0123456789"
_ALIKE = str.maketrans("OoQD〇○lI|!SsBZzb", "0000001111558226")
_LETTERS = "OoQD〇○lI|!SsBZzb"
_BETWEEN = r"[0-9][-–/:][0-9]|[百千万亿]"
"""Signs that say something between digits, and words that multiply: none of them is stray."""
_LONGEST = 40
"""Signs of the longest text that is looked at."""
_MOST_STRAY = 2
_LEAST_DIGITS = 2
"""Digits that must be left of a text that has others signs in it."""
_NEVER = frozenset({Flaw.DATE, Flaw.ERROR_VALUE, Flaw.NO_RESULT, Flaw.BOOLEAN})


def digits_of(letters: str) -> str:
    """Give the digits that letters look like."""
    return letters.translate(_ALIKE)


def misreadings(reading: Unreadable) -> tuple[Misread, ...]:
    """Give the figures that a text may mean, the most likely first; none where it tells none."""
    shown = plain(reading.text).strip()
    if reading.flaw in _NEVER or len(shown) > _LONGEST:
        return ()
    if reading.flaw is Flaw.SCIENTIFIC and reading.proposal is not None:
        return (_misread(reading.proposal, Spoilt.SCIENTIFIC),)
    found: dict[Number, Misread] = {}
    for one in _meanings(shown):
        found.setdefault(one.value, one)
    return tuple(sorted(found.values(), key=_by_odds))


def _by_odds(one: Misread) -> float:
    return -one.odds


def _misread(value: Number, spoilt: Spoilt, signs: str = "") -> Misread:
    return Misread(value, _ODDS[spoilt], spoilt, signs)


def _meanings(shown: str) -> Iterator[Misread]:
    in_words = read_numeral(shown)
    if in_words is not None:
        yield _misread(in_words, Spoilt.WORDS)
    joined = re.sub(r"\s+", "", shown)
    yield from _found(joined, Spoilt.SPACES)
    letters = "".join(dict.fromkeys(sign for sign in joined if sign in _LETTERS))
    if letters:
        yield from _with_digits(joined, letters)
    exact = re.sub(INEXACT, "", joined)
    if exact != joined:
        yield from _found(exact, Spoilt.INEXACT)
    yield from _separated(joined)
    yield from _without_strays(joined)


def _with_digits(text: str, letters: str) -> Iterator[Misread]:
    for one in _found(text.translate(_ALIKE), Spoilt.LETTERS, letters):
        alone = not any(sign in _DIGITS for sign in text)
        yield replace(one, odds=_NO_DIGIT) if alone else one


def _found(text: str, spoilt: Spoilt, signs: str = "") -> Iterator[Misread]:
    """Give what a text says once it is mended, where that is a figure."""
    reading = read_figure(text)
    if isinstance(reading, Figure) and any(sign in _DIGITS for sign in text):
        yield _misread(reading.value, spoilt, signs)


def _separated(text: str) -> Iterator[Misread]:
    """Take signs between digits for thousands, or a lone comma for a point."""
    if not re.fullmatch(r"[+-]?[0-9][0-9.,']*[0-9]", text):
        return
    yield _misread(int(re.sub(r"[.,']", "", text)), Spoilt.SEPARATORS)
    lone = re.fullmatch(r"([+-]?[0-9]+),([0-9]{1,2})", text)
    if lone:
        yield Misread(Decimal(f"{lone[1]}.{lone[2]}"), _AS_DECIMALS, Spoilt.SEPARATORS)
    twice = re.sub(r"([.,])\1+", r"\1", text)
    if twice != text:
        yield from _found(twice, Spoilt.STRAY, text[next(_doubled(text))])


def _doubled(text: str) -> Iterator[int]:
    return (at for at, sign in enumerate(text) if sign in ".," and text[at + 1 : at + 2] == sign)


def _without_strays(text: str) -> Iterator[Misread]:
    """Leave out one or two signs that belong to no figure."""
    if re.search(_BETWEEN, text):
        return
    strays = "".join(sign for sign in text[1:] if sign not in _DIGITS)
    if text[:1] not in {*_DIGITS, "-", "+"}:
        strays = text[:1] + strays
    digits = "".join(sign for sign in text if sign in _DIGITS)
    if 0 < len(strays) <= _MOST_STRAY and len(digits) >= min(_LEAST_DIGITS, len(strays)):
        sign = "-" if text[0] == "-" else ""
        yield Misread(int(sign + digits), _stray_odds(strays), Spoilt.STRAY, strays)


def _stray_odds(strays: str) -> float:
    if any(one in _LETTERS for one in strays):
        return _ALIKE_TOO_MANY
    letters = any(one.isascii() and one.isalpha() for one in strays)
    return _LETTER_TOO_MANY if letters else _ODDS[Spoilt.STRAY]

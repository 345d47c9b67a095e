"""Changes of one figure in one cell, as a hand that types makes them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from random import Random

from submissions.model import Figure

_DIGITS = "0123456789"


class Change(StrEnum):
    """What happened to a figure."""

    REPLACED = "a digit replaced"
    SWAPPED = "two digits swapped"
    DROPPED = "a digit dropped"
    ADDED = "a digit added"
    PLUS_ONE = "one more"
    MINUS_ONE = "one less"
    TIMES_TEN = "ten times"
    SIGN = "a minus before it"
    BLANKED = "left blank"
    LETTER = "a letter for a digit"


def changed(change: Change, figure: Figure, rng: Random) -> Figure:
    """Change a figure; gives the figure itself where the change is not possible."""
    if not isinstance(figure, int) or figure < 0:
        return figure
    return _CHANGES[change](figure, rng)


def _number(text: str) -> int:
    return int(text) if text else 0


def _replaced(figure: int, rng: Random) -> Figure:
    text = str(figure)
    at = rng.randrange(len(text))
    digit = rng.choice([each for each in _DIGITS if each != text[at]])
    return _number(text[:at] + digit + text[at + 1 :])


def _swapped(figure: int, rng: Random) -> Figure:
    text = str(figure)
    pairs = [at for at in range(len(text) - 1) if text[at] != text[at + 1]]
    if not pairs:
        return figure
    at = rng.choice(pairs)
    return _number(text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def _dropped(figure: int, rng: Random) -> Figure:
    text = str(figure)
    at = rng.randrange(len(text))
    return _number(text[:at] + text[at + 1 :])


def _added(figure: int, rng: Random) -> Figure:
    text = str(figure)
    at = rng.randint(0, len(text))
    return _number(text[:at] + rng.choice(_DIGITS[1:]) + text[at:])


def _signed(figure: int, rng: Random) -> Figure:
    del rng
    return -figure


def _blanked(figure: int, rng: Random) -> Figure:
    del rng
    return None if figure else figure


def _lettered(figure: int, rng: Random) -> Figure:
    text = str(figure)
    places = [at for at, sign in enumerate(text) if sign in "01"]
    if not places:
        return figure
    at = rng.choice(places)
    return text[:at] + {"0": "O", "1": "l"}[text[at]] + text[at + 1 :]


_CHANGES: dict[Change, Callable[[int, Random], Figure]] = {
    Change.REPLACED: _replaced,
    Change.SWAPPED: _swapped,
    Change.DROPPED: _dropped,
    Change.ADDED: _added,
    Change.PLUS_ONE: lambda figure, _: figure + 1,
    Change.MINUS_ONE: lambda figure, _: figure - 1 if figure else figure,
    Change.TIMES_TEN: lambda figure, _: figure * 10,
    Change.SIGN: _signed,
    Change.BLANKED: _blanked,
    Change.LETTER: _lettered,
}

"""Slips in long lists: what was changed, and which findings would tell of it."""

# ruff: noqa: PLR2004 - the figures of a slip are its point

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tidy_lists.made import Made, Row


@dataclass(frozen=True, slots=True)
class Slip:
    """What was changed, in which row of the file, and the codes that would tell of it."""

    kind: str
    row: int
    codes: frozenset[str]


_SUMS = frozenset({"B101"})


def digit(made: Made, at: int, random: Random) -> frozenset[str] | None:
    """Change a digit of a figure."""
    text = made.rows[at][made.value]
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    if not made.adds or len(places) < 2:
        return None
    place = random.choice(places[: max(1, len(places) - 2)])
    other = random.choice([sign for sign in "123456789" if sign != text[place]])
    made.rows[at][made.value] = text[:place] + other + text[place + 1 :]
    return _SUMS


def power(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Write a figure ten times as large."""
    text = made.rows[at][made.value]
    if not made.adds or not text.isdigit() or text == "0":
        return None
    made.rows[at][made.value] = text + "0"
    return _SUMS


def letter(made: Made, at: int, random: Random) -> frozenset[str] | None:
    """Write a letter into a figure."""
    text = made.rows[at][made.value]
    if not text or not text[0].isdigit():
        return None
    place = random.randrange(len(text))
    made.rows[at][made.value] = text[:place] + "o" + text[place + 1 :]
    return frozenset({"D113"})


def minus(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Write a minus before a figure."""
    text = made.rows[at][made.value]
    if not made.whole or not text.isdigit() or text == "0":
        return None
    made.rows[at][made.value] = f"-{text}"
    return _SUMS | {"D114"}


def twice(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Put a row in again."""
    made.rows.insert(at, list(made.rows[at]))
    return frozenset({"S101"})


def lost(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Leave a row out."""
    made.rows.pop(at)
    return frozenset({"S102", "S103", "B101"})


def label(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Write another label beside a code."""
    if made.label is None:
        return None
    made.rows[at][made.label] = "某地"
    return frozenset({"S104"})


def unit(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Write another unit of measure."""
    if made.unit is None:
        return None
    made.rows[at][made.unit] = "亿元" if made.rows[at][made.unit] != "亿元" else "元"
    return frozenset({"U104"})


def spaced(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Write a code with a blank within."""
    text = made.rows[at][made.key]
    if len(text) < 2:
        return None
    made.rows[at][made.key] = f"{text[0]} {text[1:]}"
    return frozenset({"D115"})


def undated(made: Made, at: int, _random: Random) -> frozenset[str] | None:
    """Write a letter into a period."""
    text = made.rows[at][made.period]
    made.rows[at][made.period] = text.replace("0", "O", 1)
    return frozenset({"D113"})


Change = Callable[[Made, int, Random], "frozenset[str] | None"]
CHANGES: tuple[Change, ...] = (
    digit,
    power,
    letter,
    minus,
    twice,
    lost,
    label,
    unit,
    spaced,
    undated,
)


def slipped(made: Made, change: Change, random: Random) -> tuple[Made, Slip] | None:
    """Put one slip into a copy of a list; None where it has no place for such a one."""
    rows: list[Row] = [list(row) for row in made.rows]
    copy = replace(made, rows=rows)
    at = random.randrange(1, len(rows) - 1)
    codes = change(copy, at, random)
    return (copy, Slip(change.__name__, at + 2, codes)) if codes else None

"""Slips in the later of two tables, one of a kind at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from history_tables.made import HEADS, LINES, Counts

_TRIES = 400
_LEAST = 20
"""Slips are made where the figure is so large, before or after them."""


class Slip(NamedTuple):
    """What was changed: the figures after it, and which of them are wrong."""

    figures: Counts
    wrong: frozenset[tuple[int, int]]


_Make: TypeAlias = Callable[[Counts, Counts, Random], "Counts | None"]


def slip_in(kind: str, before: Counts, now: Counts, rng: Random) -> Slip | None:
    """Make a slip of a kind; None where the table has no figure for it."""
    for _ in range(_TRIES):
        changed = SLIPS[kind](before, now, rng)
        wrong = {place for place in changed or () if changed and changed[place] != now[place]}
        if changed and wrong:
            return Slip(changed, frozenset(wrong))
    return None


def _one(figures: Counts, rng: Random) -> tuple[tuple[int, int], int]:
    return rng.choice(list(figures.items()))


def _tenfold(_: Counts, now: Counts, rng: Random) -> Counts | None:
    place, figure = _one(now, rng)
    return {**now, place: 10 * figure} if 10 * figure >= _LEAST else None


def _dropped(_: Counts, now: Counts, rng: Random) -> Counts | None:
    place, figure = _one(now, rng)
    digits = str(figure)
    at = rng.randrange(len(digits))
    return {**now, place: int(digits[:at] + digits[at + 1 :])} if figure >= _LEAST else None


def _transposed(_: Counts, now: Counts, rng: Random) -> Counts | None:
    place, figure = _one(now, rng)
    digits = list(str(figure))
    if figure < _LEAST:
        return None
    at = rng.randrange(len(digits) - 1)
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return {**now, place: int("".join(digits))}


def _vanished(_: Counts, now: Counts, rng: Random) -> Counts | None:
    place, figure = _one(now, rng)
    return {**now, place: 0} if figure >= _LEAST else None


def _swapped(_: Counts, now: Counts, rng: Random) -> Counts | None:
    (line, head), figure = _one(now, rng)
    beside = rng.choice([(line + 1, head), (line, head + 1)])
    if beside not in now or max(figure, now[beside]) < _LEAST:
        return None
    return {**now, (line, head): now[beside], beside: figure}


def _line(_: Counts, now: Counts, rng: Random) -> Counts | None:
    line = rng.randrange(LINES)
    places = {(line, head) for head in range(HEADS)}
    return _scaled(now, places, rng)


def _head(_: Counts, now: Counts, rng: Random) -> Counts | None:
    head = rng.randrange(HEADS)
    return _scaled(now, {(line, head) for line in range(LINES)}, rng)


def _table(_: Counts, now: Counts, rng: Random) -> Counts | None:
    return _scaled(now, set(now), rng)


def _scaled(now: Counts, places: set[tuple[int, int]], rng: Random) -> Counts | None:
    told = [now[place] for place in places if now[place]]
    if len(told) < 2 or max(told) < _LEAST:  # noqa: PLR2004 - one figure is no line
        return None
    power = rng.choice((1, 2, 3, 4))
    return {
        place: figure * 10**power if place in places else figure for place, figure in now.items()
    }


def _copied(before: Counts, _: Counts, __: Random) -> Counts | None:
    return dict(before)


SLIPS: Mapping[str, _Make] = MappingProxyType(
    {
        "ten times": _tenfold,
        "digit dropped": _dropped,
        "digits transposed": _transposed,
        "vanished": _vanished,
        "swapped with neighbour": _swapped,
        "line in another unit": _line,
        "head in another unit": _head,
        "table in another unit": _table,
        "table copied": _copied,
    }
)

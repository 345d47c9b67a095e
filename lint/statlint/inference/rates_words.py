"""What labels say for or against a guess that a strip is a quotient of two others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import log2
from types import MappingProxyType

from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator
from statlint.inference.rates_quotients import Guess
from statlint.table import Role, Strip

NEVER = frozenset({Role.ORDINAL, Role.CODE, Role.YEAR, Role.RANK})
"""Roles of strips whose figures are neither measures nor made from measures."""
RATES = frozenset({Role.SHARE, Role.CHANGE, Role.RATE})
_SHARE_UNITS = frozenset({"%", "‰", "百分点"})
_HUNDRED = 100
_POWERS: Mapping[str, int] = MappingProxyType(
    {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
)
_WORD = r"[a-z]{3,}|[0-9]{2,}|[\u4e00-\u9fff]"
_EMPTY_WORDS = frozenset(
    "per cent percent percentage share ratio rate number total change the and for from with "
    "占 比 重 率 同 环 增 长 减 人 数 的 计 合".split()
)


def kinds_of(strip: Strip, *, fine: bool, whole: bool) -> tuple[tuple[Operator, int], ...]:
    """List the operators and factors worth trying for a strip; none where it can be no quotient.

    `fine` says that its figures have more decimals than most of the table, `whole` that they have
    none: then no share is stated as a fraction.
    """
    roles = strip.roles
    if roles & NEVER - {Role.YEAR} or (Role.YEAR in roles and not roles & RATES):
        return ()
    kinds = _kinds(strip, fine=fine)
    base = base_of(strip)
    if base is not None and (Operator.DIVISION, base) not in kinds:
        kinds = ((Operator.DIVISION, base), *kinds)
    if not whole or Role.RATE in roles:
        return kinds
    return tuple((operator, factor) for operator, factor in kinds if factor != 1)


def _kinds(strip: Strip, *, fine: bool) -> tuple[tuple[Operator, int], ...]:
    roles = strip.roles
    percent = strip.unit in _SHARE_UNITS or Role.SHARE in roles
    shares = ((Operator.DIVISION, 100), (Operator.DIVISION, 1))
    changes = ((Operator.RELATIVE_CHANGE, 100), (Operator.RELATIVE_CHANGE, 1))
    powers = tuple((Operator.DIVISION, 10**power) for power in (3, 4, 5))
    if Role.CHANGE in roles:
        return (*changes, *shares)
    if roles & {Role.RATE, Role.AVERAGE}:
        return (*shares, *powers, *changes) if percent else (*shares, *powers)
    if percent or Role.DIFFERENCE in roles:
        return (*shares, (Operator.DIVISION, 1000), *changes)
    return (*shares, *changes, *powers) if fine else ()


def base_of(strip: Strip) -> int | None:
    """Give the number that a rate is counted for: 每10万人, per 1,000; None where none is said."""
    found = _bases().search(" ".join(label.text for label in strip.labels).casefold())
    if found is None:
        return None
    digits, myriads, english = found.groups()
    if english:
        return int(english.replace(",", ""))
    times = int(digits or 1)
    for sign in myriads:
        times *= _POWERS[sign]
    return times if times > 1 else None


@cache
def _bases() -> re.Pattern[str]:
    return re.compile(r"每(\d*)([十百千万亿]*)[一-龥]|\bper (1,?000(?:,?0+)?|10{1,2},?000)\b")


def leaning(matrix: Matrix, guess: Guess, place: int) -> float:
    """Weigh a guess by words and by place, in bits: for it above nothing, against it below."""
    strips = matrix.strips
    own, top, bottom = strips[place], strips[guess.top], strips[guess.bottom]
    bits = said(guess.operator, guess.factor, own) - _search_cost(guess, place, len(strips))
    bits += 2 * _alike(own, top)
    for part in (top, bottom):
        if part.roles & (RATES | {Role.DIFFERENCE}) and not own.roles & {Role.DIFFERENCE}:
            bits -= 4
        if part.roles & {Role.AVERAGE, Role.MEDIAN}:
            bits -= 2
    if guess.operator is Operator.RELATIVE_CHANGE:
        return bits + _order(top, bottom)
    if Role.TOTAL in bottom.roles:
        bits += 1
    return bits - (2 if Role.TOTAL in top.roles and Role.TOTAL not in own.roles else 0)


def is_named(guess: Guess, strip: Strip) -> bool:
    """Tell whether the label of a strip says that it is such a quotient."""
    return said(guess.operator, guess.factor, strip) > 0


def said(operator: Operator, factor: int, own: Strip) -> float:
    """Weigh what the label of a strip says of it being such a quotient, in bits."""
    percent = own.unit in _SHARE_UNITS or Role.SHARE in own.roles
    if operator is Operator.RELATIVE_CHANGE:
        if Role.CHANGE in own.roles:
            return 6.0
        return 2.0 if percent or Role.DIFFERENCE in own.roles else -1.0
    if Role.CHANGE in own.roles:
        return -2.0
    if factor > _HUNDRED and factor == base_of(own):
        return 5.0
    if percent:
        return 5.0 if factor in {1, 100} else 2.0
    if Role.RATE in own.roles:
        return 4.0
    return 0.0 if factor in {1, 100} else -2.0


def _search_cost(guess: Guess, place: int, count: int) -> float:
    """Weigh how far off the parts stand: what a search of this width finds by chance."""
    beside = {abs(guess.top - place), abs(guess.bottom - place)}
    if beside == {1, 2} and (guess.top > place) is (guess.bottom > place):
        return 3.0
    far = sum(1.5 * log2(1 + abs(one - place)) for one in (guess.top, guess.bottom))
    return 3.0 + min(far, log2(max(1, (count - 1) * (count - 2))))


def _order(new: Strip, old: Strip) -> float:
    if new.period is None or old.period is None or new.period == old.period:
        return 0.0
    return 2.0 if old.period < new.period else -4.0


def _alike(one: Strip, other: Strip) -> float:
    """Give the share of the words of one strip that the other has too, from 0 to 1."""
    own = _words([label.text for label in one.labels])
    return len(own & _words([label.text for label in other.labels])) / len(own) if own else 0.0


def _words(texts: Sequence[str]) -> set[str]:
    found = re.compile(_WORD).findall(" ".join(texts).casefold())
    return set(found) - _EMPTY_WORDS

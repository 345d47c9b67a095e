"""Results that words lead up to: 营业收入, 减：营业成本, 加：其他收益, then 营业利润."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Reckoned, evidence_of
from statlint.table import Role, Strip
from statlint.values import plain

_NUMBER = r"^\W*(?:[一二三四五六七八九十\d]+\s*[、.)）:]\s*)?"
_LESS = _NUMBER + r"(?:减(?:去)?|扣除?|less|minus|deduct(?:ions?)?)\s*(?:[:：]|\s(?=[a-z]))"
_MORE = _NUMBER + r"(?:加(?:上)?|add|plus)\s*(?:[:：]|\s(?=[a-z]))"
_RESULT = (
    r"利润|结[余存]|余额|净|[应实][发付缴交纳收]|总额|合计|盈[余亏]|损益|"
    r"\bprofits?\b|\bincome\b|\bloss\b|\bearnings\b|\bsurplus\b|\bbalance\b|\bnet\b|\btotal\b|"
    r"\bmargin\b|\bremaining\b|\bebit"
)
_NO_TERM = frozenset(
    {
        Role.OF_WHICH,
        Role.SHARE,
        Role.CHANGE,
        Role.RATE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.PRICE,
    }
)
_MOST_TERMS = 30
_LABEL_BITS, _SEARCH_BITS, _LEAST_BITS = 6.0, 3.0, 8.0

_Term: TypeAlias = tuple[int, int]
"""A strip, and whether it is added (1) or taken away (-1)."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of the words, compiled once a table."""

    less: re.Pattern[str]
    more: re.Pattern[str]
    result: re.Pattern[str]


def find_signed(matrix: Matrix, known: Sequence[Relation]) -> Iterator[Relation]:
    """Find what is left of a figure when those after it are added and taken away, by their words.

    A word counts for the lines behind it up to the next. `known` are not said again.
    """
    texts = [plain(strip.text).lower() for strip in matrix.strips]
    words = _words()
    if not any(words.less.search(text) for text in texts):
        return
    said = {frozenset((one.aggregate, *one.parts)) for one in known if one.axis is matrix.axis}
    terms: list[_Term] = []
    sign = 1
    for place, (strip, text) in enumerate(zip(matrix.strips, texts, strict=True)):
        if not strip.figures or strip.roles & _NO_TERM:
            continue
        told = _sign(words, text)
        if told == 0 and len(terms) > 1 and _is_result(words, strip, text):
            found = _relation(matrix, place, terms)
            if found is not None and frozenset((place, *found.parts)) not in said:
                yield found
            terms, sign = [(place, 1)], 1
            continue
        sign = told or (sign if terms else 1)
        terms = [*terms, (place, sign)][-_MOST_TERMS:]


@cache
def _words() -> _Words:
    return _Words(re.compile(_LESS), re.compile(_MORE), re.compile(_RESULT))


def _sign(words: _Words, text: str) -> int:
    """Give the sign that a label says; 0 where it says none."""
    if words.less.search(text):
        return -1
    return 1 if words.more.search(text) else 0


def _is_result(words: _Words, strip: Strip, text: str) -> bool:
    total = strip.roles & {Role.TOTAL, Role.SUBTOTAL, Role.DIFFERENCE}
    return bool(total) or words.result.search(text) is not None


def _relation(matrix: Matrix, place: int, terms: Sequence[_Term]) -> Relation | None:
    """State what the terms lead up to, where figures agree at most positions."""
    plus = tuple(term for term, sign in terms if sign > 0)
    minus = tuple(term for term, sign in terms if sign < 0)
    if not plus or not minus:
        return None
    evidence = evidence_of(list(_reckoned(matrix, place, plus, minus)))
    bits = evidence.bits + _LABEL_BITS - _SEARCH_BITS
    mostly = 2 * len(evidence.missed) <= len(evidence.positions)
    if not evidence.telling or not mostly or bits < _LEAST_BITS:
        return None
    return Relation(
        Operator.CUMULATIVE,
        matrix.axis,
        place,
        (*plus, *minus),
        evidence.positions,
        bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=True,
        less=len(minus),
    )


def _reckoned(
    matrix: Matrix, place: int, plus: Sequence[int], minus: Sequence[int]
) -> Iterator[Reckoned]:
    for position in range(matrix.width):
        stated = matrix.values[place][position]
        came = [matrix.values[term][position] or 0 for term in plus]
        went = [matrix.values[term][position] or 0 for term in minus]
        if stated is None or not any((*came, *went)):
            continue
        units = [matrix.units[strip][position] for strip in (place, *plus, *minus)]
        trivial = sum(map(bool, (*came, *went))) < 2  # noqa: PLR2004 - one alone repeats
        slack = sum(units) // 2
        yield Reckoned(position, stated, sum(came) - sum(went), max(units), slack, single=trivial)

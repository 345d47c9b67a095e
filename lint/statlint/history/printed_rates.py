"""Growth rates that a table prints, held against the figures of the two periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.history.compared import Compared
from statlint.history.family import Family
from statlint.history.odd import Odd, Oddity
from statlint.odds.rates import agrees, growth_of, slack_of
from statlint.table import Role, roles_of
from statlint.values import CellRef, Number, decimals_of, plain

_Key: TypeAlias = Callable[[Fact], str]
_FEW = 2
"""So few rates may all be wrong; of more, half must be right for what they are taken for."""


@dataclass(frozen=True, slots=True, eq=False)
class _Rate:
    """A printed rate, the figure it may be the growth of, and what it should be then."""

    fact: Fact
    base: Compared
    due: Fraction

    @property
    def right(self) -> bool:
        """Whether it is printed as it should be; 0.125 is as good as 12.5."""
        figure, slack = self.fact.figure, _slack(self.base)
        if figure is None:
            return True
        dues = (
            (self.due, -self.due) if _falls().search(plain(self.fact.head_label)) else (self.due,)
        )
        shown, decimals = figure.displayed
        stored, places = figure.stored
        return any(
            agrees(shown, decimals, due, slack) or agrees(stored, places, due / 100, slack / 100)
            for due in dues
        )

    @property
    def rounded(self) -> Number:
        """Give what is due with as many decimals as the rate is printed with."""
        decimals = self.fact.figure.displayed[1] if self.fact.figure else 0
        exact = Decimal(self.due.numerator) / Decimal(self.due.denominator)
        found = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return found if decimals else int(found)


def wrong_rates(
    every: Sequence[Compared],
    families: Mapping[Fact, Family],
    summed: Collection[Fact],
    new: Sequence[Fact] = (),
) -> Iterator[Oddity]:
    """Find the rates that contradict the figures they are the growth of.

    These stand on the same line, under the head nearest to the left whose figures make most of
    the rates right; a table may as well print its rates on a line. `new` are figures that the
    earlier table has not. Where an edit of the form says what a rate is made of, it is the edit's
    business.
    """
    sizes = [one for one in every if families[one.fact] is Family.SIZE]
    for one in _groups([*(one.fact for one in every), *new], families, summed):
        for rate in _wrong(one, sizes):
            yield Oddity(
                Odd.RATE,
                rate.fact,
                rate.base.before,
                others=(rate.base.fact,),
                expected=rate.rounded,
            )


@dataclass(frozen=True, slots=True, eq=False)
class _Strip:
    """The rates under one head, or on one line, and how to tell where other figures stand."""

    rates: tuple[Fact, ...]
    across: _Key
    """Gives what a rate and its figure share: the line of rates under a head."""
    place: Callable[[CellRef], int]


def _groups(
    facts: Iterable[Fact], families: Mapping[Fact, Family], summed: Collection[Fact]
) -> Iterator[_Strip]:
    heads: dict[tuple[str, str], list[Fact]] = {}
    lines: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if families[fact] is not Family.GROWTH or fact in summed or fact.figure is None:
            continue
        if _other_base().search(plain(fact.head_label + fact.line_label)):
            continue
        if Role.CHANGE in roles_of([*fact.head.above, fact.head_label]):
            heads.setdefault((fact.table, fact.head.key), []).append(fact)
        else:
            lines.setdefault((fact.table, fact.line.key), []).append(fact)
    for rates in heads.values():
        yield _Strip(tuple(rates), lambda fact: fact.line.key, lambda cell: cell.column)
    for rates in lines.values():
        yield _Strip(tuple(rates), lambda fact: fact.head.key, lambda cell: cell.row)


def _wrong(strip: _Strip, sizes: Sequence[Compared]) -> list[_Rate]:
    """Give the wrong rates of a strip, taken for the growth of the figures that suit it best."""
    best: list[_Rate] = []
    for found in _candidates(strip, sizes):
        if not best or _count(found) > _count(best):
            best = found
    right = _count(best)
    if 2 * right < len(best) and (right or len(best) > _FEW):
        return []
    return [rate for rate in best if not rate.right]


def _count(rates: Sequence[_Rate]) -> int:
    return sum(rate.right for rate in rates)


def _candidates(strip: _Strip, sizes: Sequence[Compared]) -> Iterator[list[_Rate]]:
    """Go through what the rates may be the growth of, the nearest before them first."""
    table, own = strip.rates[0].table, strip.place(strip.rates[0].cell)
    places: dict[int, dict[str, Compared]] = {}
    for one in sizes:
        if one.fact.table == table and one.fact.sheet == strip.rates[0].sheet:
            there = places.setdefault(strip.place(one.fact.cell), {})
            there[strip.across(one.fact)] = one
    for place in sorted((at for at in places if at < own), reverse=True):
        found = [
            _Rate(rate, base, due)
            for rate in strip.rates
            if (base := places[place].get(strip.across(rate))) is not None
            and (due := growth_of(base.now, base.was)) is not None
        ]
        if found:
            yield found


def _slack(base: Compared) -> Fraction:
    """Give how far the rounding of amounts may bring a rate; counts are exact."""
    decimals = max(decimals_of(base.now), decimals_of(base.was))
    rounded = decimals > 0 or base.fact.measure.rounded
    return slack_of(base.now, base.was, decimals) if rounded else Fraction(0)


@cache
def _falls() -> re.Pattern[str]:
    """Heads under which a fall is printed without a sign."""
    return re.compile(r"降幅|下降|减少(?!率)|decrease", re.IGNORECASE)


@cache
def _other_base() -> re.Pattern[str]:
    """Growth of something else: on the month before, in points, in constant prices, on average."""
    return re.compile(
        r"环比|百分点|可比|不变价|年均|累计|points?\b|real\b|annual average", re.IGNORECASE
    )

"""The figures of a made table, exactly, and what each consists of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import TypeAlias

from inference_tables.made.plan import (
    Compound,
    Group,
    Leaf,
    Mean,
    Plan,
    Portion,
    Product,
    Rank,
    Rate,
    Rest,
    Running,
    Total,
    Trimmed,
    Within,
)

Spot: TypeAlias = tuple[int, int]
"""The places of a line and of a head in the plan."""


class Figures:
    """Figures drawn for a plan; what is asked for is reckoned once."""

    def __init__(self, plan: Plan, seed: int) -> None:
        """Draw the size of each line."""
        self.plan = plan
        self.rng = Random(seed)  # noqa: S311 - figures, not secrets
        self.sizes = [
            self.rng.lognormvariate(0, one.how.spread) * one.how.size
            if isinstance(one.how, Leaf)
            else 1.0
            for one in plan.lines
        ]
        self._known: dict[Spot, Fraction | None] = {}

    def all(self) -> dict[Spot, Decimal]:
        """Give all figures as they are printed."""
        printed = {}
        for line in range(len(self.plan.lines)):
            for head in range(len(self.plan.heads)):
                value = self.exact(line, head)
                if value is not None:
                    printed[line, head] = rounded(value, self.decimals(line, head))
        return printed

    def exact(self, line: int, head: int) -> Fraction | None:
        """Give one figure before it is rounded."""
        if (line, head) not in self._known:
            self._known[line, head] = self._reckoned(line, head)
        return self._known[line, head]

    def decimals(self, line: int, head: int) -> int:
        """Give how many decimals a figure is printed with."""
        how, own = self.plan.lines[line].how, self.plan.heads[head].how
        if isinstance(own, Rate | Compound | Trimmed | Mean | Portion | Product):
            return own.decimals
        if isinstance(how, Rate | Mean):
            return how.decimals
        return self._base(head)

    def _base(self, head: int) -> int:
        match self.plan.heads[head].how:
            case Leaf(decimals=decimals):
                return decimals
            case Total(parts, less):
                return max(self._base(part) for part in (*parts, *less))
            case Within(whole) | Rest(whole):
                return self._base(whole)
            case Running(of):
                return self._base(of)
            case _:
                return 0

    def _reckoned(self, line: int, head: int) -> Fraction | None:
        how, own = self.plan.lines[line].how, self.plan.heads[head].how
        if isinstance(how, Group) or isinstance(own, Group):
            return None
        if isinstance(own, Rate | Compound | Trimmed | Portion | Rank | Running):
            return self._by_head(line, head)
        if isinstance(own, Leaf) and not own.adds and not isinstance(how, Leaf):
            return None
        match how:
            case Rate(operator, new, old, times):
                return _rate(operator, self.exact(new, head), self.exact(old, head), times)
            case Mean(parts):
                return _mean([self.exact(part, head) for part in parts])
            case Total(parts, less):
                return self._sum([(p, head) for p in parts], [(p, head) for p in less])
            case Rest(whole, others):
                return self._sum([(whole, head)], [(other, head) for other in others])
            case Within(_, share):
                return self._within_line(line, head, share)
            case _:
                return self._along(line, head)

    def _along(self, line: int, head: int) -> Fraction | None:
        """Reckon a figure of a line of its own: from the other heads, or drawn."""
        match self.plan.heads[head].how:
            case Total(parts, less):
                return self._sum([(line, p) for p in parts], [(line, p) for p in less])
            case Rest(whole, others):
                return self._sum([(line, whole)], [(line, other) for other in others])
            case Mean(parts):
                return _mean([self.exact(line, part) for part in parts])
            case Product(first, second):
                one, other = self.exact(line, first), self.exact(line, second)
                return None if one is None or other is None else one * other
            case Within(whole, share):
                return self._cut(self.exact(line, whole), share, head)
            case Leaf() as leaf:
                return self._drawn(line, leaf)
            case _:
                return None

    def _by_head(self, line: int, head: int) -> Fraction | None:
        """Reckon what follows from other heads on every line, totals included."""
        how = self.plan.lines[line].how
        if isinstance(how, Rate | Mean):
            return None
        match self.plan.heads[head].how:
            case Rate(operator, new, old, times):
                return _rate(operator, self.exact(line, new), self.exact(line, old), times)
            case Compound(top, below, less, times):
                over = self._sum([(line, p) for p in top], [(line, p) for p in less])
                return _rate("division", over, self._sum([(line, p) for p in below], []), times)
            case Trimmed(parts) if isinstance(how, Leaf):
                ordered = sorted(self.exact(line, part) or Fraction(0) for part in parts)
                return _mean([*ordered[1:-1]])
            case Portion(of):
                whole = total_line(self.plan)
                return _rate("division", self.exact(line, of), self.exact(whole, of), 100)
            case Rank(of, lowest) if isinstance(how, Leaf):
                own = self.exact(line, of) or 0
                others = [self.exact(one, of) or 0 for one in _leaves(self.plan)]
                return Fraction(1 + sum(one < own if lowest else one > own for one in others))
            case Running(of) if isinstance(how, Leaf):
                before = [one for one in _leaves(self.plan) if one <= line]
                return self._sum([(one, of) for one in before], [])
            case _:
                return None

    def _within_line(self, line: int, head: int, share: float) -> Fraction | None:
        """Reckon an of-which line so that it adds up over the heads as all lines do."""
        how = self.plan.lines[line].how
        if not isinstance(self.plan.heads[head].how, Leaf) or not isinstance(how, Within):
            return self._along(line, head)
        return self._cut(self.exact(how.whole, head), share, head)

    def _cut(self, whole: Fraction | None, share: float, head: int) -> Fraction | None:
        if whole is None:
            return None
        unit = 10 ** (self._base(head) + self.plan.fine)
        drawn = share * self.rng.uniform(0.7, 1.3)
        return Fraction(int(whole * unit * Fraction(drawn)), unit)

    def _sum(self, plus: list[Spot], minus: list[Spot]) -> Fraction:
        added = sum((self.exact(*one) or Fraction(0) for one in plus), Fraction(0))
        return added - sum((self.exact(*one) or Fraction(0) for one in minus), Fraction(0))

    def _drawn(self, line: int, leaf: Leaf) -> Fraction:
        if self.rng.random() < self.plan.sparse and leaf.adds:
            return Fraction(0)
        unit = 10 ** (leaf.decimals + self.plan.fine)
        if leaf.cap is not None:
            lowest = leaf.cap * 5 // 8
            return Fraction(self.rng.randint(lowest * unit, leaf.cap * unit), unit)
        mean = leaf.size * (self.plan.size * self.sizes[line] if leaf.adds else 1)
        return Fraction(round(mean * self.rng.lognormvariate(0, leaf.spread) * unit), unit)

    def consists(self, line: int, head: int) -> dict[Spot, Fraction] | None:
        """Give the figures of their own that one adds up from, each with its weight."""
        for at, how in ((0, self.plan.lines[line].how), (1, self.plan.heads[head].how)):
            match how:
                case Total(parts, less):
                    weights = dict.fromkeys(parts, Fraction(1)) | dict.fromkeys(less, Fraction(-1))
                case Rest(whole, others):
                    weights = {whole: Fraction(1)} | dict.fromkeys(others, Fraction(-1))
                case Mean(parts):
                    weights = dict.fromkeys(parts, Fraction(1, len(parts)))
                case Leaf() | Within():
                    continue
                case _:
                    return None
            spots = {((one, head) if at == 0 else (line, one)): w for one, w in weights.items()}
            return self.joined(spots)
        return {(line, head): Fraction(1)}

    def joined(self, spots: Mapping[Spot, Fraction]) -> dict[Spot, Fraction] | None:
        """Give what several figures, each with a weight, add up from."""
        joined: dict[Spot, Fraction] = defaultdict(Fraction)
        for spot, weight in spots.items():
            own = self.consists(*spot)
            if own is None:
                return None
            for leaf, share in own.items():
                joined[leaf] += weight * share
        return {leaf: weight for leaf, weight in joined.items() if weight}


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Round half up, as tables do."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def total_line(plan: Plan) -> int:
    """Give the first line that is a total."""
    return next(at for at, one in enumerate(plan.lines) if isinstance(one.how, Total))


def _leaves(plan: Plan) -> list[int]:
    return [at for at, one in enumerate(plan.lines) if isinstance(one.how, Leaf)]


def _rate(operator: str, new: Fraction | None, old: Fraction | None, times: int) -> Fraction | None:
    if new is None or not old:
        return None
    return (new / old - (operator == "relative-change")) * times


def _mean(values: list[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known else None

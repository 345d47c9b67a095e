"""From a form with its earlier ones to pairs of figures that can be compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median

from statlint.dataclass import dataclass, replace
from statlint.facts import Fact
from statlint.form import BlankMeans
from statlint.history.model import History
from statlint.history.units import in_unit_of
from statlint.odds.pairs import Pair
from statlint.values import Number

_DIGITS = 3
"""So many digits of what is expected are worth saying."""
_USUAL_COUNT = 20
"""An amount of the usual size of its table moves like a count of so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """One cell with its earlier ones, the oldest first: the last is that of the period before.

    `was` and `now` are what the last two say, with 0 for a blank that means nothing.
    """

    fact: Fact
    before: tuple[Fact, ...]
    was: Number
    now: Number

    @property
    def earlier(self) -> tuple[Number, ...]:
        """The earlier figures, the oldest first; none where a period lacks it."""
        found = [in_unit_of(self.fact, one) for one in self.before]
        return tuple(one for one in found if one is not None) if None not in found else ()


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The figures of one table that are of the same kind and unit.

    `scale` makes a count of a figure: 1 for counts, and for amounts what lets those of the usual
    size move like counts do.
    """

    members: tuple[Compared, ...]
    scale: float
    summed: Collection[Fact]

    @property
    def pairs(self) -> list[Pair]:
        """The figures as plain numbers, on the scale of a count."""
        return [
            Pair(
                one.fact.line.key,
                one.fact.head.key,
                abs(float(one.was)) * self.scale,
                abs(float(one.now)) * self.scale,
                one.fact in self.summed,
            )
            for one in self.members
        ]

    def only(self, members: Iterable[Compared]) -> Group:
        """Give the group with some of its figures."""
        return replace(self, members=tuple(members))

    def scaled_by_both(self) -> Group:
        """Take the usual size of amounts from both periods: none may be in another unit."""
        if all(one.fact.measure.kind.whole for one in self.members):
            return self
        sizes = (max(abs(float(one.was)), abs(float(one.now))) for one in self.members)
        return replace(self, scale=_scale(sizes))


def compared(history: History) -> Iterator[Compared]:
    """Go through the cells that hold a figure in this form or in the one before."""
    for facts in history.facts:
        seen = set()
        for fact in facts.due():
            if (fact.sheet, fact.cell) in seen:
                continue  # a merged cell stands under several heads
            seen.add((fact.sheet, fact.cell))
            if (found := _compared(fact, history)) is not None:
                yield found


def _compared(fact: Fact, history: History) -> Compared | None:
    places = (fact.table, fact.line.key, fact.head.key)
    before = tuple(one for form in history.earlier if (one := form.get(*places)) is not None)
    if not before or before[-1] is not history.previous.get(*places):
        return None
    zero = history.filled.form.blank is BlankMeans.ZERO
    now, was = _number(fact, fact, zero=zero), _number(fact, before[-1], zero=zero)
    if now is None or was is None or (fact.empty and before[-1].empty):
        return None
    return Compared(fact, before, was, now)


def _number(fact: Fact, one: Fact, *, zero: bool) -> Number | None:
    found = in_unit_of(fact, one)
    return 0 if found is None and one.empty and zero else found


def groups_of(found: Iterable[Compared], summed: Collection[Fact]) -> list[Group]:
    """Gather the figures that move alike: of one table, counts or amounts, in one unit."""
    groups: dict[tuple[str, bool, str | None], list[Compared]] = {}
    for one in found:
        measure = one.fact.measure
        groups.setdefault((one.fact.table, measure.kind.whole, measure.unit), []).append(one)
    return [
        Group(tuple(members), 1.0 if whole else _scale(_was(members)), summed)
        for (_, whole, _), members in groups.items()
    ]


def _was(members: Sequence[Compared]) -> Iterator[float]:
    """Go through the earlier figures; the later ones may be in another unit."""
    return (abs(float(one.was)) for one in members)


def _scale(sizes: Iterable[float]) -> float:
    return _USUAL_COUNT / median([size for size in sizes if size] or [1.0])


def rounded_like(count: float, scale: float, one: Compared) -> Number:
    """Write a count as a figure like the two that it is held against, in three digits or more."""
    value = Decimal(repr(count / scale))
    figures = (one.fact.figure, one.before[-1].figure)
    decimals = max(figure.decimals for figure in figures if figure)
    places = min(decimals, max(0, _DIGITS - 1 - value.adjusted()) if value else 0)
    if places > 0:
        return value.quantize(Decimal(1).scaleb(-places))
    spare = max(0, value.adjusted() + 1 - _DIGITS) if value else 0
    return int(value.scaleb(-spare).to_integral_value().scaleb(spare))

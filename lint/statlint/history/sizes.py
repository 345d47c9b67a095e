"""Odd changes of counts and amounts: factors, figures that vanished, and other jumps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from statlint.dataclass import dataclass, replace
from statlint.history.compared import Compared, Group, rounded_like
from statlint.history.extents import Scaled, scaled_in
from statlint.history.odd import Extent, Odd, Oddity
from statlint.history.vanished import Vanished, vanished_in
from statlint.odds.among_units import distances
from statlint.odds.factors import power_of
from statlint.odds.pairs import Expected
from statlint.odds.series import FEWEST, series_score
from statlint.odds.unusual import Judged, judge
from statlint.values import Thresholds

_STEADY = 2
"""So many times as far off as is told of a series, a change says that it was steady till now."""


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """An odd figure with the plain numbers that say so, for what follows from it."""

    oddity: Oddity
    members: tuple[Compared, ...]
    expected: tuple[Expected, ...]
    """What each member should have been, on the scale of a count."""
    scale: float
    bound: float


def odds_in(group: Group, thresholds: Thresholds) -> list[Odds]:
    """Find what is odd in one group of figures; each figure is told once at most."""
    scaled = scaled_in(group, thresholds)
    mended = _mended(group, scaled).scaled_by_both()
    judged = judge(mended.pairs, thresholds)
    look = _Look(
        replace(group, scale=mended.scale), judged, _distances(mended, thresholds), thresholds
    )
    found = [look.scaled(strip) for strip in scaled]
    found += [look.vanished(gone) for gone in vanished_in(mended, judged, thresholds)]
    taken = {id(member) for one in found for member in one.members}
    return [*found, *(one for one in look.figures() if id(one.members[0]) not in taken)]


def _mended(group: Group, scaled: Sequence[Scaled]) -> Group:
    """Give the figures as they would be in the unit of the period before."""
    powers: dict[int, int] = {}
    for strip in scaled:
        for one in strip.members:
            powers[id(one)] = powers.get(id(one), 0) + strip.power
    return group.only(
        replace(one, now=Decimal(one.now).scaleb(-powers[id(one)])) if id(one) in powers else one
        for one in group.members
    )


def _distances(group: Group, thresholds: Thresholds) -> tuple[float, ...]:
    """Hold the lines that are reporting units against one another, head by head."""
    found = [0.0] * len(group.members)
    heads: dict[str, list[int]] = {}
    for at, one in enumerate(group.members):
        if one.fact.line.of is not None and one.fact not in group.summed:
            heads.setdefault(one.fact.head.key, []).append(at)
    for places in heads.values():
        if len(places) < thresholds.fewest_units:
            continue
        changes = [
            (abs(float(one.was)), abs(float(one.now)))
            for one in (group.members[at] for at in places)
        ]
        for at, far in zip(places, distances(changes), strict=True):
            found[at] = far
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A group with how its figures were judged."""

    group: Group
    judged: Judged
    distances: tuple[float, ...]
    """How far the change of each reporting unit is from that of most; 0 where lines are none."""
    thresholds: Thresholds

    def figures(self) -> Iterator[Odds]:
        """Go through the figures that are odd by themselves."""
        for at, one in enumerate(self.group.members):
            kind, score = self._kind(at, one)
            if kind is not None:
                yield self._odds(kind, at, score)

    def _kind(self, at: int, one: Compared) -> tuple[Odd | None, float]:
        score = self.judged.scores[at]
        earlier = [abs(float(value)) * self.group.scale for value in one.earlier]
        now = abs(float(one.now)) * self.group.scale
        if abs(score) <= self.judged.bound:
            return None, score
        alone = at in self.judged.alone
        # A jump since last year that is none in its series is a return to what is usual.
        if len(earlier) >= FEWEST:
            score = series_score(now, earlier, self.judged.levels.expected[at].spread)
            alone = abs(score) > self.thresholds.series * (1 if alone else _STEADY)
        if not alone:
            return None, score
        mean = self.judged.levels.expected[at].mean
        if not one.now or not one.was:
            return (Odd.VANISHED if max(now, mean) >= self.thresholds.vanished else None), score
        if power_of(now, mean, self.thresholds.factor):
            return Odd.FACTOR, score
        if abs(self.distances[at]) > self.thresholds.units_information:
            return Odd.UNITS, score
        return (Odd.SERIES if len(earlier) >= FEWEST else Odd.CHANGE), score

    def _odds(self, kind: Odd, at: int, score: float) -> Odds:
        one, scale = self.group.members[at], self.group.scale
        expected = self.judged.levels.expected[at]
        least, most = self.judged.expected_range(at)
        now = abs(float(one.now)) * scale
        power = power_of(now, expected.mean, self.thresholds.factor) if kind is Odd.FACTOR else 0
        oddity = Oddity(
            kind,
            one.fact,
            one.before,
            power=power,
            expected=rounded_like(expected.mean, scale, one),
            least=rounded_like(least, scale, one),
            most=rounded_like(most, scale, one),
            score=score,
            mild=self._is_mild(kind, at, score),
        )
        return self._with(oddity, (one,), (expected,))

    def _is_mild(self, kind: Odd, at: int, score: float) -> bool:
        if kind is Odd.UNITS:
            return abs(self.distances[at]) <= self.thresholds.units
        return abs(score) <= self.thresholds.warning

    def scaled(self, strip: Scaled) -> Odds:
        """Tell figures that have changed together by a power of ten."""
        return self._several(Odd.FACTOR, strip.extent, strip.members, strip.power)

    def vanished(self, gone: Vanished) -> Odds:
        """Tell figures that have vanished together."""
        members = tuple(self.group.members[at] for at in gone.places)
        return self._several(Odd.VANISHED, gone.extent, members, 0)

    def _several(
        self, kind: Odd, extent: Extent, members: tuple[Compared, ...], power: int
    ) -> Odds:
        places = {id(one): at for at, one in enumerate(self.group.members)}
        expected = tuple(self.judged.levels.expected[places[id(one)]] for one in members)
        first = self._example(members, expected, power)
        others = [one for one in members if one is not first]
        oddity = Oddity(
            kind,
            first.fact,
            first.before,
            extent=extent,
            others=tuple(one.fact for one in others),
            power=power,
        )
        return self._with(oddity, members, expected)

    def _example(
        self, members: Sequence[Compared], expected: Sequence[Expected], power: int
    ) -> Compared:
        """Give the first of several figures that shows what they have in common."""
        shown = (
            one
            for one, due in zip(members, expected, strict=True)
            if power_of(abs(float(one.now)) * self.group.scale, due.mean, self.thresholds.factor)
            == power
        )
        return next(shown, members[0]) if power else members[0]

    def _with(
        self, oddity: Oddity, members: tuple[Compared, ...], expected: Sequence[Expected]
    ) -> Odds:
        return Odds(oddity, members, tuple(expected), self.group.scale, self.judged.bound)

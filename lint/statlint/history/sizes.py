"""Odd changes of counts and amounts: factors, figures that vanished, and other jumps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from statlint.history.compared import Compared, Group, rounded_like
from statlint.history.extents import Scaled, scaled_in
from statlint.history.factors import power_of
from statlint.history.odd import Extent, Odd, Oddity
from statlint.history.pairs import Expected, range_of
from statlint.history.series import FEWEST, series_score
from statlint.history.unusual import Judged, judge
from statlint.history.vanished import Vanished, vanished_in
from statlint.values import Thresholds


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """An odd figure with the plain numbers that say so, for what follows from it."""

    oddity: Oddity
    members: tuple[Compared, ...]
    means: tuple[float, ...]
    """What each member should have been, on the scale of a count."""
    scale: float
    bound: float
    growth: float
    spread: float


def odds_in(group: Group, thresholds: Thresholds) -> list[Odds]:
    """Find what is odd in one group of figures; each figure is told once at most."""
    scaled = scaled_in(group, thresholds)
    mended = _mended(group, scaled)
    judged = judge(mended.pairs, thresholds)
    look = _Look(group, judged, thresholds)
    taken = {id(one) for strip in scaled for one in strip.members}
    found = [look.scaled(strip) for strip in scaled]
    for gone in vanished_in(mended, judged, thresholds):
        taken.update(id(one) for one in gone.members)
        found.append(look.vanished(gone))
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


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A group with how its figures were judged."""

    group: Group
    judged: Judged
    thresholds: Thresholds

    def figures(self) -> Iterator[Odds]:
        """Go through the figures that are odd by themselves."""
        for at, one in enumerate(self.group.members):
            kind, score = self._kind(at, one)
            if kind is not None:
                yield self._odds(kind, one, score, self.judged.levels.expected[at])

    def _kind(self, at: int, one: Compared) -> tuple[Odd | None, float]:
        score, bound = self.judged.scores[at], self.judged.bound
        earlier = [abs(float(value)) * self.group.scale for value in one.earlier]
        now = abs(float(one.now)) * self.group.scale
        if len(earlier) >= FEWEST:
            score = series_score(now, earlier, self.judged.levels.spread)
            bound = max(bound, self.thresholds.series)
        if abs(score) <= bound:
            return None, score
        if not one.now or not one.was:
            enough = max(now, self.judged.levels.expected[at].mean) >= self.thresholds.vanished
            return (Odd.VANISHED if enough else None), score
        mean = self.judged.levels.expected[at].mean
        if power_of(now, mean, self.thresholds.factor):
            return Odd.FACTOR, score
        return (Odd.SERIES if len(earlier) >= FEWEST else Odd.CHANGE), score

    def _odds(self, kind: Odd, one: Compared, score: float, expected: Expected) -> Odds:
        scale, spread = self.group.scale, self.judged.levels.spread
        least, most = range_of(expected, spread, self.judged.bound)
        now = abs(float(one.now)) * scale
        power = power_of(now, expected.mean, self.thresholds.factor) if kind is Odd.FACTOR else 0
        oddity = Oddity(
            kind,
            one.fact,
            one.before,
            power=power,
            expected=rounded_like(expected.mean, scale, one.fact),
            least=rounded_like(least, scale, one.fact),
            most=rounded_like(most, scale, one.fact),
            score=score,
        )
        return self._with(oddity, (one,), (expected,))

    def scaled(self, strip: Scaled) -> Odds:
        """Tell figures that have changed together by a power of ten."""
        return self._several(Odd.FACTOR, strip.extent, strip.members, strip.power)

    def vanished(self, gone: Vanished) -> Odds:
        """Tell figures that have vanished together."""
        return self._several(Odd.VANISHED, gone.extent, gone.members, 0)

    def _several(
        self, kind: Odd, extent: Extent, members: tuple[Compared, ...], power: int
    ) -> Odds:
        places = {id(one): at for at, one in enumerate(self.group.members)}
        expected = tuple(self.judged.levels.expected[places[id(one)]] for one in members)
        first, *others = members
        oddity = Oddity(
            kind,
            first.fact,
            first.before,
            extent=extent,
            others=tuple(one.fact for one in others),
            power=power,
            expected=rounded_like(expected[0].mean, self.group.scale, first.fact),
        )
        return self._with(oddity, members, expected)

    def _with(
        self, oddity: Oddity, members: tuple[Compared, ...], expected: Sequence[Expected]
    ) -> Odds:
        return Odds(
            oddity,
            members,
            tuple(one.mean for one in expected),
            self.group.scale,
            self.judged.bound,
            expected[0].growth,
            self.judged.levels.spread,
        )

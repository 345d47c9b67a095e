"""How strongly figures speak for a relation: bits against chance, position by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import IntEnum
from math import exp, lgamma, log, log2, pi, sqrt

from statlint.dataclass import dataclass

_MOST = 13.0
"""Bits of one position at most: its figure may agree for a reason that we do not see."""
_LEAST = -3.0
"""Bits of one that disagrees: it may be the wrong figure that is looked for."""
_FARTHEST = 8.0
"""Bits that a large total loses at most for not being exact: the exact one of two is meant."""
_ROUGH = 1.5
"""Bits taken off each position: figures of a table are no random draws."""
_AGAIN = 0.25
"""Bits of a position that shows the same figures as one before."""
_NEAR = 2000
"""A gap is near where it is at most one in this many of the total."""
_LITTLE = 50
"""Little is missing where it is at most one in this many of the total."""
_UNLIKELY = 0.02
"""The probability below which so few exact sums are no chance."""


class Tier(IntEnum):
    """How well one position agrees with a relation."""

    EXACT = 0
    LOOSE = 1
    """Rounding of the figures explains the gap."""
    NEAR = 2
    """Rounding does not, but the gap is small beside the total."""
    MISS = 3
    OPEN = 4
    """Parts are withheld, and what is missing may be theirs."""


_AGREEING = frozenset({Tier.EXACT, Tier.LOOSE, Tier.OPEN})


@dataclass(slots=True)
class Reckoned:
    """One position of a relation: the figure stated, the one reckoned, and what rounding allows.

    `unit` is one unit of the last digit of the stated figure, `slack` half a unit of each figure
    that takes part, both in the measure of the figures. `single` says that one part alone is not
    zero: then the two figures are merely equal. `withheld` says that a part is a mark or cannot be
    read, and that it may be what is missing. `parts` counts the figures added up, where they are.
    """

    position: int
    stated: int
    reckoned: int
    unit: int
    slack: int
    single: bool = False
    withheld: bool = False
    parts: int = 0
    # Not frozen: there is one for each position of each guess, and a frozen one takes five times
    # as long to make.

    @property
    def gap(self) -> int:
        """How far the figures are apart."""
        return abs(self.stated - self.reckoned)

    @property
    def tier(self) -> Tier:
        """How well the figures agree."""
        gap = abs(self.stated - self.reckoned)
        if 2 * gap <= self.unit:
            return Tier.EXACT
        if gap <= self.slack:
            return Tier.LOOSE
        if self.withheld:
            return Tier.OPEN
        return Tier.NEAR if gap * _NEAR <= abs(self.stated) else Tier.MISS


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all positions together say; `bits` is log2 of the odds against chance."""

    bits: float
    positions: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()
    """Positions where the gap is more than rounding explains."""
    exact: int = 0
    held: int = 0
    near: int = 0
    open: int = 0
    """Positions where parts are withheld that may be what is missing."""
    open_near: int = 0
    """Those of them where little is missing."""
    telling: int = 0
    """Positions that agree and are not trivial: all zero, or one part alone."""

    @property
    def share(self) -> float:
        """The share of positions that agree, nearly or fully."""
        agreeing = self.held + self.near + self.open_near
        return agreeing / max(1, len(self.positions) - self.open + self.open_near)


def position_bits(one: Reckoned, tier: Tier) -> float:
    """Say how many bits one position gives, chance agreement elsewhere left aside."""
    stated, reckoned, unit = one.stated, one.reckoned, one.unit
    if stated == reckoned:
        # Most are: what is said below, for no gap at all.
        if not stated or one.single:
            return 0.0
        bits = log2(2 * abs(stated) / unit if unit > 1 else 2 * abs(stated)) - _ROUGH
        return 0.0 if bits < 0 else min(bits, _MOST)
    gap = abs(stated - reckoned)
    size = max(abs(stated), abs(reckoned))
    if one.single and tier in _AGREEING:
        return 0.0
    # Half a unit is the smallest gap that can be told from none.
    apart = max(2 * gap, unit, 1)
    bits = min(_MOST, log2(2 * size / apart) - _ROUGH)
    bits -= min(_FARTHEST, log2(apart / max(unit, 1)))
    # Small figures that agree say nothing, but nothing against it either, nor do withheld parts.
    if gap <= one.slack or tier is Tier.OPEN:
        return max(0.0, bits)
    return _LEAST if gap * 2 > size else max(_LEAST, bits)


def chance_bits(reckoned: Sequence[Reckoned]) -> float:
    """Measure how seldom the figure stated at ANOTHER position agrees: the empirical null.

    Figures that hardly differ from position to position agree anyhow. Where no other figure agrees
    the null has nothing to say, nor where it is the same figure: a hundred, above percentages.
    """
    known = {one.stated for one in reckoned}
    if len(known) < 3:  # noqa: PLR2004 - two positions have one other each
        return _MOST
    totals = sorted(known)
    hits = 0
    by_pair = {(one.stated, one.reckoned): one for one in reckoned}
    for (stated, due), one in by_pair.items():
        gap = abs(stated - due)
        reach = one.unit // 2 if 2 * gap <= one.unit else one.slack
        if not reach:
            hits += gap > 0 and due in known
            continue
        low = bisect_left(totals, due - reach)
        hits += bisect_right(totals, due + reach, low) - low - (gap <= reach)
    pairs = len(by_pair) * (len(totals) - 1)
    return -log2(hits / pairs) if hits > 0 else _MOST


def rounds_badly(reckoned: Sequence[Reckoned], tiers: Sequence[Tier]) -> bool:
    """Tell whether rounding is no explanation: sums of rounded figures are mostly exact.

    `tiers` say how each agrees. Rounded figures of m parts add up exactly with probability about
    sqrt(6 / (pi (m + 1))).
    """
    loose = [one for one, tier in zip(reckoned, tiers, strict=True) if tier is Tier.LOOSE]
    if not loose or not all(one.parts for one in loose):
        return False
    shown = zip(reckoned, tiers, strict=True)
    exact = sum(1 for one, tier in shown if tier is Tier.EXACT and one.stated)
    parts = sum(one.parts for one in loose) / len(loose)
    return _so_few(exact, exact + len(loose), sqrt(6 / (pi * (parts + 1)))) < _UNLIKELY


def _so_few(count: int, trials: int, chance: float) -> float:
    """Give the probability of so few or fewer, each with a chance below 1; in logs for many."""
    yes, no, all_orders = log(chance), log(1 - chance), lgamma(trials + 1)
    return sum(
        exp(
            all_orders
            - lgamma(some + 1)
            - lgamma(trials - some + 1)
            + some * yes
            + (trials - some) * no
        )
        for some in range(count + 1)
    )


def evidence_of(reckoned: Sequence[Reckoned], news: Sequence[float] | None = None) -> Evidence:
    """Add up what the positions say of a relation, each as much as chance allows.

    `news` are the bits at most that each position can add to what the others say.
    """
    exact = Tier.EXACT
    tiers = [exact if one.stated == one.reckoned else one.tier for one in reckoned]
    cap = max(0.0, chance_bits(reckoned))
    doubtful = rounds_badly(reckoned, tiers)
    seen: set[tuple[int, int]] = set()
    bits, telling, little, missed = 0.0, 0, 0, []
    counts = [0] * len(Tier)
    near, miss, loose, withheld = Tier.NEAR, Tier.MISS, Tier.LOOSE, Tier.OPEN
    limits = [min(cap, most) for most in news] if news else [cap] * len(reckoned)
    for one, tier, most in zip(reckoned, tiers, limits, strict=True):
        counts[tier] += 1
        if tier is near or tier is miss:
            missed.append(one.position)
        elif tier is withheld:
            little += one.gap * _LITTLE <= abs(one.stated)
        given = min(position_bits(one, tier), most)
        if doubtful and tier is loose:
            given = min(given, 0.0)
        pair = (one.stated, one.reckoned)
        if tier is not miss:
            if pair in seen:
                given = min(given, _AGAIN)
            elif given > 0:
                telling += 1
        seen.add(pair)
        bits += given
    return Evidence(
        bits,
        tuple([one.position for one in reckoned]),
        tuple(missed),
        counts[Tier.EXACT],
        counts[Tier.EXACT] + counts[Tier.LOOSE],
        counts[Tier.NEAR],
        counts[Tier.OPEN],
        little,
        telling,
    )

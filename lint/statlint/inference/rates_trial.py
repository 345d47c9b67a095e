"""One guess how a strip follows from others, held against its figures position by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from math import inf, log2

from statlint.dataclass import dataclass
from statlint.inference.rates_steps import Steps, spread_of

_MOST_BITS = 13.0
_MISS = -4.0
_ENOUGH_OTHERS = 8
"""Other positions from which the odds of chance can be counted."""
_HAIR = 1e-9


class Fit(IntEnum):
    """How near a figure is to what it should be."""

    MISS = 0
    NEAR = 1
    """Off by one unit of its last digit."""
    LOOSE = 2
    """Explained by the rounding of what it follows from, or cut off instead of rounded."""
    EXACT = 3
    TRIVIAL = 4
    """Right, but nothing else could be: no share of nothing."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a figure should be, and how far the rounding of its parts may move that.

    `room` is the range that its parts leave it in: a mean lies between them by itself.
    """

    value: float
    slack: float
    trivial: bool = False
    room: float = inf


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A strip that may follow from others: its figures, half of the step of each, and their range.

    `extra` is the evidence, in bits, that the height of its figures gives once for all of them,
    where they lie closer together than they are high: .93, .92, .94.
    """

    place: int
    values: list[int | None]
    halves: list[float]
    ordered: list[int]
    spread: float
    extra: float
    stated: list[int]

    def probes(self, count: int) -> list[int]:
        """Choose the most telling figure of each of some stretches: one of them may be wrong."""
        there = [position for position in self.stated if self.values[position]]
        length = max(1, -(-len(there) // count))
        return [
            max(there[at : at + length], key=lambda p: abs(self.values[p] or 0) / self.halves[p])
            for at in range(0, len(there), length)
        ]


def target_of(steps: Steps, place: int) -> Target | None:
    """Look at one strip; None where it holds no figure but zeros."""
    values = steps.matrix.values[place]
    figures = sorted([value for value in values if value is not None])
    if not any(figures):
        return None
    stated = list(range(len(values)))
    if len(figures) < len(values):
        stated = [position for position in stated if values[position] is not None]
    halves = [step / 2 for step in steps.along(place)]
    spread = float(spread_of(figures))
    middle = abs(figures[len(figures) // 2])
    window = 2 * min([halves[position] for position in stated])
    extra = max(0.0, log2(max(middle, 1) / 4 / max(spread, window)))
    return Target(place, values, halves, figures, spread, extra, stated)


@dataclass(frozen=True, slots=True)
class Trial:
    """How a guess fits at the positions where it is stated, and the evidence of each in bits.

    `reach` is, for each, half a step as a share of what the rounding of the parts may move it by:
    about the chance that it is right to the last digit, if the guess is right.
    """

    positions: tuple[int, ...]
    fits: tuple[Fit, ...]
    bits: tuple[float, ...]
    reach: tuple[float, ...]
    different: int = 0
    """How many different figures were tried that tell anything."""

    def kept(self, wanted: Callable[[int], bool]) -> Trial:
        """Give what is left with the places (not positions) that are wanted."""
        places = [at for at in range(len(self.positions)) if wanted(at)]
        return Trial(
            tuple(self.positions[at] for at in places),
            tuple(self.fits[at] for at in places),
            tuple(self.bits[at] for at in places),
            tuple(self.reach[at] for at in places),
        )

    @property
    def told(self) -> int:
        """The number of positions that tell anything."""
        return len(self.fits) - self.count(Fit.TRIVIAL)

    @property
    def held(self) -> int:
        """The number of positions that tell, and agree."""
        return self.count(Fit.EXACT, Fit.LOOSE)

    def is_sound(self, *, held: float, exact: float, loose: float | None = None) -> bool:
        """Tell whether a share of the figures agrees, and a share to the last digit.

        Parts rounded hard leave few figures right to the last digit, but all within reach: with
        `loose`, the share that must then agree, that is enough.
        """
        if self.told == 0:
            return False
        agreed, right = self.held / self.told, self.count(Fit.EXACT)
        if right >= exact * self.told:
            return agreed >= held
        return loose is not None and agreed >= loose and right >= int(self.due * self.told / 3)

    @property
    def due(self) -> float:
        """The share of figures that should be right to the last digit, if the guess is right."""
        return sum(self.reach) / len(self.reach)

    @property
    def total(self) -> float:
        """The evidence of all positions."""
        return sum(self.bits)

    def count(self, *kinds: Fit) -> int:
        """Count the positions that fit in one of some ways."""
        return sum(fit in kinds for fit in self.fits)

    @property
    def missed(self) -> tuple[int, ...]:
        """The positions where the figure is not what it should be."""
        wrong = (Fit.MISS, Fit.NEAR)
        return tuple(p for p, fit in zip(self.positions, self.fits, strict=True) if fit in wrong)


def try_out(target: Target, expected: Sequence[tuple[int, Expected]]) -> Trial:
    """Hold what a strip should be, at each position, against what it is."""
    fits: list[Fit] = []
    bits: list[float] = []
    for position, wanted in expected:
        fit, gain = _weigh(target, position, wanted)
        fits.append(fit)
        bits.append(gain)
    right = [one for one, gain in enumerate(bits) if gain > 0 or fits[one] is Fit.EXACT]
    if right:
        bits[right[0]] += target.extra
    return Trial(
        tuple(position for position, _ in expected),
        tuple(fits),
        tuple(bits),
        tuple(
            min(1.0, target.halves[position] / one.slack) if one.slack else 1.0
            for position, one in expected
        ),
        len({target.values[position] for position, one in expected if not one.trivial}),
    )


def fit_of(value: float, half: float, wanted: Expected) -> tuple[Fit, float]:
    """Say how near a figure is, and the half width of the window that it is found in."""
    away = abs(value - wanted.value)
    if away <= half * (1 + 1e-6) + _HAIR * abs(value):
        return (Fit.TRIVIAL if wanted.trivial else Fit.EXACT), half
    cut = abs(wanted.value) - abs(value)
    if 0 <= cut < 2 * half and value * wanted.value >= 0:
        return Fit.LOOSE, 2 * half
    if away <= half + wanted.slack:
        return Fit.LOOSE, half + wanted.slack
    if away <= 3 * half + wanted.slack:
        return Fit.NEAR, 3 * half + wanted.slack
    return Fit.MISS, half


def _weigh(target: Target, position: int, wanted: Expected) -> tuple[Fit, float]:
    # Only positions with a figure are asked for.
    value = target.values[position] or 0
    fit, window = fit_of(value, target.halves[position], wanted)
    if fit is Fit.MISS:
        return fit, _MISS
    if fit is Fit.TRIVIAL:
        return fit, 0.0
    chance = 2 * window / max(min(target.spread, wanted.room), 2 * window)
    others = len(target.ordered) - 1
    if others >= _ENOUGH_OTHERS:
        low = bisect_left(target.ordered, wanted.value - window)
        high = bisect_right(target.ordered, wanted.value + window)
        chance = max(chance, (high - low - 1) / others)
    gain = min(_MOST_BITS, -log2(chance))
    return fit, gain / 2 if fit is Fit.NEAR else gain

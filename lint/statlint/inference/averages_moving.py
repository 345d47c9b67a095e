"""Moving means: each figure is the mean of some that follow one another in another strip."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Expected, Fit, Target, Trial, target_of, try_out
from statlint.table import Role
from statlint.values import plain

_WORDS = (
    r"移动平均|滑动平均|滚动平均|[\d一二三四五六七八九十两]+(?:年|个?月|日|天|周|期|季度?|项)(?:平均|均[值线])|"
    r"\b(?:moving|rolling|running) (?:average|mean)|"
    r"\b(?:\d+|two|three|four|five|seven|ten|twelve)[- ]?"
    r"(?:day|week|month|quarter|year|point|period|yr|mo)s?[- ](?:average|mean|avg)|\bs?ma[- (]?\d"
)
_NO_PART = frozenset({Role.ORDINAL, Role.CODE, Role.RANK, Role.YEAR})
_REACH = 6
_LENGTHS = range(2, 13)
_FEWEST = 3
_ENOUGH, _SEARCH = 10.0, 5.0
_HELD, _EXACT = 0.7, 0.5


@dataclass(frozen=True, slots=True)
class _Window:
    """What a mean is taken of: which strip, how many figures, how many of them come later."""

    of: int
    length: int
    later: int


def find_moving(steps: Steps, taken: Collection[int]) -> Iterator[Relation]:
    """Find moving means by their words; `taken` follow from others already."""
    matrix = steps.matrix
    for place, strip in enumerate(matrix.strips):
        if place in taken or not strip.figures:
            continue
        if _words().search(" ".join(plain(label.text) for label in strip.labels).lower()):
            found = _best(steps, place)
            if found is not None:
                yield found


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORDS)


def _best(steps: Steps, place: int) -> Relation | None:
    target = target_of(steps, place)
    if target is None or len(set(target.ordered)) < _FEWEST:
        return None
    best: tuple[float, _Window, Trial] | None = None
    for window in _windows(steps.matrix, place):
        trial = _trial(steps, target, window)
        bits = trial.total - _SEARCH
        sound = trial.held >= _FEWEST and trial.is_sound(held=_HELD, exact=_EXACT)
        if sound and bits >= _ENOUGH and (best is None or bits > best[0]):
            best = bits, window, trial
    return None if best is None else _relation(steps.matrix, place, *best)


def _windows(matrix: Matrix, place: int) -> Iterator[_Window]:
    """Go through the windows that people take: up to the present, or around it."""
    for of in range(max(0, place - _REACH), min(len(matrix.strips), place + _REACH + 1)):
        strip = matrix.strips[of]
        if of == place or not strip.figures or strip.roles & _NO_PART:
            continue
        for length in _LENGTHS:
            yield _Window(of, length, 0)
            if length % 2:
                yield _Window(of, length, length // 2)


def _trial(steps: Steps, target: Target, window: _Window) -> Trial:
    values = steps.matrix.values[window.of]
    wanted: list[tuple[int, Expected]] = []
    for position in target.stated:
        places = _places(window, position)
        if places.start < 0 or places.stop > len(values):
            continue
        figures = [value for at in places if (value := values[at]) is not None]
        if len(figures) == window.length:
            slack = steps.at(window.of, position) / 2
            room = max(figures) - min(figures)
            mean = sum(figures) / window.length
            wanted.append((position, Expected(mean, slack, trivial=not room, room=room)))
    return try_out(target, wanted)


def _places(window: _Window, position: int) -> range:
    last = position + window.later
    return range(last - window.length + 1, last + 1)


def _relation(matrix: Matrix, place: int, bits: float, window: _Window, trial: Trial) -> Relation:
    places = zip(*(_places(window, position) for position in trial.positions), strict=True)
    return Relation(
        Operator.AVERAGE,
        matrix.axis,
        place,
        (window.of,) * window.length,
        trial.positions,
        bits,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
        named=True,
        places=tuple(places),
    )

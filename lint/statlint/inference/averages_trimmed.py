"""Means without the highest and the lowest figure: 去掉一个最高分和一个最低分后的平均分."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from math import log2

from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.rates_extent import stated_at
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Expected, Fit, Target, Trial, target_of, try_out
from statlint.table import Role
from statlint.values import plain

_WORDS = r"得分|成绩|总[评分]|均分|平均|去掉|\bscore\b|\bfinal\b|\baverage\b|\bmean\b|\bresult\b"
_NO_PART = frozenset(
    {
        Role.ORDINAL,
        Role.CODE,
        Role.RANK,
        Role.TOTAL,
        Role.SUBTOTAL,
        Role.SHARE,
        Role.CHANGE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.YEAR,
    }
)
_FEWEST_PARTS, _MOST_PARTS = 4, 15
_GAP = 3
"""How many strips, a sum among them, may stand between the figures and their mean."""
_PROBES = 4
_FEWEST = 3
_ENOUGH, _SEARCH = 10.0, 3.0
_HELD, _EXACT = 0.75, 0.6


def find_trimmed(steps: Steps, taken: Collection[int]) -> Iterator[Relation]:
    """Find means of figures side by side without their ends; `taken` follow from others already."""
    matrix = steps.matrix
    usable = [
        place
        for place, strip in enumerate(matrix.strips)
        if strip.figures and not strip.roles & _NO_PART
    ]
    if len(usable) < _FEWEST_PARTS:
        return
    for place, strip in enumerate(matrix.strips):
        named = strip.figures and _words().search(plain(strip.text).lower()) is not None
        if named and place not in taken:
            found = _best(steps, place, [one for one in usable if one != place])
            if found is not None:
                yield found


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORDS)


def _best(steps: Steps, place: int, usable: Sequence[int]) -> Relation | None:
    target = target_of(steps, place)
    if target is None or len(set(target.ordered)) < _FEWEST:
        return None
    runs = [run for run in _runs(place, usable) if _meets(steps.matrix, target, run)]
    best: tuple[float, Sequence[int], Trial] | None = None
    for run in runs:
        trial = stated_at(steps.matrix, _trial(steps, target, run))
        if trial is None or not trial.is_sound(held=_HELD, exact=_EXACT):
            continue
        bits = trial.total - _SEARCH - log2(_MOST_PARTS * _GAP)
        enough = bits >= _ENOUGH and trial.held >= _FEWEST
        if enough and (best is None or bits > best[0]):
            best = bits, run, trial
    return None if best is None else _relation(steps.matrix, place, *best)


def _runs(place: int, usable: Sequence[int]) -> Iterator[Sequence[int]]:
    """Go through the runs that end shortly before a strip, and the one right behind it."""
    before = [one for one in usable if one < place]
    for skipped in range(_GAP):
        end = len(before) - skipped
        for first in range(max(0, end - _MOST_PARTS), end - _FEWEST_PARTS + 1):
            if place - before[end - 1] <= _GAP:
                yield before[first:end]
    after = [one for one in usable if one > place]
    if len(after) >= _FEWEST_PARTS:
        yield after[:_MOST_PARTS]


def _meets(matrix: Matrix, target: Target, run: Sequence[int]) -> bool:
    """Tell whether a run gives the figure at more than half of a few positions."""
    met = tried = 0
    for position in target.probes(_PROBES):
        figures = _figures(matrix, run, position)
        if figures is not None:
            tried += 1
            away = abs(_mean(figures) - (target.values[position] or 0))
            met += away <= 2 * target.halves[position]
    return 2 * met > tried


def _figures(matrix: Matrix, run: Sequence[int], position: int) -> list[int] | None:
    """Give the figures in order of size; None where one is missing."""
    found = [value for one in run if (value := matrix.values[one][position]) is not None]
    return sorted(found) if len(found) == len(run) else None


def _mean(ordered: Sequence[int]) -> float:
    return sum(ordered[1:-1]) / (len(ordered) - 2)


def _trial(steps: Steps, target: Target, run: Sequence[int]) -> Trial:
    wanted: list[tuple[int, Expected]] = []
    for position in target.stated:
        figures = _figures(steps.matrix, run, position)
        if figures is not None:
            # The judges' marks are exact: only what is stated is rounded.
            room = figures[-2] - figures[1]
            wanted.append((position, Expected(_mean(figures), 0, trivial=not room, room=room)))
    return try_out(target, wanted)


def _relation(
    matrix: Matrix, place: int, bits: float, run: Sequence[int], trial: Trial
) -> Relation:
    return Relation(
        Operator.AVERAGE,
        matrix.axis,
        place,
        tuple(run),
        trial.positions,
        bits,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
        named=True,
        trimmed=True,
    )

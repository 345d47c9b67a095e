"""Which strips may go on by the figures of which others, found without trying all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from statlint.inference.matrix import Matrix
from statlint.table import Role

NO_FLOW = frozenset({Role.RANK, Role.ORDINAL, Role.CODE, Role.MEDIAN})
"""Roles of strips that nothing is added to, and that add nothing."""
_WINDOW = 6
"""How far from 累计 its 本月 may stand."""
_PROBES = 24
_FEWEST, _SHARE = 3, 2
"""A pair is likely where so many probes agree, and one probe in two."""
_CROWD = 8
"""A change that so many strips show at one position tells nothing of any of them."""

Pair: TypeAlias = tuple[int, int]
"""The strip that goes on, and the one that says by how much."""


def likely_pairs(matrix: Matrix, orders: Sequence[tuple[int, ...]]) -> list[Pair]:
    """Give the pairs worth trying: those that labels name, and those that some steps speak for."""
    return sorted({*_named(matrix), *_probed(matrix, orders)})


def _named(matrix: Matrix) -> Iterator[Pair]:
    count = len(matrix.strips)
    for place, strip in enumerate(matrix.strips):
        if Role.CUMULATIVE in strip.roles:
            near = range(max(0, place - _WINDOW), min(count, place + _WINDOW + 1))
            yield from ((place, other) for other in near if other != place)


def _probed(matrix: Matrix, orders: Sequence[tuple[int, ...]]) -> Iterator[Pair]:
    steps = [step for order in orders for step in pairwise(order)]
    probes = steps[:: max(1, len(steps) // _PROBES)][:_PROBES]
    agreed: Counter[Pair] = Counter()
    for before, at in probes:
        agreed.update(set(_agreeing(matrix, before, at)))
    for pair, count in agreed.items():
        if count >= _FEWEST and count * _SHARE >= len(probes):
            yield pair


def _agreeing(matrix: Matrix, before: int, at: int) -> Iterator[Pair]:
    """Give the pairs where one strip changes, up or down, by a figure of the other."""
    passed = [values[before] for values in matrix.values]
    reached = [values[at] for values in matrix.values]
    changes = {
        place: abs(now - was)
        for place, (was, now) in enumerate(zip(passed, reached, strict=True))
        if was and now is not None and now != was
    }
    # Rounded figures miss by one unit of the last digit.
    whole = 10**matrix.scale
    units = {
        place: matrix.units[place][at]
        for place, change in (changes.items() if whole > 1 else ())
        if change % whole
    }
    asked = {*changes.values()}
    asked.update(changes[place] + away for place, unit in units.items() for away in (unit, -unit))
    # Most figures are no change of any strip: only the others are kept by their places.
    asked &= {*map(abs, filter(None, passed)), *map(abs, filter(None, reached))}
    if not asked:
        return
    flows: dict[int, list[int]] = {}
    for place, (was, now) in enumerate(zip(passed, reached, strict=True)):
        if was and abs(was) in asked:
            flows.setdefault(abs(was), []).append(place)
        if now and now != was and abs(now) in asked:
            flows.setdefault(abs(now), []).append(place)
    for place, change in changes.items():
        unit = units.get(place)
        for near in (change, change - unit, change + unit) if unit else (change,):
            there = flows.get(near)
            if there and len(there) <= _CROWD:
                yield from ((place, flow) for flow in there if flow != place)

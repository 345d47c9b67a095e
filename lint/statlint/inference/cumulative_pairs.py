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
    flows: dict[int, list[int]] = {}
    figures = [(values[before], values[at]) for values in matrix.values]
    for place, both in enumerate(figures):
        for value in set(both):
            if value:
                flows.setdefault(abs(value), []).append(place)
    whole = 10**matrix.scale
    for place, (passed, reached) in enumerate(figures):
        if not passed or reached is None or reached == passed:
            continue
        change = abs(reached - passed)
        # Rounded figures miss by one unit of the last digit.
        unit = matrix.units[place][at] if change % whole else 0
        for near in (change, change - unit, change + unit) if unit else (change,):
            there = flows.get(near)
            if there and len(there) <= _CROWD:
                yield from ((place, flow) for flow in there if flow != place)

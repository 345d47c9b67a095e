"""What divides a figure where it stands at another position: a total, the figure before."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from math import log2

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator
from statlint.inference.orders import stretches
from statlint.inference.rates_trial import Target
from statlint.table import Role

_LAGS = (1, -1, 2, 3, 4, 12, -4, -12)
_MOST_WHOLES = 12
_AT_THE_END = 6.0
"""Doubt, in bits, of a whole that nothing names: the first or last line may be any line."""
_IN_GROUPS = 4.0
_WHOLE = frozenset({1, 100})


@dataclass(frozen=True, slots=True)
class Bases:
    """For some positions the position of the figure that divides, and what to doubt it by."""

    pairs: tuple[tuple[int, int], ...]
    cost: float


def bases_for(
    matrix: Matrix, target: Target, of: int, operator: Operator, factor: int
) -> Iterator[Bases]:
    """Try shares of each total and of the totals of groups, and changes from figures before."""
    stated = set(target.stated)
    there = [
        [position for position in table if matrix.values[of][position] is not None]
        for table in stretches(matrix.across)
    ]
    if operator is Operator.RELATIVE_CHANGE:
        yield from _before(there, stated)
    elif factor in _WHOLE:
        full = factor * 10**matrix.scale
        wholes = [_wholes(matrix, target, table, full) for table in there]
        yield from _parts([[p for p in table if p in stated] for table in there], wholes)


def _parts(there: Sequence[list[int]], wholes: Sequence[dict[int, float]]) -> Iterator[Bases]:
    """Give each position the first, the second … likely whole of its table, then of its group."""
    most = max(map(len, wholes))
    for rank in range(most):
        pairs: list[tuple[int, int]] = []
        doubt = 0.0
        for table, own in zip(there, wholes, strict=True):
            if len(own) > rank:
                whole = list(own)[rank]
                doubt = max(doubt, own[whole])
                pairs += [(position, whole) for position in table if position != whole]
        yield Bases(tuple(pairs), doubt + log2(most))
    if most > 1:
        for side in (1, -1):
            groups = [
                pair
                for table, own in zip(there, wholes, strict=True)
                for pair in _grouped(table, own, side)
            ]
            yield Bases(tuple(groups), _IN_GROUPS)


def _grouped(
    table: Sequence[int], wholes: dict[int, float], side: int
) -> Iterator[tuple[int, int]]:
    """Give each position the whole before it (side 1) or behind it (-1)."""
    likely = [whole for whole, doubt in wholes.items() if doubt < _AT_THE_END]
    for position in table:
        own = [whole for whole in likely if (position - whole) * side > 0]
        if own and position not in likely:
            yield position, max(own) if side > 0 else min(own)


def _wholes(matrix: Matrix, target: Target, table: Sequence[int], full: int) -> dict[int, float]:
    """List the positions that may be the whole, each with what to doubt it by in bits."""
    doubts: dict[int, float] = {}
    for position in table:
        value = target.values[position]
        if value is not None and abs(value - full) <= 2 * target.halves[position]:
            doubts[position] = 0.0
        elif matrix.across[position].roles & {Role.TOTAL, Role.SUBTOTAL}:
            doubts[position] = 2.0
        elif position in (table[0], table[-1]):
            doubts[position] = _AT_THE_END
    return dict(sorted(doubts.items(), key=lambda pair: pair[1])[:_MOST_WHOLES])


def _before(there: Sequence[list[int]], stated: Container[int]) -> Iterator[Bases]:
    """Give each position the one before it, or some before it, or behind it."""
    for rank, lag in enumerate(_LAGS):
        pairs = tuple(
            (position, table[at - lag])
            for table in there
            for at, position in enumerate(table)
            if 0 <= at - lag < len(table) and position in stated
        )
        yield Bases(pairs, 2.0 + rank / 2)

"""Figures that go on from the one before: 累计 beside 本月, a balance beside what comes to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log2
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.cumulative_pairs import NO_FLOW, likely_pairs
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.orders import orders_of
from statlint.inference.score import Evidence, Reckoned, Tier, evidence_of
from statlint.inference.serials import running_strips
from statlint.table import Role
from statlint.values import Blank

_NAMED, _UNNAMED = 2, 3
"""Fewest steps that speak for it: with a label, and without one."""
_LEAST_BITS, _LEAST_UNNAMED = 6.0, 14.0
_LABEL_BITS, _SEARCH_BITS = 5.0, 3.0
_FEW_MISSED = 3
"""One step in so many may be wrong: one wrong figure breaks the step to it and the one from it."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One position, the one that it goes on from, and the one where the flow is read."""

    at: int
    before: int
    flow: int


_Reached: TypeAlias = tuple[_Step, Reckoned]
"""A step, and how well the figure that it reaches agrees."""


@dataclass(frozen=True, slots=True)
class _Chain:
    """How a strip goes on from position to position by the figures of another."""

    stock: int
    flow: int
    steps: tuple[_Step, ...]
    starts: tuple[int, ...]
    evidence: Evidence
    bits: float


def find_cumulative(matrix: Matrix) -> tuple[Relation, ...]:
    """Find the strips that go on from the figure before by what another strip says."""
    running = running_strips(matrix)
    orders = orders_of(matrix.across)
    pairs = [pair for pair in likely_pairs(matrix, orders) if running.isdisjoint(pair)]
    best: dict[int, _Chain] = {}
    for stock, flow in pairs:
        chain = _best_chain(matrix, stock, flow, orders)
        if chain and (stock not in best or chain.bits > best[stock].bits):
            best[stock] = chain
    return tuple(
        relation for _, chain in sorted(best.items()) for relation in _relations(matrix, chain)
    )


def _best_chain(
    matrix: Matrix, stock: int, flow: int, orders: Sequence[tuple[int, ...]]
) -> _Chain | None:
    """Try both directions, and the flow of the position itself or of the one before."""
    chains = [
        chain
        for turned in (False, True)
        for late in (False, True)
        if (chain := _chain(matrix, stock, flow, _turned(orders, turned=turned), late=late))
    ]
    return max(chains, key=lambda chain: chain.bits, default=None)


def _turned(orders: Sequence[tuple[int, ...]], *, turned: bool) -> list[tuple[int, ...]]:
    return [order[::-1] for order in orders] if turned else list(orders)


def _chain(
    matrix: Matrix, stock: int, flow: int, orders: Sequence[tuple[int, ...]], *, late: bool
) -> _Chain | None:
    steps: list[_Reached] = []
    starts: list[int] = []
    for order in orders:
        stated = [place for place in order if matrix.values[stock][place] is not None]
        if stated and not late and _starts(matrix, stock, flow, stated[0]):
            starts.append(stated[0])
        for before, at in pairwise(stated):
            step = _Step(at, before, before if late else at)
            reckoned = _reckoned(matrix, stock, flow, step)
            if reckoned is None:
                continue
            if reckoned.tier > Tier.LOOSE and not late and _starts(matrix, stock, flow, at):
                starts.append(at)
            else:
                steps.append((step, reckoned))
    return _judged(matrix, stock, flow, steps, starts)


def _starts(matrix: Matrix, stock: int, flow: int, place: int) -> bool:
    """Tell whether it begins anew at a position: what is reached is what came."""
    return matrix.values[stock][place] == matrix.values[flow][place]


def _reckoned(matrix: Matrix, stock: int, flow: int, step: _Step) -> Reckoned | None:
    reached, before = matrix.values[stock][step.at], matrix.values[stock][step.before]
    came = matrix.values[flow][step.flow]
    if reached is None or before is None:
        return None
    if came is None:
        # Where nothing came the cell may be left blank.
        if reached != before or not isinstance(matrix.readings[flow][step.flow], Blank):
            return None
        came = 0
    units = matrix.units[stock][step.at], matrix.units[stock][step.before]
    slack = (sum(units) + matrix.units[flow][step.flow]) // 2
    return Reckoned(step.at, reached - before, came, max(units), slack, single=not before)


def _judged(
    matrix: Matrix, stock: int, flow: int, steps: Sequence[_Reached], starts: Sequence[int]
) -> _Chain | None:
    held, bridges = _bridged(steps)
    evidence = evidence_of([one for _, one in held])
    every = evidence_of([*(one for _, one in held), *bridges]) if bridges else evidence
    named = Role.CUMULATIVE in matrix.strips[stock].roles
    bits = every.bits - log2(len(matrix.strips)) - _SEARCH_BITS
    bits += _LABEL_BITS if named else 0.0
    enough = (
        every.telling >= (_NAMED if named else _UNNAMED)
        and len(evidence.missed) * _FEW_MISSED <= max(len(held), _FEW_MISSED)
        and len(starts) <= len(steps)
        and bits >= (_LEAST_BITS if named else _LEAST_UNNAMED)
        and not (matrix.strips[stock].roles | matrix.strips[flow].roles) & NO_FLOW
    )
    kept = tuple(step for step, _ in held)
    return _Chain(stock, flow, kept, tuple(starts), evidence, bits) if enough else None


def _bridged(steps: Iterable[_Reached]) -> tuple[list[_Reached], list[Reckoned]]:
    """Leave out a step that is broken only because the figure it goes on from is wrong.

    Both steps at a wrong figure are broken, by as much up as down; what goes over it holds, and is
    evidence as any step.
    """
    kept: list[_Reached] = []
    bridges: list[Reckoned] = []
    for step, one in steps:
        before, last = kept[-1] if kept else (None, None)
        if before and last and before.at == step.before and {last.tier, one.tier} == {Tier.MISS}:
            whole = Reckoned(
                one.position,
                last.stated + one.stated,
                last.reckoned + one.reckoned,
                max(last.unit, one.unit),
                max(last.slack, one.slack),
            )
            if whole.tier <= Tier.LOOSE:
                bridges.append(whole)
                continue
        kept.append((step, one))
    return kept, bridges


def _relations(matrix: Matrix, chain: _Chain) -> Iterator[Relation]:
    """State the steps, each from the figure before; and where it starts, what it starts with."""
    named = Role.CUMULATIVE in matrix.strips[chain.stock].roles
    evidence = chain.evidence
    yield Relation(
        Operator.CUMULATIVE,
        matrix.axis,
        chain.stock,
        (chain.stock, chain.flow),
        tuple(step.at for step in chain.steps),
        chain.bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=named,
        places=(
            tuple(step.before for step in chain.steps),
            tuple(step.flow for step in chain.steps),
        ),
    )
    if chain.starts:
        yield Relation(
            Operator.CUMULATIVE,
            matrix.axis,
            chain.stock,
            (chain.flow,),
            chain.starts,
            chain.bits,
            exact=len(chain.starts),
            held=len(chain.starts),
            named=named,
        )

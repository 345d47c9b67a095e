"""The fewest and likeliest cells that can mend a component, as a mixed-integer linear program."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.diagnosis.model import Bound, Condition
from statlint.diagnosis.net import Net

_TINY = 1e-3
"""What the steps of all cells cost together, so that of equal choices the smaller steps win."""

Weights: TypeAlias = tuple[tuple[int, float], ...]
"""Columns of a program with a weight each."""


@dataclass(frozen=True, slots=True)
class Row:
    """A weighted sum of columns that lies between two bounds."""

    weights: Weights
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Program:
    """Choose cells at least cost (Fellegi & Holt 1976; De Jonge & Van der Loo 2014).

    Of n cells, column j says whether cell j changes, n + j by how much it grows and 2n + j by how
    much it falls, in units of `reach`.
    """

    cells: tuple[int, ...]
    costs: tuple[float, ...]
    rows: tuple[Row, ...]
    reach: int

    @property
    def columns(self) -> list[float]:
        """Give the cost of each column."""
        return [*self.costs, *[_TINY] * (2 * len(self.cells))]


def program_of(net: Net, failed: Sequence[int], costs: Mapping[int, float]) -> Program:
    """Make the program of a component, with what each cell that may change costs."""
    cells = tuple(costs)
    bounds = dict(_bounds(net, cells))
    reach = _reach(net, failed)
    rows = _Rows(net, {cell: at for at, cell in enumerate(cells)}, frozenset(failed), reach)
    return Program(
        cells,
        tuple(costs.values()),
        (*rows.of_cells(), *rows.of_equations(), *rows.of_bounds(bounds)),
        reach,
    )


def _reach(net: Net, failed: Sequence[int]) -> int:
    """Say how far a figure may be off: no further than all that fails together."""
    count = len(net.residuals)
    off = sum(abs(net.residuals[one]) for one in failed if one < count)
    conditions = [net.system.conditions[one - count] for one in failed if one >= count]
    off += sum(max(0, -_worth(net, bound)) for one in conditions for bound in one.bounds)
    return off + 1


def _worth(net: Net, bound: Bound) -> int:
    return sum(weight * net.cell(cell).value for cell, weight in bound.terms) + bound.constant


def _bounds(net: Net, cells: Sequence[int]) -> Iterator[tuple[int, Condition]]:
    """Give the comparisons over some cells, counted on after the equations."""
    under = {at for cell in cells for at in net.under.get(cell, ())}
    for at in sorted(under):
        if net.system.conditions[at].bounds:
            yield len(net.residuals) + at, net.system.conditions[at]


@dataclass(frozen=True, slots=True)
class _Rows:
    net: Net
    columns: Mapping[int, int]
    failed: frozenset[int]
    reach: int

    def of_cells(self) -> Iterator[Row]:
        """Let only the figures of chosen cells change, and none fall below its least."""
        count = len(self.columns)
        for cell, at in self.columns.items():
            one = self.net.cell(cell)
            fall = 1.0
            if one.least is not None:
                fall = min(1.0, (one.value - one.least) / self.reach)
            up, down = (count + at, 1.0), (2 * count + at, 1.0)
            yield Row((up, (at, -1.0)), -math.inf, 0.0)
            yield Row((down, (at, -1.0)), -math.inf, 0.0)
            if fall < 1.0:
                yield Row((up, (down[0], -1.0), (at, fall)), 0.0, math.inf)

    def of_equations(self) -> Iterator[Row]:
        """Let each equation hold that a cell moves; what fails needs a cell, what holds not one."""
        moved: dict[int, list[tuple[int, int]]] = {}
        for cell, at in self.columns.items():
            for equation, weight in self.net.weights(cell):
                moved.setdefault(equation, []).append((at, weight))
        for equation, weights in sorted(moved.items()):
            off = self.net.residuals[equation]
            slack = self.net.system.equations[equation].slack
            yield self._sum(weights, -slack - off, slack - off)
            if equation in self.failed:
                yield self._some(weights)
            elif not slack:
                yield from self._more_than_one(weights)

    def of_bounds(self, conditions: Mapping[int, Condition]) -> Iterator[Row]:
        """Let each comparison hold that a cell moves."""
        for number, condition in conditions.items():
            for bound in condition.bounds:
                weights = list(self._moving(bound))
                worth = _worth(self.net, bound)
                if weights and (worth >= 0 or number in self.failed):
                    yield self._sum(weights, -worth, math.inf)
                    if worth < 0:
                        yield self._some(weights)

    def _moving(self, bound: Bound) -> Iterator[tuple[int, int]]:
        named = dict(bound.terms)
        for cell, at in self.columns.items():
            steps = self.net.moved(((cell, 1),)).items()
            weight = sum(named.get(one, 0) * step for one, step in steps)
            if weight:
                yield at, weight

    def _sum(self, weights: Sequence[tuple[int, int]], lower: float, upper: float) -> Row:
        """Take growth and fall of columns together; rows are scaled to weights of 1 at most."""
        count = len(self.columns)
        most = max(abs(weight) for _, weight in weights)
        terms = [(count + at, weight / most) for at, weight in weights]
        terms += [(2 * count + at, -weight / most) for at, weight in weights]
        return Row(tuple(terms), lower / (most * self.reach), upper / (most * self.reach))

    def _some(self, weights: Sequence[tuple[int, int]]) -> Row:
        return Row(tuple((at, 1.0) for at, _ in weights), 1.0, math.inf)

    def _more_than_one(self, weights: Sequence[tuple[int, int]]) -> Iterator[Row]:
        for chosen, _ in weights:
            terms = ((at, -1.0 if at == chosen else 1.0) for at, _ in weights)
            yield Row(tuple(terms), 0.0, math.inf)

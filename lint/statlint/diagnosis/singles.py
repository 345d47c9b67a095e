"""Explain failed equations by several single figures, each worked out from one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, field
from statlint.diagnosis.events_cell import single_figures
from statlint.diagnosis.model import Event
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net, Residuals, Way
from statlint.diagnosis.priced import Priced, distinct
from statlint.diagnosis.search import Budget, Search

_MARGIN = 6.0
"""An explanation that costs more than the cheapest by this hardly counts."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """Figures changed so far: what is off now, what still fails, the cost."""

    off: Residuals
    failing: frozenset[int]
    events: tuple[Event, ...] = ()
    cost: float = 0.0

    def cells(self) -> set[int]:
        return {cell for event in self.events for cell, _ in event.changes}


@dataclass(slots=True)
class Singles:
    """Look for single figures that mend failed equations together, so many at most."""

    search: Search
    failed: Sequence[int]
    """Equations and conditions, by number."""
    budget: Budget
    _cheapest: float = float("inf")
    _seen: set[frozenset[tuple[int, int]]] = field(default_factory=set)

    def explain(self, most: int) -> list[Priced]:
        """Give all explanations by as few figures as it takes, the cheapest first."""
        net = self.search.net
        equations = frozenset(one for one in self.failed if one < len(net.residuals))
        for count in range(max(1, fewest(net, equations)), most + 1):
            self._seen.clear()
            taken = list(self._go(_Taken({}, equations), count))
            if taken or self.budget.spent:
                return [one for one in distinct(map(_priced, taken)) if self._fits(one)]
        return []

    def _fits(self, priced: Priced) -> bool:
        if priced.cost > self._cheapest + _MARGIN:
            return False
        changed = dict(change for event in priced.events for change in event.changes)
        met = self.search.net.conditions_with(changed)
        unmet = {one for one in self.failed if one >= len(self.search.net.residuals)}
        return met is not None and unmet <= set(met)

    def _go(self, taken: _Taken, left: int) -> Iterator[_Taken]:
        if not taken.failing:
            self._cheapest = min(self._cheapest, taken.cost)
            yield taken
            return
        net = self.search.net
        used = taken.cells()
        for equation in chosen(net, taken.failing, left):
            off = taken.off.get(equation, net.residuals[equation])
            for tried in single_figures(net, equation, off):
                self.budget.left -= 1
                if self.budget.spent:
                    return
                if tried.event.changes[0][0] not in used:
                    after = self._after(taken, tried, left - 1)
                    if after is not None:
                        yield from self._go(after, left - 1)

    def _after(self, taken: _Taken, tried: Move, left: int) -> _Taken | None:
        """Change one figure; None where that was tried in another order, or leads nowhere."""
        net = self.search.net
        off, failing = dict(taken.off), set(taken.failing)
        for equation, step in net.effect(tried.event.changes).items():
            off[equation] = off.get(equation, net.residuals[equation]) + step
            within = abs(off[equation]) <= net.system.equations[equation].slack
            (failing.discard if within else failing.add)(equation)
        if fewest(net, failing) > left:
            return None
        changes = frozenset(one.changes[0] for one in (*taken.events, tried.event))
        if changes in self._seen:
            return None
        self._seen.add(changes)
        event, cost = self.search.pricer.price(tried)
        cost += taken.cost
        if cost > self._cheapest + _MARGIN:
            return None
        return _Taken(off, frozenset(failing), (*taken.events, event), cost)


def fewest(net: Net, failing: Sequence[int] | set[int] | frozenset[int]) -> int:
    """Say how many single figures it takes at least: those that share no cell need one each."""
    return max((len(one) for one in _apart(net, failing)), default=0)


def chosen(net: Net, failing: frozenset[int], left: int) -> list[int]:
    """Choose equations one of which a single figure mends alone, in any explanation.

    Of equations that share no cell, one has a figure to itself where there are fewer than two
    for each; all have where there are as many. Nothing where that cannot be said: then so many
    figures could be made to fit anything.
    """
    best: list[int] = []
    for along in _apart(net, failing):
        if len(along) == left:
            return along[:1]
        if left < 2 * len(along) and (not best or len(along) < len(best)):
            best = along
    return best


def _apart(net: Net, failing: Sequence[int] | set[int] | frozenset[int]) -> list[list[int]]:
    """Give failing equations along each way that share no cell, the shortest first."""
    found = []
    for way in (Way.LINE, Way.HEAD):
        along = (one for one in sorted(failing) if net.way(one) is way)
        apart: list[int] = []
        for equation in sorted(along, key=lambda one: len(net.reached(one))):
            cells = net.reached(equation)
            if all(cells.isdisjoint(net.reached(one)) for one in apart):
                apart.append(equation)
        found.append(apart)
    return found


def _priced(taken: _Taken) -> Priced:
    return Priced(tuple(sorted(taken.events, key=_by_changes)), taken.cost)


def _by_changes(event: Event) -> tuple[tuple[int, int], ...]:
    return event.changes

"""Look for the events that mend failed edits and break none that holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from statlint.dataclass import dataclass, field
from statlint.diagnosis.events import at_large, moves
from statlint.diagnosis.model import Event, Values
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net, Residuals, Way
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.priced import Alone, Priced, Told, told_by

_CONDITIONS = 20
"""As how many events it counts to ask conditions whether they hold."""


_LEAST = 3.0
"""Hardly any event costs less."""


@dataclass(slots=True)
class Budget:
    """How many events may still be tried."""

    left: int

    @property
    def spent(self) -> bool:
        """Tell whether a search had to stop."""
        return self.left < 0


@dataclass(frozen=True, slots=True)
class State:
    """What some events have made of a system: how far equations are off now, cells used."""

    off: Residuals
    failing: tuple[int, ...]
    events: tuple[Event, ...] = ()
    cost: float = 0.0
    cells: frozenset[int] = frozenset()

    def values(self) -> Values:
        """Give the new figures."""
        return {cell: new for event in self.events for cell, new in event.changes}


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """A search for explanations of failed edits in one system."""

    net: Net
    pricer: Pricer
    _moves: dict[tuple[int, int], tuple[Move, ...]] = field(default_factory=dict)
    _broken_ways: Counter[str] = field(default_factory=Counter)

    def alone(self, broken: Sequence[int], budget: Budget) -> list[Alone]:
        """Give the events that mend something and break nothing, the cheapest first."""
        self._broken_ways.update(self.net.way(equation) for equation in broken)
        found: dict[Told, Alone] = {}
        for tried in self._tried(broken):
            budget.left -= 1
            if budget.spent:
                break
            mended = self._mended(tried)
            if mended:
                event, cost = self.pricer.price(tried)
                one = Alone(Priced((event,), cost), mended)
                key = told_by((event,))
                if key not in found or cost < found[key].priced.cost:
                    found[key] = one
        return sorted(found.values(), key=_cost_alone)

    def _tried(self, broken: Sequence[int]) -> Iterator[Move]:
        """Go through the events that mend something; one found by several equations only once."""
        known = set()
        for equation in broken:
            for tried in self.mending(equation, self.net.residuals[equation]):
                key = tried.event, tried.ways
                if key not in known:
                    known.add(key)
                    yield tried
        yield from at_large(self.net)

    def _mended(self, tried: Move) -> frozenset[int]:
        """Give what an event mends; nothing where something it moves then does not hold."""
        if tried.mended is not None:
            return tried.mended
        mended = []
        equations, residuals = self.net.system.equations, self.net.residuals
        for equation, step in self._steps(tried.event.changes):
            if not step:
                continue
            if abs(residuals[equation] + step) > equations[equation].slack:
                return frozenset()
            if equation in self.net.failing:
                mended.append(equation)
        held = self.net.conditions_with(dict(tried.event.changes))
        return frozenset() if held is None else frozenset([*mended, *held])

    def _steps(self, changes: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """Give by how much equations move; for one cell nothing has to be added up."""
        if len(changes) != 1:
            return self.net.effect(changes).items()
        ((cell, new),) = changes
        step = new - self.net.figures[cell]
        return [(equation, weight * step) for equation, weight in self.net.weights(cell)]

    def mending(self, equation: int, residual: int) -> tuple[Move, ...]:
        """Give the events that mend an equation, in a fixed order."""
        found = self._moves.get((equation, residual))
        if found is None:
            first = residual == self.net.residuals[equation]
            whole = first and self._broken_ways[self.net.way(equation)] > 1
            found = tuple(moves(self.net, equation, residual, whole=whole))
            self._moves[equation, residual] = found
        return found

    def explain(
        self, failed: Sequence[int], most: int, budget: Budget, dearest: float = math.inf
    ) -> list[Priced]:
        """Give all ways to mend edits by so many events at most, the cheapest first.

        Those that cost more than `dearest` may be left out.
        """
        found: dict[Told, Priced] = {}
        equations = tuple(one for one in failed if one < len(self.net.residuals))
        for state in self._go(State({}, equations), most, budget, dearest):
            budget.left -= _CONDITIONS if self.net.under else 0
            held = self.net.conditions_with(state.values())
            if held is None or not set(failed) <= {*equations, *held}:
                continue
            events = tuple(sorted(state.events, key=_by_changes))
            key = told_by(events)
            if key not in found or state.cost < found[key].cost:
                found[key] = Priced(events, state.cost)
        return sorted(found.values(), key=_cost)

    def _go(self, state: State, left: int, budget: Budget, dearest: float) -> Iterator[State]:
        for equation in self._chosen(state.failing, left):
            off = state.off.get(equation, self.net.residuals[equation])
            for tried in self.mending(equation, off):
                budget.left -= 1
                if budget.spent:
                    return
                after = self._after(state, tried, left - 1)
                if after is None or after.cost > dearest:
                    continue
                if not after.failing:
                    yield after
                elif after.cost + _LEAST <= dearest:
                    yield from self._go(after, left - 1, budget, dearest)

    def _chosen(self, failing: tuple[int, ...], left: int) -> Sequence[int]:
        """Choose equations so that one of them is mended by one event alone, in any explanation.

        The last event must mend all that fails: any equation shows it. Equations along the same
        way share no cell: of so many as there are events, one has an event of its own.
        """
        small = sorted(failing, key=self._size)
        if left == 1:
            return small[:1]
        for way in Way:
            along = [one for one in small if self.net.way(one) is way]
            if len(along) > 1 and way is not Way.NEITHER:
                return along[:left]
        return small

    def _size(self, equation: int) -> int:
        return len(self.net.system.equations[equation].terms)

    def _after(self, state: State, tried: Move, left: int) -> State | None:
        """Make the change; None where more would be broken than the events left can mend."""
        changes = tried.event.changes
        if tried.mended is not None or any(cell in state.cells for cell, _ in changes):
            return None
        moved = self._moved(state, changes, left)
        if moved is None:
            return None
        off, failing = moved
        event, cost = self.pricer.price(tried)
        cells = state.cells | {cell for cell, _ in changes}
        return State(off, failing, (*state.events, event), state.cost + cost, cells)

    def _moved(
        self, state: State, changes: Sequence[tuple[int, int]], left: int
    ) -> tuple[Residuals, tuple[int, ...]] | None:
        """Move equations; None where more fail than did, or any with no event left."""
        moved: Residuals = {}
        mended: set[int] = set()
        broken: list[int] = []
        equations = self.net.system.equations
        for equation, step in self.net.effect(changes).items():
            if not step:
                continue
            now = state.off.get(equation, self.net.residuals[equation]) + step
            moved[equation] = now
            if abs(now) <= equations[equation].slack:
                mended.add(equation)
            elif not left:
                return None
            elif equation not in state.failing:
                broken.append(equation)
        failing = tuple(one for one in state.failing if one not in mended)
        if len(failing) + len(broken) > (len(state.failing) if left else 0):
            return None
        return {**state.off, **moved}, (*failing, *broken)


def _by_changes(event: Event) -> tuple[tuple[int, int], ...]:
    return event.changes


def _cost(priced: Priced) -> tuple[float, tuple[tuple[tuple[int, int], ...], ...]]:
    return priced.cost, tuple(event.changes for event in priced.events)


def _cost_alone(one: Alone) -> tuple[float, tuple[tuple[tuple[int, int], ...], ...]]:
    return _cost(one.priced)

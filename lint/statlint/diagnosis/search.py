"""Look for the events that mend a set of failed edits and break none that holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from statlint.diagnosis.events import moves
from statlint.diagnosis.model import Event, Values
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net, Residuals
from statlint.diagnosis.price import Pricer


@dataclass(frozen=True, slots=True)
class Priced:
    """Events that mend all of `failed` together, and what they cost."""

    events: tuple[Event, ...]
    cost: float


@dataclass(slots=True)
class Budget:
    """How many events may still be tried; a search that has used them up says so."""

    left: int

    def spend(self) -> bool:
        """Take one; tell whether there was one."""
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class State:
    """What some events have made of a system: equations off by other than at first, cells used."""

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
    """A search for explanations of failed equations in one system."""

    net: Net
    pricer: Pricer
    budget: Budget
    _tried: dict[tuple[int, int], tuple[Move, ...]] = field(default_factory=dict)

    def explain(self, failing: Sequence[int], most: int) -> list[Priced]:
        """Give all ways to mend equations by so many events at most; each set of changes once."""
        found: dict[frozenset[tuple[int, int]], Priced] = {}
        start = State({}, tuple(failing))
        for state in self._go(start, most):
            key = frozenset(change for event in state.events for change in event.changes)
            if key not in found or state.cost < found[key].cost:
                found[key] = Priced(_ordered(state.events), state.cost)
        return sorted(found.values(), key=_by_cost)

    def alone(self, broken: Sequence[int]) -> list[tuple[Priced, frozenset[int]]]:
        """Give the events that mend some equations and break none, with those they mend."""
        found: dict[frozenset[tuple[int, int]], tuple[Priced, frozenset[int]]] = {}
        failing = frozenset(broken)
        for equation in broken:
            for tried in self.mending(equation, self.net.residuals[equation]):
                mended = self._mended(tried, failing)
                if not mended:
                    continue
                event, cost = self.pricer.price(tried)
                key = frozenset(event.changes)
                if key not in found or cost < found[key][0].cost:
                    found[key] = Priced((event,), cost), mended
        return sorted(found.values(), key=_by_cost_of_first)

    def _mended(self, tried: Move, failing: frozenset[int]) -> frozenset[int]:
        """Give what an event mends; nothing where it moves an equation that then does not hold."""
        mended = []
        for equation, step in self.net.effect(tried.event.changes).items():
            if not step:
                continue
            off = self.net.residuals[equation] + step
            if abs(off) > self.net.system.equations[equation].slack:
                return frozenset()
            if equation in failing:
                mended.append(equation)
        if not self._keeps_conditions(dict(tried.event.changes)):
            return frozenset()
        return frozenset(mended)

    def mending(self, equation: int, residual: int) -> tuple[Move, ...]:
        """Give the events that mend an equation, in a fixed order."""
        place = equation, residual
        if place not in self._tried:
            self._tried[place] = tuple(moves(self.net, equation, residual))
        return self._tried[place]

    def _go(self, state: State, left: int) -> Iterator[State]:
        # All that fails must be mended by the last event, so any one equation shows it.
        chosen = state.failing if left > 1 else (min(state.failing, key=self._size),)
        for equation in chosen:
            off = state.off.get(equation, self.net.residuals[equation])
            for tried in self.mending(equation, off):
                if not self.budget.spend():
                    return
                after = self._after(state, tried, left - 1)
                if after is None:
                    continue
                if after.failing:
                    yield from self._go(after, left - 1)
                elif self._keeps_conditions(after.values()):
                    yield after

    def _size(self, equation: int) -> int:
        return len(self.net.system.equations[equation].terms)

    def _after(self, state: State, tried: Move, left: int) -> State | None:
        """Make the change; None where more would be broken than the events left can mend."""
        event = tried.event
        if state.cells and any(cell in state.cells for cell, _ in event.changes):
            return None
        off = dict(state.off)
        failing = list(state.failing)
        for equation, step in self.net.effect(event.changes).items():
            if not step:
                continue
            was = off.get(equation, self.net.residuals[equation])
            off[equation] = was + step
            holds = abs(was + step) <= self.net.system.equations[equation].slack
            if holds and equation in failing:
                failing.remove(equation)
            elif not holds and equation not in failing:
                failing.append(equation)
            if not left and not holds:
                return None
        if failing and (not left or len(failing) > len(state.failing)):
            return None
        event, cost = self.pricer.price(tried)
        cells = state.cells | {cell for cell, _ in event.changes}
        return State(off, tuple(failing), (*state.events, event), state.cost + cost, cells)

    def _keeps_conditions(self, values: Values) -> bool:
        numbers = sorted({number for cell in values for number in self.net.under.get(cell, ())})
        conditions = self.net.system.conditions
        return all(
            conditions[number].holds_with(values) for number in numbers if conditions[number].holds
        )


def _ordered(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=_by_changes))


def _by_changes(event: Event) -> tuple[tuple[int, int], ...]:
    return event.changes


def _by_cost(priced: Priced) -> tuple[float, tuple[tuple[tuple[int, int], ...], ...]]:
    return priced.cost, tuple(event.changes for event in priced.events)


def _by_cost_of_first(found: tuple[Priced, frozenset[int]]) -> tuple[object, ...]:
    return _by_cost(found[0])

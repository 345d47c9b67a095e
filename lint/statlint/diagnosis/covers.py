"""Put events that each break nothing together, so that they mend a whole component."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.diagnosis.model import Event
from statlint.diagnosis.net import Net
from statlint.diagnosis.priced import Alone, Priced

_MARGIN = 8.0
"""An explanation that costs more than the cheapest by this hardly counts."""
_MOST_TOGETHER = 2000
"""Explanations that are put together at most for one component."""


def covers(net: Net, failed: Sequence[int], alone: Sequence[Alone], most: int) -> list[Priced]:
    """Give the sets of up to so many events that mend each failed edit once, cheapest first."""
    fitting = [one for one in alone if one.mended <= frozenset(failed)]
    by_edit = {edit: [one for one in fitting if edit in one.mended] for edit in failed}
    found: list[Priced] = []
    cheapest = float("inf")
    for chosen in _covers(frozenset(failed), by_edit, most, [cheapest]):
        if len(chosen) == 1 or _fit(net, chosen):
            events = tuple(sorted((one.priced.events[0] for one in chosen), key=_by_changes))
            found.append(Priced(events, sum(one.priced.cost for one in chosen)))
        if len(found) >= _MOST_TOGETHER:
            break
    return sorted(found, key=_cost)


def _covers(
    left: frozenset[int], by_edit: dict[int, list[Alone]], most: int, cheapest: list[float]
) -> Iterator[tuple[Alone, ...]]:
    """Take each event that mends the first edit left, and go on with the rest."""
    largest = max((len(one.mended) for options in by_edit.values() for one in options), default=0)
    stack: list[tuple[frozenset[int], tuple[Alone, ...], float]] = [(left, (), 0.0)]
    while stack:
        rest, chosen, cost = stack.pop()
        if not rest:
            cheapest[0] = min(cheapest[0], cost)
            yield chosen
            continue
        if len(rest) > (most - len(chosen)) * largest:
            continue
        options = [one for one in by_edit[min(rest)] if one.mended <= rest]
        for one in reversed(options):
            after = cost + one.priced.cost
            if after <= cheapest[0] + _MARGIN:
                stack.append((rest - one.mended, (*chosen, one), after))


def _fit(net: Net, chosen: Sequence[Alone]) -> bool:
    """Tell whether events change different cells and together leave all that they move right."""
    events = [one.priced.events[0] for one in chosen]
    changes = [change for event in events for change in event.changes]
    cells = [*(cell for cell, _ in changes), *(cell for event in events for cell in event.open)]
    if len(set(cells)) < len(cells):
        return False
    loose = {one for event in events for cell in event.open for one, _ in net.weights(cell)}
    equations = net.system.equations
    return net.conditions_with(dict(changes)) is not None and all(
        abs(net.residuals[equation] + step) <= equations[equation].slack
        for equation, step in net.effect(changes).items()
        if equation not in loose
    )


def _by_changes(event: Event) -> tuple[tuple[int, int], ...]:
    return event.changes


def _cost(priced: Priced) -> tuple[float, tuple[tuple[tuple[int, int], ...], ...]]:
    return priced.cost, tuple(event.changes for event in priced.events)

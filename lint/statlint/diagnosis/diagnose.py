"""Find what is wrong in a system of edits, and what it should be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from statlint.diagnosis.components import joined
from statlint.diagnosis.model import Cause, System
from statlint.diagnosis.net import Net, net_of
from statlint.diagnosis.outcome import outcome
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.search import Budget, Priced, Search

_TRIES = 20_000
"""Events that are tried at most for one system."""
_MOST_EVENTS = 3
_CHEAP = 10.5
"""About what one slip of a digit costs."""


def diagnose(system: System) -> tuple[Cause, ...]:
    """Give the cause of each component of failed edits, in the order of their first edit."""
    net = net_of(system)
    search = Search(net, Pricer(net, prior_of(net)), Budget(_TRIES))
    causes = _causes(search, net.broken())
    count = len(system.equations)
    causes += [
        outcome((count + at,), ()) for at, one in enumerate(system.conditions) if not one.holds
    ]
    return tuple(sorted(causes, key=_by_edit))


def _causes(search: Search, broken: Sequence[int]) -> list[Cause]:
    """Take apart what no event mends together; put together again what that leaves unexplained."""
    alone = search.alone(broken)
    components = joined(broken, [mended for _, mended in alone])
    causes = []
    unexplained: list[int] = []
    for failed in components:
        found = [one for one, mended in alone if mended == frozenset(failed)]
        found = _more(search, failed, found)
        if found:
            causes.append(outcome(failed, found))
        else:
            unexplained += failed
    together = joined(sorted(unexplained), _sharing(search.net, unexplained))
    return causes + [outcome(failed, _more(search, failed, [])) for failed in together]


def _sharing(net: Net, broken: Sequence[int]) -> list[tuple[int, int]]:
    """Link equations that name the same cell."""
    naming: dict[int, list[int]] = {}
    for equation in broken:
        for cell, _ in net.members(equation):
            naming.setdefault(cell, []).append(equation)
    return [link for equations in naming.values() for link in pairwise(equations)]


def _more(search: Search, failed: tuple[int, ...], found: list[Priced]) -> list[Priced]:
    """Look for more events than one where one explains nothing, or only what is improbable."""
    for count in range(2, min(_MOST_EVENTS, len(failed)) + 1):
        if found and found[0].cost < count * _CHEAP:
            break
        known = {one.events for one in found}
        more = [one for one in search.explain(failed, count) if one.events not in known]
        found = sorted([*found, *more], key=_by_cost)
    return found


def _by_cost(priced: Priced) -> float:
    return priced.cost


def _by_edit(cause: Cause) -> tuple[int, ...]:
    return cause.failed

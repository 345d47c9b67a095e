"""Find what is wrong in a system of edits, and what it should be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass, replace
from statlint.diagnosis.components import joined, linking
from statlint.diagnosis.covers import covers
from statlint.diagnosis.fallback import Fallback
from statlint.diagnosis.model import Cause, Slip, System
from statlint.diagnosis.net import Net, net_of
from statlint.diagnosis.otherwise import Otherwise
from statlint.diagnosis.outcome import outcome
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.priced import Alone, Priced, distinct
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.search import Budget, Search
from statlint.diagnosis.singles import Singles
from statlint.diagnosis.two_slips import two_slips

_MOST_EVENTS = 3
_TRIED_ALONE = 100_000
"""Events that are tried at most by themselves, in one system."""
_TRIED_SINGLES = 300
_TRIED_TOGETHER = 3_000
"""Events that are tried at most together, in one component."""
_BEYOND = 10**18
"""No figure of statistics is as great: somebody leant on a key."""
_MARGIN = 6.0
"""An explanation that costs more than the cheapest by this hardly counts."""
_UNLIKELY = 12.0
"""What an explanation of one failed sum costs where two slips in it may be as likely."""
_MARGINS = (math.inf, 6.0, 2.0, 0.0)
"""How much weaker than the best an event may be that holds a component together."""
_LEFT = 6.0
"""What it costs to leave one more failed edit without an explanation."""


def diagnose(system: System) -> tuple[Cause, ...]:
    """Give the cause of each component of failed edits, in the order of their first edit.

    There is none where a figure is beyond all statistics: odds are reckoned in floats.
    """
    if any(abs(cell.value) >= _BEYOND * system.scale for cell in system.cells):
        return ()
    net = net_of(system)
    failed = (*net.broken(), *net.unmet())
    if not failed:
        return ()
    components = list(_components(Search(net, Pricer(net, prior_of(net))), failed))
    otherwise = Otherwise(net, len(failed), frozenset())
    unexplained = {
        edit for one in components if _is_unexplained(one, otherwise) for edit in one.failed
    }
    otherwise = replace(otherwise, unexplained=unexplained)
    return tuple(sorted((_cause(one, otherwise) for one in components), key=_by_edit))


@dataclass(frozen=True, slots=True)
class _Component:
    """Failed edits, what explains them, and whether the search had to stop.

    `rival` is what it costs that an event mends some of them together with others.
    """

    failed: tuple[int, ...]
    found: Sequence[Priced]
    capped: bool
    rival: float = math.inf


def _components(search: Search, failed: Sequence[int]) -> Iterator[_Component]:
    """Take apart what no event mends together; put together what that leaves unexplained."""
    budget = Budget(_TRIED_ALONE)
    alone = search.alone(search.net.broken(), budget)
    explained: list[_Component] = []
    unexplained: list[int] = []
    for component, found in _apart(search.net, failed, alone, _MARGINS):
        if found:
            by_two = _by_two(search, component, found[0])
            told = distinct([*found, *by_two])
            explained.append(_Component(component, told, budget.spent))
        else:
            unexplained.extend(component)
    rest = list(_of_several(search, unexplained))
    left = frozenset(unexplained)
    yield from (replace(one, rival=_rival(one, alone, left)) for one in explained)
    yield from (replace(one, rival=_torn(one, alone, explained)) for one in rest)


def _of_several(search: Search, unexplained: Sequence[int]) -> Iterator[_Component]:
    """Put together what no event by itself explains."""
    if not unexplained:
        return
    fallback = Fallback(search)
    for component in joined(sorted(unexplained), _sharing(search.net, unexplained)):
        yield _solved(fallback, _together(search, component))


def _rival(component: _Component, alone: Sequence[Alone], left: frozenset[int]) -> float:
    """Price the events that mend edits of a component with others that no event explains alone.

    Either these are left, or what such an event leaves of the component.
    """
    own = frozenset(component.failed)
    chance = sum(
        math.exp(-one.priced.cost - _LEFT * max(0, len(own - one.mended) - len(beyond)))
        for one in alone
        if (beyond := one.mended - own) and beyond <= left and one.mended & own
    )
    return -math.log(chance) if chance else math.inf


def _torn(component: _Component, alone: Sequence[Alone], explained: Sequence[_Component]) -> float:
    """Price the events that mend edits of a component with others that are explained without.

    What has another cause there may have one here: the odds are those of the two there.
    """
    if not component.found:
        return math.inf
    own = frozenset(component.failed)
    chance = sum(
        math.exp(min(0.0, other.found[0].cost - one.priced.cost))
        for other in explained
        for one in alone
        if one.mended & own and not one.mended.isdisjoint(other.failed)
    )
    return component.found[0].cost - math.log(chance) if chance else math.inf


def _by_two(search: Search, failed: Sequence[int], best: Priced) -> list[Priced]:
    """Give the pairs of slips that a sum may have where it is all that fails, for want of one."""
    if len(failed) > 1 or failed[0] >= len(search.net.residuals):
        return []
    if best.cost < _UNLIKELY and best.events[0].slip is not Slip.OTHER:
        return []
    return two_slips(search.net, search.pricer, failed[0], best.cost)


def _apart(
    net: Net, failed: Sequence[int], alone: Sequence[Alone], margins: Sequence[float]
) -> Iterator[tuple[tuple[int, ...], list[Priced]]]:
    """Split edits into components; one that few events do not explain, by stronger events."""
    for component in joined(failed, linking(failed, alone, margins[0])):
        found = covers(net, component, alone, _MOST_EVENTS)
        if found or not margins[1:]:
            yield component, found
        else:
            yield from _apart(net, component, alone, margins[1:])


def _together(search: Search, failed: tuple[int, ...]) -> _Component:
    """Look for events that only together break nothing.

    Single figures are soon found: they tell what others may cost.
    """
    most = min(_MOST_EVENTS, len(failed))
    singles = Singles(search, failed, Budget(_TRIED_SINGLES)).explain(min(most, len(failed) - 1))
    dearest = singles[0].cost + _MARGIN if singles else math.inf
    budget = Budget(_TRIED_TOGETHER)
    for count in range(2, most + 1):
        found = search.explain(failed, count, budget, dearest)
        if found or budget.spent:
            return _Component(failed, found, budget.spent)
    return _Component(failed, (), capped=False)


def _solved(fallback: Fallback, component: _Component) -> _Component:
    """Ask a solver, where one is installed, what the search did not find or not to its end."""
    if component.found and not component.capped:
        return component
    solved = fallback.explain(component.failed)
    if not solved.explanations:
        return component
    return _Component(
        component.failed, distinct([*component.found, *solved.explanations]), not solved.sure
    )


def _is_unexplained(component: _Component, otherwise: Otherwise) -> bool:
    """Tell whether something else is likelier than the best explanation, as far as was looked."""
    if not component.found:
        return True
    if 2 * len(component.failed) < otherwise.failed:
        return False  # where much fails, one part that is unsure says little of the others
    if component.capped:
        return True
    cheapest = component.found[0].cost
    return otherwise.price(component.failed, cheapest) < cheapest


def _cause(component: _Component, otherwise: Otherwise) -> Cause:
    cheapest = component.found[0].cost if component.found else math.inf
    price = otherwise.price(component.failed, cheapest)
    price = -math.log(math.exp(-price) + math.exp(-component.rival))
    return outcome(component.failed, component.found, price, capped=component.capped)


def _sharing(net: Net, failed: Sequence[int]) -> list[tuple[int, int]]:
    """Link equations that name the same cell, and those of the same edit.

    Where no cell of an equation can be wrong by itself, others of its line are, under other heads.
    """
    naming: dict[tuple[str, int | None], list[int]] = {}
    for equation in failed:
        if equation < len(net.residuals):
            if net.edit(equation) is not None:
                naming.setdefault(("edit", net.edit(equation)), []).append(equation)
            for cell, _ in net.members(equation):
                naming.setdefault(("cell", cell), []).append(equation)
    return [link for equations in naming.values() for link in pairwise(equations)]


def _by_edit(cause: Cause) -> tuple[int, ...]:
    return cause.failed

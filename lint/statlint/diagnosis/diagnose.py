"""Find what is wrong in a system of edits, and what it should be."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from statlint.diagnosis.components import joined, linking
from statlint.diagnosis.covers import covers
from statlint.diagnosis.events_line import copies
from statlint.diagnosis.model import Cause, System
from statlint.diagnosis.net import Net, net_of
from statlint.diagnosis.outcome import outcome
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.priced import Alone, Priced
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.search import Budget, Search

_MOST_EVENTS = 3
_TRIED_ALONE = 100_000
"""Events that are tried at most by themselves, in one system."""
_TRIED_TOGETHER = 3_000
"""Events that are tried at most together, in one component."""
_MARGINS = (math.inf, 6.0, 2.0, 0.0)
"""How much weaker than the best an event may be that holds a component together."""
_ELSE = 15.0
"""What it costs that one failed edit has a cause that no event tells."""
_ELSE_MORE = 6.0
"""What every further failed edit adds, beside that it is off as much as the first by chance."""
_COPIED = 10.0
"""What it costs that several lines were copied, where several are last year's."""
_FEW_HELD = 3
"""An edit that holds in more lines than these is less often untrue in one, in proportion."""
_LEGITIMATE = 0.05
"""How often an edit that is not meant in a table holds everywhere but in what fails."""


def diagnose(system: System) -> tuple[Cause, ...]:
    """Give the cause of each component of failed edits, in the order of their first edit."""
    net = net_of(system)
    search = Search(net, Pricer(net, prior_of(net)))
    return tuple(sorted(_Diagnosis(search).causes(), key=_by_edit))


def _alone_budget() -> Budget:
    return Budget(_TRIED_ALONE)


@dataclass(frozen=True, slots=True)
class _Diagnosis:
    search: Search
    budget: Budget = field(default_factory=_alone_budget)
    unexplained: list[int] = field(default_factory=list)

    def causes(self) -> Iterator[Cause]:
        """Take apart what no event mends together; put together what that leaves unexplained."""
        net = self.search.net
        failed = (*net.broken(), *net.unmet())
        alone = self.search.alone(net.broken(), self.budget)
        yield from self._apart(failed, alone, _MARGINS)
        for component in joined(sorted(self.unexplained), _sharing(net, self.unexplained)):
            yield self._together(component)

    def _apart(
        self, failed: Sequence[int], alone: Sequence[Alone], margins: Sequence[float]
    ) -> Iterator[Cause]:
        """Split edits into components; one that few events do not explain, by stronger events."""
        if not margins:
            self.unexplained.extend(failed)
            return
        for component in joined(failed, linking(failed, alone, margins[0])):
            found = covers(self.search.net, component, alone, _MOST_EVENTS)
            if found:
                yield self._outcome(component, found, capped=self.budget.spent)
            else:
                yield from self._apart(component, alone, margins[1:])

    def _together(self, failed: tuple[int, ...]) -> Cause:
        """Look for events that only together break nothing."""
        budget = Budget(_TRIED_TOGETHER)
        for count in range(2, min(_MOST_EVENTS, len(failed)) + 1):
            found = self.search.explain(failed, count, budget)
            if found or budget.spent:
                return self._outcome(failed, found, capped=budget.spent)
        return self._outcome(failed, (), capped=True)

    def _outcome(self, failed: tuple[int, ...], found: Sequence[Priced], *, capped: bool) -> Cause:
        return outcome(failed, found, self._otherwise(failed), capped=capped)

    def _otherwise(self, failed: tuple[int, ...]) -> float:
        """Price that something else is wrong, or that the edits are not true of the table."""
        net = self.search.net
        others = len(net.broken()) + len(net.unmet()) - len(failed)
        off = [self._off(one) for one in failed if one < len(net.residuals)]
        more = _ELSE_MORE - math.log(1 + others)
        further = sum(more + math.log(1 + one) for one in sorted(off)[1:])
        by_chance = math.exp(-_ELSE - further)
        by_chance += math.exp(-_COPIED) * self._copied(failed)
        return -math.log(by_chance + self._untrue(failed) * _LEGITIMATE)

    def _untrue(self, failed: tuple[int, ...]) -> float:
        """Give how probable it is that no edit is true of the table, and yet they are so far off.

        Edits that are not true would be off by as much as one another only by chance.
        """
        net = self.search.net
        failing = [one for one in failed if one < len(net.residuals)]
        if not failing or len(failing) < len(failed):
            return 0.0
        times = Counter(abs(net.residuals[one]) for one in failing)
        chance = math.prod(
            (1 + off / net.system.scale) ** (1 - many) for off, many in times.items()
        )
        return math.prod(map(self._exceptional, failing)) * chance

    def _off(self, equation: int) -> float:
        net = self.search.net
        return abs(net.residuals[equation]) / net.system.scale

    def _exceptional(self, equation: int) -> float:
        """Give how probable it is that an edit is not true here, having held elsewhere."""
        net = self.search.net
        held = sum(not net.fails(one) for one in net.same_edit(equation))
        return (1 - net.system.equations[equation].belief) * min(1.0, _FEW_HELD / (1 + held))

    def _copied(self, failed: tuple[int, ...]) -> bool:
        """Tell whether several lines are last year's: then nothing tells how far each is off."""
        net = self.search.net
        return any(len(copies(net, one)) > 1 for one in failed if one < len(net.residuals))


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

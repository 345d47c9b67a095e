"""How probable it is that failed edits have a cause which no explanation tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.diagnosis.net import Net

_ELSE = 15.0
"""What it costs that one failed edit has a cause that no event tells."""
_ELSE_MORE = 6.0
"""What every further failed edit adds, beside that it is off as much as the first by chance."""
_LEGITIMATE = 0.05
"""How often an edit that is not meant in a table holds everywhere but in what fails."""
_FEW_HELD = 3
"""An edit that holds in more lines than these is less often untrue in one, in proportion."""
_BELONGS = 0.3
"""How often an unexplained edit could be off with one near it."""
_EVEN = 0.5
_TINY = 1e-300
"""Less than any probability that counts, of which there is a logarithm."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Price that something else is wrong than any explanation says."""

    net: Net
    failed: int
    """How many edits of the system fail."""
    unexplained: Collection[int]
    """Equations that nothing explains."""

    def price(self, failed: Sequence[int], cheapest: float) -> float:
        """Give −ln of how probable it is; `cheapest` is what the best explanation costs."""
        failing = [one for one in failed if one < len(self.net.residuals)]
        off = sorted(map(self._off, failing))
        # Where much else fails, more is wrong than is usual (a rate with a gamma prior), and edits
        # may fail together by chance; the first of these has only to be off by something.
        seldom = math.log(1 + self.failed - len(failed))
        further = (_ELSE_MORE - seldom) * (len(failed) - 1)
        further += sum(math.log(1 + one) for one in off[1:])
        chance = math.exp((seldom if len(failed) == 1 else 0.0) - _ELSE - further)
        if failing and len(failing) == len(failed):
            chance += self._untrue(failing) * _LEGITIMATE
        chance += math.exp(-cheapest) * self._met_by_chance(failed, failing, off)
        return -math.log(max(_TINY, chance))

    def _met_by_chance(
        self, failed: Sequence[int], failing: Sequence[int], off: Sequence[float]
    ) -> float:
        """Give the odds that edits are off alike only by chance, amid others that are unexplained.

        Each may belong with one of those: they share cells, or are the same edit under other heads.
        """
        if not self.unexplained:
            return 0.0
        near = {one for edit in failed for cell in self._cells(edit) for one in self._over(cell)}
        alike = 0.0
        if len(failing) > 1:
            near.update(one for equation in failing for one in self.net.same_edit(equation))
            alike = off[0]
        chance = min(_EVEN, _BELONGS * len(near.intersection(self.unexplained)) / (1 + alike))
        return chance / (1 - chance)

    def _cells(self, edit: int) -> Iterator[int]:
        """Go through the cells that an edit names, formulas resolved."""
        count = len(self.net.residuals)
        if edit < count:
            yield from (cell for cell, _ in self.net.members(edit))
        else:
            for cell in self.net.system.conditions[edit - count].cells:
                yield from self.net.read(cell)

    def _over(self, cell: int) -> Iterator[int]:
        """Go through the edits that a cell is in."""
        yield from (equation for equation, _ in self.net.weights(cell))
        yield from (len(self.net.residuals) + one for one in self.net.under.get(cell, ()))

    def _untrue(self, failing: Sequence[int]) -> float:
        """Give how probable it is that no edit is true of the table, and yet they are so far off.

        Edits that are not true would be off by as much as one another only by chance.
        """
        times = Counter(map(self._off, failing))
        chance = math.prod((1 + off) ** (1 - many) for off, many in times.items())
        return math.prod(map(self._exceptional, failing)) * chance

    def _exceptional(self, equation: int) -> float:
        """Give how probable it is that an edit is not true here, having held elsewhere."""
        held = sum(not self.net.fails(one) for one in self.net.same_edit(equation))
        belief = self.net.system.equations[equation].belief
        return (1 - belief) * min(1.0, _FEW_HELD / (1 + held))

    def _off(self, equation: int) -> float:
        return abs(self.net.residuals[equation]) / self.net.system.scale

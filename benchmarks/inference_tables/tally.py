"""Count relations due, found, and found rightly: precision, recall and F1."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from inference_tables.keys import Key, crossing

_CLASSES = ("1 position", "2 positions", "3 positions", "4-5 positions", "6+ positions")
_BOUNDS = (2, 3, 4, 6)


@dataclass
class Tally:
    """Relations due, found and right, by operator and by the number of positions."""

    due: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, due: set[Key], found: set[Key], allowed: frozenset[Key] = frozenset()) -> None:
        """Count one table; relations that are `allowed` may be found, and need not."""
        counted = found - (allowed - due)
        # What is right is counted with the positions that are due, in all three.
        width = crossing(counted) | crossing(due)
        for counter, keys in ((self.due, due), (self.found, counted), (self.right, due & counted)):
            for key in keys:
                counter.update((key.operator, _class(width[key]), "all"))

    def add_cells(self, due: set[Key], found: set[Key], allowed: frozenset[Key]) -> None:
        """Count one table by aggregate cells alone: which parts were found does not count."""
        cells = [{key._replace(parts=()) for key in keys} for keys in (due, found, allowed)]
        self.add(cells[0], cells[1], frozenset(cells[2]))

    def lines(self, *, positions: bool = True) -> Iterator[str]:
        """Write one line an operator, one a class of positions, and one for all."""
        operators = sorted(set(self.due + self.found) - {*_CLASSES, "all"})
        for name in (*operators, *(_CLASSES if positions else ()), "all"):
            due, found, right = self.due[name], self.found[name], self.right[name]
            if due or found:
                precision, recall = right / max(found, 1), right / max(due, 1)
                yield (
                    f"  {name:16} due {due:6} found {found:6}"
                    f"  P {precision:.3f}  R {recall:.3f}  F1 {2 * right / (due + found):.3f}"
                )

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right["all"] / max(self.found["all"], 1)

    @property
    def f1(self) -> float:
        """F1 over all operators."""
        return 2 * self.right["all"] / max(self.due["all"] + self.found["all"], 1)


def _class(width: int) -> str:
    return _CLASSES[bisect(_BOUNDS, width)]

"""Cells that are wrong together: what edits tell of their figures, and what they leave open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.move import Move, allowed
from statlint.diagnosis.net import Net

_Line: TypeAlias = dict[int, int]
"""An equation over the steps of cells that are not known: their weights."""
_MOST = 1_500
"""Cells that may be open at once."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Cells with the figures that edits tell, cells left `open`, and the edits all that mends."""

    changes: dict[int, int]
    open: tuple[int, ...]
    mended: frozenset[int]

    def move(
        self, slip: Slip, ways: int = 1, evidence: float = 0.0, source: int | None = None
    ) -> Move:
        """Make a move of it."""
        changes = tuple(sorted(self.changes.items()))
        event = Event(slip, changes, open=self.open, source=source)
        return Move(event, ways, evidence, self.mended if self.open else None)


def settled(net: Net, changes: Mapping[int, int], unknown: Collection[int]) -> Settled | None:
    """Work out the figures of unknown cells when others change; None where an edit cannot hold.

    Equations with room for rounding bind nothing unless no unknown cell is left in them, or all
    that hold are exact.
    """
    if len(unknown) > _MOST:
        return None
    off = _moved(net, changes, unknown)
    lines = _lines(net, off, unknown)
    steps = None if net.rounded else _solved(net, off, lines, exactly=True)
    if steps is None:
        steps = _solved(net, off, lines)
    if steps is None:
        return None
    told = {cell: net.cell(cell).value + step for cell, step in steps.items()}
    every = {**changes, **told}
    new = {cell: figure for cell, figure in every.items() if figure != net.cell(cell).value}
    still = tuple(sorted(cell for cell in unknown if cell not in told))
    conditions = _conditions(net, new, still)
    if not (new or still) or not allowed(net, new) or conditions is None:
        return None
    broken = [one for one in off if net.fails(one)]
    return Settled(new, still, frozenset([*broken, *conditions]))


def _moved(net: Net, changes: Mapping[int, int], unknown: Iterable[int]) -> dict[int, int]:
    """Give how far the equations are off that any of the cells is in, once figures change."""
    off = {equation: net.residuals[equation] for one in unknown for equation, _ in net.weights(one)}
    for equation, step in net.effect(changes.items()).items():
        off[equation] = net.residuals[equation] + step
    return off


def _lines(net: Net, off: Iterable[int], unknown: Iterable[int]) -> dict[int, _Line]:
    lines: dict[int, _Line] = {equation: {} for equation in off}
    for cell in unknown:
        for equation, weight in net.weights(cell):
            lines[equation][cell] = weight
    return lines


def _solved(
    net: Net, off: dict[int, int], lines: dict[int, _Line], *, exactly: bool = False
) -> dict[int, int] | None:
    """Give the steps of the cells that equations tell; None where they contradict each other."""
    slack = {equation: net.system.equations[equation].slack for equation in lines}
    exact = []
    for equation, line in lines.items():
        if not line and abs(off[equation]) > slack[equation]:
            return None
        if line and (exactly or not slack[equation]):
            exact.append((dict(line), -off[equation]))
    steps = _eliminated(exact)
    if steps is None:
        return None
    for equation, line in lines.items():
        if slack[equation] and line and all(cell in steps for cell in line):
            left = off[equation] + sum(weight * steps[cell] for cell, weight in line.items())
            if abs(left) > slack[equation]:
                return None
    return steps


def _eliminated(lines: list[tuple[_Line, int]]) -> dict[int, int] | None:
    """Eliminate (Gauss–Jordan) by cells of weight ±1, so that all stays whole numbers.

    A line without any such cell is left alone: it tells nothing.
    """
    solved: list[tuple[int, _Line, int]] = []
    for line, sought in sorted(lines, key=_size):
        rest, value = line, sought
        for pivot, other, its in solved:
            times = rest.get(pivot, 0)
            if times:
                value -= times * its
                rest = _less(rest, other, times)
        if not rest:
            if value:
                return None
            continue
        unit = next((cell for cell, weight in rest.items() if weight in (1, -1)), None)
        if unit is None:
            if len(rest) == 1 and value % next(iter(rest.values())):
                return None
            continue
        sign = rest[unit]
        rest, value = {cell: sign * weight for cell, weight in rest.items()}, sign * value
        solved = [_cleared(one, (unit, rest, value)) for one in solved]
        solved.append((unit, rest, value))
    return {pivot: value for pivot, line, value in solved if len(line) == 1}


def _cleared(line: tuple[int, _Line, int], by: tuple[int, _Line, int]) -> tuple[int, _Line, int]:
    pivot, weights, value = line
    cell, other, its = by
    times = weights.get(cell, 0)
    return (pivot, _less(weights, other, times), value - times * its) if times else line


def _less(line: _Line, other: _Line, times: int) -> _Line:
    found = dict(line)
    for cell, weight in other.items():
        left = found.get(cell, 0) - times * weight
        if left:
            found[cell] = left
        else:
            found.pop(cell, None)
    return found


def _size(line: tuple[_Line, int]) -> int:
    return len(line[0])


def _conditions(net: Net, new: dict[int, int], still: Collection[int]) -> list[int] | None:
    """Give the unmet conditions that may hold then; None where one that held would not.

    What a condition over an open cell comes to is not known: it may hold.
    """
    unknown = {at for cell in still for at in net.under.get(cell, ())}
    count = len(net.system.equations)
    met = [count + at for at in sorted(unknown) if not net.system.conditions[at].holds]
    for at in sorted({at for cell in new for at in net.under.get(cell, ())} - unknown):
        condition = net.system.conditions[at]
        if condition.holds_with(new):
            met += [] if condition.holds else [count + at]
        elif condition.holds:
            return None
    return met

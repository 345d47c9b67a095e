"""Blanks that the edits fill one after the other: each has an edit that lacks nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from statlint.diagnosis.components import joined
from statlint.diagnosis.model import Cause, Cell, Certainty, Event, Explanation, Slip, System

_FEWEST = 4
"""Blanks of one cause: fewer are found beside everything else that may be wrong."""
_BY_CHANCE = 0.01
"""How often an edit that was not needed holds with figures that are not meant."""


def filled_blanks(system: System) -> Iterator[Cause]:
    """Go through the failed equations that hold once many blanks have the figures they ask for.

    There must be more equations than blanks, so that the figures are proved by some.
    """
    failed = [at for at in range(len(system.equations)) if _gap(system, at, {})]
    unknown = _unknown(system, frozenset(failed))
    open_in = {at: [one for one in _cells(system, at) if one in unknown] for at in failed}
    links = [[at for at in failed if cell in open_in[at]] for cell in sorted(unknown)]
    for component in joined(failed, links):
        found = _filled(system, component, open_in)
        spare = len(component) - len(found)
        if len(found) >= _FEWEST and spare > 0:
            texts = any(system.cells[at].doubt is not None for at in found)
            slip = Slip.UNREADABLE if texts else Slip.BLANK
            event = Event(slip, tuple(sorted(found.items())))
            told = Explanation((event,), 1 - _BY_CHANCE**spare, component)
            yield Cause(Certainty.LOCATED, component, (told,))


def _cells(system: System, equation: int) -> Iterator[int]:
    return (cell for cell, _ in system.equations[equation].terms)


def _gap(system: System, equation: int, figures: Mapping[int, int]) -> int:
    """Give how far an equation is off; 0 where it need not be nearer."""
    one = system.equations[equation]
    off = one.constant + sum(
        weight * figures.get(cell, system.cells[cell].value) for cell, weight in one.terms
    )
    return off if abs(off) > one.slack else 0


def _unknown(system: System, failed: Collection[int]) -> frozenset[int]:
    """Give the blanks, and the texts that are no figures, of failed equations and of no other."""
    held = {
        cell
        for at in range(len(system.equations))
        if at not in failed
        for cell in _cells(system, at)
    }
    named = {cell for at in failed for cell in _cells(system, at)}
    return frozenset(at for at in named - held if _lacks_figure(system.cells[at]))


def _lacks_figure(cell: Cell) -> bool:
    return (cell.blank or cell.doubt is not None) and not (cell.derived or cell.fixed)


def _filled(
    system: System, component: Sequence[int], open_in: Mapping[int, Sequence[int]]
) -> dict[int, int]:
    """Fill blanks as long as an equation lacks one only; none where not all comes out."""
    found: dict[int, int] = {}
    left = list(component)
    while left:
        ready = [at for at in left if sum(cell not in found for cell in open_in[at]) == 1]
        if not ready:
            break
        at = ready[0]
        left.remove(at)
        (cell,) = (one for one in open_in[at] if one not in found)
        weight = dict(system.equations[at].terms)[cell]
        gap = _gap(system, at, found)
        new = system.cells[cell].value - gap // weight
        least = system.cells[cell].least
        if gap % weight or (least is not None and new < least):
            return {}
        found[cell] = new
    complete = all(cell in found for at in component for cell in open_in[at])
    return found if complete and not any(_gap(system, at, found) for at in component) else {}

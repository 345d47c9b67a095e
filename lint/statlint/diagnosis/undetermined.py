"""Blanks that no edits can fill: there are more of them than edits tell figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from statlint.diagnosis.model import Explanation, System

_Row = dict[int, Fraction]


def leaves_open(explanation: Explanation, system: System, failed: Collection[int]) -> bool:
    """Tell whether failed edits could be mended otherwise by the blanks that are to be filled.

    A blank in an edit that holds without it is taken for nothing. One blank alone may be all that
    was forgotten; where several are filled, the others may lack figures as well.
    """
    changed = {at for event in explanation.events for at, _ in event.changes}
    if sum(system.cells[at].blank for at in changed) < len(("one", "other")):
        return False
    unknown = frozenset(_unknown(system, failed))
    if not unknown & changed:
        return False
    rows = [
        {at: Fraction(weight) for at, weight in system.equations[one].terms if at in unknown}
        for one in failed
        if one < len(system.equations)
    ]
    return _rank(rows) < len(unknown)


def _unknown(system: System, failed: Collection[int]) -> Iterable[int]:
    """Go through the blanks of failed edits that are in no other edit."""
    known: set[int] = set()
    for at, equation in enumerate(system.equations):
        if at not in failed:
            known.update(cell for cell, _ in equation.terms)
    for one in failed:
        if one < len(system.equations):
            for cell, _ in system.equations[one].terms:
                one_cell = system.cells[cell]
                if one_cell.blank and not one_cell.derived and cell not in known:
                    yield cell


def _rank(rows: Iterable[Mapping[int, Fraction]]) -> int:
    """Count the equations that say something new, by elimination."""
    pivots: dict[int, _Row] = {}
    for row in rows:
        left = dict(row)
        while left:
            at = min(left)
            pivot = pivots.get(at)
            if pivot is None:
                pivots[at] = left
                break
            factor = left[at] / pivot[at]
            for cell, weight in pivot.items():
                value = left.get(cell, Fraction()) - factor * weight
                left[cell] = value
            left = {cell: weight for cell, weight in left.items() if weight}
    return len(pivots)

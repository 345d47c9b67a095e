"""Events of a derived total: its formula reads too few cells or too many, or was not reckoned."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, move
from statlint.diagnosis.net import Net


def wrong_formula(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Give a derived total what its parts add up to, where its formula does not.

    A formula is filled across: those beside it, of the same edit, may be as wrong.
    """
    stated, total = net.system.equations[equation].stated, net.totals[equation]
    if stated is None or residual % total or net.cell(stated).fixed:
        return
    changes = _as_parts_add(net, equation, stated)
    if not _is_reckoned(net, stated):
        yield move(Slip.STALE_TOTAL, changes)
        return
    about = _misread(net, equation, stated)
    if about:
        yield move(Slip.SHORT_RANGE, changes, about)
        for other in net.same_edit(equation):
            beside = net.system.equations[other].stated
            if beside is not None and net.fails(other) and _misread(net, other, beside):
                changes |= _as_parts_add(net, other, beside)
        if len(changes) > 1:
            yield move(Slip.SHORT_RANGE, changes, about)


def _as_parts_add(net: Net, equation: int, stated: int) -> dict[int, int]:
    return {stated: net.cell(stated).value - net.residuals[equation] // net.totals[equation]}


def _is_reckoned(net: Net, derived: int) -> bool:
    """Tell whether a formula gives the figure that is stored with it."""
    read = (net.system.formulas or {}).get(derived, ())
    return sum(weight * net.cell(cell).value for cell, weight in read) == net.cell(derived).value


def _misread(net: Net, equation: int, stated: int) -> tuple[int, ...]:
    """Give the cells that a formula leaves out, or reads though they are no parts.

    A formula that reads no part at all adds something else, along the other way.
    """
    formula = dict((net.system.formulas or {}).get(stated, ()))
    total = net.totals[equation]
    terms = net.system.equations[equation].terms
    parts = {cell: -weight // total for cell, weight in terms if cell != stated}
    if parts.keys().isdisjoint(formula):
        return ()
    return tuple(
        sorted(cell for cell in {*parts, *formula} if parts.get(cell, 0) != formula.get(cell, 0))
    )

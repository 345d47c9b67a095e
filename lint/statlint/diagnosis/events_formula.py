"""Events of a derived total: its formula reads too few cells or too many, or was not reckoned."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, move
from statlint.diagnosis.net import Net


def wrong_formula(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Give a derived total what its parts add up to, where its formula does not."""
    one = net.system.equations[equation]
    stated, total = one.stated, net.totals[equation]
    if stated is None or residual % total or net.cell(stated).fixed:
        return
    formula = dict((net.system.formulas or {}).get(stated, ()))
    changes = {stated: net.cell(stated).value - residual // total}
    if sum(weight * net.cell(cell).value for cell, weight in formula.items()) != (
        net.cell(stated).value
    ):
        yield move(Slip.STALE_TOTAL, changes)
        return
    parts = {cell: -weight // total for cell, weight in one.terms if cell != stated}
    about = sorted(
        cell for cell in {*parts, *formula} if parts.get(cell, 0) != formula.get(cell, 0)
    )
    if about:
        yield move(Slip.SHORT_RANGE, changes, tuple(about))

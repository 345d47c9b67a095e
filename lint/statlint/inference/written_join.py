"""Relations that formulas write beside those that figures show: formulas count where both speak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import replace
from statlint.inference.model import Operator, Relation

_SURE = 2
"""Fewest positions of a formula that go before figures that say something else."""
_AGREED_BITS = 20.0


def joined(shown: Sequence[Relation], written: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give all relations once: what is shown stays unless a formula says it or denies it.

    A single formula that adds fewer parts than figures or labels elsewhere show is a slip.
    """
    kept = [one for one in written if not _outweighed(one, shown)]
    return (
        *(_strengthened(one, shown) for one in kept),
        *(one for one in shown if not any(_said_by(other, one) for other in kept)),
    )


def _outweighed(written: Relation, shown: Iterable[Relation]) -> bool:
    return len(written.positions) < _SURE and any(
        _same_aggregate(written, one)
        and written.operator is one.operator
        and set(written.parts) < set(one.parts)
        and len(one.positions) > len(written.positions)
        for one in shown
    )


def _strengthened(written: Relation, shown: Iterable[Relation]) -> Relation:
    """Let figures that show the same add to what a formula says."""
    for one in shown:
        if _same(written, one) and not written.places:
            positions = tuple(sorted({*written.positions, *one.positions}))
            missed = tuple(sorted({*written.missed, *one.missed}))
            return replace(
                written,
                positions=positions,
                bits=max(written.bits, one.bits) + _AGREED_BITS,
                missed=missed,
                exact=max(written.exact, one.exact),
                held=max(written.held, one.held),
            )
    return written


def _same(one: Relation, other: Relation) -> bool:
    ordered = one.operator in {Operator.DIVISION, Operator.RELATIVE_CHANGE}
    parts = one.parts == other.parts if ordered else set(one.parts) == set(other.parts)
    return one.operator is other.operator and _same_aggregate(one, other) and parts


def _same_aggregate(one: Relation, other: Relation) -> bool:
    return (
        one.axis is other.axis
        and one.aggregate == other.aggregate
        and not one.others
        and not other.others
    )


def _said_by(written: Relation, shown: Relation) -> bool:
    """Tell whether a formula says what figures show, or says something else of the same cells."""
    if written.others or shown.others or written.axis is not shown.axis:
        return _repeats(written, shown)
    if _same(written, shown):
        return True
    strips = {written.aggregate, *written.parts}
    if strips == {shown.aggregate, *shown.parts}:
        return True
    turned = written.aggregate in shown.parts and shown.aggregate in written.parts
    if turned:
        return True
    sums = {Operator.SUM, Operator.AVERAGE, Operator.CUMULATIVE}
    kin = written.operator is shown.operator or {written.operator, shown.operator} <= sums
    overlap = set(written.positions) & set(shown.positions)
    return kin and written.aggregate == shown.aggregate and 2 * len(overlap) > len(shown.positions)


def _repeats(written: Relation, shown: Relation) -> bool:
    """Tell whether a relation between tables is there already."""
    return (
        written.axis is shown.axis
        and written.operator is shown.operator
        and written.aggregate == shown.aggregate
        and written.others == shown.others
    )

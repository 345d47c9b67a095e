"""All events that would mend an equation."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.events_block import block_in_other_unit, moved_block
from statlint.diagnosis.events_cell import single_figures
from statlint.diagnosis.events_copy import copied
from statlint.diagnosis.events_crossed import crossed
from statlint.diagnosis.events_line import exchanged, left_blank, other_unit
from statlint.diagnosis.events_pair import misplaced, swapped, swapped_afar
from statlint.diagnosis.events_parts import wrong_parts
from statlint.diagnosis.events_slide import slid
from statlint.diagnosis.events_total import reckoned, recomputed, stale
from statlint.diagnosis.move import Move, proposed
from statlint.diagnosis.net import Net

_SMALL = (
    single_figures,
    swapped,
    swapped_afar,
    misplaced,
    stale,
    recomputed,
    reckoned,
    wrong_parts,
    slid,
    block_in_other_unit,
)
_WHOLE = (other_unit, exchanged, moved_block, left_blank)


def moves(net: Net, equation: int, residual: int, *, whole: bool) -> Iterator[Move]:
    """Go through the events that mend an equation which is off by a residual.

    Those of whole lines and heads are left out where not asked for: they break several equations.
    """
    for kind in (*_SMALL, *_WHOLE) if whole else _SMALL:
        yield from kind(net, equation, residual)


def at_large(net: Net) -> Iterator[Move]:
    """Go through the events that no single equation asks for."""
    yield from proposed(net)
    yield from crossed(net)
    yield from copied(net)

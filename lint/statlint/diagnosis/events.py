"""All events that would mend an equation."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.events_cell import single_figures
from statlint.diagnosis.events_pair import misplaced, swapped
from statlint.diagnosis.events_total import recomputed, stale
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net

_KINDS = (single_figures, swapped, misplaced, stale, recomputed)


def moves(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Go through the events that mend an equation which is off by a residual."""
    for kind in _KINDS:
        yield from kind(net, equation, residual)

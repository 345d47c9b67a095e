"""Tables of 22 lines and 6 heads with their totals, for several years of one reporting unit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from submissions.counts import poisson

LINES, HEADS = 22, 6
_SPREAD = (0.93, 0.04, 0.001, 0.004, 0.015, 0.01)
"""How applications are spread over kinds of applicants."""
SIZES: Mapping[str, float] = MappingProxyType({"county": 100, "city": 800, "province": 15_000})
"""What all figures of a table come to."""

Counts: TypeAlias = "dict[tuple[int, int], int]"
"""Figures by line and head, without totals."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How true figures move by the year: spreads of logarithms, and how often one jumps."""

    table: float = 0.1
    line: float = 0.0
    head: float = 0.0
    figure: float = 0.2
    jumps: float = 0.0
    jump: float = 0.9


DRIFTS: Mapping[str, Drift] = MappingProxyType(
    {
        "figures": Drift(),
        "calm": Drift(figure=0.1),
        "lines": Drift(line=0.2, head=0.1, figure=0.12),
        "jumps": Drift(jumps=0.04),
    }
)


def made_years(size: str, drift: Drift, years: int, rng: Random) -> list[Counts]:
    """Make the figures of so many years, the oldest first."""
    weights = [math.exp(rng.gauss(0, 1)) for _ in range(LINES)]
    share = SIZES[size] / sum(weights)
    true = {
        (line, head): weights[line] * share * _SPREAD[head]
        for line in range(LINES)
        for head in range(HEADS)
    }
    found = [_counted(true, rng)]
    for _ in range(years - 1):
        true = _moved(true, drift, rng)
        found.append(_counted(true, rng))
    return found


def _counted(true: Mapping[tuple[int, int], float], rng: Random) -> Counts:
    return {place: poisson(rng, mean) for place, mean in true.items()}


def _moved(
    true: Mapping[tuple[int, int], float], drift: Drift, rng: Random
) -> dict[tuple[int, int], float]:
    table = rng.gauss(0, drift.table)
    lines = [rng.gauss(0, drift.line) for _ in range(LINES)]
    heads = [rng.gauss(0, drift.head) for _ in range(HEADS)]
    return {
        (line, head): mean * math.exp(table + lines[line] + heads[head] + _own(drift, rng))
        for (line, head), mean in true.items()
    }


def _own(drift: Drift, rng: Random) -> float:
    return rng.gauss(0, drift.jump if rng.random() < drift.jumps else drift.figure)

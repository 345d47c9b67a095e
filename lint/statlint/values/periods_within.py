"""The shorter periods that make up a longer one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values.period import Period

_TIMES: Mapping[str, int] = MappingProxyType({"": 1, "H": 2, "Q": 4, "M": 12})
"""How many periods of a kind a year has."""


def periods_within(period: Period, kind: str) -> tuple[Period, ...]:
    """Give the shorter periods of a kind that make up a period, in the order of time."""
    count, whole = _TIMES[kind], _TIMES[period.kind]
    if count <= whole:
        return ()
    each = count // whole
    first = (period.number - 1) * each + 1
    return tuple(Period(period.year, kind, number) for number in range(first, first + each))

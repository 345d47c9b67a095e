"""What a file may cost, as settings write it: sizes with their unit, counts, seconds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from statlint.dataclass import fields, replace
from statlint.values.limits import SIZES, Limits

_UNITS = "KMGT"


def read_limits(stated: Mapping[str, Any], usual: Limits) -> Limits:
    """Lay limits over others; "256 MiB" and "256 MB" are both 256 times 1024 times 1024 bytes."""
    found = {key.replace("-", "_"): value for key, value in stated.items()}
    sizes = {key: _bytes(value) for key, value in found.items() if key in SIZES}
    if "seconds" in found:
        found["seconds"] = float(found["seconds"])
    return replace(usual, **found | sizes)


def write_limits(limits: Limits) -> dict[str, str | int | float]:
    """Give each limit as settings would state it."""
    return {
        f"limits.{one.name.replace('_', '-')}": _written(one.name, getattr(limits, one.name))
        for one in fields(limits)
    }


def _bytes(written: str | int) -> int:
    if isinstance(written, int):
        return written
    figure = written.rstrip("BKMGTi ")
    unit = written[len(figure) :].strip()[:1]
    power = _UNITS.find(unit) + 1 if unit else 0
    return int(float(figure) * 1024**power)


def _written(name: str, value: float) -> str | int | float:
    """Write a size in the largest unit that gives a whole number."""
    if name not in SIZES or value % 1024:
        return value
    power, left = 0, int(value)
    while left % 1024 == 0 and power < len(_UNITS):
        power, left = power + 1, left // 1024
    return f"{left} {_UNITS[power - 1]}iB"

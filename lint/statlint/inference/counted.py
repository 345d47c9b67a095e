"""Whether the units of a table say that its figures are counts of what has no parts."""

from __future__ import annotations

import re

from statlint.table import Layout

_COUNTERS = frozenset(
    (
        "人次 场次 频次 起次 个 件 条 次 人 项 份 篇 宗 户 家 场 期 起 处 名 位 部 台 套 批 册 例 "
        "页 本 块"
    ).split()
)
_COUNTED = r"(?:numbers?|count|persons?|people|cases|units|pupils|students|households)\b"
_SCALED = r"\d|thousand|million|billion"
_SHARES = frozenset({"%", "‰"})


def is_counted(layout: Layout) -> bool:
    """Tell whether all units that a table states, shares apart, are those of counts.

    Such figures are rounded by few: estimates from samples, and where no person shall be known.
    """
    strips = (*layout.lines, *layout.heads)
    units = {unit for unit in (layout.unit, *(strip.unit for strip in strips)) if unit}
    units -= _SHARES
    return bool(units) and all(map(_is_count, units))


def _is_count(unit: str) -> bool:
    plain = unit.strip().lower()
    if plain in _COUNTERS:
        return True
    return re.match(_COUNTED, plain) is not None and re.search(_SCALED, plain) is None

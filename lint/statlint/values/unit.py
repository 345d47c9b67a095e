"""Units of measure as tables write them, and the power of ten between two units of money."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from statlint.pattern import pattern_of
from statlint.values.text import plain

# Counters that may stand behind a figure, longest first so that 人次 is not read as 人.
_COUNTERS = (
    "人次 场次 频次 起次 个 件 条 次 人 项 份 篇 宗 户 家 场 期 起 "
    "处 名 位 部 台 套 批 册 例 分 天 日 页 本 块"
).split()
MONEY: Mapping[str, int] = MappingProxyType(
    {"元": 0, "百元": 2, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
)
"""Units of money, and the powers of ten that they stand for."""
_SHARES = ("%", "‰", "百分点", "个百分点")
_CURRENCY = "¥￥$€£"

UNITS: tuple[str, ...] = tuple(
    sorted((*_COUNTERS, *MONEY, *_SHARES), key=lambda unit: (-len(unit), unit))
)

_STATED = pattern_of(r"\((?:计量)?(?:单位[:]?)?([^()0-9]{1,6})\)|单位[:]\s*([^()0-9,;\s]{1,6})")


def split_unit(text: str) -> tuple[str, str | None]:
    """Split a figure from the unit behind it (or a currency sign before it)."""
    if text[:1] in _CURRENCY and text[:1]:
        text = text[1:].lstrip()
    # Most texts end in no unit: one look tells.
    for unit in UNITS if text.endswith(UNITS) else ():
        if text.endswith(unit) and len(text) > len(unit):
            return text[: -len(unit)].rstrip(), unit.removeprefix("个") or unit
    return text, None


@lru_cache(maxsize=1024)
def stated_unit(label: str) -> str | None:
    """Find the unit that a head or a unit line names: (单位:万元), （件）, 单位：元."""
    # White space ends a unit that other words follow, or else breaks it in a narrow column.
    for text in (plain(label), plain_unit(label)):
        for found in _STATED.finditer(text):
            unit = found[1] or found[2]
            if unit in UNITS:
                return unit.removeprefix("个") or unit
    return None


def plain_unit(text: str) -> str:
    """Write a unit without the white space that a narrow column brings in."""
    return "".join(plain(text).split())

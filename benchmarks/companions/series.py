"""Figures by months, with quarters, halves and the year: months across, or months down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page
from companions.words import INDICATORS, KINDS
from submissions.counts import poisson
from submissions.model import Figure, Slot

FORM = "cn-monthly-series"
_QUARTERS = ("一季度", "二季度", "三季度", "四季度")
_PERIODS = {
    **{f"m{month}": (f"{month}月", f"{month}月份") for month in range(1, 13)},
    **{f"q{at}": (name, f"{name}合计") for at, name in enumerate(_QUARTERS, 1)},
    "h1": ("上半年", "上半年合计"),
    "h2": ("下半年", "下半年合计"),
    "year": ("全年", "全年合计"),
}
_ORDER = (
    "m1", "m2", "m3", "q1", "m4", "m5", "m6", "q2", "h1",
    "m7", "m8", "m9", "q3", "m10", "m11", "m12", "q4", "h2", "year",
)  # fmt: skip
_PARTS: Mapping[str, tuple[str, ...]] = {
    "q1": ("m1", "m2", "m3"),
    "q2": ("m4", "m5", "m6"),
    "q3": ("m7", "m8", "m9"),
    "q4": ("m10", "m11", "m12"),
    "h1": ("q1", "q2"),
    "h2": ("q3", "q4"),
    "year": ("h1", "h2"),
}
_STOCK = "专职人员数"
_WHOLES = ("q1", "q2", "q3", "q4", "h1", "h2", "year")
_ACROSS = dict(zip(_WHOLES, "abcdefi", strict=True))
_DOWN = dict(zip(_WHOLES, "mnopqru", strict=True))
PLANS = ("months across", "months down", "quarters only", "half a year")


def _chosen(name: str) -> tuple[str, ...]:
    if name == "quarters only":
        return ("q1", "q2", "h1", "q3", "q4", "h2", "year")
    if name == "half a year":
        return _ORDER[: _ORDER.index("h1") + 1]
    return _ORDER


def _flow(rng: Random) -> dict[str, int]:
    held = {f"m{month}": poisson(rng, 20) for month in range(1, 13)}
    for whole, parts in _PARTS.items():
        held[whole] = sum(held[part] for part in parts)
    return held


def _stock(rng: Random) -> dict[str, int]:
    level = 5 + poisson(rng, 4)
    return dict.fromkeys(_ORDER, level)


def random_series(name: str, seed: int) -> Companion:
    """Make a table by months: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    return _down(rng, seed) if name == "months down" else _across(rng, name, seed)


def _across(rng: Random, name: str, seed: int) -> Companion:
    periods = _chosen(name)
    cells: dict[Slot, Figure] = {}
    for at, indicator in enumerate((*INDICATORS[:5], _STOCK)):
        held = _stock(rng) if indicator == _STOCK else _flow(rng)
        cells.update({Slot("series", f"item{at}", period): held[period] for period in periods})
        cells[Slot("series", f"item{at}", "item")] = indicator
    columns = (
        Column("item", ("指标名称", "统计指标", "项目"), words=True),
        *(Column(period, _PERIODS[period]) for period in periods),
        Column("remark", ("备注",), words=True, spare=True),
    )
    title = "2017年政务公开工作分月统计表"
    page = Page("series", title, columns, tuple(f"item{at}" for at in range(6)))
    return Companion(f"series {name} {seed}", FORM, f"安平县{title}", (page,), cells)


def _down(rng: Random, seed: int) -> Companion:
    cells: dict[Slot, Figure] = {}
    kinds = {f"kind{at}": kind for at, kind in enumerate(KINDS[:4], 1)}
    for kind in kinds:
        cells.update({Slot("months", period, kind): count for period, count in _flow(rng).items()})
    for period in _ORDER:
        cells[Slot("months", period, "month")] = _PERIODS[period][0]
        cells[Slot("months", period, "all")] = sum(
            int(str(cells[Slot("months", period, kind)])) for kind in kinds
        )
    columns = (
        Column("month", ("月份", "时间"), words=True),
        *(Column(key, (kind,), "信息条数") for key, kind in kinds.items()),
        Column("all", ("合计", "小计")),
    )
    title = "2017年各月信息公开情况统计表"
    page = Page("months", title, columns, _ORDER)
    return Companion(f"series months down {seed}", FORM, f"安平县{title}", (page,), cells)


def broken_series(made: Companion) -> Iterator[Broken]:
    """Break each sum of periods once, at the longer period."""
    page = made.pages[0]
    across = page.table == "series"
    printed = [column.key for column in page.columns] if across else list(page.rows)
    for whole, letter in (_ACROSS if across else _DOWN).items():
        if whole in printed and all(part in printed for part in _PARTS[whole]):
            yield _broken(made, whole, letter, across=across)
    if not across:
        slot = Slot("months", "m5", "kind2")
        total = Slot("months", "m5", "all")
        yield Broken(
            "M1",
            made.plus(total, 1),
            (Expected("B101", total, "M1"), Expected("B101", Slot("months", "q2", "all"), "M6n")),
        )
        yield Broken(
            "M1 of a kind",
            made.plus(slot, 2),
            (Expected("B101", total, "M1"), Expected("B101", Slot("months", "q2", "kind2"), "M6n")),
        )


def _broken(made: Companion, whole: str, letter: str, *, across: bool) -> Broken:
    """Change a longer period and all that it is a part of."""
    changed = made
    for period in (whole, *_above(whole)):
        for row, column in [("item1", period)] if across else [(period, "kind1"), (period, "all")]:
            slot = Slot(made.pages[0].table, row, column)
            if slot in changed.figures:
                changed = changed.plus(slot, 1)
    slots = (
        [Slot("series", "item1", whole)]
        if across
        else [Slot("months", whole, "kind1"), Slot("months", whole, "all")]
    )
    return Broken(
        f"M6 {whole}", changed, tuple(Expected("B101", slot, f"M6{letter}") for slot in slots)
    )


def _above(part: str) -> tuple[str, ...]:
    for whole, parts in _PARTS.items():
        if part in parts:
            return (whole, *_above(whole))
    return ()

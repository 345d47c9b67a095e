"""Counts with shares and growth: by category, by result, by channel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page, percent
from companions.words import CATEGORIES, CHANNELS, RESULTS
from submissions.counts import split
from submissions.model import Figure, Slot

_SHARE = Column("share", ("占比（%）", "占比", "所占比例", "比重（%）"), share=True)
_LAST = Column("last", ("上年同期", "去年同期", "上年同期数"))
_GROWTH = Column("growth", ("同比增长（%）", "增长率（%）", "增幅（%）"), share=True)
_REMARK = Column("remark", ("备注",), words=True, spare=True)


@dataclass(frozen=True, slots=True)
class Plan:
    """One kind of table: its form and table, its words, and the parts seen in a real one.

    `whole` is the total that shares are of where it is not the sum of the parts; `total` the label
    of the total, None where none is printed.
    """

    form: str
    table: str
    title: str
    label: Column
    number: Column
    parts: Mapping[str, int]
    decimals: int = 1
    growth: bool = False
    whole: int | None = None
    total: str | None = "合计"


_SEEN = {
    "categories": Plan(
        "cn-breakdown",
        "breakdown",
        "2017年主动公开政府信息分类统计表",
        Column("category", ("类别", "信息类别", "公开类别"), words=True),
        Column("number", ("数量（条）", "条数", "信息条数")),
        CATEGORIES,
    ),
    "categories with growth": Plan(
        "cn-breakdown",
        "breakdown",
        "2017年主动公开政府信息分类统计表",
        Column("category", ("类别", "信息分类", "内容类别"), words=True),
        Column("number", ("数量", "条数", "公开条数")),
        CATEGORIES,
        decimals=2,
        growth=True,
    ),
    "results": Plan(
        "cn-applications",
        "results",
        "2018年政府信息公开申请办理结果统计表",
        Column("result", ("办理结果", "答复类型", "处理结果"), words=True),
        Column("number", ("件数", "数量（件）", "件数（件）")),
        RESULTS,
        decimals=2,
    ),
    "channels": Plan(
        "cn-channels",
        "channels",
        "2017年政府信息公开渠道统计表",
        Column("channel", ("公开渠道", "渠道", "发布渠道"), words=True),
        Column("number", ("数量（条）", "公开数量", "信息条数")),
        CHANNELS,
        whole=71860,
        total="主动公开信息总数",
    ),
}
PLANS = {
    **_SEEN,
    "channels that add up": replace(_SEEN["channels"], whole=None, total="合计"),
    "categories without a total": replace(_SEEN["categories"], total=None),
}


def seen_shares(name: str) -> Companion:
    """Give the table that was really seen."""
    plan = PLANS[name]
    return _table(plan, plan.parts, f"{name} seen", Random(name))  # noqa: S311


def random_shares(name: str, seed: int) -> Companion:
    """Make a table on a plan: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    plan = PLANS[name]
    weights = {part: float(count) for part, count in plan.parts.items()}
    parts = split(rng, rng.randint(400, 90000), weights)
    return _table(plan, parts, f"{name} {seed}", rng)


def _table(plan: Plan, parts: Mapping[str, int], made: str, rng: Random) -> Companion:
    whole = sum(parts.values()) if plan.whole is None else max(plan.whole, sum(parts.values()))
    counts = {f"part{at}": count for at, count in enumerate(parts.values())}
    cells: dict[Slot, Figure] = {}
    for row, (name, count) in zip(counts, parts.items(), strict=True):
        cells.update(_line(plan, row, name, count, whole))
    share = Decimal(100).quantize(Decimal(1).scaleb(-plan.decimals))
    rows = tuple(counts)
    if plan.total is not None:
        rows = (*rows, "total")
        cells[Slot(plan.table, "total", plan.label.key)] = plan.total
        cells[Slot(plan.table, "total", "number")] = whole
        if plan.whole is None:
            cells[Slot(plan.table, "total", "share")] = share
    if plan.growth:
        cells.update(_growth(plan, {**counts, "total": whole}, rng))
    return Companion(made, plan.form, f"安平县{plan.title}", (_page(plan, rows),), cells)


def _line(plan: Plan, row: str, name: str, count: int, whole: int) -> dict[Slot, Figure]:
    return {
        Slot(plan.table, row, plan.label.key): name,
        Slot(plan.table, row, "number"): count,
        Slot(plan.table, row, "share"): percent(count, whole, plan.decimals),
    }


def _growth(plan: Plan, counts: Mapping[str, int], rng: Random) -> Iterator[tuple[Slot, Figure]]:
    last = {
        row: 1 + round(count * rng.uniform(0.7, 1.2))
        for row, count in counts.items()
        if row != "total"
    }
    last["total"] = sum(last.values())
    for row, count in counts.items():
        yield Slot(plan.table, row, "last"), last[row]
        yield Slot(plan.table, row, "growth"), percent(count - last[row], last[row], 1)


def _page(plan: Plan, rows: tuple[str, ...]) -> Page:
    columns = [plan.label, plan.number, _SHARE, *([_LAST, _GROWTH] if plan.growth else []), _REMARK]
    return Page(plan.table, plan.title, tuple(columns), rows)


def broken_shares(made: Companion) -> Iterator[Broken]:
    """Break each relation of such a table once."""
    (page,) = made.pages
    parts = [row for row in page.rows if row != "total"]
    largest = max(parts, key=lambda row: made.number(page.slot(row, "number")))
    share = page.slot(largest, "share")
    yield Broken("S2", made.plus(share, 3), (Expected("R101", share, "S2"),))
    over = page.slot(min(parts, key=lambda row: made.number(page.slot(row, "number"))), "share")
    yield Broken(
        "S5",
        made.with_figures({over: Decimal("130.5")}),
        (Expected("D108", over), Expected("R101", over)),
    )
    total = page.slot("total", "number")
    if page.slot("total", "share") in made.figures:
        yield Broken("S1", _one_more(made, total), (Expected("B101", total, "S1"),))
    if any(column.key == "growth" for column in page.columns):
        growth = page.slot(largest, "growth")
        yield Broken("S6", made.plus(growth, 2), (Expected("R101", growth, "S6"),))


def _one_more(made: Companion, total: Slot) -> Companion:
    """Make a total larger; its growth stays right."""
    more = made.plus(total, 1)
    last = total._replace(head="last")
    if last not in made.figures:
        return more
    growth = percent(more.number(total) - made.number(last), made.number(last), 1)
    return more.with_figures({total._replace(head="growth"): growth})

"""Monthly sheets with this period, the year to the last one, and the year so far."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page, percent
from companions.words import INDICATORS
from submissions.counts import poisson
from submissions.model import Figure, Slot

FORM = "cn-cumulative"
MONTHS = "months"
COLUMNS = (
    Column("number", ("序号",), words=True, spare=True),
    Column("item", ("指标名称", "统计指标", "项目"), words=True),
    Column("unit", ("计量单位",), words=True),
    Column("current", ("本期实际", "本月", "本月数")),
    Column("before", ("上月累计", "截至上月累计", "上期累计")),
    Column("to_date", ("本年累计", "累计", "本月累计")),
    Column("last", ("上年同期", "上年同期数", "去年同期")),
    Column("growth", ("同比增长（%）", "增长率（%）", "同比（%）"), share=True),
    Column("remark", ("备注",), words=True, spare=True),
)
PLANS = {"January": 1, "August": 8}


def _at(row: str, column: str) -> Slot:
    return Slot(MONTHS, row, column)


def random_cumulative(name: str, seed: int) -> Companion:
    """Make a sheet of one month: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    month = PLANS[name]
    cells: dict[Slot, Figure] = {}
    for at, indicator in enumerate(INDICATORS):
        current = poisson(rng, 40)
        before = poisson(rng, 40 * (month - 1)) if month > 1 else 0
        last = poisson(rng, 40 * month) + 1
        held: dict[str, Figure] = {
            "number": at + 1,
            "item": indicator,
            "unit": "条",
            "current": current,
            "before": before,
            "to_date": before + current,
            "last": last,
            "growth": percent(before + current - last, last, 1),
        }
        cells.update({_at(f"item{at}", column): figure for column, figure in held.items()})
    title = f"2018年{month}月政务公开工作情况月报表"
    page = Page(
        MONTHS,
        title,
        COLUMNS,
        tuple(f"item{at}" for at in range(len(INDICATORS))),
        above=("填报单位：安平县政务公开办公室",),
        below=("单位负责人：李明    填报人：王芳    联系电话：4781234",),
    )
    return Companion(f"cumulative {name} {seed}", FORM, f"安平县{title}", (page,), cells)


def broken_cumulative(made: Companion) -> Iterator[Broken]:
    """Break each relation of a monthly sheet once."""
    row = "item2"
    so_far, before = _at(row, "to_date"), _at(row, "before")
    january = made.id.startswith("cumulative January")
    growth = _at(row, "growth")
    more = made.plus(before, 1)
    yield Broken("M3", more, (Expected("B101", so_far, "M3"),))
    if january:
        whole = made.plus(before, 2).plus(so_far, 2)
        last, now = made.number(_at(row, "last")), made.number(so_far) + 2
        yield Broken(
            "M4",
            whole.with_figures({growth: percent(now - last, last, 1)}),
            (Expected("B101", so_far, "M4"),),
        )
    yield Broken("growth", made.plus(growth, 3), (Expected("R101", growth),))
    swapped = made.with_figures({before: made.number(so_far) + 4})
    yield Broken("M5", swapped, (Expected("B101", so_far, "M3"),))

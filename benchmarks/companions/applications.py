"""Applications for disclosure by unit: carried over, received, closed, open, the rate closed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page, percent
from companions.words import OFFICES
from submissions.counts import poisson
from submissions.model import Figure, Slot

FORM = "cn-applications"
UNITS = "units"
COLUMNS = (
    Column("number", ("序号",), words=True),
    Column("unit", ("单位", "单位名称", "受理单位"), words=True),
    Column("carried", ("上年结转", "上期结转", "上年结转数")),
    Column("received", ("收到申请", "新收", "收到申请数")),
    Column("closed", ("办结", "办结数", "已办结")),
    Column("open", ("在办", "未办结", "正在办理")),
    Column("rate", ("办结率（%）", "办结率"), share=True),
    Column("remark", ("备注",), words=True, spare=True),
)
PLANS = ("by unit",)
_FLOWS = ("carried", "received", "closed", "open")


def _at(row: str, column: str) -> Slot:
    return Slot(UNITS, row, column)


def random_applications(name: str, seed: int) -> Companion:
    """Make the statistics of half a year: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    cells: dict[Slot, Figure] = {}
    sums = dict.fromkeys(_FLOWS, 0)
    rows = []
    for at, office in enumerate(rng.sample(OFFICES, 14)):
        held = _flows(rng)
        row = f"unit{at}"
        rows.append(row)
        sums = {flow: sums[flow] + held[flow] for flow in _FLOWS}
        cells.update(_line(row, held))
        cells[_at(row, "number")] = at + 1
        cells[_at(row, "unit")] = office
    cells.update(_line("total", sums))
    cells[_at("total", "number")] = "合计"
    title = "2019年上半年依申请公开情况统计表"
    page = Page(
        UNITS,
        title,
        COLUMNS,
        (*rows, "total"),
        spread=frozenset({"total"}),
        above=("单位：件",),
    )
    return Companion(f"applications {name} {seed}", FORM, f"安平县{title}", (page,), cells)


def _flows(rng: Random) -> dict[str, int]:
    carried, received = poisson(rng, 2), poisson(rng, 20)
    still = min(poisson(rng, 2), carried + received)
    return dict(zip(_FLOWS, (carried, received, carried + received - still, still), strict=True))


def _line(row: str, held: dict[str, int]) -> dict[Slot, Figure]:
    cells: dict[Slot, Figure] = {_at(row, flow): count for flow, count in held.items()}
    cells[_at(row, "rate")] = percent(held["closed"], held["carried"] + held["received"])
    return cells


def broken_applications(made: Companion) -> Iterator[Broken]:
    """Break each relation once."""
    still, rate = _at("unit3", "open"), _at("unit5", "rate")
    total = _at("total", "open")
    more = made.plus(still, 1).plus(total, 1)
    flows = tuple(
        Expected("B102", _at(row, column), "Q1")
        for row, column in (("unit3", "closed"), ("total", "closed"))
    )
    yield Broken("flow", more, flows)
    carried, sums = _at("total", "carried"), _at("total", "open")
    whole = made.plus(carried, 2).plus(sums, 2)
    yield Broken(
        "totals",
        whole,
        (
            Expected("B101", carried, "Q7b"),
            Expected("B101", sums, "Q7b"),
            *_stale_rate(whole),
        ),
    )
    yield Broken("rate", made.plus(rate, -7), (Expected("R101", rate),))


def _stale_rate(made: Companion) -> Iterator[Expected]:
    """Expect a finding where the rate printed no longer fits its figures."""
    carried, received, closed = (
        made.number(_at("total", flow)) for flow in ("carried", "received", "closed")
    )
    if percent(closed, carried + received) != made.figures[_at("total", "rate")]:
        yield Expected("R101", _at("total", "rate"))

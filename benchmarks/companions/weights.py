"""Weights of an assessment, with that of open government; score sheets by weights."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page
from companions.words import DUTIES
from submissions.model import Figure, Slot

FORM = "cn-assessment-weights"
WEIGHTS = "weights"
COLUMNS = (
    Column("number", ("序号",), words=True),
    Column("item", ("考核项目", "考核指标", "考核内容"), words=True),
    Column("weight", ("权重（%）", "权重", "所占权重"), share=True),
    Column("office", ("牵头单位", "考核单位"), words=True, spare=True),
    Column("remark", ("备注",), words=True, spare=True),
)
PLANS = ("weights",)
_OPENNESS = DUTIES.index("政务公开")


def _at(row: str, column: str) -> Slot:
    return Slot(WEIGHTS, row, column)


def random_weights(name: str, seed: int) -> Companion:
    """Make the weights of an assessment: they add up to 100, open government has 4 or more."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    weights = [rng.randint(4, 9) for _ in DUTIES]
    weights[0 if _OPENNESS else 1] += 100 - sum(weights)
    cells: dict[Slot, Figure] = {}
    for at, (duty, weight) in enumerate(zip(DUTIES, weights, strict=True)):
        held: dict[str, Figure] = {"number": at + 1, "item": duty, "weight": weight}
        cells.update({_at(f"item{at}", column): figure for column, figure in held.items()})
    cells[_at("total", "number")] = "合计"
    cells[_at("total", "weight")] = 100
    title = "2018年绩效考核指标权重表"
    page = Page(
        WEIGHTS,
        title,
        COLUMNS,
        (*(f"item{at}" for at in range(len(DUTIES))), "total"),
        spread=frozenset({"total"}),
    )
    return Companion(f"weights {seed}", FORM, f"安平县{title}", (page,), cells)


def broken_weights(made: Companion) -> Iterator[Broken]:
    """Break each relation once."""
    first, openness = _at("item0", "weight"), _at(f"item{_OPENNESS}", "weight")
    yield Broken("P10", made.plus(first, -2), (Expected("R102", None, "P10a"),))
    total = _at("total", "weight")
    yield Broken("P10 total", made.plus(total, -1), (Expected("D109", total, "P10d"),))
    moved = made.number(openness) - 3
    less = made.plus(openness, -moved).plus(first, moved)
    yield Broken("P11", less, (Expected("D109", openness, "P11a"),))

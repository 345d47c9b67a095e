"""Results of an inspection: a score for each part, their total, places and the mean."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page, rounded
from companions.words import TOWNS
from submissions.model import Figure, Slot

FORM = "cn-bulletin"
RANKING = "ranking"
_PARTS = {
    "组织领导（20分）": 20,
    "主动公开（50分）": 50,
    "依申请公开（15分）": 15,
    "监督保障（15分）": 15,
}
COLUMNS = (
    Column("number", ("序号",), words=True),
    Column("unit", ("单位", "乡镇（街道）", "被考核单位"), words=True),
    *(Column(f"kind{at}", (part,)) for at, part in enumerate(_PARTS, 1)),
    Column("score", ("总分", "得分", "综合得分")),
    Column("rank", ("名次", "排名"), words=False),
    Column("remark", ("备注",), words=True, spare=True),
)
PLANS = ("scores by part",)


def _at(row: str, column: str) -> Slot:
    return Slot(RANKING, row, column)


def random_inspection(name: str, seed: int) -> Companion:
    """Make the results of an inspection, the best first: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    towns = rng.sample(TOWNS, 12)
    parts = {town: [_score(rng, points) for points in _PARTS.values()] for town in towns}
    towns.sort(key=lambda town: -sum(parts[town]))
    totals = [sum(parts[town], Decimal(0)) for town in towns]
    cells: dict[Slot, Figure] = {}
    for at, town in enumerate(towns):
        held: dict[str, Figure] = {"number": at + 1, "unit": town, "score": totals[at]}
        held |= {f"kind{part}": score for part, score in enumerate(parts[town], 1)}
        held["rank"] = 1 + sum(total > totals[at] for total in totals)
        cells.update({_at(f"unit{at}", column): figure for column, figure in held.items()})
    cells[_at("mean", "number")] = "平均分"
    cells[_at("mean", "score")] = rounded(sum(totals, Decimal(0)) / len(totals), 2)
    title = "2016年第三季度政务公开检查得分及排名"
    page = Page(
        RANKING,
        title,
        COLUMNS,
        (*(f"unit{at}" for at in range(len(towns))), "mean"),
        spread=frozenset({"mean"}),
    )
    return Companion(f"inspection {seed}", FORM, f"安平县{title}", (page,), cells)


def _score(rng: Random, points: int) -> Decimal:
    return points - Decimal(rng.randint(0, points)) / 2


def broken_inspection(made: Companion) -> Iterator[Broken]:
    """Break each relation of the results once."""
    part = _at("unit4", "kind2")
    score = _at("unit4", "score")
    mean = _at("mean", "score")
    yield Broken("M9 sum", made.plus(part, Decimal("0.5")), (Expected("B101", score, "M9a"),))
    yield Broken("M9 mean", made.plus(mean, Decimal("1.13")), (Expected("R101", mean, "M9b"),))
    rank = _at("unit0", "rank")
    yield Broken("M7", made.plus(rank, 1), (Expected("R104", rank),))

"""Bulletins and rankings: units in blocks, kinds of information, totals, scores, places, means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page, rounded
from companions.words import KINDS, OFFICES, TOWNS
from submissions.counts import poisson
from submissions.model import Figure, Slot

FORM = "cn-bulletin"
RANKING = "ranking"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a bulletin is made: its blocks, how ties are counted, and what places go by.

    With `blocks` units stand in blocks with a ranking and a subtotal each. `scored` tells whether
    there are scores; places go by the total where there are none. `dense` ties are 1, 2, 2, 3.
    """

    blocks: bool = True
    scored: bool = True
    dense: bool = False
    apart: bool = True
    """Whether each block has places of its own."""


PLANS = {
    "two blocks with scores": Plan(),
    "one list with scores": Plan(blocks=False),
    "one list by totals, ties without gap": Plan(blocks=False, scored=False, dense=True),
    "two blocks, places over all": Plan(apart=False, dense=True),
}
_NUMBER = Column("number", ("序号",), words=True)
_UNIT = Column("unit", ("单位", "单位名称", "责任单位", "填报单位"), words=True)
_KINDS = tuple(Column(f"kind{at}", (kind,), "主动公开信息条数") for at, kind in enumerate(KINDS, 1))
_ALL = Column("all", ("合计", "信息条数合计", "总条数"))
_SCORE = Column("score", ("得分", "综合得分", "考核得分", "总得分"))
_RANK = Column("rank", ("排名", "名次", "本季排名"))
_REMARK = Column("remark", ("备注",), words=True)
_BLOCKS = {"town": ("乡镇街道", TOWNS), "office": ("区直部门", OFFICES)}
_NUMERALS = "一二"


def random_bulletin(name: str, seed: int) -> Companion:
    """Make a bulletin on a plan: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    plan = PLANS[name]
    blocks = {
        block: [f"{block}{at}" for at in range(rng.randint(8, 14))]
        for block in (_BLOCKS if plan.blocks else ("town",))
    }
    cells: dict[Slot, Figure] = {}
    for block, units in blocks.items():
        for at, unit in enumerate(units):
            cells.update(_unit(rng, plan, unit, _BLOCKS[block][1][at]))
    units = [unit for block in blocks.values() for unit in block]
    for at, unit in enumerate(units):
        cells[_at(unit, "number")] = at + 1
    for unit in units[-2:]:
        cells.setdefault(_at(unit, "remark"), "数据已核实")
    for ranked in blocks.values() if plan.apart else [units]:
        cells.update(_places(cells, ranked, plan))
    rows = list(_rows(blocks, plan, cells))
    return Companion(
        f"bulletin {name} {seed}",
        FORM,
        "2016年第三季度安平县政务公开检查情况通报",
        (_page(plan, rows),),
        cells,
    )


def _at(row: str, column: str) -> Slot:
    return Slot(RANKING, row, column)


def _unit(rng: Random, plan: Plan, row: str, name: str) -> dict[Slot, Figure]:
    """Fill in a unit; about one in ten had nothing in the period and says why."""
    none = rng.random() < 0.1  # noqa: PLR2004
    kinds = {column.key: 0 if none else poisson(rng, 6) for column in _KINDS}
    total = sum(kinds.values())
    cells: dict[Slot, Figure] = {_at(row, key): count for key, count in kinds.items()}
    cells[_at(row, "unit")] = name
    cells[_at(row, "all")] = total
    if total == 0:
        cells[_at(row, "remark")] = "本季度无应公开信息"
    if plan.scored:
        cells[_at(row, "score")] = Decimal(rng.randint(120, 190)) / 2
    return cells


def _basis(plan: Plan) -> str:
    return "score" if plan.scored else "all"


def _places(
    cells: Mapping[Slot, Figure], units: Sequence[str], plan: Plan
) -> Iterator[tuple[Slot, Figure]]:
    scores = {unit: Decimal(str(cells[_at(unit, _basis(plan))])) for unit in units}
    for unit, score in scores.items():
        above = [other for other in scores.values() if other > score]
        yield _at(unit, "rank"), 1 + len(set(above) if plan.dense else above)


def _rows(
    blocks: Mapping[str, Sequence[str]], plan: Plan, cells: dict[Slot, Figure]
) -> Iterator[str]:
    """Give the rows in order, and fill in headings, subtotals, totals and means."""
    units = [unit for block in blocks.values() for unit in block]
    for at, (block, members) in enumerate(blocks.items()):
        if plan.blocks:
            cells[_at(block, "number")] = f"{_NUMERALS[at]}、{_BLOCKS[block][0]}"
            yield block
        yield from members
        if plan.blocks:
            _sums(cells, f"sub{block}", "小计", members)
            yield f"sub{block}"
    _sums(cells, "total", "合计", units)
    yield "total"
    if plan.scored:
        scores = [Decimal(str(cells[_at(unit, "score")])) for unit in units]
        cells[_at("mean", "number")] = "平均分"
        cells[_at("mean", "score")] = rounded(sum(scores, Decimal(0)) / len(scores), 2)
        yield "mean"


def _sums(cells: dict[Slot, Figure], row: str, label: str, members: Sequence[str]) -> None:
    cells[_at(row, "number")] = label
    for column in (*_KINDS, _ALL):
        cells[_at(row, column.key)] = sum(
            int(str(cells[_at(unit, column.key)])) for unit in members
        )


def _page(plan: Plan, rows: Sequence[str]) -> Page:
    columns = [_NUMBER, _UNIT, *_KINDS, _ALL, *([_SCORE] if plan.scored else []), _RANK, _REMARK]
    return Page(
        RANKING,
        "2016年第三季度政务公开检查情况通报表",
        tuple(columns),
        tuple(rows),
        wide=frozenset(_BLOCKS),
        spread=frozenset({"total", "mean", *(f"sub{block}" for block in _BLOCKS)}),
        above=("单位：条、分",),
        below=("注：得分相同的名次并列。",),
    )


def broken_bulletin(made: Companion) -> Iterator[Broken]:
    """Break each relation of a bulletin once."""
    rows = made.page(RANKING).rows
    units = [row for row in rows if _at(row, "unit") in made.figures]
    first = next(unit for unit in units if made.number(_at(unit, "all")))
    scored = _at(first, "score") in made.figures
    blocks = any(row in _BLOCKS for row in rows)

    def one(relation: str, changed: Companion, code: str, slot: Slot, edit: str) -> Broken:
        return Broken(relation, changed, (Expected(code, slot, edit),))

    yield from _broken_sums(made, first, blocks=blocks)
    yield _broken_place(made, units)
    if scored:
        mean = _at("mean", "score")
        yield one("M9", made.plus(mean, Decimal("1.07")), "R101", mean, "M9b")
    twice = {_at(units[1], "unit"): made.figures[_at(units[0], "unit")]}
    yield Broken("M8 twice", made.with_figures(twice), (Expected("S017", _at(units[1], "unit")),))
    yield Broken(
        "M8 missing",
        made,
        (Expected("S018", None),),
        (*(str(made.figures[_at(unit, "unit")]) for unit in units), "县档案馆"),
    )
    idle = next((unit for unit in units if made.figures[_at(unit, "all")] == 0), None)
    if idle is not None:
        without = {slot: each for slot, each in made.figures.items() if slot != _at(idle, "remark")}
        yield one("M10", replace(made, figures=without), "B104", _at(idle, "remark"), "M10")


def _broken_sums(made: Companion, unit: str, *, blocks: bool) -> Iterator[Broken]:
    subtotal = ["subtown"] if blocks else []
    broken = made
    for row in (unit, *subtotal, "total"):
        broken = broken.plus(_at(row, "kind1"), 2)
    rows = (unit, *subtotal, "total")
    yield Broken("M1", broken, tuple(Expected("B101", _at(row, "all"), "M1") for row in rows))
    for sums, edit in [*((row, "M2a") for row in subtotal), ("total", "M2b")]:
        slot = _at(sums, "all")
        expected = (Expected("B101", slot, edit), Expected("B101", slot, "M1"))
        yield Broken(f"M2 {sums}", made.plus(slot, -3), expected)
    kind = _at("total", "kind2")
    yield Broken(
        "M2 of a kind",
        made.plus(kind, 1).plus(_at("total", "all"), 1),
        (Expected("B101", kind, "M2b"), Expected("B101", _at("total", "all"), "M2b")),
    )


def _broken_place(made: Companion, units: Sequence[str]) -> Broken:
    """Move the last unit further behind."""
    last = max(units, key=lambda unit: made.number(_at(unit, "rank")))
    slot = _at(last, "rank")
    return Broken("M7", made.plus(slot, 5), (Expected("R104", slot),))

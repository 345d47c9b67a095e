"""Self-scoring sheets: groups with their points, items, own scores, reasons, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from companions.evidence import evidence_figures, evidence_page
from companions.model import Broken, Column, Companion, Expected, Page, filled
from companions.words import CRITERIA, GROUPS, ITEMS, REASONS
from submissions.model import Figure, Slot

FORM = "cn-self-scoring"
SCORES = "scores"
_ALWAYS_LOSE = (1, 3)
_STEPS = (Decimal("0.5"), Decimal(1))


@dataclass(frozen=True, slots=True)
class Plan:
    """The points of an assessment: those of each item, group by group.

    `bonus` are the points of extra items, which count in the total or not; `penalty` the most that
    each deduction can take.
    """

    groups: tuple[tuple[int, ...], ...]
    bonus: tuple[int, ...] = ()
    penalty: tuple[int, ...] = ()
    bonus_counts: bool = True


PLANS = {
    "100 in 6, 15 and 79": Plan(((2, 2, 2), (6, 3, 6), (25, 2, 5, 5, 2, 25, 2, 5, 6, 2))),
    "100 in 15, 65 and 20": Plan(((10, 5), (5, 10, 10, 15, 25), (8, 12))),
    "130 with 30 extra": Plan(((5, 10), (10, 15, 20, 10), (12, 18)), bonus=(10, 10, 10)),
    "100 and 10 extra beside": Plan(((10, 8, 3), (5, 8, 30), (20, 16)), (6, 4), bonus_counts=False),
    "100 with deductions": Plan(((10, 10), (30, 20), (15, 15)), bonus=(5,), penalty=(5, 3)),
}
COLUMNS = (
    Column("number", ("序号", "编号"), words=True),
    Column("group", ("一级指标", "考核项目", "项目"), merged=True, words=True),
    Column("item", ("二级指标", "考核内容", "考核指标", "指标内容"), words=True),
    Column("points", ("分值", "标准分", "分值（分）")),
    Column("criterion", ("评分标准", "评分细则", "扣分标准"), words=True),
    Column("score", ("自评得分", "自查得分", "自评分")),
    Column("reason", ("扣分原因", "扣分说明", "扣分理由"), words=True),
    Column("review", ("考核得分", "复核得分"), spare=True),
    Column("proof", ("佐证材料", "佐证材料编号"), words=True),
)
_NUMERALS = "一二三四五六七八九十"


def random_scores(name: str, seed: int) -> Companion:
    """Make a score sheet on a plan, with its list of evidence: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    plan = PLANS[name]
    cells: dict[Slot, Figure] = {}
    rows: list[str] = []
    groups = (*plan.groups, *(each for each in (plan.bonus, plan.penalty) if each))
    names = [*GROUPS[: len(plan.groups)], *_extra_names(plan)]
    for at, points in enumerate(groups):
        label = f"{_NUMERALS[at]}、{names[at]}（{sum(points)}分）"
        for figure in points:
            row = f"item{len(rows) + 1}"
            cells.update(_item(rng, row, len(rows), label, figure))
            rows.append(row)
    cells.update(_total(plan, rows, cells))
    return Companion(
        f"scores {name} {seed}",
        FORM,
        "2017年度安平县政务公开工作考核评价细则自查评分表",
        (_page((*rows, "total")), evidence_page(len(rows))),
        {**cells, **evidence_figures(rng, len(rows))},
    )


def _extra_names(plan: Plan) -> Iterator[str]:
    if plan.bonus:
        yield "加分项"
    if plan.penalty:
        yield "扣分项"


def _page(rows: Sequence[str]) -> Page:
    return Page(
        SCORES,
        "2017年度政务公开工作考核评价细则自查评分表",
        COLUMNS,
        tuple(rows),
        spread=frozenset({"total"}),
        above=("填报单位（盖章）：安平县人民政府办公室",),
        below=("注：自评得分由各单位填写，考核得分由考核组填写。",),
    )


def _item(rng: Random, row: str, at: int, group: str, points: int) -> dict[Slot, Figure]:
    step = rng.choice(_STEPS)
    extra, penalty = "加分" in group, "扣分" in group
    loses = at in _ALWAYS_LOSE or rng.random() < 0.35  # noqa: PLR2004
    lost = min(step * rng.randint(1, 2), Decimal(points)) if loses else Decimal(0)
    score = -lost if penalty else points - lost
    criterion = "每获上级推广1次加2分" if extra else rng.choice(CRITERIA).format(step=step)
    reason = rng.choice(REASONS) if lost and not extra else None
    held: dict[str, Figure] = {
        "number": at + 1,
        "group": group,
        "item": ITEMS[at % len(ITEMS)],
        "points": points,
        "criterion": criterion,
        "score": _tidy(score),
        "reason": reason,
        "proof": str(at + 1),
    }
    return filled((Slot(SCORES, row, column), figure) for column, figure in held.items())


def _tidy(figure: Decimal) -> Figure:
    return int(figure) if figure == int(figure) else figure


def _total(plan: Plan, rows: list[str], cells: dict[Slot, Figure]) -> dict[Slot, Figure]:
    whole = sum(sum(group) for group in plan.groups)
    points = whole + (sum(plan.bonus) if plan.bonus_counts else 0)
    score = sum(Decimal(str(cells[Slot(SCORES, row, "score")])) for row in rows)
    return {
        Slot(SCORES, "total", "number"): "合计",
        Slot(SCORES, "total", "points"): points,
        Slot(SCORES, "total", "score"): _tidy(Decimal(score)),
    }


def broken_scores(made: Companion) -> Iterator[Broken]:
    """Break each relation of a score sheet once."""
    rows = [row for row in made.page(SCORES).rows if row != "total" and not _beside(made, row)]
    lost = next(row for row in rows if Slot(SCORES, row, "reason") in made.figures)
    full = next(row for row in rows if _full(made, row))
    total = Slot(SCORES, "total", "score")

    def at(row: str, column: str) -> Slot:
        return Slot(SCORES, row, column)

    def expect(code: str, slot: Slot, edit: str | None = None) -> tuple[Expected, ...]:
        return (Expected(code, slot, edit),)

    group = made.run(at(lost, "group"))
    yield Broken("P1", made.plus(at(lost, "points"), 1), expect("B101", group[0], "P1a"))
    yield Broken(
        "P2", made.plus(at("total", "points"), -2), expect("B101", at("total", "points"), "P2")
    )
    over = made.plus(at(full, "score"), 1)
    yield Broken("P3", over.plus(total, 1), expect("B103", at(full, "score"), "P3a"))
    yield Broken("P4", made.plus(total, -1), expect("B101", total, "P4"))
    gone = dict(made.figures)
    del gone[at(lost, "reason")]
    yield Broken("P5", replace(made, figures=gone), expect("B104", at(lost, "reason"), "P5a"))
    yield _below(made, lost)
    odd = made.plus(at(lost, "score"), Decimal("0.3"))
    yield Broken("P7", odd.plus(total, Decimal("0.3")), expect("B104", at(lost, "score"), "P7"))
    yield Broken(
        "P8",
        made.with_figures({at(full, "reason"): "会议记录不全，扣1分"}),
        expect("B104", at(full, "reason"), "P8"),
    )
    proof = at(full, "proof")
    yield Broken(
        "P9", made.with_figures({proof: f"{made.figures[proof]}、99"}), expect("X101", proof)
    )


def _beside(made: Companion, row: str) -> bool:
    group = str(made.figures[Slot(SCORES, row, "group")])
    return "加分" in group or "扣分" in group


def _full(made: Companion, row: str) -> bool:
    score, points = (made.figures[Slot(SCORES, row, column)] for column in ("score", "points"))
    return score == points


def _below(made: Companion, row: str) -> Broken:
    """Take more points off than the item has."""
    slot = Slot(SCORES, row, "score")
    down = made.number(slot) + 1
    total = Slot(SCORES, "total", "score")
    return Broken(
        "P6",
        made.plus(slot, -down).plus(total, -down),
        (Expected("B104", slot, "P6"),),
    )

"""Other prints of score sheets: headings across, three levels of indicators, weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page
from companions.words import CRITERIA, GROUPS, ITEMS, REASONS
from submissions.model import Figure, Slot

FORM = "cn-self-scoring"
SCORES = "scores"
PLANS = ("headings across", "three levels", "weights")
_GROUPS = ((4, 6), (10, 15, 15), (20, 10, 20))
_NUMERALS = "一二三四五六七八九十"
_GROUP = Column("group", ("一级指标",), merged=True, words=True)
_SUBGROUP = Column("subgroup", ("二级指标",), merged=True, words=True)
_ITEM = Column("item", ("考核内容", "考核指标", "指标内容"), words=True)
_DEEPEST = Column("item", ("三级指标",), words=True)
_POINTS = Column("points", ("分值", "标准分", "满分"))
_WEIGHT = Column("weight", ("权重（%）", "权重"))
_MODE = Column("mode", ("赋分方式", "计分方式"), words=True)
_CRITERION = Column("criterion", ("评分标准", "评分细则"), words=True)
_SCORE = Column("score", ("自评得分", "自查得分", "自评分"))
_REASON = Column("reason", ("扣分原因", "扣分说明"), words=True)
_REVIEW = Column("review", ("复核得分",), spare=True)
_COLUMNS = {
    "headings across": (_ITEM, _POINTS, _CRITERION, _SCORE, _REASON, _REVIEW),
    "three levels": (_GROUP, _SUBGROUP, _DEEPEST, _POINTS, _CRITERION, _SCORE, _REASON),
    "weights": (_GROUP, _ITEM, _MODE, _WEIGHT, _SCORE, _REASON),
}


def _at(row: str, column: str) -> Slot:
    return Slot(SCORES, row, column)


def random_sheet(name: str, seed: int) -> Companion:
    """Make a score sheet: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    columns = _COLUMNS[name]
    cells: dict[Slot, Figure] = {}
    rows: list[str] = []
    headings = []
    for at, points in enumerate(_GROUPS):
        label = f"{_NUMERALS[at]}、{GROUPS[at]}（{sum(points)}分）"
        if name == "headings across":
            headings.append(f"group{at}")
            rows.append(headings[-1])
            cells[_at(headings[-1], columns[0].key)] = label
        for figure in points:
            row = f"item{len(rows) - len(headings)}"
            cells.update(_item(rng, name, row, label, figure))
            rows.append(row)
    cells.update(_total(columns[0].key, columns, cells))
    title = "2018年度政务公开工作考核自评表"
    page = Page(
        SCORES,
        title,
        columns,
        (*rows, "total"),
        wide=frozenset(headings),
        spread=frozenset({"total"}),
    )
    return Companion(f"sheet {name} {seed}", FORM, f"安平县{title}", (page,), cells)


def _item(rng: Random, name: str, row: str, group: str, points: int) -> dict[Slot, Figure]:
    lost = Decimal(rng.randint(1, 2)) / 2 if int(row[4:]) % 2 else Decimal(0)
    number = int(row[4:])
    held: dict[str, Figure] = {
        "item": f"{number}.{ITEMS[number]}",
        "points": points,
        "weight": points,
        "mode": "权重赋分制",
        "criterion": rng.choice(CRITERIA).format(step="0.5"),
        "score": points - lost if lost else points,
        "group": group,
        "subgroup": f"（{_NUMERALS[number]}）{ITEMS[-1 - number]}（{points}分）",
    }
    if lost:
        held["reason"] = rng.choice(REASONS)
    kept = {column.key for column in _COLUMNS[name]}
    return {_at(row, column): figure for column, figure in held.items() if column in kept}


def _total(
    label: str, columns: tuple[Column, ...], cells: dict[Slot, Figure]
) -> Iterator[tuple[Slot, Figure]]:
    yield _at("total", label), "合计"
    for column in columns:
        if column.key in {"points", "weight", "score"}:
            parts = [each for slot, each in cells.items() if slot.head == column.key]
            whole = sum(Decimal(str(part)) for part in parts)
            yield _at("total", column.key), int(whole) if whole == int(whole) else Decimal(whole)


def broken_sheet(made: Companion) -> Iterator[Broken]:
    """Break each relation of a score sheet once."""
    items = [row for row in made.page(SCORES).rows if row.startswith("item")]
    lost = next(row for row in items if _at(row, "reason") in made.figures)
    total = _at("total", "score")

    def one(relation: str, changed: Companion, code: str, slot: Slot, edit: str) -> Broken:
        return Broken(relation, changed, (Expected(code, slot, edit),))

    yield one("P4", made.plus(total, 2), "B101", total, "P4")
    without = {slot: each for slot, each in made.figures.items() if slot != _at(lost, "reason")}
    if _at(lost, "points") in made.figures:
        yield one("P5", replace(made, figures=without), "B104", _at(lost, "reason"), "P5a")
        whole = _at("total", "points")
        yield one("P2", made.plus(whole, 3), "B101", whole, "P2")
        yield one("P1", made.plus(_at(lost, "points"), 1), *_group_of(made, lost))
    else:
        weight = _at(lost, "weight")
        yield Broken("P10", made.plus(weight, 2), _off_hundred())


def _group_of(made: Companion, row: str) -> tuple[str, Slot, str]:
    """Tell where the points of an item are added up: the nearest indicator above with points."""
    if _at(row, "subgroup") in made.figures:
        return "B101", made.run(_at(row, "subgroup"))[0], "P1e"
    rows = made.page(SCORES).rows
    heading = next(each for each in reversed(rows[: rows.index(row)]) if each.startswith("group"))
    return "B101", _at(heading, "item"), "P1a"


def _off_hundred() -> tuple[Expected, ...]:
    return (Expected("R102", None, "P10a"),)

"""Other prints of counts: blocks as a column, groups with subtotals, sections under fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page, percent
from companions.words import FIELDS, INDICATORS, OFFICES, TOWNS
from submissions.counts import poisson
from submissions.model import Figure, Slot

PLANS = (
    "blocks in a column",
    "groups of indicators",
    "sections of fields",
    "applications in blocks",
)
_NUMBER = Column("number", ("序号",), words=True)
_BLOCK = Column("block", ("单位类别", "类别"), merged=True, words=True)
_UNIT = Column("unit", ("单位名称", "责任单位", "填报单位"), words=True)
_BLOCKS = {"乡镇": TOWNS, "县直部门": OFFICES}
_SHAPES: Mapping[str, tuple[str, str, str, tuple[Column, ...]]] = {
    "blocks in a column": (
        "cn-bulletin",
        "ranking",
        "2020年6月信息公开情况通报",
        (
            _NUMBER,
            _BLOCK,
            _UNIT,
            Column("site", ("网站",)),
            Column("wechat", ("微信",)),
            Column("weibo", ("微博",)),
            Column("all", ("合计", "总计", "信息条数")),
            Column("last_rank", ("上月排名",), spare=True),
            Column("rank", ("本月排名", "排名")),
        ),
    ),
    "groups of indicators": (
        "cn-cumulative",
        "months",
        "2019年5月政务公开工作月报",
        (
            _NUMBER,
            Column("unit", ("项目", "指标", "指标名称"), words=True),
            Column("current", ("本月", "本月数", "本期")),
            Column("before", ("上月累计", "截至上月累计")),
            Column("to_date", ("本年累计", "累计", "本月累计")),
        ),
    ),
    "sections of fields": (
        "cn-catalogue-counts",
        "catalogue",
        "2019年政务公开事项清单统计表",
        (
            Column("block", ("领域", "试点领域"), merged=True, words=True),
            Column("unit", ("二级目录",), words=True),
            Column("all", ("事项数", "公开事项数", "事项数（项）")),
        ),
    ),
    "applications in blocks": (
        "cn-applications",
        "units",
        "2021年度政府信息公开申请办理情况统计表",
        (
            _NUMBER,
            _UNIT,
            Column("received", ("收到申请", "新收", "收到")),
            Column("in_time", ("按时办结", "按期办结")),
            Column("late", ("延期办结", "延期答复")),
            Column("closed", ("办结", "办结数", "已办结")),
            Column("open", ("在办", "未办结")),
            Column("rate", ("办结率（%）", "办结率"), share=True),
        ),
    ),
}


def random_counts(name: str, seed: int) -> Companion:
    """Make a table: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    form, table, title, columns = _SHAPES[name]
    cells: dict[Slot, Figure] = {}
    rows: list[str] = []
    for at, (block, members) in enumerate(_groups(name, rng).items()):
        own = []
        for number, held in enumerate(_members(rng, name, block, members)):
            own.append(f"unit{at}_{number}")
            cells.update({Slot(table, own[-1], column): held[column] for column in held})
        if name in {"groups of indicators", "applications in blocks"}:
            heading = f"block{at}"
            cells[Slot(table, heading, columns[0].key)] = f"{'一二三四五六七八'[at]}、{block}"
            own.insert(0, heading)
        if name != "blocks in a column":
            own.append(f"sub{at}")
            _sum(cells, table, own[-1], "小计", [row for row in own if row.startswith("unit")])
        rows += own
    units = [row for row in rows if row.startswith("unit")]
    for at, row in enumerate(units if "number" in {column.key for column in columns} else ()):
        cells[Slot(table, row, "number")] = at + 1
    _sum(cells, table, "total", "合计", units)
    if name == "blocks in a column":
        cells.update(_ranks(cells, table, units))
    _label(cells, table, rows, name, columns)
    page = Page(
        table,
        title,
        columns,
        (*rows, "total"),
        wide=frozenset(row for row in rows if row.startswith("block")),
        spread=frozenset({"total", *(row for row in rows if row.startswith("sub"))}),
    )
    return Companion(f"counts {name} {seed}", form, f"安平县{title}", (page,), cells)


def _groups(name: str, rng: Random) -> Mapping[str, Sequence[str]]:
    if name == "groups of indicators":
        return {"主动公开": INDICATORS[:5], "依申请公开": INDICATORS[5:7], "其他": INDICATORS[7:]}
    if name == "sections of fields":
        return {
            field: ("政策文件", "办事指南", "结果公示")[: rng.randint(2, 3)] for field in FIELDS
        }
    return {block: units[: rng.randint(4, 7)] for block, units in _BLOCKS.items()}


def _members(
    rng: Random, name: str, block: str, members: Sequence[str]
) -> Iterator[dict[str, Figure]]:
    """Give what each line of a block holds, by columns."""
    for member in members:
        held: dict[str, Figure] = {"unit": member, **_figures(rng, name)}
        if name in {"blocks in a column", "sections of fields"}:
            held["block"] = block
        yield held


def _figures(rng: Random, name: str) -> dict[str, Figure]:
    if name == "blocks in a column":
        kinds = {kind: poisson(rng, 9) for kind in ("site", "wechat", "weibo")}
        return {**kinds, "all": sum(kinds.values()), "last_rank": rng.randint(1, 12)}
    if name == "groups of indicators":
        current, before = poisson(rng, 20), poisson(rng, 80)
        return {"current": current, "before": before, "to_date": current + before}
    if name == "sections of fields":
        return {"all": rng.randint(3, 40)}
    in_time, late, still = 1 + poisson(rng, 9), poisson(rng, 2), poisson(rng, 1)
    closed = in_time + late
    flows = {"received": closed + still, "in_time": in_time, "late": late, "closed": closed}
    return {**flows, "open": still, "rate": percent(closed, closed + still)}


def _sum(
    cells: dict[Slot, Figure], table: str, row: str, label: str, members: Sequence[str]
) -> None:
    """Fill in a line that adds up others; a rate is reckoned anew, and places are none."""
    cells[Slot(table, row, "label")] = label
    sums: dict[str, int] = {}
    for slot, figure in cells.items():
        if slot.line in members and isinstance(figure, int) and "rank" not in slot.head:
            sums[slot.head] = sums.get(slot.head, 0) + figure
    sums.pop("number", None)
    cells.update({Slot(table, row, column): figure for column, figure in sums.items()})
    if "closed" in sums:
        cells[Slot(table, row, "rate")] = percent(sums["closed"], sums["received"])


def _ranks(
    cells: Mapping[Slot, Figure], table: str, units: Sequence[str]
) -> Iterator[tuple[Slot, Figure]]:
    counts = {unit: int(str(cells[Slot(table, unit, "all")])) for unit in units}
    for unit, count in counts.items():
        yield Slot(table, unit, "rank"), 1 + sum(other > count for other in counts.values())


def _label(
    cells: dict[Slot, Figure],
    table: str,
    rows: Sequence[str],
    name: str,
    columns: Sequence[Column],
) -> None:
    """Put the labels of sums where they are printed: first on the line, or under the field."""
    for row in (*rows, "total"):
        label = cells.pop(Slot(table, row, "label"), None)
        if label is not None:
            inside = name == "sections of fields" and row != "total"
            cells[Slot(table, row, "unit" if inside else columns[0].key)] = label
        if label is not None and name == "sections of fields" and row != "total":
            above = rows[rows.index(row) - 1]
            cells[Slot(table, row, "block")] = cells[Slot(table, above, "block")]


def broken_counts(made: Companion) -> Iterator[Broken]:
    """Break each relation once."""
    (page,) = made.pages
    total = page.slot("total", _counted(page))
    edits = {"ranking": "M2", "months": "M2", "catalogue": "K1", "units": "Q7"}
    expected = [Expected("B101", total, edits[page.table])]
    more = {"ranking": ("M1", "B101"), "months": ("M3", "B101")}
    if page.table in more:
        edit, code = more[page.table]
        expected.append(Expected(code, total, edit))
    if page.table == "units":
        yield Broken("Q4", *_late(made, page))
    else:
        yield Broken("total", made.plus(total, 3), tuple(expected))
    subtotal = page.slot("sub1", _counted(page))
    if subtotal in made.figures and page.table == "catalogue":
        yield Broken("subtotal", made.plus(subtotal, 2), (Expected("B101", subtotal, "K4"),))


def _counted(page: Page) -> str:
    return {"months": "to_date", "units": "received"}.get(page.table, "all")


def _late(made: Companion, page: Page) -> tuple[Companion, tuple[Expected, ...]]:
    """Move nothing but the closings after an extension, in a unit and all sums over it."""
    rows = ("unit0_1", "sub0", "total")
    changed = made
    for row in rows:
        changed = changed.plus(page.slot(row, "late"), 1)
    return changed, tuple(Expected("B101", page.slot(row, "closed"), "Q4") for row in rows)

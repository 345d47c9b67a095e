"""Open forms for tests: a score sheet, a list of papers, a bulletin, a breakdown, a series."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.form import Form
from statlint.table import FilledForm, Part, Search, Table
from statlint.values import Figure
from tables import Entry, form_of, table_of


def text(key: str, label: str, *aliases: str, **more: object) -> Entry:
    return {"key": key, "label": label, "aliases": list(aliases), "kind": "text", **more}


def head(key: str, label: str, *aliases: str, **more: object) -> Entry:
    return {"key": key, "label": label, "aliases": list(aliases), **more}


def line(key: str, label: str, *aliases: str, **more: object) -> Entry:
    return {"key": key, "label": label, "aliases": list(aliases), **more}


SCORES = table_of(
    [
        line("group", "一级指标", repeat=True, stated="points", optional=True),
        line("item", "指标", repeat=True, under="group"),
        line("sub", "小计", under="group", optional=True),
        line("total", "合计", "总分", optional=True, stated="points"),
    ],
    [
        text("number", "序号", optional=True, format="ordinal"),
        text("area", "一级指标", "项目", names="group", optional=True),
        text("what", "二级指标", "考核内容", names="item"),
        head("points", "分值", "标准分", kind="score"),
        text("rule", "评分标准", optional=True),
        head("score", "自评得分", kind="score"),
        head("checked", "考核得分", kind="score", optional=True),
        text("reason", "扣分原因", optional=True),
    ],
    {"rule": "sum(item) = group", "per": "head", "within": "group", "heads": ["points"]},
    {"rule": "sum(item) = total", "per": "head"},
    key="scores",
)
PAPERS = table_of(
    [
        line("paper", "材料", repeat=True, unique=["name"]),
        line("count", "共{n}份", "共{n}件", stated="copies", optional=True),
    ],
    [
        text("number", "序号", format="ordinal", optional=True),
        text("name", "材料名称", names="paper"),
        text("sign", "文号", format="document-number"),
        text("date", "印发日期", format="date", optional=True),
        head("copies", "份数", optional=True),
    ],
    {"id": "N1", "rule": "count.copies = tally(paper)"},
    key="papers",
)
BULLETIN = table_of(
    [
        line("block", "类别", repeat=True, optional=True),
        line("unit", "单位", repeat=True, under="block"),
        line("sub", "小计", under="block", optional=True),
        line("total", "合计", "总计", optional=True),
        line("mean", "平均分", "平均", optional=True),
    ],
    [
        text("number", "序号", format="ordinal", optional=True),
        text("name", "单位", "单位名称", "乡镇", names="unit"),
        head("kind", "事项", repeat=True),
        head("all", "合计", optional=True),
        head("score", "得分", kind="score", optional=True),
        head("place", "排名", "名次", optional=True),
        text("note", "备注", optional=True),
    ],
    {"rule": "sum(kind) = all", "per": "line"},
    {"rule": "sum(unit) = total", "per": "head"},
    key="bulletin",
    **{"one-of": [["all"], ["score"], ["place"]]},
)
SHARES = table_of(
    [line("kind", "类别", repeat=True), line("total", "合计", "总计", optional=True)],
    [
        text("name", "类别", names="kind"),
        head("number", "数量", "条数"),
        head("share", "占比", "比例", kind="share", optional=True),
    ],
    {"rule": "sum(kind) = total", "per": "head", "heads": ["number"]},
    key="shares",
)
MONTHS = table_of(
    [line("what", "指标", repeat=True)],
    [
        text("name", "指标", names="what", optional=True),
        *(head(f"m{number}", f"{number}月", optional=True) for number in range(1, 13)),
        head("year", "全年", "全年合计", optional=True),
    ],
    key="months",
    **{"one-of": [["m1", "m2", "m3"], ["m12"]]},
)


def open_form(table: Entry, **more: object) -> Form:
    return form_of(table, **{"id": str(table["key"]), **more})


SCORE_FORM = form_of(SCORES, PAPERS, id="scoring")
BULLETIN_FORM = open_form(BULLETIN, titles=["通报", "排名"])
SHARE_FORM = open_form(SHARES)
MONTH_FORM = open_form(MONTHS)
OPEN_FORMS = (SCORE_FORM, BULLETIN_FORM, SHARE_FORM, MONTH_FORM)


def tables_in(found: Search) -> list[str]:
    """Tell each filled form with its tables: where they stand, whether turned."""
    return [
        f"{filled.form.id}: " + ", ".join(_told(table) for table in filled.tables)
        for filled in found.filled
    ]


def _told(table: Table) -> str:
    parts = " ".join(f"{part.range}{' turned' if part.turned else ''}" for part in table.parts)
    return f"{table.plan.key} {parts}"


def lines_in(filled: FilledForm, table: int = 0) -> list[str]:
    """Tell the lines of a table: key, label, what it stands under, its figures."""
    found = filled.tables[table]
    return [
        f"{each.key} {each.label.zh}"
        + (f" < {each.under}" if each.under else "")
        + "".join(f" {figure}" for figure in _figures(found, each.key))
        for block in found.plan.blocks
        for each in block.lines
    ]


def _figures(table: Table, key: str) -> Iterator[str]:
    for part in table.parts:
        for found in part.lines:
            if found.line.key == key:
                yield from _row(part, key)
        for stated in part.stated:
            if stated.line.key == key:
                yield f"{stated.head.key}={stated.reading.text}@{stated.label.cell}"


def _row(part: Part, key: str) -> Iterator[str]:
    (line,) = (found for found in part.lines if found.line.key == key)
    for head in part.heads:
        reading = part.grid.reading(*part.at(line, head))
        if isinstance(reading, Figure):
            yield f"{head.head.key}={reading.text}"


def heads_in(filled: FilledForm, table: int = 0) -> list[str]:
    """Tell the printed heads of a table: key, label, kind, and the cell."""
    part = filled.tables[table].parts[0]
    return [
        f"{found.head.key} {found.label.text} {found.label.cell}"
        + (f" {found.head.measure.kind}" if found.head.measure and found.head.of else "")
        for found in part.heads
    ]

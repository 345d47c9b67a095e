"""Ordinary tables of a county that are none of the shipped forms, and look a little like them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from companions.model import percent
from companions.words import OFFICES, TOWNS
from submissions.model import Figure, Submission
from submissions.rectangle import Position, Rectangle
from submissions.writing import Sheet, write_text, write_xlsx

Row = Sequence[Figure]


def _total(rows: Sequence[Row], label: str, columns: range) -> Row:
    width = max(len(row) for row in rows)
    sums: list[Figure] = [label, *[None] * (width - 1)]
    for column in columns:
        sums[column] = sum(int(str(row[column])) for row in rows)
    return sums


def _budget(rng: Random) -> list[Row]:
    body: list[Row] = []
    for office in OFFICES[:12]:
        basic, projects = rng.randint(50, 900), rng.randint(10, 300)
        body.append([office, basic, projects, basic + projects])
    head: Row = ["单位", "基本支出", "项目支出", "合计"]
    return [["2020年部门预算汇总表"], head, *body, _total(body, "合计", range(1, 4))]


def _population(rng: Random) -> list[Row]:
    body: list[Row] = []
    for town in TOWNS[:14]:
        men, women = rng.randint(4000, 20000), rng.randint(4000, 20000)
        body.append([town, rng.randint(2000, 9000), men + women, men, women])
    head: Row = ["乡镇", "总户数", "总人口", "男", "女"]
    return [["2020年末分乡镇人口"], head, *body, _total(body, "全县", range(1, 5))]


def _grades(rng: Random) -> list[Row]:
    head: Row = ["学号", "姓名", "语文", "数学", "英语", "平均分", "名次"]
    names = ("王芳", "李明", "张伟", "刘洋", "陈静", "杨军", "赵敏", "黄磊")
    body: list[Row] = []
    for at, name in enumerate(names, 1):
        marks = [rng.randint(50, 100) for _ in range(3)]
        body.append([20200100 + at, name, *marks, percent(sum(marks), 300, 1), rng.randint(1, 8)])
    return [["七年级(2)班期中考试成绩"], head, *body]


def _purchases(rng: Random) -> list[Row]:
    head: Row = ["序号", "名称", "规格", "数量", "单价", "金额", "备注"]
    things = ("打印纸", "硒鼓", "文件柜", "办公椅", "投影仪", "网线")
    body: list[Row] = []
    for at, thing in enumerate(things, 1):
        number, price = rng.randint(1, 40), rng.randint(5, 900)
        body.append([at, thing, "标准", number, price, number * price, None])
    return [["办公用品采购清单"], head, *body]


def _projects(rng: Random) -> list[Row]:
    head: Row = [
        "序号",
        "项目名称",
        "建设单位",
        "总投资（万元）",
        "本月完成",
        "本年累计",
        "形象进度",
    ]
    body: list[Row] = [
        [at, f"{town}道路改造", town, rng.randint(100, 900), rng.randint(1, 50), None, "在建"]
        for at, town in enumerate(TOWNS[:8], 1)
    ]
    return [["重点项目进展情况"], head, *body]


def _cash(rng: Random) -> list[Row]:
    incomes, costs = rng.randint(100, 900), rng.randint(100, 900)
    head: Row = ["项目", "本月", "本年累计"]
    return [
        ["食堂收支表", None, None],
        head,
        ["一、收入", incomes, incomes * 5],
        ["二、支出", costs, costs * 6],
        ["三、结余", incomes - costs, incomes * 5 - costs * 6],
    ]


def _quarters(rng: Random) -> list[Row]:
    head: Row = ["指标", "一季度", "上半年", "前三季度", "全年"]
    body: list[Row] = []
    for name in ("地区生产总值", "第一产业", "第二产业", "第三产业"):
        value = rng.randint(20, 60)
        body.append([name, value, 2 * value + 3, 3 * value + 7, 4 * value + 15])
    return [["主要经济指标（亿元，累计）"], head, *body]


def _files(rng: Random) -> list[Row]:
    head: Row = ["序号", "文件名称", "收文日期", "份数", "存放位置"]
    body: list[Row] = [
        [2 * at + 1, f"关于第{at}号事项的函", f"20{rng.randint(10, 22)}-03-0{at}", 2, "二楼"]
        for at in range(1, 7)
    ]
    return [["收文登记"], head, *body]


def _schools(rng: Random) -> list[Row]:
    head: Row = ["类别", "数量", "占地面积", "教职工"]
    body: list[Row] = [
        [name, rng.randint(3, 60), rng.randint(900, 9000), rng.randint(50, 900)]
        for name in ("幼儿园", "小学", "初中", "高中")
    ]
    return [["各级学校情况"], head, *body, ["其中：民办", 5, 1200, 88]]


def _duty(rng: Random) -> list[Row]:
    head: Row = ["日期", "星期", "带班领导", "值班人员", "联系电话"]
    names = ("王芳", "李明", "张伟", "刘洋")
    body: list[Row] = [
        [f"10月{day}日", "一二三四五六日"[day % 7], rng.choice(names), rng.choice(names), 4781234]
        for day in range(1, 8)
    ]
    return [["国庆值班表"], head, *body]


_TABLES = {
    "budget": _budget,
    "population": _population,
    "grades": _grades,
    "purchases": _purchases,
    "projects": _projects,
    "cash": _cash,
    "quarters": _quarters,
    "files": _files,
    "schools": _schools,
    "duty": _duty,
}


def ordinary_tables(seed: int) -> Iterator[Submission]:
    """Make one table of each kind, as a workbook and as text."""
    for name, table in _TABLES.items():
        rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
        sheet = Sheet("Sheet1", _rectangle(table(rng)), {})
        yield write_xlsx(f"{name}-{seed}", [sheet])
        yield write_text("gbk", ",")(f"{name}-{seed}", [sheet])


def _rectangle(rows: Sequence[Row]) -> Rectangle:
    cells: Mapping[Position, Figure] = {
        (row, column): figure
        for row, line in enumerate(rows)
        for column, figure in enumerate(line)
        if figure is not None
    }
    return Rectangle(cells)  # type: ignore[arg-type]

"""What looks odd and is not: years as heads, notes among figures, tables side by side."""

from __future__ import annotations

from datetime import date
from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import (
    ITEMS,
    PLACES,
    UNITS,
    Line,
    amount,
    column,
    one_page,
    some,
    sums,
)


def days_as_heads(draw: Random) -> Book:
    """Head columns with real dates."""
    heads = [date(2024, month, 1) for month in range(1, 7)]
    lines: list[Line] = [("窗口", *heads, "合计")]
    for row, place in enumerate(some(draw, PLACES), 2):
        figures = [draw.randint(1, 50) for _ in heads]
        lines.append((place, *figures, f"=SUM(B{row}:G{row})"))
    lines.append(("合计", *sums("BCDEFGH", 2, len(lines))))
    formats = {f"{letter}1": 'yyyy"年"m"月"' for letter in "BCDEFG"}
    return one_page("办件", lines, formats)


def years_as_heads(draw: Random) -> Book:
    """Head columns with years that are numbers, right above the figures."""
    lines: list[Line] = [("历年发文数量",), ("单位", 2020, 2021, 2022, 2023, 2024, "合计")]
    for row, unit in enumerate(some(draw, UNITS), 3):
        figures = [draw.randint(1, 90) for _ in range(5)]
        lines.append((unit, *figures, f"=SUM(B{row}:F{row})"))
    lines.append(("合计", *sums("BCDEFG", 3, len(lines))))
    return one_page("历年", lines)


def years_as_lines(draw: Random) -> Book:
    """Begin each line with a year that is a number."""
    lines: list[Line] = [("年份", "常住人口", "户籍人口", "差额")]
    for row in range(2, 2 + draw.randint(5, 10)):
        people = draw.randint(30, 50) * 100
        lines.append((2014 + row, people, people + draw.randint(-300, 300), f"=B{row}-C{row}"))
    lines.append(("平均", *(f"=AVERAGE({letter}2:{letter}{len(lines)})" for letter in "BCD")))
    return one_page("人口", lines, column("D", 2, len(lines), "0.0"))


def numbered_heads(draw: Random) -> Book:
    """Give each column a number under its head, as official forms do."""
    lines: list[Line] = [
        ("指标名称", "代码", "本年", "上年", "增减"),
        ("甲", "乙", 1, 2, 3),
    ]
    for at, item in enumerate(some(draw, ITEMS), 1):
        row = at + 2
        lines.append(
            (item, f"{at:02}", draw.randint(1, 900), draw.randint(1, 900), f"=C{row}-D{row}")
        )
    lines.append(("合计", None, *sums("CDE", 3, len(lines))))
    return one_page("基层表", lines)


def notes_among_figures(draw: Random) -> Book:
    """Write words in the cells of those who have no figure."""
    lines: list[Line] = [("单位", "公开数", "申请数", "合计")]
    for row, unit in enumerate(some(draw, UNITS, 6, 12), 2):
        figures = [
            draw.choice((draw.randint(0, 99), draw.randint(0, 99), "未报", "/", "—", "不涉及"))
            for _ in range(2)
        ]
        lines.append((unit, *figures, f"=SUM(B{row}:C{row})"))
    lines.append(("合计", *sums("BCD", 2, len(lines))))
    return one_page("报送", lines)


def two_tables(draw: Random) -> Book:
    """Put one table under another, each with its own total."""
    lines: list[Line] = []
    for title in ("表一 行政许可", "表二 行政处罚"):
        lines += [(title,), ("单位", "上年", "本年")]
        first = len(lines) + 1
        lines += [(one, draw.randint(0, 99), draw.randint(0, 99)) for one in some(draw, UNITS)]
        lines += [("合计", *sums("BC", first, len(lines))), (), ()]
    return one_page("许可处罚", lines)


def tables_side_by_side(draw: Random) -> Book:
    """Put one table beside another, the second with more lines."""
    left, right = some(draw, UNITS, 5, 6), some(draw, PLACES, 7, 9)
    lines: list[Line] = [("部门", "数量", None, "乡镇", "数量")]
    for at, place in enumerate(right):
        pair: Line = (None, None)
        if at < len(left):
            pair = (left[at], draw.randint(1, 90))
        elif at == len(left):
            pair = ("合计", f"=SUM(B2:B{at + 1})")
        lines.append((*pair, None, place, draw.randint(1, 90)))
    lines.append((None, None, None, "合计", f"=SUM(E2:E{len(right) + 1})"))
    return one_page("并列", lines)


def other_units(draw: Random) -> Book:
    """Turn 元 into 万元 in a column beside."""
    lines: list[Line] = [("项目", "金额（元）", "金额（万元）")]
    for row, item in enumerate(some(draw, ITEMS), 2):
        lines.append((item, draw.randint(100, 9999) * 100, f"=B{row}/10000"))
    lines.append(("合计", *sums("BC", 2, len(lines))))
    return one_page("换算", lines, column("C", 2, len(lines), "0.00"))


def lines_of_statistics(draw: Random) -> Book:
    """Give mean, highest and lowest below the total."""
    lines: list[Line] = [("乡镇", "粮食产量", "播种面积", "单产")]
    for row, place in enumerate(some(draw, PLACES), 2):
        lines.append(
            (place, draw.randint(500, 900), draw.randint(50, 90), f"=ROUND(B{row}/C{row},2)")
        )
    end = len(lines)
    lines.append(("合计", *sums("BC", 2, end), f"=ROUND(B{end + 1}/C{end + 1},2)"))
    for name, word in (("平均", "AVERAGE"), ("最高", "MAX"), ("最低", "MIN")):
        cells = (f"={word}({letter}2:{letter}{end})" for letter in "BC")
        lines.append((name, *cells, f"={word}(D2:D{end})"))
    codes = column("B", end + 2, end + 2, "0.0") | column("C", end + 2, end + 2, "0.0")
    return one_page("粮食", lines, codes | {f"D{end + 2}": "0.00"})


def rates_above(draw: Random) -> Book:
    """Keep rates above the table, right over its columns."""
    lines: list[Line] = [
        ("比例", 0.16, 0.08, 0.006),
        ("项目", "养老保险", "医疗保险", "失业保险", "基数", "合计"),
    ]
    for row, unit in enumerate(some(draw, UNITS), 3):
        base = draw.randint(40, 90) * 100
        parts = (f"=ROUND({letter}$1*$E{row},2)" for letter in "BCD")
        lines.append((unit, *parts, base, f"=SUM(B{row}:D{row})"))
    lines.append(("合计", *sums("BCDEF", 3, len(lines))))
    return one_page("社保", lines, {"B1": "0.0%", "C1": "0.0%", "D1": "0.0%"})


def targets(draw: Random) -> Book:
    """Measure each unit against its target; the total has a target of its own."""
    lines: list[Line] = [("任务完成情况",), ("单位", "目标", "完成", "完成率", "差额")]
    for row, unit in enumerate(some(draw, UNITS), 3):
        parts = draw.randint(50, 99), draw.randint(30, 120)
        lines.append((unit, *parts, f"=C{row}/B{row}", f"=MAX(B{row}-C{row},0)"))
    end = len(lines)
    total = ("全市", draw.randint(300, 400), f"=SUM(C3:C{end})", f"=C{end + 1}/B{end + 1}")
    lines.append((*total, f"=MAX(B{end + 1}-C{end + 1},0)"))
    return one_page("任务", lines, column("D", 3, end + 1, "0.0%"))


def dashboard(draw: Random) -> Book:
    """Put unrelated figures one under another, each with a formula of its own."""
    figures = [draw.randint(20, 400) for _ in range(6)]
    lines: list[Line] = [
        ("基础数据", None, None, "核心指标", None),
        ("受理", figures[0] + figures[1], None, "办结率", "=B3/B2"),
        ("办结", figures[0], None, "在办", "=B2-B3"),
        ("诉讼", figures[2], None, "争议总数", "=B4+B5"),
        ("复议", figures[3], None, "争议发生率", "=(B4+B5)/B3"),
        ("网站访问", figures[4] * 1000, None, "日均访问（次）", "=ROUND(B6/366,0)"),
        ("发布信息", figures[5], None, "单条访问", "=ROUND(B6/B7,1)"),
    ]
    return one_page("看板", lines, {"E2": "0.0%", "E5": "0.0%"})


def named_cells(draw: Random) -> Book:
    """Take a rate from a cell with a name."""
    lines: list[Line] = [("折旧率", 0.05), (), ("资产", "原值", "年折旧", "净值")]
    for row, item in enumerate(("办公楼", "公务用车", "服务器", "空调"), 4):
        value = draw.randint(10, 900) * 100
        lines.append((item, value, f"=ROUND(B{row}*折旧率,2)", f"=B{row}-C{row}"))
    lines.append(("合计", *sums("BCD", 4, 7)))
    book = one_page("折旧", lines, {"B1": "0%"})
    return Book(book.pages, names={"折旧率": "折旧!$B$1"})


def a_note_below(draw: Random) -> Book:
    """Write notes with figures below the total, and a sum that takes one line only."""
    lines: list[Line] = [("经费", "金额（万元）"), ("本级", amount(draw)), ("合计", "=SUM(B2:B2)")]
    lines += [(), ("注：上年数", amount(draw)), ("注：人数", draw.randint(5, 50))]
    lines.append(("人均（元）", "=ROUND(B3*10000/B6,0)"))
    return one_page("经费", lines)


MAKERS = (
    days_as_heads,
    years_as_heads,
    years_as_lines,
    numbered_heads,
    notes_among_figures,
    two_tables,
    tables_side_by_side,
    other_units,
    lines_of_statistics,
    rates_above,
    targets,
    dashboard,
    named_cells,
    a_note_below,
)

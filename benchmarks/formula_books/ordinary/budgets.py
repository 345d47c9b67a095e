"""Budgets and bills: subtotals, totals above and below, taxes."""

from __future__ import annotations

from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import (
    ITEMS,
    UNITS,
    Line,
    amount,
    column,
    happens,
    one_page,
    some,
    sums,
)

_GROUPS = ("一、基本支出", "二、项目支出", "三、上缴上级支出", "四、经营支出")


def _grouped(draw: Random, subtotal: str) -> tuple[list[Line], list[int]]:
    """Give two or three groups of items with a subtotal below each; and the subtotals' rows."""
    lines: list[Line] = [
        ("部门支出预算表",),
        ("单位：元",),
        ("项目", "基本经费", "专项经费", "合计"),
    ]
    ends = []
    for group in _GROUPS[: draw.randint(2, 4)]:
        lines.append((group,))
        first = len(lines) + 1
        for item in some(draw, ITEMS, 2, 5):
            row = len(lines) + 1
            lines.append((item, amount(draw), amount(draw), f"=B{row}+C{row}"))
        last = len(lines)
        cells = [subtotal.format(f"{letter}{first}:{letter}{last}") for letter in "BCD"]
        lines.append(("小计", *cells))
        ends.append(len(lines))
    return lines, ends


def totals_of_subtotals(draw: Random) -> Book:
    """Add up the subtotals one by one."""
    lines, ends = _grouped(draw, "=SUM({})")
    lines.append(("合计", *("=" + "+".join(f"{letter}{row}" for row in ends) for letter in "BCD")))
    return one_page("预算", lines)


def sum_of_subtotals(draw: Random) -> Book:
    """Add up the subtotals in one SUM of single cells."""
    lines, ends = _grouped(draw, "=SUM({})")
    cells = (",".join(f"{letter}{row}" for row in ends) for letter in "BCD")
    lines.append(("总计", *(f"=SUM({one})" for one in cells)))
    return one_page("预算", lines)


def half_of_everything(draw: Random) -> Book:
    """Add up items and subtotals, and take half."""
    lines, ends = _grouped(draw, "=SUM({})")
    lines.append(("合计", *(f"=SUM({letter}4:{letter}{ends[-1]})/2" for letter in "BCD")))
    return one_page("预算", lines)


def nested_subtotals(draw: Random) -> Book:
    """Use SUBTOTAL below, which leaves the SUBTOTALs above it out."""
    lines, ends = _grouped(draw, "=SUBTOTAL(9,{})")
    lines.append(("合计", *(f"=SUBTOTAL(9,{letter}5:{letter}{ends[-1]})" for letter in "BCD")))
    return one_page("预算", lines)


def totals_on_top(draw: Random) -> Book:
    """Put each total above its parts, and the grand total first."""
    lines: list[Line] = [("一般公共预算支出表",), ("科目", "年初预算", "执行数"), ("支出合计",)]
    tops = []
    for name in ("一般公共服务支出", "公共安全支出", "教育支出", "科学技术支出")[
        : draw.randint(2, 4)
    ]:
        top = len(lines) + 1
        tops.append(top)
        items = some(draw, ITEMS, 2, 5)
        lines.append((name, *sums("BC", top + 1, top + len(items))))
        lines += [(f"  {item}", amount(draw), amount(draw)) for item in items]
    cells = ("=" + "+".join(f"{letter}{row}" for row in tops) for letter in "BC")
    lines[2] = ("支出合计", *cells)
    return one_page("支出", lines)


def parts_of_parts(draw: Random) -> Book:
    """Leave the lines 其中 out of the total."""
    lines: list[Line] = [("收入情况表",), ("项目", "上年数", "本年数")]
    counted = []
    for name in ("财政拨款收入", "事业收入", "经营收入", "其他收入"):
        figures = [draw.randint(800, 9000) for _ in range(2)]
        lines.append((name, *figures))
        counted.append(len(lines))
        if happens(draw, 70) or len(counted) == 1:
            lines.append(("  其中：专项", *(figure // 3 for figure in figures)))
    cells = ("=" + "+".join(f"{letter}{row}" for row in counted) for letter in "BC")
    lines.append(("合计", *cells))
    return one_page("收入", lines)


def execution_rates(draw: Random) -> Book:
    """Divide what was spent by what was planned, in the total line too."""
    lines: list[Line] = [
        ("预算执行进度表",),
        ("单位", "年初预算", "调整数", "调整后预算", "支出数", "执行进度"),
    ]
    units = some(draw, UNITS)
    for row, unit in enumerate(units, 3):
        planned, moved = amount(draw), draw.choice((0, 0, amount(draw, 300), -50.5))
        spent = round((planned + moved) * draw.randint(60, 100) / 100, 2)
        lines.append((unit, planned, moved, f"=B{row}+C{row}", spent, f"=E{row}/D{row}"))
    last = len(lines)
    lines.append(("合计", *sums("BCDE", 3, last), f"=E{last + 1}/D{last + 1}"))
    return one_page("进度", lines, column("F", 3, last + 1, "0.00%"))


def plan_with_remarks(draw: Random) -> Book:
    """Write remarks where a figure has no sense."""
    lines: list[Line] = [("项目", "2023年", "2024年", "增减", "说明")]
    for row, item in enumerate(some(draw, ITEMS), 2):
        if happens(draw, 25):
            lines.append((item, "新增", amount(draw), "—", "本年新增项目"))
        else:
            lines.append((item, amount(draw), amount(draw), f"=C{row}-B{row}"))
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last), f"=C{last + 1}-B{last + 1}"))
    return one_page("增减", lines)


def invoice(draw: Random) -> Book:
    """Round the tax of each line."""
    lines: list[Line] = [
        ("采购明细",),
        ("品名", "数量", "单价", "金额", "税率", "税额", "价税合计"),
    ]
    for row, item in enumerate(
        ("打印纸", "硒鼓", "文件盒", "标签纸", "光盘", "U盘")[: draw.randint(3, 6)], 3
    ):
        parts = draw.randint(1, 40), amount(draw, 300)
        tax = f"=ROUND(D{row}*E{row},2)"
        lines.append((item, *parts, f"=ROUND(B{row}*C{row},2)", 0.13, tax, f"=D{row}+F{row}"))
    last = len(lines)
    total = (f"=SUM({letter}3:{letter}{last})" for letter in "DFG")
    first, tax, both = total
    lines.append(("合计", None, None, first, None, tax, both))
    return one_page(
        "采购", lines, column("E", 3, last, "0%") | column("G", 3, last + 1, "#,##0.00")
    )


def sums_over_blank_lines(draw: Random) -> Book:
    """Let a SUM run from the line under the heads over headings and blank lines."""
    lines: list[Line] = [("三公经费明细",), ("事项", "金额（元）"), ()]
    for name in ("公务用车", "公务接待", "因公出国"):
        lines.append((name,))
        lines += [(item, amount(draw)) for item in some(draw, ITEMS, 2, 4)]
        lines.append(())
    lines.append(("合计", f"=SUM(B3:B{len(lines)})"))
    return one_page("三公", lines)


def totals_both_ways(draw: Random) -> Book:
    """Add up lines and columns; the corner adds the totals below."""
    lines: list[Line] = [("部门", "人员经费", "公用经费", "项目经费", "合计", "备注")]
    for row, unit in enumerate(some(draw, UNITS), 2):
        figures = [amount(draw) for _ in range(3)]
        lines.append((unit, *figures, f"=SUM(B{row}:D{row})", draw.choice((None, "含上年结转"))))
    last = len(lines)
    lines.append(("合计", *sums("BCD", 2, last), f"=SUM(B{last + 1}:D{last + 1})"))
    return one_page("汇总", lines)


MAKERS = (
    totals_of_subtotals,
    sum_of_subtotals,
    half_of_everything,
    nested_subtotals,
    totals_on_top,
    parts_of_parts,
    execution_rates,
    plan_with_remarks,
    invoice,
    sums_over_blank_lines,
    totals_both_ways,
)

"""Columns with formulas of more than one kind."""

from __future__ import annotations

from datetime import date
from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import UNITS, Line, one_page, some, sums


def opening_typed_in_each_block(draw: Random) -> Book:
    """Begin each account with a typed balance."""
    lines: list[Line] = [("账户", "日期", "收", "支", "余额")]
    for one in ("基本户", "专户", "食堂户"):
        lines.append((one, "期初", None, None, draw.randint(100, 900)))
        for _ in range(draw.randint(3, 5)):
            row = len(lines) + 1
            lines.append(
                (
                    None,
                    f"{row}日",
                    draw.randint(1, 9),
                    draw.randint(1, 9),
                    f"=E{row - 1}+C{row}-D{row}",
                )
            )
    return one_page("账户", lines)


def revenue_and_cost(draw: Random) -> Book:
    """Count more revenue and less cost as better."""
    lines: list[Line] = [("项目", "预算", "实际", "差异（有利为正）"), ("收入",)]
    lines.extend(
        (f"收入{row}", draw.randint(50, 99), draw.randint(50, 99), f"=C{row}-B{row}")
        for row in range(3, 7)
    )
    lines.append(("支出",))
    lines.extend(
        (f"支出{row}", draw.randint(50, 99), draw.randint(50, 99), f"=B{row}-C{row}")
        for row in range(8, 12)
    )
    return one_page("差异", lines)


def rates_that_differ(draw: Random) -> Book:
    """Tax goods and services at their own rates."""
    lines: list[Line] = [("品名", "金额", "税率", "税额")]
    for row in range(2, 8):
        rate = 0.13 if row % 2 else 0.06
        lines.append(
            (f"品{row}", draw.randint(1, 90) * 10, f"{rate:.0%}", f"=ROUND(B{row}*{rate},2)")
        )
    lines.append(("合计", "=SUM(B2:B7)", None, "=SUM(D2:D7)"))
    return one_page("税额", lines)


def different_last_column(draw: Random) -> Book:
    """Work out the last quarter from the year."""
    lines: list[Line] = [("单位", "全年任务", "一季度", "二季度", "三季度", "四季度（剩余）")]
    lines.extend(
        (
            (
                unit,
                draw.randint(300, 400),
                *(draw.randint(10, 90) for _ in range(3)),
                f"=B{row}-SUM(C{row}:E{row})",
            )
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCDEF", 2, last)))
    return one_page("任务", lines)


def blank_line_for_new(draw: Random) -> Book:
    """Keep formulas in a last line that is still blank."""
    lines: list[Line] = [("日期", "入", "出", "余")]
    lines.append((date(2024, 1, 1), 100, 0, "=B2-C2"))
    lines.extend(
        (
            date(2024, 1, row),
            draw.randint(1, 9),
            draw.randint(1, 9),
            f"=D{row - 1}+B{row}-C{row}",
        )
        for row in range(3, 9)
    )
    lines.extend((None, None, None, f"=D{row - 1}+B{row}-C{row}") for row in range(9, 12))
    return one_page("流水", lines)


def area_unit_factor(draw: Random) -> Book:
    """Convert with factors typed in formulas that differ by line."""
    lines: list[Line] = [
        ("单位", "数值", "折平方米"),
        ("亩", draw.randint(5, 20), "=B2*666.67"),
        ("公顷", 3, "=B3*10000"),
        ("平方公里", 2, "=B4*1000000"),
        ("平方米", 100, "=B5"),
        ("合计", None, "=SUM(C2:C5)"),
    ]
    return one_page("折算", lines)


def mixed_constant(draw: Random) -> Book:
    """Convert with a rate typed in each formula."""
    lines: list[Line] = [("币种", "金额", "汇率", "折人民币")]
    lines.extend(
        (
            (currency, draw.randint(100, 900), rate, f"=ROUND(B{row}*C{row},2)")
            for row, (currency, rate) in enumerate(
                (("美元", 7.1), ("欧元", 7.7), ("日元", 0.05), ("港币", 0.91)), 2
            )
        )
    )
    lines.append(("合计", None, None, "=SUM(D2:D5)"))
    return one_page("外币", lines)


def areas_of_rooms(draw: Random) -> Book:
    """Multiply, with some areas typed where the room is no rectangle."""
    lines: list[Line] = [("房间", "长", "宽", "面积")]
    lines.extend(
        (f"房间{row}", draw.randint(3, 9), draw.randint(3, 9), f"=B{row}*C{row}")
        if row % 5
        else (f"房间{row}", "异形", "—", draw.randint(9, 80))
        for row in range(2, 10)
    )
    lines.append(("合计", None, None, "=SUM(D2:D9)"))
    return one_page("面积", lines)


def lump_sums(draw: Random) -> Book:
    """Type the amount of a lump sum, which has neither count nor price."""
    lines: list[Line] = [("项目", "数量", "单价", "金额", "备注")]
    for row in range(2, 11):
        if not row % 4:
            lines.append((f"事项{row}", None, None, draw.randint(1, 9) * 1000, "一次性"))
        else:
            lines.append((f"事项{row}", draw.randint(1, 9), draw.randint(1, 99), f"=B{row}*C{row}"))
    lines.append(("合计", None, None, "=SUM(D2:D10)"))
    return one_page("费用", lines)


def typed_additions(draw: Random) -> Book:
    """Type figures as additions here and there."""
    lines: list[Line] = [("单位", "上半年", "下半年", "全年")]
    for row, unit in enumerate(some(draw, UNITS, 7, 10), 2):
        first = draw.randint(1, 50) if row % 3 else f"={draw.randint(1, 30)}+{draw.randint(1, 30)}"
        second = (
            draw.randint(1, 50)
            if row % 4
            else f"={draw.randint(1, 30)}+{draw.randint(1, 30)}+{draw.randint(1, 9)}"
        )
        lines.append((unit, first, second, f"=B{row}+C{row}"))
    last = len(lines)
    lines.append(("合计", *sums("BCD", 2, last)))
    return one_page("报数", lines)


def mostly_typed_additions(draw: Random) -> Book:
    """Type nearly all figures as additions."""
    lines: list[Line] = [("单位", "件数")]
    lines.extend(
        (
            (
                unit,
                draw.randint(1, 50)
                if not row % 5
                else "=" + "+".join((str(draw.randint(1, 30)) for _ in range(draw.randint(2, 4)))),
            )
            for row, unit in enumerate(some(draw, UNITS, 8, 10), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("B", 2, last)))
    return one_page("报数", lines)


def quota_first(draw: Random) -> Book:
    """Keep a quota before the figures that count against it."""
    lines: list[Line] = [("单位", "年度指标", "已用一", "已用二", "已用合计", "剩余")]
    lines.extend(
        (
            (
                unit,
                draw.randint(100, 200),
                draw.randint(1, 50),
                draw.randint(1, 50),
                f"=C{row}+D{row}",
                f"=B{row}-E{row}",
            )
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCDEF", 2, last)))
    return one_page("指标", lines)


def last_month_before_total(draw: Random) -> Book:
    """Put 上月累计 between the month and the running total."""
    lines: list[Line] = [("单位", "本月", "上月累计", "本年累计")]
    lines.extend(
        (
            (unit, draw.randint(1, 50), draw.randint(50, 100), f"=B{row}+C{row}")
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCD", 2, last)))
    return one_page("累计", lines)


def numbers_then_figures(draw: Random) -> Book:
    """Keep running numbers beside figures that are added up."""
    lines: list[Line] = [("序号", "一月", "二月", "合计")]
    lines.extend(
        (row - 1, draw.randint(10, 99), draw.randint(10, 99), f"=SUM(B{row}:C{row})")
        for row in range(2, 9)
    )
    lines.append(("合计", *sums("BCD", 2, 8)))
    return one_page("序号", lines)


MAKERS = (
    opening_typed_in_each_block,
    revenue_and_cost,
    rates_that_differ,
    different_last_column,
    blank_line_for_new,
    area_unit_factor,
    mixed_constant,
    areas_of_rooms,
    lump_sums,
    typed_additions,
    mostly_typed_additions,
    quota_first,
    last_month_before_total,
    numbers_then_figures,
)

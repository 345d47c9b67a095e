"""Dates, codes, formats and tables of an unusual shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import (
    ITEMS,
    MONTHS,
    PLACES,
    UNITS,
    Line,
    amount,
    column,
    one_page,
    some,
    sums,
)


def codes_beside(draw: Random) -> Book:
    """Keep codes, telephone numbers and zip codes beside figures."""
    lines: list[Line] = [("代码", "电话", "邮编", "人数", "经费")]
    lines.extend(
        (
            f"{at + 1:03}",
            13800000000 + draw.randint(0, 10**6),
            230000 + at,
            draw.randint(1, 50),
            amount(draw),
        )
        for at in range(draw.randint(5, 9))
    )
    last = len(lines)
    lines.append(("合计", None, None, *sums("DE", 2, last)))
    return one_page("名册", lines)


def days_between(draw: Random) -> Book:
    """Count the days between two dates."""
    lines: list[Line] = [("编号", "收到日期", "答复日期", "办理天数", "是否超期")]
    lines.extend(
        (
            row - 1,
            date(2024, draw.randint(1, 6), draw.randint(1, 28)),
            date(2024, 7, draw.randint(1, 28)),
            f"=C{row}-B{row}",
            f'=IF(D{row}>20,"是","否")',
        )
        for row in range(2, 2 + draw.randint(5, 9))
    )
    last = len(lines)
    lines.append(("平均", None, None, f"=ROUND(AVERAGE(D2:D{last}),1)"))
    return one_page("时限", lines, column("D", 2, last, "0"))


def deadlines(draw: Random) -> Book:
    """Work out a deadline from a date."""
    lines: list[Line] = [("编号", "收到日期", "答复期限")]
    lines.extend(
        (row - 1, date(2024, draw.randint(1, 6), draw.randint(1, 28)), f"=B{row}+20")
        for row in range(2, 8)
    )
    return one_page("期限", lines, column("C", 2, 7, "yyyy-mm-dd"))


def dates_or_words(draw: Random) -> Book:
    """Write words where there is no date yet."""
    lines: list[Line] = [("项目", "开工", "竣工", "投资")]
    lines.extend(
        (
            f"项目{row}",
            date(2024, row, 1),
            draw.choice((date(2025, row, 1), "未竣工", "在建")),
            amount(draw),
        )
        for row in range(2, 9)
    )
    lines.append(("合计", None, None, "=SUM(D2:D8)"))
    return one_page("项目", lines)


def two_lines_a_unit(draw: Random) -> Book:
    """Give each unit a line of counts and one of amounts, under a merged name."""
    lines: list[Line] = [("单位", "指标", "上半年", "下半年", "全年")]
    merges = []
    units = some(draw, UNITS, 4, 6)
    for unit in units:
        row = len(lines) + 1
        merges.append(f"A{row}:A{row + 1}")
        lines.append((unit, "件数", draw.randint(1, 9), draw.randint(1, 9), f"=C{row}+D{row}"))
        lines.append((None, "金额", amount(draw, 99), amount(draw, 99), f"=C{row + 1}+D{row + 1}"))
    book = one_page("双行", lines)
    return book.first(replace(book.pages[0], merges=tuple(merges)))


def sums_or_nothing(draw: Random) -> Book:
    """Leave sums of nothing empty."""
    lines: list[Line] = [("单位", *MONTHS[:4], "合计")]
    for row, unit in enumerate(some(draw, UNITS), 2):
        figures = [draw.randint(1, 9) for _ in range(4)] if row % 4 else [None] * 4
        lines.append((unit, *figures, f'=IF(COUNT(B{row}:E{row})=0,"",SUM(B{row}:E{row}))'))
    last = len(lines)
    lines.append(("合计", *sums("BCDEF", 2, last)))
    return one_page("报送", lines)


def units_in_formats(draw: Random) -> Book:
    """Show a unit by format alone."""
    lines: list[Line] = [("窗口", "件数", "时长")]
    lines += [(place, draw.randint(1, 90), draw.randint(1, 90) / 2) for place in some(draw, PLACES)]
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last)))
    return one_page(
        "窗口", lines, column("B", 2, last + 1, '0"件"') | column("C", 2, last + 1, '0.0"小时"')
    )


def thousands(draw: Random) -> Book:
    """Show round thousands in thousands."""
    lines: list[Line] = [("项目", "金额（千元）")] + [
        (at, draw.randint(1, 99) * 1000) for at in some(draw, ITEMS)
    ]
    last = len(lines)
    lines.append(("合计", f"=SUM(B2:B{last})"))
    return one_page("千元", lines, column("B", 2, last + 1, "#,##0,"))


def notes_with_figures(draw: Random) -> Book:
    """Write a note under the table whose figures belong to no sum."""
    lines: list[Line] = [("单位", "件数", "金额")] + [
        (unit, draw.randint(1, 9), amount(draw)) for unit in some(draw, UNITS)
    ]
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last)))
    lines += [
        ("备注：去年同期", draw.randint(1, 90), amount(draw)),
        ("增减", f"=B{last + 1}-B{last + 2}", f"=C{last + 1}-C{last + 2}"),
    ]
    return one_page("备注", lines)


def transposed(draw: Random) -> Book:
    """Put units across and items down, with totals at the left."""
    units = some(draw, UNITS, 5, 5)
    lines: list[Line] = [("指标", "合计", *units)]
    lines.extend(
        (f"指标{row - 1}", f"=SUM(C{row}:G{row})", *(draw.randint(1, 99) for _ in units))
        for row in range(2, 8)
    )
    return one_page("横向", lines)


def total_first_column_and_line(draw: Random) -> Book:
    """Put totals into the first column and the first line."""
    units = some(draw, PLACES, 5, 8)
    last = len(units) + 2
    lines: list[Line] = [("乡镇", "合计", "网上", "窗口", "其他"), ("全县", *sums("BCDE", 3, last))]
    lines.extend(
        (
            (unit, f"=SUM(C{row}:E{row})", *(draw.randint(1, 99) for _ in range(3)))
            for row, unit in enumerate(units, 3)
        )
    )
    return one_page("全县", lines)


def rounded_parts_forced(draw: Random) -> Book:
    """Give the last part what the others leave of the whole."""
    lines: list[Line] = [("总额", draw.randint(90, 110) * 1000, None), ("部门", "权重", "分配额")]
    weights = [0.333, 0.271, 0.198, 0.198]
    lines.extend(
        (
            (f"部门{row - 2}", weight, f"=ROUND(B$1*B{row},-2)" if row % 6 else "=B1-SUM(C3:C5)")
            for row, weight in enumerate(weights, 3)
        )
    )
    lines.append(("合计", "=SUM(B3:B6)", "=SUM(C3:C6)"))
    return one_page("分配", lines)


def years_down_totals_right(draw: Random) -> Book:
    """Years as numbers in the first column, next to the figures that are added up."""
    lines: list[Line] = [("年度", "出生", "死亡", "迁入", "迁出", "净增")]
    lines.extend(
        (2013 + row, *(draw.randint(10, 99) for _ in range(4)), f"=B{row}-C{row}+D{row}-E{row}")
        for row in range(2, 10)
    )
    lines.append(("合计", *sums("BCDEF", 2, 9)))
    return one_page("人口变动", lines)


def sums_right_of_years(draw: Random) -> Book:
    """Add up a line whose first cell is a year."""
    lines: list[Line] = [("年度", "一季", "二季", "三季", "四季", "全年")]
    lines.extend(
        (2017 + row, *(draw.randint(10, 99) for _ in range(4)), f"=SUM(B{row}:E{row})")
        for row in range(2, 8)
    )
    return one_page("季度", lines)


def one_formula_only(draw: Random) -> Book:
    """Work out one product and nothing else."""
    lines: list[Line] = [
        ("面积", draw.randint(10, 90)),
        ("单价", draw.randint(10, 90)),
        ("总价", "=B1*B2"),
    ]
    return one_page("算式", lines)


def figures_with_units_as_text(draw: Random) -> Book:
    """Type figures with units as words, which nobody adds up."""
    lines: list[Line] = [("项目", "规格", "数量")] + [
        (at, f"{draw.randint(1, 9)}米", draw.randint(1, 9)) for at in some(draw, ITEMS)
    ]
    last = len(lines)
    lines.append(("合计", None, f"=SUM(C2:C{last})"))
    return one_page("规格", lines)


def ids_as_text_in_sum_rows(draw: Random) -> Book:
    """Keep numbers that are names as texts."""
    lines: list[Line] = [("工号", "部门号", "工时")] + [
        (f"{1000 + at}", f"{draw.randint(10, 20)}", draw.randint(1, 9)) for at in range(8)
    ]
    last = len(lines)
    lines.append(("合计", None, f"=SUM(C2:C{last})"))
    return one_page("工时", lines)


MAKERS = (
    codes_beside,
    days_between,
    deadlines,
    dates_or_words,
    two_lines_a_unit,
    sums_or_nothing,
    units_in_formats,
    thousands,
    notes_with_figures,
    transposed,
    total_first_column_and_line,
    rounded_parts_forced,
    years_down_totals_right,
    sums_right_of_years,
    one_formula_only,
    figures_with_units_as_text,
    ids_as_text_in_sum_rows,
)

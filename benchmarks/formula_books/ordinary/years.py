"""Months, quarters and years: growth, shares, running totals."""

from __future__ import annotations

from random import Random

from formula_books.model import Book, Page, lay
from formula_books.ordinary.words import MONTHS, PLACES, UNITS, Line, column, one_page, some, sums
from statlint.values import column_letters


def growth_or_dash(draw: Random) -> Book:
    """Show a dash where there was nothing the year before."""
    lines: list[Line] = [("指标", "上年同期", "本期", "同比增长（%）")]
    for row, unit in enumerate(some(draw, UNITS), 2):
        last = draw.choice((0, draw.randint(5, 900), draw.randint(5, 900)))
        growth = f'=IF(B{row}=0,"—",ROUND((C{row}-B{row})/B{row}*100,1))'
        lines.append((unit, last, draw.randint(5, 900), growth))
    end = len(lines)
    growth = f"=ROUND((C{end + 1}-B{end + 1})/B{end + 1}*100,1)"
    lines.append(("合计", *sums("BC", 2, end), growth))
    return one_page("同比", lines)


def growth_or_nothing(draw: Random) -> Book:
    """Leave a growth that cannot be worked out empty."""
    lines: list[Line] = [("各乡镇固定资产投资",), ("乡镇", "2022年", "2023年", "2024年", "增速")]
    for row, place in enumerate(some(draw, PLACES), 3):
        figures = [draw.randint(0, 3) * draw.randint(100, 999) for _ in range(3)]
        lines.append((place, *figures, f'=IFERROR(D{row}/C{row}-1,"")'))
    end = len(lines)
    lines.append(("全县", *sums("BCD", 3, end), f'=IFERROR(D{end + 1}/C{end + 1}-1,"")'))
    return one_page("投资", lines, column("E", 3, end + 1, "0.0%"))


def halves_of_a_year(draw: Random) -> Book:
    """Put the halves between the quarters, and the year at the end."""
    lines: list[Line] = [
        ("单位", "一季度", "二季度", "上半年", "三季度", "四季度", "下半年", "全年"),
    ]
    for row, unit in enumerate(some(draw, UNITS), 2):
        q1, q2, q3, q4 = (draw.randint(0, 99) for _ in range(4))
        first, second = f"=B{row}+C{row}", f"=E{row}+F{row}"
        lines.append((unit, q1, q2, first, q3, q4, second, f"=D{row}+G{row}"))
    lines.append(("合计", *sums("BCDEFGH", 2, len(lines))))
    return one_page("季报", lines)


def months_with_mean(draw: Random) -> Book:
    """Give total and mean of twelve months."""
    lines: list[Line] = [("受理量月报",), ("窗口", *MONTHS, "合计", "月均")]
    for row, place in enumerate(some(draw, PLACES), 3):
        figures = [draw.randint(20, 400) for _ in MONTHS]
        mean = f"=ROUND(AVERAGE(B{row}:M{row}),1)"
        lines.append((place, *figures, f"=SUM(B{row}:M{row})", mean))
    end = len(lines)
    lines.append(
        ("合计", *sums("BCDEFGHIJKLMN", 3, end), f"=ROUND(AVERAGE(B{end + 1}:M{end + 1}),1)")
    )
    return one_page("月报", lines)


def year_not_over(draw: Random) -> Book:
    """Leave the months to come empty."""
    done = draw.randint(4, 10)
    lines: list[Line] = [("项目", *MONTHS, "累计")]
    for row, unit in enumerate(some(draw, UNITS, 4, 8), 2):
        figures = [draw.randint(1, 60) if at < done else None for at in range(12)]
        lines.append((unit, *figures, f"=SUM(B{row}:M{row})"))
    end = len(lines)
    letters = [column_letters(at + 2) for at in range(13)]
    lines.append(("合计", *(f"=SUM({letter}2:{letter}{end})" for letter in letters)))
    return one_page("台账", lines)


def running_total(draw: Random) -> Book:
    """Add each month to the sum of those before it; the first stands alone."""
    lines: list[Line] = [("月份", "当月", "累计"), ("1月", draw.randint(50, 300), "=B2")]
    for row, month in enumerate(MONTHS[1:], 3):
        lines.append((month, draw.randint(50, 300), f"=C{row - 1}+B{row}"))
    return one_page("累计", lines)


def growing_ranges(draw: Random) -> Book:
    """Let each SUM begin at the first month and end at its own."""
    lines: list[Line] = [("发文数量统计",), ("月份", "发文数", "自年初累计")]
    for row, month in enumerate(MONTHS, 3):
        lines.append((month, draw.randint(5, 80), f"=SUM(B$3:B{row})"))
    lines.append(("合计", "=SUM(B3:B14)"))
    return one_page("发文", lines)


def shares(draw: Random) -> Book:
    """Give the share of each part in the total."""
    parts = sorted(draw.sample(range(1, 1000), 6))
    figures = [high - low for low, high in zip((0, *parts), (*parts, 1000), strict=True)]
    lines: list[Line] = [("主动公开信息分类占比",), ("类别", "数量", "占比")]
    end = len(figures) + 2
    for row, (unit, figure) in enumerate(zip(UNITS, figures, strict=False), 3):
        lines.append((unit, figure, f"=B{row}/B${end + 1}"))
    lines.append(("合计", f"=SUM(B3:B{end})", f"=SUM(C3:C{end})"))
    return one_page("占比", lines, column("C", 3, end + 1, "0.0%"))


def shares_rounded(draw: Random) -> Book:
    """Round the shares, and write 100 below."""
    lines: list[Line] = [("渠道", "件数", "占比（%）")]
    names = ("当面申请", "邮寄", "网络", "传真", "其他")
    for row, name in enumerate(names, 2):
        lines.append((name, draw.randint(5, 300), f"=ROUND(B{row}/$B$7*100,2)"))
    lines.append(("总计", "=SUM(B2:B6)", 100))
    return one_page("渠道", lines)


def rest_of_a_whole(draw: Random) -> Book:
    """Work out the rest from a typed total."""
    lines: list[Line] = [("年龄", "总人数", "其中：男", "其中：女", "女性占比")]
    for row, age in enumerate(("35岁及以下", "36至45岁", "46至54岁", "55岁及以上"), 2):
        total = draw.randint(40, 300)
        men = draw.randint(10, total - 10)
        lines.append((age, total, men, f"=B{row}-C{row}", f"=D{row}/B{row}"))
    lines.append(("合计", *sums("BCD", 2, 5), "=D6/B6"))
    return one_page("人员", lines, column("E", 2, 6, "0.0%"))


def forecast(draw: Random) -> Book:
    """Type what has been, and work out what is to come from it."""
    known = draw.randint(3, 6)
    lines: list[Line] = [("年份", "实际或预测", "说明")]
    for at in range(10):
        value = draw.randint(900, 1100) + 40 * at if at < known else f"=ROUND(B{at + 1}*1.05,0)"
        lines.append((f"{2020 + at}年", value, "实际" if at < known else "预测"))
    return one_page("预测", lines)


def sheets_of_months(draw: Random) -> Book:
    """Add up the sheets of three months on a sheet of their own."""
    units, pages = some(draw, UNITS), []
    for month in ("1月", "2月", "3月"):
        lines: list[Line] = [(f"{month}报表",), ("单位", "受理", "办结")]
        for unit in units:
            taken = draw.randint(3, 90)
            lines.append((unit, taken, draw.randint(0, taken)))
        lines.append(("合计", *sums("BC", 3, len(lines))))
        pages.append(Page(month, lay(lines)))
    lines = [("一季度汇总",), ("单位", "受理", "办结", "办结率")]
    for row, unit in enumerate((*units, "合计"), 3):
        cells = (f"='1月'!{one}{row}+'2月'!{one}{row}+'3月'!{one}{row}" for one in "BC")
        lines.append((unit, *cells, f"=C{row}/B{row}"))
    rates = column("D", 3, len(lines), "0.0%")
    return Book((*pages, Page("一季度", lay(lines), rates)))


MAKERS = (
    growth_or_dash,
    growth_or_nothing,
    halves_of_a_year,
    months_with_mean,
    year_not_over,
    running_total,
    growing_ranges,
    shares,
    shares_rounded,
    rest_of_a_whole,
    forecast,
    sheets_of_months,
)

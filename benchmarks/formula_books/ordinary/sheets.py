"""Hidden parts, other sheets and precision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from formula_books.model import Book, Page, lay
from formula_books.ordinary.words import PLACES, UNITS, Line, amount, column, one_page, some, sums


def hidden_empty_lines(draw: Random) -> Book:
    """Hide lines that are empty or zero."""
    lines: list[Line] = [("项目", "数量")]
    lines.extend(
        (f"项目{row}", 0 if row in (6, 7) else None if row in (9, 10) else draw.randint(1, 9))
        for row in range(2, 12)
    )
    lines.append(("合计", "=SUM(B2:B11)"))
    book = one_page("项目", lines)
    return book.first(replace(book.pages[0], hidden_rows=frozenset({6, 7, 9, 10})))


def hidden_last_year(draw: Random) -> Book:
    """Hide last year's column, which is only compared with."""
    lines: list[Line] = [("单位", "2023年", "2024年", "增减")]
    units = some(draw, UNITS)
    lines.extend(
        (
            (unit, draw.randint(1, 50), draw.randint(1, 50), f"=C{row}-B{row}")
            for row, unit in enumerate(units, 2)
        )
    )
    last = len(lines)
    lines.append(("合计", None, f"=SUM(C2:C{last})"))
    book = one_page("同比", lines)
    return book.first(replace(book.pages[0], hidden_columns=frozenset({"B"})))


def hidden_rates(draw: Random) -> Book:
    """Keep rates on a hidden sheet."""
    rates = Page("参数", lay([("税率", 0.06), ("系数", 1.2)]), state="hidden")
    lines: list[Line] = [("项目", "金额", "税额", "折算")]
    lines.extend(
        (
            f"项目{row}",
            draw.randint(1, 90) * 100,
            f"=ROUND(B{row}*参数!$B$1,2)",
            f"=B{row}*参数!$B$2",
        )
        for row in range(2, 8)
    )
    lines.append(("合计", *sums("BCD", 2, 7)))
    return Book((Page("计税", lay(lines)), rates))


def hidden_heading(draw: Random) -> Book:
    """Hide a line of notes and one of column numbers."""
    lines: list[Line] = [("表名",), ("指标", "甲", "乙"), ("栏次", 1, 2)]
    units = some(draw, UNITS)
    lines += [(unit, draw.randint(5, 50), draw.randint(5, 50)) for unit in units]
    last = len(lines)
    lines.append(("合计", *sums("BC", 4, last)))
    book = one_page("指标", lines)
    return book.first(replace(book.pages[0], hidden_rows=frozenset({3})))


def subtotal_of_what_is_seen(draw: Random) -> Book:
    """Hide lines by hand and count only those to be seen."""
    units = some(draw, UNITS, 8, 10)
    figures = [draw.randint(5, 50) for _ in units]
    last = len(units) + 1
    lines: list[Line] = [
        ("单位", "数量"),
        *zip(units, figures, strict=True),
        ("合计", f"=SUBTOTAL(109,B2:B{last})"),
    ]
    book = one_page("可见", lines)
    seen = sum((figure for row, figure in enumerate(figures, 2) if row not in (3, 4)))
    return book.first(
        replace(book.pages[0], hidden_rows=frozenset({3, 4}), results={f"B{last + 1}": seen})
    )


def copied_names(draw: Random) -> Book:
    """Copy names and figures from another sheet, with blank lines between."""
    units = some(draw, UNITS, 6, 6)
    src = Page("源 表", lay([("单位", "值"), *((unit, draw.randint(1, 9)) for unit in units)]))
    lines: list[Line] = [("单位", "值")]
    for row in range(2, 8):
        lines.append((f"='源 表'!A{row}", f"='源 表'!B{row}"))
        if not row % 4:
            lines.append(())
    lines.append(("合计", f"=SUM(B2:B{len(lines)})"))
    return Book((src, Page("抄表", lay(lines))))


def displayed_precision(draw: Random) -> Book:
    """Have the program reckon with figures as displayed."""
    figures = [draw.randint(100, 999) for _ in range(5)]
    lines: list[Line] = [
        ("项目", "金额（元）", "金额（万元）"),
        *(
            (f"项目{at}", figure * 100 + 33, f"=B{at + 1}/10000")
            for at, figure in enumerate(figures, 1)
        ),
        ("合计", "=SUM(B2:B6)", "=SUM(C2:C6)"),
    ]
    book = one_page("万元", lines, column("C", 2, 7, "0.00"))
    res = {f"C{at + 2}": round((figure * 100 + 33) / 10000, 2) for at, figure in enumerate(figures)}
    res["C7"] = round(sum(res.values()), 2)
    return Book((replace(book.pages[0], results=res),), as_displayed=True)


def grand_total_of_sheets(draw: Random) -> Book:
    """Take each sheet's total to a list of sheets."""
    pages = []
    lines: list[Line] = [("乡镇", "人口", "户数")]
    for place in some(draw, PLACES, 3, 4):
        count = draw.randint(3, 7)
        pages.append(
            Page(
                place,
                lay(
                    [
                        ("村", "人口", "户数"),
                        *(
                            (f"{at + 1}村", draw.randint(100, 900), draw.randint(30, 99))
                            for at in range(count)
                        ),
                        ("合计", *sums("BC", 2, count + 1)),
                    ]
                ),
            )
        )
        lines.append((place, f"={place}!B{count + 2}", f"={place}!C{count + 2}"))
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last)))
    return Book((Page("总表", lay(lines)), *pages))


def whole_columns(draw: Random) -> Book:
    """Add up whole columns beside the list."""
    lines: list[Line] = [
        ("日期", "金额", None, "合计", "=SUM(B2:B999)"),
        (None, None, None, "笔数", "=COUNT(B2:B999)"),
        (None, None, None, "平均", "=ROUND(E1/E2,2)"),
    ]
    base = [list(line) for line in lines]
    for at in range(10):
        row = (date(2024, 2, at + 1), amount(draw, 90))
        if at + 1 < len(base):
            base[at + 1][0:2] = row
        else:
            base.append(list(row))
    return one_page("流水", base)


def total_on_top_open(draw: Random) -> Book:
    """Put the total on top with a range that leaves room below."""
    lines: list[Line] = [("合计", "=SUM(B3:B200)", "=SUM(C3:C200)"), ("日期", "收入", "支出")]
    lines.extend(
        (date(2024, 1, at + 1), amount(draw, 90), amount(draw, 90))
        for at in range(draw.randint(8, 15))
    )
    return one_page("流水", lines)


MAKERS = (
    hidden_empty_lines,
    hidden_last_year,
    hidden_rates,
    hidden_heading,
    subtotal_of_what_is_seen,
    copied_names,
    displayed_precision,
    grand_total_of_sheets,
    whole_columns,
    total_on_top_open,
)

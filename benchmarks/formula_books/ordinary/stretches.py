"""Columns with formulas that begin late, stop early or alternate."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from formula_books.model import Book, Content
from formula_books.ordinary.words import MONTHS, UNITS, Line, amount, one_page, some, sums


def months_and_quarters(draw: Random) -> Book:
    """Put each quarter after its months and the year at the end."""
    heads: list[Content] = ["单位"]
    for quarter in range(4):
        heads += [
            f"{3 * quarter + 1}月",
            f"{3 * quarter + 2}月",
            f"{3 * quarter + 3}月",
            f"{'一二三四'[quarter]}季度",
        ]
    heads.append("全年")
    lines: list[Line] = [heads]
    letters = "BCDEFGHIJKLMNOPQR"
    for row, unit in enumerate(some(draw, UNITS), 2):
        cells: list[Content] = [unit]
        for quarter in range(4):
            cells += [draw.randint(0, 40) for _ in range(3)] + [
                f"=SUM({letters[4 * quarter]}{row}:{letters[4 * quarter + 2]}{row})"
            ]
        cells.append(f"=E{row}+I{row}+M{row}+Q{row}")
        lines.append(cells)
    last = len(lines)
    lines.append(("合计", *sums(letters, 2, last)))
    return one_page("月季年", lines)


def moving_average(draw: Random) -> Book:
    """Give the mean of the last three months from the third on."""
    lines: list[Line] = [("月份", "件数", "三月移动平均")]
    lines.extend(
        (
            (
                month,
                draw.randint(1, 99),
                f"=ROUND(AVERAGE(B{row - 2}:B{row}),1)" if month not in MONTHS[:2] else None,
            )
            for row, month in enumerate(MONTHS, 2)
        )
    )
    return one_page("移动平均", lines)


def rolling_sums(draw: Random) -> Book:
    """Add up the last twelve months in each line."""
    lines: list[Line] = [("年月", "件数", "近12个月累计")]
    lines.extend((f"2022年{row - 1}月", draw.randint(1, 99)) for row in range(2, 13))
    lines.extend(
        (
            f"{2022 + (row - 2) // 12}年{(row - 2) % 12 + 1}月",
            draw.randint(1, 99),
            f"=SUM(B{row - 11}:B{row})",
        )
        for row in range(13, 32)
    )
    return one_page("滚动", lines)


def first_half_only(draw: Random) -> Book:
    """Add up the months from January to June beside those of the whole year."""
    lines: list[Line] = [("单位", *MONTHS, "1-6月累计", "全年累计")]
    lines.extend(
        (
            (
                unit,
                *(draw.randint(1, 50) for _ in MONTHS),
                f"=SUM(B{row}:G{row})",
                f"=SUM(B{row}:M{row})",
            )
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCDEFGHIJKLMNO", 2, last)))
    return one_page("累计", lines)


def plus_and_minus(draw: Random) -> Book:
    """Take points off a sum of marks."""
    lines: list[Line] = [("单位", "基础分", "工作分", "加分", "扣分", "总分", "名次")]
    units = some(draw, UNITS)
    last = len(units) + 1
    lines.extend(
        (
            (
                unit,
                draw.randint(40, 60),
                draw.randint(20, 40),
                draw.randint(0, 5),
                draw.choice((0, 0, 1, 2)),
                f"=SUM(B{row}:D{row})-E{row}",
                f"=RANK(F{row},$F$2:$F${last})",
            )
            for row, unit in enumerate(units, 2)
        )
    )
    return one_page("总分", lines)


def plan_and_fact_lines(draw: Random) -> Book:
    """Put plan and fact of each unit one under the other."""
    lines: list[Line] = [("单位", "类型", "一季度", "二季度", "合计")]
    units = some(draw, UNITS)
    for unit in units:
        for kind in ("计划", "实际"):
            row = len(lines) + 1
            lines.append(
                (
                    unit if kind == "计划" else None,
                    kind,
                    draw.randint(1, 50),
                    draw.randint(1, 50),
                    f"=C{row}+D{row}",
                )
            )
    lines.extend(
        (
            (
                "合计" if at == 0 else None,
                kind,
                *(
                    "=" + "+".join((f"{letter}{2 + 2 * at2 + at}" for at2 in range(len(units))))
                    for letter in "CDE"
                ),
            )
            for at, kind in enumerate(("计划", "实际"))
        )
    )
    return one_page("计划实际", lines)


def plan_and_fact_by_sumif(draw: Random) -> Book:
    """Add up plan and fact by the word beside them."""
    lines: list[Line] = [("单位", "类型", "一季度", "二季度", "合计")]
    units = some(draw, UNITS)
    for unit in units:
        for kind in ("计划", "实际"):
            row = len(lines) + 1
            lines.append((unit, kind, draw.randint(1, 50), draw.randint(1, 50), f"=C{row}+D{row}"))
    last = len(lines)
    lines.extend(
        (
            "合计",
            kind,
            *(f'=SUMIF($B$2:$B${last},"{kind}",{letter}$2:{letter}${last})' for letter in "CDE"),
        )
        for kind in ("计划", "实际")
    )
    return one_page("计划实际", lines)


def pairs_of_columns(draw: Random) -> Book:
    """Add up counts and amounts that alternate."""
    lines: list[Line] = [
        ("单位", "一季度", None, "二季度", None, "三季度", None, "合计", None),
        (None, *("件数", "金额") * 4),
    ]
    lines.extend(
        (
            (
                unit,
                *(value for _ in range(3) for value in (draw.randint(1, 9), amount(draw, 90))),
                f"=B{row}+D{row}+F{row}",
                f"=C{row}+E{row}+G{row}",
            )
            for row, unit in enumerate(some(draw, UNITS), 3)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCDEFGHI", 3, last)))
    book = one_page("件数金额", lines)
    return book.first(replace(book.pages[0], merges=("A1:A2", "B1:C1", "D1:E1", "F1:G1", "H1:I1")))


def empty_lines_ready(draw: Random) -> Book:
    """Keep formulas ready in lines that are still empty."""
    lines: list[Line] = [("品名", "数量", "单价", "金额")]
    count = draw.randint(3, 6)
    for row in range(2, 14):
        product = f'=IF(B{row}="","",B{row}*C{row})'
        lines.append(
            (f"物品{row - 1}", draw.randint(1, 9), draw.randint(1, 99), product)
            if row < 2 + count
            else (None, None, None, product)
        )
    lines.append(("合计", None, None, "=SUM(D2:D13)"))
    return one_page("领用", lines)


def zeros_in_empty_lines(draw: Random) -> Book:
    """Let empty lines show 0."""
    lines: list[Line] = [("品名", "数量", "单价", "金额")]
    count = draw.randint(3, 6)
    for row in range(2, 14):
        product = f"=B{row}*C{row}"
        lines.append(
            (f"物品{row - 1}", draw.randint(1, 9), draw.randint(1, 99), product)
            if row < 2 + count
            else (None, None, None, product)
        )
    lines.append(("合计", None, None, "=SUM(D2:D13)"))
    return one_page("领用", lines)


def estimates(draw: Random) -> Book:
    """Take the mean of the months known for those to come."""
    lines: list[Line] = [("项目", *MONTHS, "全年预计")]
    lines.extend(
        (
            f"项目{row}",
            *(draw.randint(1, 90) * 6 for _ in range(6)),
            *(f"=ROUND(AVERAGE($B{row}:$G{row}),0)" for _ in range(6)),
            f"=SUM(B{row}:M{row})",
        )
        for row in range(2, 7)
    )
    lines.append(("合计", *sums("BCDEFGHIJKLMN", 2, 6)))
    return one_page("预计", lines)


def actual_then_forecast(draw: Random) -> Book:
    """Type the months known, and let those to come grow on the one before."""
    lines: list[Line] = [("项目", *MONTHS, "全年")]
    for row in range(2, 8):
        cells: list[Content] = [draw.randint(50, 99) for _ in range(5)]
        cells += [f"=ROUND({'BCDEFGHIJKLM'[count - 1]}{row}*1.02,0)" for count in range(5, 12)]
        lines.append((f"项目{row}", *cells, f"=SUM(B{row}:M{row})"))
    lines.append(("合计", *sums("BCDEFGHIJKLMN", 2, 7)))
    return one_page("预测", lines)


MAKERS = (
    months_and_quarters,
    moving_average,
    rolling_sums,
    first_half_only,
    plus_and_minus,
    plan_and_fact_lines,
    plan_and_fact_by_sumif,
    pairs_of_columns,
    empty_lines_ready,
    zeros_in_empty_lines,
    estimates,
    actual_then_forecast,
)

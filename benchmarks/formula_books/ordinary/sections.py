"""Totals over sections, and lines that they leave out for a reason."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import (
    ITEMS,
    MONTHS,
    PLACES,
    UNITS,
    Line,
    amount,
    one_page,
    some,
    sums,
)


def room_to_insert(draw: Random) -> Book:
    """Let the SUM reach over a blank line kept for more lines."""
    lines: list[Line] = [
        ("经费支出",),
        ("项目", "金额"),
        *((at, amount(draw)) for at in some(draw, ITEMS)),
        (),
    ]
    lines.append(("合计", f"=SUM(B3:B{len(lines)})"))
    return one_page("支出", lines)


def head_in_range(draw: Random) -> Book:
    """Let the SUM begin at the head, which is a text."""
    lines: list[Line] = [
        ("项目", "金额", "数量"),
        *((at, amount(draw), draw.randint(1, 9)) for at in some(draw, ITEMS)),
    ]
    lines.append(("合计", *sums("BC", 1, len(lines))))
    return one_page("支出", lines)


def without_others(draw: Random) -> Book:
    """Leave the last line out of a total that says so."""
    items = some(draw, ITEMS, 5, 8)
    lines: list[Line] = [
        ("项目", "2023年", "2024年"),
        *((at, draw.randint(1, 99), draw.randint(1, 99)) for at in items),
        ("其他", draw.randint(1, 99), draw.randint(1, 99)),
    ]
    last = len(lines)
    lines.append(("合计（不含其他）", *sums("BC", 2, last - 1)))
    return one_page("合计", lines)


def city_and_counties(draw: Random) -> Book:
    """Add the city itself to the subtotal of its counties."""
    places = some(draw, PLACES)
    lines: list[Line] = [
        ("地区", "受理", "办结"),
        ("全市", "=B3+B4", "=C3+C4"),
        ("市本级", 50, 49),
        ("县区小计", *sums("BC", 5, 4 + len(places))),
    ]
    lines += [(place, draw.randint(9, 99), draw.randint(1, 9)) for place in places]
    return one_page("全市", lines)


def three_levels(draw: Random) -> Book:
    """Add up items to sections, sections to chapters, chapters to the whole."""
    lines: list[Line] = [("科目", "金额")]
    chapters = []
    for chapter in range(draw.randint(2, 3)):
        top = len(lines)
        lines.append(())
        chapters.append(top + 1)
        sections = []
        for section in range(draw.randint(1, 3)):
            count = draw.randint(1, 4)
            at = len(lines) + 1
            sections.append(at)
            lines.append((f"第{section + 1}款", f"=SUM(B{at + 1}:B{at + count})"))
            lines += [(f"第{item + 1}项", amount(draw)) for item in range(count)]
        lines[top] = (f"第{chapter + 1}类", "=" + "+".join(f"B{section}" for section in sections))
    lines.append(("支出合计", "=" + "+".join(f"B{chapter}" for chapter in chapters)))
    return one_page("决算", lines)


def key_units(draw: Random) -> Book:
    """Name below the total what its key units add up to."""
    units = some(draw, UNITS, 8, 10)
    last = len(units) + 1
    lines: list[Line] = [
        ("单位", "件数"),
        *((unit, draw.randint(1, 50)) for unit in units),
        ("合计", f"=SUM(B2:B{last})"),
        ("其中：重点单位", "=B2+B4+B7"),
        ("占比", f"=B{last + 2}/B{last + 1}"),
    ]
    return one_page("重点", lines, {f"B{last + 3}": "0.0%"})


def carried_over(draw: Random) -> Book:
    """Add what was carried over below the total."""
    units = some(draw, UNITS)
    last = len(units) + 1
    lines: list[Line] = [
        ("单位", "件数", "金额"),
        *((unit, draw.randint(1, 50), amount(draw)) for unit in units),
        ("合计", *sums("BC", 2, last)),
        ("上年结转", draw.randint(1, 9), amount(draw)),
        ("总计", f"=B{last + 1}+B{last + 2}", f"=C{last + 1}+C{last + 2}"),
    ]
    return one_page("总计", lines)


def checks_below(draw: Random) -> Book:
    """Compare the total with the figure that was handed in."""
    units = some(draw, UNITS)
    figures = [draw.randint(1, 50) for _ in units]
    last = len(units) + 1
    lines: list[Line] = [
        ("单位", "件数"),
        *zip(units, figures, strict=True),
        ("合计", f"=SUM(B2:B{last})"),
        ("上报数", sum(figures)),
        ("差额", f"=B{last + 1}-B{last + 2}"),
        ("核对", f'=IF(B{last + 3}=0,"√","×")'),
    ]
    return one_page("核对", lines)


def profit(draw: Random) -> Book:
    """Take costs off a turnover, as statements do."""
    lines: list[Line] = [
        ("项目", "本期", "上期"),
        ("一、营业收入", draw.randint(900, 990), 850),
        ("减：营业成本", 400, 390),
        ("  税金及附加", 20, 19),
        ("  管理费用", 120, 118),
        ("加：投资收益", 15, 9),
        ("二、营业利润", "=B2-B3-B4-B5+B6", "=C2-C3-C4-C5+C6"),
        ("加：营业外收入", 5, 4),
        ("减：营业外支出", 3, 6),
        ("三、利润总额", "=B7+B8-B9", "=C7+C8-C9"),
        ("减：所得税", "=ROUND(B10*0.25,2)", "=ROUND(C10*0.25,2)"),
        ("四、净利润", "=B10-B11", "=C10-C11"),
    ]
    return one_page("利润表", lines)


def balance_sheet(draw: Random) -> Book:
    """Put assets left and debts right, with totals in one line."""
    lines: list[Line] = [
        ("资产", "期末", "年初", "负债和权益", "期末", "年初"),
        ("流动资产：", None, None, "流动负债：", None, None),
        ("货币资金", draw.randint(100, 110), 90, "短期借款", 50, 60),
        ("应收账款", 80, 70, "应付账款", 40, 30),
        ("存货", 60, 65, "流动负债合计", "=SUM(E3:E4)", "=SUM(F3:F4)"),
        ("流动资产合计", "=SUM(B3:B5)", "=SUM(C3:C5)", "长期借款", 30, 20),
        ("固定资产", 200, 210, "实收资本", 300, 300),
        ("无形资产", 20, 25, "未分配利润", 40, 50),
        ("资产总计", "=B6+B7+B8", "=C6+C7+C8", "负债和权益总计", "=E5+E6+E7+E8", "=F5+F6+F7+F8"),
    ]
    return one_page("资产负债表", lines)


def weeks_in_months(draw: Random) -> Book:
    """Add up weeks to months of four or five of them."""
    lines: list[Line] = [("周次", "受理", "办结")]
    ends = []
    for month in range(1, 5):
        first = len(lines) + 1
        lines.extend(
            (f"{month}月第{week + 1}周", draw.randint(1, 50), draw.randint(1, 50))
            for week in range(draw.randint(4, 5))
        )
        lines.append((f"{month}月小计", *sums("BC", first, len(lines))))
        ends.append(len(lines))
    lines.append(("合计", *("=" + "+".join(f"{letter}{end}" for end in ends) for letter in "BC")))
    return one_page("周报", lines)


def total_of_both_blocks(draw: Random) -> Book:
    """Add up two blocks with a blank line and a heading between them."""
    lines: list[Line] = [("一、机关", None)]
    offices = some(draw, UNITS, 3, 5)
    lines += [(unit, draw.randint(1, 50)) for unit in offices]
    end = len(lines)
    lines += [(), ("二、乡镇", None)]
    start = len(lines) + 1
    lines += [(unit, draw.randint(1, 50)) for unit in some(draw, PLACES, 3, 5)]
    last = len(lines)
    lines += [(), ("合计", f"=SUM(B2:B{end})+SUM(B{start}:B{last})")]
    return one_page("两块", lines)


def groups_with_one_item(draw: Random) -> Book:
    """Give groups of a single item a subtotal that is one cell."""
    lines: list[Line] = [("项目", "金额")]
    ends = []
    for group in range(4):
        count = draw.choice((1, 1, 3))
        first = len(lines) + 1
        lines += [(f"{group}.{at}", amount(draw)) for at in range(count)]
        lines.append(("小计", f"=SUM(B{first}:B{len(lines)})" if count > 1 else f"=B{first}"))
        ends.append(len(lines))
    lines.append(("合计", f"=SUM({','.join(f'B{end}' for end in ends)})"))
    return one_page("单项", lines)


def subtotal_inside_run(draw: Random) -> Book:
    """Break a column of products by subtotals, whose formulas differ."""
    lines: list[Line] = [("品名", "数量", "单价", "金额")]
    ends = []
    for group in range(3):
        first = len(lines) + 1
        for at in range(draw.randint(2, 5)):
            row = len(lines) + 1
            lines.append(
                (f"品{group}{at}", draw.randint(1, 9), draw.randint(1, 99), f"=B{row}*C{row}")
            )
        lines.append(
            ("小计", f"=SUM(B{first}:B{len(lines)})", None, f"=SUM(D{first}:D{len(lines)})")
        )
        ends.append(len(lines))
    lines.append(
        (
            "总计",
            *(
                "=" + "+".join(f"{letter}{end}" for end in ends) if letter else None
                for letter in ("B", None, "D")
            ),
        )
    )
    return one_page("清单", lines)


def total_of_some_columns(draw: Random) -> Book:
    """Add up only the columns that count."""
    lines: list[Line] = [("单位", "编制数", "实有数", "在职", "退休", "临聘", "财政供养合计")]
    lines.extend(
        (
            (
                unit,
                draw.randint(20, 40),
                draw.randint(10, 40),
                draw.randint(5, 20),
                draw.randint(1, 9),
                draw.randint(1, 9),
                f"=D{row}+E{row}",
            )
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCDEFG", 2, last)))
    return one_page("编制", lines)


def last_month_above(draw: Random) -> Book:
    """Keep last month's line above the total, not counted, then its change."""
    units = some(draw, UNITS)
    last = len(units) + 1
    lines: list[Line] = [("单位", "受理", "办结")] + [
        (unit, draw.randint(1, 50), draw.randint(1, 50)) for unit in units
    ]
    lines += [
        ("本月合计", *sums("BC", 2, last)),
        ("上月合计", draw.randint(100, 300), draw.randint(100, 300)),
        (
            "环比",
            f"=ROUND((B{last + 1}-B{last + 2})/B{last + 2}*100,1)",
            f"=ROUND((C{last + 1}-C{last + 2})/C{last + 2}*100,1)",
        ),
    ]
    return one_page("环比", lines)


def opening_line_not_counted(draw: Random) -> Book:
    """Put 上年结转 above the months, which the total of the year leaves out."""
    lines: list[Line] = [("月份", "收入", "支出"), ("上年结转", draw.randint(100, 300), None)]
    lines += [(merges, draw.randint(10, 99), draw.randint(10, 99)) for merges in MONTHS]
    lines += [("本年合计", "=SUM(B3:B14)", "=SUM(C3:C14)"), ("年末结余", "=B2+B15-C15")]
    return one_page("收支", lines)


def negative_adjustments(draw: Random) -> Book:
    """Take corrections off in lines of their own."""
    lines: list[Line] = [
        ("事项", "金额"),
        ("年初预算", draw.randint(50, 60) * 100),
        ("追加", 300),
        ("调减", -200),
        ("调整后预算", "=SUM(B2:B4)"),
        ("支出", 4000),
        ("结余", "=B5-B6"),
    ]
    return one_page("预算", lines)


def note_row_in_table(draw: Random) -> Book:
    """Keep a line of notes between the heads and the figures."""
    lines: list[Line] = [("指标", "一组", "二组"), ("说明", "含退休", "不含退休")] + [
        (unit, draw.randint(1, 9), draw.randint(1, 9)) for unit in some(draw, UNITS)
    ]
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last)))
    return one_page("说明", lines)


def merged_total(draw: Random) -> Book:
    """Merge the total over two columns."""
    lines: list[Line] = [("项目", "本级", "下级")] + [
        (at, draw.randint(1, 9), draw.randint(1, 9)) for at in some(draw, ITEMS)
    ]
    last = len(lines)
    lines.append(("总计", f"=SUM(B2:C{last})"))
    book = one_page("总计", lines)
    return book.first(replace(book.pages[0], merges=(f"B{last + 1}:C{last + 1}",)))


MAKERS = (
    room_to_insert,
    head_in_range,
    without_others,
    city_and_counties,
    three_levels,
    key_units,
    carried_over,
    checks_below,
    profit,
    balance_sheet,
    weeks_in_months,
    total_of_both_blocks,
    groups_with_one_item,
    subtotal_inside_run,
    total_of_some_columns,
    last_month_above,
    opening_line_not_counted,
    negative_adjustments,
    note_row_in_table,
    merged_total,
)

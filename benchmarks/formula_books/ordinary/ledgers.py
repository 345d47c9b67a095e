"""Balances that go on from line to line: cash books, stocks, loans, accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from formula_books.model import Book, Content
from formula_books.ordinary.words import MONTHS, Line, amount, column, happens, one_page, sums


def cash_book(draw: Random) -> Book:
    """Begin with a typed balance and go on from line to line."""
    lines: list[Line] = [("日期", "摘要", "收入", "支出", "余额")]
    lines.append((date(2024, 1, 1), "上年结转", None, None, amount(draw)))
    for at in range(draw.randint(6, 14)):
        row, day = at + 3, date(2024, 1 + at // 2, 5 + at)
        paid = happens(draw, 60)
        parts = (None, amount(draw, 90)) if paid else (amount(draw, 200), None)
        lines.append((day, "支付" if paid else "收款", *parts, f"=E{row - 1}+C{row}-D{row}"))
    end = len(lines)
    lines.append(("合计", None, *sums("CD", 2, end), f"=E{end}"))
    return one_page("现金日记账", lines)


def stock(draw: Random) -> Book:
    """Begin each month with what the month before left."""
    lines: list[Line] = [("物资收发存月报",), ("月份", "期初", "入库", "出库", "期末")]
    opening: Content = draw.randint(100, 300)
    for row, month in enumerate(MONTHS, 3):
        parts = draw.randint(20, 60), draw.randint(10, 50)
        lines.append((month, opening, *parts, f"=B{row}+C{row}-D{row}"))
        opening = f"=E{row}"
    lines.append(("全年", "=B3", *sums("CD", 3, 14), "=B15+C15-D15"))
    return one_page("收发存", lines)


def loan(draw: Random) -> Book:
    """Pay a loan back in equal parts."""
    lines: list[Line] = [
        ("贷款本金", draw.randint(10, 99) * 1000),
        ("年利率", 0.0435),
        ("期数", 12),
        (),
        ("期次", "期初本金", "偿还本金", "利息", "期末本金"),
    ]
    opening = "=B1"
    for row in range(6, 18):
        interest = f"=ROUND(B{row}*$B$2/12,2)"
        lines.append((row - 5, opening, "=ROUND($B$1/$B$3,2)", interest, f"=B{row}-C{row}"))
        opening = f"=E{row}"
    lines.append(("合计", None, *sums("CD", 6, 17)))
    return one_page("还款", lines, {"B2": "0.00%"})


def accounts(draw: Random) -> Book:
    """Show that debits and credits of a trial balance are the same."""
    names = ("库存现金", "银行存款", "应收账款", "固定资产", "应付账款", "实收资本")
    debits = [draw.randint(10, 900) for _ in names[:4]]
    credit = draw.randint(1, sum(debits) - 1)
    sides = [(one, None) for one in debits] + [(None, credit), (None, sum(debits) - credit)]
    lines: list[Line] = [("试算平衡表",), ("科目", "借方余额", "贷方余额")]
    lines += [(name, *side) for name, side in zip(names, sides, strict=True)]
    lines.append(("合计", *sums("BC", 3, 8)))
    lines.append(("平衡检查", "=B9-C9", '=IF(B10=0,"平衡","不平衡")'))
    return one_page("试算", lines)


def applications(draw: Random) -> Book:
    """Take what was carried over and what came in for what was done and what is left."""
    lines: list[Line] = [
        ("依申请公开办理情况",),
        ("单位", "上年结转", "本年新收", "合计", "已办结", "结转下年", "办结率"),
    ]
    for row, unit in enumerate(("市政府办", "公安局", "自然资源局", "住建局", "卫健局"), 3):
        old, new = draw.randint(0, 9), draw.randint(20, 90)
        done = draw.randint(15, old + new)
        rate = f"=IF(D{row}=0,0,E{row}/D{row})"
        total, left = f"=B{row}+C{row}", f"=D{row}-E{row}"
        lines.append((unit, old, new, total, done, left, rate))
    lines.append(("合计", *sums("BCDEF", 3, 7), "=E8/D8"))
    return one_page("办理", lines, column("G", 3, 8, "0.0%"))


def cash_flow(draw: Random) -> Book:
    """Add inflows, take outflows off, and end with the net."""
    lines: list[Line] = [("项目", "本月", "本年累计")]
    for title, count in (("一、收入", 3), ("二、支出", 4)):
        lines.append((title, *sums("BC", len(lines) + 2, len(lines) + 1 + count)))
        for at in range(count):
            month = draw.randint(10, 90)
            lines.append((f"  {title[2:]}项目{at + 1}", month, month + draw.randint(100, 900)))
    lines.append(("三、结余（一-二）", "=B2-B6", "=C2-C6"))
    lines.append(("四、年初结余", draw.randint(50, 100), "=B12"))
    lines.append(("五、期末结余", "=B11+B12", "=C11+C12"))
    book = one_page("收支", lines)
    return book.first(replace(book.pages[0], merges=()))


MAKERS = (cash_book, stock, loan, accounts, applications, cash_flow)

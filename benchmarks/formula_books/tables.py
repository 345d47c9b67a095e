"""Clean tables of an office's year, from which the cases are made by one change each."""

from __future__ import annotations

from collections.abc import Sequence

from formula_books.model import Book, Content, Page, lay

UNITS = ("发展改革局", "教育局", "公安局", "民政局", "财政局", "自然资源局", "住建局", "卫健局")
_QUARTERS = (
    (31, 28, 35, 40),
    (12, 17, 9, 22),
    (86, 91, 77, 104),
    (23, 19, 25, 18),
    (41, 38, 44, 52),
    (118, 127, 109, 131),
    (95, 88, 102, 97),
    (27, 33, 29, 36),
)
_LAST_YEAR = (120, 71, 340, 79, 160, 455, 371, 130)


def quarters() -> Book:
    """Make a table of units by quarters with totals at the right and below."""
    lines: list[Sequence[Content | None]] = [
        ("某市2024年政府信息公开申请受理情况表",),
        ("计量：件",),
        ("受理窗口", "一季度", "二季度", "三季度", "四季度", "合计"),
    ]
    for row, (unit, figures) in enumerate(zip(UNITS, _QUARTERS, strict=True), 4):
        lines.append((unit, *figures, f"=SUM(B{row}:E{row})"))
    lines.append(("合计", *(f"=SUM({letter}4:{letter}11)" for letter in "BCDEF")))
    return Book((Page("受理情况", lay(lines), merges=("A1:F1",)),))


def growth() -> Book:
    """Make a table of two years with difference and growth, each in a formula column."""
    lines: list[Sequence[Content | None]] = [
        ("各单位主动公开信息数量同比表",),
        ("序号", "信息来源", "2023年", "2024年", "增减数", "增减幅度"),
    ]
    totals = (sum(figures) for figures in _QUARTERS)
    for row, (unit, last, now) in enumerate(zip(UNITS, _LAST_YEAR, totals, strict=True), 3):
        lines.append((row - 2, unit, last, now, f"=D{row}-C{row}", f"=(D{row}-C{row})/C{row}"))
    lines.append((None, "合计", "=SUM(C3:C10)", "=SUM(D3:D10)", "=D11-C11", "=(D11-C11)/C11"))
    formats = {f"F{row}": "0.0%" for row in range(3, 12)}
    return Book((Page("同比", lay(lines), formats, merges=("A1:F1",)),))


def subtotals() -> Book:
    """Make a table with two groups, a subtotal under each, and a total of the subtotals."""
    lines: list[Sequence[Content | None]] = [
        ("2024年政府网站和政务新媒体信息发布统计表",),
        ("栏目", "发布数（条）", "访问量（万次）"),
        ("一、政府网站",),
        ("政务动态", 1520, 86.5),
        ("信息公开目录", 2233, 41.2),
        ("政策解读", 187, 19.8),
        ("小计", "=SUM(B4:B6)", "=SUM(C4:C6)"),
        ("二、政务新媒体",),
        ("微信公众号", 905, 120.4),
        ("微博", 1388, 64.1),
        ("小计", "=SUM(B9:B10)", "=SUM(C9:C10)"),
        ("合计", "=B7+B11", "=C7+C11"),
    ]
    return Book((Page("信息发布", lay(lines), merges=("A1:C1",)),))


def one_column() -> Book:
    """Make a list of one column of figures with its total."""
    figures = (8064, 12840, 3575, 2574, 9012, 27310, 6180, 2305)
    kinds = ("规范性文件", "政策解读", "财政信息", "人事信息", "行政许可", "公共服务", "统计数据")
    lines: list[Sequence[Content | None]] = [("信息类别", "数量（条）")]
    lines += list(zip((*kinds, "其他"), figures, strict=True))
    lines.append(("总计", "=SUM(B2:B9)"))
    return Book((Page("分类", lay(lines)),))


def two_sheets() -> Book:
    """Make a summary sheet that adds up two sheets of half-years."""
    halves = []
    for name, columns in (("上半年", (0, 1)), ("下半年", (2, 3))):
        lines: list[Sequence[Content | None]] = [(f"{name}受理申请数",), ("窗口", "受理数")]
        for unit, figures in zip(UNITS, _QUARTERS, strict=True):
            lines.append((unit, sum(figures[column] for column in columns)))
        lines.append(("合计", "=SUM(B3:B10)"))
        halves.append(Page(name, lay(lines)))
    lines = [("全年受理申请汇总",), ("窗口", "全年受理数")]
    lines += [
        (unit, f"=上半年!B{row}+下半年!B{row}") for row, unit in enumerate((*UNITS, "合计"), 3)
    ]
    return Book((Page("汇总", lay(lines)), *halves))


def rounded() -> Book:
    """Make a table of amounts in 万元 whose displayed figures add up."""
    amounts = (12.31, 8.42, 25.13, 4.24, 31.2)
    kinds = ("办公费", "印刷费", "信息系统维护费", "培训费", "其他支出")
    lines: list[Sequence[Content | None]] = [
        ("政府信息公开工作经费支出表",),
        ("金额以万元计",),
        ("支出项目", "金额"),
        *zip(kinds, amounts, strict=True),
        ("合计", "=SUM(B4:B8)"),
    ]
    formats = {f"B{row}": "0.00" for row in range(4, 10)}
    return Book((Page("经费", lay(lines), formats),))


def filtered() -> Book:
    """Make a list of requests in which every line can be seen."""
    kinds = ("申请", "申请", "咨询", "咨询", "咨询", "申请", "申请")
    lines: list[Sequence[Content | None]] = [("受理窗口", "类别", "件数")]
    lines += list(zip(UNITS, kinds, (14, 9, 22, 31, 18, 7, 12), strict=False))
    lines.append(("合计", None, "=SUM(C2:C8)"))
    return Book((Page("台账", lay(lines), filtered="A1:C8"),))


def prices() -> Book:
    """Make a list whose prices are looked up on another sheet."""
    goods = (("打印纸", 25.5), ("硒鼓", 310), ("文件盒", 8.8), ("标签纸", 12))
    lines: list[Sequence[Content | None]] = [("品名", "数量", "单价", "金额")]
    for row, ((name, _), count) in enumerate(zip(goods, (40, 3, 60, 15), strict=True), 2):
        price = f"=VLOOKUP(A{row},价目!$A$1:$B$4,2,FALSE)"
        lines.append((name, count, price, f"=B{row}*C{row}"))
    lines.append(("合计", None, None, "=SUM(D2:D5)"))
    return Book((Page("采购", lay(lines)), Page("价目", lay(goods))))


def running() -> Book:
    """Make a register whose balance goes on from line to line, and begins anew in July."""
    lines: list[Sequence[Content | None]] = [("月份", "摘要", "收到", "办结", "在办")]
    lines.append((None, "上年结转", None, None, 214))
    for first, opening, month in ((3, None, 1), (10, 240, 7)):
        if opening is not None:
            lines.append((None, "重新清点", None, None, opening))
        lines += [
            (f"{month + row - first}月", None, 9 * row, 8 * row, f"=E{row - 1}+C{row}-D{row}")
            for row in range(first, first + 6)
        ]
    return Book((Page("台账", lay(lines)),))

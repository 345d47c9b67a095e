"""Lists and what is looked up in them: filters, groups, hidden columns and sheets."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from formula_books.model import Book, Page, lay
from formula_books.ordinary.words import PLACES, UNITS, Line, amount, column, one_page, some, sums


def price_list(draw: Random) -> Book:
    """Look the price of each line up on another sheet."""
    goods = ("桌子", "椅子", "书柜", "沙发", "茶几")
    prices = Page("价目", lay([("品名", "单价"), *((one, amount(draw, 900)) for one in goods)]))
    lines: list[Line] = [("领用单",), ("部门", "品名", "数量", "单价", "金额")]
    for row, unit in enumerate(some(draw, UNITS), 3):
        price = f"=VLOOKUP(B{row},价目!$A$2:$B$6,2,FALSE)"
        parts = draw.choice(goods), draw.randint(1, 9), price
        lines.append((unit, *parts, f"=C{row}*D{row}"))
    end = len(lines)
    lines.append(("合计", None, f"=SUM(C3:C{end})", None, f"=SUM(E3:E{end})"))
    return Book((Page("领用", lay(lines)), prices))


def _list(draw: Random, units: list[str], *, size: int = 24) -> Page:
    kinds = ("会议", "培训", "调研")
    lines: list[Line] = [("序号", "单位", "类别", "金额")]
    lines += [
        (at, draw.choice(units), draw.choice(kinds), amount(draw)) for at in range(1, size + 1)
    ]
    return Page("明细", lay(lines))


def sums_by_unit(draw: Random) -> Book:
    """Add up a list by unit."""
    units = some(draw, UNITS, 4, 6)
    lines: list[Line] = [("按单位汇总",), ("单位", "笔数", "金额")]
    for row, unit in enumerate(units, 3):
        count = f"=COUNTIF(明细!$B$2:$B$25,A{row})"
        lines.append((unit, count, f"=SUMIF(明细!$B$2:$B$25,A{row},明细!$D$2:$D$25)"))
    lines.append(("合计", *sums("BC", 3, len(lines))))
    return Book((Page("汇总", lay(lines)), _list(draw, units)))


def sums_by_unit_and_kind(draw: Random) -> Book:
    """Add up a list by unit and kind."""
    units = some(draw, UNITS, 4, 6)
    lines: list[Line] = [("单位", "会议", "培训", "调研", "合计")]
    for row, unit in enumerate(units, 2):
        cells = (
            f"=SUMIFS(明细!$D$2:$D$25,明细!$B$2:$B$25,$A{row},明细!$C$2:$C$25,{letter}$1)"
            for letter in "BCD"
        )
        lines.append((unit, *cells, f"=SUM(B{row}:D{row})"))
    lines.append(("合计", *sums("BCDE", 2, len(lines))))
    return Book((Page("交叉", lay(lines)), _list(draw, units)))


def filtered_list(draw: Random) -> Book:
    """Filter a list, and add up with SUBTOTAL what is left to see."""
    page = _list(draw, some(draw, UNITS, 3, 4))
    wanted = page.cells["C2"]
    away = frozenset(row for row in range(2, 26) if page.cells[f"C{row}"] != wanted)
    shown = sum(float(str(page.cells[f"D{row}"])) for row in range(2, 26) if row not in away)
    page = page.changed(
        A27="合计", D27="=SUBTOTAL(9,D2:D25)", A28="笔数", D28="=SUBTOTAL(3,B2:B25)"
    )
    results = {"D27": round(shown, 2), "D28": 24 - len(away)}
    return Book((replace(page, hidden_rows=away, filtered="A1:D25", results=results),))


def helper_columns(draw: Random) -> Book:
    """Hide a column that only helps, and count it in no total."""
    units = some(draw, UNITS)
    lines: list[Line] = [("单位", "年初数", "折算系数", "年末数", "增加额")]
    for row, unit in enumerate(units, 2):
        parts = draw.randint(50, 99), 1 + draw.randint(0, 9) / 10
        lines.append((unit, *parts, f"=ROUND(B{row}*C{row},0)", f"=D{row}-B{row}"))
    end = len(lines)
    first, _, third, fourth = sums("BCDE", 2, end)
    lines.append(("合计", first, None, third, fourth))
    book = one_page("增加额", lines)
    return book.first(replace(book.pages[0], hidden_columns=frozenset({"C"})))


def code_list(draw: Random) -> Book:
    """Look names up in a hidden sheet of codes."""
    places = some(draw, PLACES)
    codes = [(340100 + at, place) for at, place in enumerate(places, 1)]
    hidden = Page("代码", lay([("代码", "乡镇"), *codes]), state="hidden")
    lines: list[Line] = [("代码", "乡镇", "户数", "人口", "户均人口")]
    for row, (code, _) in enumerate(draw.sample(codes, len(codes)), 2):
        name = f"=VLOOKUP(A{row},代码!$A$2:$B${len(codes) + 1},2,FALSE)"
        homes = draw.randint(900, 3000)
        people = homes * 3 + draw.randint(0, 500)
        lines.append((code, name, homes, people, f"=ROUND(D{row}/C{row},2)"))
    end = len(lines)
    lines.append(("合计", None, *sums("CD", 2, end), f"=ROUND(D{end + 1}/C{end + 1},2)"))
    return Book((Page("人口", lay(lines)), hidden))


def groups_of_a_list(draw: Random) -> Book:
    """Put a SUBTOTAL under each group of a list, as the program's own command does."""
    lines: list[Line] = [("单位", "日期", "金额")]
    for unit in some(draw, UNITS, 3, 4):
        first = len(lines) + 1
        days = sorted(draw.sample(range(1, 29), draw.randint(2, 5)))
        lines += [(unit, f"2024-03-{day:02}", amount(draw)) for day in days]
        lines.append((f"{unit} 汇总", None, f"=SUBTOTAL(9,C{first}:C{len(lines)})"))
    lines.append(("总计", None, f"=SUBTOTAL(9,C2:C{len(lines)})"))
    return one_page("分类汇总", lines)


def count_of_lines(draw: Random) -> Book:
    """Count the numbered lines below them."""
    lines: list[Line] = [("佐证材料清单",), ("序号", "材料名称", "份数", "页数")]
    for at, unit in enumerate(some(draw, UNITS), 1):
        lines.append((at, f"{unit}关于政务公开工作的总结", draw.randint(1, 3), draw.randint(3, 40)))
    end = len(lines)
    lines.append(("合计", f'="共"&COUNTA(B3:B{end})&"件"', *sums("CD", 3, end)))
    return one_page("清单", lines)


def found_by_match(draw: Random) -> Book:
    """Name the unit with the most, found by INDEX and MATCH."""
    units = some(draw, UNITS)
    end = len(units) + 1
    lines: list[Line] = [("单位", "信访件数", "办结数", "办结率")]
    for row, unit in enumerate(units, 2):
        taken = 10 * row + draw.randint(1, 9)
        lines.append((unit, taken, draw.randint(1, taken), f"=C{row}/B{row}"))
    lines.append(("合计", *sums("BC", 2, end), f"=C{end + 1}/B{end + 1}"))
    lines += [(), ("最多单位", f"=INDEX(A2:A{end},MATCH(MAX(B2:B{end}),B2:B{end},0))")]
    lines.append(("中位数", f"=MEDIAN(B2:B{end})"))
    return one_page("信访", lines, column("D", 2, end + 1, "0.0%"))


MAKERS = (
    price_list,
    sums_by_unit,
    sums_by_unit_and_kind,
    filtered_list,
    helper_columns,
    code_list,
    groups_of_a_list,
    count_of_lines,
    found_by_match,
)

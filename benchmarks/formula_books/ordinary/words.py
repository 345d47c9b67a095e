"""Names of units, items and months, and lines of tables made of them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeAlias

from formula_books.model import Book, Content, Page, lay

Line: TypeAlias = Sequence[Content | None]

UNITS = (
    "发展改革局 教育局 科技局 工信局 公安局 民政局 司法局 财政局 人社局 自然资源局 生态环境局"
    " 住建局 交通运输局 水利局 农业农村局 商务局 文旅局 卫健局 应急管理局 审计局 市场监管局"
    " 统计局 医保局 信访局"
).split()
ITEMS = (
    "办公费 印刷费 咨询费 水费 电费 邮电费 差旅费 维修费 租赁费 会议费 培训费 公务接待费 劳务费"
    " 委托业务费 工会经费 福利费 其他交通费用"
).split()
PLACES = "城关镇 东林镇 西岗乡 南塘镇 北河乡 大桥镇 高庄镇 石桥镇 双山乡 新集镇 柳园镇".split()
MONTHS = tuple(f"{month}月" for month in range(1, 13))


def some(draw: Random, names: Sequence[str], least: int = 5, most: int = 10) -> list[str]:
    """Choose some names in their order."""
    chosen = draw.sample(range(len(names)), draw.randint(least, min(most, len(names))))
    return [names[at] for at in sorted(chosen)]


def amount(draw: Random, most: int = 5000) -> float:
    """Draw an amount with two decimals."""
    return draw.randint(100, most * 100) / 100


def happens(draw: Random, percent: int) -> bool:
    """Tell whether something happens that does so many times in a hundred."""
    return draw.randint(1, 100) <= percent


def sums(letters: str, first: int, last: int) -> list[str]:
    """Write a SUM down each of some columns."""
    return [f"=SUM({letter}{first}:{letter}{last})" for letter in letters]


def one_page(name: str, lines: Sequence[Line], formats: dict[str, str] | None = None) -> Book:
    """Make a workbook of one page."""
    return Book((Page(name, lay(lines), formats or {}),))


def column(letter: str, first: int, last: int, code: str) -> dict[str, str]:
    """Give a number format to part of a column."""
    return {f"{letter}{row}": code for row in range(first, last + 1)}

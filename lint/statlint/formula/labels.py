"""What the line and the head of a cell are called, and what their words say of its figure."""

from __future__ import annotations

import re
from itertools import pairwise

from statlint.formula.spot import Spot
from statlint.grid import Grid
from statlint.pattern import pattern_of
from statlint.values import CellRef, Number, label_key, plain

_APART = pattern_of(
    r"其中|小计|合计|总计|共计|累计|总数|总额|总和|平均|均值|人均|占比|比重|百分比|同比|环比|增幅"
    r"|增长|增减|上年|去年|上期|前期|同期|期初|年初|期末|年末|结转|结余|排名|排序|名次|位次|序号"
    r"|编号|代码|编码|栏次|单价|权重|系数|每[条件项个]|人口|年份|不计|不含|不列入|目标[数值]|计划[数值]|预算数|率$|率[(（%]"
    r"|^全[市省县区国州镇]|^(?:计划|目标|预算|定额|标准)$"
    r"|subtotal|total|average|mean|share|percent|of which|last year|previous|opening|closing"
    r"|balance|rank|^no\.?$|code|target|price|%",
    re.IGNORECASE,
)
_WITHOUT = pattern_of(r"不含|不计|不包括|扣除|减除|剔除|除外|净|excl|without|net\b", re.IGNORECASE)
_SPAN = pattern_of(
    r"[上下]半年|季度|[近前后][一二三四五六七八九十两几0-9]|\bQ[1-4]\b|\bH[12]\b|half|quarter|first|last",
    re.IGNORECASE,
)
_PLAIN_TOTAL = pattern_of(
    r"(?:[合总共小]计|总[数和分额量]|全年|年度|全年合计|全年累计|totals?|sum|year)(?:\(.*\))?"
)
_SPACE = pattern_of(r"\s+")
_HEADS = frozenset(
    "单位 项目 指标 指标名称 名称 类别 分类 部门 班级 地区 区域 年份 年度 年 月份 月 季度 时间 序号"
    " 栏次 栏目 内容 种类 渠道 领域 级别 year month item unit name no no. region".split()
)
_SUBTOTAL = pattern_of(r"小\s*计|subtotal", re.IGNORECASE)
_DATE = pattern_of(
    r"日期|时间|时限|期限|截止|年月|[日时期]$|[日时期][(（]|date|time|day\b|deadline|since|until",
    re.IGNORECASE,
)
_DIGITS = pattern_of(r"[0-9]+|[一二三四五六七八九十]+")
_LEVELS = tuple(
    pattern_of(sign)
    for sign in (
        r"[一二三四五六七八九十]+\s*[、.]",
        r"\([一二三四五六七八九十]+\)",
        r"[0-9]+\s*[、.](?![0-9])",
        r"\([0-9]+\)|[①-⑳]",
    )
)
_FEWEST_NUMBERS = 3
_YEARS = range(1900, 2101)


def line_label(grid: Grid, ref: CellRef) -> str:
    """Give the nearest words to the left of a cell, in its row."""
    found = (grid.words(ref.row, column) for column in range(ref.column - 1, 0, -1))
    return next((words for words in found if words), "")


def head_label(grid: Grid, ref: CellRef) -> str:
    """Give the nearest words above a cell, in its column."""
    return grid.words_above(ref.row, ref.column)


def spot_at(grid: Grid, ref: CellRef) -> Spot:
    """Name a cell with its labels, for a finding."""
    cell = grid.stored(ref.row, ref.column)
    text = cell.text if cell else ""
    return Spot(text, grid.name, ref, line_label(grid, ref), head_label(grid, ref))


def is_apart(label: str) -> bool:
    """Tell whether a label says that its figures are no parts of a sum beside them."""
    return any(_APART.search(words) for words in (label, _SPACE.sub("", label)))


def leaves_out(label: str) -> bool:
    """Tell whether the label of a total says that something is left out of it."""
    return _WITHOUT.search(label) is not None


def is_plain_total(label: str) -> bool:
    """Tell whether a label says total and nothing of what: 合计, not 财政供养合计."""
    return _PLAIN_TOTAL.fullmatch(label_key(label)) is not None


def names_a_span(label: str) -> bool:
    """Tell whether the label of a total says that it is for some of the months or years only."""
    return _SPAN.search(label) is not None


def is_subtotal(label: str) -> bool:
    """Tell whether a label is that of a subtotal."""
    return _SUBTOTAL.search(label) is not None


def is_head(label: str) -> bool:
    """Tell whether a label stands at the head of a stub, not beside a line."""
    return label_key(label) in _HEADS


def are_akin(one: str, other: str) -> bool:
    """Tell whether two labels differ in a number only: 1月 and 2月, 一季度 and 二季度."""
    pattern = _DIGITS.sub("#", one)
    return "#" in pattern and pattern == _DIGITS.sub("#", other)


def names_a_date(label: str) -> bool:
    """Tell whether a label asks for a date or a time."""
    return _DATE.search(label) is not None


def level(label: str) -> int:
    """Tell which kind of number a label begins with: 一、 (1), （一） (2), 1. (3); 0 for none."""
    plain_label = plain(label).strip()
    return next((rank for rank, sign in enumerate(_LEVELS, 1) if sign.match(plain_label)), 0)


def is_year(figure: Number | None) -> bool:
    """Tell whether a figure may be a year."""
    return figure in _YEARS


def is_row_of_numbers(grid: Grid, row: int) -> bool:
    """Tell whether the figures of a row are years, or number its columns."""
    cells = [grid.stored(row, column) for column in range(1, grid.last_column + 1)]
    numbers = [cell.number for cell in cells if cell is not None and cell.number is not None]
    if not numbers:
        return False
    years = all(is_year(number) for number in numbers)
    steps = [after - before for before, after in pairwise(numbers)]
    numbered = numbers[0] in {1, 2} or len(numbers) >= _FEWEST_NUMBERS
    return years or (numbered and all(step == 1 for step in steps))

"""The list of units whose tables are due: in the settings, or in a file with a name column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from statlint.config import Settings
from statlint.errors import SettingsError
from statlint.history.unit_names import is_unit_name
from statlint.pattern import pattern_of
from statlint.values import Text, label_key
from statlint.values.due_units import DueUnit
from statlint.workbook import Cell, CellKind, open_workbook

_NAMES = frozenset(
    "单位 单位名称 单位全称 全称 名称 填报单位 报送单位 应报单位 上报单位 部门 部门名称 乡镇"
    " 乡镇街道 name unit unitname reportingunit".split()
)
"""Heads of the column of names, made comparable."""
_ALIASES = frozenset(
    "简称 单位简称 别名 曾用名 其他名称 又名 代码 单位代码 编码 行政区划代码 统一社会信用代码 拼音"
    " alias aliases othernames shortname code".split()
)
_PLACES = frozenset(
    "县 区县 县区 县市区 市县 所属县 所属区县 所属县区 地区 所在地 上级 上级单位"
    " county district".split()
)
_PLACE = pattern_of(r".*[省市县区旗州盟]")
_COUNTED = pattern_of(r"\d+$")
_NUMBERING = r"^[(（]?(?:\d{1,3}[)）、.．\s]|[一二三四五六七八九十]{1,3}[)）、.．])\s*"
_NO_UNIT = (
    r"名单(?:\(.*\))?$|一览表?$|^(?:合计|总计|小计|备注|说明|注|附件?\d*|填表|制表|联系)(?:$|[:：、])"
    r"|^\(?共?计?\d+(?:个|家)(?:单位|乡镇)?\)?$"
)
"""Titles, totals and notes of a list, as labels made comparable."""
_BETWEEN = r"[、;；,，|/\n]+"
_REMARK = "#"
_UNREAD = Text("应报单位名单无法读取", "the list of units cannot be read")
_EMPTY = Text("应报单位名单中没有单位", "there is no unit on the list of units")


def lists_of(settings: Settings) -> Mapping[str, tuple[DueUnit, ...]]:
    """Give the units that are due by data set, under "" for files of none; raises SettingsError."""
    lists = {one.name: (one.units_file, one.units) for one in settings.datasets}
    lists[""] = (settings.due_file, settings.due)
    return {
        name: read_units(file, settings) if file else units
        for name, (file, units) in lists.items()
        if file or units
    }


def read_units(path: str, settings: Settings) -> tuple[DueUnit, ...]:
    """Read a list of units from a text or a workbook; raises SettingsError where there is none.

    The column of names is the one whose head says so, else the first that holds words; columns
    with heads such as 简称, 别名, 代码 hold other names, several in a cell where signs part them;
    one with a head such as 区县 holds the place that the units belong to.
    """
    opening = open_workbook(path, encoding=settings.encoding, limits=settings.limits)
    if opening.workbook is None:
        raise SettingsError(path, (_UNREAD.of(settings.language),))
    for sheet in opening.workbook.sheets:
        units = tuple(dict.fromkeys(_units(_rows(sheet.cells))))
        if units:
            return units
    raise SettingsError(path, (_EMPTY.of(settings.language),))


def _rows(cells: Sequence[Cell]) -> list[Mapping[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.ref.row, {})[cell.ref.column] = cell
    return [row for row in rows.values() if not min(row.items())[1].text.startswith(_REMARK)]


def _units(rows: Sequence[Mapping[int, Cell]]) -> Iterator[DueUnit]:
    """Go through the units that rows name."""
    top, names = _find_names(rows)
    heads = rows[top] if top is not None else {}
    aliases = [
        column for column, head in heads.items() if _key(head) in _ALIASES and column != names
    ]
    places = [column for column, head in heads.items() if _key(head) in _PLACES and column != names]
    place = ""
    for row in rows[0 if top is None else top + 1 :]:
        # The county stands once for all its towns, in a merged cell or above blanks.
        place = next((row[one].text.strip() for one in places if one in row), place)
        others = tuple(_several(row[one].text for one in aliases if one in row))
        for name in _names_in(row[names].text if names in row else ""):
            yield DueUnit(_within(place, name), others)


def _names_in(text: str) -> Iterator[str]:
    """Give the unit that a cell names, without its number; none of a title, a total or a note.

    Several units may stand in one cell, where signs part them and each is called like a unit.
    """
    name = re.compile(_NUMBERING).sub("", text.strip()).strip()
    if not name or re.compile(_NO_UNIT).search(label_key(name)):
        return
    several = list(_several(iter([name])))
    yield from several if len(several) > 1 and all(map(is_unit_name, several)) else (name,)


def _within(place: str, name: str) -> str:
    """Put the county before the name of a town: every county has its 城关镇."""
    return name if place in name or not _PLACE.fullmatch(place) else f"{place}{name}"


def _find_names(rows: Sequence[Mapping[int, Cell]]) -> tuple[int | None, int]:
    """Find the row of heads, if there is one, and the column of names."""
    for at, row in enumerate(rows):
        for column, cell in row.items():
            if _key(cell) in _NAMES:
                return at, column
    words = (
        column
        for row in rows
        for column, cell in sorted(row.items())
        if cell.kind is CellKind.TEXT and not _COUNTED.match(cell.text.strip())
    )
    return None, next(words, 0)


def _key(cell: Cell) -> str:
    return _COUNTED.sub("", label_key(cell.text))


def _several(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        for name in re.split(_BETWEEN, text):
            if name.strip():
                yield name.strip()

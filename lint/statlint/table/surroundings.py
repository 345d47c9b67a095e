"""What stands around the tables: title, period, unit name, sign-off, left-over template text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial

from statlint.form import Form, SignField
from statlint.grid import Grid
from statlint.pattern import IGNORECASE, escape, pattern_of
from statlint.table.model import Label, PeriodClaim, SignEntry
from statlint.typed import TYPE_CHECKING
from statlint.values import CellRange, CellRef, Period, dates_in_digits, plain
from statlint.values.paths import folder_of, name_of
from statlint.values.period_named import period_named

if TYPE_CHECKING:
    import re

_LONGEST_TITLE = 80
_BLANKS = 2
"""Blank cells that may stand between the label of a sign-off field and what is filled in."""
_YEAR = r"((?:19|20)\d\d)"
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RANGE = pattern_of(
    _YEAR + r"年0?(\d{1,2})月(?:0?1日)?起?(?:至|到|-|—|–|~)+"
    r"(?:" + _YEAR + r"年)?0?(\d{1,2})月(?:(?:28|29|30|31)日|底|末|份|止|$)"
)
_WHOLE_YEAR = ("", 1)
_PERIOD_WORDS = pattern_of(r"期限|期间|报告期|统计期|所属期|时期|统计时间")
_PARTS_OF_YEAR = {(1, 12): _WHOLE_YEAR, (1, 6): ("H", 1), (7, 12): ("H", 2)}
_PARTS_OF_YEAR |= {(3 * part - 2, 3 * part): ("Q", part) for part in range(1, 5)}
_QUARTER = pattern_of(_YEAR + r"年(?:度)?第?([一二三四1-4])季度?")
_HALF = pattern_of(_YEAR + r"年度?(上|下)半年")
_MONTH = pattern_of(_YEAR + r"年(1[0-2]|0?[1-9])月(?:份|末|止|$|(?=[^\d]*(?:表|报)))")
_NAMED_MONTH = pattern_of(_YEAR + r"年(1[0-2]|0?[1-9])月(?![\d至到—–~-])")
_NAMED_RANGE = pattern_of(_YEAR + r"年0?(\d{1,2})月?(?:至|到|-|—|–|~)+0?(\d{1,2})月")
_QUARTERS_TOGETHER = pattern_of(_YEAR + r"年度?前[二两三23]个?季度")
_UNTIL_DECEMBER = pattern_of(r"截[至止]到?" + _YEAR + r"年(?:12月)?(?:31日|底|末)")
_UNTIL = pattern_of(r"截[至止]到?" + _YEAR + r"年")
_YEAR_ALONE = pattern_of(_YEAR + r"年(?!\d{1,2}月)")
_ENGLISH_YEAR = pattern_of(r"(?<!\d)" + _YEAR + r"(?![\d年./-])(?=[A-Za-z]|$)")
_FILE_YEAR = pattern_of(r"(?<!\d)" + _YEAR + r"年(?!\d{1,2}月)")
_IN_BRACKETS = pattern_of(
    r"\(" + _YEAR + r"年(?:度|度?第?[一二三四1-4]季度?|[上下]半年|(?:1[0-2]|0?[1-9])月份)?\)"
)
_TITLE_WORDS = pattern_of(
    r"报告|年报|报表|统计表|情况表|一览表|report|statistics"
    r"|(?:公开|申请|复议|诉讼)[^,。:;]*情况(?:\([^()]*\))?$",
    IGNORECASE,
)
_LATIN = pattern_of(r"[A-Za-z]")
_FOUR_DIGITS = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPACED_OUT = pattern_of(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_BRACKETS_BEHIND = pattern_of(r"\([^()]*\)$")
_LEFTOVER = pattern_of(
    r"(?<![A-Za-z])[X×✕╳]{2,}(?![A-Za-z])|\*{3,}|[X×✕]年|某某|\((?:宋体|仿宋|黑体|楷体)[^)]*\)|表格如下|此处填写|请在此"
)
_UNIT_BEFORE = pattern_of(r"^([^\d,。:;()]{2,30}?)(?:关于)?(?:19|20)\d\d年")
_UNIT_AFTER = pattern_of(
    r"(?:19|20)\d\d年(?:度)?([^\d,。:;()]{2,30}?)(?:政府信息|政务公开|信息公开)"
)
_UNIT_STATED = pattern_of(
    r"(?:填报|填表|报送|上报|编报)单位(?:\([^()]*\))?:\s*([^\s,;。:_]{2,40}+)(?!\s*:)"
)
_BODY_WORDS = pattern_of(
    r"(?:政府|局|委员会|委|办公室|办事处|厅|院|中心|管委会|管理处|站|所|队|乡|镇|街道|社|会|公司|学校|大学|银行)$"
)


def outside(grid: Grid, inside: Collection[CellRange]) -> Iterator[Label]:
    """Go through the texts of a sheet that lie outside some ranges."""
    sides = [(one.first.row, one.last.row, one.first.column, one.last.column) for one in inside]
    # What is only a figure says nothing of the table around it; most cells are that.
    for row, column, text in grid.labels():
        for top, bottom, left, right in sides:
            if top <= row <= bottom and left <= column <= right:
                break
        else:
            yield Label(text, grid.name, CellRef(row, column))


def _periods(text: str) -> Iterator[Period]:
    # A look for one sign spares most texts, and most starts, a pattern; so below.
    for found in _QUARTER.finditer(text) if "季" in text else ():
        yield Period(int(found[1]), "Q", _NUMERALS[found[2]])
    for found in _HALF.finditer(text) if "半" in text else ():
        yield Period(int(found[1]), "H", 1 if found[2] == "上" else 2)
    for found in _MONTH.finditer(text) if "月" in text else ():
        yield Period(int(found[1]), "M", int(found[2]))


def _claimed_range(label: Label) -> PeriodClaim | None:
    text = _squeezed(label.text) if "年" in label.text else ""
    found = _RANGE.search(text) if "月" in text else None
    part = _PARTS_OF_YEAR.get((int(found[2]), int(found[4]))) if found else None
    if found is None or part is None:
        return None
    # A remark speaks of some months, too; a part of a year counts where it is called the period.
    if part != _WHOLE_YEAR and not _PERIOD_WORDS.search(text):
        return None
    return PeriodClaim(Period(int(found[1]), *part), label, found[0], "range")


def is_title(label: Label, words: Collection[str] = ()) -> bool:
    """Tell whether a label is short and has a word of a title, or one of the form's titles."""
    text = _squeezed(label.text)
    if len(text) > _LONGEST_TITLE:
        return False
    return _TITLE_WORDS.search(text) is not None or any(word in text for word in words)


def _claimed_title(label: Label) -> PeriodClaim | None:
    text = _squeezed(label.text)
    # Under the title many tables print (2017年第一季度) on a line of its own.
    if not (is_title(label) or (text.startswith("(") and _IN_BRACKETS.fullmatch(text))):
        return None
    period = _until(text) if _UNTIL.search(text) else _yearly(label.text)
    return PeriodClaim(period, label, label.text, "title") if period else None


def _spans(text: str) -> bool:
    """Tell whether several months or quarters are named together: 2024年1-9月."""
    months = "月" in text and _NAMED_RANGE.search(text)
    return bool(months or ("季" in text and _QUARTERS_TOGETHER.search(text)))


def _span(text: str) -> Period | None:
    """Give the year or part of it that months make up; None for nine of them."""
    months = _NAMED_RANGE.search(text)
    part = _PARTS_OF_YEAR.get((int(months[2]), int(months[3]))) if months else None
    return Period(int(months[1]), *part) if months and part else None


def _until(text: str) -> Period | None:
    """Read the year at the end of which figures stand; another day is no period."""
    found = _UNTIL_DECEMBER.search(text)
    return Period(int(found[1])) if found else None


def _yearly(said: str) -> Period | None:
    text = _squeezed(said)
    if _spans(text):
        return _span(text)
    year = _YEAR_ALONE.search(text) or _ENGLISH_YEAR.search(text)
    part = _english_part(said)
    # In English a month may be that of publication; a Chinese one is called the table's own.
    period = next(_periods(text), None) or (part if part and part.kind != "M" else None)
    return period or (Period(int(year[1])) if year else None)


def _english_part(said: str) -> Period | None:
    """Read a part of the year in English or in a code: Q1 2024, 2024H1, first half of 2024."""
    if "年" in said or _LATIN.search(said) is None:
        return None
    # Few titles are in English; the words of months cost more to compile than most files to check.
    from statlint.table.layout_periods import period_of

    period = period_of(said.replace("_", " "))
    return period if period and period.kind else None


def _squeezed(text: str) -> str:
    return "".join(dates_in_digits(plain(text)).split())


def period_claims(
    labels: Sequence[Label],
    titles: Sequence[Label],
    sheets: Sequence[Grid],
    path: str,
    option: Period | None,
    *,
    words: Collection[str] | None = None,
    place: Period | None = None,
) -> tuple[PeriodClaim, ...]:
    """Collect what the file says of its period, the strongest word first.

    A 统计期限 counts wherever it stands; a title only among `titles`, the labels above the tables.
    `words` are those of the titles of a form that may be for a part of a year; None for one that
    never is. `place` is what the file is for by its path in a data set.
    """
    claimed = _claimed_title if words is None else partial(_claimed_part, words=words)
    said = [*map(_claimed_range, labels), *map(claimed, titles)]
    claims = [claim for claim in said if claim is not None]
    names = [("sheet", grid.name or "") for grid in sheets] + [("file", name_of(path))]
    for role, name in names:
        period = _named_part(name) if words is not None else _named_year(plain(name))
        if period is not None:
            claims.append(PeriodClaim(period, None, name, role))
    if place is not None:
        claims.append(PeriodClaim(place, None, path, "dataset"))
    else:
        claims += _folder_claims(path)
    if option is not None:
        claims.append(PeriodClaim(option, None, str(option), "option"))
    order = ("option", "dataset", "range", "title", "sheet", "file", "folder")
    return tuple(sorted(claims, key=lambda claim: order.index(claim.role)))


def period_of_path(path: str) -> Period | None:
    """Give the period that a file's name says, else one of the folders it is in.

    A single year is one however it stands there: figures-2023.
    """
    from pathlib import PurePath

    name = PurePath(path).stem
    period = period_named(name) or _named_part(name)
    if period is not None:
        return period
    if _spans(_squeezed(name)):
        return None
    years = set(_FOUR_DIGITS.findall(dates_in_digits(plain(name))))
    return Period(int(years.pop())) if len(years) == 1 else _period_of_folders(path)


def _folder_claims(path: str) -> list[PeriodClaim]:
    period = _period_of_folders(path)
    return [] if period is None else [PeriodClaim(period, None, folder_of(path), "folder")]


def _period_of_folders(path: str) -> Period | None:
    """Give the period that the nearest folder is named by, and by nothing else: 2024年第一季度."""
    return _period_of_folder(folder_of(path))


@lru_cache(maxsize=256)
def _period_of_folder(folder: str) -> Period | None:
    # The files of a collection stand in few folders.
    periods = map(period_named, reversed(folder.split("/")))
    return next((period for period in periods if period is not None), None)


def _named_year(name: str) -> Period | None:
    """Read the year that a name says, or the part of it that no date of publication is.

    A month may be that in which a yearly report was published.
    """
    if "年" not in name:
        return None
    told = _squeezed(name)
    if _spans(told):
        return _span(told)
    part = next((one for one in _periods(told) if one.kind != "M"), None)
    found = _FILE_YEAR.search(dates_in_digits(name))
    return part or (Period(int(found[1])) if found else None)


def _named_part(said: str) -> Period | None:
    """Read the month, quarter, half-year or year that a name or a title says."""
    name = _squeezed(said)
    if _spans(name):
        return _span(name)
    month = _NAMED_MONTH.search(name)
    if month:
        return Period(int(month[1]), "M", int(month[2]))
    return next(_periods(name), None) or _english_part(said) or _named_year(name)


def _claimed_part(label: Label, words: Collection[str]) -> PeriodClaim | None:
    period = _named_part(label.text) if is_title(label, words) else None
    return PeriodClaim(period, label, label.text, "title") if period else None


def unit_name(
    labels: Sequence[Label], signed: Sequence[SignEntry], words: Collection[str] = ()
) -> str | None:
    """Find the reporting unit's name: from 填报单位, else from a title, with one of some words."""
    for entry in signed:
        if entry.field.kind.value == "unit" and entry.text:
            return entry.text
    for label in labels:
        told = plain(label.text)
        if "单位" in told and (stated := _UNIT_STATED.search(told)):
            return stated[1]
    for label in labels:
        if not is_title(label, words):
            continue
        text = _squeezed(label.text)
        for found in (_UNIT_BEFORE.search(text), _UNIT_AFTER.search(text)):
            if found and _BODY_WORDS.search(found[1]) and found[1] != "政府":
                return found[1]
    return None


def leftovers(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Find template text that was left in."""
    return tuple(label for label in labels if _LEFTOVER.search(plain(label.text)))


def sign_off(form: Form, grid: Grid, labels: Sequence[Label]) -> tuple[SignEntry, ...]:
    """Read the sign-off fields: each label, and the text after it or in the next cell."""
    names = {
        "".join(plain(name).split()): field
        for field in form.sign_off
        for name in (field.label.zh, *field.aliases)
    }
    if not names:
        return ()
    # Longest first, so that 单位负责人 is not read as 负责人.
    ordered = sorted(map(escape, names), key=len, reverse=True)
    pattern = pattern_of(rf"({'|'.join(ordered)})(?:\([^()]*\))?:")
    entries: dict[str, SignEntry] = {}
    for label in labels:
        if label.sheet == grid.name:
            for entry in _entries(label, grid, pattern, names):
                entries.setdefault(entry.field.key, entry)
    return tuple(entries.values())


def _entries(
    label: Label, grid: Grid, pattern: re.Pattern[str], names: dict[str, SignField]
) -> Iterator[SignEntry]:
    text = plain(label.text)
    # A name may be spaced out (审 核 人); spaces inside values (two telephones) must stay.
    squeezed = _SPACED_OUT.sub("", text)
    # In a cell of its own a label needs no colon.
    alone = _BRACKETS_BEHIND.sub("", squeezed.strip()) in names
    found = list(pattern.finditer(f"{squeezed}:" if alone else squeezed))
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(squeezed)
        value = squeezed[match.end() : end].strip(" \t\r\n,;_")
        cell = label.cell
        if not value and end == len(squeezed):
            value, cell = _next_cell(grid, label.cell, pattern)
        yield SignEntry(names[match[1]], Label(label.text, label.sheet, label.cell), value, cell)


def _next_cell(grid: Grid, cell: CellRef, pattern: re.Pattern[str]) -> tuple[str, CellRef]:
    """Take the text right of a label, over a few blank cells, unless that is the next label."""
    merge = grid.merge_at(cell.row, cell.column)
    first = (merge.last.column if merge else cell.column) + 1
    for column in range(first, min(first + _BLANKS, grid.last_column) + 1):
        text = grid.text(cell.row, column)
        if text:
            is_label = pattern.search(f"{_squeezed(text)}:")
            return ("", cell) if is_label else (text, CellRef(cell.row, column))
    return "", cell

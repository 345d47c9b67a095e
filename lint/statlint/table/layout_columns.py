"""Which columns of a table hold its figures, and which label its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.table.layout import Role
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_drafts import Draft
from statlint.table.layout_rows import SheetRow
from statlint.table.layout_serials import counts_up, goes_evenly, steps_by_one, whole_figures
from statlint.table.layout_words import roles_of, unit_of

_MOST = 0.8
_FEWEST = 3
_MORE = 1.15
"""How many times more lines a column must tell apart to be one of their names."""
_LABELS = frozenset({Role.ORDINAL, Role.CODE})
_YEAR_WORDS = ("year", "年份", "年度", "年别")
_STUBHEADS = frozenset(
    "项目 指标 指标名称 时间 时期 日期 item items indicator indicators period date time".split()
) | {""}
"""What stands over labels of any kind, and over no figures."""
_CALENDAR = frozenset("月 月份 季 季度 旬 周 日 日期 month quarter week day".split())
_LAST_DAY = 53
_NUMBER_HEADS = frozenset("甲 乙 丙 丁 a b c d".split()) | {""}
"""What stands over a column that numbers the lines: 甲 over 1, 2, 3, or nothing."""
_UNIT_HEADS = frozenset({"单位", "计量单位", "unit", "units", "unit of measure", "measure"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table: those that label its lines, those with figures.

    Of the stub, `names` are the columns that name the lines, `outline` these with their running
    numbers and codes, and `unit` is the one that says in what they count.
    """

    stub: tuple[int, ...]
    body: tuple[int, ...]
    names: tuple[int, ...]
    outline: tuple[int, ...]
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class _Count:
    figures: int
    """Years among them."""
    years: int
    damaged: int
    marks: int
    texts: int


def columns_of(scan: Scan, draft: Draft) -> Columns:
    """Tell the columns of a table apart."""
    lines = draft.lines
    counts = _counts(lines)
    stub: list[int] = []
    body: list[int] = []
    for column in sorted(counts):
        count = counts[column]
        if not _holds_figures(count) or _is_lettered(scan, lines, column, count):
            if count.texts or count.marks:
                stub.append(column)
        elif not body and _labels_lines(scan, draft, column, first=not stub):
            stub.append(column)
        else:
            body.append(column)
    if not body:
        body = [column for column in stub if counts[column].figures]
        stub = []
    if not stub:
        # Years may stand in the middle, figures at both sides.
        stub = [column for column in body[1:] if _dates_lines(scan, draft, column)][:1]
        body = [column for column in body if column not in stub]
    unit = next((one for one in stub if _states_units(scan, draft, one)), None)
    left = [column for column in stub if not body or column < body[0]] or stub[:1]
    naming = [column for column in left if _may_name(scan, draft, column, counts[column])]
    names = _names(scan, draft, naming) or tuple(left)
    outline = tuple(column for column in left if column in names or column not in {*naming, unit})
    return Columns(tuple(stub), tuple(body), names, outline, unit)


def _counts(lines: Sequence[SheetRow]) -> dict[int, _Count]:
    kinds: dict[int, dict[Kind, int]] = {}
    for row in lines:
        for column, kind in row.cells.items():
            there = kinds.setdefault(column, {})
            there[kind] = there.get(kind, 0) + 1
    return {
        column: _Count(
            there.get(Kind.FIGURE, 0) + there.get(Kind.YEAR, 0),
            there.get(Kind.YEAR, 0),
            there.get(Kind.DAMAGED, 0),
            there.get(Kind.MARK, 0),
            there.get(Kind.TEXT, 0) + there.get(Kind.SPREAD, 0),
        )
        for column, there in kinds.items()
    }


def _holds_figures(count: _Count) -> bool:
    if count.figures == 0:
        return count.texts == 0 and count.marks > 1
    return count.figures >= count.damaged and count.figures + count.marks >= count.texts


def _is_lettered(scan: Scan, lines: Sequence[SheetRow], column: int, count: _Count) -> bool:
    """Tell whether a column without figures shows letters, which stand for figures elsewhere."""
    if count.figures or not count.marks:
        return False
    texts = (scan.text(row.number, column) for row in lines)
    return any(sign.isalnum() for text in texts for sign in text)


def _labels_lines(scan: Scan, draft: Draft, column: int, *, first: bool) -> bool:
    """Tell whether a column of figures before all others labels the lines: years, 1 2 3, codes."""
    roles = _roles(scan, draft, column)
    if Role.RANK in roles:
        return False
    if _dates_lines(scan, draft, column):
        return True
    shown = [row for row in draft.lines if column in row.cells]
    kinds = [row.cells[column] for row in shown]
    if _holds_years(kinds):
        if len(kinds) >= _FEWEST:
            return first or goes_evenly(scan, shown, column)
        apart = len(set(whole_figures(scan, shown, column))) == len(kinds)
        named = bool(draft.heads) and _head(scan, draft, column) in _STUBHEADS
        return first and named and apart
    if roles & _LABELS or (first and Kind.TEXT in kinds):
        return True
    if Kind.TEXT in kinds and not {Kind.FIGURE, Kind.DAMAGED, Kind.MARK} & set(kinds):
        # Years with words among them: 2023, 2024, change.
        return True
    if _head(scan, draft, column) in _CALENDAR:
        return max(whole_figures(scan, shown, column), default=0) <= _LAST_DAY
    head = _head(scan, draft, column)
    if not first and draft.heads and head in _NUMBER_HEADS:
        return len(kinds) >= (2 if head else _FEWEST) and counts_up(scan, shown, column)
    if not first or len(kinds) < _FEWEST:
        return False
    return any(
        (
            counts_up(scan, shown, column),
            steps_by_one(scan, shown, column),
            _is_bare(scan, draft, shown, column),
        )
    )


def _dates_lines(scan: Scan, draft: Draft, column: int) -> bool:
    """Tell whether years stand in a column that is called after them: 年份, year."""
    if not any(word in _head(scan, draft, column) for word in _YEAR_WORDS):
        return False
    return _holds_years([row.cells[column] for row in draft.lines if column in row.cells])


def _holds_years(kinds: Sequence[Kind]) -> bool:
    return sum(kind is Kind.YEAR for kind in kinds) >= _MOST * len(kinds)


def _is_bare(scan: Scan, draft: Draft, shown: Sequence[SheetRow], column: int) -> bool:
    """Tell whether the first column, alone without a head, holds whole numbers all different."""
    if not draft.heads or _head(scan, draft, column):
        return False
    values = whole_figures(scan, shown, column)
    return len(values) == len(shown) and len(set(values)) == len(values)


def _head(scan: Scan, draft: Draft, column: int) -> str:
    texts = (scan.text(row.number, column) for row in draft.heads)
    return " ".join(text for text in texts if text).casefold()


def _states_units(scan: Scan, draft: Draft, column: int) -> bool:
    """Tell whether a column under 单位 says in what the lines count, and not which office it is."""
    if _head(scan, draft, column) not in _UNIT_HEADS:
        return False
    texts = [text for row in draft.lines if (text := scan.text(row.number, column))]
    known = sum(unit_of(f"({text})") is not None for text in texts)
    return 2 * max(known, len(texts) - len(set(texts))) >= len(texts) > 0


def _roles(scan: Scan, draft: Draft, column: int) -> frozenset[Role]:
    texts = (scan.text(row.number, column) for row in draft.heads)
    return roles_of([text for text in texts if any(map(str.isalpha, text))])


def _may_name(scan: Scan, draft: Draft, column: int, count: _Count) -> bool:
    """Tell whether a column of a stub holds names: not numbers, codes or units."""
    return (
        (count.texts >= count.figures - count.years or _head(scan, draft, column) in _CALENDAR)
        and not _roles(scan, draft, column) & _LABELS
        and not _states_units(scan, draft, column)
    )


def _names(scan: Scan, draft: Draft, naming: Sequence[int]) -> tuple[int, ...]:
    """Choose the columns that name the lines.

    One that tells no more lines apart than those before it (a translation, a grade) does not, but
    where it alone names a total: 合计 behind a date.
    """
    kept: list[int] = []
    told = 0.0
    for column in naming:
        apart = len(set(_paths(scan, draft.lines, [*kept, column])))
        if not kept or apart > _MORE * told or _totals(scan, draft, kept, column):
            kept.append(column)
            told = apart
    return tuple(kept)


def _totals(scan: Scan, draft: Draft, kept: Sequence[int], column: int) -> bool:
    """Tell whether the last line is called a total in a column, and in none of those kept."""
    last = draft.lines[-1].number
    told = [Role.TOTAL in roles_of([scan.text(last, one)]) for one in (*kept, column)]
    return told[-1] and not any(told[:-1])


def _paths(
    scan: Scan, lines: Sequence[SheetRow], columns: Sequence[int]
) -> Iterator[tuple[str, ...]]:
    """Give the texts of some columns on each line; a blank goes on with the text above it."""
    going_on = [""] * len(columns)
    for row in lines:
        texts = [scan.text(row.number, column) for column in columns]
        if any(texts):
            first = next(place for place, text in enumerate(texts) if text)
            going_on = [*going_on[:first], *texts[first:]]
        yield tuple(going_on)

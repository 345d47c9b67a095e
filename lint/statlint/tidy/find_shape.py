"""Tell from some of its rows whether a table is a clearly tidy list, and what its columns are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.tidy.periods import read_moment, read_part
from statlint.tidy.shape import Part, Shape
from statlint.tidy.words import part_said, says_measure
from statlint.values import UNITS, plain

Rows = Sequence[Sequence[str]]

_FEWEST_ROWS = 12
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 16
_MOST_VALUES = 3
_NEARLY_ALL = 0.97
_FIGURES = 0.85
_REPEATED = 0.05
_BLANK = 0.5
_FULL = 0.4
"""Share of the crossing of keys and periods that a list of ordinary size fills."""
_ONE_PERIOD = 100
"""Rows from which on a list of a single period is one."""
_NUMBER = r"[-+−－(]?[0-9][0-9,，]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\)?[%％]?|\.[0-9]+"
_CODED = r".*(?:代码|编码|区划|code|[ _]id|^id|cd)"
_WITHIN = frozenset({Part.MONTH, Part.QUARTER})
_MARKS = frozenset(
    {"", "-", "—", "——", "…", "..", "...", ":", "/", "x", "na", "n/a", "nan", "null"}
)


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the sample."""

    head: str
    texts: tuple[str, ...]
    said: Part | None

    @property
    def filled(self) -> list[str]:
        """What its cells hold that hold something."""
        return [text for text in self.texts if text]

    @property
    def numeric(self) -> bool:
        """Whether nearly all of it are figures."""
        pattern = re.compile(_NUMBER)
        told = [text for text in self.texts if plain(text).casefold() not in _MARKS]
        figures = sum(pattern.fullmatch(plain(text)) is not None for text in told)
        return bool(told) and figures >= _FIGURES * len(told)

    @property
    def whole(self) -> bool:
        """Whether it holds whole numbers only."""
        return all(text.isdecimal() for text in self.filled)


def find_shape(rows: Rows, *, whole: bool = True) -> Shape | None:
    """Tell what the columns are for; None unless the rows are clearly a tidy list.

    `rows` begin with the first of the sheet; `whole` says that they are all there are.
    """
    first = next((at for at, row in enumerate(rows) if any(text.strip() for text in row)), None)
    if first is None:
        return None
    heads = _heads(rows[first])
    body = _body(rows[first + 1 :], len(heads))
    if not heads or len(body) < _FEWEST_ROWS:
        return None
    columns = [
        _Column(head, texts, part_said(head))
        for head, texts in zip(heads, zip(*body, strict=True), strict=True)
    ]
    parts = _parts(columns)
    if parts is None or (whole and not _is_crossing(columns, parts)):
        return None
    return Shape(tuple(heads), tuple(parts), first + 1)


def _heads(row: Sequence[str]) -> list[str]:
    """Give the heads of a boxhead of one row; none where it is no such row."""
    heads = [text.strip().removeprefix("\ufeff") for text in row]
    while heads and not heads[-1]:
        heads.pop()
    named = all(head and not _is_number(head) and read_moment(head) is None for head in heads)
    fits = _FEWEST_COLUMNS <= len(heads) <= _MOST_COLUMNS and len(set(heads)) == len(heads)
    return heads if named and fits else []


def _body(rows: Rows, width: int) -> list[tuple[str, ...]]:
    """Give the rows under the boxhead, notes at the end left out; none where some do not fit."""
    body: list[tuple[str, ...]] = []
    odd = 0
    for row in rows:
        texts = tuple(text.strip() for text in row)
        if sum(map(bool, texts[:width])) > 1 and not any(texts[width:]):
            body.append(texts[:width] + ("",) * (width - len(texts)))
        else:
            odd += 1
    return body if odd <= max(2, len(rows) // 100) else []


def _is_number(text: str) -> bool:
    return re.fullmatch(_NUMBER, plain(text)) is not None


def _parts(columns: Sequence[_Column]) -> list[Part] | None:
    """Say what each column is for; None where a part that a tidy list needs is missing."""
    parts = _with_period(columns)
    if parts is None:
        return None
    for at, column in enumerate(columns):
        if parts[at] is Part.KEY:
            parts[at] = _part(column)
    return _told_apart(columns, parts)


def _part(column: _Column) -> Part:
    """Say what a column is for that is no period."""
    if column.said is Part.ASIDE or len(column.filled) < _BLANK * len(column.texts):
        return Part.ASIDE
    if column.numeric:
        coded = re.fullmatch(_CODED, column.head.casefold()) is not None
        return Part.KEY if coded else Part.VALUE
    if column.said is Part.UNIT and (says_measure(column.head) or _holds_units(column)):
        return Part.UNIT
    return Part.KEY


def _holds_units(column: _Column) -> bool:
    """Tell units of measure from reporting units, which 单位 may head as well."""
    from statlint.table.layout_units import unit_of

    told = set(column.filled)
    known = sum(text in UNITS or unit_of(f"({text})") is not None for text in told)
    return 2 * known >= len(told)


def _with_period(columns: Sequence[_Column]) -> list[Part] | None:
    """Find the column of periods, or those of the year and the month."""
    parts = [Part.KEY] * len(columns)
    found = [at for at, column in enumerate(columns) if _holds_periods(column)]
    said = [at for at in found if columns[at].said in {Part.PERIOD, Part.MONTH, Part.QUARTER}]
    if len(found) > 1:
        found = said or found
    if not found:
        return None
    period = max(found, key=lambda at: (len(set(columns[at].texts)), -at))
    for at in found:
        parts[at] = Part.ASIDE
    parts[period] = Part.PERIOD
    if all(one is None or not one.kind for one in map(read_moment, set(columns[period].filled))):
        for at, column in enumerate(columns):
            if at not in found and column.said in _WITHIN and _holds_numbers(column):
                parts[at] = column.said
    return parts


def _holds_numbers(column: _Column) -> bool:
    """Tell whether a column holds the numbers of months or quarters."""
    return all(read_part(text) is not None for text in set(column.filled))


def _holds_periods(column: _Column) -> bool:
    """Tell whether a column holds periods; bare years and digits need a head that says so."""
    told = column.said in {Part.PERIOD, Part.MONTH, Part.QUARTER}
    texts = column.filled
    if len(texts) < _NEARLY_ALL * len(column.texts) or (not told and texts[0].isdecimal()):
        return False
    if not any(sign.isdigit() for sign in texts[0]):
        return False
    most = len(texts) - _NEARLY_ALL * len(texts)
    others = 0
    # Most columns hold none, and need not be read to their end to see it.
    for text, count in Counter(texts).items():
        if read_moment(text) is None:
            others += count
            if others > most:
                return False
    return True


def _told_apart(columns: Sequence[_Column], parts: list[Part]) -> list[Part] | None:
    """See that keys and period tell rows apart; numbers that are needed for it are keys."""
    values = [at for at, part in enumerate(parts) if part is Part.VALUE]
    named = [at for at in values if columns[at].said is Part.VALUE] or values[-1:]
    spare = [at for at in values if at not in named and columns[at].whole]
    while not _are_unique(columns, parts):
        if not spare:
            return None
        parts[spare.pop(0)] = Part.KEY
    values = [at for at, part in enumerate(parts) if part is Part.VALUE]
    keys = [at for at, part in enumerate(parts) if part is Part.KEY]
    return parts if keys and 0 < len(values) <= _MOST_VALUES else None


def _are_unique(columns: Sequence[_Column], parts: Sequence[Part]) -> bool:
    rows = _rows_of(columns, parts, Part.KEY, Part.PERIOD, Part.MONTH, Part.QUARTER)
    return len(rows) - len(set(rows)) <= max(1, _REPEATED * len(rows))


def _rows_of(
    columns: Sequence[_Column], parts: Sequence[Part], *wanted: Part
) -> list[tuple[str, ...]]:
    told = [column.texts for column, part in zip(columns, parts, strict=True) if part in wanted]
    return list(zip(*told, strict=True)) if told else []


def _is_crossing(columns: Sequence[_Column], parts: Sequence[Part]) -> bool:
    """Tell whether keys run through periods: each period comes with many keys, each key often."""
    keys = _rows_of(columns, parts, Part.KEY)
    periods = _rows_of(columns, parts, Part.PERIOD, Part.MONTH, Part.QUARTER)
    series, moments = len(set(keys)), len(set(periods))
    if moments == 1:
        telling = [
            column
            for column, part in zip(columns, parts, strict=True)
            if part is Part.KEY and 1 < len(set(column.texts)) <= len(keys) / 2
        ]
        return len(keys) >= _ONE_PERIOD and len(telling) > 1
    return (
        2 * moments <= len(keys)
        and 2 * series <= len(keys) + moments
        and len(keys) >= _FULL * series * moments
    )

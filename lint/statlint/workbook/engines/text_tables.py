"""Tables within a plain text, where tabs, bars or wide gaps say beyond doubt what is a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import TOO_MANY_CELLS
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.text_lines import heading_level
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statlint.workbook.engines.stored import StoredCell

_FIGURE = pattern_of(r"[-+－＋]?[\d０-９][\d０-９,，.．]*[%％]?")
_GAP = pattern_of(r"[ \xa0]{2,}|\u3000+")
_BARS = str.maketrans("│┃｜║", "||||")
_DRAWN = frozenset("|+-= \t") | frozenset(map(chr, range(0x2500, 0x2580)))
"""Of what lines between rows are drawn."""
_DASHES = ("--", "==", "──", "━━", "══", "┄┄", "┈┈")
_CAPTION = 30
_LEAST_ROWS, _LEAST_GAPS = 2, 3
_LEAST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, as texts."""

    rows: tuple[tuple[str, ...], ...]

    def cells(self) -> list[StoredCell]:
        """Give its cells as they are stored."""
        if sum(map(len, self.rows)) > limits.CELLS:
            raise Refusal(Fault.TOO_LARGE, TOO_MANY_CELLS)
        return [
            (row, column, "text", text, None, None, None)
            for row, texts in enumerate(self.rows, 1)
            for column, text in enumerate(texts, 1)
            if text
        ]


def parts_of(lines: Sequence[str]) -> Iterator[Rows | list[str]]:
    """Give the tables of a text, and the lines between them."""
    drawn = [line.translate(_BARS) for line in lines]
    kinds = [_kind(line) for line in drawn]
    between: list[str] = []
    index = 0
    while index < len(lines):
        end = _end(lines, kinds, index)
        table = _table(drawn[index:end], kinds[index]) if end > index else None
        if table is None:
            end = max(end, index + 1)
            between += lines[index:end]
            index = end
            continue
        if between:
            yield between
            between = []
        yield table
        index = end
    if between:
        yield between


def _kind(line: str) -> str:
    """Say by what a line could be a row: tabs, bars or gaps."""
    text = line.strip()
    if "\t" in line.strip(" \r\n\u3000") and text:
        return "\t"
    if text.count("|") > 1 or _is_ruler(text):
        return "|"
    return " " if len(_GAP.split(text)) >= _LEAST_COLUMNS else ""


def _end(lines: Sequence[str], kinds: Sequence[str], start: int) -> int:
    """Give the line after the last that goes on with the rows begun at one."""
    kind, end = kinds[start], start
    while kind and end < len(lines):
        if kinds[end] != kind:
            # A heading of a block stands in a row by itself; tabs at its end are often lost.
            goes_on = kind == "\t" and end + 1 < len(lines) and kinds[end + 1] == kind
            text = lines[end].strip()
            if not goes_on or not 0 < len(text) <= _CAPTION or heading_level(text):
                break
        end += 1
    return end


def _table(lines: Sequence[str], kind: str) -> Rows | None:
    """Read rows; None where they are too few, or their columns not certain."""
    split = {"\t": _by_tabs, "|": _by_bars, " ": _by_gaps}[kind]
    rows = tuple(row for line in lines if (row := split(line)) is not None)
    if not rows:
        return None
    widths = {len(row) for row in rows}
    least = _LEAST_GAPS if kind == " " else _LEAST_ROWS
    if len(rows) < least or max(widths) == 1 or (kind != "\t" and len(widths) > 1):
        return None
    figures = any(_FIGURE.fullmatch(text) for row in rows for text in row)
    return Rows(rows) if figures else None


def _is_ruler(text: str) -> bool:
    """Tell whether a line is one that is drawn between rows."""
    return _DRAWN.issuperset(text) and any(dashes in text for dashes in _DASHES)


def _by_tabs(line: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in line.rstrip("\r\n").split("\t"))


def _by_gaps(line: str) -> tuple[str, ...]:
    return tuple(_GAP.split(line.strip()))


def _by_bars(line: str) -> tuple[str, ...] | None:
    """Split at bars that no backslash takes away; None for a line between rows."""
    text = line.strip().removeprefix("|")
    if _is_ruler(text):
        return None
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    row = tuple(one.strip().replace("\\|", "|") for one in re.split(r"(?<!\\)\|", text))
    return None if all(re.fullmatch(r":?-+:?", one) for one in row) else row

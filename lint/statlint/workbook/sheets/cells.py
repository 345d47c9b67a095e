"""The cells of one sheet while it is read: their places, their formats, their formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.typed import TYPE_CHECKING
from statlint.values import CellRef, Text, column_number
from statlint.workbook.cells import Cells, Look, Pattern, pattern_of
from statlint.workbook.engines import limits as known_limits
from statlint.workbook.engines.details import outside
from statlint.workbook.engines.exact import without_noise_in
from statlint.workbook.engines.limits import LONG_TEXTS, LONGEST_IN_CELL
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sheets.formulas import Formulas
from statlint.workbook.sheets.markup import refuse
from statlint.workbook.sheets.styles import PLAIN, Style
from statlint.workbook.sheets.values import NO_RESULT, TEXTS, Values, Way, way_of

if TYPE_CHECKING:
    from statlint.values.limits import Limits

_DIGITS = "0123456789"
_MOST_LETTERS = 3
_LONG = 16
"""Digits from which on Excel would write noughts."""
_NO_REFERENCE = Text("单元格的位置「{place}」不成立", "“{place}” is no place of a cell")
_NO_TEXT = Text("单元格引用了不存在的共享文字", "a cell refers to a text that is not there")


class CellReader:
    """Gather the cells of one sheet; keeps the place and the formulas that cells share."""

    __slots__ = (
        *("_begun", "_column", "_columns", "_found", "_limits", "_patterns", "_styles"),
        *("_values", "_ways", "cells", "empty_texts", "formulas", "indents", "long_texts", "row"),
    )

    def __init__(self, values: Values, styles: Mapping[str, Style], limits: Limits) -> None:
        """Keep what the workbook's cells refer to."""
        self.row = 0
        self.cells = Cells(values.texts)
        self.empty_texts: list[tuple[int, int]] = []
        self.indents: list[tuple[int, int, int]] = []
        self.long_texts: list[CellRef] = []
        self.formulas = Formulas()
        self._values = values
        self._styles = styles
        self._limits = limits
        self._column = self._begun = 0
        self._columns: dict[str, int] = {}
        self._ways: dict[tuple[str, str], Way] = {}
        self._patterns: dict[tuple[tuple[int, ...], tuple[Look, ...]], Pattern] = {}
        self._found: list[tuple[int, Way, str, str | None]] = []

    def begin_row(self, number: str | None) -> None:
        """Go to a row; a row without a number follows the one before."""
        self.row = int(number) if number else self.row + 1
        self._column = 0
        self.formulas.begin_row(self.row)
        found = len(self.cells) + len(self._found) + len(self.empty_texts)
        if found > self._limits.cells:
            refuse(self._limits, "cells", found)
        if self.formulas.signs > self._limits.texts_length:
            refuse(self._limits, "texts_length", self.formulas.signs)

    def read(
        self,
        attributes: Mapping[str, str],
        written: str | None,
        inline: str | None,
        formula: tuple[Mapping[str, str], str] | None,
    ) -> None:
        """Read one cell: its attributes, its value, its own text, its formula; each may lack."""
        row, column = self._place(attributes.get("r"))
        kind, style = attributes.get("t", "n"), attributes.get("s", "0")
        reckoned = None if formula is None else self.formulas.read(*formula, row, column)
        value = inline if kind == "inlineStr" else written
        if value is None or not (value or kind in TEXTS - {"s"}):
            if reckoned is not None:
                self._add(row, column, self.way(NO_RESULT, style), reckoned, reckoned)
            return
        if reckoned is None and self.formulas.spreads:
            reckoned = self.formulas.filling(row, column)
        if not (self.shared(int(value)) if kind == "s" else value) and reckoned is None:
            self.empty_texts.append((row, column))
            return
        if kind in TEXTS and (indent := self.indent(style)):
            self.indents.append((row, column, indent))
        self._add(row, column, self.way(kind, style), value, reckoned)

    def finish(self) -> Cells:
        """Give the cells, row by row."""
        self._flush()
        return self.cells.in_order()

    def keep(
        self,
        pattern: Pattern,
        ways: Sequence[tuple[int, Way]],
        values: list[str],
        formulas: Sequence[str | None] = (),
    ) -> None:
        """Keep what the row that was begun holds, all of it at once.

        `ways` are the places and ways of all values but of shared texts, which are kept by number.
        """
        if self._found:
            self._flush()
        self._put(self.row, pattern, ways, values, formulas)

    def way(self, kind: str, style: str) -> Way:
        """Give how a value is written and shown."""
        known = self._ways.get((kind, style))
        if known is None:
            code, _, dated = self._styles.get(style, PLAIN)
            known = self._ways[kind, style] = way_of(kind, code, dated=dated)
        return known

    def indent(self, style: str) -> int:
        """Give how far a style sets texts in."""
        return self._styles.get(style, PLAIN)[1]

    def shared(self, index: int) -> str:
        """Give a text of those that cells share."""
        if 0 <= index < len(self._values.texts):
            return self._values.texts[index]
        raise Refusal(Fault.DAMAGED, _NO_TEXT)

    def pattern(self, columns: tuple[int, ...], looks: tuple[Look, ...]) -> Pattern:
        """Give the pattern of a row; those that are alike have one."""
        known = self._patterns.get((columns, looks))
        if known is None:
            # What no sheet can have is damage, and said where the cell is read.
            widest = min(max(columns, default=0), known_limits.COLUMNS)
            if widest > self._limits.columns:
                refuse(self._limits, "columns", widest)
            known = self._patterns[columns, looks] = pattern_of(columns, looks)
        return known

    def _add(self, row: int, column: int, way: Way, value: str, formula: str | None) -> None:
        if row != self._begun:
            self._flush()
            self._begun = row
        self._found.append((column, way, value, formula))

    def _flush(self) -> None:
        """Put the row away that was gathered cell by cell."""
        if self._found:
            columns, ways, values, formulas = zip(*self._found, strict=True)
            self._found.clear()
            pattern = self.pattern(columns, tuple(way.look for way in ways))
            self._put(self._begun, pattern, to_read(ways), list(values), formulas)

    def _put(
        self,
        row: int,
        pattern: Pattern,
        ways: Sequence[tuple[int, Way]],
        values: list[str],
        formulas: Sequence[str | None],
    ) -> None:
        """Put a row away, its values as they are shown."""
        read, looks = self._values.read, pattern.looks
        noisy: list[tuple[int, Way]] = []
        for place, way in ways:
            written = values[place]
            # Most figures are as they are to be kept; they are spared the call.
            plain = way.plain and "1" <= written < ":" and written.isdigit()
            if plain and len(written) < _LONG and written.isascii():
                continue
            if way.plain and len(written) > _LONG:
                noisy.append((place, way))
                continue
            kind, values[place] = read(way, written)
            if kind is not looks[place].kind:
                looks = (*looks[:place], Look(kind, way.look.number_format), *looks[place + 1 :])
        if noisy:
            looks = self._round(noisy, values, looks)
        if looks is not pattern.looks:
            pattern = self.pattern(pattern.columns, looks)
        self.cells.add(row, pattern, values, formulas)
        longest = max(map(len, values))
        if longest > self._limits.text_length:
            refuse(self._limits, "text_length", longest)
        if longest > LONGEST_IN_CELL or not self._values.long.isdisjoint(values):
            self._note_long(row, pattern, values)

    def _round(
        self, noisy: Sequence[tuple[int, Way]], values: list[str], looks: tuple[Look, ...]
    ) -> tuple[Look, ...]:
        """Read long figures, those of a row at one stroke where that will do; give the looks."""
        rounded = without_noise_in([values[place] for place, _ in noisy])
        if rounded is not None:
            for (place, _), text in zip(noisy, rounded, strict=True):
                values[place] = text
            return looks
        for place, way in noisy:
            kind, values[place] = self._values.read(way, values[place])
            if kind is not looks[place].kind:
                looks = (*looks[:place], Look(kind, way.look.number_format), *looks[place + 1 :])
        return looks

    def _note_long(self, row: int, pattern: Pattern, values: Sequence[str]) -> None:
        """Note the texts that are longer than a cell of Excel can hold."""
        for column, look, value in zip(pattern.columns, pattern.looks, values, strict=True):
            is_long = value in self._values.long if look.shared else len(value) > LONGEST_IN_CELL
            if is_long and len(self.long_texts) < LONG_TEXTS:
                self.long_texts.append(CellRef(row, column))

    def _place(self, reference: str | None) -> tuple[int, int]:
        """Give the cell's row and column; a cell without a reference follows the one before."""
        if reference is None:
            row, column = self.row, self._column + 1
        else:
            letters = reference.rstrip(_DIGITS)
            column, row = self.column(letters), int(reference[len(letters) :] or 0)
        self._column = column
        if not (0 < row <= known_limits.ROWS and column <= known_limits.COLUMNS):
            raise Refusal(Fault.DAMAGED, outside(row, column))
        return row, column

    def column(self, letters: str) -> int:
        """Read the letters of a column."""
        known = self._columns.get(letters)
        if known is None:
            if not (letters.isascii() and letters.isalpha() and len(letters) <= _MOST_LETTERS):
                zh, en = (one.format(place=letters) for one in (_NO_REFERENCE.zh, _NO_REFERENCE.en))
                raise Refusal(Fault.DAMAGED, Text(zh, en))
            known = self._columns[letters] = column_number(letters)
        return known


def to_read(ways: Sequence[Way]) -> tuple[tuple[int, Way], ...]:
    """Give the places and ways of the values that are not kept as they are written."""
    return tuple((place, way) for place, way in enumerate(ways) if not way.look.shared)

"""A long list as a form states it: where its columns stand, and which code is which line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.form import (
    CodeSum,
    Form,
    Head,
    KeyColumn,
    ListColumn,
    ListColumns,
    Measure,
    TableForm,
    ValueKind,
)
from statlint.tidy.columns import Coded
from statlint.tidy.listing import Listing
from statlint.tidy.shape import Part, Shape
from statlint.values import label_key

_BOXHEAD = 20
"""Rows among which the boxhead stands."""


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A table of a form that is a long list."""

    form: Form
    table: TableForm
    columns: ListColumns
    """Its columns but for those of figures."""

    @property
    def heads(self) -> tuple[Head, ...]:
        """Its columns of figures."""
        return self.table.blocks[0].heads

    def parts(self) -> Iterator[tuple[ListColumn, Part]]:
        """Go through the columns that must be there, with what they are for."""
        columns = self.columns
        yield from ((key.column, Part.KEY) for key in columns.keys)
        named = (
            (columns.indicator, Part.KEY),
            (columns.period, Part.PERIOD),
            (columns.month, Part.MONTH),
            (columns.quarter, Part.QUARTER),
            (columns.measured_in, Part.UNIT),
        )
        yield from ((column, part) for column, part in named if column is not None)
        for head in self.heads:
            yield ListColumn(head.label.zh, (head.label.en, *head.aliases)), Part.VALUE

    def shape(self, rows: Sequence[Sequence[str]]) -> Shape | tuple[str, ...]:
        """Find the boxhead among the first rows of a sheet, else say what is missing of it."""
        missing: tuple[str, ...] = tuple(column.label for column, _ in self.parts())
        for number, row in enumerate(rows[:_BOXHEAD], 1):
            places = {label_key(text): at for at, text in reversed(list(enumerate(row))) if text}
            found = {column.label: _place(column, places) for column, _ in self.parts()}
            lacking = tuple(label for label, at in found.items() if at is None)
            if not lacking:
                return self._shape(row, found, number)
            missing = min(missing, lacking, key=len)
        return missing

    def _shape(self, row: Sequence[str], found: Mapping[str, int | None], number: int) -> Shape:
        heads = [text.strip().removeprefix("\ufeff") for text in row]
        while heads and not heads[-1]:
            heads.pop()
        parts = [Part.EXTRA if head else Part.ASIDE for head in heads]
        for column, part in self.parts():
            at = found[column.label]
            if at is not None:
                parts[at] = part
        return Shape(tuple(heads), tuple(parts), number, is_stated=True)

    def key(self, column: Coded) -> KeyColumn | None:
        """Give what is said of a column of keys; None of the indicator."""
        told = label_key(column.head)
        return next((key for key in self.columns.keys if told in _labels(key.column)), None)

    def indicator(self, listing: Listing) -> int | None:
        """Give the place of the column of indicators among the keys of a list."""
        if self.columns.indicator is None:
            return None
        labels = _labels(self.columns.indicator)
        keys = enumerate(listing.keys)
        return next((at for at, key in keys if label_key(key.head) in labels), None)

    def lines(self, column: Coded) -> dict[int, str]:
        """Say which line of the form each code of the indicator is."""
        known = {
            label_key(label): line.key
            for line in self.table.lines()
            for label in (line.label.zh, line.label.en, line.key, *line.aliases)
        }
        found = ((code, known.get(label_key(text))) for code, text in enumerate(column.texts))
        return {code: key for code, key in found if key is not None}

    def head_at(self, listing: Listing, figures: int) -> Head:
        """Give the head of the form that a column of figures has."""
        told = label_key(listing.figures[figures].head)
        return next(
            head
            for head in self.heads
            if told in {label_key(one) for one in (head.label.zh, head.label.en, *head.aliases)}
        )

    def measure(self, line: str | None, head: Head) -> Measure:
        """Say what the figures of an indicator must be."""
        lines = {one.key: one for one in self.table.lines()}
        own = lines.get(line or "")
        return self.table.measure_of(own, head) if own else head.measure or self.table.measure

    def measure_at(self, listing: Listing, figures: int, row: int) -> Measure:
        """Say what the figure of a row must be."""
        at, head = self.indicator(listing), self.head_at(listing, figures)
        if at is None:
            return self.measure(None, head)
        column = listing.keys[at]
        return self.measure(self.lines(column).get(column.codes[row]), head)

    def added(self, listing: Listing, figures: int) -> tuple[int, frozenset[int]] | None:
        """Give the column of indicators and those whose figures add up; None where all do."""
        at = self.indicator(listing)
        if at is None:
            return None
        head = self.head_at(listing, figures)
        lines = self.lines(listing.keys[at])
        return at, frozenset(
            code
            for code in range(len(listing.keys[at]))
            if _adds_up(self.measure(lines.get(code), head))
        )

    def sums(self, column: Coded) -> tuple[CodeSum, ...]:
        """Give the sums over the codes of a column, each total with its parts."""
        key = self.key(column)
        if key is None:
            return ()
        if key.total is None:
            return key.sums
        inner = {one.total for one in key.sums}
        below = {part for one in key.sums for part in one.parts}
        every = key.codes or tuple(column.texts)
        rest = tuple(
            code for code in every if code != key.total and (code in inner or code not in below)
        )
        return (CodeSum(key.total, rest), *key.sums)


def _adds_up(measure: Measure) -> bool:
    return measure.additive and measure.kind is not ValueKind.SHARE


def _place(column: ListColumn, places: Mapping[str, int]) -> int | None:
    found = (places.get(label_key(label)) for label in (column.label, *column.aliases))
    return next((at for at in found if at is not None), None)


def _labels(column: ListColumn) -> set[str]:
    return {label_key(label) for label in (column.label, *column.aliases)}

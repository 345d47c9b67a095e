"""From the rows of a long list to its columns, in one pass and in blocks."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from statlint.dataclass import dataclass, field
from statlint.tidy.aliases import without_aliases
from statlint.tidy.attributes import with_attributes
from statlint.tidy.columns import Coded, Codes, Figures, Lines
from statlint.tidy.listing import NO_PERIOD, Listing
from statlint.tidy.periods import Moment, moment_in, read_moment, read_part, whole_periods
from statlint.tidy.rows import Rows
from statlint.tidy.shape import Part, Shape
from statlint.values import Reading
from statlint.workbook.stream import Block

_CODED = (Part.PERIOD, Part.MONTH, Part.QUARTER, Part.KEY, Part.UNIT, Part.EXTRA)
_MOST_CODES = 500_000
"""Different texts from which on a column that hardly repeats any is none of keys."""
_MOST_ROWS = 30_000_000
_MOST_ODD = 0.02
_SOME = 20
"""Odd rows that a short list may have."""
_KINDS = {Part.MONTH: "M", Part.QUARTER: "Q"}


@dataclass(slots=True, eq=False)
class _Reader:
    """Columns that grow block by block."""

    shape: Shape
    lines: Lines = field(default_factory=Lines)
    count: int = 0
    misfits: list[int] = field(default_factory=list)
    coded: dict[int, tuple[Codes, array[int]]] = field(default_factory=dict)
    figures: dict[int, Figures] = field(default_factory=dict)
    forgotten: set[int] = field(default_factory=set)

    def add(self, block: Block, rows: Rows) -> bool:
        """Take a block; tell whether it still looks like a list."""
        numbers, texts = self._fitting(block)
        if not texts:
            return True
        columns = list(zip(*texts, strict=True))
        for place, (codes, found) in self.coded.items():
            if place in self.forgotten:
                continue
            found.extend(map(codes.__getitem__, columns[place]))
            if len(codes) > max(_MOST_CODES, len(found) // 2) and not self._forgets(place):
                return False
        for place, figures in self.figures.items():
            figures.add(columns[place], _reader(rows, numbers, place, columns[place]))
            if figures.is_spoilt and not self.shape.is_stated:
                return False
        self.lines.add(self.count, numbers)
        self.count += len(texts)
        return self.count <= _MOST_ROWS and (
            self.shape.is_stated or len(self.misfits) <= _SOME + _MOST_ODD * self.count
        )

    def _forgets(self, place: int) -> bool:
        """Hold no texts of a column that can be no labels; tell whether it is one."""
        if self.shape.parts[place] is not Part.EXTRA:
            return False
        self.forgotten.add(place)
        self.coded[place][0].clear()
        return True

    def _fitting(self, block: Block) -> tuple[Sequence[int], list[list[str]]]:
        """Give the rows below the boxhead that have a cell for each head, and their numbers."""
        width, first = len(self.shape.heads), self.shape.first
        numbers, rows = block.lines, block.rows
        if numbers[0] <= first:
            below = [at for at, number in enumerate(numbers) if number > first]
            start = below[0] if below else len(rows)
            numbers, rows = numbers[start:], rows[start:]
        dated = itemgetter(self.shape.places(Part.PERIOD)[0])
        if set(map(len, rows)) <= {width} and all(map(dated, rows)):
            return numbers, rows
        kept, texts = [], []
        for number, row in zip(numbers, rows, strict=True):
            # What has a single cell is a blank line or a note.
            if sum(map(bool, row)) <= 1:
                continue
            if any(row[width:]) or len(row) < width:
                self.misfits.append(number)
                continue
            kept.append(number)
            texts.append(row[:width])
        return kept, texts


def _reader(
    rows: Rows, numbers: Sequence[int], place: int, texts: Sequence[str]
) -> Callable[[int], Reading]:
    """Give what reads a text of a column by its place among those of a block."""
    return lambda at: rows.reading(numbers[at], place + 1, texts[at])


def read_listing(rows: Rows, shape: Shape) -> Listing | None:
    """Read a list; None where the whole of it is none after all, or cannot be read as text."""
    reader = _Reader(shape)
    for place, (head, part) in enumerate(zip(shape.heads, shape.parts, strict=True)):
        if part in _CODED:
            reader.coded[place] = (Codes(), array("i"))
        elif part is Part.VALUE:
            reader.figures[place] = Figures(head, place)
    try:
        if not all(reader.add(block, rows) for block in rows.blocks()) or not reader.count:
            return None
    except (csv.Error, UnicodeError, OSError):
        return None
    return _listing(reader, rows.sheet)


def _listing(reader: _Reader, sheet: str | None) -> Listing | None:
    shape = reader.shape
    columns = {
        place: _coded(
            shape.heads[place], place, codes, found, is_key=shape.parts[place] is Part.KEY
        )
        for place, (codes, found) in reader.coded.items()
        if place not in reader.forgotten
    }
    dated = _dated(shape, columns)
    if dated is None:
        return None
    moments, periods = dated
    undated = tuple(at for at, period in enumerate(periods) if period == NO_PERIOD)
    keys, attributes = with_attributes(shape, columns)
    if not keys or (len(undated) > _SOME + _MOST_ODD * len(periods) and not shape.is_stated):
        return None
    return Listing(
        shape,
        sheet,
        reader.lines,
        keys,
        attributes,
        moments,
        periods,
        tuple(one.without_marks() for one in reader.figures.values()),
        tuple(reader.misfits),
        undated,
        tuple(_constant(shape, columns, keys)),
    )


def _constant(shape: Shape, columns: Mapping[int, Coded], keys: Sequence[Coded]) -> Iterator[Coded]:
    """Go through the key columns that hold one text only and are not taken for keys."""
    taken = {key.place for key in keys}
    for place in shape.places(Part.KEY):
        if place not in taken and len(columns[place]) == 1:
            yield columns[place]


def _coded(head: str, place: int, codes: Codes, found: array[int], *, is_key: bool) -> Coded:
    """Take texts that differ in the white space around them for one; aliases of codes as well."""
    merged = Codes()
    numbers = [merged[text.strip()] for text in codes]
    if len(merged) < len(codes):
        found = array("i", map(numbers.__getitem__, found))
    column = Coded(head, place, found, list(merged))
    return without_aliases(column) if is_key else column


def _dated(shape: Shape, columns: dict[int, Coded]) -> tuple[tuple[Moment, ...], array[int]] | None:
    """Give the periods in their order, and for each row the place of its own."""
    column = columns[shape.places(Part.PERIOD)[0]]
    said = whole_periods([read_moment(text) for text in column.texts])
    codes = column.codes
    for place in shape.places(Part.MONTH, Part.QUARTER):
        kind, parts = _KINDS[shape.parts[place]], columns[place]
        numbers = [read_part(text) for text in parts.texts]
        said = [moment_in(year, part, kind) for year in said for part in numbers]
        size = len(parts)
        codes = array(
            "i", (one * size + other for one, other in zip(codes, parts.codes, strict=True))
        )
        break
    moments = sorted({moment for moment in said if moment is not None})
    order = {moment: at for at, moment in enumerate(moments)}
    places = [NO_PERIOD if moment is None else order[moment] for moment in said]
    periods = array("i", map(places.__getitem__, codes))
    present = sorted(set(periods) - {NO_PERIOD})
    if not present:
        return None
    if len(present) < len(moments):
        again = {period: at for at, period in enumerate(present)} | {NO_PERIOD: NO_PERIOD}
        periods = array("i", map(again.__getitem__, periods))
    return tuple(moments[at] for at in present), periods

"""The cells of a sheet as they are kept: rows of text, of which cells are made when asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING, NamedTuple, Protocol, overload
from statlint.values import CellRef
from statlint.workbook.model import Cell, CellKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statlint.values import Number

BETWEEN = "\x1f"
"""Stands between the texts of a row; no part of a workbook can hold it."""
_AT_HAND = 4_096
"""Rows taken apart, and cells made, that are kept; who reads a sheet mostly reads along it."""


class Look(NamedTuple):
    """What a cell holds, its number format, and whether it names one of the texts all share."""

    kind: CellKind
    number_format: str | None
    shared: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Which columns of a row hold something, and of which kind; many rows have the same."""

    columns: tuple[int, ...]
    looks: tuple[Look, ...]
    places: Mapping[int, int]
    """The place among these by the column."""
    shared: tuple[int, ...]
    """The places that name one of the texts all share."""
    mixed: bool
    """Whether the columns are out of their order, or one is there twice."""


def pattern_of(columns: tuple[int, ...], looks: tuple[Look, ...]) -> Pattern:
    """Make a pattern."""
    places = {column: place for place, column in enumerate(columns)}
    shared = tuple(place for place, look in enumerate(looks) if look.shared)
    return Pattern(columns, looks, places, shared, mixed=columns != tuple(sorted(places)))


class Casting(Protocol):
    """A mould, told from others by identity: where the figures and words stand that may differ."""

    @property
    def figures_at(self) -> Sequence[tuple[int, int]]:
        """Rows and columns of the figures."""
        ...

    @property
    def words_at(self) -> Sequence[tuple[int, int]]:
        """Rows and columns of the words."""
        ...

    @property
    def kept(self) -> dict[Hashable, object]:
        """What is kept of all that is cast in it, by who keeps it and what it goes by."""
        ...


class Cast(NamedTuple):
    """What cells are made of that were cast: the mould, and what differs from others cast in it.

    `figures` are numbers as they are kept, in the order of the cells; None where one is not written
    with digits, sign and point alone. `words` are the texts that may differ. Of both the mould has
    row and column.
    """

    mould: Casting
    figures: tuple[str, ...] | None
    words: tuple[str, ...]


_MOST_KEPT = 64


def keep_of_mould(cast: Cast, key: Hashable, value: object) -> None:
    """Keep what was found out of a copy, and goes for others that are cast in its mould."""
    kept = cast.mould.kept
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value


class Cells(Sequence[Cell]):
    """All cells of one sheet, row by row; to ask for what one holds is cheaper than for itself."""

    __slots__ = (
        *("_at_hand", "_count", "_formulas", "_made", "_mixed", "_numbers"),
        *("_patterns", "_texts", "_values", "of_mould"),
    )

    def __init__(self, texts: Sequence[str] = ()) -> None:
        """Begin with none; `texts` are those that cells share."""
        self._texts = texts
        self._numbers = array("L")
        self._patterns: list[Pattern] = []
        self._values: list[str] = []
        self._formulas: list[tuple[str | None, ...] | None] = []
        self._count = 0
        self._mixed = False
        self._at_hand: dict[int, list[str]] = {}
        self._made: dict[tuple[int, int], Cell] = {}
        self.of_mould: Cast | None = None

    def add(
        self,
        row: int,
        pattern: Pattern,
        values: Sequence[str],
        formulas: Sequence[str | None] = (),
    ) -> None:
        """Add a row, or what more there is in one: texts, and the numbers of shared ones."""
        self._mixed = self._mixed or pattern.mixed or row <= self.last_row
        self._numbers.append(row)
        self._patterns.append(pattern)
        self._values.append(BETWEEN.join(values))
        self._formulas.append(tuple(formulas) if any(formulas) else None)
        self._count += len(pattern.columns)

    def filled(self, rows: list[str], texts: Sequence[str], cast: Cast) -> Cells:
        """Give cells that hold other texts, row by row, and are the same in all else."""
        made = Cells(texts)
        made._numbers, made._patterns = self._numbers, self._patterns
        made._formulas, made._count, made._mixed = self._formulas, self._count, self._mixed
        made._values, made.of_mould = rows, cast
        return made

    def is_shaped_as(self, other: Cells) -> bool:
        """Tell whether the same cells hold something of the same kind, by the same formulas."""
        return (
            self._numbers == other._numbers
            and self._formulas == other._formulas
            and [(one.columns, one.looks) for one in self._patterns]
            == [(one.columns, one.looks) for one in other._patterns]
        )

    def as_kept(self) -> Iterator[tuple[int, list[str], Pattern]]:
        """Go through the rows: their numbers, what they hold, texts that all share by number."""
        for row, values, pattern in zip(self._numbers, self._values, self._patterns, strict=True):
            yield row, values.split(BETWEEN), pattern

    @property
    def last_row(self) -> int:
        """The last row that holds something; 0 where none does."""
        return self._numbers[-1] if self._numbers else 0

    @property
    def last_column(self) -> int:
        """The last column that holds something; 0 where none does."""
        return max((one.columns[-1] for one in set(self._patterns)), default=0)

    def look_at(self, row: int, column: int) -> tuple[CellKind, str, str | None] | None:
        """Give kind, text and number format of a cell; None where there is none."""
        index = self._index(row)
        if index < 0:
            return None
        pattern = self._patterns[index]
        place = pattern.places.get(column)
        if place is None:
            return None
        kind, number_format, _ = pattern.looks[place]
        return kind, self._held(index)[place], number_format

    def look_along(
        self, row: int, columns: Iterable[int]
    ) -> list[tuple[CellKind, str, str | None] | None]:
        """Give kind, text and number format of cells of a row; None for each that is not there."""
        index = self._index(row)
        if index < 0:
            return [None for _ in columns]
        pattern, held = self._patterns[index], self._held(index)
        looks = [
            (look.kind, text, look.number_format)
            for look, text in zip(pattern.looks, held, strict=True)
        ]
        places = map(pattern.places.get, columns)
        return [None if place is None else looks[place] for place in places]

    def get(self, row: int, column: int) -> Cell | None:
        """Give a cell, made when it is first asked for; None where there is none."""
        known = self._made.get((row, column))
        if known is None:
            index = self._index(row)
            place = self._patterns[index].places.get(column) if index >= 0 else None
            if place is not None:
                if len(self._made) >= _AT_HAND:
                    self._made.clear()
                known = self._made[row, column] = self._cell(index, place)
        return known

    def held(self) -> Iterator[tuple[int, int, CellKind, str]]:
        """Go through row, column, kind and text of all cells."""
        for index, (row, pattern) in enumerate(zip(self._numbers, self._patterns, strict=True)):
            held = zip(pattern.columns, pattern.looks, self._held(index), strict=True)
            for column, look, text in held:
                yield row, column, look.kind, text

    def with_formulas(self) -> Iterator[Cell]:
        """Make the cells with formulas alone."""
        for index, formulas in enumerate(self._formulas):
            for place, formula in enumerate(formulas or ()):
                if formula is not None:
                    yield self._cell(index, place)

    def of(self, kinds: Collection[CellKind]) -> Iterator[Cell]:
        """Make the cells of some kinds alone."""
        wanted = {
            pattern: [place for place, look in enumerate(pattern.looks) if look.kind in kinds]
            for pattern in set(self._patterns)
        }
        for index, pattern in enumerate(self._patterns):
            for place in wanted[pattern]:
                yield self._cell(index, place)

    def __len__(self) -> int:
        """Count them."""
        return self._count

    def __iter__(self) -> Iterator[Cell]:
        """Make them all, one after the other."""
        for index, pattern in enumerate(self._patterns):
            for place in range(len(pattern.columns)):
                yield self._cell(index, place)

    @overload
    def __getitem__(self, at: int) -> Cell: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, at: int | slice) -> Cell | tuple[Cell, ...]:
        """Make all cells for one of them; who wants many goes through them."""
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        """Tell whether the cells are the same as others, however those are kept."""
        if not isinstance(other, (Cells, tuple)) or len(self) != len(other):
            return NotImplemented if not isinstance(other, (Cells, tuple)) else False
        return all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # they are compared by what they hold

    def __repr__(self) -> str:
        """Show them as they would be shown one by one."""
        return repr(tuple(self))

    def _index(self, row: int) -> int:
        """Give the place of a row; -1 where it holds nothing."""
        numbers = self._numbers
        if not numbers:
            return -1
        # Rows mostly follow each other without a gap.
        guess = row - numbers[0]
        if not (0 <= guess < len(numbers) and numbers[guess] == row):
            guess = bisect_left(numbers, row)
        return guess if guess < len(numbers) and numbers[guess] == row else -1

    def _held(self, index: int) -> list[str]:
        """Give the texts of a row."""
        known = self._at_hand.get(index)
        if known is None:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            known = self._at_hand[index] = self._values[index].split(BETWEEN)
            for place in self._patterns[index].shared:
                known[place] = self._texts[int(known[place])]
        return known

    def _cell(self, index: int, place: int) -> Cell:
        pattern, formulas = self._patterns[index], self._formulas[index]
        kind, number_format, _ = pattern.looks[place]
        text = self._held(index)[place]
        return Cell(
            CellRef(self._numbers[index], pattern.columns[place]),
            kind,
            text,
            number_of(text) if kind is CellKind.NUMBER else None,
            number_format,
            None if formulas is None else formulas[place],
        )

    def in_order(self) -> Cells:
        """Give them row by row; of two cells at one place the later one counts."""
        if not self._mixed:
            return self
        rows: dict[int, dict[int, tuple[Look, str, str | None]]] = {}
        for index, (row, pattern) in enumerate(zip(self._numbers, self._patterns, strict=True)):
            values = self._values[index].split(BETWEEN)
            formulas = self._formulas[index] or (None,) * len(values)
            found = zip(pattern.looks, values, formulas, strict=True)
            rows.setdefault(row, {}).update(zip(pattern.columns, found, strict=True))
        ordered = Cells(self._texts)
        for row, cells in sorted(rows.items()):
            columns = tuple(sorted(cells))
            looks, texts, says = zip(*(cells[column] for column in columns), strict=True)
            ordered.add(row, pattern_of(columns, looks), texts, says)
        return ordered


def cells_with_formulas(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Go through the cells with formulas."""
    if isinstance(cells, Cells):
        return cells.with_formulas()
    return (cell for cell in cells if cell.formula is not None)


def cells_of(cells: Sequence[Cell], *kinds: CellKind) -> Iterator[Cell]:
    """Go through the cells of some kinds."""
    return (
        cells.of(kinds) if isinstance(cells, Cells) else (one for one in cells if one.kind in kinds)
    )


def number_of(text: str) -> Number:
    """Give the exact number that a text says, as figures are written in a workbook of ours."""
    if "." not in text and "E" not in text:
        return int(text)
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number

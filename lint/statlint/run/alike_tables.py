"""The tables of a clean file, and how others are told to have the same with other figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import is_

from statlint.confront.plain import plain_numbers
from statlint.dataclass import dataclass
from statlint.form import ValueKind
from statlint.typed import TYPE_CHECKING, TypeAlias
from statlint.values import Figure, decimals_of
from statlint.workbook.cells import number_of

if TYPE_CHECKING:
    from statlint.confront import Confrontation
    from statlint.confront.plain import Cell, Numbers
    from statlint.facts import Fact, Facts
    from statlint.table import FilledForm, Part, Table
    from statlint.values import Number
    from statlint.workbook.cells import Cast

_DIGITS, _DECIMALS = 12, 6
"""Figures with more are looked at one by one."""
_NOT_PLAIN = frozenset({ValueKind.TEXT, ValueKind.SHARE})
_Place: TypeAlias = tuple[int, int, int]
"""Sheet, row and column."""
_Said: TypeAlias = tuple[tuple[int, str], ...]
"""Places among figures or words, and what has to stand there."""


@dataclass(frozen=True, slots=True, eq=False)
class _Numbers:
    """The numbers of one table: those of the first file, and where the others of a file stand."""

    key: str
    first: Numbers
    cells: tuple[Cell, ...]
    at: tuple[int, ...]

    def of(self, figures: Sequence[Number]) -> Numbers:
        """Give them for the figures of a file."""
        found = dict(self.first)
        found.update(zip(self.cells, [figures[at] for at in self.at], strict=True))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """What the tables of files have in common, and what may differ.

    All figures and words must be the same but those that only plain numbers of a table go by, and
    the words around the tables.
    """

    filled: tuple[FilledForm, ...]
    whole: tuple[int, ...]
    """Where figures must be whole."""
    figures: _Said
    words: _Said
    tables: tuple[tuple[_Numbers, ...], ...]

    def numbers(
        self, filled: Sequence[FilledForm], casts: Sequence[Cast]
    ) -> list[dict[str, Numbers]] | None:
        """Give the numbers of a file form by form, by the keys of their tables.

        None where it is not like the first; its sheets are cast in the same moulds.
        """
        if len(filled) != len(self.filled) or not all(map(_are_alike, self.filled, filled)):
            return None
        figures, words = figures_of(casts), words_of(casts)
        others = [figures[at] for at, _ in self.figures] + [words[at] for at, _ in self.words]
        if others != [said for _, said in (*self.figures, *self.words)]:
            return None
        counted = _counted(figures, self.whole)
        if counted is None:
            return None
        return [{one.key: one.of(counted) for one in several} for several in self.tables]

    def has(self, at: int, key: str, cells: Collection[Cell]) -> bool:
        """Tell whether all of some figures of a table are plain numbers."""
        first = next(one.first for one in self.tables[at] if one.key == key)
        return all(cell in first for cell in cells)


def _counted(figures: Sequence[str], whole: Sequence[int]) -> list[Number] | None:
    """Read figures; None where one is below 0, very long, or should be whole and is not."""
    if "".join(("0", *figures)).isdigit():
        return list(map(int, figures)) if max(map(len, figures), default=0) <= _DIGITS else None
    counted = list(map(number_of, figures))
    if any(map(_is_odd, counted)) or any(type(counted[at]) is not int for at in whole):
        return None
    return counted


def _is_odd(number: Number) -> bool:
    return not 0 <= number < 10**_DIGITS or decimals_of(number) > _DECIMALS


def figures_of(casts: Sequence[Cast]) -> list[str]:
    """Give the figures of all sheets that may differ."""
    return [figure for one in casts for figure in one.figures or ()]


def words_of(casts: Sequence[Cast]) -> list[str]:
    """Give the words of all sheets that may differ."""
    return [word for one in casts for word in one.words]


def likeness_of(confrontations: Sequence[Confrontation], casts: Sequence[Cast]) -> Likeness | None:
    """Look at what a clean file has; None where its tables cannot be told apart."""
    figures, words = figures_of(casts), words_of(casts)
    places = _places([one.mould.figures_at for one in casts])
    at = {place: number for number, place in enumerate(places)}
    facts = [fact for one in confrontations for of in one.facts for fact in of]
    free = {_place(fact) for fact in facts if _place(fact) in at}
    free -= {
        _place(fact)
        for fact in facts
        if _place(fact) in at and not _is_plain(fact, figures[at[_place(fact)]])
    }
    filled = tuple(one.filled for one in confrontations)
    free -= set(_labels(filled))
    tables = tuple(
        tuple(_numbers(of, {place: at[place] for place in free}) for of in one.facts)
        for one in confrontations
    )
    if any(len({one.key for one in several}) < len(several) for several in tables):
        return None
    known = {_place(fact) for fact in facts}.union(_labels(filled))
    kept = [
        number
        for number, place in enumerate(_places([one.mould.words_at for one in casts]))
        if place in known or _is_inside(place, filled)
    ]
    whole = {at[_place(fact)] for fact in facts if _place(fact) in free and fact.measure.kind.whole}
    return Likeness(
        filled,
        tuple(sorted(whole)),
        tuple((number, figures[number]) for place, number in at.items() if place not in free),
        tuple((number, words[number]) for number in kept),
        tables,
    )


def _places(sheets: Sequence[Sequence[tuple[int, int]]]) -> list[_Place]:
    return [(index, row, column) for index, sheet in enumerate(sheets) for row, column in sheet]


def _place(fact: Fact) -> _Place:
    return fact.part.grid.index, fact.cell.row, fact.cell.column


def _is_plain(fact: Fact, written: str) -> bool:
    """Tell whether nothing but the number that a cell holds can matter."""
    reading, measure = fact.reading, fact.measure
    return (
        isinstance(reading, Figure)
        and reading.text == written
        and reading.value == number_of(written)
        and reading.unit is None
        and not (reading.traits or measure.rounded or measure.kind in _NOT_PLAIN)
    )


def _numbers(facts: Facts, free: Mapping[_Place, int]) -> _Numbers:
    """Give the numbers of a table; `free` are the places of the figures that may differ."""
    own = {
        cell: free[_place(fact)] for cell, fact in facts.by_place.items() if _place(fact) in free
    }
    return _Numbers(facts.plan.key, plain_numbers(facts), tuple(own), tuple(own.values()))


def _labels(filled: Sequence[FilledForm]) -> Iterator[_Place]:
    """Go through the cells in which lines and heads are printed."""
    for table in (table for one in filled for table in one.tables):
        for part in table.parts:
            labels = [*(one.label for one in part.lines), *(one.label for one in part.heads)]
            for label in labels:
                yield part.grid.index, label.cell.row, label.cell.column


def _is_inside(place: _Place, filled: Sequence[FilledForm]) -> bool:
    """Tell whether a cell, or one that it is merged with, is of a table."""
    index, row, column = place
    for part in (part for one in filled for table in one.tables for part in table.parts):
        if part.grid.index == index:
            top, left, bottom, right = row, column, row, column
            merge = part.grid.merge_at(row, column)
            if merge is not None:
                top, left = merge.first.row, merge.first.column
                bottom, right = merge.last.row, merge.last.column
            first, last = part.range.first, part.range.last
            if top <= last.row and bottom >= first.row and left <= last.column:
                return right >= first.column
    return False


def _are_alike(one: FilledForm, other: FilledForm) -> bool:
    """Tell whether the same form was filled in, for the same part of a year, in the same places."""
    return (
        one.form is other.form
        and one.kind_of_unit == other.kind_of_unit
        and one.units_due == other.units_due
        and one.missing_tables == other.missing_tables
        and not (one.foreign or other.foreign)
        and _part_of_year(one) == _part_of_year(other)
        and len(one.tables) == len(other.tables)
        and all(map(_have_same_places, one.tables, other.tables))
    )


def _part_of_year(filled: FilledForm) -> str | None:
    return str(filled.period).partition("-")[2] if filled.period else None


def _have_same_places(one: Table, other: Table) -> bool:
    return (
        one.plan is other.plan
        and one.missing_lines == other.missing_lines
        and one.missing_heads == other.missing_heads
        and not (one.foreign or other.foreign)
        and len(one.parts) == len(other.parts)
        and all(map(_stand_alike, one.parts, other.parts))
    )


def _stand_alike(one: Part, other: Part) -> bool:
    """Tell whether lines and heads of a part are those of another, as the search remembers them."""
    return (
        one.grid.index == other.grid.index
        and one.grid.name == other.grid.name
        and one.range == other.range
        and one.turned is other.turned
        and all(map(is_, _held(one), _held(other)))
        and not any(map(any, (_odd(one), _odd(other))))
    )


def _held(part: Part) -> tuple[object, ...]:
    return part.block, part.lines, part.heads, part.style


def _odd(part: Part) -> tuple[Sequence[object], ...]:
    return (
        *(part.extra_lines, part.extra_heads, part.repeated, part.misplaced),
        *(part.group_figures, part.stated),
    )

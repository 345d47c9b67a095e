"""What a made companion table is: pages of rows and columns, and what each cell holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from submissions.model import Figure, Slot


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its wordings (the usual one first) and the spanner head over it.

    The texts of a `merged` column reach down over equal neighbours; `share` is one of percentages,
    `words` one that holds no figures. What is `spare` may be left out of a layout.
    """

    key: str
    labels: tuple[str, ...]
    over: str = ""
    merged: bool = False
    share: bool = False
    words: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One table: its title, columns and rows.

    `wide` rows have one text that reaches over the whole width, `spread` ones a label that reaches
    over the empty cells behind it. `above` and `below` are lines of text around the table.
    """

    table: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    wide: frozenset[str] = frozenset()
    spread: frozenset[str] = frozenset()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    def column(self, key: str) -> Column:
        """Give one column by its key."""
        return next(column for column in self.columns if column.key == key)

    def slot(self, row: str, column: str) -> Slot:
        """Name the cell of a row under a column."""
        return Slot(self.table, row, column)


@dataclass(frozen=True, slots=True)
class Companion:
    """A file with one or more companion tables."""

    id: str
    form: str
    name: str
    pages: tuple[Page, ...]
    figures: Mapping[Slot, Figure] = field(default_factory=dict)

    def page(self, table: str) -> Page:
        """Give one page by the table on it."""
        return next(page for page in self.pages if page.table == table)

    def with_figures(self, figures: Mapping[Slot, Figure]) -> Companion:
        """Give the same file with some cells changed."""
        return replace(self, figures={**self.figures, **figures})

    def plus(self, slot: Slot, more: Decimal | int) -> Companion:
        """Give the same file with one figure larger."""
        return self.with_figures({slot: self.number(slot) + more})

    def with_page(self, page: Page) -> Companion:
        """Give the same file with one page changed."""
        pages = tuple(page if each.table == page.table else each for each in self.pages)
        return replace(self, pages=pages)

    def number(self, slot: Slot) -> Decimal | int:
        """Give a figure that is a number."""
        figure = self.figures[slot]
        if not isinstance(figure, int | Decimal):
            raise TypeError(slot)
        return figure

    def run(self, slot: Slot) -> list[Slot]:
        """Give the cells of a merged text, the first of them where it is printed."""
        rows = self.page(slot.table).rows
        first = last = rows.index(slot.line)
        text = self.figures.get(slot)
        while first and self.figures.get(slot._replace(line=rows[first - 1])) == text:
            first -= 1
        while last + 1 < len(rows) and self.figures.get(slot._replace(line=rows[last + 1])) == text:
            last += 1
        return [slot._replace(line=row) for row in rows[first : last + 1]]


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must be made: its code, its cell and, where an edit makes it, the edit."""

    code: str
    slot: Slot | None
    edit: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A file in which one relation does not hold, and exactly what must be found.

    `units` are the reporting units that a user has set as due.
    """

    relation: str
    companion: Companion
    expected: tuple[Expected, ...]
    units: tuple[str, ...] = ()


def rounded(exact: Decimal, decimals: int) -> Decimal:
    """Round half up, as a clerk does."""
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int, decimals: int = 2) -> Decimal:
    """Give a share in per cent."""
    return rounded(Decimal(100) * part / Decimal(whole), decimals)


def filled(cells: Iterable[tuple[Slot, Figure]]) -> dict[Slot, Figure]:
    """Put cells together, leaving out those that hold nothing."""
    return {slot: figure for slot, figure in cells if figure is not None}

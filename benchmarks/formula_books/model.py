"""What a workbook is made from: pages of contents, and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from statlint.values import CellRef, column_letters

Content: TypeAlias = int | float | str | bool | date
"""What a cell holds; a text that begins with = is a formula."""


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet to write; cells and ranges are named as in Excel.

    `results` stand in the file instead of what the formula gives; `silenced` are ranges with the
    kind of Excel's warning that is switched off there.
    """

    name: str
    cells: Mapping[str, Content]
    formats: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, int | float | str | bool] = field(default_factory=dict)
    merges: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[str] = frozenset()
    state: str = "visible"
    silenced: tuple[tuple[str, str], ...] = ()
    filtered: str | None = None

    def changed(self, **cells: Content | None) -> Page:
        """Give the page with other contents in some cells; None empties one."""
        held = {**self.cells, **cells}
        return replace(self, cells={ref: one for ref, one in held.items() if one is not None})


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook to write.

    `files` are other workbooks that formulas name as [1], [2] …, `elsewhere` what stands in their
    cells; without `calculated` no formula has a stored result.
    """

    pages: tuple[Page, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    elsewhere: Mapping[str, int | float | str] = field(default_factory=dict)
    as_displayed: bool = False
    calculated: bool = True

    def changed(self, **cells: Content | None) -> Book:
        """Give the workbook with other contents in some cells of its first page."""
        return self.first(self.pages[0].changed(**cells))

    def first(self, page: Page) -> Book:
        """Give the workbook with another first page."""
        return replace(self, pages=(page, *self.pages[1:]))


Told: TypeAlias = tuple[str, str | None, str | None]
"""A finding that is due: its code, sheet and cell."""


@dataclass(frozen=True, slots=True)
class Case:
    """A workbook with one thing wrong, its clean twin, and what is to be found in it."""

    name: str
    clean: Book
    bad: Book
    told: tuple[Told, ...]


def case(name: str, clean: Book, bad: Book, *told: str) -> Case:
    """Make a case; what is told stands as `W101 B7`, on the first page."""
    sheet = bad.pages[0].name
    found = (one.split() for one in told)
    return Case(name, clean, bad, tuple((code, sheet, ref) for code, ref in found))


def lay(lines: Sequence[Sequence[Content | None]], at: str = "A1") -> dict[str, Content]:
    """Lay lines out from a cell on; None leaves a cell empty."""
    first = CellRef.parse(at)
    return {
        f"{column_letters(first.column + across)}{first.row + down}": content
        for down, line in enumerate(lines)
        for across, content in enumerate(line)
        if content is not None
    }

"""What is kept of a filled form for others: its figures and labels, not the sheets they are on."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol, TypeVar

from statlint.dataclass import replace
from statlint.facts.model import Fact, Facts
from statlint.facts.submission import Filing
from statlint.grid import Grid
from statlint.table import Part, Table

_T = TypeVar("_T", bound=Hashable)


class Shared(Protocol):
    """Gives one of equal things for all of them."""

    def __call__(self, thing: _T, /) -> _T:
        """Give the first of those that equal a thing."""
        ...


def _itself(thing: _T) -> _T:
    return thing


def without_cells(filing: Filing, shared: Shared = _itself) -> Filing:
    """Let go of all cells of a file but the facts of one form; each fact says its file.

    `shared` gives the one of equal things that all files have in common.
    """
    grids: dict[int, Grid] = {}
    tables = {id(table): _bare(table, grids) for table in filing.filled.tables}
    kept = tuple(
        _kept(facts, tables.get(id(facts.table)) or _bare(facts.table, grids), filing.path, shared)
        for facts in filing.facts
    )
    filled = replace(filing.filled, tables=tuple(tables.values()))
    return Filing(filing.path, filled, kept, filing.text)


def bare_table(table: Table) -> Table:
    """Let go of the cells of the sheets that a table is on."""
    return _bare(table, {})


def _bare(table: Table, grids: dict[int, Grid]) -> Table:
    return replace(table, parts=tuple(_part(part, grids) for part in table.parts))


def _part(part: Part, grids: dict[int, Grid]) -> Part:
    key = id(part.grid)
    if key not in grids:
        grids[key] = part.grid.bare()
    return replace(part, grid=grids[key], stated=(), group_figures=())


def _kept(facts: Facts, table: Table, path: str, shared: Shared) -> Facts:
    parts = {id(old): new for old, new in zip(facts.table.parts, table.parts, strict=True)}
    found: dict[tuple[str, str], Fact] = {
        shared((one.line.key, one.head.key)): replace(
            one,
            part=parts[id(one.part)],
            path=path,
            cell=shared(one.cell),
            reading=shared(one.reading),
        )
        for one in facts
    }
    return Facts(table, found)

"""What was found in one workbook, as it stands in another that is laid out alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from statlint.dataclass import dataclass, replace
from statlint.grid import Grid
from statlint.table.found import Found
from statlint.table.model import ForeignBlock, FoundHead, FoundLine, GroupFigure, Label, Part, Table
from statlint.typed import TypeVar

Place = TypeVar("Place", bound=FoundLine | FoundHead)


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """The sheets to move to by their index, and their names by those of the sheets before.

    No names are given where they are the same: most sheets are called as the form has it.
    """

    sheets: Mapping[int, Grid]
    names: Mapping[str | None, str | None] | None = None

    def moved(self, found: Sequence[Found]) -> list[Found]:
        """Give forms on the other sheets; a smaller half comes after the form it belongs to."""
        done: dict[Found, Found] = {}
        for one in found:
            done[one] = replace(
                one,
                tables=tuple(map(self._table, one.tables)),
                foreign=self._foreign(one.foreign),
                sheets=tuple(self.sheets[grid.index] for grid in one.sheets),
                main=done[one.main] if one.main else None,
            )
        return list(done.values())

    def _table(self, table: Table) -> Table:
        parts = tuple(map(self._part, table.parts))
        return replace(table, parts=parts, foreign=self._foreign(table.foreign))

    def _part(self, part: Part) -> Part:
        grid = self.sheets[part.grid.index]
        figures = tuple(self._group_figure(one, grid) for one in part.group_figures)
        if self.names is None:
            return replace(part, grid=grid, group_figures=figures)
        return replace(
            part,
            grid=grid,
            lines=self._places(part.lines),
            heads=self._places(part.heads),
            extra_lines=tuple(map(self._label, part.extra_lines)),
            extra_heads=tuple(map(self._label, part.extra_heads)),
            repeated=self._places(part.repeated),
            misplaced=self._places(part.misplaced),
            group_figures=figures,
        )

    def _group_figure(self, one: GroupFigure, grid: Grid) -> GroupFigure:
        reading = grid.reading(one.cell.row, one.cell.column)
        return GroupFigure(one.line, self._label(one.label), one.cell, reading)

    def _foreign(self, blocks: Iterable[ForeignBlock]) -> tuple[ForeignBlock, ...]:
        return tuple(ForeignBlock(one.form, one.block, self._label(one.label)) for one in blocks)

    def _places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        return tuple(replace(one, label=self._label(one.label)) for one in places)

    def _label(self, label: Label) -> Label:
        if self.names is None:
            return label
        return Label(label.text, self.names[label.sheet], label.cell)

"""All formulas of a workbook, as a subject for rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast

from statlint.dataclass import dataclass, field
from statlint.formula.result import Reckoned, Unknown
from statlint.formula.spot import Spot
from statlint.grid import Grid
from statlint.values import CellRef
from statlint.workbook import Cell, DefinedName, Workbook
from statlint.workbook.cells import cells_with_formulas

# Every run loads the rules, and with them this module: the grammar waits for the first formula.
if TYPE_CHECKING:
    from statlint.formula.model import Formula

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A cell with a formula, on its grid; `formula` is None where it was not understood.

    `beyond` means that it was not read: the formulas of the file are too long altogether.
    """

    grid: Grid
    cell: Cell
    formula: Formula | None
    beyond: bool = False

    @property
    def ref(self) -> CellRef:
        """Where the cell stands on its sheet."""
        return self.cell.ref

    @property
    def relative(self) -> str | None:
        """The formula as seen from its cell: a copy in another cell gives the same text."""
        from statlint.formula.relative import relative

        return None if self.formula is None else relative(self.formula)


@dataclass(slots=True)
class Allowance:
    """How much may still be read for formulas: a small file can name the same cells often."""

    left: int = 1_000_000
    refused: int = 0
    """How often more was asked for than was left."""

    def take(self, number: int) -> bool:
        """Take a number of cells or signs; False where so many are not left."""
        if number > self.left:
            self.refused += 1
            return False
        self.left -= number
        return True


@dataclass(frozen=True, slots=True, eq=False)
class Formulas:
    """The grids of a workbook in its order, asked for their formulas.

    `due` are the cells, by sheet, where a recognised table asks a figure: what these hold is also
    told by the rules on tables. `stated` are totals for which its form states what they add up.
    """

    workbook: Workbook
    grids: tuple[Grid, ...]
    due: frozenset[tuple[str | None, CellRef]] = frozenset()
    stated: frozenset[tuple[str | None, CellRef]] = frozenset()
    # Many rules ask for the same formulas: each grid's are taken apart once, when first asked for.
    _parsed: dict[int, dict[CellRef, FormulaCell]] = field(default_factory=dict, repr=False)
    _reckoned: dict[tuple[int, CellRef], Reckoned | Unknown] = field(
        default_factory=dict, repr=False
    )
    allowance: Allowance = field(default_factory=Allowance, repr=False)
    overlaps: Allowance = field(default_factory=Allowance, repr=False)
    """What may be read to find cells that a sum counts twice."""
    signs: Allowance = field(default_factory=lambda: Allowance(2_000_000), repr=False)
    """How many signs of formulas may be taken apart."""
    _answers: dict[object, object] = field(default_factory=dict, repr=False)

    def ask(self, question: Callable[[Formulas], Answer]) -> Answer:
        """Ask something of all formulas; what several rules ask is looked for once."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return cast("Answer", self._answers[question])

    @property
    def names(self) -> tuple[DefinedName, ...]:
        """The names that the workbook defines."""
        return self.workbook.names

    @property
    def links(self) -> tuple[str, ...]:
        """The other files that formulas refer to, in the order of their numbers."""
        return self.workbook.links

    @property
    def as_displayed(self) -> bool:
        """Whether Excel reckons with figures as displayed in this workbook."""
        return self.workbook.as_displayed

    def cells(self) -> Iterator[FormulaCell]:
        """Go through the cells with formulas: sheet by sheet, row by row."""
        for grid in self.grids:
            yield from self.on(grid).values()

    def on(self, grid: Grid) -> dict[CellRef, FormulaCell]:
        """Give the formula cells of one grid by their place, row by row."""
        found = self._parsed.get(grid.index)
        if found is None:
            found = self._parsed[grid.index] = {
                cell.ref: self._taken_apart(grid, cell, cell.formula)
                for cell in cells_with_formulas(grid.sheet.cells)
                if cell.formula is not None
            }
        return found

    def _taken_apart(self, grid: Grid, cell: Cell, text: str) -> FormulaCell:
        from statlint.formula.parse import parse_formula

        if not self.signs.take(len(text)):
            return FormulaCell(grid, cell, None, beyond=True)
        return FormulaCell(grid, cell, parse_formula(text, cell.ref))

    def at(self, grid: Grid, ref: CellRef) -> FormulaCell | None:
        """Give the formula cell at a place, or None where no formula stands."""
        return self.on(grid).get(ref)

    def grid(self, name: str) -> Grid | None:
        """Give the grid of a sheet; Excel does not tell capitals from small letters in its name."""
        return self.ask(_by_name).get(name.casefold())

    def reckon(self, one: FormulaCell) -> Reckoned | Unknown:
        """Reckon a formula from the stored values it reads, and compare with its stored value."""
        # Only what looks at results needs the arithmetic.
        from statlint.formula.agree import reckon

        place = one.grid.index, one.ref
        if place not in self._reckoned:
            self._reckoned[place] = reckon(one, self)
        return self._reckoned[place]

    def spot(self, grid: Grid, ref: CellRef) -> Spot:
        """Name a cell with the labels beside and above it, for a finding."""
        # Labels are looked for only where there is something to say.
        from statlint.formula.labels import spot_at

        return spot_at(grid, ref)

    def spots(self, cells: Iterable[tuple[Grid, CellRef]]) -> list[Spot]:
        """Name several cells."""
        return [self.spot(grid, ref) for grid, ref in cells]


def _by_name(formulas: Formulas) -> dict[str, Grid]:
    """Give the grids by name in small letters; of two alike, which no workbook has, the first."""
    return {(grid.name or "").casefold(): grid for grid in reversed(formulas.grids)}

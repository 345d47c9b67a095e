"""The sums among the formulas of a workbook: which cells each adds, takes away, or adds twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.dataclass import dataclass
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.model import (
    Call,
    Chain,
    Constant,
    Grouped,
    NameUse,
    Node,
    Reference,
    Signed,
)
from statlint.formula.names import meaning
from statlint.formula.reads import Area, areas_of
from statlint.grid import Grid
from statlint.values import CellRange, CellRef, Number, exact
from statlint.workbook import Cell

_WITHOUT_HIDDEN = 100
_SUBTOTALS = frozenset({9, 9 + _WITHOUT_HIDDEN})
_AROUND = frozenset({"ROUND", "IFERROR", "IFNA"})
"""Functions around a sum that leave it the sum it is."""


@dataclass(frozen=True, slots=True)
class Term:
    """A range that a sum adds, or takes away; `ranged` where SUM reads it and so skips texts."""

    area: Area
    weight: int
    ranged: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """A formula that adds cells; `subtotal` is the number in SUBTOTAL(9,…), SUBTOTAL(109,…)."""

    cell: FormulaCell
    terms: tuple[Term, ...]
    subtotal: int | None = None

    @property
    def pure(self) -> bool:
        """Whether it only adds."""
        return all(term.weight == 1 for term in self.terms)

    @property
    def grid(self) -> Grid:
        """The sheet it stands on."""
        return self.cell.grid

    @property
    def ref(self) -> CellRef:
        """The cell it stands in."""
        return self.cell.ref

    @property
    def skips_hidden_rows(self) -> bool:
        """Whether it leaves out what stands in hidden rows, however they were hidden."""
        return self.subtotal is not None and self.subtotal > _WITHOUT_HIDDEN

    def __len__(self) -> int:
        """Count the cells that it reads."""
        return sum(len(term.area) for term in self.terms)

    def cells(self) -> Iterator[tuple[Grid, Cell]]:
        """Go through the cells that it adds and that hold something."""
        for term in self.terms:
            for cell in term.area.cells():
                yield term.area.grid, cell

    def counts(self, grid: Grid, ref: CellRef) -> bool:
        """Tell whether a cell is among those that it adds."""
        return any(term.area.grid is grid and ref in term.area.range for term in self.terms)


def sums(formulas: Formulas) -> dict[tuple[int, CellRef], Sum]:
    """Find the sums of a workbook, by sheet and cell, in its order."""
    found = {}
    for one in formulas.cells():
        terms = read_terms(one, formulas)
        if terms is not None:
            found[one.grid.index, one.ref] = Sum(one, terms, _subtotal(one))
    return found


def read_terms(one: FormulaCell, formulas: Formulas) -> tuple[Term, ...] | None:
    """Read what a formula adds and takes away; None where it does more than that."""
    if one.formula is None or one.cell.formula is None or one.cell.formula.startswith("{"):
        return None
    node = core(one.formula.tree)
    if isinstance(node, (Reference, NameUse)):
        return None
    terms = _Terms(one.grid, formulas).of(node, 1)
    return tuple(terms) if terms else None


def core(node: Node) -> Node:
    """Take off brackets, signs that change nothing, and what only rounds or hides a sum."""
    match node:
        case Grouped(inner=inner):
            return core(inner)
        case Signed(sign="+", operand=operand):
            return core(operand)
        case Call(function=function, arguments=(first, *_)) if function in _AROUND:
            return core(first)
        case Call(function="IF", arguments=(_, *branches)):
            kept = [branch for branch in branches if not isinstance(branch, Constant)]
            return core(kept[0]) if len(kept) == 1 else node
        case _:
            return node


def _subtotal(one: FormulaCell) -> int | None:
    node = core(one.formula.tree) if one.formula else None
    if isinstance(node, Call) and node.function == "SUBTOTAL":
        number = node.arguments[0]
        if isinstance(number, Constant) and isinstance(number.value, int):
            return number.value
    return None


@dataclass(frozen=True, slots=True)
class _Terms:
    """Reads the terms of one formula."""

    home: Grid
    formulas: Formulas

    def of(self, node: Node, weight: int) -> list[Term] | None:
        """Give the terms of an expression; None where it is no sum."""
        match node:
            case Grouped(inner=inner):
                return self.of(inner, weight)
            case Signed(sign="+" | "-" as sign, operand=operand):
                return self.of(operand, weight if sign == "+" else -weight)
            case Chain(operands=operands, operators=operators) if set(operators) <= {"+", "-"}:
                weights = (1, *(1 if sign == "+" else -1 for sign in operators))
                pairs = zip(operands, weights, strict=True)
                return _joined(self.of(part, weight * own) for part, own in pairs)
            case Call(function="SUM", arguments=arguments):
                return _joined(self._argument(part, weight) for part in arguments)
            case Call(function="SUBTOTAL", arguments=(Constant(value=number), *arguments)):
                if number not in _SUBTOTALS:
                    return None
                return _joined(self._argument(part, weight) for part in arguments)
            case Reference() | NameUse():
                return self._read(node, weight, ranged=False)
            case _:
                return None

    def _argument(self, node: Node, weight: int) -> list[Term] | None:
        """Give the terms of what stands in SUM( )."""
        match node:
            case Grouped(inner=inner):
                return self._argument(inner, weight)
            case Chain(operands=operands, operators=operators) if set(operators) == {","}:
                return _joined(self._argument(part, weight) for part in operands)
            case Reference() | NameUse():
                return self._read(node, weight, ranged=True)
            case _:
                return self.of(node, weight)

    def _read(self, node: Reference | NameUse, weight: int, *, ranged: bool) -> list[Term] | None:
        found = meaning(node.name, self.home, self.formulas) if isinstance(node, NameUse) else node
        if not isinstance(found, Reference) or (not ranged and not found.single):
            return None
        areas = areas_of(found, self.home, self.formulas)
        return None if areas is None else [Term(area, weight, ranged) for area in areas]


def _joined(parts: Iterable[list[Term] | None]) -> list[Term] | None:
    found: list[Term] = []
    for part in parts:
        if part is None:
            return None
        found += part
    return found or None


def shared(one: Area, other: Area) -> CellRange | None:
    """Give the cells that two ranges share."""
    if one.grid is not other.grid:
        return None
    first = CellRef(
        max(one.range.first.row, other.range.first.row),
        max(one.range.first.column, other.range.first.column),
    )
    last = CellRef(
        min(one.range.last.row, other.range.last.row),
        min(one.range.last.column, other.range.last.column),
    )
    inside = first.row <= last.row and first.column <= last.column
    return CellRange(first, last) if inside else None


def figure_of(cell: Cell | None) -> Number:
    """Give what SUM adds for a cell: its number, 0 where it holds none."""
    return 0 if cell is None or cell.number is None else cell.number


def added(figures: Iterable[Number]) -> Number:
    """Add figures exactly."""
    total: Number = 0
    for figure in figures:
        total = exact.add(total, figure)
    return total

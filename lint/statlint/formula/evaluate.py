"""Reckon a formula exactly from the stored values of the cells it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from statlint.formula import arithmetic
from statlint.formula.aggregates import AGGREGATES, SUBTOTALS
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.functions import FUNCTIONS
from statlint.formula.members import Member, stored
from statlint.formula.model import (
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Grouped,
    NameUse,
    Node,
    Omitted,
    Reference,
    Signed,
)
from statlint.formula.names import meaning
from statlint.formula.operands import (
    FormulaError,
    LeftAloneError,
    Operand,
    Quantity,
    compare,
    exactly,
    to_quantity,
    to_text,
)
from statlint.formula.reads import Area, areas_of
from statlint.formula.result import LeftAlone
from statlint.workbook import Cell

_HUNDRED = 100
_ARITHMETIC: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
    "^": arithmetic.power,
}
_ORDER: dict[str, frozenset[int]] = {
    "=": frozenset({0}),
    "<>": frozenset({-1, 1}),
    "<": frozenset({-1}),
    ">": frozenset({1}),
    "<=": frozenset({-1, 0}),
    ">=": frozenset({0, 1}),
}


class Evaluator:
    """Reckons the formula of one cell; raises FormulaError and LeftAloneError."""

    def __init__(self, one: FormulaCell, formulas: Formulas) -> None:
        """Keep the cell and the workbook."""
        self._home = one
        self._formulas = formulas

    def value(self, node: Node) -> Operand:
        """Reckon a node that must be one value."""
        signs = []
        while isinstance(node, Grouped | Signed):
            if isinstance(node, Signed):
                signs.append(node.sign)
            node = node.inner if isinstance(node, Grouped) else node.operand
        operand = self._bare(node)
        for sign in reversed(signs):
            operand = _signed(sign, operand)
        return operand

    def _bare(self, node: Node) -> Operand:
        if isinstance(node, Constant):
            value = node.value
            return value if isinstance(value, str | bool) else exactly(value)
        if isinstance(node, Reference | NameUse):
            return self._cell(node)
        if isinstance(node, Chain):
            return self._chain(node)
        if isinstance(node, Call):
            return self._call(node)
        if isinstance(node, ErrorConstant):
            raise FormulaError(node.text)
        if isinstance(node, Omitted):
            return None
        raise LeftAloneError(LeftAlone.ARRAY)

    def _cell(self, node: Reference | NameUse) -> Operand:
        """Read one cell; a range where one value is due is for Excel to make sense of."""
        reference = self._meant(node)
        if isinstance(reference, Constant):
            return self._bare(reference)
        areas = self._areas(reference)
        if not reference.single or len(areas) != 1:
            raise LeftAloneError(LeftAlone.ARRAY)
        at = reference.range.first
        return stored(areas[0].grid.stored(at.row, at.column))

    def _meant(self, node: Reference | NameUse) -> Reference | Constant:
        if isinstance(node, Reference):
            return node
        if node.file is not None:
            raise LeftAloneError(LeftAlone.OTHER_FILE, node.name)
        home = self._home.grid if node.sheet is None else self._formulas.grid(node.sheet)
        found = meaning(node.name, home or self._home.grid, self._formulas)
        if found is None:
            raise LeftAloneError(LeftAlone.NAME, node.name)
        return found

    def _areas(self, reference: Reference) -> tuple[Area, ...]:
        """Find the ranges of a reference, and make sure that they can be read."""
        if reference.file is not None:
            raise LeftAloneError(LeftAlone.OTHER_FILE, reference.book or f"[{reference.file}]")
        areas = areas_of(reference, self._home.grid, self._formulas)
        if areas is None:
            raise LeftAloneError(LeftAlone.NO_SHEET, reference.sheet or "")
        for area in areas:
            if area.grid is self._home.grid and self._home.ref in area.range:
                raise LeftAloneError(LeftAlone.ITSELF)
            if not self._formulas.allowance.take(len(area)):
                raise LeftAloneError(LeftAlone.TOO_LARGE)
        return areas

    def _chain(self, chain: Chain) -> Operand:
        operand = self.value(chain.operands[0])
        for operator, node in zip(chain.operators, chain.operands[1:], strict=True):
            operand = _operated(operator, operand, self.value(node))
        return operand

    def _call(self, call: Call) -> Operand:
        if call.function in AGGREGATES:
            return AGGREGATES[call.function](self.members(call.arguments))
        if call.function == "SUBTOTAL":
            return self._subtotal(call.arguments)
        function, counts = FUNCTIONS.get(call.function, (None, range(0)))
        if function is None or len(call.arguments) not in counts:
            raise LeftAloneError(LeftAlone.FUNCTION, call.function)
        return function(self, call.arguments)

    def members(self, nodes: tuple[Node, ...]) -> list[Member]:
        """List the cells of the arguments that are ranges, and the values of the others."""
        found: list[Member] = []
        for node in nodes:
            areas = self._ranges(node)
            if areas is not None:
                found += (cell for area in areas for cell in area.cells())
                continue
            try:
                found.append(self.value(node))
            except FormulaError as error:
                found.append(error)
        return found

    def _ranges(self, node: Node) -> list[Area] | None:
        """Find the ranges of an argument that names cells; None for any other."""
        while isinstance(node, Grouped):
            node = node.inner
        if isinstance(node, Chain) and "," in node.operators:
            parts = [self._ranges(operand) for operand in node.operands]
            return [area for part in parts if part for area in part] if all(parts) else None
        if not isinstance(node, Reference | NameUse):
            return None
        meant = self._meant(node)
        return list(self._areas(meant)) if isinstance(meant, Reference) else None

    def _subtotal(self, arguments: tuple[Node, ...]) -> Operand:
        if not arguments:
            raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
        number = to_quantity(self.value(arguments[0])).value
        skips_hidden, kind = divmod(number, _HUNDRED)
        aggregate = SUBTOTALS.get(int(kind))
        if aggregate is None or kind != int(kind) or skips_hidden not in {0, 1}:
            raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
        ranges = [self._ranges(node) for node in arguments[1:]]
        areas = [area for part in ranges for area in part or ()]
        if not all(ranges):
            raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
        return aggregate(
            cell
            for area in areas
            for cell in self._shown(area, skips_hidden=bool(skips_hidden))
            if not self._is_subtotal(area, cell)
        )

    def _shown(self, area: Area, *, skips_hidden: bool) -> Iterator[Cell]:
        """Go through the cells of an area without those of hidden rows."""
        hidden = area.grid.sheet.hidden_rows
        for cell in area.cells():
            if cell.ref.row not in hidden:
                yield cell
            elif not skips_hidden:
                # What a filter hides is left out, what a hand hides counts: the file tells neither.
                raise LeftAloneError(LeftAlone.HIDDEN)

    def _is_subtotal(self, area: Area, cell: Cell) -> bool:
        """Tell whether a cell is a subtotal itself, which another subtotal leaves out."""
        if cell.formula is None:
            return False
        inner = self._formulas.at(area.grid, cell.ref)
        if inner is None or inner.formula is None:
            raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
        if isinstance(inner.formula.tree, Call) and inner.formula.tree.function == "SUBTOTAL":
            return True
        if inner.formula.functions & {"SUBTOTAL", "AGGREGATE"}:
            raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
        return False


def _signed(sign: str, operand: Operand) -> Operand:
    if sign == "-":
        return arithmetic.negative(to_quantity(operand))
    if sign == "%":
        return arithmetic.divide(to_quantity(operand), Quantity(_HUNDRED))
    return operand


def _operated(operator: str, one: Operand, other: Operand) -> Operand:
    """Apply one operator."""
    if operator in _ARITHMETIC:
        return _ARITHMETIC[operator](to_quantity(one), to_quantity(other))
    if operator in _ORDER:
        return compare(one, other) in _ORDER[operator]
    if operator == "&":
        return to_text(one) + to_text(other)
    raise LeftAloneError(LeftAlone.ARRAY)

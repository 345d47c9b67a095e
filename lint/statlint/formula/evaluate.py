"""Reckon a formula exactly from the stored values of the cells it reads."""

from __future__ import annotations

from statlint.formula.aggregates import AGGREGATES
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
    exactly,
    to_quantity,
)
from statlint.formula.operate import operated, signed
from statlint.formula.reads import Area, areas_of
from statlint.formula.result import LeftAlone
from statlint.formula.subtotal import subtotal


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
            operand = signed(sign, operand)
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
        return stored(next(areas[0].filled(), None))

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
            operand = operated(operator, operand, self.value(node))
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
                found += (cell for area in areas for cell in area.filled())
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
        ranges = [self._ranges(node) for node in arguments[1:]]
        if not ranges or not all(ranges):
            raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
        areas = [area for part in ranges for area in part or ()]
        return subtotal(to_quantity(self.value(arguments[0])), areas, self._formulas)

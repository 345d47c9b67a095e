"""Compare what a formula gives now with the result the file stores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from statlint.formula.arithmetic import round_half_away
from statlint.formula.displayed import shown_decimals
from statlint.formula.evaluate import Evaluator
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.operands import (
    FormulaError,
    LeftAloneError,
    Operand,
    Quantity,
    fifteen_digits,
    size,
)
from statlint.formula.result import LeftAlone, Reckoned, Unknown
from statlint.values import Number
from statlint.workbook import Cell, CellKind

_MOST_PLAIN = 20
_CLOSE = Fraction(1, 10**12)
_LEFT_ALONE = {CellKind.NO_RESULT: LeftAlone.NO_RESULT, CellKind.DATE: LeftAlone.DATE}


def reckon(one: FormulaCell, formulas: Formulas) -> Reckoned | Unknown:
    """Reckon a formula from stored values and compare with its own; Unknown: left alone."""
    if one.formula is None:
        return Unknown(LeftAlone.TOO_LONG if one.beyond else LeftAlone.NOT_UNDERSTOOD)
    if one.cell.kind in _LEFT_ALONE:
        return Unknown(_LEFT_ALONE[one.cell.kind])
    try:
        result = Evaluator(one, formulas).value(one.formula.tree)
    except LeftAloneError as error:
        return error.unknown
    except FormulaError as error:
        return Reckoned(error.text, one.cell.kind is CellKind.ERROR)
    return _compared(Quantity(0) if result is None else result, one.cell, formulas)


def _compared(result: Operand, cell: Cell, formulas: Formulas) -> Reckoned:
    if isinstance(result, Quantity):
        shown = _number(result)
        agrees = cell.number is not None and _agrees(result, cell.number, cell, formulas)
        return Reckoned(_written(shown), agrees, shown)
    if isinstance(result, bool):
        text = "TRUE" if result else "FALSE"
        return Reckoned(text, cell.kind is CellKind.BOOLEAN and cell.text == text)
    text = result or ""
    return Reckoned(text, cell.kind is CellKind.TEXT and cell.text == text)


def _agrees(result: Quantity, number: Number, cell: Cell, formulas: Formulas) -> bool:
    """Compare two figures as closely as fifteen binary digits allow."""
    if _close(result, number):
        return True
    decimals = shown_decimals(cell.number_format) if formulas.as_displayed else None
    return decimals is not None and _close(round_half_away(result, decimals), number)


def _close(result: Quantity, number: Number) -> bool:
    gap = size(result.value - Fraction(number))
    return gap <= Fraction(result.noise) + size(result.value) * _CLOSE


def _number(result: Quantity) -> Number:
    if isinstance(result.value, int):
        return result.value
    rounded: Decimal = fifteen_digits(result.value)
    return int(rounded) if rounded == rounded.to_integral_value() else rounded


def _written(number: Number) -> str:
    """Write a figure with plain digits where it has not too many of them."""
    digits = Decimal(number)
    return format(digits, "f") if abs(digits.adjusted()) <= _MOST_PLAIN else f"{digits:.14E}"

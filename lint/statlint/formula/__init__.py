"""From the formulas of a workbook to what they read and what they give."""

from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.model import (
    Absolute,
    ArrayConstant,
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Formula,
    Grouped,
    NameUse,
    Node,
    Omitted,
    Reference,
    Signed,
    Structured,
    Whole,
    parse_formula,
)
from statlint.formula.result import LeftAlone, Reckoned, Unknown

__all__ = [
    "Absolute",
    "ArrayConstant",
    "Call",
    "Chain",
    "Constant",
    "ErrorConstant",
    "Formula",
    "FormulaCell",
    "Formulas",
    "Grouped",
    "LeftAlone",
    "NameUse",
    "Node",
    "Omitted",
    "Reckoned",
    "Reference",
    "Signed",
    "Structured",
    "Unknown",
    "Whole",
    "parse_formula",
]

"""From the formulas of a workbook to what they read and what they give."""

from statlint.formula.displayed import shown_decimals
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
from statlint.formula.reads import Area, areas_of, areas_read, cells_read, sum_ranges
from statlint.formula.relative import moved, relative, write_reference
from statlint.formula.result import LeftAlone, Reckoned, Unknown
from statlint.formula.spot import Spot

__all__ = [
    "Absolute",
    "Area",
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
    "Spot",
    "Structured",
    "Unknown",
    "Whole",
    "areas_of",
    "areas_read",
    "cells_read",
    "moved",
    "parse_formula",
    "relative",
    "shown_decimals",
    "sum_ranges",
    "write_reference",
]

"""From the formulas of a workbook to what they read and what they give."""

from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.result import LeftAlone, Reckoned, Unknown
from statlint.formula.spot import Spot

__all__ = ["FormulaCell", "Formulas", "LeftAlone", "Reckoned", "Spot", "Unknown"]

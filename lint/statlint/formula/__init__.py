"""From the formulas of a workbook to what they read and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.formula.formulas import FormulaCell, Formulas
    from statlint.formula.result import LeftAlone, Reckoned, Unknown
    from statlint.formula.spot import Spot
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "formulas": "FormulaCell Formulas",
            "result": "LeftAlone Reckoned Unknown",
            "spot": "Spot",
        },
    )

__all__ = ["FormulaCell", "Formulas", "LeftAlone", "Reckoned", "Spot", "Unknown"]

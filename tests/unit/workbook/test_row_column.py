"""Formulas that name cells by row and column numbers."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.row_column import with_letters


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param("=R[-1]C", "=C3", id="a cell above"),
        pytest.param("=RC[-2]-RC[-1]", "=A4-B4", id="cells before"),
        pytest.param("=RC2/R10C2", "=$B4/$B$10", id="fixed places"),
        pytest.param("=SUM(R[-3]C:R[-1]C)", "=SUM(C1:C3)", id="a range"),
        pytest.param("=SUM(C)+SUM(C1:C2)+SUM(C[1])", "=SUM(C:C)+SUM($A:$B)+SUM(D:D)", id="columns"),
        pytest.param("=SUM(R)+SUM(R1:R2)+SUM(R[1])", "=SUM(4:4)+SUM($1:$2)+SUM(5:5)", id="rows"),
        pytest.param("='R1C1'!R1C1&\"R1C1\"", "='R1C1'!$A$1&\"R1C1\"", id="texts and sheets"),
        pytest.param("=ROUND(RC[-1],2)+RATE(R1C1)", "=ROUND(B4,2)+RATE($A$1)", id="functions"),
        pytest.param("=R1C1x+Rate+C.1", "=R1C1x+Rate+C.1", id="names"),
        pytest.param("=R[-4]C[-3]", "=XFD1048576", id="beyond the first cell"),
    ],
)
def test_names_cells_by_letters(formula: str, expected: str) -> None:
    assert with_letters(formula, 4, 3) == expected

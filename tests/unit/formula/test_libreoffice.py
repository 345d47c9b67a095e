"""Random formulas are reckoned as LibreOffice reckons them."""

from __future__ import annotations

import shutil

import pytest

from formulas import outcomes
from statlint.formula import Reckoned

SEED = 4
MANY = 200


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_formulas_give_what_libreoffice_stores() -> None:
    results = [(one, result) for one, result in outcomes(SEED, MANY)]

    reckoned = [result for _, result in results if isinstance(result, Reckoned)]
    differing = [
        (one.cell.formula, one.cell.text, result.shown)
        for one, result in results
        if isinstance(result, Reckoned) and not result.agrees
    ]
    assert differing == []
    assert len(reckoned) > MANY / 2

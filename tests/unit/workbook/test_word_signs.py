"""Signs that Word takes from fonts of its own."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.word_signs import sign


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        pytest.param("Symbol", "F0B4", "×", id="a sign of reckoning"),
        pytest.param("Symbol", "F035", "5", id="a digit"),
        pytest.param("Wingdings", "F0FE", "☑", id="a box with a tick"),
        pytest.param("Wingdings 2", "52", "☑", id="a code without its plane"),
        pytest.param("宋体", "2103", "℃", id="a sign of an ordinary font"),
        pytest.param("Webdings", "F061", "\uf061", id="a sign that nobody knows"),
        pytest.param("Symbol", "", "", id="no code"),
        pytest.param("Symbol", "D800", "", id="half a sign"),
        pytest.param("Symbol", "FFFFFFFFFF", "", id="a code beyond all signs"),
    ],
)
def test_signs(font: str, code: str, shown: str) -> None:
    assert sign(font, code) == shown

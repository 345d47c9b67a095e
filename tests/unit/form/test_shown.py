"""How an expression is turned, and a label cut, before they are shown."""

from __future__ import annotations

import pytest

from statlint.form import edit_text, parse_edit
from statlint.form.shown import factors_last, shortened


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        pytest.param("100 * a / b = c", "a / b * 100 = c", id="a share in per cent"),
        pytest.param("c = 100 * (a - b) / b", "c = (a - b) / b * 100", id="growth"),
        pytest.param("2 * a = c", "2 * a = c", id="no quotient"),
        pytest.param("a / b = c", "a / b = c", id="no factor"),
        pytest.param("if a > 0 then b > 0", "if a > 0 then b > 0", id="no comparison"),
    ],
)
def test_the_factor_of_a_quotient_comes_last(rule: str, shown: str) -> None:
    assert edit_text(factors_last(parse_edit(rule))) == shown


@pytest.mark.parametrize(
    ("label", "longest", "shown"),
    [
        pytest.param("income", 6, "income", id="it fits"),
        pytest.param("income", 5, "inco…", id="cut"),
        pytest.param("一般公共预算", 12, "一般公共预算", id="wide signs that fit"),
        pytest.param("一般公共预算", 11, "一般公共预…", id="wide signs"),
        pytest.param("all of it", 5, "all…", id="no blank before the end"),
    ],
)
def test_a_long_label_is_cut(label: str, longest: int, shown: str) -> None:
    assert shortened(label, longest) == shown

"""The decimals that a number format shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.formula.displayed import shown_decimals


@pytest.mark.parametrize(
    ("number_format", "decimals"),
    [
        pytest.param(None, None, id="no format"),
        pytest.param("General", None, id="General"),
        pytest.param("@", None, id="text"),
        pytest.param("0", 0, id="whole"),
        pytest.param("0.00", 2, id="two decimals"),
        pytest.param("#,##0.0", 1, id="thousands separated"),
        pytest.param("#,##0", 0, id="whole, thousands separated"),
        pytest.param("0%", 2, id="per cent"),
        pytest.param("0.0%", 3, id="per cent with a decimal"),
        pytest.param('0.0"%"', 1, id="a sign that is only printed"),
        pytest.param(r"0.0\%", 1, id="the same after a backslash"),
        pytest.param("0.0,", -2, id="in thousands with a decimal"),
        pytest.param("0,", -3, id="in thousands"),
        pytest.param("#,##0,,", -6, id="in millions"),
        pytest.param('0.00"元";[Red]-0.0"元"', 2, id="the first part counts"),
        pytest.param("[Red]0.0_ ", 1, id="colour and space"),
        pytest.param("_ * #,##0.00_ ", 2, id="an accountant's format"),
        pytest.param("[$¥-804]#,##0.00", 2, id="a currency"),
        pytest.param("yyyy-mm-dd", None, id="a date"),
        pytest.param('0"年"m', None, id="part of a date"),
        pytest.param("0.00E+00", None, id="scientific"),
        pytest.param("# ?/?", None, id="a fraction"),
        pytest.param('"无"', None, id="only a text"),
        pytest.param(".00", 2, id="no whole part"),
    ],
)
def test_decimals_shown(number_format: str | None, decimals: int | None) -> None:
    assert shown_decimals(number_format) == decimals


@given(st.text(alphabet='0#?.,%;"[]_*\\E@ ym', max_size=300))
def test_any_format_is_read(number_format: str) -> None:
    assert isinstance(shown_decimals(number_format), int | None)

"""The number style of a table, told from the numerals in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import NumberStyle, style_of


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([], NumberStyle(), id="no numerals"),
        pytest.param(["合计", "2019年", "1.2.3", "12.05.2004"], NumberStyle(), id="no figures"),
        pytest.param(["1,234.5"], NumberStyle(",", "."), id="both signs in English"),
        pytest.param(["1.234,5"], NumberStyle(".", ","), id="both signs in German"),
        pytest.param(["1 234,5"], NumberStyle(" ", ","), id="both signs in French"),
        pytest.param(["1'234.5"], NumberStyle("'", "."), id="both signs in Switzerland"),
        pytest.param(["1’234", "5’678"], NumberStyle("'", "."), id="curly apostrophes"),
        pytest.param(["1\xa0234", "3,5"], NumberStyle(" ", ","), id="blanks that do not break"),
        pytest.param(["1\u202f234"], NumberStyle(" ", "."), id="narrow blanks, no decimals"),
        pytest.param(["12,5", "-3,7 %"], NumberStyle(".", ","), id="decimal commas alone"),
        pytest.param(["0,125"], NumberStyle(".", ","), id="no thousands begin with a zero"),
        pytest.param(["1.234.567", "12,5"], NumberStyle(".", ","), id="points more than once"),
        pytest.param(["1,234", "5,678"], NumberStyle(",", "."), id="commas before three digits"),
        pytest.param(["1.234", "5.678"], NumberStyle(",", "."), id="points before three digits"),
        pytest.param(["12,5", "3.25", "1,234,567", "$1,234.50"], NumberStyle(), id="one slip"),
        pytest.param(["x" * 40, "1,5"], NumberStyle(".", ","), id="a long text beside"),
        pytest.param(["1,37", *["1,234"] * 4], NumberStyle(), id="thousands with a digit lost"),
        pytest.param(["1,37", *["1,234"] * 3], NumberStyle(".", ","), id="a slip in too few"),
        pytest.param(["0,37", *["1,234"] * 4], NumberStyle(".", ","), id="a decimal below one"),
        pytest.param(
            ["1234,5", *["1,234"] * 4], NumberStyle(".", ","), id="decimals, no thousands"
        ),
        pytest.param(["1,37", "1 000", *["1,234"] * 4], NumberStyle(" ", ","), id="blanks, commas"),
    ],
)
def test_signs_are_told_from_the_numerals(texts: list[str], expected: NumberStyle) -> None:
    assert style_of(texts) == expected


@pytest.mark.parametrize(
    ("beside", "point"),
    [
        pytest.param(["837"], ",", id="hundreds"),
        pytest.param(["45", "12", "2019", "7"], ",", id="tens, a year and a digit"),
        pytest.param(["837", "110000", "110100"], ",", id="codes of one length"),
        pytest.param(["837", "11000", "1101000"], ".", id="large figures"),
        pytest.param(["837", "1100", "1101"], ".", id="figures of four digits"),
        pytest.param(["4.943①", "837"], ",", id="a footnote behind thousands"),
        pytest.param(["4.9①", "837"], ".", id="a footnote behind decimals"),
        pytest.param(["4.9(1)", "837"], ".", id="a footnote in brackets"),
        pytest.param(["r 4.9", "837"], ".", id="a letter before decimals"),
        pytest.param(["45"], ".", id="tens once"),
        pytest.param(["7", "8"], ".", id="digits alone"),
        pytest.param(["837", "12345"], ".", id="thousands without a sign"),
        pytest.param(["837", "0.837"], ".", id="decimals below one"),
        pytest.param(["837", "3.7"], ".", id="other decimals"),
        pytest.param(["837", "1,234"], ".", id="commas of the same kind"),
    ],
)
def test_points_before_three_digits_are_thousands_beside_smaller_figures(
    beside: list[str], point: str
) -> None:
    style = style_of(["3.721", "-1.195", "1.984", "2.554", *beside])

    assert style.point == point


@pytest.mark.parametrize(
    ("texts", "padded"),
    [
        pytest.param(["1992.00000", "9.46894"] * 4, True, id="five decimals everywhere"),
        pytest.param(["1992,00000", "9,46894"] * 4, True, id="five decimals with commas"),
        pytest.param(["9.46894", "8.12345"] * 4, False, id="five decimals that are needed"),
        pytest.param(["12.00", "9.50"] * 4, False, id="two decimals are money"),
        pytest.param(["12.000", "9.000", "7.500"] * 3, True, id="three decimals mostly empty"),
        pytest.param(["12.000", "9.125", "7.5"] * 3, False, id="decimals of several lengths"),
        pytest.param(["1.125", "9.125", "7.000"] * 3, False, id="three decimals mostly needed"),
        pytest.param(["1992.00000", "9.46894"] * 2, False, id="too few to tell"),
        pytest.param(["1992", "1993"] * 4, False, id="whole numbers"),
    ],
)
def test_decimals_that_an_export_wrote_are_told(texts: list[str], *, padded: bool) -> None:
    assert style_of(texts).padded is padded


@given(
    st.lists(st.integers(1_000_000, 10**12), min_size=1),
    st.sampled_from([",", ".", " ", "'"]),
)
def test_the_sign_between_thousands_is_found(numbers: list[int], sign: str) -> None:
    style = style_of(f"{number:,}".replace(",", sign) for number in numbers)

    assert style.group == sign


@pytest.mark.parametrize(
    "texts",
    [
        ["6.943①", "1.234①", "5.709①", "1.000②", "837"],
        ["6.943 r", "1.234 r", "5.709 p", "1.000", "837"],
        ["6.943(1)", "1.234 [a]", "5.709〔2〕", "1.000", "837"],
        ["(r) 6.943", "p 1.234", "*5.709", "†1.000", "837"],
    ],
    ids=["circled numbers", "letters behind", "brackets behind", "signs before"],
)
def test_thousands_are_known_from_marked_figures(texts: list[str]) -> None:
    assert style_of(texts) == NumberStyle(".", ",")

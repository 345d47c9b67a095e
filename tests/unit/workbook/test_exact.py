"""Numbers and number formats."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.workbook.engines.exact import (
    exact_number,
    is_date_format,
    without_noise,
    without_noise_in,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("91", (91, "91"), id="a whole number"),
        pytest.param("91.0", (91, "91"), id="a whole number stored with a fraction of zero"),
        pytest.param("-0.0", (0, "0"), id="a negative zero"),
        pytest.param("0.30000000000000004", ("0.3", "0.3"), id="binary noise"),
        pytest.param("98.699999999999989", ("98.7", "98.7"), id="binary noise from below"),
        pytest.param("1e+05", (100000, "100000"), id="an exponent that Excel writes out"),
        pytest.param("1.5E-3", ("0.0015", "0.0015"), id="a small exponent"),
        pytest.param("12345678901234567", (12345678901234600, "12345678901234600"), id="17 digits"),
        pytest.param("1.25e+30", (125 * 10**28, "1.25E+30"), id="too long to write out"),
        pytest.param("-1e-30", ("-1E-30", "-1E-30"), id="too small to write out"),
        pytest.param("NaN", None, id="not a number"),
        pytest.param("inf", None, id="infinity"),
        pytest.param("1e999999", None, id="an exponent that no program stores"),
        pytest.param("1e99999999999999999999", None, id="an exponent that nothing can hold"),
        pytest.param("abc", None, id="letters"),
    ],
)
def test_exact_number(written: str, expected: tuple[int | str, str] | None) -> None:
    assert exact_number(written) == expected


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_exact_number_keeps_fifteen_digits(value: float) -> None:
    found = exact_number(repr(value))

    assert found is not None
    exact, shown = Decimal(found[0]), Decimal(found[1])
    assert shown == exact
    assert len(exact.normalize().as_tuple().digits) <= 15
    assert abs(exact - Decimal(repr(value))) * 10**15 <= abs(exact) * 5


@given(st.from_regex(r"(0|[1-9][0-9]{0,12})\.[0-9]{0,17}", fullmatch=True))
def test_rounds_at_once_what_it_rounds_digit_by_digit(written: str) -> None:
    rounded = without_noise(written)

    # A blank more or less is all that keeps the quick way from it.
    expected = exact_number(f" {written}")
    assert rounded is None or expected == exact_number(written)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", False),
        ("0.00%", False),
        ('0"日"', False),
        ("#,##0;[Red]-#,##0", False),
        ("0.00E+00", False),
        (r"0\d", False),
        ("_d0_y", False),
        ("0;yyyy", False),
        ("[$¥-804]#,##0.00", False),
        ("[DBNum1][$-804]General", False),
        ("yyyy-mm-dd", True),
        ('[$-804]yyyy"年"m"月"', True),
        ("[h]:mm", True),
        ("[ss]", True),
        ("h:mm AM/PM", True),
        ('"unclosed yyyy', False),
        ("[" * 60_000, False),
        ("0" * 255 + "yyyy", False),
    ],
)
def test_is_date_format(code: str, *, expected: bool) -> None:
    assert is_date_format(code) is expected


FRACTIONS = st.builds(
    lambda sign, digits, at, noughts: sign + ("0" * noughts + digits)[:at] + "." + digits[at:],
    st.sampled_from(["", "", "-"]),
    st.text("0123456789999", min_size=14, max_size=18),
    st.integers(0, 17),
    st.integers(0, 2),
)


@given(st.lists(st.one_of(FRACTIONS, st.floats(-1e16, 1e16).map(repr)), min_size=1, max_size=6))
def test_many_fractions_are_rounded_as_one_by_one(written: list[str]) -> None:
    for several in (written, *([one] for one in written)):
        rounded = without_noise_in(several)
        if rounded is not None:
            found = [exact_number(one) for one in several]
            assert rounded == [one[1] for one in found if one is not None]


@pytest.mark.parametrize(
    ("written", "rounded"),
    [
        ("43741.25277185708", "43741.2527718571"),
        ("22684.547646579987", "22684.54764658"),
        ("0.30000000000000004", "0.3"),
        ("-0.12345678901234567", "-0.123456789012346"),
        ("99999.999999999985", "100000"),
        ("12345.00000000001", "12345"),
        ("12345.000000000012", "12345"),
        ("98765432109876.50", "98765432109876.5"),
        ("1234567890123456.5", None),
        ("0.01234567890123456", None),
        ("12345678901234567", None),
        ("-0.000000000000001", None),
    ],
)
def test_what_is_rounded_at_one_stroke(written: str, rounded: str | None) -> None:
    assert without_noise_in([written]) == (None if rounded is None else [rounded])
    assert without_noise_in([written, "NaN"]) is None

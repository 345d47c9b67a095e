"""Numbers of any length are reckoned with exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from statlint.values import Number, exact

NUMBERS: st.SearchStrategy[Number] = st.one_of(
    st.integers(min_value=-(10**60), max_value=10**60),
    st.builds(
        lambda digits, places: Decimal(f"{digits}E-{places}"),
        st.integers(min_value=-(10**40), max_value=10**40),
        st.integers(min_value=0, max_value=60),
    ),
)


@given(NUMBERS, NUMBERS)
@example(10**40, Decimal("1E-40"))
@example(Decimal("1.1234567890123456789"), Decimal("2.1234567890123456789"))
def test_nothing_is_rounded(one: Number, other: Number) -> None:
    left, right = Fraction(one), Fraction(other)

    assert Fraction(exact.add(one, other)) == left + right
    assert Fraction(exact.subtract(one, other)) == left - right
    assert Fraction(exact.multiply(one, other)) == left * right


def test_whole_numbers_stay_whole() -> None:
    found = [exact.add(2, 3), exact.subtract(2, 3), exact.multiply(2, 3)]

    assert [repr(number) for number in found] == ["5", "-1", "6"]

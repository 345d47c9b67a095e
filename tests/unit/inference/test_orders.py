"""Which positions follow each other."""

from __future__ import annotations

from statlint.inference.orders import orders_of, stretches
from statlint.table import Role, Strip
from statlint.values import Period


def test_a_table_in_halves_is_one_table() -> None:
    halves = tuple(Strip(position, shift=shift) for shift in (0, 4) for position in (4, 5, 6))

    tables = list(stretches(halves * 2))

    assert tables == [range(6), range(6, 12)]


def test_periods_of_one_kind_follow_each_other_but_no_totals() -> None:
    periods = (
        Period(2024, "M", 1),
        Period(2024, "M", 2),
        Period(2024, "Q", 1),
        Period(2024, "M", 4),
        Period(2024, "Q", 2),
    )
    heads = [Strip(column, period=period) for column, period in enumerate(periods, 2)]
    total = Strip(7, roles=frozenset({Role.TOTAL}))

    orders = orders_of((*heads, total))

    assert orders == [(0, 1, 3), (2, 4)]

"""Figures of two periods in one unit of money: 元 last year, 万元 now."""

from __future__ import annotations

from decimal import Decimal

from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.values import MONEY, Number, decimals_of


def unit_of(fact: Fact) -> str | None:
    """Give the unit that a figure is stated in: in its cell, else of its line, head or table."""
    written = fact.figure.unit if fact.figure else None
    return written or fact.measure.unit


def in_unit_of(fact: Fact, before: Fact) -> Number | None:
    """Give an earlier figure in the unit of the one it is held against; None where it is none."""
    if before.figure is None:
        return None
    value = before.figure.value
    power = MONEY.get(unit_of(before) or "", 0) - MONEY.get(unit_of(fact) or "", 0)
    if power == 0 or not units_differ(fact, before):
        return value
    exact = Decimal(value).scaleb(power)
    return int(exact) if exact == exact.to_integral_value() else exact


def restated(fact: Fact, own: Fact) -> Fact:
    """Give a cell of another file in the unit of money of ours; its text says what it was.

    Where both are in one unit, or either says none, it stays as it is.
    """
    figure, unit = fact.figure, unit_of(own)
    value = in_unit_of(own, fact)
    if figure is None or value is None or unit is None or not units_differ(fact, own):
        return fact
    before = figure.text.strip() + ("" if figure.unit else unit_of(fact) or "")
    text = f"{format(Decimal(value).normalize(), 'f')}{unit} ({before})"
    measure = replace(fact.measure, unit=unit)
    reading = replace(
        figure, value=value, text=text, unit=None, decimals=decimals_of(value), shown=None
    )
    return replace(fact, reading=reading, measure=measure)


def units_differ(fact: Fact, before: Fact) -> bool:
    """Tell whether two figures are stated in two units of money."""
    own, other = unit_of(fact), unit_of(before)
    return own != other and own in MONEY and other in MONEY

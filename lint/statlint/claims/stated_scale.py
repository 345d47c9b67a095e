"""Figures of a text as they are written: 1.4万条 is 1.4, told in 万, counted in 条."""

from __future__ import annotations

import re
from decimal import Decimal

from statlint.dataclass import dataclass
from statlint.form import Measure, ValueKind
from statlint.prose import Quantity, QuantityKind
from statlint.values import Figure, Number, plain, read_number

_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_MONEY = "元"


@dataclass(frozen=True, slots=True)
class Scaled:
    """A figure as written, by how much it is multiplied, and the unit that is left then.

    `figure` holds the number as a reader sees it, so that what is proposed in its place is written
    in the same way; 1.4万 stands for all that rounds to it.
    """

    figure: Figure
    factor: int
    unit: str
    measure: Measure


def scaled(quantity: Quantity) -> Scaled:
    """Tell what a quantity says as it is written."""
    written, factor, text = _written(quantity.figure)
    unit = plain(quantity.unit).strip()
    of_unit, unit = _unit(unit)
    if factor == 1:
        factor = of_unit
    figure = Figure(
        value=written,
        text=text,
        unit=quantity.figure.unit,
        # 11.0 is no whole number: what is not written to the last digit would be one off there.
        decimals=max(quantity.figure.decimals, len(plain(text).partition(".")[2])),
    )
    return Scaled(figure, factor, unit, _measure(quantity, factor, unit))


def _written(figure: Figure) -> tuple[Number, int, str]:
    """Give the number that is written in digits, by how much signs multiply it, and the digits."""
    text = plain(figure.text).strip().rstrip("%‰")
    digits = text.rstrip("".join(_POWERS))
    number = read_number(digits)
    if number is None or number == 0:
        return figure.value, 1, figure.text
    factor = Decimal(figure.value) / Decimal(number)
    if factor <= 1 or factor not in _factors():
        return figure.value, 1, figure.text
    return number, int(factor), digits


def _factors() -> frozenset[int]:
    return frozenset({10**power for power in range(1, 13)})


def _unit(unit: str) -> tuple[int, str]:
    """Split what multiplies off a unit: 万元 is 10000 and 元."""
    found = re.match(f"[{''.join(_POWERS)}]+(?=.)", unit)
    if found is None:
        return 1, unit
    factor = 1
    for sign in found[0]:
        factor *= _POWERS[sign]
    return factor, unit[found.end() :]


def _measure(quantity: Quantity, factor: int, unit: str) -> Measure:
    match quantity.kind:
        case QuantityKind.SHARE:
            return Measure(ValueKind.SHARE, "%")
        case QuantityKind.POINTS:
            return Measure(ValueKind.SCORE, quantity.unit, rounded=True)
        case QuantityKind.AMOUNT:
            return Measure(ValueKind.AMOUNT, unit or _MONEY, rounded=factor > 1)
        case _:
            return Measure(ValueKind.COUNT, unit or None, rounded=factor > 1)

"""What the figures of a list come to, held against a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from statlint.claims.utterance import Spot
from statlint.values import Figure, Number
from statlint.values.exact import add, multiply, subtract

_ZEROS: Mapping[str, int] = MappingProxyType({"百": 2, "千": 3, "万": 4, "亿": 8})

_LONGEST_NAME = 8


def total(spots: Iterable[Spot]) -> Number:
    """Add the figures up."""
    result: Number = 0
    for spot in spots:
        result = add(result, spot.quantity.figure.value)
    return result


def is_near(whole: Spot, spots: Sequence[Spot], times: int) -> bool:
    """Tell whether figures miss a whole by no more than the so manieth part of it."""
    value = whole.quantity.figure.value
    missed = multiply(subtract(total(spots), value), times)
    return -value <= missed <= value


def is_rounded(whole: Spot, spots: Sequence[Spot]) -> bool:
    """Tell whether rounding to the digits shown explains why figures miss their whole."""
    steps = [step_of_last(spot.quantity.figure) for spot in (whole, *spots)]
    missed = subtract(total(spots), whole.quantity.figure.value)
    return max(steps) != 1 and -sum(steps) <= multiply(missed, 2) <= sum(steps) and missed != 0


def step_of_last(figure: Figure) -> Decimal:
    """Give what the last digit of a figure stands for: 100 of 1.43万."""
    zeros = sum(_ZEROS.get(sign, 0) for sign in figure.text)
    return Decimal(1).scaleb(zeros - figure.decimals)


def is_over(whole: Spot, spots: Iterable[Spot]) -> bool:
    """Tell whether figures come to more than a whole."""
    return total(spots) > whole.quantity.figure.value


def complete_size(whole: Spot, spots: Sequence[Spot]) -> int:
    """Give how many figures from the beginning add up to the whole; 0 where none do.

    One more that is named like another of them (运输管理, 航务管理), or stands behind 、, was meant
    to be counted in.
    """
    value = whole.quantity.figure.value
    sizes = range(len(spots), 1, -1)
    size = next((size for size in sizes if total(spots[:size]) == value), 0)
    if size and size + 1 == len(spots) and _is_alike(spots[size], spots[:size]):
        return 0
    return 0 if size < len(spots) and spots[size].lead.startswith("、") else size


def _is_alike(spot: Spot, others: Iterable[Spot]) -> bool:
    label = spot.mention.label
    named = 1 < len(label) <= _LONGEST_NAME
    return named and any(one.mention.label.endswith(label[-2:]) for one in others)

"""Functions of many members: sums, means, counts, the least and the most."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from statlint.formula.arithmetic import divide, multiply, total
from statlint.formula.members import Member, is_counted, quantities
from statlint.formula.operands import Quantity


def sum_of(members: Iterable[Member]) -> Quantity:
    """Add up the figures."""
    return total(quantities(members))


def average_of(members: Iterable[Member]) -> Quantity:
    """Give the mean of the figures; raises FormulaError where there are none."""
    figures = list(quantities(members))
    return divide(total(figures), Quantity(len(figures)))


def count_of(members: Iterable[Member]) -> Quantity:
    """Count the figures."""
    return Quantity(sum(is_counted(member) for member in members))


def count_filled(members: Iterable[Member]) -> Quantity:
    """Count all members; an empty cell is none."""
    return Quantity(sum(1 for _ in members))


def least_of(members: Iterable[Member]) -> Quantity:
    """Give the smallest figure; 0 where there is none."""
    figures = list(quantities(members))
    noise = max((one.noise for one in figures), default=0.0)
    return Quantity(min((one.value for one in figures), default=0), noise)


def most_of(members: Iterable[Member]) -> Quantity:
    """Give the largest figure; 0 where there is none."""
    figures = list(quantities(members))
    noise = max((one.noise for one in figures), default=0.0)
    return Quantity(max((one.value for one in figures), default=0), noise)


def product_of(members: Iterable[Member]) -> Quantity:
    """Multiply the figures; 0 where there are none."""
    figures = list(quantities(members))
    return reduce(multiply, figures, Quantity(1)) if figures else Quantity(0)


Aggregate = Callable[[Iterable[Member]], Quantity]

AGGREGATES: dict[str, Aggregate] = {
    "SUM": sum_of,
    "AVERAGE": average_of,
    "COUNT": count_of,
    "COUNTA": count_filled,
    "MIN": least_of,
    "MAX": most_of,
    "PRODUCT": product_of,
}
"""The functions that take any members, by name."""

SUBTOTALS: dict[int, Aggregate] = {
    1: average_of,
    2: count_of,
    3: count_filled,
    4: most_of,
    5: least_of,
    6: product_of,
    9: sum_of,
}
"""The functions of SUBTOTAL by number; 100 more leaves out the rows hidden by hand as well."""

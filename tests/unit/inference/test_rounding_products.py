"""Products that come out show that figures are exact."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.residuals import residuals
from statlint.inference.rounding import Rounding
from statlint.inference.rounding_products import exact_by_products
from statlint.inference.sight import Sight

_ORDERS = """
    Item,Quantity,Price,Amount,Weight
    Desk,12,350.00,4200.00,31.5
    Chair,48,85.50,4104.00,4.2
    Shelf,5,420.00,2100.00,18.0
    Board,3,1260.00,3780.00,9.9
    Computer,22,4599.00,101178.00,7.7
    Printer,4,1899.00,7595.00,6.1
"""
_PRODUCT = Relation(Operator.PRODUCT, Axis.HEADS, 2, (0, 1), tuple(range(6)), 30.0)


def _told(table: str, relation: Relation = _PRODUCT, *, rounded: bool = True) -> Rounding:
    sight = Sight(layout_of(table))
    found = list(residuals(relation, sight, [sight] * len(relation.parts)))
    return exact_by_products([(relation, found)], sight, Rounding(table=rounded))


def test_heads_of_products_are_exact() -> None:
    assert _told(_ORDERS) == Rounding(table=False, heads=frozenset({3}))


@pytest.mark.parametrize(
    "table",
    [
        _ORDERS.replace("4200.00", "4195.00").replace("2100.00", "2103.00"),
        _ORDERS.replace("12,", "1,").replace("48,", "0,").replace("5,420", "1,420"),
        _ORDERS.replace("4200.00", "..").replace("4104.00", "..").replace("2100.00", ".."),
    ],
    ids=["two of six are off", "products with 1 and 0 tell nothing", "figures withheld"],
)
def test_few_products_show_nothing(table: str) -> None:
    assert _told(table) == Rounding(table=True)


def test_sums_have_the_first_word() -> None:
    assert _told(_ORDERS, rounded=False) == Rounding(table=False)


@pytest.mark.parametrize(
    "relation",
    [
        Relation(Operator.SUM, Axis.HEADS, 2, (0, 1), (0, 1), 30.0),
        Relation(Operator.PRODUCT, Axis.LINES, 2, (0, 1), (0, 1), 30.0),
    ],
    ids=["sums", "products of lines"],
)
def test_other_relations_show_nothing(relation: Relation) -> None:
    assert _told(_ORDERS, relation) == Rounding(table=True)

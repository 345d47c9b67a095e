"""The steps of a table along one axis are known from those along the other."""

from __future__ import annotations

from dataclasses import fields

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.rates_steps import Steps, steps_of

_PLAIN = """
Item,2021,2022,2023
Rice,1200,15,1.5
Wheat,3400,..,2.25
Maize,5600,17,3
Barley,7800,18,4.75
"""
_PADDED = """
Item,2021,2022,2023
Rice,1000.00,2000.00,3000.00
Wheat,4000.00,5000.00,6000.00
Maize,7000.00,8000.00,9000.00
Barley,2000.00,3000.00,1234.50
"""


@pytest.mark.parametrize("text", [_PLAIN, _PADDED], ids=["as shown", "filled up with noughts"])
def test_turned_steps_are_those_of_the_turned_table(text: str) -> None:
    lines = matrix_of(layout_of(text))
    heads = lines.turned()

    assert _told(steps_of(lines).turned(heads)) == _told(steps_of(heads))


def _told(steps: Steps) -> list[object]:
    return [getattr(steps, one.name) for one in fields(steps)]

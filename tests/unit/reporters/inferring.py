"""Two small tables understood by hand, for tests of the page and the JSON of `infer`."""

from __future__ import annotations

from dataclasses import replace

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.table import Label
from statlint.values import CellRange, CellRef

REGIONS = """
    地区,合计,男,女,男性占比
    全国,20,11,9,55
    东部,12,6,7,50
    西部,8,5,3,62.5
"""


def sum_of(
    axis: Axis, aggregate: int, parts: tuple[int, ...], positions: int, *missed: int
) -> Relation:
    """State a sum at so many positions."""
    return Relation(
        Operator.SUM, axis, aggregate, parts, tuple(range(positions)), 14.0, missed=missed
    )


def regions() -> Understood:
    """Give a table with a sum down, a sum across that is broken once, and a share."""
    layout = layout_of(REGIONS)
    share = Relation(Operator.DIVISION, Axis.HEADS, 3, (1, 0), (0, 1, 2), 30.0, factor=100)
    return Understood(
        replace(
            layout,
            boxhead=CellRange.parse("A1:E1"),
            stubs=(CellRange.parse("A2:A4"),),
            title=Label("2023年人口", None, CellRef(1, 1)),
            unit="人",
        ),
        (
            sum_of(Axis.HEADS, 0, (1, 2), 3, 1),
            replace(sum_of(Axis.LINES, 0, (1, 2), 3, 2), named=True),
            share,
        ),
    )

"""Rolls that were called keep of each table what kind it is."""

from __future__ import annotations

from array import array

from statlint.history.imprint import Imprint
from statlint.history.in_short import InCommon
from statlint.history.roll import Return, Roll, roll_of
from statlint.table import Label
from statlint.values import CellRef, Period, Text
from statlint.values.due_units import DueUnit

START = Label("表", None, CellRef(0, 0))


def imprint(digest: bytes, *, fixed: bool = True) -> Imprint:
    return Imprint(
        "form", "table", Text("表", "table"), START, digest, array("d", [9]), 3, 3, fixed, digest
    )


def roll() -> Roll:
    returns = [
        Return("a.csv", "瑶海区", imprints=(imprint(b"1"),)),
        Return("b.csv", "瑶海区", imprints=(imprint(b"2"),)),
        Return("c.csv", "谁", imprints=(imprint(b"3", fixed=False),)),
    ]
    late = [Return("d.csv", "瑶海区", period=Period(2023))]
    return roll_of(returns, [DueUnit("瑶海区")], elsewhere=late)


def told(one: Roll) -> list[object]:
    return [
        [(line.unit.name, [each.path for each in line.returns]) for line in one.lines],
        [each.path for line in one.lines for each in line.elsewhere],
        [each.path for each in one.unlisted],
        [(each.path, each.kinds(), each.kinds(fixed=True)) for each in one.returns],
        [[each.path for each in one.doubles(line.returns[0], line)] for line in one.lines],
    ]


def test_a_roll_in_short_tells_the_same_of_its_files() -> None:
    assert told(InCommon().in_short(roll())) == told(roll())


def test_tables_of_a_kind_are_kept_once() -> None:
    short = InCommon().in_short(roll())
    kept = [one.imprints[0] for one in short.returns]

    assert kept[0] is kept[1]
    assert kept[0] is not kept[2]
    assert [(one.digest, len(one.bits), one.lines) for one in kept] == [(b"", 0, b"")] * 3

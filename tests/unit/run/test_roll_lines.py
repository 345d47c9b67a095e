"""The lines of a roll, before it is known what was found in the files."""

from __future__ import annotations

from array import array

from statlint.history.imprint import Imprint
from statlint.history.roll import Return, Roll, roll_of, roll_without_list
from statlint.run.roll_lines import lines_of
from statlint.table import Label
from statlint.values import CellRef, Period, Text
from statlint.values.due_units import DueUnit
from statlint.values.overview import OverviewLine, ReturnStatus

START = Label("表", None, CellRef(0, 0))
PERIOD = Period(2024)
TABLE = Imprint("form", "table", Text("表", "table"), START, b"1", array("d", [9]), 3, 3, True, b"")  # noqa: FBT003


def told(roll: Roll) -> list[tuple[str, str | None, str]]:
    return [(line.unit, line.path, line.status.value) for line in lines_of(roll).lines]


def test_each_unit_of_a_list_with_what_is_there_of_it() -> None:
    here = [
        Return("a.csv", "瑶海区", period=PERIOD, imprints=(TABLE,)),
        Return("b.csv", "瑶海区", period=PERIOD, imprints=(TABLE,)),
        Return("c.csv", "蜀山区", period=PERIOD, imprints=(TABLE,)),
        Return("d.csv", "谁", period=PERIOD, imprints=(TABLE,)),
    ]
    late = [Return("e.csv", "庐阳区", period=Period(2023))]
    due = [DueUnit(name) for name in ("瑶海区", "蜀山区", "庐阳区", "包河区")]

    roll = roll_of(here, due, name="r", period=PERIOD, complete=True, elsewhere=late)

    assert told(roll) == [
        ("瑶海区", "a.csv", "repeated"),
        ("瑶海区", "b.csv", "repeated"),
        ("蜀山区", "c.csv", "handed-in"),
        ("庐阳区", "e.csv", "other-period"),
        ("包河区", None, "missing"),
        ("谁", "d.csv", "not-listed"),
    ]
    overview = lines_of(roll)
    assert (overview.dataset, overview.period, overview.due, overview.complete) == (
        "r",
        PERIOD,
        4,
        True,
    )


def test_nobody_is_missing_where_not_all_was_looked_at() -> None:
    assert told(roll_of([], [DueUnit("瑶海区")])) == []


def test_without_a_list_nobody_is_owed_anything() -> None:
    overview = lines_of(roll_without_list([Return("a.csv", "瑶海区", period=PERIOD)]))

    line = OverviewLine("瑶海区", ReturnStatus.HANDED_IN, "a.csv", PERIOD)
    assert (overview.due, overview.complete, overview.lines) == (None, True, (line,))

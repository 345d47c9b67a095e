"""Files of one unit that are there beside others with the same kind of table."""

from __future__ import annotations

from array import array

import pytest

from statlint.history.imprint import Imprint
from statlint.history.repeats import repeated_in, repeats_in
from statlint.history.roll import MANY, Return, Roll, roll_of, roll_without_list
from statlint.table import Label
from statlint.values import CellRef, Period, Text
from statlint.values.due_units import DueUnit

YEAR = Period(2024)


def table(kind: str, figures: str = "1") -> Imprint:
    start = Label(kind, None, CellRef(1, 1))
    digest = figures.encode()
    return Imprint("f", kind, Text(kind, kind), start, digest, array("d", [9.0]), 3, 3, fixed=True)


def file(path: str, *kinds: str, figures: str = "1") -> Return:
    tables = tuple(table(kind, figures) for kind in kinds)
    return Return(path, printed="瑶海区", period=YEAR, imprints=tables)


def rolled(*files: Return) -> Roll:
    return roll_without_list(files, period=YEAR)


def told(roll: Roll) -> list[str]:
    (line,) = roll.lines
    return [
        f"{one.of.path}: {' '.join(other.path for other in one.others)}"
        for one in repeats_in(roll, line)
    ]


def test_files_with_the_same_kind_of_table_are_told_of_one_another() -> None:
    roll = rolled(file("a.csv", "x"), file("b.csv", "x", "y"), file("c.csv", "y"), file("d.csv"))

    assert told(roll) == ["a.csv: b.csv", "b.csv: a.csv c.csv", "c.csv: b.csv"]
    assert repeated_in(roll, roll.lines[0]) == {"a.csv", "b.csv", "c.csv"}


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(("a.csv", "a.xlsx"), id="one name with two endings"),
        pytest.param(("a.csv", "drafts/b.csv"), id="in two folders"),
    ],
)
def test_a_file_that_is_saved_elsewhere_or_twice_is_one(paths: tuple[str, ...]) -> None:
    files = [file(path, "x") for path in paths]
    listed = roll_of(files, [DueUnit("瑶海区")])

    assert told(rolled(*files)) == []
    assert told(roll_without_list(files)) == []
    assert told(listed) == [
        f"{paths[0]}: {paths[1]}",
        f"{paths[1]}: {paths[0]}",
    ]


@pytest.mark.parametrize(
    ("others", "same"),
    [pytest.param("1", True, id="copies"), pytest.param("2", False, id="with other figures")],
)
def test_two_files_with_the_same_tables_are_compared(others: str, *, same: bool) -> None:
    roll = rolled(file("a.csv", "x", "x"), file("b.csv", "x", "x", figures=others))

    found = list(repeats_in(roll, roll.lines[0]))

    assert [(one.same, one.versions) for one in found] == [(same, 1 if same else 2)] * 2


def test_tables_that_only_one_of_two_files_holds_make_no_difference() -> None:
    roll = rolled(file("a.csv", "x"), file("b.csv", "x", "y"))

    assert [one.same for one in repeats_in(roll, roll.lines[0])] == [True, True]


def test_of_many_files_the_first_stands_for_all() -> None:
    files = [file(f"{at:02}.csv", "x", figures=str(at % 3)) for at in range(MANY + 1)]
    roll = rolled(*files, file("other.csv", "y"))

    (found,) = repeats_in(roll, roll.lines[0])

    assert (found.of.path, len(found.others), found.together) == ("00.csv", MANY, True)
    assert (found.same, found.versions) == (False, 3)


def test_many_files_are_joined_by_those_between_them() -> None:
    files = [file(f"{at:02}.csv", str(at), str(at + 1)) for at in range(MANY + 1)]

    (found,) = repeats_in(rolled(*files), rolled(*files).lines[0])

    assert ([found.of, *found.others], found.same) == (files, True)

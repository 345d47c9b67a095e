"""The roll of reporting units."""

from __future__ import annotations

import pytest

from statlint.history.roll import Return, Roll, roll_of, roll_without_list
from statlint.values import Period
from statlint.values.due_units import DueUnit


def lines(roll: Roll) -> list[str]:
    """Tell each unit with the files that are there of it, those of other periods in brackets."""
    return [
        " ".join(
            (
                line.unit.name,
                *(one.path for one in line.returns),
                *(f"[{one.path}]" for one in line.elsewhere),
            )
        )
        for line in roll.lines
    ]


@pytest.mark.parametrize(
    ("handed_in", "unit"),
    [
        pytest.param(Return("a.csv", printed="瑶海区人民政府"), "瑶海区", id="as printed"),
        pytest.param(Return("瑶海区2024年报表.csv"), "瑶海区", id="by the name of the file"),
        pytest.param(Return("2024/a.csv", named="瑶海区"), "瑶海区", id="by a part of the path"),
        pytest.param(
            Return("x.csv", named="01_瑶海区报表"), "瑶海区", id="by a part that says more"
        ),
        pytest.param(Return("瑶海区.csv", named="yaohai"), "瑶海区", id="by an alias in the path"),
        pytest.param(
            Return("a.csv", named="蜀山区", printed="瑶海区"), "蜀山区", id="the path goes first"
        ),
        pytest.param(
            Return("a.csv", named="合肥市蜀山区", printed="瑶海区"),
            "瑶海区",
            id="what is beyond doubt goes first",
        ),
        pytest.param(Return("瑶海区.csv", named="x"), None, id="a part of the path decides"),
        pytest.param(Return("a.csv"), None, id="a stranger"),
        pytest.param(
            Return("a.csv", named="海区", within="瑶"), "瑶海区", id="with what else the path says"
        ),
        pytest.param(
            Return("a.csv", named="瑶海区", within="hefei"),
            "瑶海区",
            id="without what else it says",
        ),
    ],
)
def test_a_file_is_of_one_unit(handed_in: Return, unit: str | None) -> None:
    due = [DueUnit("瑶海区", ("yaohai",)), DueUnit("蜀山区")]

    roll = roll_of([handed_in], due)

    assert [line.unit.name for line in roll.lines if line.returns] == ([unit] if unit else [])
    assert [one.path for one in roll.strangers] == ([] if unit else [handed_in.path])


def test_a_roll_is_called_in_the_order_of_its_list() -> None:
    due = [DueUnit(name) for name in ("丙", "甲", "乙", "丁")]
    returns = [Return("甲.csv"), Return("乙.csv"), Return("1.csv", printed="甲"), Return("戊.csv")]

    roll = roll_of(returns, due, complete=True, elsewhere=[Return("丁.csv", period=Period(2023))])

    assert lines(roll) == ["丙", "甲 甲.csv 1.csv", "乙 乙.csv", "丁 [丁.csv]"]
    assert [line.unit.name for line in roll.missing] == ["丙", "丁"]
    assert [one.path for one in roll.returns] == ["甲.csv", "1.csv", "乙.csv", "戊.csv"]


def test_of_a_part_of_the_files_nobody_is_missing() -> None:
    roll = roll_of([Return("甲.csv")], [DueUnit("甲"), DueUnit("乙")])

    assert list(roll.missing) == []


@pytest.mark.parametrize(
    ("named", "printed", "contradicts"),
    [
        pytest.param("甲镇", "甲镇人民政府", False, id="one unit"),
        pytest.param("甲镇", "乙镇", True, id="two units"),
        pytest.param("甲镇", "某县乙镇", True, id="another unit by its full name"),
        pytest.param("甲镇", "乙镇卫生院", False, id="what only sounds like another unit"),
        pytest.param("甲镇", "丙镇", False, id="a stranger"),
        pytest.param("甲镇", "", False, id="nothing printed"),
    ],
)
def test_path_and_table_may_contradict(named: str, printed: str, contradicts: bool) -> None:  # noqa: FBT001
    one = Return("a.csv", named=named, printed=printed)

    roll = roll_of([one], [DueUnit("甲镇"), DueUnit("乙镇")])

    assert roll.matches["a.csv"].contradicts is contradicts


def test_towns_of_one_name_in_two_counties_are_two_units() -> None:
    returns = [
        Return("1.csv", named="城关镇", within="舒城县"),
        Return("2.csv", named="城关镇", printed="城关镇政府", within="霍山县"),
        Return("3.csv", named="x", printed="舒城县城关镇政府", within="舒城县"),
    ]

    assert lines(roll_without_list(returns)) == [
        "舒城县城关镇 1.csv 3.csv",
        "霍山县城关镇政府 2.csv",
    ]


def test_without_a_list_files_come_by_the_units_that_they_name() -> None:
    returns = [
        Return("1.csv", printed="瑶海区人民政府"),
        Return("2024.csv"),
        Return("瑶海区.csv"),
        Return("b/2.csv", named="蜀山区"),
    ]

    roll = roll_without_list(returns, name="counties")

    assert lines(roll) == ["瑶海区人民政府 1.csv 瑶海区.csv", "蜀山区 b/2.csv"]
    assert [one.path for one in roll.strangers] == ["2024.csv"]
    assert (roll.name, roll.listed, list(roll.missing)) == ("counties", False, [])

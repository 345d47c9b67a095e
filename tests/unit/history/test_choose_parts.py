"""Which forms are the parts of one, and which parts give no figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.facts import Filing, read_facts
from statlint.finding import Reason
from statlint.history import PassedOver, Relation
from statlint.history.card import card_of
from statlint.history.choose_parts import Named, parts_among
from statlint.values import Period
from statlint.values.due_units import DueUnit
from tables import filled_of, form_of, table_of

FORM = form_of(table_of(["a A", "b B", "c C"], ["x X", "y Y"]))
OTHER_FORM = "another"


def filing(path: str, unit: str = "", period: str = "", form: str = "", first: int = 1) -> Filing:
    filled = filled_of(FORM, f"Case,X,Y\nA,{first},2\nB,3,4\nC,5,6")
    filled = replace(
        filled,
        form=replace(filled.form, id=form or filled.form.id),
        period=Period.parse(period) if period else None,
        unit_name=unit or None,
    )
    return Filing(path, filled, tuple(map(read_facts, filled.tables)))


def chosen(
    own: Filing,
    *parts: Filing,
    useless: tuple[PassedOver, ...] = (),
    stated: bool = False,
    due: tuple[DueUnit, ...] = (),
    wholes: tuple[str, ...] = (),
) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """Give the parts, what was passed over and why, and the parts that give no figures."""
    cards = [card_of(one) for one in parts]
    named = Named(
        own,
        card_of(own),
        cards,
        useless,
        lambda ones: [one for one in ones if one.form and one.form.id != OTHER_FORM],
        stated=stated,
        due=due,
        wholes=wholes,
    )
    found = parts_among(named)
    return (
        [one.path for one in found.cards],
        [(one.path, reason.value) for one, reason in found.passed],
        [one.path for one in found.lacking],
    )


OWN = filing("county.csv", "舒城县人民政府", "2024", first=9)
TOWNS = (filing("a.csv", "城关镇", "2024"), filing("b.csv", "晓天镇", "2024"))


def test_a_whole_among_its_own_parts_is_left_out() -> None:
    assert chosen(OWN, OWN, *TOWNS) == (["a.csv", "b.csv"], [], [])


def test_a_part_among_its_like_has_no_parts() -> None:
    assert chosen(TOWNS[0], *TOWNS) == ([], [], [])


def test_a_copy_of_the_whole_is_no_part() -> None:
    copy = filing("copy.csv", "舒城县人民政府", "2024", first=9)

    assert chosen(OWN, copy, *TOWNS) == (["a.csv", "b.csv"], [("copy.csv", "itself")], [])


def test_what_the_county_reports_for_its_own_offices_is_a_part() -> None:
    offices = filing("offices.csv", "舒城县人民政府", "2024")

    assert chosen(OWN, offices, *TOWNS)[0] == ["offices.csv", "a.csv", "b.csv"]


def test_a_part_that_is_there_twice_counts_once() -> None:
    again = filing("a (1).csv", "城关镇人民政府", "2024")
    changed = filing("a (2).csv", "城关镇", "2024", first=8)

    assert chosen(OWN, *TOWNS, again, changed) == (
        ["a.csv", "b.csv", "a (2).csv"],
        [("a (1).csv", "twice")],
        [],
    )


@pytest.mark.parametrize(
    ("whole", "part", "kept"),
    [
        pytest.param("舒城县", ("x/a.csv", "霍山县诸佛庵镇"), False, id="prints another county"),
        pytest.param(
            "舒城县", ("x/a.csv", "六安市舒城县桃溪镇"), True, id="prints it and its city"
        ),
        pytest.param("舒城县", ("霍山县/a.csv", "诸佛庵镇"), False, id="lies in another's folder"),
        pytest.param("舒城县", ("舒城县2024/a.csv", "桃溪镇"), True, id="lies in its folder"),
        pytest.param("舒城县", ("六安市/a.csv", "桃溪镇"), True, id="names a city only"),
        pytest.param("舒城县", ("x/a.csv", "杭埠开发区城管所"), True, id="a zone is no county"),
        pytest.param("桐城市", ("x/a.csv", "安庆市孔城镇"), True, id="a city of either rank"),
        pytest.param("六安市", ("x/a.csv", "安庆市怀宁县"), False, id="a county of another city"),
        pytest.param("安徽省六安市", ("x/a.csv", "六安市金寨县"), True, id="named in full"),
        pytest.param("教育局", ("x/a.csv", "霍山县诸佛庵镇"), True, id="a whole of no rank"),
    ],
)
def test_parts_of_another_whole_are_left_out(
    whole: str,
    part: tuple[str, str],
    kept: bool,  # noqa: FBT001 - of a table of cases
) -> None:
    own = filing("own.csv", whole, "2024", first=9)
    path, unit = part

    assert chosen(own, filing(path, unit, "2024")) == (
        ([path], [], []) if kept else ([], [(path, "other-unit")], [])
    )


def test_paths_that_say_what_belongs_together_are_believed() -> None:
    stranger = filing("x/a.csv", "霍山县诸佛庵镇", "2024")

    assert chosen(OWN, stranger, stated=True) == (["x/a.csv"], [], [])


def test_parts_that_give_no_figures_are_told() -> None:
    unread = PassedOver("c.csv", Relation.PARTS, Reason.NOT_READ_ELSEWHERE)
    empty = PassedOver("d.csv", Relation.PARTS, Reason.NO_TABLE_ELSEWHERE)
    earlier = PassedOver("e.csv", Relation.PREVIOUS, Reason.NOT_READ_ELSEWHERE)
    useless = (unread, empty, earlier)

    assert chosen(OWN, *TOWNS, useless=useless)[2] == ["c.csv"]
    assert chosen(OWN, *TOWNS, useless=useless, stated=True)[2] == ["c.csv", "d.csv"]
    assert chosen(OWN, useless=useless)[2] == []


def test_a_table_of_another_form_or_period_leaves_its_unit_open() -> None:
    others = (
        filing("other.csv", "桃溪镇", "2024", OTHER_FORM),
        filing("more.csv", "城关镇", "2024", OTHER_FORM),
        filing("list.csv", "", "2024", OTHER_FORM),
        filing("late.csv", "干汊河镇", "2023"),
        filing("old.csv", "晓天镇", "2023"),
    )
    passed = [
        ("late.csv", "other-period"),
        ("other.csv", "other-form"),
        ("more.csv", "other-form"),
        ("list.csv", "other-form"),
    ]

    assert chosen(OWN, *TOWNS, *others) == (
        ["a.csv", "b.csv"],
        passed,
        ["other.csv", "late.csv"],
    )
    assert chosen(OWN, *TOWNS, *others, stated=True)[2] == [
        "other.csv",
        "more.csv",
        "list.csv",
        "late.csv",
    ]


def test_files_that_name_no_unit_are_no_copies_of_each_other() -> None:
    parts = (filing("1.csv", period="2024"), filing("2.csv", period="2024"))

    assert chosen(OWN, *parts) == (["1.csv", "2.csv"], [], [])


def test_a_unit_that_is_due_and_has_no_part_gives_no_figures() -> None:
    due = tuple(map(DueUnit, ("城关镇", "晓天镇", "桃溪镇")))

    assert chosen(OWN, *TOWNS, due=due) == (["a.csv", "b.csv"], [], [""])


def test_parts_that_do_not_say_whose_they_are_have_several_wholes() -> None:
    passed = [("a.csv", "several-wholes"), ("b.csv", "several-wholes")]

    assert chosen(OWN, *TOWNS, wholes=("舒城县", "霍山县")) == ([], passed, [])
    assert chosen(OWN, *TOWNS, wholes=("舒城县",)) == (["a.csv", "b.csv"], [], [])


def test_parts_that_say_whose_they_are_belong_to_one_of_several_wholes() -> None:
    towns = (filing("a.csv", "舒城县城关镇", "2024"), filing("b.csv", "霍山县衡山镇", "2024"))

    assert chosen(OWN, *towns, wholes=("舒城县", "霍山县")) == (
        ["a.csv"],
        [("b.csv", "other-unit")],
        [],
    )

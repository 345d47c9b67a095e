"""Where inferred relations are stated, and where they speak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import layout_of
from statlint.finding import Severity
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.inference.belief import Stated, beliefs

TOTAL_DOWN = Relation(Operator.SUM, Axis.LINES, 3, (0, 1, 2), (0, 1, 2, 3), 30.0)
TABLE = """
Region,2019,2020,2021,2022
North,4312,5120,6219,7411
South,2190,3008,1997,4512
West,8813,1202,5003,9120
All,15315,9330,13219,21043
"""


def stated_in(table: str, *relations: Relation) -> list[Stated]:
    (belief,) = beliefs([Understood(layout_of(table), relations)])
    return list(belief.stated)


def failed_in(table: str, *relations: Relation) -> list[tuple[int, ...]]:
    return [one.failed for one in stated_in(table, *relations)]


def with_cell(line: int, head: int, text: str) -> str:
    rows = [row.split(",") for row in TABLE.strip().splitlines()]
    rows[line + 1][head + 1] = text
    return "\n".join(",".join(row) for row in rows)


def test_a_relation_that_holds_is_stated_everywhere() -> None:
    (one,) = stated_in(TABLE, TOTAL_DOWN)

    assert (one.positions, one.failed, one.agreeing) == ((0, 1, 2, 3), (), 4)


def test_a_relation_that_fails_once_says_so() -> None:
    (one,) = stated_in(with_cell(3, 2, "18219"), TOTAL_DOWN)

    assert (one.positions, one.failed, one.agreeing) == ((0, 1, 2, 3), (2,), 3)
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param((3, 2), "13220", id="one off, in figures that may be rounded"),
        pytest.param((1, 2), "", id="a blank part"),
        pytest.param((1, 2), "..", id="a part that is withheld"),
    ],
)
def test_what_explains_a_gap_is_left_out_in_silence(cell: tuple[int, int], text: str) -> None:
    assert failed_in(with_cell(*cell, text), TOTAL_DOWN) == [()]


@pytest.mark.parametrize(
    ("text", "failed"),
    [("5003", ()), ("6219", ()), ("1997", (2,)), ("0", (2,))],
    ids=["the last part again", "the first part again", "another part", "nothing"],
)
def test_a_total_that_repeats_a_balance_is_no_sum(text: str, failed: tuple[int, ...]) -> None:
    assert failed_in(with_cell(3, 2, text), TOTAL_DOWN) == [failed]


def test_weak_relations_do_not_speak() -> None:
    weak = Relation(Operator.SUM, Axis.LINES, 3, (0, 1, 2), (0, 1, 2, 3), 6.0)

    assert failed_in(with_cell(3, 2, "99999"), weak) == [()]


def test_a_relation_that_fails_at_half_of_its_places_does_not_speak() -> None:
    wrong = with_cell(3, 2, "18219").replace("21043", "91043")

    assert failed_in(wrong, TOTAL_DOWN) == [()]


def test_a_relation_that_holds_nowhere_is_not_stated() -> None:
    nowhere = Relation(Operator.SUM, Axis.LINES, 3, (0, 1), (0, 1, 2, 3), 30.0)

    assert stated_in(TABLE, nowhere) == []


def test_growth_rates_are_not_added_up() -> None:
    table = with_cell(3, 2, "18219").replace("2021", "Change in %")

    assert failed_in(table, TOTAL_DOWN) == [()]


def test_shares_are_added_up_where_other_shares_are() -> None:
    table = TABLE.replace("2019", "% a").replace("2020", "% b").replace("2021", "% c")

    assert failed_in(table.replace("13219", "18219"), TOTAL_DOWN) == [(2,)]


def test_a_place_of_other_decimals_than_all_others_does_not_speak() -> None:
    table = with_cell(3, 2, "18.5")

    assert failed_in(table, TOTAL_DOWN) == [()]


CROSSED = """
Region,Men,Women,Children,All
North,4312,5120,6219,15651
South,2190,3008,1997,7195
All,6502,8128,8216,22946
"""


def test_a_named_total_that_breaks_both_ways_is_wrong_beyond_doubt() -> None:
    down = Relation(Operator.SUM, Axis.LINES, 2, (0, 1), (0, 1, 2, 3), 30.0, named=True)
    across = Relation(Operator.SUM, Axis.HEADS, 3, (0, 1, 2), (0, 1, 2), 30.0, named=True)

    stated = stated_in(CROSSED, down, across)

    assert [(one.failed, one.severity) for one in stated] == [
        ((3,), Severity.ERROR),
        ((2,), Severity.ERROR),
    ]


def test_a_ranking_leaves_broken_ties_out() -> None:
    table = "Unit,Score,Place\na,9,1\nb,8,2\nc,8,3\nd,5,5\ne,6,4"
    ranking = Relation(Operator.RANK, Axis.HEADS, 1, (0,), (0, 1, 2, 3, 4), 20.0)

    (one,) = stated_in(table, ranking)

    assert (one.positions, one.failed) == ((0, 3, 4), ())


def test_a_ranking_from_the_lowest_up_is_stated_like_any_other() -> None:
    table = "Unit,Score,Place\na,1,1\nb,2,2"
    ranking = Relation(Operator.RANK, Axis.HEADS, 1, (0,), (0, 1), 20.0, factor=-1)

    (one,) = stated_in(table, ranking)

    assert (one.positions, one.failed) == ((0, 1), ())


def test_one_place_is_enough_where_many_tables_show_a_relation() -> None:
    many = Relation(Operator.SUM, Axis.LINES, 3, (0, 1, 2), (0,), 40.0, held=19, tables=20)

    assert failed_in("Region,2019\nNorth,4312\nSouth,2190\nWest,8813\nAll,15515", many) == [(0,)]


def test_parts_of_another_table_are_read_there() -> None:
    own, other = layout_of("x,a,b\nAll,3,4"), layout_of("x,a,b\nSum,3,9")
    same = Relation(Operator.EQUAL, Axis.LINES, 0, (0,), (0, 1), 20.0, others=(1,))

    belief, empty = beliefs([Understood(own, (same,)), Understood(other, ())])

    assert [one.positions for one in belief.stated] == [(0,)]
    assert empty.stated == ()


def test_what_stands_below_a_long_list_need_not_be_as_in_the_list() -> None:
    lines = "\n".join(
        f"l{at},{at}17,{at * 2}4,{at * 100 + 17 + at * 20 + 4}" for at in range(1, 25)
    )
    sums = Relation(Operator.SUM, Axis.HEADS, 2, (0, 1), tuple(range(25)), 30.0)
    named = replace(sums, named=True)

    table = f"x,a,b,c\n{lines}\ndeviation,450,810,990"

    assert failed_in(table, sums, named) == [(), (24,)]


def wide(heads: int, wrong: int) -> str:
    """Make a table of a total that is 500 too high under the first of its heads."""
    north = [1000 + 37 * at for at in range(heads)]
    south = [700 + 53 * at for at in range(heads)]
    total = [
        one + other + 500 * (at < wrong)
        for at, (one, other) in enumerate(zip(north, south, strict=True))
    ]
    rows = (range(2001, 2001 + heads), north, south, total)
    labels = ("Region", "North", "South", "All")
    return "\n".join(
        ",".join(map(str, (label, *row))) for label, row in zip(labels, rows, strict=True)
    )


@pytest.mark.parametrize(
    ("heads", "wrong", "named", "failed"),
    [
        pytest.param(20, 3, True, 3, id="three of many"),
        pytest.param(40, 4, True, 0, id="more than three are no slips"),
        pytest.param(170, 4, True, 4, id="four of very many"),
        pytest.param(7, 2, True, 2, id="two of seven of a total by name"),
        pytest.param(10, 2, False, 0, id="two of ten without a name"),
        pytest.param(12, 2, False, 2, id="two of twelve without a name"),
    ],
)
def test_how_often_a_relation_may_fail(
    heads: int,
    wrong: int,
    named: bool,  # noqa: FBT001 - a case
    failed: int,
) -> None:
    sums = Relation(Operator.SUM, Axis.LINES, 2, (0, 1), tuple(range(heads)), 60.0, named=named)

    assert failed_in(wide(heads, wrong), sums) == [tuple(range(failed))]


def test_without_a_name_nothing_is_beyond_doubt() -> None:
    down = Relation(Operator.SUM, Axis.LINES, 3, (0, 1, 2), (0, 1, 2, 3), 30.0)
    across = Relation(Operator.SUM, Axis.HEADS, 4, (0, 1, 2, 3), (0, 1, 2, 3), 30.0, named=True)
    rows = with_cell(3, 2, "18219").splitlines()
    side = ("All", "23062", "11707", "24138", "58907")
    table = "\n".join(f"{row},{total}" for row, total in zip(rows, side, strict=True))

    told = [(one.failed, one.severity) for one in stated_in(table, down, across)]

    assert told == [((2,), Severity.WARNING), ((3,), Severity.ERROR)]


@pytest.mark.parametrize(
    ("held", "failed"), [(9, ()), (10, (2,))], ids=["nine of eleven tables", "ten of twelve"]
)
def test_what_fails_in_many_tables_of_a_layout_is_meant_so(
    held: int, failed: tuple[int, ...]
) -> None:
    pooled = replace(TOTAL_DOWN, tables=held + 2, held=held, lost=2)

    assert failed_in(with_cell(3, 2, "18219"), pooled) == [failed]


@pytest.mark.parametrize(
    ("bits", "failed"), [(20.0, ()), (28.0, (3,))], ids=["not sure enough", "sure enough"]
)
def test_where_no_figure_comes_out_exactly_more_must_speak(
    bits: float, failed: tuple[int, ...]
) -> None:
    near = TABLE.replace("15315", "15316").replace("9330", "9331").replace("13219", "13218")
    sums = replace(TOTAL_DOWN, bits=bits)

    assert failed_in(near.replace("21043", "29187"), sums) == [failed]


@pytest.mark.parametrize(
    ("written", "failed"),
    [("140.8", (1,)), ("62.2", ())],
    ids=["more than any part, a stroke away", "between the parts, as a mean is"],
)
def test_a_sum_of_another_kind_is_told_from_a_mean(written: str, failed: tuple[int, ...]) -> None:
    table = (
        "镇,水库,渠道,面积\na,121,91.2,4312\nb,318,98.4,2190\nc,205,62.9,8813\n"
        f"d,119,99.3,6120\ne,402,95.1,3377\nf,117,93.9,1208\n合计,1282,{written},26020"
    )
    total = Relation(
        Operator.SUM, Axis.LINES, 6, (0, 1, 2, 3, 4, 5), (0, 1, 2), 40.0, missed=(1,), named=True
    )

    assert failed_in(table, total) == [failed]

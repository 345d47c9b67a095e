"""Which figures of a table are rounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Residual
from statlint.inference.rounding import Rounding, rounding_of
from statlint.inference.sight import Sight

TABLE = "Region,Men,Women,Mean age\nNorth,4,5,1.5\nSouth,2,3,1.7\nRatio,1.5,1.6,1.7"


def sums(count: int, fit: Fit, *, fine: bool = False, terms: int = 6) -> list[Residual]:
    return [Residual(at, fit, 0, terms, fine) for at in range(count)]


SUM = Relation(Operator.SUM, Axis.LINES, 0, (1, 2), (), 20.0)


def rounding(found: Sequence[Residual], *relations: Relation, table: str = TABLE) -> Rounding:
    return rounding_of([(SUM, one) for one in found], Sight(layout_of(table)), relations)


def test_few_sums_prove_nothing() -> None:
    assert rounding(sums(3, Fit.EXACT)) == Rounding(table=True)


def test_many_exact_sums_show_that_whole_figures_are_exact() -> None:
    told = rounding(sums(30, Fit.EXACT))

    assert (told.table, told.heads, told.lines) == (False, frozenset({2}), frozenset({2}))


def test_sums_one_off_tell_of_rounding() -> None:
    assert rounding([*sums(20, Fit.EXACT), *sums(12, Fit.ROUNDED)]) == Rounding(table=True)


def test_sums_of_a_single_figure_tell_nothing() -> None:
    assert rounding(sums(90, Fit.EXACT, terms=1)) == Rounding(table=True)


def test_decimals_that_add_up_are_exact_too() -> None:
    found = [*sums(30, Fit.EXACT), *sums(40, Fit.EXACT, fine=True)]

    assert rounding(found, table="Region,Men,Women\nNorth,1.5,2") == Rounding(table=False)


def test_decimals_alone_may_show_it() -> None:
    assert rounding(sums(40, Fit.EXACT, fine=True)) == Rounding(table=False)


def test_means_are_rounded_whatever_adds_up() -> None:
    relation = Relation(Operator.AVERAGE, Axis.LINES, 1, (0,), (0,), 20.0)
    found = [*sums(30, Fit.EXACT), *sums(40, Fit.EXACT, fine=True)]

    told = rounding(found, relation)

    assert (told.heads, told.lines) == (frozenset({2}), frozenset({1, 2}))
    assert [told.at(0, 0), told.at(0, 2), told.at(1, 0)] == [False, True, True]


def test_one_wrong_figure_is_told_from_rounding() -> None:
    across = Relation(Operator.SUM, Axis.HEADS, 3, (0, 1, 2), (), 20.0)
    sight = Sight(layout_of(TABLE))
    off = [(SUM, Residual(2, Fit.ROUNDED, 1, 6)), (across, Residual(1, Fit.ROUNDED, 1, 6))]
    elsewhere = [off[0], (across, Residual(3, Fit.ROUNDED, 1, 6))]
    other_way = [off[0], (across, Residual(1, Fit.ROUNDED, -1, 6))]
    exact = [(SUM, one) for one in sums(12, Fit.EXACT)]

    assert not rounding_of([*exact, *off], sight, ()).table
    assert rounding_of([*exact, *elsewhere], sight, ()).table
    assert rounding_of([*exact, *other_way], sight, ()).table


def test_two_wrong_figures_are_two_slips() -> None:
    across = Relation(Operator.SUM, Axis.HEADS, 0, (1, 2), (), 20.0)
    off = [(SUM, Residual(2, Fit.ROUNDED, 1, 6)), (across, Residual(1, Fit.ROUNDED, 1, 6))]
    alone = (across, Residual(2, Fit.ROUNDED, 1, 6))
    exact = [(SUM, one) for one in sums(16, Fit.EXACT)]

    told = rounding_of([*exact, *off, alone], Sight(layout_of(TABLE)), ())

    assert not told.table


def test_how_many_exact_sums_of_two_figures_show_that_nothing_is_rounded() -> None:
    told = [rounding(sums(count, Fit.EXACT, terms=2)).table for count in (15, 25)]

    assert told == [True, False]


def test_fewer_exact_sums_show_that_counts_are_exact() -> None:
    told = [
        rounding_of(
            [(SUM, one) for one in sums(11, Fit.EXACT, terms=2)],
            Sight(replace(layout_of(TABLE), unit=unit)),
            (),
        ).table
        for unit in (None, "persons")
    ]

    assert told == [True, False]

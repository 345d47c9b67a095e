"""Edits on one total: which keep silent where a stronger one fails."""

from __future__ import annotations

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.inference.forms import filled_form

TABLE = "x,All,Men,Women,Urban,Rural,Towns,Cities\n" + "l,10,4,6,7,3,2,5\n" * 4
ALL, MEN, WOMEN, URBAN, RURAL, TOWNS, CITIES = range(7)


def added(total: int, *parts: int, bits: float = 30.0) -> Relation:
    """Make a sum of heads."""
    return Relation(Operator.SUM, Axis.HEADS, total, parts, (0, 1, 2, 3), bits)


def silent(*relations: Relation, table: str = TABLE) -> dict[str, tuple[str, ...]]:
    """Make a form, and give for each edit those that make it keep silent."""
    filled = filled_form([Understood(layout_of(table), relations)])
    assert filled is not None
    return {edit.text: edit.implied_by for edit in filled.form.tables[0].edits}


def test_sums_of_other_figures_both_speak() -> None:
    found = silent(added(ALL, MEN, WOMEN), added(ALL, URBAN, RURAL, bits=20.0))

    assert found == {"men + women = all": (), "urban + rural = all": ()}


def test_a_sum_over_the_parts_of_a_part_keeps_silent() -> None:
    found = silent(
        added(ALL, URBAN, RURAL),
        added(ALL, RURAL, TOWNS, CITIES, bits=12.0),
        added(URBAN, TOWNS, CITIES),
    )

    assert found == {
        "urban + rural = all": (),
        "sum(rural:cities) = all": ("sum-all",),
        "towns + cities = urban": (),
    }


def test_of_means_the_weaker_keeps_silent() -> None:
    table = "x,Mean,A,B,C,D\n" + "l,5,4,6,3,7\n" * 4
    relations = [
        Relation(Operator.AVERAGE, Axis.HEADS, 0, parts, (0, 1, 2, 3), bits)
        for parts, bits in (((1, 2), 30.0), ((3, 4), 20.0))
    ]

    assert silent(*relations, table=table) == {
        "mean(a, b) = mean": (),
        "mean(c, d) = mean": ("mean-mean",),
    }

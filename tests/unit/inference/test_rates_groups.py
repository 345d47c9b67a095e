"""Rates of a block of lines that only the line over it names."""

from __future__ import annotations

import pytest

from statlint.inference import understand
from statlint.inference.model import Operator
from statlint.inference.rates_groups import bases_in
from statlint.inference.rates_words import base_of
from statlint.table import Label, Strip
from statlint.table.layouts import layouts_of
from statlint.values import CellRef
from tables import grid_of

CRIME = """
Crime,2017,2018,2019,2020,2021
Population,912003,933120,941277,955012,968431
Number of offences
Murder,512,704,377,290,611
Robbery,5903,6711,4120,5188,4444
Burglary,8314,8890,2496,7765,4522
Rate per 100,000 inhabitants
Murder,56.1,75.4,40.1,30.4,63.1
Robbery,647.3,719.2,437.7,543.2,458.9
Burglary,911.6,952.7,265.2,813.1,466.9
"""


def quotients_in(text: str) -> list[tuple[int, ...]]:
    """Give the rows of quotients and of what is divided, and the factor."""
    layout = layouts_of(grid_of(text))[0]
    return sorted(
        (*(layout.lines[part].position for part in (one.aggregate, *one.parts)), int(one.factor))
        for own in understand([layout])
        for one in own.relations
        if one.operator is Operator.DIVISION
    )


def test_rates_of_a_lower_block() -> None:
    assert quotients_in(CRIME) == [
        (8, 4, 2, 100_000),
        (9, 5, 2, 100_000),
        (10, 6, 2, 100_000),
    ]


def test_a_group_line_that_says_nothing_names_no_rates() -> None:
    assert quotients_in(CRIME.replace("Rate per 100,000 inhabitants", "Other figures")) == []


@pytest.mark.parametrize(
    ("label", "base"),
    [
        ("每10万人死亡率", 100_000),
        ("每千人口医生数", 1000),
        ("每万人", 10_000),
        ("deaths per 1,000", 1000),
        ("per 100,000 inhabitants", 100_000),
        ("per head", None),
        ("每人", None),
        ("人口", None),
    ],
)
def test_what_a_rate_is_counted_for(label: str, base: int | None) -> None:
    assert base_of(Strip(1, (Label(label, None, CellRef(1, 1)),))) == base


def test_the_lines_that_rates_are_mostly_taken_by() -> None:
    labels = ("总人口", "农业", "户数", "Population")
    strips = [Strip(at, (Label(text, None, CellRef(at, 1)),)) for at, text in enumerate(labels, 1)]

    assert bases_in(strips) == [0, 2, 3]

"""Tables without a form matched to earlier ones by their labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.facts import Filing, read_facts
from statlint.form import Arrangement, Form
from statlint.history import Relation
from statlint.history.alike import beside_alike, matches
from tables import filled_of, form_of, table_of


def filing(path: str, grid: str, *, key: str = "t") -> Filing:
    heads, *lines = [row.strip().split(",") for row in grid.strip().splitlines()]
    form: Form = form_of(
        table_of(
            [f"l{at} {line[0]}" for at, line in enumerate(lines)],
            [f"h{at} {head}" for at, head in enumerate(heads[1:])],
            key=key,
        )
    )
    filled = filled_of(form, grid)
    plan = replace(filled.form.tables[0], arrangement=Arrangement.AS_FOUND)
    filled = replace(filled, form=replace(filled.form, id="", tables=(plan,)))
    return Filing(path, filled, tuple(map(read_facts, filled.tables)))


def matched(now: str, then: str) -> dict[str, str]:
    """Give the figures of the earlier table by those of ours."""
    own = filing("now.csv", now)
    neighbour = beside_alike(filing("then.csv", then, key="other"), Relation.PREVIOUS, own)
    pairs = ((one.text, neighbour.get("t", one.line.key, one.head.key)) for one in own.facts[0])
    return {text: found.text for text, found in pairs if found}


NOW = """
    Item,2023,2024
    Men,1,2
    Women,3,4
    Children,5,6
"""


def test_years_count_from_the_latest() -> None:
    then = """
    Item,2022,2023
    Men,11,12
    Women,13,14
    Children,15,16
    """

    assert matched(NOW, then) == {"1": "11", "2": "12", "3": "13", "4": "14", "5": "15", "6": "16"}


def test_lines_are_found_wherever_they_stand() -> None:
    then = """
    Item,2022,2023
    Children,15,16
    Men,11,12
    Dogs,17,18
    Women,13,14
    """

    assert matched(NOW, then) == {"1": "11", "2": "12", "3": "13", "4": "14", "5": "15", "6": "16"}


def test_a_renamed_line_is_no_match() -> None:
    then = """
    Item,2022,2023
    Men,11,12
    Ladies,13,14
    Children,15,16
    """
    (match,) = matches(filing("now.csv", NOW), filing("then.csv", then, key="other"))

    assert matched(NOW, then) == {"1": "11", "2": "12", "5": "15", "6": "16"}
    assert match.unmatched == ("Women",)


@pytest.mark.parametrize(
    "then",
    [
        pytest.param(
            """
            Item,2022,2023
            Cats,11,12
            Dogs,13,14
            Children,15,16
            """,
            id="other lines",
        ),
        pytest.param(
            """
            Item,Length,Weight
            Men,11,12
            Women,13,14
            Children,15,16
            """,
            id="other heads",
        ),
    ],
)
def test_another_table_is_none(then: str) -> None:
    assert matched(NOW, then) == {}


def test_labels_that_come_again_are_taken_in_order() -> None:
    now = """
    Item,2024
    Men,1
    of them old,2
    Women,3
    of them old,4
    """
    then = """
    Item,2023
    Men,11
    of them old,12
    Women,13
    of them old,14
    """

    assert matched(now, then) == {"1": "11", "2": "12", "3": "13", "4": "14"}

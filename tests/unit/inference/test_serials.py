"""Strips of running numbers are told from strips of figures."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of, pooled
from statlint.inference.model import Axis
from statlint.inference.serials import running_strips


def found_in(text: str) -> list[str]:
    """Name the heads that only number the lines of a table."""
    layout = layout_of(text)
    return [layout.heads[at].text for at in sorted(running_strips(matrix_of(layout).turned()))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x,次序,件数\na,1,10\nb,2,11\nc,3,12\nd,4,13", ["次序"]),
        ("x,Since,Cases\na,2019,7\nb,2020,7\nc,2021,9\nd,2022,8", ["Since"]),
        ("x,Since,Cases\na,2022,7\nb,2021,7\nc,2020,9\nd,2019,8", ["Since"]),
        ("x,序号,件数\na,1,10\nb,1,11", ["序号"]),
        ("x,A,B\na,1,10\nb,2,11\nc,3,12", []),
        ("x,A,B\na,1,10\nb,2,11\nc,4,12\nd,5,13", []),
        ("x,A,B\na,,\nb,,", []),
        ("x,A\na,0.1\nb,0.2\nc,0.3\nd,0.4", []),
    ],
    ids=[
        "from one on",
        "years",
        "years backwards",
        "a label says so",
        "three small counts",
        "a gap",
        "nothing",
        "tenths",
    ],
)
def test_running_numbers(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_numbers_begin_anew_in_every_table() -> None:
    text = "x,次序,件数\na,1,10\nb,2,11\nc,3,12\nd,4,13"
    matrix = pooled([layout_of(text), layout_of(text)], Axis.HEADS)

    assert running_strips(matrix) == {0}

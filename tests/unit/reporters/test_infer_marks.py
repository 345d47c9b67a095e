"""Letters and rails of relations."""

from __future__ import annotations

from statlint.inference import Axis
from statlint.reporters.infer_marks import lettered, mark_on, rails
from unit.reporters.inferring import sum_of


def test_letters_go_on_after_z() -> None:
    relations = [sum_of(Axis.LINES, at, (at + 1,), 3) for at in range(28)]

    assert [one.letter for one in lettered(relations)][24:] == ["y", "z", "aa", "ab"]


def test_relations_that_do_not_overlap_share_a_rail() -> None:
    inner = [sum_of(Axis.LINES, 1, (2, 3), 3), sum_of(Axis.LINES, 4, (5, 6), 3)]
    outer = sum_of(Axis.LINES, 0, (1, 4), 3)

    found = rails(lettered([*inner, outer]), Axis.LINES, 5)

    assert [[mark_on(rail, place) for place in range(7)] for rail in found] == [
        ["=a", "+", "│", "│", "+", "", ""],
        ["", "=b", "+", "+", "=c", "+", "+"],
    ]


def test_what_finds_no_room_has_no_rail() -> None:
    relations = [sum_of(Axis.HEADS, 0, (1, 2), 3) for _ in range(4)]

    assert len(rails(lettered(relations), Axis.HEADS, 3)) == 3

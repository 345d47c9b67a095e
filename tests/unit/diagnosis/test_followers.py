"""Tests of derived cells that follow others."""

from __future__ import annotations

from statlint.diagnosis.followers import followers_of


def test_a_total_of_totals_follows_a_part_once_by_each_way() -> None:
    followers = followers_of({9: ((7, 1), (8, 1)), 7: ((1, 1), (2, 1)), 8: ((2, 1), (3, -1))})

    assert followers.moved([(2, 5), (3, 1)]) == {2: 5, 3: 1, 7: 5, 8: 4, 9: 9}
    assert list(followers.read(9)) == [1, 2, 3]


def test_a_cell_without_a_formula_is_read_itself() -> None:
    followers = followers_of({7: ((1, 1),)})

    assert list(followers.read(1)) == [1]
    assert followers.moved([(5, 2)]) == {5: 2}


def test_formulas_in_a_circle_follow_nothing() -> None:
    followers = followers_of({7: ((8, 1), (1, 1)), 8: ((7, 1),), 9: ((1, 2),)})

    assert followers.moved([(1, 3)]) == {1: 3, 9: 6}


def test_a_formula_that_reads_no_cell_stays() -> None:
    followers = followers_of({7: (), 8: ((7, 1), (1, 1))})

    assert followers.moved([(1, 3)]) == {1: 3, 8: 3}


def test_a_running_total_of_many_lines_follows_to_its_end() -> None:
    followers = followers_of({at: ((at - 1, 1),) for at in range(1, 5000)})

    assert followers.moved([(0, 2)])[4999] == 2
    assert list(followers.read(4999)) == [0]

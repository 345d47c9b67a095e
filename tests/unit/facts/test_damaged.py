"""Texts that were meant to be figures, among figures."""

from __future__ import annotations

import pytest

from statlint.facts.damaged import damaged
from tables import facts_of, form_of, table_of

FORM = form_of(table_of(["a A", "b B", "c C", "d D", "e E"], ["x X", "y Y"]))


def damaged_in(*texts: str) -> list[str]:
    rows = zip("ABCDE", range(100, 105), texts, strict=True)
    lines = "".join(f'{name},{figure},"{text}"\n' for name, figure, text in rows)
    return [fact.text for fact, _ in damaged(facts_of(FORM, f"Table,X,Y\n{lines}"))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5566..74", id="two points"),
        pytest.param("368633!", id="a stroke for a one"),
        pytest.param("477903S1.68", id="a letter inside"),
        pytest.param("12,,345", id="two commas"),
        pytest.param("l9", id="a letter for a digit"),
    ],
)
def test_a_spoilt_figure_is_found(text: str) -> None:
    assert damaged_in("1234", "2345", text, "4567", "5678") == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("see note", id="words"),
        pytest.param("12..", id="few digits"),
        pytest.param("lO", id="letters alone"),
        pytest.param("2019-2020", id="a range"),
        pytest.param("1234a", id="a letter behind"),
        pytest.param("2024-01-05", id="a date"),
        pytest.param("about 1000", id="about"),
        pytest.param("1:10000", id="a scale"),
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert damaged_in("1234", "2345", text, "4567", "5678") == []


def test_nothing_is_said_under_a_head_of_texts() -> None:
    assert damaged_in("one", "two", "5566..74", "4567", "5678") == []


def test_separators_out_of_place_are_found_among_figures_by_thousands() -> None:
    assert damaged_in("1,234", "5,589", "7,20", "4,567", "6,789") == ["7,20"]
    assert damaged_in("1,234", "5,589", ",2", "4,567", "6,789") == []
    assert damaged_in("1234", "5589", "7,20", "4567", "6789") == []


WIDE = form_of(table_of(["a A", "b B", "c C", "d D"], ["x X", "y Y", "z Z"]))


def alone(text: str) -> list[str]:
    rows = ["11,12,13", f'21,"{text}",23', "31,32,33", "41,42,43"]
    lines = "\n".join(f"{name},{row}" for name, row in zip("ABCD", rows, strict=True))
    return [fact.text for fact, _ in damaged(facts_of(WIDE, f"Table,X,Y,Z\n{lines}"))]


@pytest.mark.parametrize("text", ["6S", "1 2", "12?", "19、"])
def test_the_one_text_of_a_table_may_look_like_a_figure(text: str) -> None:
    assert alone(text) == [text]


@pytest.mark.parametrize("text", ["3A", "1-2", "about 20", "note", "2023年"])
def test_the_one_text_of_a_table_may_be_meant(text: str) -> None:
    assert alone(text) == []


def test_one_text_in_a_small_table_is_left_alone() -> None:
    assert damaged_in("1234", "2345", "6S", "4567", "") == []

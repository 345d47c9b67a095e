"""Tests of cells: filled, mentions, rises."""

from __future__ import annotations

import pytest

from statlint.confront import Instance, Verdict
from statlint.finding import Reason
from tables import confrontation_of, form_of, table_of

HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.NOT_CHECKED


def scored(rule: str, points: str, score: str, reason: str) -> list[Instance]:
    """Confront one edit with the line of a score sheet: points, score, reason."""
    form = form_of(
        table_of(
            ["a Openness", "b Training"],
            [
                {"key": "points", "label": "Points", "kind": "score"},
                {"key": "score", "label": "Score", "kind": "score"},
                {"key": "reason", "label": "Reason", "kind": "text"},
            ],
            {"rule": rule, "per": "line", "lines": ["a"]},
        )
    )
    grid = f"Item,Points,Score,Reason\nOpenness,{points},{score},{reason}\nTraining,5,5,"
    return list(confrontation_of(form, grid).instances)


def verdict(rule: str, points: str, score: str, reason: str) -> tuple[Verdict, Reason | None]:
    (instance,) = scored(rule, points, score, reason)
    return instance.verdict, instance.reason


TAKEN_OFF = "if points - score > 0 then filled(reason)"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("5", "4", "late"), (HOLDS, None), id="points off and a reason"),
        pytest.param(("5", "4", "3"), (HOLDS, None), id="a figure for a reason"),
        pytest.param(("5", "4", ""), (FAILS, None), id="no reason"),
        pytest.param(("5", "4", "—"), (FAILS, None), id="a mark is no reason"),
        pytest.param(("5", "5", ""), (HOLDS, None), id="full points"),
        pytest.param(("5", "", ""), (OPEN, Reason.BLANK_PARTS), id="no score yet"),
        pytest.param(("5", "about 4", ""), (OPEN, Reason.UNREADABLE_PARTS), id="no clear score"),
    ],
)
def test_a_cell_is_filled(
    cells: tuple[str, str, str], expected: tuple[Verdict, Reason | None]
) -> None:
    assert verdict(TAKEN_OFF, *cells) == expected


def test_words_are_no_blank_part() -> None:
    (instance,) = scored(TAKEN_OFF, "5", "5", "")

    assert (instance.verdict, instance.blanks) == (HOLDS, ())


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        pytest.param("每项倒扣 1 分", HOLDS, id="the word is there"),
        pytest.param("可倒 扣", HOLDS, id="with a space in it"),
        pytest.param("负分计入", HOLDS, id="the other word"),
        pytest.param("扣完为止", FAILS, id="neither"),
        pytest.param("", FAILS, id="nothing at all"),
    ],
)
def test_words_are_mentioned(reason: str, expected: Verdict) -> None:
    rule = 'if not mentions(reason, "倒扣", "负分") then score >= 0'

    assert verdict(rule, "5", "-1", reason)[0] is expected


@pytest.mark.parametrize(
    ("reason", "score", "expected"),
    [
        pytest.param("每缺1项扣0.5分", "3.5", HOLDS, id="in steps"),
        pytest.param("每缺1项扣0.5分", "3.7", FAILS, id="between two steps"),
        pytest.param("每缺1项扣2分", "3", HOLDS, id="in whole steps"),
        pytest.param("每缺1项扣2分", "2", FAILS, id="half a step"),
        pytest.param("每缺1项扣2分", "", OPEN, id="no score yet"),
        pytest.param("每缺1项扣2分", "about 3", OPEN, id="no clear score"),
    ],
)
def test_scores_go_in_steps(reason: str, score: str, expected: Verdict) -> None:
    rule = "remainder(points - score, steps(reason)) = 0"

    assert verdict(rule, "5", score, reason)[0] is expected


@pytest.mark.parametrize("reason", ["酌情扣分", "每项扣1-3分", "", "—"])
def test_an_edit_is_not_for_a_text_without_a_step(reason: str) -> None:
    assert scored("remainder(points - score, steps(reason)) = 0", "5", "3.7", reason) == []


def test_an_edit_is_not_for_a_table_without_the_rule_text() -> None:
    form = form_of(
        table_of(
            ["a Openness", "b Training"],
            [
                {"key": "score", "label": "Score", "kind": "score"},
                {"key": "points", "label": "Points", "kind": "score"},
                {"key": "criterion", "label": "Rules", "kind": "text"},
            ],
            {"rule": "remainder(score, steps(criterion)) = 0", "per": "line", "lines": ["a"]},
        )
    )
    grid = "Item,Score,Points\nOpenness,4,5\nTraining,5,5"

    assert confrontation_of(form, grid).instances == ()


def months(cells: str) -> Instance:
    """Confront the rise of four months."""
    form = form_of(
        table_of(
            ["a Cases", "b Letters"],
            ["m1 January", "m2 February", "m3 March", "m4 April"],
            {"rule": "rises(m1:m4)", "per": "line", "lines": ["a"]},
        )
    )
    grid = f"Item,January,February,March,April\nCases,{cells}\nLetters,1,1,1,1"
    (instance,) = confrontation_of(form, grid).instances
    return instance


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param("1,2,2,5", (HOLDS, None), id="rises and stays"),
        pytest.param("1,3,2,5", (FAILS, None), id="falls once"),
        pytest.param("1,,2,—", (HOLDS, None), id="blanks and marks are left out"),
        pytest.param("3,,2,5", (FAILS, None), id="falls across a blank"),
        pytest.param("1,about 2,3,5", (OPEN, Reason.UNREADABLE_PARTS), id="one cannot be read"),
        pytest.param("3,about 2,2,5", (FAILS, None), id="falls across what cannot be read"),
        pytest.param(",,,5", (HOLDS, None), id="a single figure"),
        pytest.param(",,,", (OPEN, Reason.BLANK_PARTS), id="none"),
    ],
)
def test_figures_rise(cells: str, expected: tuple[Verdict, Reason | None]) -> None:
    instance = months(cells)

    assert (instance.verdict, instance.reason) == expected


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        pytest.param("10,30,20,40", "D2", id="the one that falls"),
        pytest.param("10,300,30,40", "C2", id="the one that the others fall behind"),
        pytest.param("10,20,3,40", "D2", id="a digit lost"),
    ],
)
def test_the_cell_out_of_order_comes_first(cells: str, cell: str) -> None:
    target = months(cells).target

    assert target is not None
    assert str(target.cell) == cell

"""What a table without a form carries over from the one of the period before."""

from __future__ import annotations

import pytest

from statlint.confront import Confrontation, confront
from statlint.facts import Filing, read_facts
from statlint.form import Form
from statlint.history import Neighbours, Relation, beside
from statlint.history.alike import beside_alike
from tables import filled_of, form_of, table_of

LINES = ["opening 上年结转", "income 收入", "spent 支出", "closing 年末结余"]
HEADS = ["a 小学", "b 初中", "c 高中", "d 职高"]
THEN = """
    项目,小学,初中,高中,职高
    上年结转,11,12,13,14
    收入,100,110,120,130
    支出,40,50,70,60
    年末结余,71,72,63,84
"""
NOW = """
    项目,小学,初中,高中,职高
    上年结转,71,72,63,84
    收入,200,210,220,230
    支出,40,50,70,60
    年末结余,231,232,213,254
"""


def form_with(arrangement: str = "as-found") -> Form:
    return form_of({**table_of(LINES, HEADS), "arrangement": arrangement})


def filing_of(form: Form, grid: str, path: str) -> Filing:
    filled = filled_of(form, grid)
    return Filing(path, filled, tuple(read_facts(table) for table in filled.tables))


def confronted(now: str, then: str | None, form: Form) -> Confrontation:
    own = filing_of(form, now, "now.csv")
    earlier = (
        () if then is None else (beside(filing_of(form, then, "then.csv"), Relation.PREVIOUS),)
    )
    others = Neighbours({"previous": earlier} if earlier else {})
    return confront(own.filled, own.facts, others=others)


def told(confrontation: Confrontation) -> list[tuple[str, str | None, str]]:
    return [(one.edit.text, one.where, one.verdict.value) for one in confrontation.instances]


def test_what_is_there_when_a_year_begins_is_what_was_left() -> None:
    assert told(confronted(NOW, THEN, form_with())) == [
        ("opening = previous.closing", head, "holds") for head in "abcd"
    ]


@pytest.mark.parametrize(
    ("figures", "verdicts"),
    [
        pytest.param("71,27,63,84", ["holds", "fails", "holds", "holds"], id="one is wrong"),
        pytest.param("71,27,63,48", ["holds", "fails", "holds", "fails"], id="half agree"),
        pytest.param("71,27,36,48", [], id="most do not agree"),
        pytest.param("17,27,36,48", [], id="none agrees"),
        pytest.param("71,72,..,84", ["holds", "holds", "not-checked", "holds"], id="one is open"),
    ],
)
def test_so_it_is_where_half_of_the_figures_agree(figures: str, verdicts: list[str]) -> None:
    found = told(confronted(NOW.replace("71,72,63,84", figures), THEN, form_with()))

    assert [verdict for _, _, verdict in found] == verdicts


@pytest.mark.parametrize(
    ("then", "arrangement"),
    [
        pytest.param(None, "as-found", id="without last year"),
        pytest.param(THEN, "lines-down", id="in a form that states what it carries over"),
        pytest.param(THEN.replace("年末结余", "其他"), "as-found", id="where no label says so"),
    ],
)
def test_nothing_is_carried_over(then: str | None, arrangement: str) -> None:
    assert told(confronted(NOW, then, form_with(arrangement))) == []


def test_heads_carry_over_as_lines_do() -> None:
    lines, heads = ["x 甲镇", "y 乙镇", "z 丙镇"], ["opening 年初", "closing 年末"]
    form = form_of({**table_of(lines, heads), "arrangement": "as-found"})
    now = "镇,年初,年末\n甲镇,31,32\n乙镇,45,46\n丙镇,57,90"
    then = "镇,年初,年末\n甲镇,30,31\n乙镇,44,45\n丙镇,50,75"

    assert told(confronted(now, then, form)) == [
        ("opening = previous.closing", "x", "holds"),
        ("opening = previous.closing", "y", "holds"),
        ("opening = previous.closing", "z", "fails"),
    ]


@pytest.mark.parametrize(
    ("total", "told_of"),
    [
        pytest.param("167", ["x", "y", "new"], id="by just what is gone and new"),
        pytest.param("168", ["x", "y", "new", "all"], id="by something else"),
    ],
)
def test_a_total_of_other_lines_is_not_carried_over(total: str, told_of: list[str]) -> None:
    lines, heads = (
        ["x 甲项目", "y 乙项目", "new 丁项目", "all 合计"],
        ["opening 年初", "closing 年末"],
    )
    own = form_of({**table_of(lines, heads), "arrangement": "as-found"})
    earlier = form_of(
        {**table_of([*lines[:2], "z 丙项目", lines[3]], heads), "arrangement": "as-found"}
    )
    now = filing_of(
        own, f"项目,年初,年末\n甲项目,31,32\n乙项目,45,46\n丁项目,91,3\n合计,{total},81", "now.csv"
    )
    then = filing_of(
        earlier, "项目,年初,年末\n甲项目,30,31\n乙项目,44,45\n丙项目,50,7\n合计,124,83", "then.csv"
    )
    others = Neighbours({"previous": (beside_alike(then, Relation.PREVIOUS, now),)})

    found = told(confront(now.filled, now.facts, others=others))

    assert [where for _, where, _ in found] == told_of

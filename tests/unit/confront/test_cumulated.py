"""The year so far in found tables: what the period before had and this period together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.confront import confront
from statlint.facts import Filing, read_facts
from statlint.form import Arrangement
from statlint.history import Neighbours, Relation
from statlint.history.alike import beside_alike
from statlint.values import Period
from tables import filled_of, form_of, table_of

FORM = form_of(table_of(["a A", "b B", "c C"], ["month 本月", "so_far 本年累计", "rate 累计增长"]))
THEN = "Kind,本月,本年累计,累计增长\nA,1,10,5\nB,2,20,6\nC,3,30,7"
NOW = "Kind,本月,本年累计,累计增长\nA,4,14,5\nB,5,25,6\nC,6,36,7"


def filing_of(path: str, grid: str, period: str) -> Filing:
    filled = filled_of(FORM, grid)
    tables = tuple(
        replace(one, plan=replace(one.plan, arrangement=Arrangement.AS_FOUND))
        for one in filled.tables
    )
    found = replace(filled, tables=tables, period=Period.parse(period))
    return Filing(path, found, tuple(map(read_facts, tables)))


@pytest.mark.parametrize(
    ("now", "then", "period", "expected"),
    [
        pytest.param(NOW, THEN, "2024-M02", ["holds"] * 3, id="as it was"),
        pytest.param(
            NOW.replace("C,6,36", "C,6,37"),
            THEN,
            "2024-M02",
            ["holds", "holds", "fails"],
            id="one that does not follow",
        ),
        pytest.param(NOW.replace("14", "13").replace("25", "5"), THEN, "2024-M02", [], id="most"),
        pytest.param(NOW, THEN, "2024-M01", [], id="the year begins anew"),
    ],
)
def test_the_year_so_far_follows_from_the_month_before(
    now: str, then: str, period: str, expected: list[str]
) -> None:
    own = filing_of("now.csv", now, period)
    other = filing_of("then.csv", then, "2024-M01")
    others = Neighbours({"previous": (beside_alike(other, Relation.PREVIOUS, own),)})
    confrontation = confront(own.filled, own.facts, others=others)

    assert [one.verdict.value for one in confrontation.instances] == expected

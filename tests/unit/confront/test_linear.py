"""How much each cell weighs in an equation."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.confront.quantity import Exact
from tables import confrontation_of, form_of, table_of

GRID = "Sex,N\nMen,1\nWomen,2\nTotal,4\nNext,9"


def weights_of(rule: str, **edit: object) -> dict[str, Exact]:
    lines = ["men Men", "women Women", "total Total", "next Next"]
    form = form_of(table_of(lines, ["n N"], {"rule": rule, "per": "head", **edit}))
    (instance,) = confrontation_of(form, GRID).instances
    return {fact.line.key: weight for fact, weight in instance.weights}


@pytest.mark.parametrize(
    ("rule", "weights"),
    [
        pytest.param("men + women = total", {"men": 1, "women": 1, "total": -1}, id="a sum"),
        pytest.param("total = men + women", {"men": 1, "women": 1, "total": -1}, id="turned round"),
        pytest.param("sum(men:women) = total", {"men": 1, "women": 1, "total": -1}, id="a range"),
        pytest.param(
            "total - men = women + 5", {"total": 1, "men": -1, "women": -1}, id="a difference"
        ),
        pytest.param(
            "next - (men - women) = total",
            {"next": 1, "men": -1, "women": 1, "total": -1},
            id="a difference of a difference",
        ),
        pytest.param(
            "2 * men + women * 0.5 = total",
            {"men": 2, "women": Decimal("0.5"), "total": -1},
            id="weighted",
        ),
        pytest.param(
            "3 * (men - women) = total", {"men": 3, "women": -3, "total": -1}, id="a weighted sum"
        ),
        pytest.param("men + men = total", {"men": 2, "total": -1}, id="named twice"),
        pytest.param("men + women - men = total", {"women": 1, "total": -1}, id="cancelled out"),
        pytest.param("men + women > total", {}, id="no equation"),
        pytest.param("men = 2", {}, id="a bound"),
        pytest.param("men + women = next - 2", {"men": 1, "women": 1, "next": -1}, id="a flow"),
    ],
)
def test_weights_of_a_failed_equation(rule: str, weights: dict[str, Exact]) -> None:
    assert weights_of(rule) == weights


@pytest.mark.parametrize(
    "rule", ["men * women = total", "max(men, women) = total", "men / women = total"]
)
def test_what_is_no_weighted_sum_has_no_weights(rule: str) -> None:
    assert weights_of(rule, kind="flow") == {}


def test_an_equation_that_holds_needs_no_weights() -> None:
    assert weights_of("men + women = total - 1") == {}

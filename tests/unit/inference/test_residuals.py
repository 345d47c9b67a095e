"""What is left between stated figures and what their parts give."""

from __future__ import annotations

from fractions import Fraction

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Residual, residuals
from statlint.inference.sight import Sight


def residuals_in(table: str, relation: Relation, *, rounded: bool = True) -> list[Residual]:
    sight = Sight(layout_of(table))
    read = [sight] * len(relation.parts)
    return list(residuals(relation, sight, read, lambda _line, _head: rounded))


def of_heads(
    operator: Operator, parts: tuple[int, ...], *, factor: int = 1, less: int = 0
) -> Relation:
    return Relation(operator, Axis.HEADS, 2, parts, (0,), 20.0, factor=factor, less=less)


@pytest.mark.parametrize(
    ("line", "fit", "gap"),
    [
        pytest.param("1,2,3", Fit.EXACT, 0, id="exact"),
        pytest.param("1,2,4", Fit.ROUNDED, 1, id="one off"),
        pytest.param("1,2,5", Fit.MISS, 2, id="two off"),
        pytest.param("1.5,2,3.5", Fit.EXACT, 0, id="decimals"),
        pytest.param("1,,3", Fit.OPEN, 2, id="a blank may be what is missing"),
        pytest.param("1,..,3", Fit.OPEN, 2, id="a mark may be what is missing"),
        pytest.param("9,..,3", Fit.MISS, -6, id="parts that are more without a blank"),
        pytest.param("-9,..,3", Fit.OPEN, 12, id="a negative part beside a blank"),
        pytest.param(",,3", Fit.OPEN, 0, id="no parts at all"),
    ],
)
def test_a_sum(line: str, fit: Fit, gap: int) -> None:
    (found,) = residuals_in(f"x,a,b,c\nl,{line}", of_heads(Operator.SUM, (0, 1)))

    assert (found.fit, found.gap) == (fit, gap)


def test_a_place_without_a_stated_figure_is_none() -> None:
    assert residuals_in("x,a,b,c\nl,1,2,", of_heads(Operator.SUM, (0, 1))) == []


def test_exact_figures_have_no_room() -> None:
    (found,) = residuals_in("x,a,b,c\nl,1,2,4", of_heads(Operator.SUM, (0, 1)), rounded=False)

    assert (found.fit, found.figures) == (Fit.MISS, (4, 1, 2))


def test_figures_rounded_to_five_may_be_off_by_more() -> None:
    lines = "\n".join(f"l{at},{5 * at},{35 * at},{40 * at + 5}" for at in range(1, 8))

    found = residuals_in(f"x,a,b,c\n{lines}", of_heads(Operator.SUM, (0, 1)))

    assert [one.fit for one in found] == [Fit.COARSE]


def test_what_flows_out_is_taken_away() -> None:
    table = "x,in,out,end,start\nl,5,3,12,10"
    relation = of_heads(Operator.CUMULATIVE, (3, 0, 1), less=1)

    (found,) = residuals_in(table, relation)

    assert (found.fit, found.figures) == (Fit.EXACT, (12, 10, 5, -3))


@pytest.mark.parametrize(
    ("operator", "factor", "line", "fit"),
    [
        pytest.param(Operator.DIVISION, 100, "1,3,33.3", Fit.ROUNDED, id="a share"),
        pytest.param(Operator.DIVISION, 100, "1,4,25", Fit.EXACT, id="a share to the last digit"),
        pytest.param(Operator.DIVISION, 100, "200,300,66.6", Fit.ROUNDED, id="parts are rounded"),
        pytest.param(Operator.DIVISION, 100, "1000,3000,43.3", Fit.MISS, id="a wrong share"),
        pytest.param(Operator.DIVISION, 100, "1,0,0", Fit.OPEN, id="a share of nothing"),
        pytest.param(Operator.DIVISION, 100, "1,,33", Fit.OPEN, id="a share of a blank"),
        pytest.param(Operator.RELATIVE_CHANGE, 100, "110,100,10", Fit.EXACT, id="growth"),
        pytest.param(Operator.RELATIVE_CHANGE, 100, "110,0,10", Fit.OPEN, id="from nothing"),
        pytest.param(Operator.AVERAGE, 1, "1,2,1.5", Fit.EXACT, id="a mean"),
        pytest.param(Operator.AVERAGE, 1, "1000,2000,1700", Fit.MISS, id="a wrong mean"),
        pytest.param(Operator.PRODUCT, 1, "12,4,48", Fit.EXACT, id="a product"),
        pytest.param(Operator.PRODUCT, 1, "120,4.00,588", Fit.MISS, id="a wrong product"),
    ],
)
def test_a_quotient(operator: Operator, factor: int, line: str, fit: Fit) -> None:
    (found,) = residuals_in(f"x,a,b,c\nl,{line}", of_heads(operator, (0, 1), factor=factor))

    assert found.fit is fit


def test_a_share_may_be_cut_off() -> None:
    relation = of_heads(Operator.DIVISION, (0, 1), factor=100)

    (found,) = residuals_in("x,a,b,c\nl,2,3,66.6", relation, rounded=False)

    assert (found.fit, found.gap) == (Fit.COARSE, Fraction(-1, 15))


def test_parts_of_another_table_may_have_other_decimals() -> None:
    own, other = Sight(layout_of("x,a\nl,3")), Sight(layout_of("x,a\nl,3.00"))
    relation = Relation(Operator.EQUAL, Axis.LINES, 0, (0,), (0,), 20.0, others=(1,))

    (found,) = residuals(relation, own, [other])

    assert (found.fit, found.terms, found.fine) == (Fit.EXACT, 1, True)

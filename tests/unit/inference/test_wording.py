"""Why an inferred edit is believed, in words."""

from __future__ import annotations

import pytest

from statlint.inference import Axis, Operator, Relation
from statlint.inference.wording import basis_of
from statlint.values import Text


@pytest.mark.parametrize(
    ("axis", "held", "stated", "said"),
    [
        pytest.param(
            Axis.LINES, 7, 7, Text("表内 7 列均成立", "it holds in all 7 columns"), id="everywhere"
        ),
        pytest.param(
            Axis.LINES,
            6,
            7,
            Text("在其余 6 列均成立", "it holds in the other 6 columns"),
            id="everywhere else",
        ),
        pytest.param(
            Axis.HEADS,
            6,
            8,
            Text("8 行中有 6 行成立", "it holds on 6 of 8 lines"),
            id="in most places",
        ),
        pytest.param(
            Axis.HEADS, 1, 2, Text("在另一行成立", "it holds on the other line"), id="in the other"
        ),
        pytest.param(
            Axis.HEADS, 1, 3, Text("3 行中有 1 行成立", "it holds on 1 of 3 lines"), id="in one"
        ),
        pytest.param(Axis.HEADS, 0, 1, Text("", ""), id="nowhere else"),
    ],
)
def test_how_often_it_holds(axis: Axis, held: int, stated: int, said: Text) -> None:
    relation = Relation(Operator.SUM, axis, 0, (1, 2), (0, 1), 20.0)

    assert basis_of(relation, held=held, stated=stated) == said


def test_what_labels_and_other_tables_say() -> None:
    relation = Relation(Operator.SUM, Axis.LINES, 0, (1, 2), (0,), 20.0, named=True, tables=20)

    basis = basis_of(relation, held=3, stated=4)

    assert basis.zh == "在其余 3 列均成立，行名表明是合计，同一表式的 20 张表合并推断"
    assert basis.en == (
        "it holds in the other 3 columns; its label says that it is a total; "
        "inferred from 20 tables of one layout"
    )


def test_that_one_stroke_would_mend_it() -> None:
    relation = Relation(Operator.SUM, Axis.LINES, 0, (1, 2), (0,), 20.0, missed=(0,))

    assert basis_of(relation, held=0, stated=1, mended=True) == Text(
        "只差一个数位，像是录入之误", "one keystroke in one of the figures would mend it"
    )


@pytest.mark.parametrize(
    ("held", "lost", "said"),
    [
        pytest.param(
            19,
            1,
            Text(
                "在同一表式的其余 19 张表中均成立", "it holds in the other 19 tables of this layout"
            ),
            id="in all others",
        ),
        pytest.param(
            18,
            2,
            Text("同一表式的 20 张表中有 18 张成立", "it holds in 18 of 20 tables of this layout"),
            id="in most",
        ),
        pytest.param(
            57,
            3,
            Text("同一表式的 20 张表合并推断", "inferred from 20 tables of one layout"),
            id="at several places of each",
        ),
    ],
)
def test_in_how_many_tables_it_holds(held: int, lost: int, said: Text) -> None:
    relation = Relation(
        Operator.SUM, Axis.LINES, 0, (1, 2), (0,), 20.0, held=held, lost=lost, tables=20
    )

    assert basis_of(relation, held=0, stated=1) == said

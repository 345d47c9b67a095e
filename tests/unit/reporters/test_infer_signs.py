"""Parts of a relation are written with the signs that join them."""

from __future__ import annotations

import pytest

from statlint.inference import Axis, Operator, Relation
from statlint.reporters.infer_signs import signed_parts


@pytest.mark.parametrize(
    ("relation", "written"),
    [
        (
            Relation(Operator.SUM, Axis.HEADS, 9, (0, 1), (0,), 9.0, weights=(3, 1)),
            "3 × a + b",
        ),
        (
            Relation(Operator.SUM, Axis.HEADS, 9, (0, 1, 2), (0,), 9.0, less=1),
            "a + b − c",
        ),
        (
            Relation(Operator.DIVISION, Axis.HEADS, 9, (0, 0, 1), (0,), 9.0, below=2),
            "a ÷ (b + c)",
        ),
        (
            Relation(Operator.DIVISION, Axis.HEADS, 9, (0, 1, 0), (0,), 9.0, weights=(1, -1, 1)),
            "(a − b) ÷ c",
        ),
    ],
    ids=["points", "what is left", "of two", "without"],
)
def test_signs(relation: Relation, written: str) -> None:
    assert signed_parts(relation, "abc"[: len(relation.parts)]) == written

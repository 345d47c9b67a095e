"""Which rules run: by the beginning of a code, or by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.rule import AnyRule, Status
from statlint.rule.registry import load_rules
from statlint.rule.select import selected

ANY_RULE = load_rules()[0]


def named(code: str, name: str, status: Status = Status.STABLE) -> AnyRule:
    return replace(ANY_RULE, code=code, name=name, status=status)


RULES = [
    named("B101", "unbalanced-total"),
    named("B102", "unbalanced-flow"),
    named("D101", "not-a-figure"),
    named("S900", "odd-sheet", Status.PREVIEW),
    named("U900", "old-unit", Status.DEPRECATED),
]


@pytest.mark.parametrize(
    ("select", "ignore", "preview", "codes"),
    [
        pytest.param((), (), False, ["B101", "B102", "D101", "U900"], id="all but preview"),
        pytest.param((), (), True, ["B101", "B102", "D101", "S900", "U900"], id="with preview"),
        pytest.param(("B",), (), False, ["B101", "B102"], id="a family"),
        pytest.param(("b10",), (), False, ["B101", "B102"], id="small letters"),
        pytest.param(("B101", "D"), (), False, ["B101", "D101"], id="a code and a family"),
        pytest.param(("Unbalanced-Flow",), (), False, ["B102"], id="a name"),
        pytest.param(("unbalanced",), (), False, [], id="half a name"),
        pytest.param((), ("B",), False, ["D101", "U900"], id="without a family"),
        pytest.param(("B",), ("B102",), False, ["B101"], id="a family without one"),
        pytest.param(("S900",), (), False, [], id="preview is asked for, not selected"),
        pytest.param(("X",), (), False, [], id="a family that is not there"),
    ],
)
def test_selected(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preview: bool,  # noqa: FBT001
    codes: list[str],
) -> None:
    chosen = selected(RULES, select=select, ignore=ignore, preview=preview)

    assert [rule.code for rule in chosen] == codes

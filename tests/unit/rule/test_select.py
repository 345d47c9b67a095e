"""Which rules run, and how bad their findings are: by the beginning of a code, or by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.finding import Severity
from statlint.rule import AnyRule, Status
from statlint.rule.registry import load_rules
from statlint.rule.select import left_out, selected, severity_of

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


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "codes"),
    [
        pytest.param(("D",), ("B101",), (), ["B101", "D101"], id="beside those selected"),
        pytest.param((), ("B101",), (), ["B101", "B102", "D101", "U900"], id="beside the usual"),
        pytest.param(
            (), ("B101",), ("B",), ["B101", "D101", "U900"], id="one of a family left out"
        ),
        pytest.param((), ("unbalanced-total",), ("B10",), ["B101", "D101", "U900"], id="by name"),
        pytest.param((), ("B101",), ("B101",), ["B102", "D101", "U900"], id="both: left out"),
        pytest.param(
            (), ("B",), ("unbalanced-total",), ["B102", "D101", "U900"], id="a name counts"
        ),
        pytest.param(("B",), ("D",), ("B1",), ["D101"], id="all of a family left out"),
        pytest.param(("B101",), (), ("B",), ["B101"], id="selected more exactly"),
        pytest.param((), ("S900",), (), ["B101", "B102", "D101", "U900"], id="preview stays out"),
    ],
)
def test_the_longer_word_counts(
    select: tuple[str, ...], extend: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    chosen = selected(RULES, select=select, extend=extend, ignore=ignore)

    assert [rule.code for rule in chosen] == codes


def test_a_family_is_not_that_of_a_third_party() -> None:
    rules = [named("B101", "ours"), named("BJ101", "theirs")]

    assert [rule.code for rule in selected(rules, select=["B"])] == ["B101"]
    assert [rule.code for rule in selected(rules, select=["bj"])] == ["BJ101"]
    assert [rule.code for rule in left_out(rules, ["BJ1"])] == ["B101"]


def test_left_out() -> None:
    left = left_out(RULES, ["B102", "old-unit", "S"])

    assert [rule.code for rule in left] == ["B101", "D101"]


@pytest.mark.parametrize(
    ("severities", "severity"),
    [
        pytest.param((), None, id="nothing said"),
        pytest.param((("D", "error"),), None, id="of others"),
        pytest.param((("B", "error"),), "error", id="of its family"),
        pytest.param((("b10", "error"),), "error", id="small letters"),
        pytest.param((("B101", "information"), ("B", "error")), "information", id="the longer"),
        pytest.param((("unbalanced-total", "warning"), ("B", "error")), "warning", id="its name"),
        pytest.param(
            (("B101", "error"), ("unbalanced-total", "warning")), "warning", id="the last"
        ),
    ],
)
def test_severity_of(severities: tuple[tuple[str, str], ...], severity: str | None) -> None:
    told = tuple((word, Severity(one)) for word, one in severities)

    assert severity_of("B101", "unbalanced-total", told) == severity

"""Edits evaluated on cells: every function and operator, blanks, marks and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.confront import Instance, Verdict
from statlint.finding import Reason
from statlint.values import Number
from tables import confrontation_of, form_of, table_of

LETTERS = "abcd"
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.NOT_CHECKED


def confronted(rule: str, cells: str, *, kind: str = "count", rounded: bool = False) -> Instance:
    """Confront one edit with lines a, b, c and d under one head; cells are parted by spaces."""
    form = form_of(
        table_of(
            [f"{letter} line {letter}" for letter in LETTERS],
            ["x figures"],
            {"rule": rule, "per": "head"},
            kind=kind,
            rounded=rounded,
        )
    )
    written = zip(LETTERS, cells.split(" "), strict=True)
    grid = "lines,figures\n" + "\n".join(f"line {letter},{cell}" for letter, cell in written)
    (instance,) = confrontation_of(form, grid).instances
    return instance


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("a + b = 0", 5),
        ("a - b = 0", -1),
        ("a * b = 0", 6),
        ("a / b = 0", Decimal("0.666667")),
        ("d / c = 0", 2),
        ("-a = 0", -2),
        ("a - (b - c) = 0", 4),
        ("sum(a:d) = 0", 20),
        ("sum(a, c:d) = 0", 17),
        ("mean(a:d) = 0", 5),
        ("mean(a:c) = 0", Decimal("3.333333")),
        ("min(a:d) = 0", 2),
        ("min(d, b) = 0", 3),
        ("max(a:d) = 0", 10),
        ("max(a, b) = 0", 3),
        ("abs(a - d) = 0", 8),
        ("abs(d - a) = 0", 8),
        ("count(a > 1, b > 5, c = 5) = 0", 2),
        ("0.5 * d = 0", Decimal("5.0")),
    ],
)
def test_every_operation_is_reckoned_exactly(rule: str, left: Number) -> None:
    instance = confronted(rule, "2 3 5 10")

    assert (instance.verdict, instance.left, instance.right) == (FAILS, left, 0)


def test_decimals_are_those_written() -> None:
    instance = confronted("decimals(a) + decimals(b) = 0", "18.8710 3 0 0", kind="amount")

    assert instance.left == 4


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        ("a = 2", HOLDS),
        ("a != 2", FAILS),
        ("a <= 2", HOLDS),
        ("a < 2", FAILS),
        ("a >= 2", HOLDS),
        ("a > 2", FAILS),
        ("a = 2 and b = 3", HOLDS),
        ("a = 2 and b = 4", FAILS),
        ("a = 1 or b = 3", HOLDS),
        ("a = 1 or b = 4", FAILS),
        ("not a = 1", HOLDS),
        ("not a = 2", FAILS),
        ("if a = 2 then b = 3", HOLDS),
        ("if a = 2 then b = 4", FAILS),
        ("if a = 1 then b = 4", HOLDS),
        ("a = 2 iff b = 3", HOLDS),
        ("a = 1 iff b = 4", HOLDS),
        ("a = 2 iff b = 4", FAILS),
        ("a = 1 iff b = 3", FAILS),
    ],
)
def test_every_condition_is_judged(rule: str, verdict: Verdict) -> None:
    assert confronted(rule, "2 3 5 10").verdict is verdict


@pytest.mark.parametrize(
    ("rule", "cells", "expected"),
    [
        pytest.param("a + b + c = d", "1 2 — 3", (HOLDS, None), id="holds with a mark as 0"),
        pytest.param("a + b + c = d", "1 2  3", (HOLDS, None), id="holds with a blank as 0"),
        pytest.param(
            "a + b + c = d", "1 2  4", (OPEN, Reason.BLANK_PARTS), id="a blank may fill it"
        ),
        pytest.param("a + b + c = d", "1 2  2", (FAILS, None), id="the known parts break it"),
        pytest.param("a + b + c = d", "   ", (OPEN, Reason.BLANK_PARTS), id="everything is blank"),
        pytest.param("a + b + c = d", "1 2 3 ", (OPEN, Reason.BLANK_PARTS), id="a blank total"),
        pytest.param("a + b + c = d", "0 0 0 ", (HOLDS, None), id="a blank total of nothing"),
        pytest.param(
            "a + b = d", "1 约2 0 3", (OPEN, Reason.UNREADABLE_PARTS), id="a part is unsure"
        ),
        pytest.param("a + b = d", "4 约2 0 3", (FAILS, None), id="the other part breaks it"),
        pytest.param(
            "a + b = d", " 约2 0 3", (OPEN, Reason.UNREADABLE_PARTS), id="blank and unsure"
        ),
        pytest.param(
            "a + b = d", "3 约2 0 3", (OPEN, Reason.UNREADABLE_PARTS), id="right but unsure"
        ),
        pytest.param("a <= b", " 3 0 0", (HOLDS, None), id="a blank part"),
        pytest.param("a <= b", "3  0 0", (OPEN, Reason.BLANK_PARTS), id="a blank whole"),
        pytest.param("max(a:c) <= d", "1  2 3", (HOLDS, None), id="the largest, one blank"),
        pytest.param("max(a:c) <= d", "1  4 3", (FAILS, None), id="one is too large"),
        pytest.param(
            "min(a:c) >= d", "5  6 3", (OPEN, Reason.BLANK_PARTS), id="the smallest is blank"
        ),
        pytest.param("min(a:c) >= d", "5  2 3", (FAILS, None), id="one is too small"),
        pytest.param("abs(a - b) <= d", "1  0 3", (HOLDS, None), id="a difference with a blank"),
        pytest.param("count(a > 0, b > 0) = 1", "1  0 0", (HOLDS, None), id="counted with a blank"),
        pytest.param("count(a > 0, b > 0) = 0", "1  0 0", (FAILS, None), id="one is enough"),
        pytest.param(
            "decimals(a) = 0", " 0 0 0", (OPEN, Reason.BLANK_PARTS), id="decimals of a blank"
        ),
        pytest.param(
            "decimals(a) = 0", "约1 0 0 0", (OPEN, Reason.UNREADABLE_PARTS), id="decimals of words"
        ),
        pytest.param("100 * a / b = c", "1 0 7 0", (FAILS, None), id="a share of nothing"),
        pytest.param("100 * a / b = c", "1 0 0 0", (HOLDS, None), id="no share of nothing"),
        pytest.param("100 * a / b = c", "1 — 7 0", (FAILS, None), id="a mark for the whole"),
        pytest.param(
            "100 * a / b = c", "1  7 0", (OPEN, Reason.BLANK_PARTS), id="the whole is blank"
        ),
        pytest.param(
            "100 * a / b = c + d", "1 0 7 0", (OPEN, Reason.DIVISION_BY_ZERO), id="no single share"
        ),
        pytest.param("100 * a / b = c", "0 0 0 0", (HOLDS, None), id="nothing of nothing"),
        pytest.param("100 * a / b = c", "0 0 — 0", (HOLDS, None), id="nothing of nothing, marked"),
        pytest.param("100 * a / b = c", "   0", (OPEN, Reason.BLANK_PARTS), id="a share all blank"),
        pytest.param(
            "if b > 0 then 100 * a / b = c", "5 0 7 0", (HOLDS, None), id="guarded by a condition"
        ),
        pytest.param("b = 0 or 100 * a / b = c", "5 0 7 0", (HOLDS, None), id="guarded by or"),
        pytest.param(
            "not (b != 0 and 100 * a / b = c)", "5 0 7 0", (HOLDS, None), id="guarded by and"
        ),
    ],
)
def test_blanks_and_what_cannot_be_read(
    rule: str, cells: str, expected: tuple[Verdict, Reason | None]
) -> None:
    instance = confronted(rule, cells)

    assert (instance.verdict, instance.reason) == expected


def test_a_blank_change_may_be_negative() -> None:
    assert confronted("a + b = 0", "4  0 0", kind="change").verdict is OPEN
    assert confronted("a + b = 0", "4  0 0").verdict is FAILS


@pytest.mark.parametrize(
    ("rule", "cells", "verdict"),
    [
        pytest.param("a + b = c", "1.2 1.2 2.5 0", HOLDS, id="rounding explains the gap"),
        pytest.param("a + b = c", "1.2 1.2 2.6 0", FAILS, id="rounding cannot explain the gap"),
        pytest.param("a < b", "3.4 3.5 0 0", HOLDS, id="rounding leaves it open"),
        pytest.param("a < b", "3.5 3.5 0 0", HOLDS, id="rounding may turn it round"),
        pytest.param("a < b", "3.6 3.5 0 0", FAILS, id="larger however they were rounded"),
        pytest.param("a != b", "3.5 3.5 0 0", HOLDS, id="they may differ"),
        pytest.param("not a = b", "3.5 3.5 0 0", HOLDS, id="they need not be the same"),
        pytest.param("if a >= b then c = 1", "3.5 3.5 2 0", HOLDS, id="it may not apply"),
        pytest.param("if a >= b then c = 1", "3.9 3.5 2 0", FAILS, id="it applies"),
        pytest.param("a / b = c", "1.0 0.3 3.6 0", HOLDS, id="a quotient of rounded figures"),
        pytest.param("a / b = c", "1.0 0.3 9.9 0", FAILS, id="a quotient far off"),
    ],
)
def test_rounded_figures(rule: str, cells: str, verdict: Verdict) -> None:
    assert confronted(rule, cells, kind="amount", rounded=True).verdict is verdict


def test_a_blank_among_rounded_figures_stays_open() -> None:
    instance = confronted("a + b = c", "1.2  2.5 0", kind="amount", rounded=True)

    assert (instance.verdict, instance.reason) == (OPEN, Reason.BLANK_PARTS)


def test_long_figures_are_not_rounded() -> None:
    long = "12345678901234567890.1234567890123456789"
    instance = confronted("a = b", f"{long}1 {long}0 0 0", kind="amount")

    assert (instance.verdict, instance.difference) == (FAILS, Decimal("1E-20"))


def test_a_quotient_of_many_digits_can_be_shown() -> None:
    instance = confronted("a / b = c", f"{10**40} 7 1 0")

    assert instance.left == Decimal(f"{round(Fraction(10**46, 7))}E-6")


RULES = (
    "a + b = c",
    "a + b + c = d",
    "a - b <= c",
    "max(a:c) <= d",
    "min(a:b) < c",
    "abs(a - b) >= c",
    "if a > 0 then b > 0",
    "a = 0 iff b = 0",
    "a > 0 and b > 0 or c = d",
    "count(a > 0, b > 0, c > 0) <= d",
    "2 * a != b + 1",
)


def verdict_of(rule: str, cells: Mapping[str, str]) -> Verdict:
    return confronted(rule, " ".join(cells[letter] for letter in LETTERS)).verdict


@given(
    st.sampled_from(RULES), st.lists(st.sampled_from(["", "0", "1", "2"]), min_size=4, max_size=4)
)
def test_a_verdict_on_blanks_agrees_with_every_small_figure(rule: str, cells: list[str]) -> None:
    written = dict(zip(LETTERS, cells, strict=True))
    blanks = [letter for letter in LETTERS if not written[letter]]
    outcomes = {
        verdict_of(rule, written | dict(zip(blanks, figures, strict=True)))
        for figures in product("013", repeat=len(blanks))
    }
    found = verdict_of(rule, written)

    assert found is not FAILS or outcomes == {FAILS}
    assert found is not HOLDS or HOLDS in outcomes

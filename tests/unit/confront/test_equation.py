"""Edits that only add, reckoned in whole numbers: as the evaluator of all edits reckons them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.confront import Instance
from statlint.confront.equation import equation_of
from statlint.confront.verdict import decide
from tables import confrontation_of, form_of, table_of

LETTERS = "abcde"
KINDS = ("count", "amount", "change", "score", "share")

terms = st.sampled_from([*LETTERS, "sum(a:c)", "sum(b:e)", "sum(d, a, d)", "(a - b)", "7"])
steps = st.lists(st.tuples(st.sampled_from("+-"), terms), max_size=3)
sums = st.tuples(st.sampled_from(LETTERS), steps).map(
    lambda sides: " ".join([sides[0], *(f"{sign} {term}" for sign, term in sides[1])])
)
figures = st.decimals(-99, 99, places=2).map(str) | st.integers(-99, 99).map(str)
cells = st.one_of(figures, figures, st.sampled_from(["", "0", "-0.0", "0.00", "x1", "..", "1.50"]))


def confronted(
    rule: str, written: list[str], kind: str, *, rounded: bool, gap: bool
) -> list[Instance]:
    """Confront an edit with lines a to e under one head; with a gap line c is not there."""
    form = form_of(
        table_of(
            [f"{letter} line {letter}" for letter in LETTERS],
            ["x figures"],
            {"rule": rule, "per": "head"},
            kind=kind,
            rounded=rounded,
        )
    )
    lines = [
        f"line {letter},{cell}"
        for letter, cell in zip(LETTERS, written, strict=True)
        if not (gap and letter == "c")
    ]
    return list(confrontation_of(form, "\n".join(["lines,figures", *lines])).instances)


@given(
    left=sums,
    right=sums,
    written=st.lists(cells, min_size=5, max_size=5),
    kind=st.sampled_from(KINDS),
    rounded=st.booleans(),
    gap=st.booleans(),
)
def test_whole_numbers_agree_with_the_evaluator(
    *, left: str, right: str, written: list[str], kind: str, rounded: bool, gap: bool
) -> None:
    for one in confronted(f"{left} = {right}", written, kind, rounded=rounded, gap=gap):
        assert one.scene is not None
        found = one.scene.facts(one.edit.condition)

        due = decide(one.edit, one.scene, found)

        assert (one.verdict, one.reason) == (due.verdict, due.reason)
        assert (str(one.left), str(one.right)) == (str(due.left), str(due.right))


@pytest.mark.parametrize(
    ("rule", "signs", "constants"),
    [
        pytest.param("a + b = c", (1, 1, -1), (0, 0), id="a sum"),
        pytest.param("c = sum(a:b)", (1, -1, -1), (0, 0), id="a range, the total first"),
        pytest.param("a - (b - c) = 2", (1, -1, 1), (0, 2), id="a difference of a difference"),
        pytest.param("a + 3 = b - 1", (1, -1), (3, -1), id="constants on both sides"),
        pytest.param("-a = b", (-1, -1), (0, 0), id="turned round"),
    ],
)
def test_what_an_equation_adds(
    rule: str, signs: tuple[int, ...], constants: tuple[int, int]
) -> None:
    (one,) = confronted(rule, ["1", "2", "3", "4", "5"], "count", rounded=False, gap=False)
    assert one.scene is not None

    found = equation_of(one.edit, one.scene.expand)

    assert found is not None
    assert (found.signs, found.constants) == (signs, constants)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("a + b <= c", id="no equation"),
        pytest.param("if a > 0 then b = c", id="a condition"),
        pytest.param("a + 2 * b = c", id="weighted cells"),
        pytest.param("mean(a:b) = c", id="a mean"),
        pytest.param("a / b = c", id="a quotient"),
        pytest.param("a + 0.5 = c", id="a constant with decimals"),
    ],
)
def test_what_is_no_equation_of_plain_sums(rule: str) -> None:
    (one,) = confronted(rule, ["1", "2", "3", "4", "5"], "count", rounded=False, gap=False)
    assert one.scene is not None

    assert equation_of(one.edit, one.scene.expand) is None

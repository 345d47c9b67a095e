"""The imprints of tables that are laid out as another."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from statlint.history.imprint import imprints_of
from statlint.history.imprint_alike import alike_imprint
from tables import facts_of, filled_of, form_of, table_of

FORM = form_of(table_of(["a A", "b B", "c% C"], ["x X", "y Y"]))
NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12), st.decimals(-1000, 1000, places=2), st.sampled_from([0, 1, 7])
)


def grid(figures: list[int | Decimal]) -> str:
    lines = zip("ABC", figures[::2], figures[1::2], strict=True)
    return "T,X,Y\n" + "\n".join(f"{label},{one},{other}" for label, one, other in lines)


@given(st.lists(NUMBERS, min_size=6, max_size=6), st.lists(NUMBERS, min_size=6, max_size=6))
def test_an_imprint_is_that_of_the_table_itself(
    first: list[int | Decimal], other: list[int | Decimal]
) -> None:
    alike = alike_imprint(FORM.id, facts_of(FORM, grid(first)))
    facts = facts_of(FORM, grid(other))
    numbers: dict[tuple[str, ...], int | Decimal] = {
        cell: figure.value for cell, fact in facts.by_place.items() if (figure := fact.figure)
    }
    (expected,) = imprints_of(filled_of(FORM, grid(other)), [facts])

    assert alike is not None
    assert alike.of(numbers) == expected


def test_one_figure_makes_a_row() -> None:
    form = form_of(table_of(["a A"], ["x X"]))
    alike = alike_imprint(form.id, facts_of(form, "T,X\nA,5"))
    (expected,) = imprints_of(filled_of(form, "T,X\nA,9"), [facts_of(form, "T,X\nA,9")])

    assert alike is not None
    assert alike.of({("a", "x"): 9}) == expected


def test_a_table_without_figures_has_none() -> None:
    form = form_of(table_of(["a A"], ["x X"]))

    assert alike_imprint(form.id, facts_of(form, "T,X\nA,")) is None

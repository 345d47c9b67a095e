"""Sums that leave figures out: what totals beside them prove, and what proves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from small_books import Stated, formulas_of, sheet_with
from statlint.formula.short import short_sums
from statlint.values import CellRef

LABELS = {"A1": "单位", "A2": "甲", "A3": "乙", "A4": "丙", "A5": "丁", "A6": "合计"}


def book(
    totals: Mapping[str, str], figures: Mapping[str, int | str] | None = None
) -> dict[str, Stated]:
    """Make a table of four units with figures 1, 2, 3, 4 in each column that has a total."""
    cells: dict[str, Stated] = dict(LABELS)
    for at, formula in totals.items():
        column = at.rstrip("0123456789")
        cells |= {f"{column}1": f"{column}季"} | {f"{column}{row}": row - 1 for row in range(2, 6)}
        cells[at] = (formula, 6)
    return cells | dict(figures or {})


def told(cells: dict[str, Stated]) -> list[str]:
    """Tell the sums that leave cells out: where, which, whether others prove it."""
    return [
        f"{one.strip.sum.ref} {','.join(map(str, one.places))}{' proven' if one.proven else ''}"
        for one in short_sums(formulas_of(sheet_with(cells)))
    ]


WHOLE = {"B6": "=SUM(B2:B5)", "C6": "=SUM(C2:C5)"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(book(WHOLE), [], id="all are right"),
        pytest.param(book({**WHOLE, "D6": "=SUM(D2:D4)"}), ["D6 5 proven"], id="one of three"),
        pytest.param(
            book({"B6": "=SUM(B2:B4)", "D6": "=SUM(D2:D5)", "C6": "=SUM(C2:C5)"}),
            ["B6 5 proven"],
            id="the first of three",
        ),
        pytest.param(
            book({**WHOLE, "D6": "=SUM(D2:D4)"}, {"D5": "另计"}), [], id="a text is left out"
        ),
        pytest.param(
            book({"B6": "=SUM(B2:B5)", "C6": "=SUM(C3:C5)"}), ["C6 2"], id="one against one"
        ),
        pytest.param(
            book({**WHOLE, "D6": "=SUM(D2:D3)", "E6": "=SUM(E2:E3)"}, {"D4": "", "E4": ""}),
            [],
            id="two against two with a blank line between",
        ),
        pytest.param(book({**WHOLE, "D6": "=SUM(D3:D6)"}), [], id="one that counts itself"),
        pytest.param(
            book({"B6": "=SUM(B3:B5)", "C6": "=SUM(C3:C5)", "D6": "=SUM(D2:D4)"}),
            ["B6 2", "C6 2", "D6 5"],
            id="one that counts another line",
        ),
        pytest.param(book({**WHOLE, "F6": "=SUM(F2:F4)"}), ["F6 5"], id="too far from the others"),
    ],
)
def test_sums_that_leave_figures_out(cells: dict[str, Stated], expected: list[str]) -> None:
    assert told(cells) == expected


def test_what_a_form_states_is_left_to_the_form() -> None:
    formulas = formulas_of(sheet_with(book({**WHOLE, "D6": "=SUM(D2:D4)"})))

    assert short_sums(replace(formulas, stated=frozenset({("Sheet1", CellRef(6, 4))}))) == ()


def test_what_is_left_out_is_added_up() -> None:
    (one,) = short_sums(formulas_of(sheet_with(book({**WHOLE, "D6": "=SUM(D2:D4)"}))))

    assert (one.counted, one.left_out, one.whole) == (6, 4, 10)


@pytest.mark.parametrize(
    ("columns", "expected"), [("B", ["B10 5"]), ("BC", [])], ids=["one total", "both totals"]
)
def test_a_line_that_all_totals_skip_is_meant(columns: str, expected: list[str]) -> None:
    cells: dict[str, Stated] = {"A1": "单位", "B1": "一季", "C1": "二季", "A10": "合计"}
    cells |= {f"A{row}": f"单位{row}" for row in range(2, 10)}
    for column in columns:
        cells |= {f"{column}{row}": row for row in range(2, 10)}
        cells[f"{column}10"] = (f"=SUM({column}2:{column}4,{column}6:{column}9)", 39)

    assert told(cells) == expected

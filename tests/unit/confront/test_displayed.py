"""Stored figures count first, then what their number formats display."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.confront import Instance, Slack, Verdict, confront
from statlint.facts import read_facts
from statlint.grid import Grid, spread
from statlint.values import CellRef, Number
from statlint.workbook import Cell, CellKind, Sheet
from tables import Entry, filled_of, form_of, table_of

HOLDS, FAILS = Verdict.HOLDS, Verdict.FAILS
RATE = {"rule": "rate = 100 * closed / received", "per": "line"}


def grid_of(rate: Number, number_format: str | None, closed: int = 78) -> Grid:
    """Make a sheet with one rate as a workbook stores it."""
    texts = ["Cases", "Closed", "Received", "Rate"]
    cells = [Cell(CellRef(1, at), CellKind.TEXT, text) for at, text in enumerate(texts, 1)]
    cells.append(Cell(CellRef(2, 1), CellKind.TEXT, "All"))
    for at, number in enumerate((closed, 79), 2):
        cells.append(Cell(CellRef(2, at), CellKind.NUMBER, str(number), number))
    cells.append(Cell(CellRef(2, 4), CellKind.NUMBER, str(rate), rate, number_format))
    return spread(Sheet("Sheet1", tuple(cells)))


def rated(rate: Number, number_format: str | None, *, kind: str = "share") -> Instance:
    rate_head = {"key": "rate", "label": "Rate", "kind": kind}
    heads: list[str | Entry] = ["closed Closed", "received Received", rate_head]
    filled = filled_of(form_of(table_of(["all All"], heads, RATE)), grid_of(rate, number_format))
    (instance,) = confront(filled, [read_facts(table) for table in filled.tables]).instances
    return instance


@pytest.mark.parametrize(
    ("rate", "number_format", "expected"),
    [
        pytest.param(Decimal("0.987"), "0.0%", HOLDS, id="typed as it is shown"),
        pytest.param(Decimal("98.7"), None, HOLDS, id="a plain figure"),
        pytest.param(Decimal("98.7"), "0.0", HOLDS, id="with one decimal"),
        pytest.param(Decimal("0.98734"), "0.0%", HOLDS, id="stored closer than shown"),
        pytest.param(Decimal("0.98737"), "0.0%", HOLDS, id="stored wrong, shown right"),
        pytest.param(Decimal("98.69"), "0.0", HOLDS, id="stored wrong, shown right without a sign"),
        pytest.param(Decimal("98.76"), "0.0", FAILS, id="wrong stored and shown"),
        pytest.param(Decimal("98.69"), None, FAILS, id="nothing says that it is shown rounder"),
        pytest.param(Decimal("0.99"), "0.0%", FAILS, id="the zero that is shown counts"),
        pytest.param(Decimal("0.99"), "0%", HOLDS, id="shown without decimals"),
        pytest.param(Decimal("0.987341772151899"), "0.0%", HOLDS, id="a computed quotient"),
        pytest.param(Decimal("0.987341772151899"), "0.00%", HOLDS, id="the same, two decimals"),
    ],
)
def test_a_share_of_a_workbook(rate: Number, number_format: str | None, expected: Verdict) -> None:
    assert rated(rate, number_format).verdict is expected


def test_what_is_stated_is_rounded_whatever_its_kind() -> None:
    assert rated(Decimal("98.7"), None, kind="score").verdict is HOLDS


def test_what_is_cut_off_is_told_by_the_displayed_digits() -> None:
    instance = rated(Decimal("0.9868"), "0%")

    assert (instance.verdict, instance.slack) == (HOLDS, Slack.NONE)
    assert rated(Decimal("0.98"), "0%").slack is Slack.TRUNCATED
    assert instance.target is not None
    assert instance.target.text == "99%"

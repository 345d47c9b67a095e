"""Findings as rules make them, in short."""

from __future__ import annotations

from dataclasses import replace

from statlint.finding import Finding, Nature, Severity
from statlint.values import CellRef

FOUND = Finding(
    code="B101",
    name="unbalanced-total",
    severity=Severity.ERROR,
    nature=Nature.MANDATORY,
    level=1,
    path="2024/town.csv",
    sheet=None,
    cell=CellRef(4, 2),
    message="Total differs",
    advice="Mend it",
    table="t1",
    line="Total",
    head="2024",
    left="33",
    right="32",
    difference="1",
    value="33",
)


def found(value: str, **more: object) -> Finding:
    """Give a finding of a total with a figure of its own."""
    return replace(FOUND, value=value, left=value, **more)  # type: ignore[arg-type]  # by name

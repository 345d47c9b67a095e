"""Findings of a file marked with their cause, and open checks with the one that they wait for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from statlint.confront import Instance, Verdict
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.finding import Finding, NotChecked, Severity
from statlint.rule.frame import frame_with_suspects

if TYPE_CHECKING:
    from statlint.run.told import Told

_Spoilt: TypeAlias = Mapping[tuple[str | None, object], tuple[int, bool]]
"""Cells with the number of the cause that spoilt them, and whether they hold a figure."""
_Key: TypeAlias = tuple[str, str | None, object]
"""An edit with the sheet and cell that it states."""


def with_causes(findings: Sequence[Finding], causes: Sequence[Told]) -> list[Finding]:
    """Mark the findings of a file with the number of their cause.

    What a formula says of a total belongs to the edit that fails there. Where that edit was left to
    the formula, only a cause that names the total says as much as the formula does. A finding
    alone, of which nothing more is known, needs no mark.
    """
    cause_of = {
        _place(instance): number
        for number, cause in enumerate(causes)
        for instance in cause.instances
        if instance.target is None or instance.target.path is None
    }
    by_edit = [
        cause_of.get((found.edit.id, found.sheet, found.cell)) if found.edit else None
        for found in findings
    ]
    at_total = _at_totals(cause_of, {one for one in by_edit if one is not None}, causes)
    marks = [
        at_total.get((found.sheet, found.cell))
        if found.edit is None and found.left is not None
        else mark
        for found, mark in zip(findings, by_edit, strict=True)
    ]
    spoilt: dict[tuple[str | None, object], tuple[int, bool]] = {
        (fact.sheet, fact.cell): (number, fact.figure is not None)
        for number, cause in enumerate(causes)
        for fact in cause.spoilt
    }
    marks = [
        _of_a_cell(found, spoilt) if mark is None else mark
        for found, mark in zip(findings, marks, strict=True)
    ]
    count = Counter(marks)
    totals = {_place(one): one.target for cause in causes for one in cause.instances}
    return [
        _marked(found, mark, causes[mark], totals)
        if mark is not None and (count[mark] > 1 or causes[mark].message)
        else found
        for found, mark in zip(findings, marks, strict=True)
    ]


def _of_a_cell(found: Finding, spoilt: _Spoilt) -> int | None:
    """Give the cause that spoilt the cell which a finding is of, and of no other.

    How a figure is written, which is information, has nothing to do with what it says.
    """
    number, has_figure = spoilt.get((found.sheet, found.cell), (None, False))
    alone = found.left is None and not found.related
    said_of_figure = has_figure and found.severity is Severity.INFORMATION
    return number if alone and not said_of_figure else None


def _marked(found: Finding, mark: int, cause: Told, totals: Mapping[_Key, Fact | None]) -> Finding:
    """Give a finding the number of its cause, and show what may be wrong beside what failed."""
    place = found.sheet, found.cell
    total = totals.get((found.edit.id, *place)) if found.edit else None
    if total is None:
        total = next((one for one in cause.suspects if (one.sheet, one.cell) == place), None)
    frame = frame_with_suspects(total, cause.suspects) if total and cause.suspects else None
    return replace(found, diagnosis=str(mark), frame=frame or found.frame)


def _at_totals(
    cause_of: Mapping[_Key, int], told: set[int], causes: Sequence[Told]
) -> dict[tuple[str | None, object], int]:
    """Give the totals whose causes may be told of formulas: told of an edit too, or naming them."""
    named = {
        (number, cell.sheet, cell.cell)
        for number, cause in enumerate(causes)
        for one in cause.alternatives
        for cell in one.cells
    }
    return {
        (sheet, cell): number
        for (_, sheet, cell), number in cause_of.items()
        if number in told or (number, sheet, cell) in named
    }


def _place(instance: Instance) -> _Key:
    target = instance.target
    return instance.edit.id, target.sheet if target else None, target.cell if target else None


def waiting_for(checks: Sequence[NotChecked], causes: Sequence[Told]) -> Iterator[NotChecked]:
    """Mark the open checks of a file with the number of the cause that they wait for, if any."""
    waiting = {
        (one.edit.id, one.target.sheet, one.target.cell): str(number)
        for number, cause in enumerate(causes)
        for one in cause.instances
        if one.verdict is Verdict.NOT_CHECKED and one.target is not None
    }
    for one in checks:
        told = waiting.get((one.edit, one.sheet, one.cell)) if one.cell else None
        yield replace(one, diagnosis=told) if told else one

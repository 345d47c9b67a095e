"""Checks that could not be decided for a cause that was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from statlint.confront import Verdict
from statlint.finding import Finding, NotChecked

if TYPE_CHECKING:
    from statlint.run.one import FileResult
    from statlint.run.told import Told

_Ids: TypeAlias = Mapping[tuple[str, str | None], str | None]
"""The diagnoses of a run, by the path of a file and their number in it."""


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


def open_checks(
    results: Sequence[FileResult], before: Sequence[Finding], after: Sequence[Finding]
) -> Iterator[NotChecked]:
    """Go through the open checks of files, each with the diagnosis that it waits for, if any.

    `before` are the findings as their files numbered them, `after` the same as stamped.
    """
    ids: _Ids = {
        (found.path, found.diagnosis): stamped.diagnosis
        for found, stamped in zip(before, after, strict=True)
    }
    for result in results:
        for one in result.not_checked:
            if one.diagnosis is None:
                yield one
            else:
                yield replace(one, diagnosis=ids.get((result.file.path, one.diagnosis)))

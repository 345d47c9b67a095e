"""Checks that could not be decided for a cause that was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from statlint.confront import Verdict
from statlint.finding import Finding, NotChecked

if TYPE_CHECKING:
    from statlint.run.one import FileResult

_Ids: TypeAlias = Mapping[tuple[str, str | None], str | None]
"""The diagnoses of a run, by the path of a file and their number in it."""


def open_checks(
    results: Sequence[FileResult], before: Sequence[Finding], after: Sequence[Finding]
) -> Iterator[NotChecked]:
    """Go through the open checks of files, each with the diagnosis that it waits for, if any.

    `before` are the findings as their files numbered them, `after` the same as stamped.
    """
    ids = {
        (found.path, found.diagnosis): stamped.diagnosis
        for found, stamped in zip(before, after, strict=True)
    }
    for result in results:
        yield from _of_file(result, ids)


def _of_file(result: FileResult, ids: _Ids) -> Iterator[NotChecked]:
    waiting = {
        (one.edit.id, one.target.sheet, one.target.cell): ids.get((result.file.path, str(number)))
        for number, cause in enumerate(result.causes)
        for one in cause.instances
        if one.verdict is Verdict.NOT_CHECKED and one.target is not None
    }
    for one in result.not_checked:
        told = waiting.get((one.edit, one.sheet, one.cell)) if one.cell else None
        yield replace(one, diagnosis=told) if told else one

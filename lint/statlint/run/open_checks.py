"""Checks that could not be decided for a cause that was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from statlint.finding import Finding, NotChecked
from statlint.run.result import FileResult

_Ids: TypeAlias = Mapping[tuple[str, str | None], str | None]
"""The diagnoses of a run, by the path of a file and their number in it."""


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

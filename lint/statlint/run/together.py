"""Files that other files matter for: they wait, and are finished together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from statlint.facts import Referral, find_referrals
from statlint.run.one import Begun, crashed, finish
from statlint.run.result import FileResult

if TYPE_CHECKING:
    from statlint.inference import Understood

_MOST_CELLS = 1_000_000
"""Cells of files that may wait at once; with more, those that nothing but a like layout keeps
are finished, so that a run over a whole archive stays within bounds."""
MOST_BESIDE = 300_000
"""The same where files are held against others: of hundreds of a layout, more tell nothing new."""


@dataclass(slots=True, eq=False)
class Waiting:
    """Files whose own checks are done."""

    files: list[Begun] = field(default_factory=list)
    cells: int = 0
    most: int = _MOST_CELLS

    def add(self, begun: Begun, *, beside: int = 0) -> Iterator[FileResult]:
        """Let one more file wait; give those that need not wait longer.

        It keeps so many files `beside` it, which are taken for as large as itself.
        """
        self.files.append(begun)
        self.cells += (1 + beside) * sum(len(grid) for grid in begun.file.grids.values())
        if self.cells > self.most:
            done = [one for one in self.files if not one.filings]
            self.files = [one for one in self.files if one.filings]
            self.cells = 0
            yield from _finished(done, ())

    def finish(self) -> Iterator[FileResult]:
        """Hold the files of each folder against one another."""
        folders: dict[PurePath, list[Begun]] = {}
        alone = []
        for begun in self.files:
            if begun.filings:
                folders.setdefault(PurePath(begun.path).parent, []).append(begun)
            else:
                alone.append(begun)
        yield from _finished(alone, ())
        for beside in folders.values():
            yield from _referring(beside)


def _referring(beside: Sequence[Begun]) -> Iterator[FileResult]:
    """Finish files of one folder that refer to one another."""
    # As in the checks of one file: a defect of ours must not take the whole report along.
    try:
        referrals = find_referrals([filing for begun in beside for filing in begun.filings])
    except Exception as error:  # noqa: BLE001
        yield from (crashed(begun.file.opening, error) for begun in beside)
        return
    yield from _finished(beside, referrals)


def _finished(files: Sequence[Begun], referrals: Sequence[Referral]) -> Iterator[FileResult]:
    """Finish files; what tables without a form show is looked for in all of them together."""
    try:
        understood = _understood(files)
    except Exception as error:  # noqa: BLE001 - as above
        yield from (crashed(begun.file.opening, error) for begun in files)
        return
    for begun, own in zip(files, understood, strict=True):
        try:
            yield finish(begun, referrals, own)
        except Exception as error:  # noqa: BLE001 - as above
            yield crashed(begun.file.opening, error)


def _understood(files: Sequence[Begun]) -> Sequence[tuple[Understood, ...] | None]:
    """Understand all tables together; a single one by itself."""
    if sum(len(begun.layouts) for begun in files) <= 1:
        return [None] * len(files)
    from statlint.inference import understand_together

    return understand_together(
        [begun.layouts for begun in files], [begun.run.formulas for begun in files]
    )

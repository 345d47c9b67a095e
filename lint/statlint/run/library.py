"""The files that others are held against: each is read once, and only its figures are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from statlint.facts import Filing, without_cells
from statlint.finding import Reason
from statlint.history import Candidates, PassedOver, Relation
from statlint.run.one import FileResult, crashed
from statlint.run.read import Read, Work, read
from statlint.run.sources import Source, identity, open_source
from statlint.table.surroundings import period_of_path

if TYPE_CHECKING:
    from statlint.config.datasets import Place

_MOST_CELLS = 1_000_000
"""Cells of files that wait to be checked after they were read for others; with more of them, such
files are read a second time."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What is kept of one file: its forms, or why there are none."""

    path: str
    filings: tuple[Filing, ...] = ()
    reason: Reason | None = None


@dataclass(slots=True, eq=False)
class Library:
    """Files that were read, by what they are."""

    kept: dict[str, Kept] = field(default_factory=dict)
    waiting: dict[str, Read] = field(default_factory=dict)
    """Files that will be checked as well."""
    cells: int = 0
    crashes: list[FileResult] = field(default_factory=list)

    def read(
        self,
        key: str,
        source: Source,
        work: Work,
        place: Place | None = None,
        *,
        to_check: bool = False,
    ) -> None:
        """Read a file for others; one that is to be checked as well waits, if there is room."""
        opening = open_source(source, work.settings)
        try:
            file = read(opening, work, place)
            self.keep(key, file)
        except Exception as error:  # noqa: BLE001 - a defect of ours must not end the run
            self.kept[key] = Kept(opening.path, reason=Reason.NOT_READ_ELSEWHERE)
            self.crashes.append(crashed(opening, error))
            return
        if to_check:
            self.keep_to_check(key, file)

    def keep(self, key: str, file: Read) -> None:
        """Keep what others need of a file."""
        if key not in self.kept:
            self.kept[key] = kept_of(file)

    def keep_to_check(self, key: str, file: Read) -> None:
        """Let a file that was read for others wait until it is checked, if there is room."""
        cells = sum(len(grid) for grid in file.grids.values())
        if self.cells + cells <= _MOST_CELLS:
            self.cells += cells
            self.waiting[key] = file

    def take(self, key: str) -> Read | None:
        """Give a file that waits to be checked."""
        file = self.waiting.pop(key, None)
        if file is not None:
            self.cells -= sum(len(grid) for grid in file.grids.values())
        return file

    def release(self, keys: Iterable[str]) -> None:
        """Let go of files that nobody needs any more."""
        for key in keys:
            self.kept.pop(key, None)

    def candidates(
        self, earlier: Iterable[str], parts: Iterable[str], *, stated: bool = False
    ) -> Candidates:
        """Gather the forms of some files."""
        useless: list[PassedOver] = []
        found: dict[Relation, list[Filing]] = {Relation.PREVIOUS: [], Relation.PARTS: []}
        for relation, keys in ((Relation.PREVIOUS, earlier), (Relation.PARTS, parts)):
            for one in (self.kept[key] for key in keys):
                found[relation] += one.filings
                if one.reason is not None:
                    useless.append(PassedOver(one.path, relation, one.reason))
        return Candidates(found[Relation.PREVIOUS], found[Relation.PARTS], useless, stated=stated)


def kept_of(file: Read) -> Kept:
    """Take from a file what others need of it."""
    path = file.opening.path
    if file.opening.workbook is None:
        return Kept(path, reason=Reason.NOT_READ_ELSEWHERE)
    filings = tuple(without_cells(dated(one)) for one in file.filings)
    return Kept(path, filings, None if filings else Reason.NO_TABLE_ELSEWHERE)


def dated(filing: Filing) -> Filing:
    """Take the period of a form that says none from the path of its file."""
    if filing.filled.period is not None:
        return filing
    return replace(filing, filled=replace(filing.filled, period=period_of_path(filing.path)))


def library_of(sources: Iterable[Source], to_check: Iterable[str], work: Work) -> Library:
    """Read the files that a user named as earlier ones or as parts."""
    library = Library()
    due = set(to_check)
    for source in sources:
        key = identity(source)
        if key not in library.kept:
            library.read(key, source, work, to_check=key in due)
    return library

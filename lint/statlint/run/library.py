"""The files that others are held against: each is read once, and only its figures are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field, replace
from statlint.facts import Filing, Moulds, without_cells
from statlint.finding import Reason
from statlint.history import PassedOver, Relation
from statlint.history.card import Card, card_of
from statlint.history.choose import Candidates
from statlint.run.lists import ListsBeside
from statlint.run.names import Source, identity, name_of
from statlint.run.one import crashed
from statlint.run.packed import Packer
from statlint.run.read import Read, read
from statlint.run.result import FileResult
from statlint.run.sources import open_source
from statlint.run.work import Work
from statlint.table.surroundings import period_of_path
from statlint.workbook import Fault

if TYPE_CHECKING:
    from statlint.config.datasets import Place
    from statlint.tidy.find import Listed

_MOST_CELLS = 1_000_000
"""Cells of files that wait to be checked after they were read for others; with more of them, such
files are read a second time."""


_NOT_READ = Reason.NOT_READ_ELSEWHERE
_UNPACKED = 300
"""Files that are kept as they are, some 130 kB each; of more, each is packed into some 6 kB."""


_MOST_TOLD = 3
"""Parts that a list is not held against which are named one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What is kept of one file: its forms, or why there are none, and its long lists."""

    path: str
    cards: tuple[Card, ...] = ()
    reason: Reason | None = None
    lists: tuple[Listed, ...] = ()


@dataclass(slots=True, eq=False)
class Library:
    """Files that were read, by what they are; those in `named` are kept to the end."""

    named: frozenset[str] = frozenset()
    kept: dict[str, Kept] = field(default_factory=dict)
    waiting: dict[str, Read] = field(default_factory=dict)
    """Files that will be checked as well."""
    cells: int = 0
    packer: Packer = field(default_factory=Packer)
    moulds: Moulds = field(default_factory=Moulds)
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
            file = read(opening, work if to_check else _of_any_period(work), place)
            self.keep(key, file)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a defect of ours must not end the run
            self.kept[key] = Kept(opening.path, reason=_NOT_READ)
            self.crashes.append(crashed(opening, error))
            return
        if to_check:
            self.keep_to_check(key, file)

    def keep(self, key: str, file: Read) -> None:
        """Keep what others need of a file."""
        if key in self.kept:
            return
        opening = file.opening
        if opening.workbook is None:
            own = opening.fault is Fault.OWN_OUTPUT
            self.kept[key] = Kept(opening.path, reason=Reason.OWN_OUTPUT if own else _NOT_READ)
            return
        cards = tuple(self._card(dated(one)) for one in file.filings)
        without = Reason.LIST_ELSEWHERE if file.lists else Reason.NO_TABLE_ELSEWHERE
        reason = None if cards else without
        self.kept[key] = Kept(opening.path, cards, reason, file.lists)

    def _card(self, filing: Filing) -> Card:
        cast = self.moulds.cast(filing)
        if cast is not None:
            return card_of(cast)
        bare = without_cells(filing, self.packer.shared)
        if len(self.kept) < _UNPACKED:
            return card_of(bare)
        return card_of(bare, partial(self.packer.unpack, self.packer.pack(bare)))

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
            if key not in self.named:
                self.kept.pop(key, None)

    def lists(self, earlier: Iterable[str], parts: Iterable[str]) -> ListsBeside:
        """Gather the long lists of earlier files; say why others are of no use for a list."""
        found = [self.kept.get(key) or Kept(key, reason=_NOT_READ) for key in earlier]
        useless = [
            PassedOver(one.path, Relation.PREVIOUS, _no_list(one)) for one in found if not one.lists
        ]
        below = [self.kept[key].path for key in parts if key in self.kept]
        many = ("",) if len(below) > _MOST_TOLD else below
        useless += [PassedOver(path, Relation.PARTS, Reason.LIST_OF_PARTS) for path in many]
        return ListsBeside(tuple(one for kept in found for one in kept.lists), tuple(useless))

    def candidates(
        self,
        earlier: Iterable[str],
        parts: Iterable[str],
        *,
        stated: bool = False,
        before: Mapping[str, str] | None = None,
    ) -> Candidates:
        """Gather the forms of some files; `before` are earlier ones by the parts they are of."""
        useless: list[PassedOver] = []
        found: dict[Relation, list[Card]] = {Relation.PREVIOUS: [], Relation.PARTS: []}
        for relation, keys in ((Relation.PREVIOUS, earlier), (Relation.PARTS, parts)):
            # What is not there is one that statlint itself failed on.
            for one in (self.kept.get(key) or Kept(key, reason=_NOT_READ) for key in keys):
                found[relation] += one.cards
                if one.reason is not None:
                    useless.append(PassedOver(one.path, relation, one.reason))
        by_part = {
            self.kept[part].path: self.kept[key].cards
            for part, key in (before or {}).items()
            if part in self.kept and key in self.kept
        }
        return Candidates(
            found[Relation.PREVIOUS],
            found[Relation.PARTS],
            useless,
            stated=stated,
            before=by_part,
        )


def _no_list(kept: Kept) -> Reason:
    """Say why a file without a list is of no use for one."""
    return Reason.OTHER_LIST if kept.cards else kept.reason or Reason.OTHER_LIST


def _of_any_period(work: Work) -> Work:
    """Leave out the period that was asked for: it is that of the files that are checked."""
    return replace(work, settings=replace(work.settings, period=None))


def dated(filing: Filing) -> Filing:
    """Take the period of a form that says none from the path of its file."""
    if filing.filled.period is not None:
        return filing
    return replace(filing, filled=replace(filing.filled, period=period_of_path(filing.path)))


def library_of(sources: Iterable[Source], to_check: Iterable[str], work: Work) -> Library:
    """Read the files that a user named as earlier ones or as parts."""
    named = {identity(source): source for source in sources}
    library = Library(frozenset(named))
    due = set(to_check)
    for key, source in named.items():
        if key not in library.kept:
            library.read(key, source, work.of(name_of(source)), to_check=key in due)
    return library

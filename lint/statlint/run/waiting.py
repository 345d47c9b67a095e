"""Files that other files matter for: which of them wait, and which are finished together."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass, field
from statlint.typed import Generic, Protocol, TypeVar
from statlint.values.paths import folder_of

MOST_CELLS = 1_000_000
"""Cells of files that may wait at once; with more, those that nothing but a like layout keeps
are finished, so that a run over a whole archive stays within bounds."""
MOST_BESIDE = 300_000
"""The same where files are held against others: of hundreds of a layout, more tell nothing new."""


class Waiter(Protocol):
    """A file that waits."""

    @property
    def path(self) -> str:
        """Its path."""

    @property
    def cells(self) -> int:
        """How many cells it has."""

    @property
    def refers(self) -> bool:
        """Whether other files of its folder matter for its forms."""


_W = TypeVar("_W", bound=Waiter)


@dataclass(frozen=True, slots=True, eq=False)
class Group(Generic[_W]):
    """Files that are finished together; `refers` says that their forms may refer to one another."""

    files: tuple[_W, ...]
    refers: bool = False


@dataclass(slots=True, eq=False)
class Waiting(Generic[_W]):
    """Files whose own checks are done."""

    files: list[_W] = field(default_factory=list)
    cells: int = 0
    most: int = MOST_CELLS

    def add(self, file: _W, *, beside: int = 0) -> Iterator[Group[_W]]:
        """Let one more file wait; give those that need not wait longer.

        It keeps so many files `beside` it, which are taken for as large as itself.
        """
        self.files.append(file)
        self.cells += (1 + beside) * file.cells
        if self.cells > self.most:
            done = tuple(one for one in self.files if not one.refers)
            self.files = [one for one in self.files if one.refers]
            self.cells = 0
            yield Group(done)

    def finish(self) -> Iterator[Group[_W]]:
        """Give all that wait: those that refer to others folder by folder."""
        folders: dict[str, list[_W]] = {}
        alone = []
        for file in self.files:
            if file.refers:
                folders.setdefault(folder_of(file.path), []).append(file)
            else:
                alone.append(file)
        self.files = []
        yield Group(tuple(alone))
        for beside in folders.values():
            yield Group(tuple(beside), refers=True)

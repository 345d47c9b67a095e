"""A file of a run that waits for others, whether it was looked at in this run or is known."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.run.names import name_of
from statlint.run.steps import Step
from statlint.run.waiting import MOST_BESIDE, MOST_CELLS, Waiting
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.run.one import Begun


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A file that waits; `begun` is None where what is said of it is known from an earlier run.

    Of one that a worker has begun there are the packed `tables` that no form explains, or its
    `kin`: the steps of all files that it was checked with.
    """

    step: Step
    cells: int
    refers: bool
    begun: Begun | None = None
    tables: bytes | None = None
    kin: tuple[Step, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether it was looked at in this run."""
        return self.begun is not None or self.tables is not None or bool(self.kin)

    @property
    def path(self) -> str:
        """The path of the file."""
        return name_of(self.step.source)

    @property
    def beside(self) -> int:
        """How many files it is held against."""
        return len(self.step.needs.read) if self.step.needs else 0


def waiting_for(*, has_others: bool) -> Waiting[Held]:
    """Make room for the files that wait; less, where they are held against others."""
    return Waiting(most=MOST_BESIDE if has_others else MOST_CELLS)

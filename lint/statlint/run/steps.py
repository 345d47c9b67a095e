"""The order of a run: which files are read, and which are checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.config import Settings
from statlint.dataclass import dataclass
from statlint.run.names import Source, identity
from statlint.run.paths import expand_paths, spread
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.config.datasets import Place
    from statlint.run.needs import Needs


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """The files that a user named as earlier ones, and as parts."""

    previous: tuple[Source, ...] = ()
    parts: tuple[Source, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.previous or self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One file of a run, what it is by its path, and the others that it is held against.

    Not all are `checked`: some are read for others alone. `is_kept` says that others need it later;
    `released` are the files that nobody needs any more. `part_of` are the paths of those that it
    adds up to.
    """

    source: Source
    key: str
    checked: bool = True
    place: Place | None = None
    needs: Needs | None = None
    is_kept: bool = False
    released: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()


def named_beside(settings: Settings, previous: Iterable[Source], parts: Iterable[Source]) -> Beside:
    """Gather the files beside those that are checked; raises MissingPathError."""
    return Beside(
        (*spread(previous), *expand_paths(settings.previous)),
        (*spread(parts), *expand_paths(settings.parts)),
    )


def steps_of(sources: Sequence[Source], settings: Settings) -> tuple[Step, ...]:
    """Order a run; files of data sets come after those that they are held against."""
    steps = tuple(Step(source, identity(source)) for source in sources)
    if not settings.datasets:
        return steps
    from statlint.run.repository import ordered

    return ordered(steps, settings.datasets)

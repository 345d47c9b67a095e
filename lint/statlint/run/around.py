"""The order of a run: which files are read, which are checked, and against which others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.run.forms import Others, alone
from statlint.run.lists import NO_LISTS, ListsBeside
from statlint.run.paths import expand_paths, spread
from statlint.run.sources import Source, identity, name_of
from statlint.run.work import Work

if TYPE_CHECKING:
    from statlint.config.datasets import Place
    from statlint.history.choose import Candidates
    from statlint.run.library import Library
    from statlint.run.needs import Needs
    from statlint.run.result import FileResult
    from statlint.values.due_units import DueUnit


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


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """The steps of a run, and the files that were read for others."""

    steps: tuple[Step, ...]
    library: Library | None = None
    previous: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    due: Mapping[str, Sequence[DueUnit]] = field(default_factory=dict)
    """The units that have to hand in a part of a file, by its data set."""
    wholes: frozenset[str] = frozenset()
    """The places that files are called after that are held against parts named by the user."""
    _named: list[Candidates] = field(default_factory=list, repr=False)

    @property
    def crashes(self) -> Sequence[FileResult]:
        """Files read for others on which statlint itself failed."""
        return self.library.crashes if self.library else ()

    def others(self, step: Step) -> Others:
        """Give what finds the neighbours of the forms of a file."""
        if self.library is None:
            return alone
        from statlint.run.finder import finder

        return finder(self._candidates(step, self.library))

    def lists(self, step: Step) -> ListsBeside:
        """Give the long lists that those of a file are held against."""
        if self.library is None:
            return NO_LISTS
        needs = step.needs
        earlier = self.previous or (needs.earlier if needs else ())
        return self.library.lists(earlier, self.parts or (needs.parts if needs else ()))

    def _candidates(self, step: Step, library: Library) -> Candidates:
        """Gather the forms of the files that the user named, or else that paths tell."""
        needs = step.needs
        if needs is None:
            if not self._named:
                found = library.candidates(self.previous, self.parts)
                self._named.append(replace(found, due=self.due.get("", ()), wholes=self.wholes))
            return self._named[0]
        found = library.candidates(
            self.previous or needs.earlier,
            self.parts or needs.parts,
            stated=not self.previous,
            before=needs.before,
        )
        dataset = "" if self.parts or step.place is None else step.place.dataset
        return replace(found, due=self.due.get(dataset, ()))


def named_beside(settings: Settings, previous: Iterable[Source], parts: Iterable[Source]) -> Beside:
    """Gather the files beside those that are checked; raises MissingPathError."""
    return Beside(
        (*spread(previous), *expand_paths(settings.previous)),
        (*spread(parts), *expand_paths(settings.parts)),
    )


def around_of(sources: Sequence[Source], beside: Beside, work: Work) -> Around:
    """Order a run; most are nothing but their files, one after the other."""
    steps = tuple(Step(source, identity(source)) for source in sources)
    if not beside and not work.settings.datasets:
        return Around(steps)
    from statlint.run.library import library_of

    keys = [step.key for step in steps]
    library = library_of((*beside.previous, *beside.parts), keys, work)
    if work.settings.datasets:
        from statlint.run.repository import ordered

        steps = ordered(steps, work.settings.datasets)
    return Around(
        steps,
        library,
        tuple(dict.fromkeys(map(identity, beside.previous))),
        tuple(dict.fromkeys(map(identity, beside.parts))),
        _due_parts(work),
        _wholes(steps, {identity(source) for source in beside.parts}),
    )


def _wholes(steps: Sequence[Step], parts: Collection[str]) -> frozenset[str]:
    if not parts:
        return frozenset()
    from statlint.history.whole_names import places_in

    return places_in(name_of(step.source) for step in steps if step.key not in parts)


def _due_parts(work: Work) -> Mapping[str, Sequence[DueUnit]]:
    below = {
        one.name: tuple(unit for part in one.parts for unit in work.due.get(part, ()))
        for one in work.settings.datasets
    }
    return {"": work.due.get("", ()), **below}

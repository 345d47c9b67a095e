"""What the files of a run are held against: the files that were read for others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.run.forms import Others, alone
from statlint.run.lists import NO_LISTS, ListsBeside
from statlint.run.names import identity, name_of
from statlint.run.steps import Beside, Step
from statlint.run.work import Work
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.history.choose import Candidates
    from statlint.run.library import Library
    from statlint.run.result import FileResult
    from statlint.values.due_units import DueUnit


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


def around_of(steps: tuple[Step, ...], beside: Beside, work: Work) -> Around:
    """Read what a user named beside the files of a run; most runs are nothing but their files."""
    if not beside and not work.settings.datasets:
        return Around(steps)
    from statlint.run.library import library_of

    named = (*beside.previous, *beside.parts)
    checked = [step.key for step in steps if step.checked]
    return Around(
        steps,
        library_of(named, checked, work),
        tuple(dict.fromkeys(map(identity, beside.previous))),
        tuple(dict.fromkeys(map(identity, beside.parts))),
        _due_parts(work),
        _wholes(steps, {identity(source) for source in beside.parts}),
    )


def around_apart(work: Work) -> Around:
    """Give what files of data sets are held against, before any of them is read."""
    from statlint.run.library import Library

    return Around((), Library(), due=_due_parts(work))


def _wholes(steps: Sequence[Step], parts: Collection[str]) -> frozenset[str]:
    if not parts:
        return frozenset()
    from statlint.history.whole_names import places_in

    own = (step for step in steps if step.checked and step.key not in parts)
    return places_in(name_of(step.source) for step in own)


def _due_parts(work: Work) -> Mapping[str, Sequence[DueUnit]]:
    below = {
        one.name: tuple(unit for part in one.parts for unit in work.due.get(part, ()))
        for one in work.settings.datasets
    }
    return {"": work.due.get("", ()), **below}

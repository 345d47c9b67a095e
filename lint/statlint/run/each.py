"""Check the files of a run one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from statlint.dataclass import dataclass, replace
from statlint.finding import NeighbourNote
from statlint.run.around import Around
from statlint.run.bounded import OutOfTimeError, bounded, seconds_for
from statlint.run.held import Held, waiting_for
from statlint.run.names import name_of
from statlint.run.one import Begun, begin, crashed, finish
from statlint.run.packed_result import PackedResult
from statlint.run.read import Read, read
from statlint.run.result import FileResult
from statlint.run.sources import open_source
from statlint.run.steps import Step
from statlint.run.waiting import Group
from statlint.run.work import Work
from statlint.typed import TYPE_CHECKING, TypeAlias
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.run.recall import Recall
    from statlint.run.run import Progress
    from statlint.run.workers.crew import Crew

Checked: TypeAlias = "FileResult | PackedResult | Held | None"
"""What is said of a file, or that it waits; None where nothing is to be said of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Each:
    """What a run does to its files; what `recall` knows of one is not found out again."""

    around: Around
    work: Work
    recall: Recall | None = None
    crew: Crew | None = None
    """Those who check files elsewhere, where not all is done here."""

    def check(
        self, steps: deque[Step], progress: Progress | None
    ) -> Iterator[FileResult | PackedResult]:
        """Check files in the order that they are held against one another."""
        waiting = waiting_for(has_others=self.around.library is not None)
        done, total = 0, len(steps)
        for step, begin_it in self._all(steps):
            if progress is not None:
                progress(done, total, name_of(step.source))
            done, checked = done + 1, begin_it()
            if isinstance(checked, Held):
                for group in waiting.add(checked, beside=checked.beside):
                    yield from self._together(group)
            elif checked is not None:
                yield checked
        for group in waiting.finish():
            yield from self._together(group)
        yield from self.around.crashes

    def _all(self, steps: deque[Step]) -> Iterator[tuple[Step, Callable[[], Checked]]]:
        """Give files in their order, each with what checks it as far as it can be by itself."""
        if self.crew is not None:
            yield from self._elsewhere(steps, self.crew)
            return
        while steps:
            # What is known of a file by its path goes when it is done: there may be thousands.
            step = steps.popleft()
            yield step, partial(self.alone, step)

    def _elsewhere(
        self, steps: deque[Step], crew: Crew
    ) -> Iterator[tuple[Step, Callable[[], Checked]]]:
        if self.around.library is not None:
            from statlint.run.workers.kindred import Kindred

            return Kindred(self, crew).begun(steps)
        from statlint.run.workers.spread import Spread

        return Spread(self, crew).begun(steps)

    def is_known(self, step: Step) -> bool:
        """Tell whether nothing needs to be done for a file."""
        return self.recall is not None and self.recall.is_known(step)

    def alone(self, step: Step) -> FileResult | Held | None:
        """Check a file by itself, unless it is known; one that others matter for is held."""
        if self.recall and self.recall.is_known(step):
            self._pass(step)
            if not step.checked:
                return None
            return self.recall.held(step) or self.recall.result(step)
        checked = self.held(step)
        if isinstance(checked, FileResult):
            self.keep(step, checked)
        return checked

    def held(self, step: Step) -> FileResult | Held | None:
        """Check a file by itself, known or not; one that others matter for is held."""
        checked = self.one(step)
        if isinstance(checked, Begun):
            return Held(step, checked.cells, checked.refers, checked)
        return checked

    def _together(self, group: Group[Held]) -> Iterator[FileResult | PackedResult]:
        """Finish files that waited for one another, unless all is known of them."""
        if self.recall and self.recall.knows(group) and not any(one.is_new for one in group.files):
            yield from (self.recall.result(one.step) for one in group.files)
            return
        files: list[Held] = []
        for checked in self._begun(group.files):
            if isinstance(checked, Held):
                files.append(checked)
            elif checked is not None:
                yield checked
        whole = Group(
            tuple(replace(one, begun=None, tables=None, kin=()) for one in files), group.refers
        )
        # What is said of one depends on all of them.
        are_same = self.recall is not None and self.recall.are_same(whole)
        for one, result in zip(
            whole.files, self._finished(files, refers=group.refers), strict=True
        ):
            if are_same:
                self.keep(one.step, result, whole)
            yield result

    def _begun(self, files: Sequence[Held]) -> Iterator[Checked]:
        """Begin those of some files that only an earlier run knows."""
        if self.crew is None:
            return (one if one.is_new else self.held(one.step) for one in files)
        from statlint.run.workers.spread import Spread

        return Spread(self, self.crew).begun_again(files)

    def _finished(
        self, files: Sequence[Held], *, refers: bool
    ) -> Iterable[FileResult | PackedResult]:
        """Finish files together."""
        if self.crew is not None:
            from statlint.run.workers.shares import finish_apart
            from statlint.run.workers.spread import Spread

            found = finish_apart(Spread(self, self.crew), files, refers=refers)
            if found is not None:
                return found
        return self._finished_here(files, refers=refers)

    def _finished_here(self, files: Sequence[Held], *, refers: bool) -> Iterator[FileResult]:
        if not files:
            return
        # Here, since most files wait for no other.
        from statlint.run.together import finished

        checked = list(self._begun_here(files))
        begun = tuple(one for one in checked if isinstance(one, Begun))
        results = finished(Group(begun, refers))
        for one in checked:
            if one is not None:
                yield next(results) if isinstance(one, Begun) else one

    def _begun_here(self, files: Sequence[Held]) -> Iterable[FileResult | Begun | None]:
        if not any(one.kin for one in files):
            return (one.begun or self.one(one.step) for one in files)
        from statlint.run.workers.kindred import begun_of

        return begun_of(self, files)

    def keep(
        self, step: Step, result: FileResult | PackedResult, group: Group[Held] | None = None
    ) -> None:
        """Keep a result, unless statlint failed on a file that it may depend on."""
        if self.recall and not self.around.crashes:
            self.recall.keep(step, result, group)

    def _pass(self, step: Step) -> None:
        """Let go of what was read for a file that is known, and of what nobody else needs."""
        library = self.around.library
        if library is not None:
            library.take(step.key)
            library.release(step.released)

    def one(self, step: Step) -> FileResult | Begun | None:
        """Check a file as far as it can be checked by itself; None for one that is only read.

        One that takes too much time or memory is told of, and the others go on.
        """
        name = name_of(step.source)
        own = self.work.of(name)
        try:
            with bounded(seconds_for(name, own.settings.limits.seconds)):
                return self._one(step, own)
        except OutOfTimeError:
            limit = "seconds"
        except MemoryError:
            limit = "memory"
        from statlint.run.costly import shut, too_costly

        if self.around.library is not None:
            self.around.library.keep(step.key, shut(name, own.settings, limit))
        if not step.checked:
            return None
        return too_costly(name, own.roster, own.settings, own.today, limit)

    def _one(self, step: Step, own: Work) -> FileResult | Begun | None:
        library = self.around.library
        if library is None:
            return self._opened(step, open_source(step.source, own.settings), None, own)
        try:
            if not step.checked:
                library.read(step.key, step.source, own, step.place)
                return None
            file = library.take(step.key)
            opening = file.opening if file else open_source(step.source, own.settings)
            return self._opened(step, opening, file, own)
        finally:
            library.release(step.released)

    def _opened(
        self, step: Step, opening: Opening, file: Read | None, work: Work
    ) -> FileResult | Begun:
        # A defect of ours on one strange file must not take the report on all the others along.
        try:
            return self._checked(step, opening, file, work)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001
            return crashed(opening, error)

    def _checked(
        self, step: Step, opening: Opening, file: Read | None, work: Work
    ) -> FileResult | Begun:
        around = self.around
        lists = around.lists(step)
        found = file or read(opening, work, step.place, lists.earlier)
        if step.is_kept and around.library:
            around.library.keep(step.key, found)
        alike = work.alike if around.library is None and _is_cast(opening) else None
        known = alike.find(found, work) if alike else None
        if known is not None:
            return known
        wholes = [NeighbourNote(path, "part_of") for path in step.part_of]
        begun = begin(found, work, around.others(step), wholes, lists)
        if begun.waits:
            return begun
        result = finish(begun)
        if alike:
            alike.keep(begun, result, work)
        return result


def _is_cast(opening: Opening) -> bool:
    """Tell whether a workbook is a filled copy of others, as most in a collection are."""
    sheets = opening.workbook.sheets if opening.workbook else ()
    return any(getattr(one.cells, "of_mould", None) is not None for one in sheets)

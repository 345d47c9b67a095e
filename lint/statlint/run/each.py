"""Check the files of a run one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statlint.finding import NeighbourNote
from statlint.run.around import Around
from statlint.run.held import Held, waiting_for
from statlint.run.names import name_of
from statlint.run.one import Begun, begin, crashed, finish
from statlint.run.read import Read, read
from statlint.run.result import FileResult
from statlint.run.sources import open_source
from statlint.run.steps import Step
from statlint.run.together import finished
from statlint.run.waiting import Group
from statlint.run.work import Work
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.run.recall import Recall
    from statlint.run.run import Progress


@dataclass(frozen=True, slots=True, eq=False)
class Each:
    """What a run does to its files; what `recall` knows of one is not found out again."""

    around: Around
    work: Work
    recall: Recall | None = None

    def check(self, steps: deque[Step], progress: Progress | None) -> Iterator[FileResult]:
        """Check files in the order that they are held against one another."""
        waiting = waiting_for(has_others=self.around.library is not None)
        total = len(steps)
        while steps:
            # What is known of a file by its path goes when it is done: there may be thousands.
            step = steps.popleft()
            if progress is not None:
                progress(total - len(steps) - 1, total, name_of(step.source))
            checked = self._one(step)
            if isinstance(checked, Held):
                for group in waiting.add(checked, beside=checked.beside):
                    yield from self._together(group)
            elif checked is not None:
                yield checked
        for group in waiting.finish():
            yield from self._together(group)
        yield from self.around.crashes

    def _one(self, step: Step) -> FileResult | Held | None:
        """Check a file by itself, unless it is known; one that others matter for is held."""
        if self.recall and self.recall.is_known(step):
            self._pass(step)
            if not step.checked:
                return None
            return self.recall.held(step) or self.recall.result(step)
        checked = self._checked(step)
        if isinstance(checked, Begun):
            return Held(step, checked.cells, checked.refers, checked)
        if checked is not None:
            self._keep(step, checked)
        return checked

    def _together(self, group: Group[Held]) -> Iterator[FileResult]:
        """Finish files that waited for one another."""
        if self.recall and self.recall.knows(group) and not any(one.begun for one in group.files):
            yield from (self.recall.result(one.step) for one in group.files)
            return
        begun: list[Begun] = []
        held: list[Held] = []
        for one in group.files:
            checked = one.begun or self._checked(one.step)
            if isinstance(checked, Begun):
                begun.append(checked)
                held.append(replace(one, begun=None))
            elif checked is not None:
                yield checked
        whole = Group(tuple(held), group.refers)
        # What is said of one depends on all of them.
        are_same = self.recall is not None and self.recall.are_same(whole)
        for one, result in zip(held, finished(Group(tuple(begun), whole.refers)), strict=True):
            if are_same:
                self._keep(one.step, result, whole)
            yield result

    def _keep(self, step: Step, result: FileResult, group: Group[Held] | None = None) -> None:
        """Keep a result, unless statlint failed on a file that it may depend on."""
        if self.recall and not self.around.crashes:
            self.recall.keep(step, result, group)

    def _pass(self, step: Step) -> None:
        """Let go of what was read for a file that is known, and of what nobody else needs."""
        library = self.around.library
        if library is not None:
            library.take(step.key)
            library.release(step.released)

    def _checked(self, step: Step) -> FileResult | Begun | None:
        library, own = self.around.library, self.work.of(name_of(step.source))
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
        around = self.around
        try:
            lists = around.lists(step)
            found = file or read(opening, work, step.place, lists.earlier)
            if step.is_kept and around.library:
                around.library.keep(step.key, found)
            wholes = [NeighbourNote(path, "part_of") for path in step.part_of]
            begun = begin(found, work, around.others(step), wholes, lists)
            return begun if begun.waits else finish(begun)
        except Exception as error:  # noqa: BLE001
            return crashed(opening, error)

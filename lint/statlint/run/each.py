"""Check the files of a run one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import NeighbourNote
from statlint.run.around import Around
from statlint.run.names import name_of
from statlint.run.one import Begun, begin, crashed, finish
from statlint.run.read import Read, read
from statlint.run.result import FileResult
from statlint.run.sources import open_source
from statlint.run.steps import Step
from statlint.run.together import finished
from statlint.run.waiting import MOST_BESIDE, Waiting
from statlint.run.work import Work
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.run.check import Progress


def check_each(
    steps: deque[Step], around: Around, work: Work, progress: Progress | None
) -> Iterator[FileResult]:
    """Check the files of a run, in the order that they are held against one another."""
    waiting = Waiting[Begun](most=MOST_BESIDE) if around.library else Waiting[Begun]()
    total = len(steps)
    while steps:
        # What is known of a file by its path goes when it is done: there may be thousands.
        step = steps.popleft()
        if progress is not None:
            progress(total - len(steps) - 1, total, name_of(step.source))
        checked = check(step, around, work)
        if isinstance(checked, Begun):
            beside = len(step.needs.read) if step.needs else 0
            for group in waiting.add(checked, beside=beside):
                yield from finished(group)
        elif checked is not None:
            yield checked
    for group in waiting.finish():
        yield from finished(group)
    yield from around.crashes


def check(step: Step, around: Around, work: Work) -> FileResult | Begun | None:
    """Check a file by itself; one that other files matter for waits for them."""
    library, own = around.library, work.of(name_of(step.source))
    if library is None:
        return _checked(step, open_source(step.source, own.settings), None, around, own)
    try:
        if not step.checked:
            library.read(step.key, step.source, own, step.place)
            return None
        file = library.take(step.key)
        opening = file.opening if file else open_source(step.source, own.settings)
        return _checked(step, opening, file, around, own)
    finally:
        library.release(step.released)


def _checked(
    step: Step, opening: Opening, file: Read | None, around: Around, work: Work
) -> FileResult | Begun:
    # A defect of ours on one strange file must not take the report on all the others along.
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

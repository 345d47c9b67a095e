"""Check files with settings: the one room that knows forms, rules and readers together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from statlint.config import Settings
from statlint.finding import NeighbourNote, Report
from statlint.run.around import Around, Step, around_of, named_beside
from statlint.run.one import Begun, begin, crashed, finish
from statlint.run.paths import spread
from statlint.run.read import Read, read
from statlint.run.regions import regions_of
from statlint.run.report import report_of
from statlint.run.result import FileResult
from statlint.run.sources import Source, name_of, open_source
from statlint.run.together import MOST_BESIDE, Waiting
from statlint.run.work import Work
from statlint.run.works import prepare
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.justification.baseline_run import BaselineRun

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called before each file with how many are done, how many there are, and the file's path."""


def check_paths(
    paths: Iterable[Source],
    settings: Settings,
    *,
    previous: Iterable[Source] = (),
    parts: Iterable[Source] = (),
    progress: Progress | None = None,
    today: date | None = None,
    settings_of: Callable[[str], Settings] | None = None,
    baseline: BaselineRun | None = None,
) -> Report:
    """Check files (paths, or names with their bytes) and report on all of them.

    `previous` and `parts` come beside those of the settings. `settings_of` gives the settings that
    one file is checked with: the same object for all files that share them. What a `baseline`
    holds is accepted. Raises FormError for a form that cannot be used, MissingPathError, and
    RulePackError for an inconsistent pack.
    """
    sources = list(spread(paths))
    beside = named_beside(settings, previous, parts)
    work = prepare(settings, today=today, settings_of=settings_of)
    # What is wrong with the settings of one folder is told before hours are spent on others.
    for source in sources:
        work.of(name_of(source))
    work.gather()
    around = around_of(sources, beside, work)
    steps, around = deque(around.steps), replace(around, steps=())
    report = report_of(_results(steps, around, work, progress), work, baseline)
    return replace(report, regions=regions_of(report.files, sources))


def _results(
    steps: deque[Step], around: Around, work: Work, progress: Progress | None
) -> Iterator[FileResult]:
    """Check the files of a run one after the other."""
    waiting = Waiting(most=MOST_BESIDE) if around.library else Waiting()
    total = len(steps)
    while steps:
        # What is known of a file by its path goes when it is done: there may be thousands.
        step = steps.popleft()
        if progress is not None:
            progress(total - len(steps) - 1, total, name_of(step.source))
        checked = _check(step, around, work)
        if isinstance(checked, Begun):
            yield from waiting.add(checked, beside=len(step.needs.read) if step.needs else 0)
        elif checked is not None:
            yield checked
    yield from waiting.finish()
    yield from around.crashes


def _check(step: Step, around: Around, work: Work) -> FileResult | Begun | None:
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
        return begun if begun.filings or begun.layouts else finish(begun)
    except Exception as error:  # noqa: BLE001
        return crashed(opening, error)

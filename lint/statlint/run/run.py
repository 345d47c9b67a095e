"""One run: the steps it takes, with what, and its report."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from statlint.finding import Report
from statlint.run.report import across_of, report_from
from statlint.run.result import FileResult
from statlint.run.results import Results, results_of
from statlint.run.steps import Beside, Step
from statlint.run.work import Work

if TYPE_CHECKING:
    from statlint.justification.baseline_run import BaselineRun
    from statlint.run.recall import Recall

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called before each file with how many are done, how many there are, and the file's path."""


@dataclass(slots=True, eq=False)
class Run:
    """The files of a run in their order, those beside them, and what is done to each."""

    steps: tuple[Step, ...]
    beside: Beside
    work: Work
    progress: Progress | None = None
    baseline: BaselineRun | None = None

    def report(self, recall: Recall | None = None) -> Report:
        """Check all files, but for those that are known; say what was found.

        Raises FormError, PackError, RulePackError and SettingsError before the first check.
        """
        self.work.gather()
        return self.say(results_of(self._results(recall)), recall)

    def say(self, results: Results, recall: Recall | None) -> Report:
        """Say what was found, and what is to be said of all files together."""
        across = across_of(results, self.work)
        if recall is not None:
            recall.keep_across(across)
        return report_from(results.by_path(), across, self.work, self.baseline)

    def _results(self, recall: Recall | None) -> Iterator[FileResult]:
        # Here, since what is known of unchanged files is read without it.
        from statlint.run.around import around_of
        from statlint.run.each import Each

        around = around_of(self.steps, self.beside, self.work)
        steps = deque(self.steps)
        # What is known of a file by its path goes when it is done: there may be thousands.
        self.steps, around = (), replace(around, steps=())
        return Each(around, self.work, recall).check(steps, self.progress)

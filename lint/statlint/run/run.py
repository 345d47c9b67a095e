"""One run: the steps it takes, with what, and its report."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext

from statlint.dataclass import dataclass, replace
from statlint.finding import Report
from statlint.run.jobs import jobs_for
from statlint.run.names import name_of
from statlint.run.report import across_of, report_from
from statlint.run.result import FileResult
from statlint.run.results import Results, results_of
from statlint.run.steps import Beside, Step
from statlint.run.work import Work
from statlint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from statlint.justification.baseline_run import BaselineRun
    from statlint.run.packed_result import PackedResult
    from statlint.run.recall import Recall
    from statlint.run.workers.crew import Crew

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
    executor: Executor | None = None
    """What checks the files, where it is not this process or others beside it."""

    def report(self, recall: Recall | None = None) -> Report:
        """Check all files, but for those that are known; say what was found.

        Raises FormError, PackError, RulePackError and SettingsError before the first check.
        """
        self.work.gather()
        with self._crew(recall) as crew:
            results = results_of(self._results(recall, crew))
        return self.say(results, recall)

    def say(self, results: Results, recall: Recall | None) -> Report:
        """Say what was found, and what is to be said of all files together."""
        across = across_of(results, self.work)
        if recall is not None:
            recall.keep_across(across)
        return report_from(results.by_path(), across, self.work, self.baseline)

    def _crew(self, recall: Recall | None) -> AbstractContextManager[Crew | None]:
        """Give those who check files beside this process, where it pays."""
        due = [one for one in self.steps if not (recall and recall.is_known(one))]
        jobs = jobs_for(self.work.settings.jobs, len(due))
        if not due or self.beside or (jobs == 1 and self.executor is None):
            return nullcontext()
        if self.work.settings.datasets and not self._can_be_parted():
            return nullcontext()
        from statlint.run.workers.hire import crew_of, hired

        return crew_of(self.executor, self.work) if self.executor else hired(self.work, jobs)

    def _can_be_parted(self) -> bool:
        """Tell whether files of data sets can be checked by processes on this computer."""
        if self.executor is not None:
            return False
        from statlint.run.workers.kin import kin_of

        for step in self.steps:
            self.work.of(name_of(step.source))
        return len(kin_of(self.steps)) > 1

    def _results(
        self, recall: Recall | None, crew: Crew | None
    ) -> Iterator[FileResult | PackedResult]:
        # Here, since what is known of unchanged files is read without it.
        from statlint.run.around import around_of
        from statlint.run.each import Each

        around = around_of(self.steps, self.beside, self.work)
        steps = deque(self.steps)
        # What is known of a file by its path goes when it is done: there may be thousands.
        self.steps, around = (), replace(around, steps=())
        return Each(around, self.work, recall, crew).check(steps, self.progress)

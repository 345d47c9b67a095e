"""The baseline of a run, told which rules looked at which file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.finding import BaselineNote, Crash, FileReport, Finding
from statlint.finding.named import is_meant
from statlint.run.work import Work

if TYPE_CHECKING:
    from statlint.justification.baseline_run import BaselineRun
    from statlint.run.called import Called

_ABOVE = "part_of"
"""The role of a file that another is a part of; nothing is held against it."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownHere:
    """A baseline at work on the files of a run."""

    baseline: BaselineRun
    called: Called
    _said: set[str] = field(default_factory=set)

    def accept(
        self,
        path: str,
        findings: Sequence[Finding],
        files: Sequence[FileReport],
        crashes: Iterable[Crash],
        work: Work,
    ) -> Sequence[Finding]:
        """Give the findings of one path, those that are known as accepted."""
        from statlint.justification.baseline_run import Looked

        self._said.add(path)
        forbidden = work.settings.policy.forbid
        ran = {code for file in files for code in file.ran}.union(*self.called.ran.values())
        ran -= {crash.code for crash in (*crashes, *self.called.crashes)}
        beside = {one.role for file in files for one in file.neighbours} - {_ABOVE}
        looked = Looked(frozenset(ran), frozenset(beside))
        return self.baseline.accept(path, findings, looked, lambda one: is_meant(one, forbidden))

    def end(self, work: Work) -> tuple[BaselineNote, Sequence[Finding], Sequence[Crash]]:
        """Tell what is gone of the baseline, when all paths were gone through."""
        # Where rolls were called and nothing is said of them, something may have been said before.
        for place in sorted({*self.called.ran}.difference(self._said)):
            self.accept(place, (), (), (), work)
        settled, path = self.baseline.settle(), str(self.baseline.baseline.path)
        note = BaselineNote(path, settled.accepted, settled.new, len(settled.gone))
        if not settled.gone or self.baseline.writes:
            return note, (), ()
        # Rules are imported only where there is something to tell.
        from statlint.run.engine import FileRun
        from statlint.run.graded import graded

        run = FileRun(path, work.roster, work.settings, work.today)
        run.apply(settled)
        return note, graded(run.findings, work), run.crashes

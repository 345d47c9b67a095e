"""From the results of all files to the report of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, field
from statlint.finding import BaselineNote, Crash, FileReport, Report
from statlint.run.accept import accept
from statlint.run.called import Across, Called, placed
from statlint.run.graded import graded
from statlint.run.open_checks import OpenChecks
from statlint.run.result import FileResult
from statlint.run.results import Results, results_of
from statlint.run.shelf import Shelf
from statlint.run.stamp import Stamps
from statlint.run.work import Work
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.finding import Diagnosis, Finding
    from statlint.justification.baseline_run import BaselineRun
    from statlint.run.known import KnownHere
    from statlint.values.overview import Overview


def report_of(
    found: Iterable[FileResult], work: Work, baseline: BaselineRun | None = None
) -> Report:
    """Put the results of all files together, by path; what a baseline holds is accepted."""
    results = results_of(found)
    across = across_of(results, work)
    return report_from(results.by_path(), across, work, baseline)


def across_of(results: Results, work: Work) -> Across:
    """Find out what is to be said of all files together."""
    called = Called((), {})
    # A file alone is held against no other.
    if len(results.in_short) > 1 or work.due:
        # Here, since of files that are all unchanged this is known already.
        from statlint.run.rolls import call_rolls

        called = call_rolls(results, work)
    return Across(called, tuple(rule.code for rule in work.all_rules), work.packages)


def report_from(
    results: Iterable[tuple[str, Sequence[FileResult]]],
    across: Across,
    work: Work,
    baseline: BaselineRun | None = None,
) -> Report:
    """Put results, in the order of their paths, together with what is said across them."""
    called = across.called
    said = _Said(known=_known(baseline, called) if baseline else None, alone=not called.rolls)
    for path, of_file in _with_named(results, called.findings):
        own = work.of(path) if of_file else work
        said.add(path, of_file, called.findings.get(path, ()), own)
    note = said.end(work)
    files, findings = said.files.finished(), said.findings.finished()
    return Report(
        language=work.settings.language,
        files=files,
        findings=findings,
        diagnoses=said.diagnoses.finished(),
        not_checked=said.not_checked.finished(),
        crashes=(*said.crashes, *called.crashes),
        rules=across.rules,
        overview=_overview(called, files, findings),
        across=called.outcomes,
        packs=across.packs,
        baseline=note,
    )


def _overview(
    called: Called, files: Sequence[FileReport], findings: Sequence[Finding]
) -> tuple[Overview, ...]:
    if not called.rolls:
        return ()
    from statlint.run.overview import overview_of

    return overview_of(called.rolls, files, findings)


def _known(baseline: BaselineRun, called: Called) -> KnownHere:
    from statlint.run.known import KnownHere

    baseline.start()
    return KnownHere(baseline, called)


def _with_named(
    results: Iterable[tuple[str, Sequence[FileResult]]], called: Mapping[str, Sequence[Finding]]
) -> Iterator[tuple[str, Sequence[FileResult]]]:
    """Go through files with those that only a list names, in the order of their paths."""
    named = sorted(called, reverse=True)
    for path, of_file in results:
        while named and named[-1] < path:
            yield named.pop(), ()
        if named and named[-1] == path:
            named.pop()
        yield path, of_file
    for path in reversed(named):
        yield path, ()


@dataclass(slots=True, eq=False)
class _Said:
    """What is said of the files so far."""

    files: Shelf[FileReport] = field(default_factory=Shelf)
    findings: Shelf[Finding] = field(default_factory=Shelf)
    diagnoses: Shelf[Diagnosis] = field(default_factory=Shelf)
    not_checked: OpenChecks = field(default_factory=OpenChecks)
    crashes: list[Crash] = field(default_factory=list)
    stamps: Stamps = field(default_factory=Stamps)
    known: KnownHere | None = None
    """The baseline at work, if there is one."""
    alone: bool = True
    """Whether the run is of a single file."""

    def add(
        self,
        path: str,
        results: Sequence[FileResult],
        called: Sequence[Finding],
        work: Work,
    ) -> None:
        """Add what is said of one path, with what the rolls say of it."""
        own = [one for result in results for one in result.findings]
        found = graded(placed(own, called), work)
        accepted = accept(path, found, results, work, alone=self.alone)
        before, crashes = accepted.findings, [one for each in results for one in each.crashes]
        if self.known:
            before = self.known.accept(path, before, accepted.files, crashes, work)
        causes = {
            (result.file.path, str(number)): cause
            for result in results
            for number, cause in enumerate(result.causes)
        }
        findings, diagnoses = self.stamps.stamp(before, causes)
        self.files.extend(accepted.files)
        self.findings.extend(findings)
        self.diagnoses.extend(diagnoses)
        self.not_checked.add(results, before, findings)
        self.crashes += (*crashes, *accepted.crashes)

    def end(self, work: Work) -> BaselineNote | None:
        """Say what is gone of the baseline, when all paths were gone through."""
        if self.known is None:
            return None
        note, told, crashes = self.known.end(work)
        findings, _ = self.stamps.stamp(told, {})
        self.findings.extend(findings)
        self.crashes += crashes
        return note

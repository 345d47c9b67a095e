"""What of the findings of one file is accepted, and what is said of the reasons for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statlint.finding import Crash, FileReport, Finding, Grounds, Origin, Policy
from statlint.justification.home import Home, home_of
from statlint.run.engine import FileRun
from statlint.run.graded import graded
from statlint.run.result import FileResult
from statlint.run.work import Work

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations, Ground
    from statlint.justification.model import Entry
    from statlint.justification.sidecar import Sidecar


@dataclass(frozen=True, slots=True, eq=False)
class Accepted:
    """The findings of one path with what is said of their justifications, and its files."""

    findings: Sequence[Finding]
    files: Sequence[FileReport]
    crashes: Sequence[Crash] = ()


def accept(
    path: str, findings: Sequence[Finding], results: Sequence[FileResult], work: Work
) -> Accepted:
    """Hold the findings of one path against the sidecar beside it.

    This is not kept with the results of a file: reasons may change while it does not.
    """
    found = _as_allowed(findings, work.settings.policy)
    home = home_of(path)
    if home.is_there:
        from statlint.justification.sidecar import read_sidecar

        return accepted_by(read_sidecar(home.path), home, path, found, results, work)
    return Accepted(found, [result.file for result in results])


def accepted_by(  # noqa: PLR0917 - each of another kind
    sidecar: Sidecar,
    home: Home,
    path: str,
    findings: Sequence[Finding],
    results: Sequence[FileResult],
    work: Work,
) -> Accepted:
    """Hold the findings of one path against a sidecar, and run the rules on that."""
    accepted, explanations = _judged(sidecar, home, findings, results, work)
    own = FileRun(path, work.rules, work.settings, work.today)
    own.apply(explanations)
    files = [result.file for result in results]
    # What was run for one path counts once, however many results it has.
    files[:1] = [_with(file, own) for file in files[:1]]
    return Accepted(_placed(accepted, graded(own.findings, work)), files, own.crashes)


def _placed(findings: Sequence[Finding], more: Sequence[Finding]) -> list[Finding]:
    """Put what is said of the reasons among what is said of the file as a whole."""
    whole = [one for one in findings if one.cell is None and one.sheet is None]
    rest = [one for one in findings if one.cell is not None or one.sheet is not None]
    return sorted([*whole, *more], key=lambda one: one.code) + rest


def _with(file: FileReport, own: FileRun) -> FileReport:
    ran = tuple(sorted({*file.ran, *own.ran.codes}))
    return replace(file, outcomes=file.outcomes + own.outcomes, ran=ran)


def _judged(
    sidecar: Sidecar,
    home: Home,
    findings: Sequence[Finding],
    results: Sequence[FileResult],
    work: Work,
) -> tuple[Sequence[Finding], Explanations]:
    from statlint.justification.judge import judge

    files = [result.file for result in results]
    waiting = {check.edit for result in results for check in result.not_checked}
    return judge(sidecar, findings, ground_of(home, files, waiting, work))


def ground_of(
    home: Home, files: Sequence[FileReport], waiting: Collection[str], work: Work
) -> Ground:
    """Gather what the entries for a file are held against besides its findings.

    `waiting` are the ids of edits, and codes of rules, that could not be decided.
    """
    from statlint.justification.judge import Ground
    from statlint.justification.terms import Terms

    ran = {code for file in files for code in file.ran}
    beside = {one.role for file in files for one in file.neighbours}

    def looked(entry: Entry) -> bool:
        # Nothing tells that what is found no more was put right where its rule did not run, its
        # edit stayed open, or the other files that it reaches to were not there.
        reach = {role for role in entry.across.replace("-", "_").split("+") if role}
        if entry.origin == Origin.INFERRED and not work.settings.infer:
            return False
        return entry.rule in ran and entry.edit not in waiting and reach <= beside

    terms = Terms(work.settings.policy, work.today)
    return Ground(terms, {rule.code: rule.edition for rule in work.rules}, looked, home.inside)


def _as_allowed(findings: Sequence[Finding], policy: Policy) -> Sequence[Finding]:
    """Take back what the workbook itself accepts, where the settings do not."""
    if policy.excel and not policy.forbid:
        return findings
    from statlint.justification.terms import is_meant

    return [
        replace(one, justified=None)
        if one.justified is not None
        and one.justified.grounds is Grounds.WORKBOOK
        and (not policy.excel or is_meant(one, policy.forbid))
        else one
        for one in findings
    ]

"""What of the findings of one file is accepted, and what is said of the reasons for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statlint.finding import Crash, FileReport, Finding, Grounds, Policy
from statlint.justification.home import Home, home_of
from statlint.run.engine import FileRun
from statlint.run.graded import graded
from statlint.run.read import Work
from statlint.run.result import FileResult

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations
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
    if home.path.is_file():
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
    from statlint.justification.judge import Ground, judge
    from statlint.justification.terms import Terms

    return judge(
        sidecar,
        findings,
        Ground(
            Terms(work.settings.policy, work.today),
            {rule.code: rule.edition for rule in work.rules},
            lambda entry: _looked(entry, results, work),
            home.inside,
        ),
    )


def _looked(entry: Entry, results: Sequence[FileResult], work: Work) -> bool:
    """Tell whether what an entry speaks of was looked for in this run.

    It was not where its rule did not run, or its edit stayed open; nor, of an edit that reaches to
    other files, where these were not there.
    """
    ran = {code for result in results for code in result.file.ran}
    waiting = {check.edit for result in results for check in result.not_checked}
    beside = {one.role for result in results for one in result.file.neighbours}
    reach = {role for role in entry.across.replace("-", "_").split("+") if role}
    if entry.origin == "inferred" and not work.settings.infer:
        return False
    return entry.rule in ran and entry.edit not in waiting and reach <= beside


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

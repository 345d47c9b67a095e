"""What of the findings of one file is accepted, and what is said of the reasons for it."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass, replace
from statlint.finding import Crash, FileReport, Grounds, Policy
from statlint.justification.home import home_of
from statlint.run.result import FileResult
from statlint.run.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.finding import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Accepted:
    """The findings of one path with what is said of their justifications, and its files."""

    findings: Sequence[Finding]
    files: Sequence[FileReport]
    crashes: Sequence[Crash] = ()


def accept(
    path: str,
    findings: Sequence[Finding],
    results: Sequence[FileResult],
    work: Work,
    *,
    alone: bool,
) -> Accepted:
    """Hold the findings of one path against the sidecar beside it.

    `alone` is whether the run is of no other file. This is not kept with the results of a file:
    reasons may change while it does not.
    """
    found = _as_allowed(findings, work.settings.policy)
    home = home_of(path)
    if home.is_there:
        # Few files have one; the others need not pay for what reads it.
        from statlint.justification.sidecar import read_sidecar
        from statlint.run.against_sidecar import accepted_by

        sidecar = read_sidecar(home.path)
        return accepted_by(sidecar, home, found, path=path, results=results, work=work, alone=alone)
    return Accepted(found, [result.file for result in results])


def _as_allowed(findings: Sequence[Finding], policy: Policy) -> Sequence[Finding]:
    """Take back what the workbook itself accepts, where the settings do not."""
    if policy.excel and not policy.forbid:
        return findings
    from statlint.finding.named import is_meant

    return [
        replace(one, justified=None)
        if one.justified is not None
        and one.justified.grounds is Grounds.WORKBOOK
        and (not policy.excel or is_meant(one, policy.forbid))
        else one
        for one in findings
    ]

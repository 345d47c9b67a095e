"""What of the files of a run may be justified, and what became of the reasons beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.finding import FileReport, Finding, Grounds, Report
from statlint.finding.named import family_of
from statlint.justification.home import Home, home_of
from statlint.justification.judge import Ground, Judged, judge
from statlint.justification.model import Entry, entry_of
from statlint.justification.sidecar import Sidecar, read_sidecar
from statlint.justification.terms import OWN_FAMILY
from statlint.run.against_sidecar import ground_of
from statlint.run.work import Work


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """One path of a report: its findings as if nobody had given a reason, and its sidecar.

    Those that Excel or a baseline accepts stay accepted. `judged` is what became of the entries.
    """

    path: str
    home: Home
    findings: tuple[Finding, ...]
    sidecar: Sidecar
    judged: tuple[Judged, ...]
    ground: Ground
    _of_findings: Mapping[int, Judged] = field(default_factory=dict, repr=False)

    def judged_of(self, finding: Finding) -> Judged | None:
        """Give the entry that was written for a finding, or for what it was before."""
        return self._of_findings.get(id(finding))

    def is_explained(self, finding: Finding) -> bool:
        """Tell whether a finding is accepted for the reason in its sidecar."""
        judged = self.judged_of(finding)
        return judged is not None and judged.flaw is None and not judged.changes

    def entry_of(self, finding: Finding) -> Entry:
        """Make the entry of a finding, without a reason."""
        edition = self.ground.editions.get(finding.code, 1)
        entry = entry_of(finding, edition, file=self.home.inside)
        return replace(entry, others=self.ground.others_of(finding))


def explained_in(report: Report, work: Work) -> Iterator[Explained]:
    """Go through the paths of a report of which anything is said or explained."""
    files: dict[str, list[FileReport]] = {}
    for file in report.files:
        files.setdefault(file.path, []).append(file)
    found: dict[str, list[Finding]] = {path: [] for path in files}
    for finding in report.findings:
        found.setdefault(finding.path, []).append(finding)
    waiting: dict[str, set[str]] = {}
    for check in report.not_checked:
        waiting.setdefault(check.path, set()).add(check.edit)
    for crash in report.crashes:
        waiting.setdefault(crash.path, set()).add(crash.code)
    for path, findings in found.items():
        own = work.of(path) if path in files else work
        home = home_of(path)
        ground = ground_of(
            home, files.get(path, ()), waiting.get(path, ()), own, alone=not report.overview
        )
        if findings or home.is_there:
            yield _explained(path, home, findings, ground)


def _explained(path: str, home: Home, findings: Sequence[Finding], ground: Ground) -> Explained:
    unexplained = tuple(map(_without_reason, findings))
    kept = tuple(one for one in unexplained if family_of(one.code) != OWN_FAMILY)
    is_there = home.is_there
    sidecar = read_sidecar(home.path) if is_there else Sidecar(str(home.path))
    judged = judge(sidecar, kept, ground)[1].judged
    of_findings = {id(one.finding): one for one in judged if one.finding is not None}
    return Explained(path, home, kept, sidecar, judged, ground, of_findings)


def _without_reason(finding: Finding) -> Finding:
    """Take back what a sidecar accepted; it is looked at anew."""
    justified = finding.justified
    if justified is None or justified.grounds is not Grounds.SIDECAR:
        return finding
    return replace(finding, justified=None)

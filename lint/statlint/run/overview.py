"""The overview of a run: of each unit what it handed in, and how much was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from statlint.dataclass import replace
from statlint.finding import FileReport, FileStatus, Finding, Severity
from statlint.values.overview import Overview, OverviewLine, ReturnStatus

_NOT_READ = {
    FileStatus.UNREADABLE: ReturnStatus.UNREADABLE,
    FileStatus.NO_TABLE: ReturnStatus.NO_TABLE,
}
_SETTLED = frozenset({ReturnStatus.NOT_LISTED, ReturnStatus.OTHER_PERIOD})
"""What was handed in is that, whatever was found in it."""
_Counts = Mapping[tuple[str, Severity | None], int]
"""How many findings a file has by severity; None stands for those that were accepted."""


def overview_of(
    rolls: Iterable[Overview], files: Iterable[FileReport], findings: Sequence[Finding]
) -> tuple[Overview, ...]:
    """Say beside what each roll tells is there of whom what was found in it, the worst first."""
    read = {file.path: file.status for file in files}
    counts = Counter(
        (found.path, found.severity if found.justified is None else None) for found in findings
    )
    return tuple(_overview(roll, read, counts) for roll in rolls)


def _overview(roll: Overview, read: Mapping[str, FileStatus], counts: _Counts) -> Overview:
    order = list(ReturnStatus)
    lines = (_line(line, line.path, read, counts) if line.path else line for line in roll.lines)
    return replace(roll, lines=tuple(sorted(lines, key=lambda line: order.index(line.status))))


def _line(
    line: OverviewLine, path: str, read: Mapping[str, FileStatus], counts: _Counts
) -> OverviewLine:
    errors, warnings, information = (
        counts.get((path, severity), 0)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    )
    return replace(
        line,
        status=_status(line, read[path], errors=errors),
        errors=errors,
        warnings=warnings,
        information=information,
        justified=counts.get((path, None), 0),
    )


def _status(line: OverviewLine, read: FileStatus, *, errors: int) -> ReturnStatus:
    """Say how a file fares: what cannot be read, and errors, go before all else."""
    if line.status in _SETTLED:
        return line.status
    if errors and read is FileStatus.CHECKED:
        return ReturnStatus.WRONG
    return _NOT_READ.get(read, line.status)

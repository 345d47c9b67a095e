"""The overview of a run: of each unit what it handed in, and how much was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.finding import FileReport, FileStatus, Finding, Severity
from statlint.history.roll import Return, Roll
from statlint.values.overview import Overview, OverviewLine, ReturnStatus

_NOT_READ = {
    FileStatus.UNREADABLE: ReturnStatus.UNREADABLE,
    FileStatus.NO_TABLE: ReturnStatus.NO_TABLE,
}
_Counts = Mapping[tuple[str, Severity], int]


def overview_of(
    rolls: Iterable[Roll], files: Iterable[FileReport], findings: Sequence[Finding]
) -> tuple[Overview, ...]:
    """Say for each roll what is there of whom, and what was found in it."""
    read = {file.path: file.status for file in files}
    counts = Counter((found.path, found.severity) for found in findings)
    return tuple(_overview(roll, read, counts) for roll in rolls)


def _overview(roll: Roll, read: Mapping[str, FileStatus], counts: _Counts) -> Overview:
    order = list(ReturnStatus)
    lines = sorted(_lines(roll, read, counts), key=lambda line: order.index(line.status))
    due = len(roll.lines) if roll.listed else None
    complete = roll.complete or not roll.listed
    return Overview(roll.name, roll.period, due, tuple(lines), complete)


def _lines(roll: Roll, read: Mapping[str, FileStatus], counts: _Counts) -> Iterator[OverviewLine]:
    for line in roll.lines:
        if not line.returns and not line.elsewhere and roll.complete:
            yield OverviewLine(line.unit.name, ReturnStatus.MISSING, period=roll.period)
        for one in line.returns:
            usual = ReturnStatus.HANDED_IN
            if roll.doubles(one, line):
                usual = ReturnStatus.REPEATED
            yield _line(line.unit.name, one, _status(one, usual, read, counts), counts)
        for one in line.elsewhere:
            yield _line(line.unit.name, one, ReturnStatus.OTHER_PERIOD, counts)
    for one in roll.strangers if not roll.listed else roll.unlisted:
        usual = ReturnStatus.NOT_LISTED if roll.listed else ReturnStatus.HANDED_IN
        yield _line(one.name, one, _status(one, usual, read, counts), counts)


def _status(
    one: Return, usual: ReturnStatus, read: Mapping[str, FileStatus], counts: _Counts
) -> ReturnStatus:
    """Say how a file fares: what cannot be read, and errors, go before all else."""
    if usual is ReturnStatus.NOT_LISTED:
        return usual
    if counts.get((one.path, Severity.ERROR)) and read[one.path] is FileStatus.CHECKED:
        return ReturnStatus.WRONG
    return _NOT_READ.get(read[one.path], usual)


def _line(unit: str, one: Return, status: ReturnStatus, counts: _Counts) -> OverviewLine:
    errors, warnings, information = (
        counts.get((one.path, severity), 0)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    )
    return OverviewLine(unit, status, one.path, one.period, errors, warnings, information)

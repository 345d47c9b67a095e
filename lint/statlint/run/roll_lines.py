"""What a roll says is there of whom, line by line: nothing that the files hold is kept."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.history.repeats import repeated_in
from statlint.history.roll import Return, Roll
from statlint.values.overview import Overview, OverviewLine, ReturnStatus


def lines_of(roll: Roll) -> Overview:
    """Give the lines of a roll in its order, before it is known what was found in the files."""
    due = len(roll.lines) if roll.listed else None
    complete = roll.complete or not roll.listed
    return Overview(roll.name, roll.period, due, tuple(_lines(roll)), complete)


def _lines(roll: Roll) -> Iterator[OverviewLine]:
    for line in roll.lines:
        name = line.unit.name
        if not line.returns and not line.elsewhere and roll.complete:
            yield OverviewLine(name, ReturnStatus.MISSING, period=roll.period)
        repeated = repeated_in(roll, line)
        for one in line.returns:
            again = one.path in repeated
            yield _line(name, one, ReturnStatus.REPEATED if again else ReturnStatus.HANDED_IN)
        for one in line.elsewhere:
            yield _line(name, one, ReturnStatus.OTHER_PERIOD)
    for one in roll.unlisted if roll.listed else roll.strangers:
        usual = ReturnStatus.NOT_LISTED if roll.listed else ReturnStatus.HANDED_IN
        yield _line(one.name, one, usual)


def _line(unit: str, one: Return, status: ReturnStatus) -> OverviewLine:
    return OverviewLine(unit, status, one.path, one.period)

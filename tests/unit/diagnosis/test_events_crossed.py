"""Two shares that each suit the other's line were exchanged, or their lines were."""

from __future__ import annotations

from dataclasses import replace

from crossfooted import crossfooted, told
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Cell, Condition, System, Values

GRID = ((20, 10, 30), (45, 15, 60), (7, 3, 10), (72, 28, 100))
SHARES = (30, 60, 10)


def with_shares(shares: tuple[int, ...]) -> System:
    """Add what each line has of the last one, in percent, which is its total here."""
    system = crossfooted(GRID)
    cells = [Cell(share, 0, 0, line, 3) for line, share in enumerate(shares)]
    start = len(system.cells)
    conditions = [_share(start + line, line * 3 + 2, share) for line, share in enumerate(shares)]
    return replace(system, cells=(*system.cells, *cells), conditions=tuple(conditions))


def _share(cell: int, whole: int, share: int) -> Condition:
    right = SHARES[whole // 3]

    def holds_with(values: Values) -> bool:
        return values.get(cell, share) == values.get(whole, right)

    return Condition((cell, whole), holds_with, holds_with({}), proposals=((cell, right),))


def test_they_are_told_together_with_their_lines() -> None:
    causes = diagnose(with_shares((60, 30, 10)))

    shares = {12: 30, 13: 60}
    lines = {0: 45, 1: 15, 2: 60, 3: 20, 4: 10, 5: 30}
    assert told(causes) == [("one-of", [[("swapped", shares)], [("exchanged", lines)]])]


def test_shares_that_suit_no_other_line_are_told_one_by_one() -> None:
    causes = diagnose(with_shares((31, 68, 10)))

    assert [figures for _, figures in told(causes)] == [
        [[("digit", {12: 30})]],
        [[("digit", {13: 60})]],
    ]

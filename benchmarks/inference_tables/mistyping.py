"""One figure of a table written wrongly, as a hand that types does it."""

from __future__ import annotations

import re
from random import Random

from submissions.changes import Change, changed

CHANGES = (
    Change.REPLACED,
    Change.SWAPPED,
    Change.DROPPED,
    Change.ADDED,
    Change.SIGN,
    Change.TIMES_TEN,
    Change.PLUS_ONE,
    Change.MINUS_ONE,
)


def mistyped(text: str, change: Change, rng: Random, group: str, point: str) -> str | None:
    """Change a figure and write it as the table writes its figures; None where that cannot be.

    What stands around the digits (a sign, a footnote mark) stays.
    """
    written = re.search(rf"\d[\d\s{re.escape(group)}]*(?:{re.escape(point)}\d+)?", text)
    if written is None:
        return None
    whole, _, decimals = written[0].rstrip().partition(point)
    grouped = re.search(r"\D", whole)
    digits = re.sub(r"\D", "", whole) + decimals
    made = changed(change, int(digits), rng)
    if not isinstance(made, int) or made == int(digits):
        return None
    figure = f"{abs(made):0{len(decimals) + 1}}"
    before = figure[: len(figure) - len(decimals)]
    if grouped:
        before = f"{int(before):,}".replace(",", grouped[0])
    after = f"{point}{figure[len(figure) - len(decimals) :]}" if decimals else ""
    first, last = written.start(), written.start() + len(written[0].rstrip())
    signed = _signed(text[:first], text[last:]) if made < 0 else (text[:first], text[last:])
    return f"{signed[0]}{before}{after}{signed[1]}"


def _signed(before: str, after: str) -> tuple[str, str]:
    """Turn the sign round of a figure with these texts around it."""
    if before.endswith("("):
        return before[:-1], after.removeprefix(")")
    if before.endswith("-"):
        return before[:-1], after
    return f"{before}-", after

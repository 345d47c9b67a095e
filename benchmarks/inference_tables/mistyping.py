"""One figure of a table written wrongly, as a hand that types does it."""

from __future__ import annotations

import re
from random import Random

from submissions.changes import Change, changed

_LAST_UNIT = (Change.PLUS_ONE, Change.MINUS_ONE)
_OTHERS = (
    Change.REPLACED,
    Change.SWAPPED,
    Change.DROPPED,
    Change.ADDED,
    Change.SIGN,
    Change.TIMES_TEN,
)
KINDS = (*((change,) for change in _OTHERS), _LAST_UNIT)
"""What happens to figures; a unit more or less is one kind."""
_PADDING = re.compile(r"0{3,}$")


def drawn_change(rng: Random, *, rounded: bool = False) -> Change:
    """Draw what happens; a unit more or less is one kind, and none where figures are rounded."""
    return rng.choice(rng.choice(KINDS[:-1] if rounded else KINDS))


def mistyped(text: str, change: Change, rng: Random, group: str, point: str) -> str | None:
    """Change a figure and write it as the table writes its figures; None where that cannot be.

    What stands around the digits (a sign, a footnote mark) stays, as do zeros that an export put
    behind every figure.
    """
    found = re.search(rf"\d[\d\s{re.escape(group)}]*(?:{re.escape(point)}\d+)?", text)
    if found is None:
        return None
    written = found[0].rstrip()
    whole, _, decimals = written.partition(point)
    padding = _PADDING.search(decimals)
    typed = decimals[: padding.start()] if padding else decimals
    digits = re.sub(r"\D", "", whole) + typed
    made = changed(change, int(digits), rng)
    if not isinstance(made, int) or made == int(digits):
        return None
    grouped = re.search(r"\D", whole)
    figure = _figure(abs(made), len(typed), grouped[0] if grouped else "", point)
    if padding:
        figure += ("" if typed else point) + padding[0]
    before, after = text[: found.start()], text[found.start() + len(written) :]
    if made < 0:
        before, after = _signed(before, after)
    return f"{before}{figure}{after}"


def _figure(digits: int, decimals: int, group: str, point: str) -> str:
    """Write digits, the last of them behind the point."""
    text = f"{digits:0{decimals + 1}}"
    whole = f"{int(text[: len(text) - decimals]):,}".replace(",", group)
    return f"{whole}{point}{text[len(text) - decimals :]}" if decimals else whole


def _signed(before: str, after: str) -> tuple[str, str]:
    """Turn the sign round of a figure with these texts around it."""
    if before.endswith("("):
        return before[:-1], after.removeprefix(")")
    if before.endswith("-"):
        return before[:-1], after
    return f"{before}-", after

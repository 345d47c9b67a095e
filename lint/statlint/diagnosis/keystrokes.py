"""The figures from which one keystroke makes the one that is seen."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.net import Net

_DIGITS = "0123456789"
_POWERS = (10, 100, 1000, 10_000)


def keystrokes(net: Net, number: int) -> tuple[int, ...]:
    """Give the figures, in units of the system, that one slip turns into that of a cell."""
    cell = net.system.cells[number]
    unit = max(1, net.system.scale // 10**cell.decimals)
    if cell.value % unit:
        return ()
    seen = cell.value // unit
    sign = -1 if seen < 0 else 1
    written = {sign * int(text) * unit for text in _texts(str(abs(seen))) if _is_written(text)}
    factors = {cell.value * power for power in _POWERS}
    factors |= {cell.value // power for power in _POWERS if cell.value % power == 0}
    return tuple(sorted((written | factors | {-cell.value}) - {cell.value}))


def _is_written(text: str) -> bool:
    return text == "0" or not text.startswith("0")


def _texts(seen: str) -> Iterator[str]:
    for at in range(len(seen)):
        for digit in _DIGITS:
            yield seen[:at] + digit + seen[at + 1 :]
        yield seen[:at] + seen[at + 1 : at + 2] + seen[at] + seen[at + 2 :]
        if len(seen) > 1:
            yield seen[:at] + seen[at + 1 :]
    for at in range(len(seen) + 1):
        for digit in _DIGITS:
            yield seen[:at] + digit + seen[at:]

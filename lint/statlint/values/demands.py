"""What a notice asks of a report: so much of something, signed by some day."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So much that a report must say of something.

    `words` stand before the figure in its clause, all of them; `units` are those it may be counted
    in (anything where there are none).
    """

    words: tuple[str, ...]
    least: int
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demands:
    """What a notice asks of a report; nothing unless settings say it.

    `sign_by` is the month and day of the year after the one reported on.
    """

    at_least: tuple[AtLeast, ...] = ()
    sign_by: tuple[int, int] | None = None

"""What may be accepted, and on which terms."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be accepted: findings of 核实性, and of 强制性 those of the rules in `allow`.

    Those of `forbid` never are. `by` is whether an author must be named, `days` for how long at
    most a reason holds (None: without end), `excel` whether what Excel was told to ignore is.
    """

    allow: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    by: bool = False
    days: int | None = None
    excel: bool = True

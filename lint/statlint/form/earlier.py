"""What of a form of other years is what in this one, where their keys differ."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Renamed:
    """A line or head of the other form, and those of this one that it is together.

    `table` is the key of the table in this form; none in `now` says that it is nothing of it.
    """

    table: str
    was: str
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another form of the same tables: its id, and the keys that differ from those of this one.

    Keys that agree and are not named mean the same. `tables` are pairs: the key there and here.
    """

    form: str
    tables: tuple[tuple[str, str], ...] = ()
    lines: tuple[Renamed, ...] = ()
    heads: tuple[Renamed, ...] = ()

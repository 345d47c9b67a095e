"""What a form says of a long list (one figure a row): its columns, codes, sums and periods."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a long list: its head as printed, and other heads seen in real lists."""

    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeSum:
    """A code that is the sum of others of its column."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """A column that with the others of its kind and the period tells the rows apart.

    `codes` are all that may stand in it, none where that is left open. `total` is the code that is
    the sum of all others; `sums` are those that are the sum of some.
    """

    column: ListColumn
    codes: tuple[str, ...] = ()
    total: str | None = None
    sums: tuple[CodeSum, ...] = ()


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The columns of a long list but for those of figures, which are the heads of its table.

    The codes of the `indicator` are the lines of the table. `periods` are those that every series
    must have, none where that is left open.
    """

    keys: tuple[KeyColumn, ...]
    period: ListColumn
    month: ListColumn | None = None
    quarter: ListColumn | None = None
    indicator: ListColumn | None = None
    measured_in: ListColumn | None = None
    periods: tuple[str, ...] = ()

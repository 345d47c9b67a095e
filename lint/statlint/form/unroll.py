"""From an open table, whose lines or heads repeat, to the table as one unit filled it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.form.model import Head, Line, TableForm


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that a table prints: its key in the form, itself, and the printed line it is under.

    A repeated line has a key of its own, item#1, item#2 …; `line.of` is the key in the form.
    """

    of: str
    line: Line
    under: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """A head that a table prints: its key in the form, itself, and the total it is a part of.

    A repeated head has a key of its own, kind#1, kind#2 …; `total` is the key of the printed head
    that adds it up with others, None where it is in no total.
    """

    of: str
    head: Head
    total: str | None = None


def unroll(
    table: TableForm, lines: Sequence[PrintedLine], heads: Sequence[PrintedHead]
) -> TableForm:
    """Give the table with the lines and heads that are printed, and its edits for them."""
    raise NotImplementedError

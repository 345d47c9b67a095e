"""A stretch of a text file: from which line and column to which."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Where something stands in a text: lines and columns from 1, columns in characters.

    `end_column` is that of the character behind the last one. Without columns it is whole lines.
    """

    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None

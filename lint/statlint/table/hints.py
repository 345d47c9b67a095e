"""What is known of a file before it is searched."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.values import Period


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file from outside: its path, and what settings say of period and unit.

    `period` was asked for, `place` is the period that the data set says by the file's path.
    """

    path: str = ""
    period: Period | None = None
    kind_of_unit: str | None = None
    place: Period | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What names a sheet: the names of the file and of the sheet.

    `given` means that the user asked for a form: its tables need not say what they are about.
    """

    names: str = ""
    given: bool = False

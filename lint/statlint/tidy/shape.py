"""Which column of a long list is what: period, keys, labels, unit of measure, values, remarks."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass


class Part(StrEnum):
    """What a column is for."""

    PERIOD = "period"
    MONTH = "month"
    """The month beside a column of years."""
    QUARTER = "quarter"
    KEY = "key"
    VALUE = "value"
    UNIT = "unit"
    """The unit of measure."""
    EXTRA = "extra"
    """A column that a form does not name: it may hold labels of codes."""
    ASIDE = "aside"
    """Remarks, flags, running numbers: nothing that tells figures apart."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a list from the left: their heads as printed, and what they are for.

    `first` is the row of the boxhead on the sheet, counted from 1.
    """

    heads: tuple[str, ...]
    parts: tuple[Part, ...]
    first: int
    is_stated: bool = False
    """Whether a form says so; else it was found."""

    def places(self, *wanted: Part) -> list[int]:
        """Give the columns that are for something, counted from 0."""
        return [at for at, part in enumerate(self.parts) if part in wanted]

    @property
    def alone(self) -> bool:
        """Whether there is a single column of figures: then it is no ordinary table."""
        return len(self.places(Part.VALUE)) == 1

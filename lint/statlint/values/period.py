"""Reference periods: a year, half-year, quarter or month."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of

_WRITTEN = pattern_of(r"(\d{4})(?:-(?:H([12])|Q([1-4])|M(0[1-9]|1[0-2])))?")
_LONGEST = {"": 1, "H": 2, "Q": 4, "M": 12}
_FEBRUARY = 2
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reference period, written as SDMX does: 2024, 2024-H1, 2024-Q1, 2024-M03."""

    year: int
    kind: str = ""
    number: int = 1

    def __post_init__(self) -> None:
        """Refuse a part of the year that does not exist."""
        if not 1 <= self.number <= _LONGEST.get(self.kind, 0):
            message = f"no period {self.kind}{self.number} in a year"
            raise ValueError(message)

    def __str__(self) -> str:
        """Write the period: 2024, 2024-Q1, 2024-M03."""
        if not self.kind:
            return f"{self.year:04d}"
        width = 2 if self.kind == "M" else 1
        return f"{self.year:04d}-{self.kind}{self.number:0{width}d}"

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period as it is written above; raises ValueError for anything else."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            message = f"{text!r} is not a period such as 2024, 2024-H1, 2024-Q1 or 2024-M03"
            raise ValueError(message)
        for kind, digits in zip("HQM", found.groups()[1:], strict=True):
            if digits:
                return cls(int(found[1]), kind, int(digits))
        return cls(int(found[1]))

    @property
    def next(self) -> Period:
        """The period of the same length that follows."""
        if self.number < _LONGEST[self.kind]:
            return Period(self.year, self.kind, self.number + 1)
        return Period(self.year + 1, self.kind)

    @property
    def previous(self) -> Period:
        """The period of the same length before this one."""
        if self.number > 1:
            return Period(self.year, self.kind, self.number - 1)
        return Period(self.year - 1, self.kind, _LONGEST[self.kind])

    @property
    def first_day(self) -> tuple[int, int, int]:
        """Year, month and day on which the period begins."""
        return self.year, (self.number - 1) * 12 // _LONGEST[self.kind] + 1, 1

    @property
    def last_day(self) -> tuple[int, int, int]:
        """Year, month and day on which the period ends."""
        month = self.number * 12 // _LONGEST[self.kind]
        leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        return self.year, month, 29 if month == _FEBRUARY and leap else _DAYS[month - 1]

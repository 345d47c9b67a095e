"""The day of a run, and whether a rule asked for it: then what it says holds for that day alone."""

from __future__ import annotations

from datetime import date

from statlint.dataclass import dataclass


@dataclass(slots=True, eq=False)
class Clock:
    """Tells the day, and notes that it was asked."""

    day: date
    asked: bool = False

    @property
    def today(self) -> date:
        """The day of the run."""
        self.asked = True
        return self.day

"""On which terms an entry counts: with a reason, by somebody, for a time, where it may be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.finding import Finding, Nature, Policy
from statlint.finding.named import family_of, is_meant

if TYPE_CHECKING:
    from statlint.justification.model import Entry

OWN_FAMILY = "J"
"""The rules on reasons: what they say is not to be reasoned away."""


class Flaw(StrEnum):
    """Why an entry does not count, though what it speaks of is still there."""

    REASON = "reason"
    """It states none."""
    AUTHOR = "author"
    """It does not say whose it is, and the settings ask for that."""
    DATE = "date"
    """It has no date, or one to come, and the settings say how long one holds at most."""
    EXPIRED = "expired"
    NOT_ALLOWED = "not-allowed"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the settings allow, and the day."""

    policy: Policy
    today: date

    def flaw_of(self, entry: Entry) -> Flaw | None:
        """Tell why an entry does not count, whatever it is about."""
        if not any(sign.isalnum() for sign in entry.reason):
            return Flaw.REASON
        if self.policy.by and not entry.by.strip():
            return Flaw.AUTHOR
        if self.policy.days is not None and not self._is_dated(entry):
            return Flaw.DATE
        end = self.end_of(entry)
        return Flaw.EXPIRED if end is not None and end < self.today else None

    def _is_dated(self, entry: Entry) -> bool:
        """Tell whether an entry has a date; one to come would make any time limit void.

        Where it was written it may be tomorrow already.
        """
        return entry.date is not None and entry.date <= later(self.today, 1)

    def end_of(self, entry: Entry) -> date | None:
        """Give the last day on which an entry counts."""
        ends = [entry.until] if entry.until else []
        if self.policy.days is not None and entry.date is not None:
            ends.append(later(entry.date, self.policy.days))
        return min(ends, default=None)

    def allow(self, finding: Finding) -> bool:
        """Tell whether a finding may be accepted."""
        if family_of(finding.code) == OWN_FAMILY or is_meant(finding, self.policy.forbid):
            return False
        return finding.nature is Nature.QUERY or is_meant(finding, self.policy.allow)


def later(day: date, days: int) -> date:
    """Give the day so many days later; far enough is the last there is."""
    return day + timedelta(days=min(days, (date.max - day).days))

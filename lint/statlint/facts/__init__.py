"""From a table to its facts."""

from statlint.facts.damaged import damaged
from statlint.facts.dates import dates_of
from statlint.facts.light import without_cells
from statlint.facts.model import Fact, Facts
from statlint.facts.moulds import Moulds
from statlint.facts.numbering import Numbering, Slip, numberings
from statlint.facts.read import read_facts
from statlint.facts.register import Entry
from statlint.facts.submission import (
    Filing,
    Referral,
    Submission,
    find_referrals,
    refers,
    submission_of,
)
from statlint.facts.thin import solid

__all__ = [
    "Entry",
    "Fact",
    "Facts",
    "Filing",
    "Moulds",
    "Numbering",
    "Referral",
    "Slip",
    "Submission",
    "damaged",
    "dates_of",
    "find_referrals",
    "numberings",
    "read_facts",
    "refers",
    "solid",
    "submission_of",
    "without_cells",
]

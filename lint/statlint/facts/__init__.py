"""From a table to its facts."""

from statlint.facts.model import Fact, Facts
from statlint.facts.read import read_facts
from statlint.facts.submission import (
    Filing,
    Referral,
    Submission,
    find_referrals,
    refers,
    submission_of,
)

__all__ = [
    "Fact",
    "Facts",
    "Filing",
    "Referral",
    "Submission",
    "find_referrals",
    "read_facts",
    "refers",
    "submission_of",
]

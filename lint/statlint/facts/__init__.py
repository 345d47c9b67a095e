"""From a table to its facts."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
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
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "dates": "dates_of",
            "light": "without_cells",
            "model": "Fact Facts",
            "moulds": "Moulds",
            "numbering": "Numbering Slip numberings",
            "read": "read_facts",
            "register": "Entry",
            "submission": "Filing Referral Submission find_referrals refers submission_of",
            "thin": "solid",
        },
    )

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
    "dates_of",
    "find_referrals",
    "numberings",
    "read_facts",
    "refers",
    "solid",
    "submission_of",
    "without_cells",
]

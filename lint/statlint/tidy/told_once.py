"""What a long list lacks is told once, whether it shows by itself or beside an earlier list."""

from __future__ import annotations

from statlint.dataclass import replace
from statlint.tidy.listing import Listing
from statlint.tidy.odd_things import Oddities
from statlint.tidy.seam import Lost, Seam


def told_once(odd: Oddities, seam: Seam, listing: Listing) -> tuple[Oddities, Seam]:
    """Leave out keys that never come together where an earlier list has just these.

    A figure of one period that is missing by what the list itself has is left to that.
    """
    if seam.join is None or not seam.lost or not seam.is_each_told:
        return odd, seam
    join = seam.join.listing
    alone = [one for one in seam.lost if one.key is None]
    codes = {one: join.codes_of(join.series[one.row]) for one in alone}
    missing = {
        (listing.codes_of(one.series), listing.moments[one.period])
        for one, _ in odd.missing
        if one.key is None
    }

    def is_missing(one: Lost) -> bool:
        if one.key is not None or one.period is None:
            return False
        # The codes of the list itself come first in those of the join.
        own = codes[one][: len(listing.keys)]
        return (own, join.moments[one.period]) in missing

    together = {
        (keys, tuple(codes[one][key] for key in keys))
        for keys in {one.keys for one, _ in odd.apart}
        for one in alone
        if one.period is None
    }
    apart = tuple((one, row) for one, row in odd.apart if (one.keys, one.codes) not in together)
    kept = tuple(one for one in seam.lost if not is_missing(one))
    return replace(odd, apart=apart), replace(seam, lost=kept)

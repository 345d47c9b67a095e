"""Which parts of a whole are missing, by the list of the units that are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from statlint.dataclass import replace
from statlint.finding import Reason
from statlint.history.card import Card
from statlint.history.model import PassedOver, Relation
from statlint.history.unit_names import match_units, unit_in, unit_key
from statlint.history.whole_names import last_place, places_before
from statlint.values.due_units import DueUnit

_HALF = 2


def missing_parts(
    due: Sequence[DueUnit], whole: Card, parts: Sequence[Card], useless: Iterable[PassedOver]
) -> Iterator[PassedOver]:
    """Go through the units that are due as parts and of which no file is there.

    `useless` are files that are there and give no figures. The list must be one of the parts: all
    of them are on it, and most of those on it are there. Towns of other counties are left out.
    """
    units = list(_of_whole(due, whole))
    named = [tuple(filter(None, (one.printed, one.named))) for one in parts]
    unread = [one.unit_name or unit_in(PurePath(one.path).stem) for one in useless]
    matches = match_units([*(name for names in named for name in names), *unread], units)
    there = {match.due for match in matches.values()}
    if all(any(name in matches for name in names) for names in named) and (
        _HALF * len(there) > len(units)
    ):
        for at, unit in enumerate(units):
            if at not in there:
                yield PassedOver("", Relation.PARTS, Reason.UNIT_MISSING, None, unit.name)


def _of_whole(due: Sequence[DueUnit], whole: Card) -> Iterator[DueUnit]:
    """Keep the units of a whole, and let them be called without its name; it is none itself."""
    own = last_place(whole.unit)
    for unit in due:
        key = unit_key(unit.name)
        places = places_before(key)
        if own and own in places:
            short = key.rpartition(own)[2]
            yield replace(unit, aliases=(*unit.aliases, short))
        elif not places and key not in {own, whole.unit}:
            yield unit

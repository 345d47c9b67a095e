"""A change that is told as a figure and as a rate: 1286条，比上年增加143条，增长12.5%.

Last year's figure is not said, yet it is known: 1286 - 143.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims import cues
from statlint.claims.growth import goes_on
from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.sums import step_of_last
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.claims.ways import FALL_RATES, FALLS, RISE_RATES, RISES
from statlint.dataclass import replace
from statlint.prose import QuantityKind
from statlint.values import Figure, Text
from statlint.values.exact import add, subtract

_BASIS = Text("增减量和增减幅度", "a change and its rate")


@cache
def _again() -> re.Pattern[str]:
    """Tell the words between the two ways of telling one change: ，增长."""
    return re.compile(
        rf"[,(、]?(?:同比)?(?:(?P<down>{FALLS}|{FALL_RATES})|{RISES}|{RISE_RATES})(?:了|为|达到?)?"
    )


def find_change_told_twice(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give rates beside the change that they are the rate of, with last year's figure reckoned."""
    for utterance in utterances:
        spots = utterance.spots
        for new, first, second in zip(spots, spots[1:], spots[2:], strict=False):
            change, rate = (second, first) if _is_share(first) else (first, second)
            if _is_share(rate) and _is_of(new, change) and _is_twice(new, first, second):
                old = _old(new, change)
                if old is not None:
                    others = (new.mention, old)
                    yield Claim(Relation.GROWTH, rate.mention, others, _BASIS)


def _is_share(spot: Spot) -> bool:
    return spot.quantity.kind is QuantityKind.SHARE


def _is_of(new: Spot, change: Spot) -> bool:
    """Tell a change in the unit of a figure, both told to the last one."""
    exact = all(one.is_exact and step_of_last(one.quantity.figure) <= 1 for one in (new, change))
    told = exact and is_count(new) and new.unit == change.unit and not cues.is_change(new.lead)
    return told and change.quantity.kind is new.quantity.kind


def _is_twice(new: Spot, first: Spot, second: Spot) -> bool:
    """Tell whether a change of a figure, and right behind it the same change, go one way."""
    said = cues.grows().search(first.lead)
    again = _again().fullmatch(second.lead)
    of_it = goes_on(new.tail + first.lead) and new.depth <= first.depth == second.depth
    if not (said and again and of_it and not first.tail):
        return False
    return bool(re.fullmatch(FALLS, said["way"])) == bool(again["down"])


def _old(new: Spot, change: Spot) -> Mention | None:
    """Reckon last year's figure, which stands where the change does, with no words to quote."""
    falls = re.search(rf"(?:{FALLS}|{FALL_RATES})(?:了|为)?$", change.lead)
    reckon = add if falls else subtract
    value = reckon(new.quantity.figure.value, change.quantity.figure.value)
    if value <= 0:
        return None
    figure = Figure(value, f"{value}")
    quantity = replace(change.quantity, figure=figure)
    mention = change.mention
    return replace(mention, key=f"{mention.key}_old", quantity=quantity, label="上年", words="")

"""How strictly a list that does not add up is held against its whole."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.claims import cues
from statlint.claims.complete import is_complete, is_disjoint
from statlint.claims.lists import Listed
from statlint.claims.model import Relation
from statlint.claims.slips import is_slip
from statlint.claims.sums import is_near, is_over, total
from statlint.claims.units import is_one_unit
from statlint.claims.utterance import Spot
from statlint.prose import QuantityKind
from statlint.values import Number

NEAR = 10
"""A list that misses its whole by no more than a tenth was meant to be complete."""
CHANNELS_NEAR = 50
"""Ways of publishing overlap: only what all but adds up was meant to."""


def relation_of(whole: Spot, listed: Listed, basis: str) -> Relation:
    """Choose how strictly a list is held against its whole."""
    channels = _is_published(whole, listed) or _overlaps(whole, listed)
    if len(listed.spots) > 1 and listed.is_exact and not listed.open_ended:
        near = is_near(whole, listed.spots, CHANNELS_NEAR if channels else NEAR)
        told = cues.exhaustive().match(basis) or is_complete(listed.spots)
        slip = is_slip(whole, listed.spots, exchanged=channels)
        if near or slip or (told and not channels):
            return Relation.PARTS
    if channels and len(listed.spots) > 1:
        return Relation.EACH_AMONG
    return Relation.AMONG


def _overlaps(whole: Spot, listed: Listed) -> bool:
    """Tell whether one part is the whole already: the others say something else of it."""
    values = [one.quantity.figure.value for one in listed.spots]
    several = sum(value > 0 for value in values) > 1
    return several and whole.quantity.figure.value in values and not is_disjoint(listed.spots)


def _is_published(whole: Spot, listed: Listed) -> bool:
    """Tell whether parts are ways of publishing: one thing may be told by several of them."""
    if cues.asked().search(whole.mention.label) or whole.quantity.kind is QuantityKind.AMOUNT:
        return False
    return any(cues.channel().search(one.mention.label) for one in listed.spots)


def is_sure(
    relation: Relation, whole: Spot, listed: Listed, wholes: Sequence[Spot], basis: str
) -> bool:
    """Tell whether no other reading of a list would do; `wholes` are all that it may be parts of.

    Parts may be told of several figures at once: 收到申请30件、咨询20件，其中网上40件.
    """
    bound = total(one for one in wholes if one.unit == whole.unit)
    if relation is Relation.PARTS:
        return listed.closed and _is_whole_list(whole, listed, bound, basis)
    if relation is Relation.EACH_AMONG:
        largest = max(one.quantity.figure.value for one in listed.spots)
        return largest <= whole.quantity.figure.value or largest > bound
    if not is_over(whole, listed.spots):
        return True
    if not _is_of_one_unit(whole, listed):
        return False
    if is_disjoint(listed.spots) and whole is wholes[0]:
        return True
    return total(listed.spots) > bound and (len(listed.spots) == 1 or listed.closed)


def _is_whole_list(whole: Spot, listed: Listed, bound: Number, basis: str) -> bool:
    """Tell whether a list was meant to be complete, by its sum or by its words."""
    if is_near(whole, listed.spots, NEAR):
        return True
    within = is_over(whole, listed.spots) and total(listed.spots) <= bound
    told = cues.exhaustive().match(basis) or is_complete(listed.spots)
    return bool(told) and not within


def _is_of_one_unit(whole: Spot, listed: Listed) -> bool:
    """Tell whether most parts are counted as their whole is, and more than one if not all."""
    alike = sum(is_one_unit(whole, one) for one in listed.spots)
    return alike == len(listed.spots) or (alike > 1 and alike * 2 > len(listed.spots))

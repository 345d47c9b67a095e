"""Wholes and their parts: X条，其中a条、b条; X条，包括…; X条（a条、b条）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statlint.claims.breakdown_cues import BRACKETS, WITHIN, Cue, bracketed, worded
from statlint.claims.complete import is_complete
from statlint.claims.judged import CHANNELS_NEAR, NEAR, is_sure, relation_of
from statlint.claims.lists import Listed
from statlint.claims.model import Claim, Relation
from statlint.claims.slips import is_slip
from statlint.claims.sums import complete_size, is_near, is_over, is_rounded, total
from statlint.claims.units import is_one_unit
from statlint.claims.utterance import Spot, Utterance
from statlint.prose import Exactness, QuantityKind
from statlint.values import Text

_LONG = 4
"""So many figures in a row are one list, even where some are told by words of doing."""
_LEAST = frozenset({Exactness.EXACT, Exactness.OVER})
"""余 and 以上 say at least so many: enough to be beyond a whole."""


def find_breakdowns(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give the breakdowns of a passage."""
    parts: set[str] = set()
    for at, utterance in enumerate(utterances):
        for cue in (*bracketed(utterance), *worded(utterances[: at + 1], parts)):
            for claim in _claims(cue):
                parts |= {one.key for one in claim.others}
                yield claim


def _claims(cue: Cue) -> Iterator[Claim]:
    """Read the list behind a cue; counts and money may alternate in it, each with its whole."""
    for kind in (QuantityKind.COUNT, QuantityKind.AMOUNT):
        wholes = [one for one in cue.wholes if one.quantity.kind is kind]
        for whole in wholes:
            listed = cue.list_of(whole, over_events=True)
            if listed is None or not (whole.is_exact and listed.is_exact):
                continue
            size = complete_size(whole, listed.spots)
            if size:
                yield _claim(Relation.PARTS, whole, listed.spots[:size], cue)
                yield from _rest(whole, listed.spots[size:], cue)
                break
        else:
            yield from _unequal(cue, wholes)


def _rest(whole: Spot, spots: tuple[Spot, ...], cue: Cue) -> Iterator[Claim]:
    """Read what goes on behind a complete list: often the same whole broken down otherwise."""
    if len(spots) < 2:  # noqa: PLR2004
        return
    apart = ";" in spots[0].lead and not any(one.tail.startswith("等") for one in spots)
    again = is_complete(spots) or is_near(whole, spots, NEAR) or is_slip(whole, spots)
    if total(spots) == whole.quantity.figure.value or (apart and again):
        yield _claim(Relation.PARTS, whole, spots, cue, sure=is_complete(spots))


def _unequal(cue: Cue, wholes: Sequence[Spot]) -> Iterator[Claim]:
    """Hold figures that do not add up against the nearest whole that they may be parts of."""
    if cue.wholes and cue.wholes[0].lead.startswith("、"):
        return  # 收到网上申请5件、信函申请3件。其中…: parts of all of them together
    for whole in wholes:
        listed = _likely_list(cue, whole)
        # A unit in two words (条, 篇) is taken for one only of the figure right before.
        if listed is None or not (whole is cue.wholes[0] or is_one_unit(whole, listed.spots[0])):
            continue
        if whole.utterance == cue.wholes[0].utterance:
            yield from _judged(cue, whole, listed, wholes)
        return


def _judged(cue: Cue, whole: Spot, listed: Listed, wholes: Sequence[Spot]) -> Iterator[Claim]:
    """Say of figures that do not add up how they relate, unless that is open."""
    known = tuple(spot for spot in listed.spots if spot.quantity.exactness in _LEAST)
    relation = relation_of(whole, listed, cue.basis)
    if not (whole.is_exact and known and _is_told(cue, whole, listed, relation)):
        return
    if is_rounded(whole, known):
        return
    if is_over(whole, known) and total(known[1:]) == known[0].quantity.figure.value:
        # The first is the sum of all others: 有效246件，满意240件，不满意6件.
        yield _claim(Relation.AMONG, whole, known[:1], cue)
        yield _claim(Relation.PARTS, known[0], known[1:], cue)
        return
    sure = is_sure(relation, whole, listed, wholes, cue.basis)
    likely = is_near(whole, known, NEAR) or is_slip(whole, known)
    doubted = relation is Relation.EACH_AMONG or (is_over(whole, known) and not likely)
    if sure or not doubted:
        yield _claim(relation, whole, known, cue, sure=sure)


def _is_told(cue: Cue, whole: Spot, listed: Listed, relation: Relation) -> bool:
    """Tell a list from bare numbers that only stand together (Of 100 …, 3 and 5)."""
    if cue.basis not in {BRACKETS, WITHIN}:
        return True
    named = bool(whole.unit) or _is_english(cue, (whole, *listed.spots))
    return named and (relation is Relation.PARTS or cue.basis == WITHIN)


def _is_english(cue: Cue, spots: Sequence[Spot]) -> bool:
    """Tell figures with what they count behind each: 420 staff (250 women and 180 men)."""
    named = all(re.compile(r" ?[a-z]{2}").match(cue.utterance.text, one.end) for one in spots)
    return named and len(spots) > 2 and spots[0].utterance == spots[1].utterance  # noqa: PLR2004


def _likely_list(cue: Cue, whole: Spot) -> Listed | None:
    """Read a list to its end: over words of doing where it all but adds up only with them."""
    listed, longer = cue.list_of(whole), cue.list_of(whole, over_events=True)
    if listed is None or longer is None or is_near(whole, listed.spots, NEAR):
        return listed
    meant = len(longer.spots) >= _LONG and is_near(whole, longer.spots, CHANNELS_NEAR)
    return longer if longer.closed and meant else listed


def _claim(
    relation: Relation, whole: Spot, parts: Sequence[Spot], cue: Cue, *, sure: bool = True
) -> Claim:
    mentions = tuple(spot.mention for spot in parts)
    said = "括号" if cue.basis == BRACKETS else cue.basis.strip(",")
    basis = Text(said, "brackets" if cue.basis == BRACKETS else said)
    return Claim(relation, whole.mention, mentions, basis, sure)

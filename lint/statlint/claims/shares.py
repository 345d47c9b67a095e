"""Shares that a sentence prints beside a figure: 2574条，占3.5%; 分别占60%、40%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.prose import QuantityKind
from statlint.values import Text
from statlint.values.exact import multiply, subtract

_BASIS = Text("占", "of")
_ALL = 100
_SEVERAL = 2
_FAR = 10
"""A share that is off by more than a tenth of itself was reckoned of something else."""


@cache
def _says_share() -> re.Pattern[str]:
    return re.compile(
        r"^[^,;:。(0-9]{0,12}[,(]?(?:约|均|各)?(?:占比?|所占比例|比例|占比例)[^,;:。0-9]{0,20}$"
    )


@cache
def _says_shares() -> re.Pattern[str]:
    return re.compile(r"(?:分别占|占比分别|分别占比|比例分别|各占)[^,;:。0-9]{0,16}$")


def find_shares(
    utterances: Sequence[Utterance], wholes: Mapping[str, Mention], earlier: Sequence[Mention]
) -> Iterator[Claim]:
    """Give the shares of a passage.

    `wholes` gives the whole of each part by its key; `earlier` are wholes that shares before this
    passage were reckoned of.
    """
    for utterance in utterances:
        for share, part in _pairs(utterance):
            if not (share.is_exact and part.is_exact):
                continue
            whole = wholes.get(part.mention.key) or _whole(utterance, share, part, earlier)
            if whole is not None:
                yield Claim(Relation.SHARE, share.mention, (part.mention, whole), _BASIS)


def find_whole_shares(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the shares of parts that are said to be all: they come to 100."""
    shares = {one.others[0].key: one for one in claims if one.relation is Relation.SHARE}
    for claim in claims:
        if claim.relation is not Relation.PARTS or len(claim.others) < _SEVERAL:
            continue
        said = [shares[one.key] for one in claim.others if one.key in shares]
        of = {one.others[1].key for one in said}
        if len(said) == len(claim.others) and claim.stated and of == {claim.stated.key}:
            others = tuple(one.stated for one in said if one.stated)
            yield Claim(Relation.WHOLE_SHARES, None, others, _BASIS)


def _pairs(utterance: Utterance) -> Iterator[tuple[Spot, Spot]]:
    """Give each share with the figure that it is the share of a whole of."""
    spots = utterance.spots
    for at, spot in enumerate(spots):
        if at == 0 or spot.quantity.kind is not QuantityKind.SHARE:
            continue
        before = spots[at - 1]
        if _says_shares().search(spot.lead):
            yield from _in_turn(spots, at)
        elif is_count(before) and _says_share().match(before.tail + spot.lead):
            yield spot, before


def _in_turn(spots: Sequence[Spot], at: int) -> Iterator[tuple[Spot, Spot]]:
    """Give the shares of several figures, told one after the other: 分别占60%、40%."""
    shares = [spots[at]]
    for one in spots[at + 1 :]:
        if one.quantity.kind is not QuantityKind.SHARE or one.lead not in {"、", ",", "和", "及"}:
            break
        shares.append(one)
    parts = [one for one in spots[:at] if is_count(one)][-len(shares) :]
    if len(parts) == len(shares) > 1:
        yield from zip(shares, parts, strict=True)


def _whole(
    utterance: Utterance, share: Spot, part: Spot, earlier: Sequence[Mention]
) -> Mention | None:
    """Find what a share is one of: a figure that bears it out, or else the only one in reach."""
    near = [
        one.mention
        for one in utterance.spots
        if one.end <= part.start and one.unit == part.unit and one.is_exact
    ]
    far = [one for one in reversed(earlier) if one.quantity.unit == part.unit]
    for one in (*near, *far):
        if _off(share, part, one, 0):
            return one
    return near[0] if len(near) == 1 and _off(share, part, near[0], _FAR) else None


def _off(share: Spot, part: Spot, whole: Mention, far: int) -> bool:
    """Tell whether a share is off by no more than its last digit, or than a part of itself."""
    value, of = share.quantity.figure.value, whole.quantity.figure.value
    if not of or part.quantity.figure.value > of:
        return False
    off = subtract(multiply(part.quantity.figure.value, _ALL), multiply(value, of))
    times, most = (far, multiply(value, of)) if far else (10**share.quantity.figure.decimals, of)
    return -most <= multiply(off, times) <= most

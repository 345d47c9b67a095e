"""Shares that a sentence prints beside a figure: 2574条，占3.5%; 分别占60%、40%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from statlint.claims import cues
from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.sums import step_of_last
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance, spots_of
from statlint.dataclass import dataclass
from statlint.prose import QuantityKind
from statlint.values import Text
from statlint.values.exact import multiply, subtract

_BASIS = Text("占", "of")
_ALL = 100
_SEVERAL = 2
_FAR = 10
"""A share that is off by more than a tenth of itself was reckoned of something else."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A share, and the figure that it is the share of a whole of."""

    share: Spot
    part: Spot


@cache
def _says_share() -> re.Pattern[str]:
    return re.compile(
        r"^[^,;:。(0-9]{0,12}[,(]{0,2}(?:约|均|各)?(?:占比?|所占比例|比例|占比例)[^,;:。0-9]{0,20}$"
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
    said = [one.mention for one in spots_of(tuple(utterances)) if is_count(one) and one.is_exact]
    open_ones: list[_Pair] = []
    for pair in _exact_pairs(utterances):
        whole = wholes.get(pair.part.mention.key)
        if whole is not None and (_is_of(pair, whole) or _off(pair, whole, 0)):
            yield from _claims(pair, _named(pair, said) or whole)
        else:
            open_ones.append(pair)
    for pairs in _runs(open_ones):
        yield from _of_one_whole(pairs, _candidates(pairs[0].part, said, earlier))


def find_told_shares(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give the shares whose whole stands right before them: 完成预算数60999万元的40.4%."""
    for utterance in utterances:
        for part, whole, share in zip(
            utterance.spots, utterance.spots[1:], utterance.spots[2:], strict=False
        ):
            exact = part.is_exact and whole.is_exact and share.is_exact
            alike = is_count(part) and is_count(whole) and part.unit == whole.unit
            alike = alike and not cues.is_change(part.lead)
            is_share = share.quantity.kind is QuantityKind.SHARE
            said = _says_whole().fullmatch(part.tail + whole.lead)
            if exact and alike and is_share and said and share.lead in {"的", ")的"}:
                yield from _claims(_Pair(share, part), whole.mention)


@cache
def _says_whole() -> re.Pattern[str]:
    return re.compile(r"[^,;:。]{0,12}[,(]?(?:只|仅|约)?(?:占|完成|为|达到?)[^,;:。]{0,20}")


def _exact_pairs(utterances: Sequence[Utterance]) -> Iterator[_Pair]:
    for utterance in utterances:
        for share, part in _pairs(utterance):
            if share.is_exact and part.is_exact:
                yield _Pair(share, part)


def _is_fine(pair: _Pair, whole: Mention) -> bool:
    """Tell whether rounding of the figures moves their share by less than a tenth of its digit."""
    steps = step_of_last(pair.part.quantity.figure) + step_of_last(whole.quantity.figure)
    digit = 10**pair.share.quantity.figure.decimals
    # Whole numbers are not rounded: their last digits stand for one each.
    return multiply(subtract(steps, 2), 500 * digit) <= whole.quantity.figure.value


def _named(pair: _Pair, said: Sequence[Mention]) -> Mention | None:
    """Find the figure that the words of a share name (占全国人口的), if it bears the share out."""
    base = base_of(pair.share)
    if not base:
        return None
    fitting = (one for one in said if base[-2:] in one.words and _off(pair, one, 0))
    return next((one for one in fitting if one.quantity.unit == pair.part.unit), None)


def base_of(share: Spot) -> str:
    """Give what a share says that it is of: 文件 of 占文件总数的; empty where it does not."""
    return _filling().sub("", share.clause.rpartition("占")[2])


def _is_of(pair: _Pair, whole: Mention) -> bool:
    """Tell whether the words of a share (占文件总数的) name its whole, or none at all."""
    base = base_of(pair.share)
    named = whole.words
    return not base or any(base[at : at + 2] in named for at in range(max(1, len(base) - 1)))


@cache
def _filling() -> re.Pattern[str]:
    return re.compile(
        r"比例?|约|近|为|达到?|的|了|总件数|总条数|总数量?|总量|总|全部|全年|所有|数|其"
    )


def _claims(pair: _Pair, whole: Mention) -> Iterator[Claim]:
    """State a share; none of figures that are too rounded (1.4万 of 15.7万), unless it holds."""
    if _is_fine(pair, whole) or _off(pair, whole, 0):
        others = (pair.part.mention, whole)
        yield Claim(Relation.SHARE, pair.share.mention, others, _BASIS)


def _runs(pairs: Sequence[_Pair]) -> Iterator[list[_Pair]]:
    """Give the pairs of one unit in one sentence, or in sentences in a row: they have one whole."""
    runs: list[list[_Pair]] = []
    for pair in pairs:
        last = runs[-1][-1].part if runs else None
        if last and last.unit == pair.part.unit and pair.part.utterance - last.utterance <= 1:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    yield from runs


def _candidates(
    part: Spot, said: Sequence[Mention], earlier: Sequence[Mention]
) -> Sequence[Mention]:
    """Give the figures that may be the whole of a part, nearest first."""
    before = said[: said.index(part.mention)]
    near = [one for one in reversed(before) if one.quantity.unit == part.unit]
    return near + [one for one in reversed(earlier) if one.quantity.unit == part.unit]


def _of_one_whole(pairs: Sequence[_Pair], candidates: Sequence[Mention]) -> Iterator[Claim]:
    """Choose the whole that bears out most shares of a sentence; it then holds for all of them."""
    several = len(pairs) > 1
    borne = {
        one.key: sum(_is_borne(pair, one, cut_off=several) for pair in pairs) for one in candidates
    }
    best = max(candidates, key=lambda one: borne[one.key], default=None)
    if best is not None and borne[best.key] * 2 >= len(pairs):
        # One share that another figure bears out by chance proves nothing of the others.
        sure = borne[best.key] > 1 and borne[best.key] * 3 >= len(pairs) * 2
        for pair in pairs:
            if _off(pair, best, _FAR) if sure else _is_borne(pair, best, cut_off=several):
                yield from _claims(pair, best)
    elif len(pairs) == 1 and len(candidates) == 1 and _off(pairs[0], candidates[0], _FAR):
        yield from _claims(pairs[0], candidates[0])


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


def find_shared_parts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give parts that nothing else says to be all, but whose shares come to 100."""
    known = {one.stated.key for one in claims if one.relation is Relation.PARTS and one.stated}
    shares = [one for one in claims if one.relation is Relation.SHARE and one.stated]
    for key, run in groupby(shares, key=lambda one: one.others[1].key):
        said = list(run)
        total = sum(one.stated.quantity.figure.value for one in said if one.stated)
        if key not in known and len(said) > 1 and -1 <= (total - _ALL) * 2 <= 1:
            parts = tuple(one.others[0] for one in said)
            basis = Text("占比合计100%", "shares of 100 %")
            yield Claim(Relation.PARTS, said[0].others[1], parts, basis, sure=False)


def _pairs(utterance: Utterance) -> Iterator[tuple[Spot, Spot]]:
    """Give each share with the figure that it is the share of a whole of."""
    spots = utterance.spots
    for at, spot in enumerate(spots):
        if at == 0 or spot.quantity.kind is not QuantityKind.SHARE:
            continue
        # An aside between a figure and its share is not what the share is of: 328个(含153个)，占.
        earlier = [one for one in spots[:at][::-1] if one.depth <= spot.depth]
        before = next((one for one in earlier if not cues.is_change(one.lead)), spot)
        if _says_shares().search(spot.lead):
            yield from _in_turn(spots, at)
        elif is_count(before) and (
            _says_share().match(_without_asides(before.tail + spot.lead))
            or _is_aside(utterance, spot)
        ):
            yield spot, before


def _without_asides(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)


def _is_aside(utterance: Utterance, share: Spot) -> bool:
    """Tell a share that stands in brackets alone: 投诉类67件(48.2%)."""
    return share.lead == "(" and utterance.text[share.end : share.end + 1] == ")"


def _in_turn(spots: Sequence[Spot], at: int) -> Iterator[tuple[Spot, Spot]]:
    """Give the shares of several figures, told one after the other: 分别占60%、40%."""
    shares = [spots[at]]
    for one in spots[at + 1 :]:
        if one.quantity.kind is not QuantityKind.SHARE or one.lead.strip() not in {
            "、",
            ",",
            "和",
            "及",
        }:
            break
        shares.append(one)
    parts = [one for one in spots[:at] if is_count(one)][-len(shares) :]
    if len(parts) == len(shares) > 1:
        yield from zip(shares, parts, strict=True)


def _is_borne(pair: _Pair, whole: Mention, *, cut_off: bool) -> bool:
    """Tell whether a share is that of a whole, rounded as it should be or cut off as well."""
    part, of = pair.part.quantity.figure.value, whole.quantity.figure.value
    if not of or part > of:
        return False
    figure = pair.share.quantity.figure
    off = subtract(multiply(part, _ALL), multiply(figure.value, of))
    return -of <= multiply(off, 2 * 10**figure.decimals) <= (2 * of if cut_off else of)


def _off(pair: _Pair, whole: Mention, far: int) -> bool:
    """Tell whether a share is off by no more than its last digit, or than a part of itself."""
    share, part = pair.share, pair.part
    value, of = share.quantity.figure.value, whole.quantity.figure.value
    if not of or part.quantity.figure.value > of:
        return False
    off = subtract(multiply(part.quantity.figure.value, _ALL), multiply(value, of))
    times, most = (far, multiply(value, of)) if far else (10**share.quantity.figure.decimals, of)
    return -most <= multiply(off, times) <= most

"""How much more or less than in another period: 同比增长0.9%, 较上年增加120条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims import cues
from statlint.claims.model import Claim, Relation
from statlint.claims.sums import step_of_last
from statlint.claims.units import is_count, kin
from statlint.claims.utterance import Spot, Utterance
from statlint.pattern import pattern_of
from statlint.prose import QuantityKind
from statlint.values import Text

_YEAR = pattern_of(r"(?:19|20)[0-9]{2}(?=年)")


@cache
def _of_last_year() -> re.Pattern[str]:
    return re.compile(
        r"(?:上年|去年|上一年|前一年|同期)(?:(?!结转|遗留)[^,;:。])*$|由[^,;:。]*$|从[^,;:。]*$"
    )


@cache
def _plain_growth() -> re.Pattern[str]:
    return re.compile(r"^[,(]?(?:同比|净|共)?(?:增加|增长|上升|提高|减少|下降|降低)(?:了|约)?$")


@cache
def _goes_on() -> re.Pattern[str]:
    """Tell a difference of the figure right before it from that of something else."""
    what = r"(?:数|总数|数量|总量|件数|条数|申请量|收件量|公开量|发布量)?"
    return re.compile(
        rf"^(?:的[^,;:。]{{0,12}})?[,(、:]?(?:总体)?{what}(?:同比|环比|较|比|与|相比)"
    )


def goes_on(words: str) -> bool:
    """Tell whether words behind a figure compare it, and nothing else, with another period."""
    return _goes_on().match(words) is not None


def find_growth(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give what the sentences say of change since another period."""
    for utterance in utterances:
        for at, spot in enumerate(utterance.spots):
            before = [one for one in utterance.spots[:at] if one.depth <= spot.depth]
            yield from _growth(spot, before, utterance.spots[at + 1 : at + 2])


def _growth(spot: Spot, before: Sequence[Spot], behind: Sequence[Spot]) -> Iterator[Claim]:
    if "分别" in spot.lead:
        return
    said = cues.grows().search(spot.lead)
    plain = _plain_growth().match(spot.lead)
    if not said and not plain:
        return
    pair = _pair([one for one in before if is_count(one) and not cues.is_change(one.lead)], spot)
    basis = Text(said["said"] if said else "增减", "change")
    if pair is not None:
        yield Claim(_relation(spot), spot.mention, tuple(one.mention for one in pair), basis)
    elif said and before and goes_on(before[-1].tail + spot.lead) and _one(spot, before):
        old = [one.mention for one in behind if _is_old(one, before[-1])]
        yield Claim(_relation(spot), spot.mention, (before[-1].mention, *old), basis)


def _is_old(spot: Spot, new: Spot) -> bool:
    """Tell last year's figure that stands behind a difference: 同比增加4场次，上年为10场次."""
    said = re.fullmatch(
        r"[,;(]?(?:而)?(?:上年|去年|上一年|上年度)(?:同期)?(?:为|是|有)?", spot.lead
    )
    return said is not None and spot.is_exact and spot.unit == new.unit


def _relation(spot: Spot) -> Relation:
    return Relation.GROWTH if spot.quantity.kind is QuantityKind.SHARE else Relation.CHANGE


def _one(spot: Spot, before: Sequence[Spot]) -> bool:
    """Tell whether a difference can be one of the figure before it."""
    new = before[-1]
    if cues.is_change(new.lead) or not new.is_exact:
        return False
    if spot.quantity.kind is QuantityKind.POINTS:
        return new.quantity.kind is QuantityKind.SHARE
    if spot.quantity.kind is QuantityKind.SHARE:
        return is_count(new)
    return is_count(new) and new.unit == spot.unit


def _pair(before: Sequence[Spot], spot: Spot) -> tuple[Spot, Spot] | None:
    """Find the new figure and the old one, where the sentence gives both and only these."""
    if spot.quantity.kind is QuantityKind.POINTS or len(before) != 2:  # noqa: PLR2004
        return None
    first, second = before
    exact = [one.is_exact and step_of_last(one.quantity.figure) <= 1 for one in before]
    alike = first.unit == second.unit and all(exact)
    if not alike or (is_count(spot) and not kin(spot, second)) or not _is_one_thing(first, second):
        return None
    years = [_YEAR.findall(one.lead) for one in before]
    if _of_last_year().search(first.lead) and _changed_to().search(second.lead):
        return second, first
    if _of_last_year().search(second.clause):
        return first, second
    if all(years) and abs(int(years[0][-1]) - int(years[1][-1])) == 1:
        return (first, second) if years[0][-1] > years[1][-1] else (second, first)
    return None


def _is_one_thing(first: Spot, second: Spot) -> bool:
    """Tell whether two figures count the same in two periods."""
    one, other = (_without_period().sub("", spot.mention.label) for spot in (first, second))
    return one == other or not one or not other


@cache
def _without_period() -> re.Pattern[str]:
    return re.compile(
        r"(?:19|20)[0-9]{2}年(?:度)?|上一?年度?|去年|前年|今年|本年度?|同期|全年|同|的|为|是|由|从|比|较|与"
        r"|(?:增加|增长|上升|提高|提升|减少|下降|降低|增|减)(?:到|至|为)?|达到?|数量?|相比"
    )


@cache
def _changed_to() -> re.Pattern[str]:
    return re.compile(r"(?:增|减|升|降|提高|提升)[^,;:。]{0,3}(?:到|至|为)")

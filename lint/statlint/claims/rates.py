"""Rates of what was done: 制发公文707件，主动公开673件，主动公开率95.19%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims.model import Claim, Relation
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.prose import QuantityKind
from statlint.values import Text
from statlint.values.exact import multiply, subtract

_ALL = 100
_FAR = 10
"""A rate that is off by more than a tenth of itself was reckoned of something else."""
_TIMELY = ("按时", "按期", "及时", "限时", "满意", "知晓", "准确", "规范", "差评", "好评", "覆盖")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(
        r"(?P<root>办结|答复|回复|办复|主动公开|公开|受理|解读|采纳|回应|处理|完成|整改|同意公开|部分公开|不予公开)"
        r"(?:合格)?(?:率|比例|比率|比)(?:约|近|达到?|为|是|均为|均达|均|:)*$"
    )


def find_rates(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give the rates whose figures both stand before them in their sentence."""
    for utterance in utterances:
        for at, spot in enumerate(utterance.spots):
            found = _rate().search(spot.clause)
            if not found or spot.quantity.kind is not QuantityKind.SHARE:
                continue
            before = [one for one in utterance.spots[:at] if one.depth <= spot.depth]
            claim = _claim(spot, before, found["root"])
            if claim is not None:
                yield claim


def _claim(spot: Spot, before: Sequence[Spot], root: str) -> Claim | None:
    pair = before[-2:]
    if len(pair) != 2 or not all(is_count(one) and one.is_exact for one in pair):  # noqa: PLR2004
        return None
    whole, part = pair
    of_one_kind = whole.unit == part.unit and part.utterance == whole.utterance
    named = _stem(root) in part.lead + part.tail and _stem(root) not in whole.clause
    if not (of_one_kind and named and spot.is_exact):
        return None
    if any(word in spot.clause for word in _TIMELY) or not _in_reach(spot, part, whole):
        return None
    if _value(spot) == _ALL and re.search(r"结转|在办|正在|尚未|未到期", spot.lead + part.lead):
        return None
    basis = Text(f"{root}率", "rate")
    others = (part.mention, whole.mention)
    return Claim(Relation.SHARE, spot.mention, others, basis, sure=_value(spot) != _ALL)


def _stem(root: str) -> str:
    return {"办复": "复", "回复": "复", "答复": "复", "主动公开": "公开"}.get(root, root)


def _value(spot: Spot) -> object:
    return spot.quantity.figure.value


def _in_reach(spot: Spot, part: Spot, whole: Spot) -> bool:
    """Tell whether the rate can be one of these figures, if only wrongly reckoned."""
    done, all_of = part.quantity.figure.value, whole.quantity.figure.value
    if not all_of or done > all_of:
        return False
    rate = multiply(spot.quantity.figure.value, all_of)
    off = multiply(subtract(multiply(done, _ALL), rate), _FAR)
    return -rate <= off <= rate

"""Rates of what was done: 制发公文707件，主动公开673件，主动公开率95.19%."""

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

_ALL = 100
_FAR = 3
"""A rate that is off by more than a third of itself was reckoned of something else."""
_TIMELY = ("按时", "按期", "及时", "限时", "满意", "知晓", "准确", "规范", "差评", "好评", "覆盖")
_WRONG = "(?:错|不正确|不准确)"
"""What a rate of errors is named after: 有8条存在错别字，差错率13.3%."""


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(
        r"(?P<root>主动公开|[\u4e00-\u9fff]{2})(?:率|比例|比率)(?:约|近|达到?|为|是|均为|均达|均|:)*$"
    )


@cache
def _on_their_way() -> re.Pattern[str]:
    return re.compile(r"结转|在办|正在|尚未|未到期|办理中")


def find_rates(utterances: Sequence[Utterance], wholes: Mapping[str, Mention]) -> Iterator[Claim]:
    """Give the rates whose figures both stand before them in their sentence.

    `wholes` gives the whole of each part by its key.
    """
    for number, utterance in enumerate(utterances):
        earlier = utterances[number - 1].spots if number else ()
        for at, spot in enumerate(utterance.spots):
            found = _rate().search(spot.clause)
            if not found or spot.quantity.kind is not QuantityKind.SHARE or not spot.is_exact:
                continue
            before = [one for one in utterance.spots[:at] if one.depth <= spot.depth]
            before = [one for one in earlier if one.depth == 0][-1:] + before
            pair = _pair(before, found["root"], wholes)
            if _on_their_way().search(utterance.text) and spot.quantity.figure.value == _ALL:
                continue
            claim = pair and _claim(spot, *pair, found["root"])
            if claim:
                yield claim


def _pair(
    before: Sequence[Spot], root: str, wholes: Mapping[str, Mention]
) -> tuple[Spot, Spot] | None:
    """Find what was done (named as the rate is), and what it was done of."""
    counts = [one for one in before if is_count(one)]
    for at, part in reversed(list(enumerate(counts))):
        of = wholes.get(part.mention.key)
        above = [one for one in counts[:at] if one.mention is of] if of else counts[at - 1 : at]
        if (
            above
            and _is_named(part, root)
            and (_is_due(above[0], root) or not _is_named(above[0], root))
        ):
            whole = above[0]
            of_one_kind = part.is_exact and whole.is_exact and part.unit == whole.unit
            return (part, whole) if of_one_kind else None
        if not of:
            return None
    return None


def _is_due(spot: Spot, root: str) -> bool:
    """Tell what should be done from what was: 应公开80件，已公开72件."""
    return re.search(rf"[应需拟]当?{_stem(root)}", spot.clause) is not None


def _is_named(spot: Spot, root: str) -> bool:
    return re.search(rf"(?<![不未]){_stem(root)}", spot.clause + spot.tail) is not None


def _claim(spot: Spot, part: Spot, whole: Spot, root: str) -> Claim | None:
    named = re.search(r"([\u4e00-\u9fff]{4})率", spot.clause)
    same = named is not None and named[1] in part.clause  # 按期办结7298件，按期办结率
    if not same and any(word in spot.clause for word in _TIMELY):
        return None
    if not _in_reach(spot, part, whole):
        return None
    wrong = _stem(root) == _WRONG  # one thing may have several errors
    if wrong and not re.search(r"[抽检核]查|抽检|抽样|监测", whole.clause):
        return None
    others = (part.mention, whole.mention)
    basis = Text(f"{root}率", "rate")
    sure = spot.quantity.figure.value != _ALL and not wrong
    return Claim(Relation.SHARE, spot.mention, others, basis, sure=sure)


def _stem(root: str) -> str:
    stems = {"办复": "复", "回复": "复", "答复": "复", "差错": _WRONG, "错误": _WRONG}
    return stems.get(root, root)


def _in_reach(spot: Spot, part: Spot, whole: Spot) -> bool:
    """Tell whether the rate can be one of these figures, if only wrongly reckoned."""
    done, all_of = part.quantity.figure.value, whole.quantity.figure.value
    if not all_of or done > all_of:
        return False
    rate = multiply(spot.quantity.figure.value, all_of)
    off = multiply(subtract(multiply(done, _ALL), rate), _FAR)
    return -rate <= off <= rate

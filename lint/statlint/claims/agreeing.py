"""One figure that is given in two places under one label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims import cues
from statlint.claims.model import Claim, Relation
from statlint.claims.sums import is_near
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot
from statlint.values import Text, label_key

_SHORTEST = 8
"""Signs of a label that says enough to be about one thing."""
_NEAR = 10
"""Figures that are further apart were counted of different things."""
_BASIS = Text("同一指标", "the same label")


@cache
def _scope() -> re.Pattern[str]:
    """Find words that make a figure one of another time, office, or way."""
    return re.compile(
        r"(?:19|20)[0-9]{2}年|上年|去年|同期|月|季度|累计|历年|以来|新增|本级|全[市县区镇州省旗]|所属|下属|"
        r"其中|通过|分别|平均|每|第|上级|截至|各[县市区镇乡]"
    )


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"主动公开|收到|受理|新收|办结|答复|发布|制发|回应|解读")


def find_same(spots: Sequence[Spot], parts: set[str]) -> Iterator[Claim]:
    """Give pairs of figures under one label; `parts` are the keys of figures that are parts."""
    known: dict[tuple[str, str], Spot] = {}
    for spot in spots:
        label = label_key(spot.mention.label)
        if not _may_recur(spot, label) or spot.mention.key in parts:
            continue
        first = known.setdefault((label, spot.unit), spot)
        if first is not spot and _words(first) == _words(spot) and is_near(first, [spot], _NEAR):
            others = (first.mention,)
            yield Claim(Relation.SAME, spot.mention, others, _BASIS, sure=False)


def _may_recur(spot: Spot, label: str) -> bool:
    if not (is_count(spot) and spot.is_exact and spot.depth == 0 and spot.unit):
        return False
    said = len(label) >= _SHORTEST and bool(_whole().search(label))
    return said and not cues.is_change(spot.lead)


def _words(spot: Spot) -> tuple[str, ...]:
    """Give the words that say which figure of its kind it is."""
    return tuple(sorted(set(_scope().findall(spot.mention.words))))

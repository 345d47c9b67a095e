"""The same relations in English: 91 of 124 requests (73.4%); 1,234, up 12% from 1,102."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims.model import Claim, Relation
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.prose import QuantityKind
from statlint.values import Text


@cache
def _out_of() -> re.Pattern[str]:
    return re.compile(r"\s?(?:\w+ )?(?:out )?of (?:the |all |these )?$")


@cache
def _up() -> re.Pattern[str]:
    return re.compile(
        r"[^,;.:]*[,(]? ?(?:and )?(?:up|down|an? (?:increase|rise|decrease|fall) of) "
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(r" (?:from|on|compared with|over) (?:the )?$")


def find_english(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give shares and growth as English sentences tell them."""
    for utterance in utterances:
        for first, second, third in zip(
            utterance.spots, utterance.spots[1:], utterance.spots[2:], strict=False
        ):
            if all(one.is_exact for one in (first, second, third)):
                yield from _share(first, second, third)
                yield from _growth(first, second, third)


def _share(part: Spot, whole: Spot, share: Spot) -> Iterator[Claim]:
    counts = is_count(part) and is_count(whole) and share.quantity.kind is QuantityKind.SHARE
    between = part.tail + whole.lead
    if counts and _out_of().fullmatch(between) and re.search(r"[(,]\s?(?:or )?$", share.lead):
        others = (part.mention, whole.mention)
        yield Claim(Relation.SHARE, share.mention, others, Text("占", "of"))


def _growth(new: Spot, rate: Spot, old: Spot) -> Iterator[Claim]:
    counts = is_count(new) and is_count(old) and rate.quantity.kind is QuantityKind.SHARE
    if counts and _up().fullmatch(new.tail + rate.lead) and _from().fullmatch(rate.tail + old.lead):
        others = (new.mention, old.mention)
        yield Claim(Relation.GROWTH, rate.mention, others, Text("同比", "up from"))

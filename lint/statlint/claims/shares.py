"""Shares that a sentence prints beside a figure: 2574条，占3.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance, spots_of
from statlint.prose import QuantityKind
from statlint.values import Text

_BASIS = Text("占", "of")


@cache
def _says_share() -> re.Pattern[str]:
    return re.compile(r"^[,(]?(?:约|均|各)?(?:占|占比|所占比例|比例)[^,;:。0-9]{0,20}$")


def find_shares(utterances: Sequence[Utterance], wholes: dict[str, Mention]) -> Iterator[Claim]:
    """Give the shares of a passage; `wholes` gives the whole of each part by its key."""
    before: Spot | None = None
    for spot in spots_of(tuple(utterances)):
        if spot.quantity.kind is QuantityKind.SHARE and before is not None and is_count(before):
            part, whole = before.mention, wholes.get(before.mention.key)
            close = before.utterance == spot.utterance and _says_share().match(
                before.tail + spot.lead
            )
            if close and whole is not None and before.is_exact and spot.is_exact:
                yield Claim(Relation.SHARE, spot.mention, (part, whole), _BASIS)
        before = spot

"""From prose to what it claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.claims.bare import find_bare
from statlint.claims.breakdowns import find_breakdowns
from statlint.claims.growth import find_growth
from statlint.claims.model import Claim, Claims, Mention, Relation
from statlint.claims.nothing import find_nothing
from statlint.claims.rates import find_rates
from statlint.claims.shares import find_shares
from statlint.claims.utterance import Utterance, read_utterances, spots_of
from statlint.prose import Prose

_WITH_WHOLE = {Relation.PARTS, Relation.AMONG, Relation.EACH_AMONG}


def find_claims(prose: Prose) -> Claims:
    """Read the relations that the sentences of a document state between their figures."""
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for passage in prose.passages:
        utterances = read_utterances(passage)
        shared = [one.others[1] for one in claims if one.relation is Relation.SHARE]
        found = list(_passage(utterances, shared))
        mentions.extend(spot.mention for spot in spots_of(utterances))
        mentions.extend(_said_in_words(found))
        claims.extend(found)
    return Claims(prose, tuple(mentions), tuple(claims))


def _passage(utterances: tuple[Utterance, ...], shared: list[Mention]) -> Iterator[Claim]:
    sums = list(find_breakdowns(utterances))
    known = {claim.stated.key for claim in sums if claim.stated is not None}
    sums.extend(find_bare(utterances, known))
    yield from sums
    yield from find_shares(utterances, dict(_wholes(sums)), shared)
    yield from find_rates(utterances)
    yield from find_growth(utterances)
    yield from find_nothing(utterances)


def _said_in_words(claims: Iterable[Claim]) -> Iterator[Mention]:
    for claim in claims:
        if claim.relation is Relation.NONE and claim.stated is not None:
            yield claim.stated


def _wholes(claims: list[Claim]) -> Iterator[tuple[str, Mention]]:
    """Give the whole of each part."""
    for claim in claims:
        if claim.relation in _WITH_WHOLE and claim.stated is not None:
            for part in claim.others:
                yield part.key, claim.stated

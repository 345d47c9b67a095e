"""From prose to what it claims."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.claims.breakdowns import find_breakdowns
from statlint.claims.model import Claim, Claims, Mention, Relation
from statlint.claims.shares import find_shares
from statlint.claims.utterance import read_utterances, spots_of
from statlint.prose import Passage, Prose

_WITH_WHOLE = {Relation.PARTS, Relation.AMONG, Relation.EACH_AMONG}


def find_claims(prose: Prose) -> Claims:
    """Read the relations that the sentences of a document state between their figures."""
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for passage in prose.passages:
        found, said = _passage(passage)
        mentions.extend(found)
        claims.extend(said)
    return Claims(prose, tuple(mentions), tuple(claims))


def _passage(passage: Passage) -> tuple[list[Mention], list[Claim]]:
    if not any(sentence.quantities for sentence in passage.sentences):
        return [], []
    utterances = read_utterances(passage)
    mentions = [spot.mention for spot in spots_of(utterances)]
    claims = list(find_breakdowns(utterances))
    claims.extend(find_shares(utterances, dict(_wholes(claims))))
    return mentions, claims


def _wholes(claims: list[Claim]) -> Iterator[tuple[str, Mention]]:
    """Give the whole of each part."""
    for claim in claims:
        if claim.relation in _WITH_WHOLE and claim.stated is not None:
            for part in claim.others:
                yield part.key, claim.stated

"""From prose to what it claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.claims.agreeing import find_same
from statlint.claims.bare import find_bare
from statlint.claims.breakdowns import find_breakdowns
from statlint.claims.change_told_twice import find_change_told_twice
from statlint.claims.english import find_english
from statlint.claims.growth import find_growth
from statlint.claims.listed import find_listed
from statlint.claims.model import Claim, Claims, Mention, Relation
from statlint.claims.nothing import find_nothing
from statlint.claims.over_sentences import find_over_sentences, find_results
from statlint.claims.rates import find_rates
from statlint.claims.share_lists import find_share_lists
from statlint.claims.shares import (
    find_shared_parts,
    find_shares,
    find_told_shares,
    find_whole_shares,
)
from statlint.claims.utterance import Spot, Utterance, read_utterances, spots_of
from statlint.prose import Prose

_MOST_FIGURES = 150
"""What holds more figures is a table that lost its lines, not a sentence."""
_WITH_WHOLE = {Relation.PARTS, Relation.AMONG, Relation.EACH_AMONG}


def find_claims(prose: Prose) -> Claims:
    """Read the relations that the sentences of a document state between their figures."""
    spots: list[Spot] = []
    claims: list[Claim] = []
    before: list[Spot] = []
    following = [one.paragraph.text for one in prose.passages[1:]] + [""] * bool(prose.passages)
    for passage, text in zip(prose.passages, following, strict=True):
        said = read_utterances(passage)
        utterances = tuple(one for one in said if len(one.spots) <= _MOST_FIGURES)
        shared = [one.others[1] for one in claims if one.relation is Relation.SHARE]
        claims.extend(_passage(utterances, shared, before, text))
        before = list(spots_of(utterances))
        spots.extend(before)
    parts = {part.key for claim in claims for part in claim.others}
    claims.extend(find_same(spots, parts))
    mentions = (*(spot.mention for spot in spots), *_said_in_words(claims))
    return Claims(prose, mentions, tuple(claims))


def _passage(
    utterances: tuple[Utterance, ...],
    shared: list[Mention],
    before: list[Spot],
    following: str,
) -> Iterator[Claim]:
    claims = list(find_breakdowns(utterances))
    known = {claim.stated.key for claim in claims if claim.stated is not None}
    known |= {part.key for claim in claims for part in claim.others}
    claims.extend(find_bare(utterances, known))
    claims.extend(find_over_sentences(utterances))
    claims.extend(find_results(utterances, [one for one in before if one.depth == 0], claims))
    wholes = dict(_wholes(claims))
    claims.extend(find_shares(utterances, wholes, shared))
    claims.extend(find_shared_parts(claims))
    yield from claims
    claims = list(find_whole_shares(claims))
    yield from claims
    yield from find_share_lists(utterances, claims)
    yield from find_told_shares(utterances)
    yield from find_rates(utterances, wholes)
    yield from find_growth(utterances)
    yield from find_change_told_twice(utterances)
    yield from find_english(utterances)
    yield from find_listed(utterances, following)
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

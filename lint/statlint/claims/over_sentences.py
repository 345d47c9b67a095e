"""Sums over several sentences: results behind what came in, and totals with a sentence a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from statlint.claims.bare import all_told, is_meant, sum_claim, value_of
from statlint.claims.complete import are_who_or_how
from statlint.claims.lists import list_from
from statlint.claims.model import Claim
from statlint.claims.sums import complete_size, total
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.values.exact import add

_FARTHEST = 6
_VERB = 2
_ENOUGH = 3
"""So many sentences in a row are a list."""


def find_results(
    utterances: Sequence[Utterance], before: Sequence[Spot], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Give lists that are sentences of their own, behind the sentence with their whole.

    `before` are the figures of the passage before. Only what adds up exactly is taken for one, or
    all but does and names all who asked, or all ways: results may be of cases carried over.
    """
    taken = {part.key for claim in claims for part in claim.others}
    wholes = list(before)
    for utterance in utterances:
        spots = [one for one in utterance.spots if one.depth == 0 and is_count(one)]
        first = spots[0] if spots else None
        if first is not None and first.unit and first.mention.key not in taken:
            yield from _results(utterance, first, wholes)
        wholes.extend(spots)


def _results(utterance: Utterance, first: Spot, wholes: Sequence[Spot]) -> Iterator[Claim]:
    likely: list[Claim] = []
    for whole in wholes[: -_FARTHEST - 1 : -1]:
        listed = list_from(utterance, 0, 0, whole, over_events=True)
        if listed is None or not (listed.is_exact and whole.is_exact) or first.unit != whole.unit:
            continue
        size = complete_size(whole, listed.spots)
        if size:
            yield sum_claim(whole, listed.spots[:size], "列举")
            return
        named = are_who_or_how([one.mention.label for one in listed.spots])
        if named and is_meant(whole, listed.spots) and not _is_of_several(listed.spots, wholes):
            likely.append(sum_claim(whole, listed.spots, "列举", sure=False))
    # Who asked, and how, is told of what came in, not of what was answered.
    yield from likely[-1:]


def _is_of_several(parts: Sequence[Spot], wholes: Sequence[Spot]) -> bool:
    """Tell whether parts are of two figures together: what came in, and what was carried over."""
    last = [value_of(one) for one in wholes[-_FARTHEST:]]
    return any(total(parts) == add(*pair) for pair in combinations(last, 2))


def find_over_sentences(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give totals whose parts have a sentence each: 公开信息25条。公开概况类18条。公开法规类7条."""
    for at, utterance in enumerate(utterances):
        whole = _only_figure(utterance)
        if whole is None or not all_told().search(whole.clause):
            continue
        parts: list[Spot] = []
        for following in utterances[at + 1 :]:
            part = _only_figure(following)
            if part is None or part.unit != whole.unit or "其中" in part.lead:
                break
            if parts and part.lead[:_VERB] != parts[0].lead[:_VERB]:
                break
            parts.append(part)
        if len(parts) >= _ENOUGH and is_meant(whole, parts):
            yield sum_claim(whole, parts, "列举", sure=total(parts) == value_of(whole))


def _only_figure(utterance: Utterance) -> Spot | None:
    spots = [one for one in utterance.spots if is_count(one)]
    return spots[0] if len(spots) == 1 and spots[0].is_exact and spots[0].unit else None

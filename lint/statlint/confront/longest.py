"""The longest part of a row that is in order: what is left is the least that can be wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from statlint.facts import Fact
from statlint.values import Number, exact


def rising(values: Sequence[Number]) -> list[int]:
    """Give the places of the longest selection of values that never falls; the latest of equals."""
    tails: list[Number] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_right(tails, value)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [place]
    return _trail(ends[-1], before) if ends else []


def _trail(end: int, before: Sequence[int]) -> list[int]:
    found = []
    while end >= 0:
        found.append(end)
        end = before[end]
    return found[::-1]


def in_order(
    scores: Sequence[Number], places: Sequence[Number], weights: Sequence[int]
) -> set[int]:
    """Give the indexes of the heaviest selection of lines whose places follow their scores.

    Of two lines the one with the higher score has the smaller place; equal scores, equal places.
    """
    kinds = sorted(set(zip(scores, places, strict=True)), key=lambda kind: (-kind[0], kind[1]))
    weight_of = dict.fromkeys(kinds, 0)
    for score, place, weight in zip(scores, places, weights, strict=True):
        weight_of[score, place] += weight
    kept = set(_heaviest(kinds, weight_of))
    return {at for at, kind in enumerate(zip(scores, places, strict=True)) if kind in kept}


_Kind: TypeAlias = tuple[Number, Number]


def _heaviest(kinds: Sequence[_Kind], weight_of: Mapping[_Kind, int]) -> list[_Kind]:
    """Give the heaviest chain: scores fall from one to the next while places rise."""
    ranks = {place: at for at, place in enumerate(sorted({place for _, place in kinds}), 1)}
    best: list[tuple[int, _Kind | None]] = [(0, None)] * (len(ranks) + 1)
    before: dict[_Kind, _Kind | None] = {}
    for _, group in groupby(kinds, key=lambda kind: kind[0]):
        # Lines with one score do not follow each other: all are weighed before any is entered.
        weighed = [(kind, *_best_below(best, ranks[kind[1]] - 1)) for kind in group]
        for kind, weight, last in weighed:
            before[kind] = last
            _enter(best, ranks[kind[1]], (weight + weight_of[kind], kind))
    end = _best_below(best, len(ranks))[1]
    chain = []
    while end is not None:
        chain.append(end)
        end = before[end]
    return chain


def _best_below(best: Sequence[tuple[int, _Kind | None]], rank: int) -> tuple[int, _Kind | None]:
    """Give the heaviest chain that ends at a rank or before it (a tree of Fenwick)."""
    found: tuple[int, _Kind | None] = (0, None)
    while rank > 0:
        found = best[rank] if best[rank][0] > found[0] else found
        rank -= rank & -rank
    return found


def _enter(
    best: list[tuple[int, _Kind | None]], rank: int, chain: tuple[int, _Kind | None]
) -> None:
    while rank < len(best):
        best[rank] = chain if chain[0] > best[rank][0] else best[rank]
        rank += rank & -rank


def first_fall(facts: Sequence[Fact | None]) -> Fact | None:
    """Give the first figure that is out of order among figures that should never fall."""
    cells = [fact for fact in facts if fact is not None and fact.figure]
    # Read from the end, of two figures of which either may be wrong the earlier one is kept.
    backwards = [exact.subtract(0, fact.figure.value) for fact in reversed(cells) if fact.figure]
    kept = {len(cells) - 1 - place for place in rising(backwards)}
    return next((fact for place, fact in enumerate(cells) if place not in kept), None)

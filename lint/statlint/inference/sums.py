"""Totals and their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log2

from statlint.inference.ground import Ground, ground_of
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Tier, evidence_of
from statlint.inference.settle import Hypothesis, collapsed, settle
from statlint.inference.sums_gaps import pairs_of, skips_of
from statlint.inference.sums_labels import is_seam, is_total, label_bits
from statlint.inference.sums_positions import closed_by, without_alien
from statlint.inference.sums_runs import runs_of
from statlint.inference.sums_views import (
    View,
    class_views,
    level_views,
    mixed_views,
    stride_views,
)

_ROUNDS = 6
_LEAST_BITS = 6.0
_LEAST_SHARE = 0.6
_LEAST_SHARE_NAMED = 0.5
_LEAST_HELD = 2
"""Positions that agree but for more than rounding, for each that agrees."""
_SEARCH = 3.0
"""Bits that any search costs, beside those for how many hypotheses it tries."""
_HUNDRED = 3.0
"""Bits for a list that adds up to 100: percentages do."""
_REPEAT = 3.0
_REPEATS = 8.0


def find_sums(matrix: Matrix) -> tuple[Relation, ...]:
    """Find the strips that are sums of others."""
    ground = ground_of(matrix)
    accepted = _search(ground)
    closed = closed_by(ground, accepted)
    if closed:
        ground = ground_of(matrix, closed)
        accepted = _search(ground)
    return tuple(_relation(ground, one) for one in accepted)


def _search(ground: Ground) -> list[Hypothesis]:
    return [one for pool in (ground.sums, ground.shares) for one in _settled(ground, pool)]


def _settled(ground: Ground, pool: tuple[int, ...]) -> list[Hypothesis]:
    """Go round by round: parts are used up, so that the next round sees subtotals only."""
    accepted: list[Hypothesis] = []
    active = pool
    for turn in range(_ROUNDS):
        views = [View(active), *level_views(ground, active), *mixed_views(ground, active)]
        if turn == 0:
            views += [*class_views(ground, active), *stride_views(active)]
        found = {(*h.parts, h.aggregate): h for view in views for h in _in_view(ground, view)}
        new = settle(_believed(ground, list(found.values())), accepted)
        if not new:
            break
        accepted += new
        used = {part for one in accepted for part in one.parts}
        active = tuple(place for place in active if place not in used)
    for rest in dict.fromkeys((pool, active)):
        gaps = [
            _weighed(ground, aggregate, parts, cost)
            for find in (skips_of, pairs_of)
            for aggregate, parts, cost in find(ground, rest)
        ]
        accepted += settle(_believed(ground, gaps), accepted)
    return _over_subtotals(ground, accepted)


def _over_subtotals(ground: Ground, accepted: Sequence[Hypothesis]) -> list[Hypothesis]:
    """State each total over subtotals where they are known, not over leaves."""
    kept: dict[tuple[int, ...], Hypothesis] = {}
    for one in accepted:
        parts = collapsed(one, accepted)
        best = one
        if parts != one.parts:
            other = _weighed(ground, one.aggregate, parts, 0.0)
            best = replace(other, bits=one.bits) if _agrees(other) else one
        kept.setdefault((*best.parts, best.aggregate), best)
    return list(kept.values())


def _in_view(ground: Ground, view: View) -> Iterator[Hypothesis]:
    places = view.places
    if len(places) < 2:  # noqa: PLR2004 - a sum has two parts
        return
    cost = log2(2 * len(places)) + view.cost
    for run in runs_of(ground, places, view.aggregates or places):
        parts = places[run.first : run.last]
        ends = run.last == len(places) or is_seam(ground, places[run.last - 1], places[run.last])
        starts = run.first == 0 or is_seam(ground, places[run.first - 1], places[run.first])
        bonus = 1.0 * ends + 1.0 * starts
        yield _weighed(ground, run.aggregate, parts, cost - bonus)


def _weighed(ground: Ground, aggregate: int, parts: tuple[int, ...], cost: float) -> Hypothesis:
    named = is_total(ground.strips[aggregate])
    reckoned = without_alien(ground, ground.reckon(aggregate, parts, ground.open, named=named))
    evidence = evidence_of(reckoned)
    bits = evidence.bits + label_bits(ground, aggregate, parts) - cost - _SEARCH
    hundred = 100 * 10**ground.matrix.scale
    if evidence.telling and all(one.stated == hundred for one in reckoned):
        bits += _HUNDRED
    return Hypothesis(aggregate, parts, evidence, bits, named)


def _believed(ground: Ground, hypotheses: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Keep what is believed; the same pattern at several places speaks for each of them."""
    repeats: dict[tuple[int, ...], int] = {}
    for one in hypotheses:
        if one.evidence.bits > 0 and _agrees(one):
            repeats[one.offsets] = repeats.get(one.offsets, 0) + 1
    kept = []
    for one in hypotheses:
        more = min(_REPEATS, _REPEAT * (repeats.get(one.offsets, 1) - 1))
        if _agrees(one) and one.bits + more >= _LEAST_BITS and one.evidence.telling:
            kept.append(replace(one, bits=one.bits + more))
    return [
        one
        for one in (_sobered(ground, each) for each in kept)
        if one.bits >= _LEAST_BITS and one.evidence.telling
    ]


def _sobered(ground: Ground, one: Hypothesis) -> Hypothesis:
    """Count each position for no more than it adds to the others."""
    found = ground.reckon(one.aggregate, one.parts, ground.open, named=one.named)
    reckoned = without_alien(ground, found)
    news = ground.news(one.aggregate, one.parts, reckoned)
    evidence = evidence_of(reckoned, news)
    return replace(one, evidence=evidence, bits=one.bits + evidence.bits - one.evidence.bits)


def _agrees(one: Hypothesis) -> bool:
    least = _LEAST_SHARE_NAMED if one.named else _LEAST_SHARE
    shown = one.evidence
    return shown.share >= least and _LEAST_HELD * shown.held >= shown.near


def _relation(ground: Ground, one: Hypothesis) -> Relation:
    """State a hypothesis at all positions, also those that were not searched."""
    everywhere = ground.reckon(one.aggregate, one.parts, range(ground.matrix.width))
    reckoned = [
        r
        for r in without_alien(ground, everywhere)
        if r.tier <= Tier.LOOSE or ground.is_open(r.position)
    ]
    evidence = evidence_of(reckoned)
    return Relation(
        Operator.SUM,
        ground.matrix.axis,
        one.aggregate,
        one.parts,
        evidence.positions,
        one.bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=one.named,
    )

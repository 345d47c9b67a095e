"""Totals and their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2

from statlint.dataclass import replace
from statlint.inference.ground import Ground, ground_of
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Tier, evidence_of
from statlint.inference.settle import Hypothesis, collapsed, settle
from statlint.inference.sums_gaps import differences_of, pairs_of, skips_of
from statlint.inference.sums_implied import Implied
from statlint.inference.sums_labels import is_seam
from statlint.inference.sums_positions import closed_by, unmeant, without_alien
from statlint.inference.sums_runs import runs_of
from statlint.inference.sums_siblings import with_siblings
from statlint.inference.sums_twins import twins_of
from statlint.inference.sums_views import View, near_views, stride_views
from statlint.inference.sums_weigh import agrees, believed, weighed

_ROUNDS = 6
_PAIR = 2
_NATURAL = 2.0
"""Bits for the few whole lists beside an aggregate, where runs of any length cost more."""
_PLAIN_MISSES = 5
"""Positions that a sum without any structure needs for each that it may miss."""


def find_sums(matrix: Matrix) -> tuple[Relation, ...]:
    """Find the strips that are sums of others."""
    ground = ground_of(matrix)
    accepted = _search(ground)
    closed = closed_by(ground, accepted)
    if closed:
        ground = ground_of(matrix, closed)
        accepted = _search(ground)
    stated = _stated(ground, accepted)
    ordered = sorted(accepted, key=lambda one: (one.aggregate, one.parts))
    found = [_relation(ground, one, stated) for one in ordered]

    def state(aggregate: int, parts: tuple[int, ...], bits: float) -> Relation:
        return _relation(ground, replace(weighed(ground, aggregate, parts, 0), bits=bits), stated)

    return with_siblings(ground, found, state)


def _stated(ground: Ground, accepted: Sequence[Hypothesis]) -> list[int] | None:
    """Give the positions where sums are meant; None where the search saw just these."""
    rates = unmeant(ground, accepted)
    stated = [at for at in range(ground.matrix.width) if at not in rates]
    same = stated == list(ground.open) and all(map(ground.is_open, stated))
    return None if same else stated


def _search(ground: Ground) -> list[Hypothesis]:
    return [one for pool in (ground.sums, ground.shares) for one in _settled(ground, pool)]


def _settled(ground: Ground, pool: tuple[int, ...]) -> list[Hypothesis]:
    """Go round by round: parts are used up, so that the next round sees subtotals only."""
    accepted: list[Hypothesis] = []
    active = pool
    for turn in range(_ROUNDS):
        views = near_views(ground, active, first=turn == 0)
        found = sorted((h for v in views for h in _in_view(ground, v)), key=lambda h: h.bits)
        # What several views show counts as the one that made it likeliest.
        best = {(h.aggregate, h.parts): h for h in found}
        new = settle(believed(ground, list(best.values())), accepted)
        if not new:
            break
        accepted += new
        used = {part for one in accepted for part in one.parts}
        active = tuple(place for place in active if place not in used)
    accepted += settle(twins_of(ground, pool, accepted), accepted)
    return _over_subtotals(ground, _with_apart(ground, pool, active, accepted))


def _with_apart(
    ground: Ground,
    pool: tuple[int, ...],
    active: tuple[int, ...],
    accepted: list[Hypothesis],
) -> list[Hypothesis]:
    """Add what no structure shows: strides, lists with a gap, pairs; but not what others imply."""
    kept = accepted
    for rest in dict.fromkeys((active, pool)):
        found = [h for view in stride_views(rest) for h in _in_view(ground, view)]
        for find in (differences_of, skips_of, pairs_of):
            found += [weighed(ground, a, parts, cost) for a, parts, cost in find(ground, rest)]
        bold = [one for one in believed(ground, found, near=False) if _is_plain(one)]
        kept = [one for one in kept if not any(_is_worse(one, other) for other in bold)]
        implied = Implied(ground, kept)
        # 女 of all counties follows from 合计 and 男, but is meant as they are.
        shapes = {one.offsets for one in kept if len(one.parts) > _PAIR}
        for one in settle(bold, kept):
            if one.offsets in shapes or not implied.follows(one):
                shapes.update({one.offsets} if len(one.parts) > _PAIR else ())
                kept = [*kept, one]
                implied.add(one)
    return kept


def _is_worse(one: Hypothesis, other: Hypothesis) -> bool:
    """Tell whether a list that only comes near leaves out, or adds, a strip too many."""
    return (
        one.aggregate == other.aggregate
        and one.bits < other.bits
        and len(other.evidence.missed) < len(one.evidence.missed)
        and not set(one.parts).isdisjoint(other.parts)
    )


def _is_plain(one: Hypothesis) -> bool:
    """Tell whether figures alone carry a sum: more than one position tells, and few are missed."""
    shown = one.evidence
    stated = len(shown.positions)
    missed = stated - shown.held - shown.near - shown.open
    return missed * _PLAIN_MISSES <= stated and shown.telling >= min(2, stated)


def _over_subtotals(ground: Ground, accepted: Sequence[Hypothesis]) -> list[Hypothesis]:
    """State each total over subtotals where they are known, not over leaves, and only once.

    A part that stands twice, as a class and as its only member, makes no second sum.
    """
    kept: dict[tuple[int, tuple[tuple[int, ...], ...]], Hypothesis] = {}
    first: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(accepted):
        first[one.parts[0]].append(at)
    for one in accepted:
        best = one
        inside = sorted(at for part in one.parts for at in first.get(part, ()))
        parts = collapsed(one, [accepted[at] for at in inside])
        if parts != one.parts:
            other = weighed(ground, one.aggregate, parts, 0.0)
            fewer = len(other.evidence.missed) <= len(one.evidence.missed)
            best = replace(other, bits=one.bits) if agrees(other) and fewer else one
        figures = sorted(tuple(ground.values[p][at] for at in ground.probes) for p in best.parts)
        kept.setdefault((best.aggregate, tuple(figures)), best)
    return list(kept.values())


def _in_view(ground: Ground, view: View) -> Iterator[Hypothesis]:
    places = view.places
    if len(places) < _PAIR:
        return
    tried = log2(2 * len(places))
    seams = [0, *(i + 1 for i, two in enumerate(pairwise(places)) if is_seam(ground, *two))]
    seams.append(len(places))
    natural = frozenset(seams)
    for run in runs_of(ground, places, view.aggregates or places, seams):
        ends = (run.first in natural) + (run.last in natural)
        cost = min(tried - ends, _NATURAL if ends > 1 else tried) + view.cost
        parts = places[run.first : run.last]
        yield weighed(ground, run.aggregate, parts, cost, natural=ends > 1)


def _relation(ground: Ground, one: Hypothesis, stated: Sequence[int] | None) -> Relation:
    """State a hypothesis at all positions where sums are meant; None: those searched."""
    evidence = one.evidence
    if stated is not None:
        everywhere = ground.reckon(one.aggregate, one.parts, stated)
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

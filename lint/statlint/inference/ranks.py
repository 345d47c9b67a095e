"""Places in a ranking, and the figures they follow from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import lgamma, log, log2
from operator import itemgetter
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.orders import stretches
from statlint.inference.serials import running_strips
from statlint.table import Role
from statlint.values import plain

_SCORE = r"积分|得分|总分|总评|成绩|评分|\bpoints\b|\bpts\b|\bscore\b|\btotal\b"
_NO_SCORE = frozenset({Role.RANK, Role.ORDINAL, Role.CODE})
_NAMED, _UNNAMED = 3, 6
"""Fewest lines of a ranking: with a label that says so, and without one."""
_LEAST_BITS, _LEAST_UNNAMED, _LABEL_BITS = 6.0, 12.0, 5.0
_WINDOW = 16
"""How far from its figures a ranking may stand."""
_FEW_WRONG = 8
"""One line in so many, and at least one, may be out of order."""

_Line: TypeAlias = tuple[int, int, int]
"""A position, its score and its place; a score is negative where the lowest has place 1."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the places of a strip follow the figures of another, over all rankings of it."""

    score: int
    factor: int
    rankings: tuple[tuple[_Line, ...], ...]
    missed: frozenset[int]
    bits: float


def find_ranks(matrix: Matrix) -> tuple[Relation, ...]:
    """Find the strips that are places of the figures of another strip."""
    running = running_strips(matrix)
    return tuple(
        relation
        for place, strip in enumerate(matrix.strips)
        if Role.RANK in strip.roles or (place not in running and _looks_like_places(matrix, place))
        for relation in _ranked(matrix, place, running)
    )


def _looks_like_places(matrix: Matrix, place: int) -> bool:
    """Tell whether figures are whole, hardly repeated, and go from 1 to about their number."""
    if matrix.strips[place].roles & _NO_SCORE:
        return False
    values = [value for value in matrix.values[place] if value is not None]
    unit = 10**matrix.scale
    if len(values) < _UNNAMED or min(values) != unit or max(values) > len(values) * unit:
        return False
    return len(set(values)) * 4 >= len(values) * 3 and not any(one % unit for one in values)


def _ranked(matrix: Matrix, place: int, running: frozenset[int]) -> Iterator[Relation]:
    named = Role.RANK in matrix.strips[place].roles
    scores = [
        score
        for score in _around(place, len(matrix.strips))
        if score not in running and not matrix.strips[score].roles & _NO_SCORE
    ]
    least = _LEAST_BITS if named else _LEAST_UNNAMED
    cost = log2(2 * len(scores) + 1) - (_LABEL_BITS if named else 0.0)
    fits = [
        fit
        for score in scores
        for factor in (1, -1)
        if (fit := _fit(matrix, place, score, factor, named=named)) and fit.bits - cost >= least
    ]
    if not fits:
        return
    # Of figures that all give these places those called a score count, else the nearest, those
    # before the places first.
    called = {score for score in scores if _is_score(matrix, score)}
    best = max(
        fits,
        key=lambda fit: (-len(fit.missed), fit.score in called, -scores.index(fit.score)),
    )
    for ranking in best.rankings:
        positions = tuple(position for position, _, _ in ranking)
        missed = tuple(one for one in positions if one in best.missed)
        held = len(positions) - len(missed)
        yield Relation(
            Operator.RANK,
            matrix.axis,
            place,
            (best.score,),
            positions,
            best.bits - cost,
            factor=best.factor,
            missed=missed,
            exact=held,
            held=held,
            named=named,
        )


def _is_score(matrix: Matrix, place: int) -> bool:
    return re.search(_SCORE, plain(matrix.strips[place].text).lower()) is not None


def _around(place: int, count: int) -> Iterator[int]:
    """Go through the strips around one, the nearest first, of two as near the one before it."""
    for distance in range(1, _WINDOW + 1):
        if place - distance >= 0:
            yield place - distance
        if place + distance < count:
            yield place + distance


def _fit(matrix: Matrix, place: int, score: int, factor: int, *, named: bool) -> _Fit | None:
    """Take the places for one ranking in each table; else for one in each block of lines."""
    unit = 10**matrix.scale
    values, places = matrix.values[score], matrix.values[place]
    fewest = _NAMED if named else _UNNAMED
    tables = [
        [
            (position, factor * value, printed // unit)
            for position in own
            if (value := values[position]) is not None
            and (printed := places[position]) is not None
            and printed % unit == 0
        ]
        for own in stretches(matrix.across)
    ]
    for rankings in (tables, [block for own in tables for block in _blocks(matrix, own)]):
        if max(map(len, rankings), default=0) >= fewest:
            judged = [(ranking, _wrong(ranking)) for ranking in rankings if ranking]
            known = [(tuple(ranking), wrong) for ranking, wrong in judged if wrong is not None]
            if len(known) == len(judged):
                bits = sum(_bits(ranking, len(wrong)) for ranking, wrong in known)
                missed = frozenset().union(*(wrong for _, wrong in known))
                return _Fit(score, factor, tuple(one for one, _ in known), missed, bits)
    return None


def _blocks(matrix: Matrix, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    for _, block in groupby(lines, key=lambda line: matrix.across[line[0]].block):
        yield list(block)


def _wrong(ranking: Sequence[_Line]) -> frozenset[int] | None:
    """Give the positions that are out of order; None where this is no ranking of these figures.

    Equal figures may share a place or have places one after the other.
    """
    due = _due(ranking)
    off = [line[0] for line in ranking if line[2] not in due[line[1]]]
    if not off:
        return frozenset()
    wrong = _out_of_order(ranking) or off[:1]
    slack = len(wrong)
    if slack > max(1, len(ranking) // _FEW_WRONG):
        return None
    # A wrong figure shifts the others by one place: by more, they are places among other lines.
    near = all(
        due[score].start - slack <= printed < due[score].stop + slack
        for position, score, printed in ranking
        if position not in wrong
    )
    return frozenset(wrong) if near else None


def _due(ranking: Sequence[_Line]) -> dict[int, range]:
    """Give the places that each figure may have, however equal ones are counted."""
    equal = Counter(score for _, score, _ in ranking)
    due, higher = {}, 0
    for dense, score in enumerate(sorted(equal, reverse=True), 1):
        due[score] = range(dense, higher + equal[score] + 1)
        higher += equal[score]
    return due


def _out_of_order(ranking: Sequence[_Line]) -> list[int]:
    """Give the positions outside the longest chain where places rise as figures fall."""
    lines = sorted(ranking, key=lambda line: (-line[1], line[2]))
    # Of equal figures with one place each follows the other; of different ones none may.
    keys = [
        (printed, index)
        for _, tied in groupby(lines, key=itemgetter(1))
        for index, (_, _, printed) in enumerate(tied)
    ]
    tails: list[tuple[int, int]] = []
    ends: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        length = bisect_left(tails, key)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [key]
        ends[length : length + 1] = [at]
    at, kept = ends[-1], set()
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [line[0] for at, line in enumerate(lines) if at not in kept]


def _bits(ranking: Sequence[_Line], wrong: int) -> float:
    """Weigh a ranking against places given by chance, equal figures left out."""
    count = len(ranking)
    ties = Counter(score for _, score, _ in ranking).values()
    orders = lgamma(count + 1) - sum(lgamma(tied + 1) for tied in ties)
    choices = lgamma(count + 1) - lgamma(wrong + 1) - lgamma(count - wrong + 1)
    return (orders - choices) / log(2)

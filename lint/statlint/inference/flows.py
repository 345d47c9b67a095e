"""What is left at the end: 期末 = 期初 + 增加 - 减少, closing = opening + in - out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product
from math import log2
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Evidence, Reckoned, evidence_of
from statlint.inference.serials import running_strips
from statlint.table import Role, Strip
from statlint.values import plain
from statlint.values.balances import CLOSING, OPENING

_TAKEN = r"扣分|减分|扣减|倒扣|\bdeduct|\bpenalt"
"""Points that are taken off from what was scored before."""
_SCORE = r"总分|总得分|最[终后]得分|实际?得分|得分合计|综合得分|\bfinal score\b|\btotal score\b"
_COMES = (
    r"收入|收到|收方|增加|新增|购入|入库|转入|流入|调入|存入|"
    r"\breceipts?\b|\bincome\b|\brevenues?\b|\badditions?\b|\binflows?\b|\bpurchases\b|"
    r"\bdeposits?\b|\breceived\b|\bissued in\b|\bin$"
)
_GOES = (
    r"支出|付出|付方|减少|领用|发出|出库|转出|流出|调出|支取|报废|"
    r"\bpayments?\b|\bexpenditures?\b|\bexpenses\b|\bdisposals?\b|\boutflows?\b|"
    r"\bwithdrawals?\b|\bspent\b|\bpaid\b|\bout$"
)
_NO_FLOW = frozenset(
    {
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.MEDIAN,
        Role.AVERAGE,
        Role.SHARE,
        Role.CHANGE,
        Role.RATE,
        Role.OF_WHICH,
    }
)
_MOST_FLOWS = 6
"""So many strips, the nearest, may come in or go out: three choices for each."""
_PROBES = 8
_SAID, _NAMED, _CARRIED = 1, 2, 3
"""Positions that speak for it: where all labels say so, those of both balances, and where the
balance is carried over."""
_LEAST_BITS, _SEARCH_BITS, _LABEL_BITS, _SCORE_BITS = 10.0, 3.0, 5.0, 11.0
_FEW_MISSED = 4
"""One position in so many may be wrong."""

_Ends: TypeAlias = tuple[int, int]
"""The strip of the opening balance and that of the closing one."""
_Signs: TypeAlias = tuple[int, ...]
"""For each flow: it comes in (1), goes out (-1), or has no part in it (0)."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """An opening and a closing balance, and what comes to it and goes from it in between.

    Points are never rounded: 1 among 0.5 and 2.5 is 1.0.
    """

    ends: _Ends
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    points: bool = False


def find_flows(
    matrix: Matrix, known: Sequence[Relation], carried: Iterable[Relation] = ()
) -> Iterator[Relation]:
    """Find closing balances that follow from the opening one, from what came and what went.

    `known` are the sums found before: their parts are no flows of their own, and what they say is
    not said again. `carried` tells which strip opens with what another closed with.
    """
    running = running_strips(matrix)
    parts = {
        part
        for one in known
        if one.operator is Operator.SUM and one.axis is matrix.axis
        for part in one.parts
    }
    named = set(_named(matrix.strips))
    for ends in sorted({*named, *((one.aggregate, one.parts[0]) for one in carried)}):
        free = [
            place
            for place, strip in enumerate(matrix.strips)
            if place not in {*ends, *running, *parts} and not strip.roles & _NO_FLOW
        ]
        relation = _best(
            matrix, ends, _nearest(matrix, ends, free), label=_LABEL_BITS if ends in named else 0.0
        )
        if relation is not None:
            yield relation
    yield from _scores(matrix, running | parts)


def _scores(matrix: Matrix, closed: Collection[int]) -> Iterator[Relation]:
    """Find scores from which points are taken off: 总分 = 基础分 + 加分 - 扣分.

    Any strip before the points taken off may be the first that counts.
    """
    taken = re.compile(_TAKEN, re.IGNORECASE)
    score = re.compile(_SCORE, re.IGNORECASE)
    texts = [plain(strip.text) for strip in matrix.strips]
    free = [
        place
        for place, strip in enumerate(matrix.strips)
        if place not in closed and strip.figures and not strip.roles & _NO_FLOW
    ]
    for off in (place for place in free if taken.search(texts[place])):
        final = next((one for one in free if one > off and score.search(texts[one])), None)
        before = [one for one in free if one < off][-_MOST_FLOWS:]
        if final is None:
            continue
        found = (
            _best(
                matrix,
                (first, final),
                [one for one in before if one > first] + [off],
                label=_SCORE_BITS,
            )
            for first in before
        )
        best = max((one for one in found if one), key=lambda one: one.bits, default=None)
        if best is not None:
            yield best


def _named(strips: Sequence[Strip]) -> Iterator[_Ends]:
    """Give the balances that labels name: each closing one with the nearest opening one."""
    opening = re.compile(OPENING, re.IGNORECASE)
    closing = re.compile(CLOSING, re.IGNORECASE)
    texts = [plain(strip.text) for strip in strips]
    starts = [place for place, text in enumerate(texts) if opening.search(text)]
    for place, text in enumerate(texts):
        if starts and closing.search(text) and not opening.search(text):
            yield min(starts, key=lambda start: (abs(start - place), start)), place


def _nearest(matrix: Matrix, ends: _Ends, free: Sequence[int]) -> list[int]:
    """Give the flows between the balances, or near them, that hold any figure but zero."""
    low, high = min(ends), max(ends)
    there = [place for place in free if any(matrix.values[place])]
    there.sort(key=lambda place: (max(low - place, place - high, 0), place))
    return sorted(there[:_MOST_FLOWS])


def _best(matrix: Matrix, ends: _Ends, flows: Sequence[int], *, label: float) -> Relation | None:
    """Try all signs at a few positions, then the best at all of them."""
    probes = _probes(matrix, ends)
    tries = [
        (agreed, signs)
        for signs in product((0, 1, -1), repeat=len(flows))
        if 1 in signs and -1 in signs and (agreed := _agreed(matrix, ends, flows, signs, probes))
    ]
    if not tries:
        return None
    # Of two ways that agree as often the one with fewer flows counts.
    _, signs = max(tries, key=lambda one: (one[0], one[1].count(0)))
    flow = _Flow(
        ends,
        tuple(place for place, sign in zip(flows, signs, strict=True) if sign > 0),
        tuple(place for place, sign in zip(flows, signs, strict=True) if sign < 0),
        points=label == _SCORE_BITS,
    )
    evidence = evidence_of(list(_all_reckoned(matrix, flow)))
    bits = evidence.bits - log2(3) * len(flows) - _SEARCH_BITS + label
    fewest = _CARRIED if not label else _SAID if _is_said(matrix, flow) else _NAMED
    if not _enough(evidence, bits, fewest):
        return None
    return _relation(matrix, flow, evidence, bits, named=label > 0)


def _is_said(matrix: Matrix, flow: _Flow) -> bool:
    """Tell whether labels say of each flow that it comes in or goes out: 收入, 支出."""
    return all(
        re.search(words, plain(matrix.strips[place].text).lower())
        for words, places in ((_COMES, flow.plus), (_GOES, flow.minus))
        for place in places
    )


def _probes(matrix: Matrix, ends: _Ends) -> list[int]:
    opening, closing = ends
    stated = [
        position
        for position in range(matrix.width)
        if matrix.values[opening][position] is not None
        and matrix.values[closing][position] is not None
    ]
    return stated[:: max(1, len(stated) // _PROBES)][:_PROBES]


def _agreed(
    matrix: Matrix, ends: _Ends, flows: Sequence[int], signs: _Signs, probes: Sequence[int]
) -> int:
    """Count the probes where the signs give the closing balance exactly."""
    opening, closing = ends
    return sum(
        (matrix.values[closing][position] or 0) - (matrix.values[opening][position] or 0)
        == sum(
            sign * (matrix.values[place][position] or 0)
            for place, sign in zip(flows, signs, strict=True)
        )
        for position in probes
    )


def _all_reckoned(matrix: Matrix, flow: _Flow) -> Iterator[Reckoned]:
    opening, closing = flow.ends
    for position in range(matrix.width):
        last, first = matrix.values[closing][position], matrix.values[opening][position]
        came = [matrix.values[place][position] or 0 for place in flow.plus]
        went = [matrix.values[place][position] or 0 for place in flow.minus]
        if last is None or first is None:
            continue
        strips = (closing, opening, *flow.plus, *flow.minus)
        units = [matrix.units[strip][position] for strip in strips]
        if flow.points:
            units = [min(units)]
        trivial = sum(map(bool, (first, *came, *went))) < 2  # noqa: PLR2004 - one alone repeats
        # How large the flows are, not how large what is left, says how little is left to chance.
        due = last - first + sum(went)
        yield Reckoned(position, due, sum(came), max(units), sum(units) // 2, single=trivial)


def _enough(evidence: Evidence, bits: float, fewest: int) -> bool:
    few = len(evidence.missed) * _FEW_MISSED <= len(evidence.positions)
    return few and evidence.telling >= fewest and bits >= _LEAST_BITS


def _relation(
    matrix: Matrix, flow: _Flow, evidence: Evidence, bits: float, *, named: bool
) -> Relation:
    opening, closing = flow.ends
    return Relation(
        Operator.CUMULATIVE,
        matrix.axis,
        closing,
        (opening, *flow.plus, *flow.minus),
        evidence.positions,
        bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=named,
        less=len(flow.minus),
    )

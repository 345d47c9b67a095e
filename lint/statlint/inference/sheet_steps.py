"""Tables of one layout that go on from one to the next: 累计 of this month's sheet and the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.model import Operator, Relation
from statlint.inference.pages import Page
from statlint.inference.score import Evidence, Reckoned, evidence_of
from statlint.table import Role

_MOST = 200
_WINDOW = 6
"""How far from 累计 its 本月 may stand."""
_LEAST_BITS, _SEARCH_BITS = 12.0, 5.0
_LEAST_CELLS, _LEAST_SHARE = 3, 0.75
"""Cells that speak for it, and the share of them, of all tables, that must agree."""
_HALF = 0.5

_Step: TypeAlias = tuple[Page, Page]
"""A table and the one that it goes on from."""


@dataclass(frozen=True, slots=True)
class _Series:
    """What is reached, and what comes to it, from table to table."""

    stock: int
    flow: int
    steps: tuple[tuple[_Step, Evidence], ...]
    start: tuple[Page, Evidence]
    bits: float


def find_sheet_steps(pages: Sequence[Page]) -> Iterator[tuple[int, Relation]]:
    """Find heads (or lines) labelled cumulative that go on from table to table of a group alike."""
    if not 1 < len(pages) <= _MOST:
        return
    strips = pages[0].matrix.strips
    for stock, strip in enumerate(strips):
        if Role.CUMULATIVE not in strip.roles:
            continue
        near = range(max(0, stock - _WINDOW), min(len(strips), stock + _WINDOW + 1))
        found = [
            series
            for flow in near
            if flow != stock and Role.CUMULATIVE not in strips[flow].roles
            for order in (pages, pages[::-1])
            if (series := _series(order, stock, flow, len(near)))
        ]
        best = max(found, key=lambda series: series.bits, default=None)
        if best:
            yield from _relations(best)


def _series(pages: Sequence[Page], stock: int, flow: int, tried: int) -> _Series | None:
    """Hold every table against the one before it."""
    steps: list[tuple[_Step, Evidence]] = []
    every: list[Reckoned] = []
    for before, after in pairwise(pages):
        reckoned = list(_reckoned(before, after, stock, flow))
        evidence = evidence_of(reckoned)
        # A year that begins anew does not go on from the one before.
        if evidence.share >= _HALF and evidence.telling:
            steps.append(((after, before), evidence))
            every += reckoned
    whole = evidence_of(every)
    bits = whole.bits - log2(tried) - _SEARCH_BITS
    sure = whole.telling >= _LEAST_CELLS and whole.share >= _LEAST_SHARE
    return (
        _Series(stock, flow, tuple(steps), _start(pages[0], stock, flow), bits)
        if sure and bits >= _LEAST_BITS
        else None
    )


def _reckoned(before: Page, after: Page, stock: int, flow: int) -> Iterator[Reckoned]:
    for position in range(len(after.across)):
        reached, passed = after.value(stock, position), before.value(stock, position)
        came = after.value(flow, position)
        if reached is None or passed is None or came is None:
            continue
        unit = max(after.unit(stock, position), before.unit(stock, position))
        slack = (2 * unit + after.unit(flow, position)) // 2
        yield Reckoned(position, reached - passed, came, unit, slack, single=not passed)


def _start(page: Page, stock: int, flow: int) -> tuple[Page, Evidence]:
    """Hold what is reached in the first table against what came: with no other it begins there."""
    reckoned = []
    for position in range(len(page.across)):
        reached, came = page.value(stock, position), page.value(flow, position)
        if reached is not None and came is not None:
            units = page.unit(stock, position), page.unit(flow, position)
            reckoned.append(Reckoned(position, reached, came, max(units), sum(units) // 2))
    return page, evidence_of(reckoned)


def _relations(series: _Series) -> Iterator[tuple[int, Relation]]:
    first, evidence = series.start
    if evidence.share > _HALF:
        yield first.place, _relation(series, first, (series.flow,), evidence, ())
    for (after, before), evidence in series.steps:
        parts = series.stock, series.flow
        yield (
            after.place,
            _relation(series, after, parts, evidence, (before.place, after.place)),
        )


def _relation(
    series: _Series, page: Page, parts: tuple[int, ...], evidence: Evidence, others: tuple[int, ...]
) -> Relation:
    return Relation(
        Operator.CUMULATIVE,
        page.axis,
        series.stock,
        parts,
        evidence.positions,
        series.bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=True,
        others=others,
    )

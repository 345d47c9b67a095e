"""From the history of a form to the figures of its cells over all its periods."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Fact
from statlint.finding.drawn import Series
from statlint.history.model import History
from statlint.history.units import in_unit_of
from statlint.values import Number


def series_of(history: History) -> Iterator[Series]:
    """Give the figures of each cell that earlier forms have as well, in the unit of its own."""
    periods = [*(one.period for one in history.earlier), history.filled.period]
    told = tuple("" if period is None else str(period) for period in periods)
    seen = set()
    for facts in history.facts:
        for fact in facts:
            at = (fact.sheet, fact.cell)
            earlier = _earlier(fact, history)
            if at in seen or not any(one is not None for one in earlier):
                continue  # a merged cell stands under several heads
            seen.add(at)
            own = None if fact.figure is None else fact.figure.value
            yield Series(*at, fact.line_label, fact.head_label, told, (*earlier, own))


def _earlier(fact: Fact, history: History) -> list[Number | None]:
    places = (fact.table, fact.line.key, fact.head.key)
    found = [one.get(*places) for one in history.earlier]
    return [None if one is None else in_unit_of(fact, one) for one in found]

"""Tables that are the same as those of the period before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from statlint.facts import Fact
from statlint.history.compared import Compared
from statlint.history.odd import Extent, Odd, Oddity
from statlint.odds.coincidence import odds_against
from statlint.values import Thresholds


def same_tables(
    every: Sequence[Compared], summed: Collection[Fact], thresholds: Thresholds
) -> list[Oddity]:
    """Find the tables in which no figure has changed and some should have; all are told at once.

    Stocks (how many work there) may well stay the same, and totals do where their parts do; neither
    counts.
    """
    tables: dict[str, list[Compared]] = {}
    for one in every:
        tables.setdefault(one.fact.table, []).append(one)
    found = [
        one
        for members in tables.values()
        if all(one.now == one.was for one in members)
        and odds_against(_counts(members, summed)) >= thresholds.same
        for one in members
    ]
    if not found:
        return []
    first, *others = found
    return [
        Oddity(
            Odd.SAME,
            first.fact,
            first.before,
            extent=Extent.TABLE,
            others=tuple(one.fact for one in others),
        )
    ]


def _counts(members: Sequence[Compared], summed: Collection[Fact]) -> list[float]:
    return [
        abs(float(one.now))
        for one in members
        if not one.fact.measure.stock and one.fact not in summed
    ]

"""Tables and lines that are the same as those of the period before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from statlint.facts import Fact
from statlint.history.compared import Compared
from statlint.history.follows import Follows
from statlint.history.odd import Extent, Odd, Oddity
from statlint.odds.coincidence import odds_against
from statlint.table import Role, roles_of
from statlint.values import Thresholds

_FEWEST = 5
"""A line with fewer figures above 0 may well stay the same."""
_MOVED = 0.8
"""The part of the other figures that must have changed where a line has not."""


def same_tables(
    every: Sequence[Compared], summed: Collection[Fact], thresholds: Thresholds
) -> list[Oddity]:
    """Find the tables in which no figure has changed and some should have; all are told at once.

    Stocks (how many work there) may well stay the same, and totals do where their parts do; neither
    counts.
    """
    found = [
        one
        for members in _by_table(every).values()
        if all(one.now == one.was for one in members)
        and odds_against(_counts(members, summed)) >= thresholds.same
        for one in members
    ]
    return [_oddity(Extent.TABLE, found)] if found else []


def same_lines(
    every: Sequence[Compared], follows: Iterable[Follows], thresholds: Thresholds
) -> list[Oddity]:
    """Find the lines without any change, in tables where nearly all else has changed.

    The lines must be alike, units that add up to a total: beds or kilometres, in a line of their
    own, may well stay the same.
    """
    added = frozenset(
        part
        for one in follows
        for part in one.sources
        if part.head is one.fact.head and part.line is not one.fact.line
    )
    return [
        _oddity(Extent.LINE, members)
        for table in _by_table(every).values()
        for members in _lines(table)
        if all(one.now == one.was for one in members)
        and sum(one.now != 0 for one in members) >= _FEWEST
        and odds_against(_counts(members, ())) >= thresholds.same * len(table)
        and _rest_moved(table, members)
        and (all(one.fact in added for one in members) or _has_total(table))
    ]


def _lines(table: Sequence[Compared]) -> list[list[Compared]]:
    lines: dict[str, list[Compared]] = {}
    for one in table:
        lines.setdefault(one.fact.line.key, []).append(one)
    return list(lines.values())


def _has_total(table: Sequence[Compared]) -> bool:
    """Tell whether a line is called the total of the others."""
    labels = dict.fromkeys(one.fact.line_label for one in table)
    return any(Role.TOTAL in roles_of([label]) for label in labels)


def _rest_moved(table: Sequence[Compared], members: Sequence[Compared]) -> bool:
    """Tell whether nearly all other figures above 0 have changed."""
    known = {id(one) for one in members}
    others = [one for one in table if id(one) not in known and (one.now or one.was)]
    moved = sum(one.now != one.was for one in others)
    return len(others) >= len(members) and moved >= _MOVED * len(others)


def _by_table(every: Sequence[Compared]) -> dict[str, list[Compared]]:
    tables: dict[str, list[Compared]] = {}
    for one in every:
        tables.setdefault(one.fact.table, []).append(one)
    return tables


def _oddity(extent: Extent, members: Sequence[Compared]) -> Oddity:
    first, *others = members
    return Oddity(
        Odd.SAME,
        first.fact,
        first.before,
        extent=extent,
        others=tuple(one.fact for one in others),
    )


def _counts(members: Sequence[Compared], summed: Collection[Fact]) -> list[float]:
    return [
        abs(float(one.now))
        for one in members
        if not one.fact.measure.stock and one.fact not in summed
    ]

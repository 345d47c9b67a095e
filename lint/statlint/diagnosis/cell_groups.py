"""Cells that belong together under one heading or spanner: what a total may leave out at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from statlint.facts import Fact

_FEWEST = 2


def groups_of(
    facts: Iterable[Fact], at: Mapping[Fact, int]
) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """Give the cells of each head that stand under one heading, of each line under one spanner."""
    down: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    across: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for fact in facts:
        for depth in range(1, len(fact.line.above) + 1):
            heading = fact.line.above[:depth]
            down.setdefault((fact.table, fact.head.key, heading), []).append(at[fact])
        for depth in range(1, len(fact.head.above) + 1):
            spanner = fact.head.above[:depth]
            across.setdefault((fact.table, fact.line.key, spanner), []).append(at[fact])
    for cells in (*down.values(), *across.values()):
        if len(cells) >= _FEWEST:
            yield None, tuple(cells)

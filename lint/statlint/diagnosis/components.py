"""Failed edits that one cause may explain together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def joined(members: Sequence[int], links: Iterable[Iterable[int]]) -> list[tuple[int, ...]]:
    """Join members that a link has in common; each component in order, by its first member."""
    parent = {one: one for one in members}
    for link in links:
        roots = sorted({_root(parent, one) for one in link if one in parent})
        for other in roots[1:]:
            parent[other] = roots[0]
    found: dict[int, list[int]] = {}
    for one in members:
        found.setdefault(_root(parent, one), []).append(one)
    return [tuple(component) for component in found.values()]


def _root(parent: dict[int, int], one: int) -> int:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one

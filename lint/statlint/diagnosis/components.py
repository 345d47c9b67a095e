"""Failed edits that one cause may explain together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from statlint.diagnosis.priced import Alone


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


def linking(
    failed: Sequence[int], alone: Sequence[Alone], margin: float
) -> Iterator[frozenset[int]]:
    """Give what each event mends, if for each edit it is one of the cheapest for its share.

    An event that mends four edits for the price of two that mend two each is the likelier one.
    """
    within = frozenset(failed)
    fitting = [one for one in alone if one.mended <= within]
    best: dict[int, float] = {}
    for one in fitting:
        for edit in one.mended:
            best[edit] = min(best.get(edit, _share(one)), _share(one))
    for one in fitting:
        if all(_share(one) <= best[edit] + margin for edit in one.mended):
            yield one.mended


def _share(one: Alone) -> float:
    return one.priced.cost / len(one.mended)

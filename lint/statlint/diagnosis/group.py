"""Put failed edits that one cause explains into one group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TypeAlias

from statlint.confront import Instance, exchanges, mender_of, repairs
from statlint.facts import Fact
from statlint.form import EditKind, Scope

_MOST_CHANGES = 20
"""Changes of one cell that are tried, those first that most edits ask for."""

_Members: TypeAlias = list[int]
"""Failed edits, by their place in the order given."""


def group(failed: Sequence[Instance]) -> list[tuple[Instance, ...]]:
    """Group failed edits; each group comes in the order given, the groups by their first member.

    Edits belong together when changing one cell by one amount would mend them all (the cell that
    mends the most goes first), when the same edit fails by the same difference elsewhere (a slip
    under one head shows again under the total of the heads), or when two places in a ranking are
    exchanged.
    """
    groups = _joined(_by_cell(failed), [*_same_differences(failed), *_exchanged(failed)])
    return [tuple(failed[at] for at in sorted(members)) for members in sorted(groups, key=min)]


def _by_cell(failed: Sequence[Instance]) -> list[_Members]:
    """Take the change that mends the most, then the one that mends most of the rest, and so on."""
    mended = [members for members in _mended(failed) if len(members) > 1]
    queue = [(-len(members), order) for order, members in enumerate(mended)]
    heapify(queue)
    left = dict.fromkeys(range(len(failed)))
    groups = []
    while queue:
        size, order = heappop(queue)
        members = [at for at in mended[order] if at in left]
        if len(members) == -size:
            groups.append(members)
            for at in members:
                del left[at]
        elif len(members) > 1:
            heappush(queue, (-len(members), order))
    return [*groups, *([at] for at in left)]


def _mended(failed: Sequence[Instance]) -> Iterator[_Members]:
    """Go through the changes of one cell; for each give the edits that it would mend."""
    naming: dict[Fact, _Members] = {}
    asked: dict[Fact, Counter[Fraction]] = {}
    for at, instance in enumerate(failed):
        for fact in instance.facts:
            naming.setdefault(fact, []).append(at)
        for fact, change in repairs(instance):
            asked.setdefault(fact, Counter())[change] += 1
    menders = [mender_of(instance) for instance in failed]
    for fact, changes in asked.items():
        for change, _ in changes.most_common(_MOST_CHANGES):
            yield [at for at in naming[fact] if menders[at](fact, change)]


def _same_differences(failed: Sequence[Instance]) -> Iterator[_Members]:
    """Give the places where the same edit fails by the same difference.

    A slip in one line comes again in a total line. Two of many lines alike (units, items) are off
    by the same figure by chance.
    """
    alike: dict[Hashable, _Members] = {}
    for at, one in enumerate(failed):
        if one.difference and one.edit.kind is not EditKind.RANK:
            alike.setdefault((id(one.edit), one.difference), []).append(at)
    for members in alike.values():
        single = [at for at in members if not _one_of_many(failed[at])]
        yield members if len(members) - len(single) <= 1 else single


def _one_of_many(instance: Instance) -> bool:
    """Tell whether an edit failed on a line, or under a head, of a repeated one."""
    target = instance.target
    if target is None or instance.edit.scope is Scope.ONCE:
        return False
    place = target.line if instance.edit.scope is Scope.LINE else target.head
    return place.of is not None


def _exchanged(failed: Sequence[Instance]) -> Iterator[_Members]:
    at = {id(one): order for order, one in enumerate(failed)}
    places = [one for one in failed if one.edit.kind is EditKind.RANK]
    for one, other in exchanges(places):
        yield [at[id(one)], at[id(other)]]


def _joined(groups: Sequence[_Members], links: Iterable[_Members]) -> list[_Members]:
    """Join groups that a link has members of."""
    group_of = {at: members for members in groups for at in members}
    for link in links:
        for one, at in pairwise(link):
            first, other = group_of[one], group_of[at]
            if other is not first:
                first.extend(other)
                group_of.update(dict.fromkeys(other, first))
    return list({id(members): members for members in group_of.values()}.values())

"""What confronted edits say of figures beside whether they hold: which follow from which."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront.model import Confrontation, Instance
from statlint.confront.terms import linear_of
from statlint.facts import Fact
from statlint.form import EditKind
from statlint.history.follows import Follows

_EQUATIONS = frozenset(
    {EditKind.BALANCE, EditKind.FLOW, EditKind.RATIO, EditKind.SHARES, EditKind.RANK}
)


def follows_in(confrontation: Confrontation) -> tuple[Follows, ...]:
    """Say which figures of a form are reckoned from which others, by its edits."""
    return tuple(_follows_in(confrontation))


def _follows_in(confrontation: Confrontation) -> Iterator[Follows]:
    for instance in confrontation.instances:
        target = instance.target
        if target is None or target.path or instance.edit.across:
            continue
        if instance.edit.kind not in _EQUATIONS:
            continue
        sources = tuple(fact for fact in instance.facts if fact is not target)
        yield Follows(target, *_weighted(instance, target, sources))


def _weighted(
    instance: Instance, target: Fact, sources: tuple[Fact, ...]
) -> tuple[tuple[Fact, ...], tuple[int, ...]]:
    """Give what the target is the sum of, and the weights; no weights where it is no sum."""
    linear = linear_of(instance)
    terms = dict(linear.terms) if linear and linear.whole else {}
    own = terms.pop(target, 0)
    if own not in {1, -1}:
        return sources, ()
    return tuple(terms), tuple(-int(own) * int(weight) for weight in terms.values())


def told_in(confrontation: Confrontation) -> frozenset[Fact]:
    """Give the figures that failed edits name; a suspected unit is left to earlier figures."""
    return frozenset(
        fact
        for instance in confrontation.instances
        if instance.fails and instance.edit.kind is not EditKind.SCALE
        for fact in instance.facts
        if not fact.path
    )

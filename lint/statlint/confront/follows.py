"""What confronted edits say of figures beside whether they hold: which follow from which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront.model import Confrontation, Instance, Verdict
from statlint.confront.terms import linear_of
from statlint.facts import Fact
from statlint.form import EditKind
from statlint.history.follows import Follows

_EQUATIONS = frozenset(
    {EditKind.BALANCE, EditKind.FLOW, EditKind.RATIO, EditKind.SHARES, EditKind.RANK}
)

_TO_EARLIER = frozenset({"previous", "year_before"})


def follows_in(confrontation: Confrontation) -> tuple[Follows, ...]:
    """Say which figures of a form are reckoned from which others, by its edits."""
    return tuple(_follows_in(confrontation))


def _follows_in(confrontation: Confrontation) -> Iterator[Follows]:
    for instance in confrontation.instances:
        target = instance.target
        if target is None or target.path or target.said or instance.edit.across:
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
    """Give the figures that edits settle: those that failed ones name, those that follow exactly.

    A suspected unit is left to earlier figures. What an edit across periods explains (carried over
    as it was carried forward) is not odd, however it has changed.
    """
    return frozenset(
        fact
        for instance in confrontation.instances
        for fact in _settled(instance)
        if fact is not None and not fact.path
    )


def _settled(instance: Instance) -> Sequence[Fact | None]:
    if instance.fails and instance.edit.kind is not EditKind.SCALE:
        return instance.facts
    across = _TO_EARLIER & set(instance.edit.across.split("+"))
    holds = instance.verdict is Verdict.HOLDS and instance.edit.kind in _EQUATIONS
    return (instance.target,) if across and holds else ()

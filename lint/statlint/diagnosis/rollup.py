"""What went wrong with a part as a whole: left out of the total, counted twice, in another unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from statlint.confront import Confrontation, Instance, sides_of
from statlint.confront.linear import difference
from statlint.dataclass import dataclass
from statlint.diagnosis.model import Slip
from statlint.finding import Reason
from statlint.form import EditKind
from statlint.history import Neighbour

_Amount: TypeAlias = "Fraction | int"
_Shares: TypeAlias = "tuple[_Amount, ...]"
"""What a part adds to each of the sums over parts, in their order."""

_POWERS = (1, 2, 3, 4)
_FEWEST = 3
"""Different amounts that must agree before an event is told for a whole part."""
_MOST_EVENTS = 3
_FEWEST_LOST = 5
"""Different amounts that a total must have more than its parts for a part that is not there."""
_FEWEST_CELLS = 8
_MANY = 6
"""Different amounts that hardly come from as many slips."""
_ANOTHER = 0.8
_LOST = 0.9
"""How likely it is then: last year's figures of a part may all have been larger."""
_MOST_PAIRED = 60
"""Parts of which any two may have been left out together."""
_CONTRADICTED = 0.1
"""The share of a part's figures that other errors may have spoilt as well."""
_CHANCE = 0.05
"""How often one amount agrees by chance: the gap of a sum is as large as one of the parts."""


@dataclass(frozen=True, slots=True)
class PartEvent:
    """What happened to whole parts: how, and the paths of their files.

    `factor` tells how many times too large the figures of a part in another unit are; where they
    are too small it is negative. Of a part that is not there no path is known.
    """

    slip: Slip
    paths: tuple[str, ...]
    factor: int = 1


@dataclass(frozen=True, slots=True)
class PartCause:
    """The events that explain some sums over parts equally well, and how likely each is."""

    events: tuple[PartEvent, ...]
    instances: tuple[Instance, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class _Sums:
    """The sums over parts: each with its gap (parts − total), and what each part adds to it."""

    instances: tuple[Instance, ...]
    gaps: _Shares
    shares: Mapping[str, _Shares]


@dataclass(frozen=True, slots=True)
class _Effect:
    """What an event makes of each gap."""

    event: PartEvent
    gaps: _Shares


def part_causes(
    confrontation: Confrontation, before: Mapping[str, Neighbour] | None = None
) -> tuple[PartCause, ...]:
    """Tell which whole parts explain why sums over parts fail; none where figures alone are wrong.

    `before` are the forms of parts a period ago by the path of the part's file of now: a total
    that was reckoned with last year's file of one part differs by the change.
    """
    sums = _sums_of(confrontation)
    if sums is None or not any(sums.gaps):
        return ()
    return tuple(_told(sums, before or {}))


def _sums_of(confrontation: Confrontation) -> _Sums | None:
    """Gather the sums over parts that could be decided."""
    instances: list[Instance] = []
    gaps: list[_Amount] = []
    shares: dict[str, list[_Amount]] = {}
    for one in confrontation.instances:
        if one.edit.across != "parts" or one.difference is None:
            continue
        # Rates and places of a table without a form do not add up, and need no explanation; what
        # a total has more than some of its parts is no gap.
        if one.reason is Reason.UNPROVEN or one.edit.kind is EditKind.PART:
            continue
        added = _added(one)
        if not added:
            continue
        for path in added:
            shares.setdefault(path, [0] * len(gaps))
        instances.append(one)
        gaps.append(_plain(Fraction(one.difference)))
        for path, own in shares.items():
            own.append(_plain(added.get(path, Fraction(0))))
    if not instances:
        return None
    return _Sums(tuple(instances), tuple(gaps), {path: tuple(own) for path, own in shares.items()})


def _plain(amount: Fraction) -> _Amount:
    """Give a whole amount as such: of small ones there is only one each, for thousands of parts."""
    return int(amount) if amount.denominator == 1 else amount


def _added(instance: Instance) -> dict[str, Fraction]:
    """Give what each part adds to a sum."""
    sides = sides_of(instance.edit)
    linear = difference(*sides, instance.scene) if sides and instance.scene else None
    added: dict[str, Fraction] = {}
    for fact, weight in linear.terms if linear else ():
        if fact.path and fact.figure:
            share = Fraction(weight) * Fraction(fact.figure.value)
            added[fact.path] = added.get(fact.path, Fraction(0)) + share
    return added


def _told(sums: _Sums, before: Mapping[str, Neighbour]) -> Iterator[PartCause]:
    """Take the event that explains most, then look at what is left."""
    gaps = list(sums.gaps)
    for _ in range(_MOST_EVENTS):
        alike = _best(_effects(sums, before), gaps)
        if not alike:
            yield from (
                _same_as_before(sums, gaps, before)
                or _same_as_another(sums, gaps)
                or _not_there(sums, gaps)
                or _another_version(sums, gaps)
            )
            return
        by_chance = _CHANCE ** _score(alike[0], gaps)
        matched = [at for at, gap in enumerate(alike[0].gaps) if gap and gap == gaps[at]]
        events = _joined(alike)
        yield PartCause(
            events,
            tuple(sums.instances[at] for at in matched),
            (1 - by_chance) / len(events),
        )
        for at in matched:
            gaps[at] = 0


def _same_as_before(
    sums: _Sums, gaps: Sequence[_Amount], before: Mapping[str, Neighbour]
) -> list[PartCause]:
    """Take parts whose figures are those of last year for last year's file: no gap tells more."""
    paths = [
        path
        for path, own in sums.shares.items()
        if path in before
        and len({share for share in own if share}) >= _FEWEST_LOST
        and not any(_changes(sums, path, before[path]))
    ]
    failed = tuple(one for one, gap in zip(sums.instances, gaps, strict=True) if gap)
    if not paths or not failed:
        return []
    events = tuple(PartEvent(Slip.COPIED, (path,)) for path in paths)
    return [PartCause(events, failed, _LOST / len(events))]


def _same_as_another(sums: _Sums, gaps: Sequence[_Amount]) -> list[PartCause]:
    """Take parts with the same figures throughout for one that was handed in twice."""
    paths: dict[_Shares, list[str]] = {}
    for path, own in sums.shares.items():
        if len({share for share in own if share}) >= _FEWEST_LOST:
            paths.setdefault(own, []).append(path)
    alike = [tuple(found) for found in paths.values() if len(found) > 1]
    failed = tuple(one for one, gap in zip(sums.instances, gaps, strict=True) if gap)
    if not alike or not failed:
        return []
    events = tuple(PartEvent(Slip.DOUBLED, found) for found in alike)
    return [PartCause(events, failed, _LOST / len(events))]


def _not_there(sums: _Sums, gaps: Sequence[_Amount]) -> list[PartCause]:
    """Take what a total has more than its parts for a part that is not there.

    Hardly any gap may go the other way, and the gaps must hold many different amounts: what is
    wrong in a figure or two, with their totals, is no part.
    """
    short = [at for at, gap in enumerate(gaps) if gap < 0]
    over = sum(gap > 0 for gap in gaps)
    amounts = {gaps[at] for at in short}
    if over > _CONTRADICTED * len(short):
        return []
    if len(amounts) < _FEWEST_LOST or len(short) < _FEWEST_CELLS:
        return []
    members = tuple(sums.instances[at] for at in short)
    return [PartCause((PartEvent(Slip.MISSING_PART, ()),), members, _LOST)]


def _another_version(sums: _Sums, gaps: Sequence[_Amount]) -> list[PartCause]:
    """Take many different gaps for one cause: the total was reckoned with another file of a part.

    So many figures are not mistyped one by one; which part it is cannot be told from the gaps.
    """
    if len({abs(gap) for gap in gaps if gap}) < _MANY:
        return []
    failed = tuple(one for one, gap in zip(sums.instances, gaps, strict=True) if gap)
    return [PartCause((PartEvent(Slip.COPIED, ()),), failed, _ANOTHER)]


def _joined(alike: Sequence[_Effect]) -> tuple[PartEvent, ...]:
    """Say of parts with the same figures, of which one is too many, that they are one.

    Whether the total left out either of them or there should be but one is all the same to it.
    """
    one_each = all(
        one.event.slip is Slip.OMITTED_PARTS and len(one.event.paths) == 1 for one in alike
    )
    if len(alike) > 1 and one_each:
        return (PartEvent(Slip.DOUBLED, tuple(one.event.paths[0] for one in alike)),)
    return tuple(one.event for one in alike)


def _effects(sums: _Sums, before: Mapping[str, Neighbour]) -> Iterator[_Effect]:
    for path, own in sums.shares.items():
        yield _Effect(PartEvent(Slip.OMITTED_PARTS, (path,)), own)
        yield _Effect(PartEvent(Slip.COUNTED_TWICE, (path,)), _times(own, -1))
        for power in _POWERS:
            times = 10**power
            too_large = PartEvent(Slip.OTHER_UNIT, (path,), times)
            yield _Effect(too_large, _times(own, 1 - Fraction(1, times)))
            too_small = PartEvent(Slip.OTHER_UNIT, (path,), -times)
            yield _Effect(too_small, _times(own, 1 - times))
        if path in before:
            behind = PartEvent(Slip.STALE_TOTAL, (path,))
            yield _Effect(behind, _changes(sums, path, before[path]))
    if len(sums.shares) <= _MOST_PAIRED:
        yield from _left_out_together(sums)


def _times(shares: _Shares, by: Fraction | int) -> _Shares:
    return tuple(share * by for share in shares)


def _left_out_together(sums: _Sums) -> Iterator[_Effect]:
    # The largest gap tells most pairs apart before all the others are added up.
    at = max(range(len(sums.gaps)), key=lambda at: abs(Fraction(sums.gaps[at])))
    for (one, first), (other, second) in combinations(sums.shares.items(), 2):
        if first[at] + second[at] == sums.gaps[at]:
            gaps = tuple(left + right for left, right in zip(first, second, strict=True))
            yield _Effect(PartEvent(Slip.OMITTED_PARTS, (one, other)), gaps)


def _changes(sums: _Sums, path: str, before: Neighbour) -> _Shares:
    """Give by how much a part's figures changed, for each sum."""
    return tuple(
        own - _figure_before(one, before)
        for one, own in zip(sums.instances, sums.shares[path], strict=True)
    )


def _figure_before(instance: Instance, before: Neighbour) -> Fraction:
    """Give what a part had where the sum is stated: it is held against the same cells."""
    at = instance.target
    fact = before.get(at.table, at.line.key, at.head.key) if at else None
    return Fraction(fact.figure.value) if fact and fact.figure else Fraction(0)


def _best(effects: Iterable[_Effect], gaps: Sequence[_Amount]) -> list[_Effect]:
    """Give the effects that explain most different amounts; of equals those with fewest parts."""
    top, alike = _FEWEST, list[_Effect]()
    # One after the other: each is as long as there are sums, and there are a dozen for each part.
    for effect in effects:
        score = _score(effect, gaps)
        if score > top:
            top, alike = score, []
        if score == top:
            alike.append(effect)
    fewest = min((len(effect.event.paths) for effect in alike), default=0)
    return [effect for effect in alike if len(effect.event.paths) == fewest]


def _score(effect: _Effect, gaps: Sequence[_Amount]) -> int:
    """Count the different amounts in which an effect agrees with the gaps; 0 where it does not."""
    due = [(own, gap) for own, gap in zip(effect.gaps, gaps, strict=True) if own]
    agreeing = [own for own, gap in due if own == gap]
    if len(due) - len(agreeing) > _CONTRADICTED * len(due):
        return 0
    return len({abs(own) for own in agreeing})

"""Which forms among those that a user named, or paths tell, are the parts of the one checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.facts import Filing
from statlint.finding import Reason
from statlint.history.card import Card
from statlint.history.due_parts import missing_parts
from statlint.history.model import PassedOver, Relation
from statlint.history.unit_names import is_unit_name, rank_of
from statlint.history.whole_names import are_several, is_of_another, says_whose
from statlint.values import Number, Period
from statlint.values.due_units import DueUnit

_FEWEST = 5
"""Figures above 0 that two forms must share to be taken for one."""
_Alike: TypeAlias = "Callable[[Iterable[Card]], list[Card]]"
_Figures: TypeAlias = "tuple[Number | None, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """The forms and files that may be parts of the form `own`, whose card is `card`.

    `alike` keeps those with the same figures. `stated` means that paths say that they are parts;
    `due` are the units that have to hand in a part.
    """

    own: Filing
    card: Card
    cards: Sequence[Card]
    useless: Sequence[PassedOver]
    alike: _Alike
    stated: bool = False
    due: Sequence[DueUnit] = ()
    wholes: Collection[str] = ()
    """The places that the files of this run are called after, but for those of parts."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of a form, what was passed over, and parts that are there but give no figures."""

    cards: Sequence[Card] = ()
    passed: tuple[tuple[Card, Reason], ...] = ()
    lacking: tuple[PassedOver, ...] = ()


def parts_among(named: Named) -> Parts:
    """Choose the parts; a form that is itself one among its like has none."""
    others = [one for one in named.cards if one.path != named.card.path]
    alike = named.alike(others)
    if len(others) < len(named.cards) and not _is_above(named.card, alike):
        return Parts()
    passed = dict(_passed(named, alike))
    kept = [one for one in alike if id(one) not in passed]
    fitting = [one for one in kept if not _contrary(one.period, named.card.period)]
    if _are_mixed(named, fitting):
        return Parts(passed=tuple((one, Reason.SEVERAL_WHOLES) for one in fitting))
    units = {one.unit for one in fitting}
    late = [
        one for one in kept if _contrary(one.period, named.card.period) and one.unit not in units
    ]
    paths = {one.path for one in alike}
    strange = list({one.path: one for one in others if one.path not in paths}.values())
    lacking = tuple(_lacking(named, strange, late, units)) if fitting else ()
    if fitting and named.due:
        lacking = (*lacking, *missing_parts(named.due, named.card, fitting, lacking))
    return Parts(
        fitting,
        (
            *((one, passed[id(one)]) for one in alike if id(one) in passed),
            *((one, Reason.OTHER_PERIOD) for one in late),
            *((one, Reason.OTHER_FORM) for one in strange),
        ),
        lacking,
    )


def _are_mixed(named: Named, fitting: Sequence[Card]) -> bool:
    """Tell whether parts of several wholes lie together, and some do not say whose they are."""
    return (
        not named.stated
        and are_several(named.card, named.wholes)
        and not all(says_whose(one, named.card) for one in fitting)
    )


def _passed(named: Named, alike: Sequence[Card]) -> Iterator[tuple[int, Reason]]:
    """Say which forms are the whole itself, of another whole, or there a second time."""
    if named.stated:
        return
    seen: dict[tuple[str, Period | None], set[_Figures]] = {}
    times = Counter(one.unit for one in alike if one.unit)
    for one in alike:
        nobody = not is_unit_name(one.unit)
        if is_of_another(one, named.card):
            yield id(one), Reason.OTHER_UNIT
        elif times[one.unit] > 1 or one.unit == named.card.unit or nobody:
            figures = _figures(one.filing())
            known = seen.setdefault((one.unit, one.period), set())
            if not _are_many(figures):
                continue
            if (one.unit == named.card.unit or nobody) and figures == _figures(named.own):
                yield id(one), Reason.ITSELF
            elif one.unit and figures in known:
                yield id(one), Reason.TWICE
            known.add(figures)


def _figures(filing: Filing) -> _Figures:
    return tuple(
        fact.figure.value if fact.figure else None for facts in filing.facts for fact in facts
    )


def _are_many(figures: _Figures) -> bool:
    return sum(bool(one) for one in figures) >= _FEWEST


def _is_above(own: Card, others: Sequence[Card]) -> bool:
    """Tell whether a unit is of a higher rank than nearly all others: a county among towns."""
    rank = rank_of(own.unit)
    ranks = [one for one in map(rank_of, (other.unit for other in others)) if one]
    return bool(rank) and len(ranks) > 1 and sum(one > rank for one in ranks) > len(others) // 2


def _lacking(
    named: Named, strange: Sequence[Card], late: Sequence[Card], units: set[str]
) -> Iterator[PassedOver]:
    """Go through the parts that are there and give no figures: no sum could come out without them.

    Among files that a user named, some may be no part at all; one that cannot be read, or is of a
    unit that is not among the parts, is.
    """
    for file in named.useless:
        if file.relation is not Relation.PARTS or file.reason is Reason.OWN_OUTPUT:
            continue
        if named.stated or file.reason is Reason.NOT_READ_ELSEWHERE:
            yield file
    for one in strange:
        if named.stated or _may_be_part(one, named, units):
            yield _passed_over(one, Reason.OTHER_FORM)
    for one in late:
        # Of last year's files in a folder those of units without one for this year matter.
        if named.stated or one.unit:
            yield _passed_over(one, Reason.OTHER_PERIOD)


def _may_be_part(one: Card, named: Named, units: set[str]) -> bool:
    """Tell whether a table of another form is that of a unit that is not among the parts."""
    return (
        one.form is not None
        and is_unit_name(one.unit)
        and one.unit not in {*units, named.card.unit}
        and not _contrary(one.period, named.card.period)
        and not is_of_another(one, named.card)
    )


def _passed_over(one: Card, reason: Reason) -> PassedOver:
    return PassedOver(one.path, Relation.PARTS, reason, one.period, one.unit_name)


def _contrary(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and one != other

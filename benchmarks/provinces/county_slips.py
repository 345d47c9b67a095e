"""What goes wrong between a county's report and those of its towns, a kind at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from provinces.made import Figures, Unit, added_up
from submissions.changes import Change, changed
from submissions.model import APPLICATIONS, DISCLOSURE, Slot
from submissions.official import APPLICANTS

_TRIES = 200
_LEAST = 10
_TABLES = frozenset({APPLICATIONS, DISCLOSURE})
_LONE = ("permit", "punish", "force")


@dataclass(frozen=True, slots=True)
class CountySlip:
    """A county with its towns after a slip, and what must be told of it.

    `reason` and `units` are of a slip of whole towns. Else `right` are the figures that are wrong
    in one of the files, as they should be; those of a `unit`, or of the county.
    """

    county: Figures
    towns: Mapping[Unit, Figures]
    reason: str = ""
    units: tuple[Unit, ...] = ()
    unit: Unit | None = None
    right: Mapping[Slot, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class County:
    """A county, its towns and theirs of the year before: all of it holds."""

    figures: Figures
    towns: Mapping[Unit, Figures]
    before: Mapping[Unit, Figures]


_Make: TypeAlias = "Callable[[County, Random], CountySlip | None]"


def slip_in(kind: str, county: County, rng: Random) -> CountySlip | None:
    """Make a slip of a kind; None where the county has no figure for it."""
    return next(filter(None, (SLIPS[kind](county, rng) for _ in range(_TRIES))), None)


def _without(county: County, units: Sequence[Unit]) -> CountySlip:
    left = (figures for unit, figures in county.towns.items() if unit not in units)
    return CountySlip(added_up(left), county.towns, "omitted-parts", tuple(units))


def _left_out(county: County, rng: Random) -> CountySlip:
    return _without(county, rng.sample(list(county.towns), 1))


def _two_left_out(county: County, rng: Random) -> CountySlip:
    return _without(county, rng.sample(list(county.towns), 2))


def _twice(county: County, rng: Random) -> CountySlip:
    unit = rng.choice(list(county.towns))
    figures = added_up([*county.towns.values(), county.towns[unit]])
    return CountySlip(figures, county.towns, "counted-twice", (unit,))


def _last_year(county: County, rng: Random) -> CountySlip:
    unit = rng.choice(list(county.towns))
    figures = added_up({**county.towns, unit: county.before[unit]}.values())
    return CountySlip(figures, county.towns, "stale-total", (unit,))


def _old_file(county: County, rng: Random) -> CountySlip:
    unit = rng.choice(list(county.towns))
    towns = {**county.towns, unit: county.before[unit]}
    return CountySlip(county.figures, towns, "copied", (unit,))


def _lost(county: County, rng: Random) -> CountySlip:
    unit = rng.choice(list(county.towns))
    left = {each: figures for each, figures in county.towns.items() if each != unit}
    return CountySlip(county.figures, left, "missing-part")


def _in_town(
    county: County, rng: Random, tables: Collection[str] = _TABLES, lines: Collection[str] = ()
) -> CountySlip | None:
    unit = rng.choice(list(county.towns))
    found = _mistyped(county.towns[unit], rng, tables, lines)
    if found is None:
        return None
    slot, figure = found
    figures = county.towns[unit]
    towns = {**county.towns, unit: {**figures, slot: figure}}
    right = {slot: _number(figures, slot)}
    return CountySlip(county.figures, towns, unit=unit, right=right)


def _lone_figure(county: County, rng: Random) -> CountySlip | None:
    """Type a figure of a town wrong of which its own report has no sum."""
    return _in_town(county, rng, {DISCLOSURE}, _LONE)


def _in_county(county: County, rng: Random) -> CountySlip | None:
    found = _mistyped(county.figures, rng)
    if found is None:
        return None
    slot, figure = found
    right = {slot: _number(county.figures, slot)}
    return CountySlip({**county.figures, slot: figure}, county.towns, right=right)


def _revised(county: County, rng: Random) -> CountySlip | None:
    """Change a figure of a town after it was added up, by a few or by a part of itself."""
    unit = rng.choice(list(county.towns))
    slot = Slot(DISCLOSURE, rng.choice(_LONE), "decided")
    figures = county.towns[unit]
    was = _number(figures, slot)
    now = rng.choice((was + rng.randint(-12, 12), round(was * rng.lognormvariate(0, 0.2))))
    if now in {was, *range(-12, 0)} or was < _LEAST:
        return None
    towns = {**county.towns, unit: {**figures, slot: now}}
    right = {slot: _number(added_up(towns.values()), slot)}
    return CountySlip(county.figures, towns, right=right)


def _reckoned(county: County, rng: Random) -> CountySlip | None:
    """Type a figure of a town wrong, with all its totals reckoned with it."""
    unit = rng.choice(list(county.towns))
    figures = county.towns[unit]
    line, head = (
        rng.choice(("r1", "r2", "u1", "n1")),
        rng.choice([key for key, _ in APPLICANTS[:-1]]),
    )
    slot = Slot(APPLICATIONS, line, head)
    was = _number(figures, slot)
    if not was:
        return None
    slots = [
        Slot(APPLICATIONS, each, column) for each in (line, "total") for column in (head, "tot")
    ]
    right = {each: _number(figures, each) for each in slots}
    moved = {each: figure + 9 * was for each, figure in right.items()}
    towns = {**county.towns, unit: {**figures, **moved}}
    return CountySlip(county.figures, towns, unit=unit, right=right)


def _mistyped(
    figures: Figures,
    rng: Random,
    tables: Collection[str] = _TABLES,
    lines: Collection[str] = (),
) -> tuple[Slot, int] | None:
    slot = rng.choice(
        [each for each in figures if each.table in tables and (not lines or each.line in lines)]
    )
    was = figures[slot]
    if not isinstance(was, int) or was < _LEAST:
        return None
    now = changed(
        rng.choice([Change.REPLACED, Change.SWAPPED, Change.DROPPED, Change.ADDED]), was, rng
    )
    return (slot, now) if isinstance(now, int) and now != was else None


def _number(figures: Figures, slot: Slot) -> int:
    figure = figures[slot]
    return figure if isinstance(figure, int) else 0


SLIPS: Mapping[str, _Make] = MappingProxyType(
    {
        "a town left out": _left_out,
        "two towns left out": _two_left_out,
        "a town taken twice": _twice,
        "last year's town": _last_year,
        "last year's file": _old_file,
        "a town's file lost": _lost,
        "figure of a town": _in_town,
        "figure of the county": _in_county,
        "with its totals": _reckoned,
        "lone figure of a town": _lone_figure,
        "a town revised": _revised,
    }
)

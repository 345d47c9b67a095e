"""The roll of the units that report: who is due, and which files are there of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from statlint.dataclass import dataclass, field
from statlint.history.drift import Drift
from statlint.history.imprint import Imprint
from statlint.history.unit_names import (
    Likeness,
    Match,
    is_unit_name,
    match_units,
    unit_in,
    unit_key,
)
from statlint.values import Period, Thresholds
from statlint.values.due_units import DueUnit

MANY = 20
"""Files of which each is told apart where they are alike; of more, the first stands for all."""


@dataclass(frozen=True, slots=True, eq=False)
class Return:
    """What one file hands in: of which unit and period, and the imprints of its tables.

    `named` is the unit by the file's path, `printed` the one that its tables name; either may be
    empty. `within` is what else the path says: the county of a town.
    """

    path: str
    named: str = ""
    printed: str = ""
    period: Period | None = None
    imprints: tuple[Imprint, ...] = ()
    within: str = ""
    drifts: tuple[Drift, ...] = ()
    """How its figures have changed since the period before, where that is known."""

    @property
    def by_path(self) -> tuple[str, ...]:
        """The names by which the path may mean the unit, the one that says most first."""
        stated = (self.named, unit_in(self.named)) if self.named else (self._stem,)
        names = tuple(filter(None, dict.fromkeys(stated)))
        return (*(self._full(name) for name in names), *names) if self.within else names

    @property
    def name(self) -> str:
        """The unit's name where no list says it: as printed, else by the path."""
        own = self.printed or next(reversed(self.by_path), "")
        return self._full(own) if own else ""

    @property
    def _stem(self) -> str:
        return unit_in(PurePath(self.path).stem)

    def _full(self, name: str) -> str:
        """Give the name of a unit with the place that the path puts it in."""
        return name if self.within in name else f"{self.within}{name}"

    def kinds(self, *, fixed: bool = False) -> set[tuple[str, str]]:
        """Give the kinds of its tables; those of fixed forms only, where that is asked for."""
        return {one.kind for one in self.imprints if one.fixed or not fixed}


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One unit on the roll, and what is there of it."""

    unit: DueUnit
    returns: tuple[Return, ...] = ()
    elsewhere: tuple[Return, ...] = ()
    """What is there of it for other periods."""


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """All units that report for one period, those due first in the order of their list.

    `name` is that of the data set, `place` the path where its list stands. `listed` is whether
    there is a list, `complete` whether all files that are there were looked at: only then is a unit
    missing of which there is none. `strangers` are of no unit on the list. `matches` says for each
    path by which names it was taken for its unit: by the path, and as printed.
    """

    name: str
    place: str
    period: Period | None
    lines: tuple[Line, ...]
    strangers: tuple[Return, ...] = ()
    listed: bool = False
    complete: bool = False
    matches: Mapping[str, Taken] = field(default_factory=dict)
    thresholds: Thresholds = field(default_factory=Thresholds)

    @property
    def missing(self) -> Iterator[Line]:
        """Go through the units of which nothing is there."""
        if self.complete:
            yield from (line for line in self.lines if not line.returns)

    @property
    def unlisted(self) -> Iterator[Return]:
        """Go through the strangers that are returns: with a table, or the name of a unit."""
        yield from (one for one in self.strangers if one.imprints or is_unit_name(one.name))

    @property
    def returns(self) -> Iterator[Return]:
        """Go through all that is there."""
        for line in self.lines:
            yield from line.returns
        yield from self.strangers


@dataclass(frozen=True, slots=True)
class Taken:
    """Which units of the list a file's path and its tables name."""

    by_path: Match | None
    as_printed: Match | None
    in_full: bool = False
    """Whether the tables give the name on the list with a place in front: 舒城县山七镇."""

    @property
    def unit(self) -> int | None:
        """The place in the list; the path decides, for it says where the file was handed in."""
        both = [one for one in (self.by_path, self.as_printed) if one]
        exact = [one.due for one in both if one.likeness is not Likeness.NEAR]
        return next(iter((*exact, *(one.due for one in both))), None)

    @property
    def in_doubt(self) -> bool:
        """Whether neither path nor tables call the unit as the list does."""
        both = (self.by_path, self.as_printed)
        return all(one is None or one.likeness is not Likeness.NAME for one in both)

    @property
    def contradicts(self) -> bool:
        """Whether path and tables name two units of the list beyond doubt."""
        both = ((self.by_path, False), (self.as_printed, self.in_full))
        known = {one.due for one, sure in both if one and (sure or one.likeness != Likeness.NEAR)}
        return len(known) > 1


def roll_of(
    returns: Sequence[Return],
    due: Sequence[DueUnit],
    *,
    name: str = "",
    place: str = "",
    period: Period | None = None,
    complete: bool = False,
    elsewhere: Iterable[Return] = (),
) -> Roll:
    """Call the roll of a list of units: say what is there of each, and what is of none."""
    matches = _taken(returns, due)
    here = _by_unit(returns, matches)
    others = list(elsewhere)
    beside = _by_unit(others, _taken(others, due))
    return Roll(
        name,
        place,
        period,
        tuple(
            Line(unit, tuple(here.get(at, ())), tuple(beside.get(at, ())))
            for at, unit in enumerate(due)
        ),
        tuple(here.get(None, ())),
        listed=True,
        complete=complete,
        matches=matches,
    )


def _by_unit(
    returns: Iterable[Return], matches: Mapping[str, Taken]
) -> Mapping[int | None, list[Return]]:
    units: dict[int | None, list[Return]] = {}
    for one in returns:
        units.setdefault(matches[one.path].unit, []).append(one)
    return units


def roll_without_list(
    returns: Sequence[Return], *, name: str = "", place: str = "", period: Period | None = None
) -> Roll:
    """Gather returns by the units that they name; those that name none are strangers."""
    units: dict[str, list[Return]] = {}
    for one in returns:
        units.setdefault(unit_key(one.name), []).append(one)
    strangers = tuple(units.pop("", ()))
    lines = tuple(Line(DueUnit(several[0].name), tuple(several)) for several in units.values())
    return Roll(name, place, period, lines, strangers)


def _taken(returns: Sequence[Return], due: Sequence[DueUnit]) -> Mapping[str, Taken]:
    """Find for each file the units that it names."""
    by_path = match_units([name for one in returns for name in one.by_path], due)
    printed = match_units([one.printed for one in returns if one.printed], due)
    return {
        one.path: Taken(
            next((by_path[name] for name in one.by_path if name in by_path), None),
            match := printed.get(one.printed),
            in_full=match is not None and _ends_in(one.printed, due[match.due]),
        )
        for one in returns
    }


def _ends_in(name: str, unit: DueUnit) -> bool:
    return any(unit_key(name).endswith(unit_key(one)) for one in unit.names)

"""The rolls of a run: which units handed in which of its files, and the rules on that."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath

from statlint.config.datasets import Dataset, Place
from statlint.config.patterns import PERIODS
from statlint.dataclass import dataclass, replace
from statlint.finding import Crash, Finding, Outcomes
from statlint.history.roll import Return, Roll, roll_of, roll_without_list
from statlint.run.called import Called
from statlint.run.datasets import files_of, place_of
from statlint.run.engine import FileRun
from statlint.run.names import identity
from statlint.run.result import FileResult
from statlint.run.results import Results
from statlint.run.roll_lines import lines_of
from statlint.run.roster import Roster
from statlint.run.work import Work
from statlint.values import Period
from statlint.values.due_units import DueUnit
from statlint.values.overview import Overview

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.run.packed_result import Rest

_SHARE = 0.5
"""A period counts as one that files are collected for with this share of the files of the most
frequent one; the files of others are stragglers."""


@dataclass(frozen=True, slots=True, eq=False)
class _Collection:
    """Files that belong together, and the list of those who owe one."""

    name: str
    place: str
    due: tuple[DueUnit, ...] = ()
    dataset: Dataset | None = None
    on_disk: tuple[tuple[str, Period | None], ...] = ()
    """The files of a data set with a list, each with its period by the path."""


@dataclass(frozen=True, slots=True, eq=False)
class _Short:
    """A file that is handed in: what it is by its path, and for which period."""

    result: FileResult
    place: Place | None
    period: Period | None


def call_rolls(results: Results, work: Work) -> Called:
    """Call the rolls of all files of a run, and run the rules on them.

    They are called one after the other: what files hold is at hand only while one is called.
    """
    rolls: list[Overview] = []
    found: dict[str, list[Finding]] = {}
    crashes: list[Crash] = []
    outcomes = Outcomes()
    ran: dict[str, frozenset[str]] = {}
    dated = False
    for one in _rolls(results, work):
        roll = replace(one, thresholds=work.thresholds_of(each.path for each in one.returns))
        rolls.append(lines_of(roll))
        run = FileRun(roll.place, Roster(work.all_rules), work.settings, work.today)
        run.apply(roll)
        for finding in run.findings:
            if _is_wanted(finding, roll, work):
                found.setdefault(finding.path, []).append(finding)
        crashes += run.crashes
        outcomes += run.outcomes
        dated = dated or run.clock.asked
        ran[roll.place] = ran.get(roll.place, frozenset()).union(run.ran.codes)
    by_path = {path: tuple(several) for path, several in found.items()}
    return Called(tuple(rolls), by_path, tuple(crashes), outcomes, ran, dated)


def _is_wanted(found: Finding, roll: Roll, work: Work) -> bool:
    """Tell whether the rule is one for the file that it speaks of."""
    own = work if found.path == roll.place else work.of(found.path)
    return any(rule.code == found.code for rule in own.rules)


def _rolls(results: Results, work: Work) -> Iterator[Roll]:
    # In the order of a report, however the files were named and held against one another.
    settings, files = work.settings, sorted(results.in_short, key=lambda one: one.file.path)
    loose = _Collection("", settings.due_file or _folder(files), work.due.get("", ()))
    sets = {one.name: _collection(one, work) for one in settings.datasets}
    gathered: dict[str, list[_Short]] = {"": [], **{name: [] for name in sets}}
    for result in files:
        place = place_of(result.file.path, settings.datasets)
        period = (place.period if place else None) or settings.period or result.file.period
        gathered[place.dataset if place else ""].append(_Short(result, place, period))
    for name, returns in gathered.items():
        of = sets.get(name, loose)
        if len(returns) > 1 or (of.due and returns):
            yield from _by_period(of, returns, partial(_returns, results, sets))


def _returns(
    results: Results, sets: Mapping[str, _Collection], shorts: Iterable[_Short]
) -> list[Return]:
    return [_return(results.for_rolls(one.result), one, sets) for one in shorts]


def _return(rest: Rest, one: _Short, sets: Mapping[str, _Collection]) -> Return:
    result, (imprints, drifts) = one.result, rest
    return Return(
        result.file.path,
        (one.place.unit if one.place else None) or "",
        result.file.unit_name or "",
        one.period,
        imprints,
        _within(one.place, sets) if one.place else "",
        drifts,
    )


def _folder(results: Sequence[FileResult]) -> str:
    """Give the folder in which all files lie, where a list stands in no file."""
    # Thousands of files lie in a few of them.
    names = dict.fromkeys(os.path.dirname(result.file.path) for result in results)  # noqa: PTH120 - of texts
    folders = [*map(PurePath, names)] or [PurePath()]
    return str(next(each for each in (folders[0], *folders[0].parents) if _holds(each, folders)))


def _holds(folder: PurePath, others: Sequence[PurePath]) -> bool:
    root = PurePath(folder.anchor)
    return folder in {root, PurePath()} or all(one.is_relative_to(folder) for one in others)


def _within(place: Place, sets: Mapping[str, _Collection]) -> str:
    """Give what a path says besides unit and period: the county of a town."""
    dataset = sets[place.dataset].dataset
    own = dataset.unit if dataset else None
    return "".join(
        text for name, text in place.names.items() if name != own and name not in PERIODS
    )


def _collection(dataset: Dataset, work: Work) -> _Collection:
    due = work.due.get(dataset.name, ())
    place = os.path.relpath(dataset.units_file or dataset.home)
    return _Collection(dataset.name, place, due, dataset, tuple(_on_disk(dataset)) if due else ())


def _on_disk(dataset: Dataset) -> Iterator[tuple[str, Period | None]]:
    for path in files_of(dataset):
        place = dataset.place_of(path)
        yield identity(path), place.period if place else None


def _by_period(
    of: _Collection,
    returns: Sequence[_Short],
    full: Callable[[Iterable[_Short]], list[Return]],
) -> Iterator[Roll]:
    """Call a roll for each period that files are collected for; the others are stragglers."""
    count = Counter(one.period for one in returns if one.period)
    least = max(count.values(), default=0) * _SHARE
    stated = of.dataset is not None and bool({*of.dataset.pattern.names} & {*PERIODS})
    periods = sorted(period for period, times in count.items() if stated or times >= least)
    latest = periods[-1] if periods else None
    stragglers = [one for one in returns if one.period and one.period not in periods]
    for period in (*periods,) or (None,):
        # A file that does not say its period is one of the latest.
        here = [one for one in returns if (one.period or latest) == period]
        if not of.due:
            yield roll_without_list(full(here), name=of.name, place=of.place, period=period)
            continue
        yield roll_of(
            full(here),
            of.due,
            name=of.name,
            place=of.place,
            period=period,
            complete=_is_whole(of, period, returns),
            elsewhere=full(stragglers) if period == latest else (),
        )


def _is_whole(of: _Collection, period: Period | None, returns: Sequence[_Short]) -> bool:
    """Tell whether all files of a data set for a period are among those of the run."""
    there = {identity(one.result.file.path) for one in returns}
    return all(path in there for path, its in of.on_disk if its in {period, None})

"""Which files of a repository each of them is held against: by their paths alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.config.datasets import Dataset, Place
from statlint.config.patterns import PERIODS
from statlint.dataclass import dataclass, field
from statlint.values import Period
from statlint.values.periods_within import periods_within

_KINDS = ("H", "Q", "M")


@dataclass(frozen=True, slots=True, eq=False)
class Needs:
    """The files that one is held against, and those that it is a part of.

    `before` are the files of the period before of its parts, by those of the parts.
    """

    earlier: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)

    @property
    def read(self) -> tuple[str, ...]:
        """All that must be read for it."""
        return (*self.earlier, *self.parts, *self.before.values())


@dataclass(slots=True, eq=False)
class Index:
    """The files of all data sets by what their paths say."""

    datasets: Sequence[Dataset]
    places: dict[str, Place] = field(default_factory=dict)
    """What each file is, in the order of the data sets and of paths."""
    _in_time: dict[tuple[str, tuple[tuple[str, str], ...]], dict[Period, str]] = field(
        default_factory=dict
    )
    _agreeing: dict[tuple[str, tuple[str, ...]], dict[tuple[object, ...], list[str]]] = field(
        default_factory=dict
    )

    def add(self, path: str, place: Place) -> None:
        """Enter a file."""
        self.places[path] = place
        if place.period is not None:
            series = self._in_time.setdefault((place.dataset, place.series), {})
            series.setdefault(place.period, path)

    def needs(self, path: str) -> Needs:
        """Say what a file is held against."""
        place = self.places[path]
        parts = tuple(self._parts(place))
        return Needs(
            tuple(dict.fromkeys((*self._earlier(place), *self._within(place)))),
            parts,
            tuple(self._wholes(place)),
            dict(self._before(parts)),
        )

    def _earlier(self, place: Place) -> Iterator[str]:
        """Go through the same part of earlier years, the oldest first, and the period before."""
        period = place.period
        if period is None:
            return
        series = self._in_time.get((place.dataset, place.series), {})
        for other in sorted(series):
            same_part = (other.kind, other.number) == (period.kind, period.number)
            if (same_part and other.year < period.year) or other == period.previous:
                yield series[other]

    def _before(self, parts: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Go through parts with the file of the period before."""
        for path in parts:
            place = self.places[path]
            series = self._in_time.get((place.dataset, place.series), {})
            if place.period is not None and place.period.previous in series:
                yield path, series[place.period.previous]

    def _within(self, place: Place) -> Iterator[str]:
        """Go through the shorter periods within that of a file, in any data set."""
        if place.period is None:
            return
        for dataset in self.datasets:
            series = self._in_time.get((dataset.name, place.series), {})
            for kind in _KINDS:
                within = periods_within(place.period, kind)
                yield from (series[one] for one in within if one in series)

    def _parts(self, place: Place) -> Iterator[str]:
        whole = self._dataset(place.dataset)
        for name in whole.parts:
            yield from self._agree(place, whole, self._dataset(name))

    def _wholes(self, place: Place) -> Iterator[str]:
        part = self._dataset(place.dataset)
        for whole in self.datasets:
            if part.name in whole.parts:
                yield from self._agree(place, part, whole)

    def _agree(self, place: Place, own: Dataset, other: Dataset) -> Sequence[str]:
        """Give the files of another data set that agree in all named parts that both have."""
        both = [name for name in own.pattern.names if name in other.pattern.names]
        # Periods are held against one another as such: 3 is 03.
        shared = tuple(name for name in both if name not in PERIODS)
        known = self._agreeing.get((other.name, shared))
        if known is None:
            known = self._agreeing[other.name, shared] = {}
            for path, its in self.places.items():
                if its.dataset == other.name:
                    known.setdefault(_told(its, shared), []).append(path)
        return known.get(_told(place, shared), ())

    def _dataset(self, name: str) -> Dataset:
        return next(one for one in self.datasets if one.name == name)

    def depth(self, dataset: str) -> int:
        """Count the data sets that one is, at most, below: 0 for what is a part of nothing."""
        above = [one.name for one in self.datasets if dataset in one.parts]
        return 1 + max(map(self.depth, above)) if above else 0


def _told(place: Place, shared: Iterable[str]) -> tuple[object, ...]:
    names: Mapping[str, str] = place.names
    return (place.period, *(names[name] for name in shared))


def in_order(index: Index, due: Iterable[str]) -> tuple[str, ...]:
    """Order files so that each comes after those it is held against, unit by unit.

    So few must be kept at a time. What is read only for others comes where it is needed.
    """
    wanted = sorted(
        due,
        key=lambda path: (
            index.depth(index.places[path].dataset),
            index.places[path].series,
            str(index.places[path].period),
        ),
    )
    known = set(wanted)
    order: dict[str, None] = {}
    for path in wanted:
        _visit(path, index, known, order)
    return tuple(order)


def _visit(path: str, index: Index, due: set[str], order: dict[str, None]) -> None:
    if path in order:
        return
    if path in due:
        for one in index.needs(path).read:
            _visit(one, index, due, order)
    order[path] = None

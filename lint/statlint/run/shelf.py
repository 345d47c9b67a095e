"""Things of many files in their order: the first are kept as they are, more of them put away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from statlint.dataclass import dataclass, field
from statlint.typed import TYPE_CHECKING, Generic, TypeVar, cast, overload

if TYPE_CHECKING:
    from statlint.run.spill import Spill, Spilt

_T = TypeVar("_T")
_BATCH = 64
"""Things that are put away together: what they have in common is kept once."""
_AT_HAND = 64
"""Batches that stay as they are; most runs have no more."""


@dataclass(slots=True, eq=False)
class Shelf(Sequence[_T], Generic[_T]):
    """A list that takes a fraction of the room; it is read from its beginning to its end."""

    _batches: list[tuple[_T, ...]] = field(default_factory=list)
    _away: list[Spilt] = field(default_factory=list)
    """The batches behind them, in the spill."""
    _spills: list[Spill] = field(default_factory=list)
    _last: list[_T] = field(default_factory=list)
    _open: tuple[int, tuple[_T, ...]] = (-1, ())
    """The batch that was read last."""

    def extend(self, things: Iterable[_T]) -> None:
        """Put things behind those that are there."""
        for one in things:
            self._last.append(one)
            if len(self._last) == _BATCH:
                self._put(tuple(self._last))
                self._last = []

    def _put(self, batch: tuple[_T, ...]) -> None:
        if len(self._batches) < _AT_HAND:
            self._batches.append(batch)
            return
        if not self._spills:
            from statlint.run.spill import Spill

            self._spills.append(Spill())
        self._away.append(self._spills[0].put(batch))

    def finished(self) -> Sequence[_T]:
        """Give the things as a tuple, where they are few."""
        return self if self._away else tuple(self)

    def __len__(self) -> int:
        """Count the things."""
        return self._full * _BATCH + len(self._last)

    @property
    def _full(self) -> int:
        return len(self._batches) + len(self._away)

    def __iter__(self) -> Iterator[_T]:
        """Go through the things in their order."""
        for number in range(self._full):
            yield from self._batch(number)
        yield from self._last

    @overload
    def __getitem__(self, at: int) -> _T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_T]: ...
    def __getitem__(self, at: int | slice) -> _T | Sequence[_T]:
        """Give one thing, or several."""
        places = range(len(self))[at]
        if isinstance(places, int):
            return self._batch(places // _BATCH)[places % _BATCH]
        return tuple(self._batch(place // _BATCH)[place % _BATCH] for place in places)

    def __eq__(self, other: object) -> bool:
        """Tell whether the same things are in another list."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # it may grow

    def _batch(self, number: int) -> Sequence[_T]:
        if number == self._full:
            return self._last
        if number < len(self._batches):
            return self._batches[number]
        if self._open[0] != number:
            away = self._spills[0].get(self._away[number - len(self._batches)])
            self._open = number, cast("tuple[_T, ...]", away)
        return self._open[1]

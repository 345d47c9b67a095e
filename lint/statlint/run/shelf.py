"""Things of many files in their order: the first are kept as they are, more of them packed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast, overload

_T = TypeVar("_T")
_BATCH = 64
"""Things that are packed together: what they have in common is kept once."""
_AT_HAND = 8
"""Batches that stay as they are; most runs have no more."""
_FAST = 1


@dataclass(slots=True, eq=False)
class Shelf(Sequence[_T], Generic[_T]):
    """A list that takes a fraction of the room; it is read from its beginning to its end."""

    _batches: list[tuple[_T, ...] | bytes] = field(default_factory=list)
    _last: list[_T] = field(default_factory=list)
    _open: tuple[int, tuple[_T, ...]] = (-1, ())
    """The batch that was read last."""

    def extend(self, things: Iterable[_T]) -> None:
        """Put things behind those that are there."""
        for one in things:
            self._last.append(one)
            if len(self._last) == _BATCH:
                full = tuple(self._last)
                self._batches.append(full if len(self._batches) < _AT_HAND else packed(full))
                self._last = []

    def finished(self) -> Sequence[_T]:
        """Give the things as a tuple, where they are few."""
        return tuple(self) if len(self._batches) <= _AT_HAND else self

    def __len__(self) -> int:
        """Count the things."""
        return len(self._batches) * _BATCH + len(self._last)

    def __iter__(self) -> Iterator[_T]:
        """Go through the things in their order."""
        for number in range(len(self._batches)):
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
        if number == len(self._batches):
            return self._last
        batch = self._batches[number]
        if isinstance(batch, tuple):
            return batch
        if self._open[0] != number:
            self._open = number, cast("tuple[_T, ...]", unpacked(batch))
        return self._open[1]


def packed(thing: object) -> bytes:
    """Pack something; it stays in memory."""
    from pickle import HIGHEST_PROTOCOL, dumps
    from zlib import compress

    return compress(dumps(thing, HIGHEST_PROTOCOL), _FAST)


def unpacked(thing: bytes) -> object:
    """Give back what was packed; nothing that was packed elsewhere is ever unpacked."""
    from pickle import loads
    from zlib import decompress

    return loads(decompress(thing))  # noqa: S301 - packed by this very run

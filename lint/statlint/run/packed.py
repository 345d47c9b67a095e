"""Filled forms packed into a few kilobytes, so that thousands of files can be kept for others."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Hashable, Iterator
from typing import TypeVar, cast

from statlint.dataclass import dataclass, field
from statlint.facts import Filing
from statlint.form import Form, Head, Line
from statlint.values import Figure

_FAST = 1
_MOST_SHARED = 20_000
"""Things that files have in common; more of them are hardly in common."""
_T = TypeVar("_T", bound=Hashable)


@dataclass(slots=True, eq=False)
class Packer:
    """Packs and unpacks filled forms; what many of them share is not packed with each.

    What is packed stays in memory: nothing that was packed elsewhere is ever unpacked.
    """

    _shared: list[object] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _same: dict[Hashable, Hashable] = field(default_factory=dict)

    def shared(self, thing: _T) -> _T:
        """Give the first of equal things, so that places and small figures are kept once."""
        key = _told_apart(thing)
        known = self._same.get(key)
        if known is None:
            if len(self._same) >= _MOST_SHARED:
                return thing
            known = self._same[key] = thing
            self._share(thing)
        return cast("_T", known)

    def _share(self, thing: object) -> None:
        self._numbers[id(thing)] = len(self._shared)
        self._shared.append(thing)

    def pack(self, filing: Filing) -> bytes:
        """Pack a filled form with its facts."""
        form = filing.filled.form
        if form.id and id(form) not in self._numbers:
            for one in _parts_of(form):
                if id(one) not in self._numbers:
                    self._share(one)
        packed = io.BytesIO()
        _Pickler(packed, self._numbers).dump(filing)
        return zlib.compress(packed.getvalue(), _FAST)

    def unpack(self, packed: bytes) -> Filing:
        """Give back what was packed."""
        filing: Filing = _Unpickler(io.BytesIO(zlib.decompress(packed)), self._shared).load()
        return filing


def _told_apart(thing: Hashable) -> Hashable:
    """Give what equal things have in common; 1 and 1.0 are equal, and are not the same figure."""
    return (type(thing.value), thing) if isinstance(thing, Figure) else (type(thing), thing)


def _parts_of(form: Form) -> Iterator[object]:
    """Go through what the filled forms of one form have in common."""
    yield form
    for table in form.tables:
        yield from (table, table.measure)
        for block in table.blocks:
            strips: tuple[Line | Head, ...] = (*block.lines, *block.heads)
            yield from (block, *strips)
            yield from (one.measure for one in strips if one.measure is not None)


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, numbers: dict[int, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, obj: object) -> int | None:
        """Say by which number something shared is known."""
        return self._numbers.get(id(obj))


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, shared: list[object]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, pid: int) -> object:
        """Give something shared by its number."""
        return self._shared[pid]

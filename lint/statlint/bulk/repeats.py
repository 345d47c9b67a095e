"""Lines of a long table that have the keys of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress

from statlint.bulk.excerpt import Excerpt
from statlint.bulk.keys import Seen
from statlint.bulk.look import Looked, body_of
from statlint.bulk.source import Source
from statlint.dataclass import dataclass
from statlint.workbook.slabs import Column, Slab


@dataclass(frozen=True, slots=True)
class Repeats:
    """Pairs of lines with the same keys, by their rows; whether all keys were looked at."""

    pairs: tuple[tuple[int, int], ...] = ()
    looked: bool = True


def repeats_of(source: Source, looked: Looked) -> Repeats:
    """Read the keys once more, unless they rise from line to line; look for those there twice."""
    excerpt = looked.excerpt
    if not excerpt.keys or (len(excerpt.keys) == 1 and looked.rising.holds):
        return Repeats(looked=bool(excerpt.keys))
    seen = Seen()
    for slab in body_of(source, excerpt):
        seen.add(list(_keys(slab, excerpt)))
        if seen.is_full:
            return Repeats(looked=False)
    twice = seen.repeated()
    return Repeats(tuple(_pairs(source, excerpt, twice))) if twice else Repeats()


def _keys(slab: Slab, excerpt: Excerpt) -> Iterable[object]:
    """Give the key of each line: a text, or several."""
    columns: list[Column] = [slab.columns[place] for place in excerpt.keys]
    return columns[0] if len(columns) == 1 else zip(*columns, strict=True)


def _pairs(source: Source, excerpt: Excerpt, twice: frozenset[int]) -> Iterator[tuple[int, int]]:
    first: dict[object, int] = {}
    for slab in body_of(source, excerpt):
        found = map(twice.__contains__, map(hash, _keys(slab, excerpt)))
        for line, key in compress(zip(slab.lines, _keys(slab, excerpt), strict=True), found):
            before = first.setdefault(key, line)
            if before != line and _is_filled(key):
                yield before, line


def _is_filled(key: object) -> bool:
    return all(key) if isinstance(key, tuple) else key != ""

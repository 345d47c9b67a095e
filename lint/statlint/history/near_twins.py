"""Tables of different units that are the same but for a line or two, by more than chance."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, zip_longest
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.history.imprint import (
    QUARTERS,
    Column,
    Imprint,
    digests_in,
    quarters_in,
    strips_in,
)
from statlint.history.roll import Return, Roll
from statlint.history.twins import may_be_one, owners_of
from statlint.values.blake import blake2b

_SURE = 10.0
"""Bits beside those that the number of pairs asks for."""
_CHANGED = math.log2(1 / 0.05)
"""Bits that a line counts against a copy in which it differs: one in twenty is changed."""
_NEARLY = 2 / 3
"""Share of their lines in which two tables must agree to be called nearly the same."""
_BANDS = 4
"""Parts that lines are cut into, in two ways: of a copy with a line or two changed some agree."""
_LEAST = 4.0
"""Bits that lines must have for the files that agree in them to be held against each other."""
_MOST_ALIKE = 20
"""Files that agree in such lines; more have them by custom."""
_COMMON = 0.5
"""In this share of different tables a line says nothing."""
_DIGEST, _FEW = 12, 32
"""Bytes that stand for a part of the lines of a file: there are eight parts of each."""
_Lines: TypeAlias = "Mapping[tuple[tuple[str, str], int], Column]"
"""The lines of all tables of a file by the kind of table and their place."""
_Common: TypeAlias = "frozenset[tuple[tuple[tuple[str, str], int], bytes]]"
_Shared: TypeAlias = "dict[tuple[str, str], list[tuple[int, bytes]]]"
"""The places and digests of lines that most files share, by the kind of table."""


@dataclass(frozen=True, slots=True, eq=False)
class NearTwin:
    """Two files of different units, how many lines with figures they have, how many are alike."""

    of: Return
    other: Return
    lines: int
    same: int

    @property
    def imprints(self) -> tuple[Imprint, ...]:
        """The tables that both have."""
        return tuple(one for one in self.of.imprints if one.kind in self.other.kinds())


def near_twins_of(roll: Roll) -> Iterator[NearTwin]:
    """Find the files whose tables are the same but for few lines; never those that wholly are.

    Each line that is the same counts for what its figures tell, each that is not counts against.
    """
    returns = [one for one in roll.returns if one.imprints]
    common = _common(returns)
    needed = _SURE + math.log2(max(1, len(returns) * (len(returns) - 1) / 2))
    whose = owners_of(roll)
    for one, other in _pairs(returns, common):
        mine, its = returns[one], returns[other]
        if whose[mine.path] == whose[its.path] or may_be_one(mine, its):
            continue
        own, theirs = (_without(_lines(of), common) for of in (mine, its))
        found = _held_against(own, theirs)
        nearly = _NEARLY * found.lines <= found.same < found.lines
        if found.bits >= needed and nearly:
            yield NearTwin(mine, its, found.lines, found.same)
            yield NearTwin(its, mine, found.lines, found.same)


def _lines(one: Return) -> _Lines:
    return {
        (imprint.kind, at): strip
        for imprint in one.imprints
        for at, strip in enumerate(strips_in(imprint))
    }


def _common(returns: Sequence[Return]) -> _Common:
    """Find the lines that most files share, one place of a table after the other."""
    least = max(3, math.ceil(_COMMON * len(returns)))
    kinds: dict[tuple[str, str], list[bytes]] = {}
    for one in returns:
        for kind, lines in _packed(one).items():
            kinds.setdefault(kind, []).append(lines)
    return frozenset(
        ((kind, at), digest)
        for kind, several in kinds.items()
        for at, digests in enumerate(zip_longest(*map(digests_in, several)))
        for digest, times in Counter(digests).items()
        if digest and times >= least
    )


def _packed(one: Return) -> dict[tuple[str, str], bytes]:
    """Give the packed lines of each kind of table; of two of a kind the later goes first."""
    found: dict[tuple[str, str], bytes] = {}
    for imprint in one.imprints:
        before = found.get(imprint.kind, b"")
        found[imprint.kind] = imprint.lines + before[len(imprint.lines) :]
    return found


def _without(lines: _Lines, common: _Common) -> _Lines:
    """Let lines that most tables share tell nothing."""
    return {
        place: Column(strip.digest, 0.0) if (place, strip.digest) in common else strip
        for place, strip in lines.items()
    }


def _pairs(returns: Sequence[Return], common: _Common) -> list[tuple[int, int]]:
    """Give the files that agree in some part of their lines by more than chance.

    Of thousands of files the lines are unpacked whole only where two are held against each other.
    """
    least = QUARTERS * max(_LEAST, math.log2(max(1, len(returns))))
    shared = _by_place(common)
    buckets: dict[Hashable, list[int]] = {}
    for at, one in enumerate(returns):
        for key, digests, quarters in _bands(_packed(one), shared):
            if sum(quarters) >= least:
                short = _short(b"".join(digests))
                buckets.setdefault((*key, len(digests), short), []).append(at)
    return sorted(
        {
            pair
            for several in buckets.values()
            if 1 < len(several) <= _MOST_ALIKE
            for pair in combinations(several, 2)
        }
    )


def _short(digests: bytes) -> bytes:
    """Give what stands for a part of the lines of a file: these themselves where they are few."""
    if len(digests) <= _FEW:
        return digests
    return blake2b(digests, digest_size=_DIGEST).digest()


def _by_place(common: _Common) -> _Shared:
    """Sort the lines that most files share by the kind of table."""
    found: _Shared = {}
    for (kind, at), digest in common:
        found.setdefault(kind, []).append((at, digest))
    return found


def _bands(
    tables: Mapping[tuple[str, str], bytes], shared: _Shared
) -> Iterator[tuple[tuple[Hashable, int], list[bytes], list[int]]]:
    """Cut lines into parts: every fourth of them, and one quarter after the other."""
    digests: list[bytes] = []
    quarters: list[int] = []
    for kind, lines in tables.items():
        own, told = digests_in(lines), quarters_in(lines)
        for at, digest in shared.get(kind, ()):
            if at < len(own) and own[at] == digest:
                # What most tables share tells nothing.
                told[at] = 0
        digests += own
        quarters += told
    names, size = tuple(tables), math.ceil(len(digests) / _BANDS)
    for at in range(_BANDS):
        yield (names, at), digests[at::_BANDS], quarters[at::_BANDS]
        part = slice(at * size, (at + 1) * size)
        yield (names, -1 - at), digests[part], quarters[part]


@dataclass(frozen=True, slots=True)
class _Agreement:
    lines: int
    same: int
    bits: float


def _held_against(own: _Lines, theirs: _Lines) -> _Agreement:
    same = lines = 0
    told: dict[bytes, float] = {}
    for place in {**own, **theirs}:
        mine, its = own.get(place), theirs.get(place)
        if mine is None or its is None or mine.digest != its.digest:
            lines += 1
        elif mine.bits:
            lines, same = lines + 1, same + 1
            # A line that repeats another, as a total of one part does, tells nothing new.
            told[mine.digest] = mine.bits
    return _Agreement(lines, same, sum(told.values()) - _CHANGED * (lines - same))

"""Lines and heads that repeat those of a table before: the total of 表一 as a column of 表二."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.model import Operator, Relation
from statlint.inference.pages import Name, Page, shared
from statlint.inference.score import Evidence, Reckoned, evidence_of
from statlint.table import Role

_NO_MEASURE = frozenset({Role.RANK, Role.ORDINAL, Role.CODE})
_NAMED, _UNNAMED = 2, 3
"""Fewest figures that speak for it: of totals and strips with one name, and of others."""
_LEAST_BITS, _SEARCH_BITS = 14.0, 3.0
_FEW_MISSED = 5
"""One position in so many may differ."""
_SMALL = 10
"""Figures below this, in units of their last digit, are equal by chance."""
_PROBES = 24
"""Names of positions that show which strips are worth a closer look."""
_CROWD = 12
"""A figure that so many strips show at one position tells nothing of any of them."""

_Strip: TypeAlias = tuple[int, int]
"""A table, by its place among the pages, and a strip of it."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A strip of one page that repeats one of a page before."""

    part: _Strip
    positions: tuple[int, ...]
    places: tuple[int, ...]
    evidence: Evidence
    named: bool

    @property
    def rank(self) -> tuple[float, bool, int]:
        """How good it is beside others: what agrees most, one name, the first table."""
        return self.evidence.exact - len(self.evidence.missed), self.named, -self.part[0]


def find_equals(pages: Sequence[Page]) -> Iterator[tuple[int, Relation]]:
    """Find the strips that repeat one of a table before; each comes with the place of its table."""
    best: dict[_Strip, _Match] = {}
    akin: dict[tuple[int, int], bool] = {}
    for part, whole in sorted(_likely(pages)):
        one, other = pages[part[0]], pages[whole[0]]
        if one.strips[part[1]] == other.strips[whole[1]]:
            pair = part[0], whole[0]
            if pair not in akin:
                akin[pair] = _akin(one.strips, other.strips) and _akin(one.across, other.across)
            if akin[pair]:
                # Two drafts of a table, or those of two units: one may be changed on purpose.
                continue
        match = _match(pages[part[0]], part[1], pages[whole[0]], whole[1])
        if match and (whole not in best or match.rank > best[whole].rank):
            best[whole] = match
    tried = log2(1 + sum(len(page.strips) for page in pages)) + _SEARCH_BITS
    for (place, strip), match in sorted(best.items()):
        if match.evidence.bits - tried >= _LEAST_BITS:
            yield place, _relation(pages[place], strip, match, tried)


def _akin(names: Sequence[Name | None], others: Sequence[Name | None]) -> bool:
    """Tell whether nearly all names of each are names of the other."""
    return len(shared(names, others)) * _FEW_MISSED >= max(len(names), len(others)) * (
        _FEW_MISSED - 1
    )


def _likely(pages: Sequence[Page]) -> Iterator[tuple[_Strip, _Strip]]:
    """Give the pairs of strips that show the same figures at most positions of one name."""
    probes = _probes(pages)
    shown: dict[tuple[Name, int], list[_Strip]] = {}
    filled: Counter[_Strip] = Counter()
    for at, page in enumerate(pages):
        for strip, position, name in _asked(page, probes):
            filled[at, strip] += 1
            value = page.value(strip, position) or 0
            if abs(value) >= _SMALL * page.unit(strip, position):
                shown.setdefault((name, value), []).append((at, strip))
    kinds = _kinds(pages)
    agreed = Counter(
        (part, whole)
        for strips in shown.values()
        if len(strips) <= _CROWD
        for index, part in enumerate(strips)
        for whole in strips[index + 1 :]
        if part[0] != whole[0]
        # What stands in both at one place, in tables of one kind, are constants or a copy.
        and (part[1] != whole[1] or kinds[part[0]] != kinds[whole[0]])
    )
    for (part, whole), count in agreed.items():
        if count >= _NAMED and 2 * count >= min(filled[part], filled[whole]):
            yield part, whole


def _probes(pages: Sequence[Page]) -> set[Name]:
    """Give names of positions that several tables have, spread over the first of them."""
    known = Counter(name for page in pages for name in set(page.across) if name is not None)
    several = [name for name, count in known.items() if count > 1]
    return set(several[:: max(1, len(several) // _PROBES)][:_PROBES])


def _asked(page: Page, probes: set[Name]) -> Iterator[tuple[int, int, Name]]:
    """Go through the figures of a table that are worth to be looked for in others."""
    places = [(at, name) for at, name in enumerate(page.across) if name in probes]
    for strip, values in enumerate(page.matrix.values):
        if not page.matrix.strips[strip].roles & _NO_MEASURE:
            for position, name in places:
                if values[position] is not None:
                    yield strip, position, name


def _kinds(pages: Sequence[Page]) -> list[int]:
    """Give each table the number of its kind: those with the same lines and heads are of one."""
    seen: dict[tuple[tuple[Name | None, ...], ...], int] = {}
    return [seen.setdefault((page.strips, page.across), len(seen)) for page in pages]


def _match(before: Page, part: int, page: Page, strip: int) -> _Match | None:
    """Compare two strips wherever both have a figure."""
    one, other = page.matrix.strips[strip], before.matrix.strips[part]
    alike = page.strips[strip] is not None and page.strips[strip] == before.strips[part]
    reckoned, places = [], []
    for position, place in shared(page.across, before.across):
        stated, repeated = page.value(strip, position), before.value(part, place)
        if stated is None or repeated is None:
            continue
        units = page.unit(strip, position), before.unit(part, place)
        reckoned.append(Reckoned(position, stated, repeated, max(units), sum(units) // 2))
        places.append(place)
    evidence = evidence_of(reckoned)
    named = alike or Role.TOTAL in one.roles & other.roles
    total = Role.TOTAL in one.roles | other.roles
    if evidence.telling < (_NAMED if named or total else _UNNAMED):
        return None
    if len(evidence.missed) > _allowed(len(reckoned), named=named):
        return None
    return _Match((before.place, part), evidence.positions, tuple(places), evidence, named)


def _allowed(count: int, *, named: bool) -> int:
    """Say how many positions may differ: without a name a part often equals its whole."""
    if named:
        return max(int(count > _NAMED), count // _FEW_MISSED)
    return count // (2 * _FEW_MISSED)


def _relation(page: Page, strip: int, match: _Match, tried: float) -> Relation:
    evidence = match.evidence
    return Relation(
        Operator.EQUAL,
        page.axis,
        strip,
        (match.part[1],),
        match.positions,
        evidence.bits - tried,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=match.named,
        others=(match.part[0],),
        places=(match.places,),
    )

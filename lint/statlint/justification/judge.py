"""Hold the findings of a file against the entries of its sidecar: what is accepted, what is not."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from statlint.dataclass import dataclass, replace
from statlint.finding import Finding, Grounds, Justification
from statlint.justification.changes import Change, changes_between
from statlint.justification.marks import leans_on_others
from statlint.justification.model import Entry, Trait, entry_of, essence, traits_of
from statlint.justification.sidecar import Sidecar
from statlint.justification.terms import Flaw, Terms

_Key: TypeAlias = "tuple[object, ...] | None"


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one entry.

    `finding` is the one it speaks of, or that it spoke of before `changes`. Without one it is
    `unused`: nothing is found there any more; where nobody looked, it is neither.
    """

    entry: Entry
    finding: Finding | None = None
    flaw: Flaw | None = None
    changes: tuple[Change, ...] = ()
    unused: bool = False
    end: date | None = None
    """The last day on which it counts."""


@dataclass(frozen=True, slots=True, eq=False)
class Explanations:
    """The sidecar of one file, and what became of each of its entries, in their order."""

    sidecar: Sidecar
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What entries are held against besides findings.

    `editions` are those of the rules by their codes; `looked` tells whether somebody looked for
    what an entry speaks of; `inside` is where in an archive the file is. `beside` are the roles
    of the files that it is held against, `alone` is whether the run is of no other file.
    """

    terms: Terms
    editions: Mapping[str, int]
    looked: Callable[[Entry], bool]
    inside: str = ""
    beside: frozenset[str] = frozenset()
    alone: bool = True

    def others_of(self, finding: Finding) -> tuple[str, ...] | None:
        """Give the roles of the files that a finding may be for; None where there were none."""
        there = bool(self.beside) or not self.alone
        return tuple(sorted(self.beside)) if there and leans_on_others(finding) else None


def judge(
    sidecar: Sidecar, findings: Sequence[Finding], ground: Ground
) -> tuple[tuple[Finding, ...], Explanations]:
    """Give the findings, those accepted with their justification, and what became of the entries.

    Equal findings are accepted one by one, in order.
    """
    entries = [one for one in sidecar.entries if not ground.inside or one.file == ground.inside]
    now = [entry_of(one, ground.editions.get(one.code, 1), file=ground.inside) for one in findings]
    met = _met(entries, now, ground.terms)
    held = _Held(findings, now, met, _near(entries, now, met), ground)
    judged = tuple(held.judged(at, entry) for at, entry in enumerate(entries))
    accepted = list(findings)
    for at, one in enumerate(judged):
        if at in met and one.flaw is None and findings[met[at]].justified is None:
            accepted[met[at]] = replace(findings[met[at]], justified=_said(one.entry, ground))
    return tuple(accepted), Explanations(sidecar, judged)


def _said(entry: Entry, ground: Ground) -> Justification:
    end = ground.terms.end_of(entry)
    return Justification(
        Grounds.SIDECAR,
        reason=entry.reason.strip(),
        by=entry.by.strip(),
        date=entry.date.isoformat() if entry.date else "",
        until=end.isoformat() if end else "",
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Entries held against findings: which are `met` as they were, and which something is `near`.

    `now` are the findings as entries; both pairings go from the one's number to the other's.
    """

    findings: Sequence[Finding]
    now: Sequence[Entry]
    met: Mapping[int, int]
    near: Mapping[int, int]
    ground: Ground

    def judged(self, at: int, entry: Entry) -> Judged:
        """Tell what became of an entry."""
        if at in self.met:
            finding = self.findings[self.met[at]]
            if finding.justified is not None:
                return Judged(entry, finding)
            terms = self.ground.terms
            flaw = terms.flaw_of(entry) if terms.allow(finding) else Flaw.NOT_ALLOWED
            return Judged(entry, finding, flaw, end=terms.end_of(entry))
        if at in self.near:
            found = self.near[at]
            changes = changes_between(entry, self.now[found])
            return Judged(entry, self.findings[found], changes=changes)
        return Judged(entry, unused=self.ground.looked(entry))


def _met(entries: Sequence[Entry], now: Sequence[Entry], terms: Terms) -> dict[int, int]:
    """Pair entries with the findings that are still the same; those that count come first."""
    order = sorted(range(len(entries)), key=lambda at: terms.flaw_of(entries[at]) is not None)
    return _paired(order, entries, list(enumerate(now)), lambda one: (one.file, *essence(one)))


def _near(entries: Sequence[Entry], now: Sequence[Entry], met: Mapping[int, int]) -> dict[int, int]:
    """Pair the other entries with findings of the same rule: in the same place, or as large."""
    found: dict[int, int] = {}
    for key in (_place, _size):
        taken = {*met.values(), *found.values()}
        left = [at for at in range(len(entries)) if at not in met and at not in found]
        free = [(at, one) for at, one in enumerate(now) if at not in taken]
        found |= _paired(left, entries, free, key)
    return found


def _paired(
    order: Sequence[int],
    entries: Sequence[Entry],
    now: Sequence[tuple[int, Entry]],
    key: Callable[[Entry], _Key],
) -> dict[int, int]:
    waiting: defaultdict[_Key, deque[int]] = defaultdict(deque)
    for found, one in now:
        waiting[key(one)].append(found)
    return dict(_pairs(order, entries, waiting, key))


def _pairs(
    order: Sequence[int],
    entries: Sequence[Entry],
    waiting: Mapping[_Key, deque[int]],
    key: Callable[[Entry], _Key],
) -> Iterator[tuple[int, int]]:
    for at in order:
        known = key(entries[at])
        if known is not None and known in waiting and waiting[known]:
            yield at, waiting[known].popleft()


def _place(entry: Entry) -> _Key:
    traits = traits_of(entry)
    where = (Trait.RULE, Trait.TABLE, Trait.LINE, Trait.HEAD, Trait.EDIT)
    return entry.file, *(traits[trait] for trait in where)


def _size(entry: Entry) -> _Key:
    traits = traits_of(entry)
    figures = traits[Trait.FIGURES]
    return (entry.file, entry.rule, traits[Trait.EDIT], figures) if figures else None

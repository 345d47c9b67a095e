"""A baseline during a run: which of its findings are met again, and which are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.finding import Finding, Grounds, Justification
from statlint.finding.named import family_of
from statlint.justification.baseline import Baseline, Known, KnownFile
from statlint.justification.content import content_of
from statlint.justification.marks import leans_on_others, mark_of
from statlint.justification.reach import Reach
from statlint.justification.terms import OWN_FAMILY

_NOTHING = KnownFile(())


@dataclass(frozen=True, slots=True)
class SettledBaseline:
    """What a run made of a baseline: what is left of it, by file, and what is gone.

    So many findings of the run were `accepted` for it; `new` ones are not in it.
    """

    files: Mapping[str, KnownFile]
    gone: tuple[tuple[str, Known], ...]
    accepted: int
    new: int


@dataclass(frozen=True, slots=True)
class Looked:
    """Who looked at a file: the rules that `ran`, and the roles of the files `beside` it."""

    ran: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def can_tell(self, known: Known) -> bool:
        """Tell whether something would have been found again."""
        return known.rule in self.ran and self.beside.issuperset(known.beside or ())


@dataclass(frozen=True, slots=True)
class _Met:
    """What was known of one file, what of it was met again, and who looked there."""

    before: KnownFile
    marks: Counter[str]
    looked: Looked


@dataclass(slots=True, eq=False)
class BaselineRun:
    """A baseline at work.

    `walked` are the paths that the run goes through: what is no longer there is gone. Where it
    `begins`, nothing was written yet, and whatever is found is taken in. It `writes` where what is
    gone is taken out of it after the run, so that nobody need be told.
    """

    baseline: Baseline
    walked: Collection[str] = ()
    begins: bool = False
    writes: bool = False
    _met: dict[str, _Met] = field(default_factory=dict)
    _moved: set[str] = field(default_factory=set)
    """The former names of files that were renamed."""
    _accepted: int = 0
    _new: int = 0
    _reach: Reach = field(init=False)
    _lost: dict[str, str] | None = None
    """The files that are no longer there, by their digests."""

    def __post_init__(self) -> None:
        """Take names as seen from the folder of the baseline."""
        self._reach = Reach(self.baseline.path.absolute().parent, self.walked)

    def start(self) -> None:
        """Forget what was met: a run may have to start again."""
        self._met, self._moved, self._lost = {}, set(), None
        self._accepted = self._new = 0

    def accept(
        self,
        path: str,
        findings: Sequence[Finding],
        looked: Looked,
        is_barred: Callable[[Finding], bool] = lambda _: False,
    ) -> tuple[Finding, ...]:
        """Give the findings of one path, those that are known as accepted.

        `looked` says who looked at the file; what `is_barred` is never accepted.
        """
        name = self._reach.name(path)
        marks = [mark_of(one) if _is_open(one) else "" for one in findings]
        if self.begins:
            wanted = [
                "" if is_barred(one) else mark for one, mark in zip(findings, marks, strict=True)
            ]
            before = KnownFile(tuple(_taken(findings, wanted, looked)))
        else:
            before = self.baseline.files.get(name) or self._renamed(name, marks)
        known, met, told = Counter(one.mark for one in before.findings), Counter[str](), []
        for found, mark in zip(findings, marks, strict=True):
            is_known = met[mark] < known[mark]
            met[mark] += is_known
            self._new += bool(mark) and not is_known
            is_accepted = is_known and not is_barred(found)
            self._accepted += is_accepted
            told.append(_accepted(found) if is_accepted else found)
        self._met[name] = _Met(before, met, looked)
        return tuple(told)

    def _renamed(self, name: str, marks: Sequence[str]) -> KnownFile:
        """Give what is known of a file that had another name, and holds what it held."""
        if not any(marks):
            return _NOTHING
        if self._lost is None:
            self._lost = {
                file.content: former
                for former, file in self.baseline.files.items()
                if file.content and not self._reach.is_there(former, ())
            }
        former = self._lost.pop(content_of(self._reach.at(name)), None) if self._lost else None
        if former is None:
            return _NOTHING
        self._moved.add(former)
        return self.baseline.files[former]

    def settle(self) -> SettledBaseline:
        """Tell what is left and what is gone, when all files were checked."""
        files: dict[str, KnownFile] = {}
        gone: list[tuple[str, Known]] = []
        known = {name: met.before for name, met in self._met.items()} | dict(self._others())
        whole = all(self._reach.is_walked(name) for name, _ in self._others())
        for name, before in sorted(known.items()):
            left = []
            for one, is_met in self._met_again(name, before):
                if is_met or not self._is_gone(name, one, whole=whole):
                    left.append(one)
                else:
                    gone.append((name, one))
            if left:
                files[name] = replace(before, findings=tuple(left))
        return SettledBaseline(files, tuple(gone), self._accepted, self._new)

    def _others(self) -> Iterator[tuple[str, KnownFile]]:
        """Go through the files of the baseline that were not checked."""
        for name, file in self.baseline.files.items():
            if name not in self._met and name not in self._moved:
                yield name, file

    def _met_again(self, name: str, before: KnownFile) -> Iterator[tuple[Known, bool]]:
        """Go through what is known of a file, and tell whether it was met again."""
        met = Counter(self._met[name].marks) if name in self._met else Counter[str]()
        for one in before.findings:
            met[one.mark] -= 1
            yield one, met[one.mark] >= 0

    def _is_gone(self, name: str, known: Known, *, whole: bool) -> bool:
        """Tell whether something is gone for sure: whoever can tell looked, and did not find it."""
        if name in self._met:
            return self._met[name].looked.can_tell(known) and (whole or known.beside is None)
        return self._reach.is_walked(name) and not self._reach.is_there(name, self._met)

    def with_contents(self, files: Mapping[str, KnownFile]) -> dict[str, KnownFile]:
        """Give files with what they hold now, by their digests, those that were checked."""
        return {
            name: replace(file, content=content_of(self._reach.at(name)))
            if name in self._met
            else file
            for name, file in files.items()
        }


def _is_open(found: Finding) -> bool:
    return found.justified is None and family_of(found.code) != OWN_FAMILY


def _taken(findings: Sequence[Finding], marks: Sequence[str], looked: Looked) -> Iterator[Known]:
    """Go through the findings that a new baseline takes in: those with a mark."""
    beside = tuple(sorted(looked.beside))
    for found, mark in zip(findings, marks, strict=True):
        if mark:
            of_others = beside if leans_on_others(found) else None
            yield Known(mark, found.code, _place(found), of_others)


def _place(found: Finding) -> str:
    """Say for readers where it was, in no language."""
    where = (found.place or found.sheet or "", str(found.cell or ""))
    return "!".join(filter(None, where))


def _accepted(found: Finding) -> Finding:
    return replace(found, justified=Justification(Grounds.BASELINE))

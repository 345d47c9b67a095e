"""What is known of the files of a run from earlier ones, and what is kept for later ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from statlint.dataclass import dataclass, field, replace
from statlint.run.cache import Cache, Entry
from statlint.run.cache_packing import UnpackError, pack, unpack
from statlint.run.called import Across
from statlint.run.digests import digest
from statlint.run.held import Held, waiting_for
from statlint.run.names import name_of
from statlint.run.packed_result import PackedResult, pack_result, rest_of
from statlint.run.result import FileResult
from statlint.run.sealed import sealed
from statlint.run.waiting import Group
from statlint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from statlint.run.keys import Keys
    from statlint.run.steps import Step

_AT_ONCE = 100
"""Results that are unpacked at once."""


class ForgottenError(Exception):
    """Raised where something is gone from the cache that was there when the run began."""


@dataclass(slots=True, eq=False)
class Recall:
    """The cache of results at work on the steps of one run."""

    cache: Cache
    keys: Keys
    steps: Mapping[str, Step]
    """The steps by what their files are."""
    today: str
    has_others: bool
    """Whether files are held against earlier ones or parts."""
    _keys: dict[str, bytes | None] = field(default_factory=dict)
    _entries: dict[str, Entry] = field(default_factory=dict)
    """What is known of files, but for what is said of them."""
    _needed: set[str] = field(default_factory=set)
    """Files that are read for others which are checked again."""

    @property
    def checked(self) -> Iterator[Step]:
        """Go through the steps of files that are checked."""
        return (step for step in self.steps.values() if step.checked)

    def look(self) -> bool:
        """Look up what is known of each file; tell whether all are, with the same others each."""
        self._keys = {one.key: self.keys.of(one) for one in self.checked}
        names = {key: name for name, key in self._keys.items() if key is not None}
        for entry in self.cache.find(tuple(names)):
            if entry.day in {"", self.today}:
                self._entries[names[entry.key]] = replace(entry, said=b"", rest=b"", unsettled=b"")
        return len(self._entries) == len(self._keys) and all(map(self.knows, self._groups()))

    def settle(self) -> None:
        """Decide which files are checked again although they are known: those that others need.

        Nobody can tell yet which files will wait for one that is checked again.
        """
        if self.has_others:
            self._entries = {key: one for key, one in self._entries.items() if not one.pool}
        due = [step for step in self.checked if step.key not in self._entries]
        while due:
            step = due.pop()
            for key in step.needs.read if step.needs else ():
                self._needed.add(key)
                if self._entries.pop(key, None) is not None:
                    due.append(self.steps[key])
        # What is known of a file by its path goes when it is done: there may be thousands.
        self.steps = self.keys.steps = {}

    def is_known(self, step: Step) -> bool:
        """Tell whether nothing needs to be done for a file."""
        return step.key in self._entries if step.checked else step.key not in self._needed

    def held(self, step: Step) -> Held | None:
        """Give a known file that waits for others; None where nothing else matters for it."""
        entry = self._entries[step.key]
        return Held(step, entry.cells, entry.refers) if entry.pool else None

    def knows(self, group: Group[Held]) -> bool:
        """Tell whether files were looked at together, these and no others."""
        pool = self._pool(group)
        entries = (self._entries.get(one.step.key) for one in group.files)
        return all(one is not None and one.pool == pool for one in entries)

    def are_same(self, group: Group[Held]) -> bool:
        """Tell whether none of some files was written since it was looked up."""
        return all(self.keys.is_same(one.step) for one in group.files)

    def results(self) -> Iterator[tuple[str, list[FileResult]]]:
        """Go through what is said of all files, by path; raises ForgottenError."""
        steps = sorted(self.checked, key=lambda one: name_of(one.source))
        keys = [key for one in steps if (key := self._keys[one.key]) is not None]
        for path, several in groupby(self._said(keys), key=lambda one: one.file.path):
            yield path, list(several)

    def result(self, step: Step) -> FileResult:
        """Give all that is known of a file; raises ForgottenError."""
        entry = self._entry(self._keys[step.key])
        try:
            imprints, drifts = rest_of(entry.rest)
        except UnpackError as error:
            raise ForgottenError from error
        return replace(_result(entry), imprints=imprints, drifts=drifts)

    def keep(
        self, step: Step, result: FileResult | PackedResult, group: Group[Held] | None = None
    ) -> None:
        """Keep what was found out of a file, with those that it was looked at with."""
        key = self._keys.get(step.key)
        if key is None or not result.lasts or not self.keys.is_same(step):
            return
        packed = pack_result(result) if isinstance(result, FileResult) else result
        if packed is None:
            return
        entry = Entry(
            key,
            packed.said,
            packed.rest,
            self.today if packed.dated else "",
            unsettled=packed.unsettled,
        )
        if group is not None:
            own = next(one for one in group.files if one.step is step)
            pool = self._pool(group)
            entry = replace(entry, pool=pool, cells=own.cells, refers=own.refers)
        self.cache.keep(entry)

    def across(self) -> Across | None:
        """Give what is known of all files together."""
        key = self._key_across()
        found = next(self.cache.find((key,)), None) if key else None
        if found is None or found.day not in {"", self.today}:
            return None
        try:
            return cast("Across", _unpacked(found.said))
        except ForgottenError:
            return None

    def keep_across(self, across: Across) -> None:
        """Keep what is said of all files together."""
        key = self._key_across()
        said = pack(across) if key else None
        if key is not None and said is not None and not across.called.crashes:
            day = self.today if across.called.dated else ""
            self.cache.keep(Entry(key, said, day=day))

    def _key_across(self) -> bytes | None:
        keys = [key for key in self._keys.values() if key is not None]
        return self.keys.across(keys) if len(keys) == len(self._keys) else None

    def _groups(self) -> Iterator[Group[Held]]:
        """Go through the files that are looked at together, if all are known."""
        waiting = waiting_for(has_others=self.has_others)
        for step in self.checked:
            held = self.held(step)
            if held is not None:
                yield from waiting.add(held, beside=held.beside)
        yield from waiting.finish()

    def _pool(self, group: Group[Held]) -> bytes:
        """Tell which files are looked at together."""
        return digest(group.refers, [self._keys[one.step.key] for one in group.files])

    def _said(self, keys: Sequence[bytes]) -> Iterator[FileResult]:
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            found = {entry.key: entry for entry in self.cache.find(tuple(dict.fromkeys(some)))}
            for key in some:
                if key not in found:
                    raise ForgottenError
                yield _result(found[key])

    def _entry(self, key: bytes | None) -> Entry:
        found = next(self.cache.find((key,)), None) if key else None
        if found is None:
            raise ForgottenError
        return found


def _result(entry: Entry) -> FileResult:
    said = cast("FileResult", _unpacked(entry.said))
    return replace(said, not_checked=sealed(entry.unsettled)) if entry.unsettled else said


def _unpacked(content: bytes) -> object:
    try:
        return unpack(content)
    except UnpackError as error:
        raise ForgottenError from error

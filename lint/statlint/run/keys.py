"""By what the results of files are known: a digest of all that they depend on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from statlint.dataclass import dataclass, field
from statlint.run.contents import Contents
from statlint.run.digests import digest, told
from statlint.run.names import Source, identity, name_of
from statlint.run.stated import Stated
from statlint.typed import TYPE_CHECKING
from statlint.workbook import Packed

if TYPE_CHECKING:
    from statlint.run.steps import Beside, Step
    from statlint.run.work import Work


@dataclass(slots=True, eq=False)
class Keys:
    """The keys of the files of one run; None is for what cannot be told, and is not kept."""

    work: Work
    beside: Beside
    steps: Mapping[str, Step]
    """All files of the run by what they are."""
    stated: Stated
    contents: Contents = field(default_factory=Contents)
    _others: dict[str, bytes | None] = field(default_factory=dict)
    _shared: list[bytes | None] = field(default_factory=list)

    def of(self, step: Step) -> bytes | None:
        """Give the key of a file: of its own, and of all that it is held against."""
        own, shared = self._own(step), self._of_run()
        needs = step.needs
        if own is None or shared is None or needs is None:
            return None if own is None or shared is None else digest(own, shared, step.part_of)
        several = (needs.earlier, needs.parts, needs.before, needs.before.values())
        others = [[self._other(key) for key in keys] for keys in several]
        if any(None in one for one in others):
            return None
        return digest(own, shared, step.part_of, others)

    def across(self, keys: Iterable[bytes]) -> bytes | None:
        """Give the key of what is said of all files together, whose keys these are."""
        settings = self.work.settings
        parts = (self._of_run(), self.stated.of(self.work), self.stated.lists(settings))
        if None in parts:
            return None
        # What is said of a list is said of a path as seen from the current folder.
        disk = (told(settings.datasets), self._on_disk(), identity("."))
        return digest(parts, disk, list(keys))

    def is_same(self, step: Step) -> bool:
        """Tell whether no file that matters was written since its digest was taken."""
        named = (*self.beside.previous, *self.beside.parts)
        needed = step.needs.read if step.needs else ()
        return all(map(self.contents.is_same, (step.key, *map(identity, named), *needed)))

    def _own(self, step: Step) -> bytes | None:
        """Tell a file by its content, its path, and the settings that it is checked with."""
        return self._told(step.source, step.key, told(step.place))

    def _other(self, key: str) -> bytes | None:
        """Tell a file that others are held against."""
        if key not in self._others:
            step = self.steps.get(key)
            source = step.source if step else key
            self._others[key] = self._told(source, key, bool(step and step.checked))
        return self._others[key]

    def _told(self, source: Source, key: str, also: object) -> bytes | None:
        if isinstance(source, (tuple, Packed)):
            return None
        name = name_of(source)
        work = self.work.of(name)
        content, settings = self.contents.of(key), self.stated.of(work)
        if content is None or settings is None:
            return None
        return digest(content, name, settings, name in work.settings.found_texts, also)

    def _of_run(self) -> bytes | None:
        """Tell what is the same for all files of a run: what they all are held against."""
        if not self._shared:
            self._shared.append(self._shared_by_all())
        return self._shared[0]

    def _shared_by_all(self) -> bytes | None:
        if not self.beside and not self.work.settings.datasets:
            return b""
        named = (self.beside.previous, self.beside.parts)
        others = [[self._named(source) for source in several] for several in named]
        lists = self.stated.lists(self.work.settings)
        if lists is None or any(None in one for one in others):
            return None
        # Which parts are whose is told by what the files of the run are called.
        checked = [name_of(one.source) for one in self.steps.values() if one.checked]
        names = checked if self.beside.parts else []
        return digest(others, lists, names, told(self.work.settings.datasets))

    def _named(self, source: Source) -> bytes | None:
        if isinstance(source, (tuple, Packed)):
            return None
        step = self.steps.get(identity(source))
        return self._told(source, identity(source), bool(step and step.checked))

    def _on_disk(self) -> list[tuple[str, ...]]:
        """List the files of the data sets of which files are due."""
        from statlint.run.datasets import files_of

        several = self.work.settings.datasets
        return [files_of(one) for one in several if one.units or one.units_file]

"""The settings of each file: those of the settings file that is nearest to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from statlint.config.model import Settings
from statlint.dataclass import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from statlint.config.extend import Chains
    from statlint.config.read import Stated

OF_THE_RUN = (
    *("language", "fail_level", "datasets", "previous", "parts", "due", "due_file", "found_texts"),
    *("baseline", "cache", "cache_folder", "gitignore", "pages", "jobs"),
)
"""The settings that are those of the run for all files."""


class SettingsTree:
    """The settings of a run, and of each file that it checks.

    `near` are the paths that are named: the settings of the run are looked for from the working
    folder upwards, then from the first of them. `named` is a settings file for all files;
    `isolated` reads none. `environment` lays over the files what the environment says; `words` are
    settings of the command line, as TOML; `last` lays what beats them all over. `kept` is whether
    what was found good may be kept for the next run.
    """

    def __init__(
        self,
        base: Settings,
        near: Sequence[str] = (),
        *,
        named: Path | None = None,
        isolated: bool = False,
        environment: Callable[[Settings], Settings] = lambda settings: settings,
        words: Sequence[str] = (),
        last: Callable[[Settings], Settings] = lambda settings: settings,
        kept: bool = True,
    ) -> None:
        """Find and read the settings of the run; raises SettingsError."""
        self._base, self._environment, self._last = base, environment, last
        self._one_for_all = isolated or named is not None
        self._kept = kept
        self._words = tuple(stated for one in words for stated in self._read(one))
        self._nearest: dict[str, Path | None] = {}
        self._by_name: dict[str, Path | None] = {}
        self._made: dict[Path | None, Settings] = {}
        self._layers: dict[Path | None, tuple[Stated, ...]] = {}
        self._file = named if self._one_for_all else self._of_the_run(near)
        self.run = self._laid(self._file)
        self._made[self._file] = self.run

    @cached_property
    def _chains(self) -> Chains:
        # Where no file is read, nothing that reads them is imported.
        from statlint.config.extend import Chains

        return Chains(self._base.language, self._kept)

    def _read(self, words: str) -> Iterable[Stated]:
        from pathlib import Path

        from statlint.config.read import read_words

        read = read_words(words, Path.cwd(), self._base.language, kept=self._kept)
        return self._chains.below(read)

    @property
    def home(self) -> Path | None:
        """The folder of the settings file of the run, if there is one."""
        return self._file.absolute().parent if self._file else None

    def of(self, path: str) -> Settings:
        """Give the settings of a file: the same object for all files of one settings file."""
        file = self._file_of(path)
        if file not in self._made:
            own = self._laid(file)
            usual = {name: getattr(self.run, name) for name in OF_THE_RUN}
            # What a folder that was handed in says must not start a program.
            convert = own.convert and self.run.convert
            self._made[file] = replace(own, **usual, convert=convert)
        return self._made[file]

    def settle(self, found_texts: frozenset[str]) -> Settings:
        """Take in which texts nobody named, for all files; gives the settings of the run."""
        self.run = replace(self.run, found_texts=found_texts)
        self._made = {self._file: self.run}
        return self.run

    def layers_of(self, path: str | None = None) -> tuple[Stated, ...]:
        """Give what is laid over what, for a file or for the run: the last one counts most."""
        return self._stacked(self._file if path is None else self._file_of(path))

    def is_worded(self, key: str) -> bool:
        """Tell whether settings of the command line, as TOML, state a key."""
        return any(key in stated.values for stated in self._words)

    def used(self) -> tuple[Settings, ...]:
        """Give all settings that were asked for up to now, those of the run first."""
        return tuple(self._made.values())

    def each(self) -> tuple[tuple[Settings, tuple[Stated, ...]], ...]:
        """Give the same, each with what it was made of."""
        return tuple((settings, self._stacked(file)) for file, settings in self._made.items())

    def _laid(self, file: Path | None) -> Settings:
        settings = self._environment(self._over(self._base, self._files(file)))
        return self._last(self._over(settings, self._words))

    def _over(self, settings: Settings, layers: Iterable[Stated]) -> Settings:
        for stated in layers:
            from statlint.config.load import lay

            settings = lay(stated, settings, self._base.language)
        return settings

    def _stacked(self, file: Path | None) -> tuple[Stated, ...]:
        return (*self._files(file), *self._words)

    def _files(self, file: Path | None) -> tuple[Stated, ...]:
        if file not in self._layers:
            self._layers[file] = self._chains.of(file) if file else ()
        return self._layers[file]

    def _of_the_run(self, near: Sequence[str]) -> Path | None:
        here = self._settings_above(os.getcwd())  # noqa: PTH109 - of texts
        if here is not None or not near:
            return here
        # What nobody can look at is no folder; Path would raise.
        is_folder = os.path.isdir(near[0])  # noqa: PTH112 - see above
        return self._settings_above(_folder_of(near[0] + os.sep if is_folder else near[0]))

    def _file_of(self, path: str) -> Path | None:
        """Find the settings file of a file; where none is above it, that of the run."""
        if self._one_for_all:
            return self._file
        named = os.path.dirname(path)  # noqa: PTH120 - of texts: there may be thousands
        if named not in self._by_name:
            self._by_name[named] = self._settings_above(_folder_of(path)) or self._file
        return self._by_name[named]

    def _settings_above(self, folder: str) -> Path | None:
        """Find the settings file nearest to a folder; each folder is looked at once."""
        passed: list[str] = []
        found = None
        while folder not in self._nearest:
            passed.append(folder)
            from pathlib import Path

            from statlint.config.find import settings_in

            found = settings_in(Path(folder))
            above = os.path.dirname(folder)  # noqa: PTH120 - of texts, as above
            if found or above == folder:
                break
            folder = above
        else:
            found = self._nearest[folder]
        self._nearest.update(dict.fromkeys(passed, found))
        return found


def _folder_of(path: str) -> str:
    return os.path.abspath(os.path.dirname(path))  # noqa: PTH100, PTH120 - of texts, as above

"""What a walk through folders passes by: what the user excludes, and what git ignores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from statlint.config.model import FilePattern
from statlint.dataclass import dataclass, field
from statlint.errors import SettingsError
from statlint.run.git_ignored import GitIgnored
from statlint.values import Language, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.run.path_pattern import PathPattern
    from statlint.run.sieve import Sieve


@dataclass(slots=True, eq=False)
class PassedBy:
    """What is left out, and how much it came to.

    `patterns_of` gives the patterns of the user that hold for a path. With `git`, what git ignores
    is passed by as well. What the user names is taken, unless patterns are `forced` on it, too;
    what git ignores never is: whoever adds an ignored file to a repository means it.
    `lonely` are the files of reasons that a walk came to without the file that they are about.
    """

    patterns_of: Callable[[str], Sequence[FilePattern]]
    git: bool = True
    forced: bool = False
    language: Language = "en"
    files: int = 0
    folders: int = 0
    lonely: list[str] = field(default_factory=list)
    _sieves: dict[Sequence[FilePattern], tuple[Sieve, ...]] = field(default_factory=dict)
    _ignored: GitIgnored = field(default_factory=GitIgnored)

    def is_refused(self, path: str, *, is_folder: bool) -> bool:
        """Tell whether a path that the user named is left out all the same."""
        if not self.forced:
            return False
        whole = absolute(path)
        from pathlib import PurePath

        top = PurePath(whole).anchor
        from statlint.run.sieve import left_out_below

        out = left_out_below(self._of(whole), whole, top, is_folder=is_folder)
        return self._counted(out, is_folder=is_folder)

    def leaves_out(self, parent: str, name: str, *, is_folder: bool = False) -> bool:
        """Tell whether a thing that a walk comes to in a folder is left out."""
        folder = absolute(parent)
        path = os.path.join(folder, name)  # noqa: PTH118 - of texts: there may be thousands
        from statlint.run.sieve import left_out

        out = left_out(self._of(path), path, is_folder=is_folder)
        if self.git and not out:
            out = left_out(self._ignored.within(folder), path, is_folder=is_folder)
        return self._counted(out, is_folder=is_folder)

    def leaves_out_packed(self, archive: str, path: str) -> bool:
        """Tell whether a file in an archive is left out; git knows nothing of these."""
        top, path = absolute(archive), absolute(path)
        from statlint.run.sieve import left_out_below

        out = left_out_below(self._of(path), path, top, is_folder=False)
        return self._counted(out, is_folder=False)

    def _counted(self, out: bool, *, is_folder: bool) -> bool:  # noqa: FBT001 - what is counted
        if is_folder:
            self.folders += out
        else:
            self.files += out
        return out

    def _of(self, path: str) -> tuple[Sieve, ...]:
        patterns = tuple(self.patterns_of(path))
        if patterns not in self._sieves:
            self._sieves[patterns] = tuple(_sieves(patterns, self.language))
        return self._sieves[patterns]


def absolute(path: str) -> str:
    """Give a whole path, links and all as they are."""
    return os.path.abspath(path)  # noqa: PTH100 - of texts: there may be thousands


def _sieves(patterns: Iterable[FilePattern], language: Language) -> Iterator[Sieve]:
    """Put patterns that are seen from one folder into one sieve: there the last one counts."""
    for folder, together in groupby(patterns, key=lambda one: one.folder):
        read = tuple(_read(one.written, language) for one in together)
        from statlint.run.sieve import Sieve

        yield Sieve(absolute(folder), read)


def _read(written: str, language: Language) -> PathPattern:
    from statlint.run.path_pattern import read_pattern

    pattern = read_pattern(written)
    if pattern is None:
        said = Text(f"「{written}」不是有效的模式", f'"{written}" is no pattern of files')
        place = "exclude"
        raise SettingsError(place, (said.of(language),))
    return pattern

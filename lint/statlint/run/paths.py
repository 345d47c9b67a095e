"""From the paths a user names to the files that are checked."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator

from statlint.dataclass import dataclass
from statlint.errors import MissingPathError
from statlint.pattern import pattern_of
from statlint.typed import TYPE_CHECKING
from statlint.values.limits import USUAL, Limits
from statlint.values.paths import ending_of, plain_path
from statlint.workbook import TEXTS, Packed, is_taken, names_inside

if TYPE_CHECKING:
    from pathlib import Path

    from statlint.run.passed_by import PassedBy

_OWN_NAME = pattern_of(r"\.statlint\.[^.]+$")
_BESIDE = ".statlint.toml"
_MAY_BE_OWN = frozenset({".txt", ".csv", ".html", ".htm", ".mht", ".mhtml"})
_COPY = "审核结果"
"""What stands in the names of marked copies."""


def expand_paths(
    paths: Iterable[str | Path],
    *,
    outputs: Collection[Path] = (),
    passed_by: PassedBy | None = None,
    limits: Limits = USUAL,
) -> list[Path]:
    """Walk folders in sorted order and take named files as they are; each file comes once.

    An archive is a folder: its files are given as county.zip/a.xlsx. What stands beside a file,
    a.xlsx.statlint.toml, names that file. Left out of folders: hidden files and folders, lock
    files, what statlint itself wrote, and `outputs`, where this run is about to write, and what is
    `passed_by`. An archive beyond `limits` is a file. Raises MissingPathError.
    """
    paths = tuple(paths)
    if not paths:
        return []
    from pathlib import Path

    own = {str(real(output)) for output in outputs}
    found: dict[str, Path] = {}
    for path in map(_explained, map(Path, paths)):
        if not is_there(path):
            raise MissingPathError(str(path))
        is_folder = path.is_dir()
        if passed_by and passed_by.is_refused(str(path), is_folder=is_folder):
            continue
        walk = _Walk(passed_by, limits)
        for file in walk.under(path, own) if is_folder else walk.named(path):
            found.setdefault(_identity(file), file)
    return list(found.values())


def plain_files(paths: Iterable[str], limits: Limits) -> Collection[str] | None:
    """Give files that are named as they are, each once; None where a path is anything else.

    Most paths are: then nothing is imported that walks folders.
    """
    found: dict[str, str] = {}
    for path in paths:
        if not os.path.isfile(path) or path.endswith(_BESIDE):  # noqa: PTH113 - of texts
            return None
        if names_inside(path, limits) is not None:
            return None
        found.setdefault(_identity(path), plain_path(path))
    return found.values()


def _explained(path: Path) -> Path:
    """Give the file that reasons beside it are about; any other path as it is."""
    from pathlib import Path

    name = path.name.removesuffix(_BESIDE)
    return path.with_name(name) if name != path.name and Path(name).suffix else path


def _is_lonely(path: Path) -> bool:
    """Tell whether a file holds reasons about one that is not there: it has another name now."""
    if not path.name.endswith(_BESIDE):
        return False
    about = _explained(path)
    return about != path and not os.path.lexists(about)


def found_texts(paths: Iterable[str | Path], files: Iterable[str | Path]) -> frozenset[str]:
    """Give the texts among some files that nobody named: they may be no tables at all."""
    named = {_identity(_without_reasons(os.fspath(path))) for path in paths}
    texts = (one for one in (os.fspath(file) for file in files) if f".{ending_of(one)}" in TEXTS)
    return frozenset(one for one in texts if _identity(one) not in named)


def _without_reasons(path: str) -> str:
    if not path.endswith(_BESIDE):
        return path
    from pathlib import Path

    return str(_explained(Path(path)))


def is_there(path: Path) -> bool:
    """Tell whether there is such a file or folder, on disk or inside an archive."""
    return os.path.lexists(path) or any(
        path.relative_to(parent).as_posix() in (names_inside(str(parent)) or ())
        for parent in path.parents
        if parent.is_file()
    )


def spread(
    sources: Iterable[str | Path | tuple[str, bytes] | Packed],
) -> Iterator[str | Path | tuple[str, bytes] | Packed]:
    """Give the files of each archive that is there as bytes, and all other sources as they are."""
    for source in sources:
        names = names_inside(source[1]) if isinstance(source, tuple) else None
        if names and isinstance(source, tuple):
            yield from (Packed(source[0], name, source[1]) for name in names)
        else:
            yield source


def real(path: str | Path) -> Path:
    """Give where a path leads, links followed; links that lead in a circle stay as they are."""
    from pathlib import Path

    return Path(os.path.realpath(path))


def _identity(path: str | Path) -> str:
    return os.path.normpath(os.path.join(os.getcwd(), path))  # noqa: PTH109, PTH118 - of texts


@dataclass(frozen=True, slots=True, eq=False)
class _Walk:
    """What is passed by on the way, and what an archive may hold."""

    passed_by: PassedBy | None
    limits: Limits

    def named(self, path: Path) -> list[Path]:
        """Give a file that was named, or the files of an archive."""
        # An archive of pictures is passed over in a folder, as pictures are; not where it is named.
        return self._taken(path) if self._inside(path) else [path]

    def under(self, folder: Path, own: Collection[str]) -> Iterator[Path]:
        """Go through the files of a folder, but for our own."""
        from pathlib import Path

        # A folder that may not be read is passed on: opening it becomes a finding, not silence.
        closed: list[Path] = []
        for parent, folders, names in os.walk(
            folder, onerror=lambda error: closed.append(Path(error.filename))
        ):
            folders[:] = sorted(name for name in folders if not self._leaves_out(parent, name))
            inside = Path(parent).relative_to(folder).parts
            here = os.path.realpath(parent) if own else ""
            for name in sorted(names):
                path = Path(parent, name)
                if self.passed_by is not None and _is_lonely(path):
                    self.passed_by.lonely.append(str(path))
                if not is_taken("/".join((*inside, name))):
                    continue
                if (own and _leads_to(own, path, here)) or _is_own(path):
                    continue
                if self.passed_by is None or not self.passed_by.leaves_out(parent, name):
                    yield from self._taken(path)
        yield from closed

    def _leaves_out(self, parent: str, name: str) -> bool:
        """Tell whether a folder is not walked."""
        by = self.passed_by
        return name.startswith(".") or bool(by and by.leaves_out(parent, name, is_folder=True))

    def _inside(self, path: Path) -> list[Path]:
        """Give the files of an archive; any other file by itself."""
        names = names_inside(str(path), self.limits) if path.is_file() else None
        return [path] if names is None else [path / name for name in names]

    def _taken(self, path: Path) -> list[Path]:
        """Give the files of an archive that are not passed by; any other file by itself."""
        inside, by = self._inside(path), self.passed_by
        if by is None or inside == [path]:
            return inside
        return [one for one in inside if not by.leaves_out_packed(str(path), str(one))]


def _leads_to(own: Collection[str], path: Path, folder: str) -> bool:
    """Tell whether a file, in a folder whose links were followed, is one of our own."""
    return os.path.join(folder, path.name) in own or (  # noqa: PTH118 - of texts
        os.path.islink(path) and os.path.realpath(path) in own  # noqa: PTH114 - as above
    )


def _is_own(path: Path) -> bool:
    """Tell whether statlint wrote a file: by its name, and by what is in it where that may be."""
    if _OWN_NAME.search(path.name):
        return True
    if path.suffix.lower() not in _MAY_BE_OWN and _COPY not in path.name:
        return False
    from statlint.run.own_outputs import own_file

    return own_file(path)

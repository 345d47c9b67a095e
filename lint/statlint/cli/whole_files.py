"""Reports in files: written beside their places first, and put there when all are whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from statlint.cli.usage import not_written
from statlint.dataclass import dataclass, field
from statlint.values import Language

_OF_SYSTEM = (Path("/dev"), Path("/proc"))


@dataclass(slots=True, eq=False)
class WholeFiles:
    """Files that are written, and not yet where they belong."""

    language: Language
    _staged: list[tuple[Path, Path]] = field(default_factory=list)
    _made: list[Path] = field(default_factory=list)
    """The folders that were made, those above first."""

    def write(self, path: Path, pieces: Iterable[str], *, newline: str | None = None) -> None:
        """Write a text beside its place; a pipe or a device gets it at once.

        Raises ClickException where that cannot be done. `newline` is as for open().
        """
        with self._or_fault(path):
            if is_special(path):
                _fill(path, "a", pieces, newline)
            else:
                beside, place = self._stage(path)
                _fill(beside, "x", pieces, newline)
                _keep_rights(beside, place)

    def write_bytes(self, path: Path, content: bytes) -> None:
        """Write bytes beside their place, in a folder that is made where there is none.

        Raises ClickException where that cannot be done.
        """
        with self._or_fault(path):
            self._made += _make_folder(path.parent)
            beside, place = self._stage(path)
            with beside.open("xb") as file:
                file.write(content)
            _keep_rights(beside, place)

    def put(self) -> None:
        """Put every file where it belongs."""
        for beside, place in self._staged:
            with self._or_fault(place):
                beside.replace(place)
        self._staged.clear()
        self._made.clear()

    def drop(self) -> None:
        """Remove what was written and not put anywhere, and the folders made for it."""
        for beside, _ in self._staged:
            beside.unlink(missing_ok=True)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def _stage(self, path: Path) -> tuple[Path, Path]:
        """Give a place beside that of a file, and that place."""
        # Through a link, so that the link stays one.
        place = Path(os.path.realpath(path))
        beside = place.with_name(f".statlint-{os.urandom(4).hex()}.tmp")
        self._staged.append((beside, place))
        return beside, place

    @contextmanager
    def _or_fault(self, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            from statlint.cli.words import fault

            said = fault("no write", self.language, reason=error.strerror or str(error))
            message = f"{path}: {said}"
            raise not_written(message) from error


@contextmanager
def whole_files(language: Language) -> Iterator[WholeFiles]:
    """Write several files; where one cannot be written, none of them is changed."""
    files = WholeFiles(language)
    try:
        yield files
        files.put()
    finally:
        files.drop()


def is_special(path: Path) -> bool:
    """Tell pipes and devices, which nothing can be put in the place of, from files."""
    named = Path(os.path.abspath(path))  # noqa: PTH100 - /dev/stdout must stay what it is called
    if any(named.is_relative_to(place) for place in _OF_SYSTEM):
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def _fill(path: Path, mode: str, pieces: Iterable[str], newline: str | None) -> None:
    with path.open(mode, encoding="utf-8", errors="backslashreplace", newline=newline) as file:
        file.writelines(pieces)


def _keep_rights(beside: Path, place: Path) -> None:
    """Give what is put in the place of a file the rights of that file."""
    if place.exists():
        beside.chmod(stat.S_IMODE(place.stat().st_mode))


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder with those above it; give those that were not there."""
    absent = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return absent[::-1]

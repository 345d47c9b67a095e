"""What a run depends on that may change on disk, and how it looks at a moment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from statlint.cli.baseline import baseline_path
from statlint.config import Settings
from statlint.config.find import PROJECT
from statlint.config.nearest import SettingsTree
from statlint.workbook import is_taken

SIDECAR = ".statlint.toml"
"""What comes behind the name of a file to make that of its sidecar."""
_SETTINGS = ("statlint.toml", ".statlint.toml", PROJECT)

Stamp: TypeAlias = tuple[int, int, int] | None
"""When a file was changed (ns), its size, which file it is; None where there is none."""
Picture: TypeAlias = Mapping[str, Stamp]
"""The files that are watched, by their whole paths."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Paths that a run depends on: files and folders with tables, and other files.

    `outputs` are what the run itself writes.
    """

    roots: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    outputs: frozenset[str] = frozenset()

    def picture(self) -> Picture:
        """See how everything looks now; a file that is not there may come into being."""
        roots = [_on_disk(os.path.abspath(root)) for root in self.roots]  # noqa: PTH100 - of texts
        seen = {path: _stamp(path) for path in self._paths(roots)}
        for root in roots:
            seen.update(_below(root))
        return {path: stamp for path, stamp in seen.items() if path not in self.outputs}

    def _paths(self, roots: Iterable[str]) -> Iterator[str]:
        yield from map(os.path.abspath, self.others)
        folders = {Path.cwd()}
        for root in map(Path, roots):
            if not root.is_dir():
                yield str(root)
                yield f"{root}{SIDECAR}"
            folders.add(root if root.is_dir() else root.parent)
        for folder in {above for one in folders for above in (one, *one.parents)}:
            yield from (str(folder / name) for name in _SETTINGS)


def _on_disk(path: str) -> str:
    """Give the archive of a file that lies in one; any other path as it is."""
    if not os.path.lexists(path):
        above = next((one for one in Path(path).parents if one.exists()), None)
        return str(above) if above and above.is_file() else path
    return path


def _below(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Go through the files of a folder that a run may read; lock files and the like are none."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if is_taken(name) or name.endswith(SIDECAR) or name in _SETTINGS:
                path = os.path.join(parent, name)  # noqa: PTH118 - there may be thousands
                yield path, _stamp(path)


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)  # noqa: PTH116 - there may be thousands
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def watched_of(paths: Iterable[str], tree: SettingsTree, outputs: Iterable[Path | None]) -> Watched:
    """Gather what a run with such settings depends on."""
    run = tree.run
    homes = [one.home for one in run.datasets]
    layers = [stated.place for path in (None, *paths) for stated in tree.layers_of(path)]
    used = [path for settings in tree.used() for path in _files_of(settings)]
    return Watched(
        tuple(dict.fromkeys([*paths, *homes, *run.previous, *run.parts])),
        tuple(dict.fromkeys([*layers, *used, str(baseline_path(tree))])),
        frozenset(os.path.abspath(path) for path in outputs if path),  # noqa: PTH100 - of texts
    )


def _files_of(settings: Settings) -> Iterator[str]:
    """Give the files that settings name, beside tables."""
    stated = [settings.form, settings.due_file]
    for dataset in settings.datasets:
        stated += [dataset.form, dataset.units_file]
    # A form may be named by its id.
    yield from (one for one in stated if one and (one == settings.due_file or Path(one).suffix))
    for folder in map(Path, settings.forms):
        yield from map(str, (folder, *sorted(folder.glob("*.toml"))))

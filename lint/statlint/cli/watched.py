"""What a run depends on that may change on disk, and how it looks at a moment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from statlint.cli.baseline import baseline_path
from statlint.cli.walk import passed_by_of
from statlint.config import Settings
from statlint.config.find import PROJECT
from statlint.config.nearest import SettingsTree
from statlint.dataclass import dataclass
from statlint.run.passed_by import PassedBy
from statlint.workbook import is_taken

SIDECAR = ".statlint.toml"
"""What comes behind the name of a file to make that of its sidecar."""
_SETTINGS = frozenset(("statlint.toml", ".statlint.toml", PROJECT, ".gitignore"))

Stamp: TypeAlias = tuple[int, int, int] | None
"""When a file was changed (ns), its size, which file it is; None where there is none."""
Picture: TypeAlias = Mapping[str, Stamp]
"""The files that are watched, by their whole paths."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Paths that a run depends on: what it checks, what that is held against, and other files.

    `outputs` are what the run itself writes; of the folders that it checks, what is `passed_by` is
    not watched.
    """

    checked: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    outputs: frozenset[str] = frozenset()
    passed_by: PassedBy | None = None

    def picture(self) -> Picture:
        """See how everything looks now; a file that is not there may come into being."""
        walks = [(_on_disk(root), self.passed_by) for root in self.checked]
        walks += [(_on_disk(root), None) for root in self.beside]
        seen = {path: _stamp(path) for path in _around(root for root, _ in walks)}
        seen |= {path: _stamp(path) for path in map(os.path.abspath, self.others)}
        for root, passed_by in walks:
            seen.update(_below(root, passed_by))
        return {path: stamp for path, stamp in seen.items() if path not in self.outputs}


def _around(roots: Iterable[str]) -> Iterator[str]:
    """Give named files, with what may stand beside them, and all settings files they may have."""
    folders = {Path.cwd()}
    for root in map(Path, roots):
        if not root.is_dir():
            yield str(root)
            yield f"{root}{SIDECAR}"
            # What stands beside a file may be named for it.
            yield str(root).removesuffix(SIDECAR)
        folders.add(root if root.is_dir() else root.parent)
    for folder in {above for one in folders for above in (one, *one.parents)}:
        yield from (str(folder / name) for name in _SETTINGS)


def _below(folder: str, passed_by: PassedBy | None) -> Iterator[tuple[str, Stamp]]:
    """Go through the files of a folder that a run may read; lock files and the like are none."""

    def is_out(parent: str, name: str, *, is_folder: bool = False) -> bool:
        return bool(passed_by and passed_by.leaves_out(parent, name, is_folder=is_folder))

    for parent, folders, names in os.walk(folder):
        folders[:] = [
            name
            for name in folders
            if not (name.startswith(".") or is_out(parent, name, is_folder=True))
        ]
        for name in names:
            is_table = is_taken(name) and not is_out(parent, name)
            if is_table or name.endswith(SIDECAR) or name in _SETTINGS:
                path = os.path.join(parent, name)  # noqa: PTH118 - there may be thousands
                yield path, _stamp(path)


def _on_disk(path: str) -> str:
    """Give the archive of a file that lies in one; any other path as a whole one."""
    path = os.path.abspath(path)  # noqa: PTH100 - of texts
    if not os.path.lexists(path):
        above = next((one for one in Path(path).parents if one.exists()), None)
        return str(above) if above and above.is_file() else path
    return path


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)  # noqa: PTH116 - there may be thousands
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def watched_of(paths: Sequence[str], tree: SettingsTree, outputs: Iterable[Path]) -> Watched:
    """Gather what a run with such settings depends on."""
    run = tree.run
    homes = [one.home for one in run.datasets]
    layers = [stated.place for path in (None, *paths) for stated in tree.layers_of(path)]
    used = [path for settings in tree.used() for path in _files_of(settings)]
    return Watched(
        tuple(paths),
        tuple(dict.fromkeys([*homes, *run.previous, *run.parts])),
        tuple(dict.fromkeys([*layers, *used, str(baseline_path(tree, paths))])),
        frozenset(os.path.abspath(path) for path in outputs),  # noqa: PTH100 - of texts
        passed_by_of(tree),
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

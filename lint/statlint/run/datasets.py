"""The files of a data set on disk, and what a file is among those of all data sets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from statlint.config.datasets import Dataset, Place
from statlint.run.paths import expand_paths, is_there


def files_of(dataset: Dataset) -> tuple[str, ...]:
    """List the files of a data set in the order of their paths; none where its folder is absent."""
    home = Path(dataset.home)
    if not is_there(home):
        return ()
    near = _as_seen(home)
    return tuple(str(path) for path in expand_paths([near]) if dataset.place_of(str(path)))


def place_of(path: str, datasets: Sequence[Dataset]) -> Place | None:
    """Tell what a file is in the first data set that it is one of."""
    places = (dataset.place_of(path) for dataset in datasets)
    return next((place for place in places if place is not None), None)


def _as_seen(folder: Path) -> Path:
    """Give a folder as seen from the current one, where it lies below it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder

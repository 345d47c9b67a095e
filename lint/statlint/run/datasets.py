"""The files of a data set on disk, and what a file is among those of all data sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from statlint.config.datasets import Dataset, Place
from statlint.run.paths import expand_paths, is_there


def files_of(dataset: Dataset) -> tuple[str, ...]:
    """List the files of a data set in the order of their paths; none where its folder is absent."""
    return next(files for _, files in files_of_each((dataset,)))


def files_of_each(datasets: Sequence[Dataset]) -> Iterator[tuple[Dataset, tuple[str, ...]]]:
    """List the files of several data sets; a folder that several are in is looked at once."""
    homes: dict[str, list[str]] = {}
    for dataset in datasets:
        if dataset.home not in homes:
            homes[dataset.home] = _files_in(Path(dataset.home))
        yield dataset, tuple(path for path in homes[dataset.home] if dataset.place_of(path))


def _files_in(home: Path) -> list[str]:
    return [str(path) for path in expand_paths([_as_seen(home)])] if is_there(home) else []


def place_of(path: str, datasets: Sequence[Dataset]) -> Place | None:
    """Tell what a file is in the first data set that it is one of."""
    places = (dataset.place_of(path) for dataset in datasets)
    return next((place for place in places if place is not None), None)


def _as_seen(folder: Path) -> Path:
    """Give a folder as seen from the current one, where it lies below it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder

"""Patterns of paths, held against what lies in a folder, one thing at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.run.path_pattern import PathPattern, read_pattern


@dataclass(frozen=True, slots=True)
class Sieve:
    """The patterns of one place, as seen from their folder; of several that match the last counts.

    They are asked about each thing itself: a folder that is left out is not walked.
    """

    folder: str
    patterns: tuple[PathPattern, ...]

    def says(self, path: str, *, is_folder: bool) -> bool | None:
        """Tell whether a thing is left out (True) or taken in again; None where nothing is said."""
        inside = inside_of(path, self.folder)
        if not inside:
            return None
        told = (
            not one.negated
            for one in reversed(self.patterns)
            if one.means(inside, is_folder=is_folder)
        )
        return next(told, None)


def sieve_of(folder: str, lines: Iterable[str]) -> Sieve | None:
    """Make a sieve of patterns; None where none of them means anything."""
    patterns = tuple(filter(None, map(read_pattern, lines)))
    return Sieve(folder, patterns) if patterns else None


def left_out(sieves: Sequence[Sieve], path: str, *, is_folder: bool) -> bool:
    """Tell whether sieves leave a thing out; a later one counts before those in front of it."""
    said = (sieve.says(path, is_folder=is_folder) for sieve in reversed(sieves))
    return next((one for one in said if one is not None), False)


def left_out_below(sieves: Sequence[Sieve], path: str, top: str, *, is_folder: bool) -> bool:
    """Tell whether sieves leave out a thing below a folder, or a folder that it lies in."""
    parts = inside_of(path, top).split("/")
    above = (os.path.join(top, *parts[:at]) for at in range(1, len(parts)))  # noqa: PTH118 - of texts
    return any(left_out(sieves, one, is_folder=True) for one in above) or left_out(
        sieves, path, is_folder=is_folder
    )


def inside_of(path: str, folder: str) -> str:
    """Give a path as seen from a folder, with slashes; empty for what is not in it."""
    start = folder if folder.endswith(os.sep) else folder + os.sep
    return path.removeprefix(start).replace(os.sep, "/") if path.startswith(start) else ""

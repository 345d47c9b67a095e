"""How marked copies are called, and where in a folder they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from pathlib import PurePath

from statlint.finding import FileReport
from statlint.reporters.marked.words import SUFFIX

WORKBOOKS = frozenset({"xlsx", "xlsm"})
"""What marks can be put into."""
_MARKED = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_WITH_MACROS, _PLAIN = "xlsm", "xlsx"
_AS_IT_IS = {_WITH_MACROS: ".xlsx", _PLAIN: ".xlsm"}
"""Endings that Excel opens no such workbook by."""


def copy_names(file: FileReport) -> Iterator[str]:
    """Give names for the marked copy of a file, best first: a_审核结果.xlsx.

    The next have the whole name of the file, for files that differ by their endings alone.
    """
    path = PurePath(file.path)
    ending = path.suffix
    if ending.lower() not in _MARKED or ending.lower() == _AS_IT_IS.get(file.container or ""):
        ending = ".xlsm" if file.container == _WITH_MACROS else ".xlsx"
    yield f"{path.stem}{SUFFIX}{ending}"
    yield f"{path.name}{SUFFIX}{ending}"
    yield from (f"{path.name}{SUFFIX}{number}{ending}" for number in count(2))


def workbooks_first(files: Iterable[FileReport]) -> list[FileReport]:
    """Sort files for the shortest names: what marks can be put into comes first."""
    return sorted(files, key=lambda file: file.container not in WORKBOOKS)


def names_in_folder(files: Iterable[FileReport]) -> dict[str, str]:
    """Give names for the copies of files in one folder, with the folders that tell them apart.

    They come by the paths of the files.
    """
    files = workbooks_first(files)
    folders = [_parts(file.path) for file in files]
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*folders, strict=False))
    common = sum(1 for _ in columns)
    taken: set[str] = set()
    found: dict[str, str] = {}
    for file, parts in zip(files, folders, strict=True):
        inside = PurePath(*parts[common:])
        names = ((inside / one).as_posix() for one in copy_names(file))
        name = next(one for one in names if one.casefold() not in taken)
        taken.add(name.casefold())
        found[file.path] = name
    return found


def _parts(path: str) -> tuple[str, ...]:
    """Give the folders on the way to a file; none of them leads out of where it is put."""
    parent = PurePath(path).parent
    return tuple(one for one in parent.parts if one not in {"..", parent.anchor})

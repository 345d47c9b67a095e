"""Where marked copies go: beside their files or into a folder, and over no file but themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from statlint.cli.annotate_words import say
from statlint.cli.usage import not_written, wrong_usage
from statlint.cli.whole_files import whole_files
from statlint.dataclass import dataclass
from statlint.finding import FileReport, Report
from statlint.marking import Review, read_review
from statlint.reporters.marked.names import copy_names, names_in_folder
from statlint.reporters.marked.words import SUFFIX
from statlint.reporters.places import path_text
from statlint.reporters.workbook import Copies
from statlint.run.paths import real
from statlint.values import Language
from statlint.workbook import open_workbook

_MOST_NAMES = 100
_ENDINGS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})


@dataclass(frozen=True, slots=True)
class Copied:
    """One marked copy: of which file it is, where it lies, how many explanations it took over."""

    path: str
    copy: Path
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a copy goes, and what the older copy of the same file says that lies there."""

    path: Path
    earlier: Review | None = None


class Places:
    """Finds the places for the copies of the files of one report."""

    def __init__(self, report: Report, files: Sequence[FileReport], to: Path | None) -> None:
        """Keep where copies of `files` go.

        `to` is a file for a single one, or a folder; without it each goes beside its file.
        """
        self._language = report.language
        self._checked = {str(real(Path(file.path))) for file in report.files}
        self._to = to
        single = to is not None and len(files) == 1 and not to.is_dir()
        self._single = single and to is not None and to.suffix.lower() in _ENDINGS
        self._names = names_in_folder(files)

    def of(self, file: FileReport) -> Place:
        """Give the place for one file; raises ClickException where there is none."""
        if is_copy(file.path):
            raise wrong_usage(say("is copy", self._language, path=path_text(file.path)))
        if self._to is None:
            return self._beside(file)
        if self._single:
            self._refuse_ending(file, self._to)
            return self._at(file, self._to)
        return self._at(file, self._to / self._names[file.path])

    def _refuse_ending(self, file: FileReport, place: Path) -> None:
        """Refuse a name by which no office program would open the copy."""
        ending = Path(next(copy_names(file))).suffix
        if place.suffix.lower() != ending.lower():
            shown = path_text(str(place))
            raise wrong_usage(say("other ending", self._language, copy=shown, ending=ending))

    def _at(self, file: FileReport, place: Path) -> Place:
        """Take a place that was asked for."""
        shown = path_text(str(place))
        if self._is_checked(place):
            raise wrong_usage(say("is input", self._language, copy=shown))
        earlier = _review_at(place, file)
        if earlier is None and place.exists():
            raise not_written(say("taken", self._language, copy=shown))
        return Place(place, earlier)

    def _beside(self, file: FileReport) -> Place:
        """Find a place beside a file: that of its older copy, else the first that is free."""
        folder = folder_beside(file.path)
        places = [folder / name for name in islice(copy_names(file), _MOST_NAMES)]
        for place in places:
            if not place.exists():
                return Place(place)
            earlier = None if self._is_checked(place) else _review_at(place, file)
            if earlier is not None:
                return Place(place, earlier)
        raise not_written(say("taken", self._language, copy=path_text(str(places[0]))))

    def _is_checked(self, place: Path) -> bool:
        return str(real(place)) in self._checked


def write_copy(copies: Copies, file: FileReport, place: Place, language: Language) -> Copied:
    """Write the marked copy of one file; raises ClickException where that cannot be done.

    What is explained in the copy whose place it takes is carried over.
    """
    earlier = place.earlier
    made = copies.of(file, earlier.rows if earlier else ())
    with whole_files(language) as files:
        files.write_bytes(place.path, made)
    return Copied(file.path, place.path, len(earlier.explained) if earlier else 0)


def folder_beside(path: str) -> Path:
    """Give the folder that the copy of a file goes to; beside an archive, for a file inside one."""
    parent = Path(path).parent
    inside = list[str]()
    while not parent.is_dir() and parent.name:
        inside.append(parent.name)
        parent = parent.parent
    if inside:
        inside[-1] += SUFFIX
    return parent.joinpath(*reversed(inside))


def is_copy(path: str) -> bool:
    """Tell whether a file is a marked copy itself; only one that is called so is opened."""
    return SUFFIX in Path(path).name and _read(Path(path)) is not None


def _review_at(place: Path, file: FileReport) -> Review | None:
    """Read the older copy of a file at a place; None where there is none of this very file."""
    review = _read(place)
    return review if review is not None and review.original == Path(file.path).name else None


def _read(place: Path) -> Review | None:
    workbook = open_workbook(str(place)).workbook if place.is_file() else None
    return read_review(workbook) if workbook else None

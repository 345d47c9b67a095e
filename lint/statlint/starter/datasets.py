"""From the paths of tables to the data sets that they may be: data/{year}/{unit}.xlsx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from statlint.config.patterns import PatternError, period_of, read_pattern
from statlint.dataclass import dataclass, replace
from statlint.starter.shapes import TEXT, Piece, common_ends, shape_of
from statlint.values import Period
from statlint.workbook import ENDINGS

_DOCUMENTS = frozenset({".docx", ".docm", ".html", ".htm", ".mht", ".mhtml", ".txt"})
"""What is written beside tables as well, and then is none of their data set."""
_FEWEST_FILES = 2
_FEW_PLACES = 2
"""So many folders at the top are places to keep files in; more are units that have one each."""
_UNIT, _AREA = "unit", "area"
_USUAL_NAME = "tables"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A data set that files may be: its name and pattern, and what the pattern finds in them."""

    name: str
    files: str
    count: int
    units: frozenset[tuple[str, ...]]
    periods: tuple[Period, ...]
    parts: tuple[str, ...] = ()


def propose_datasets(paths: Iterable[str]) -> tuple[Proposed, ...]:
    """Find the data sets that files with a year in their paths may be.

    A pattern is proposed only where it matches every file that it was made of and tells no two
    of them apart by nothing.
    """
    found = [one for group in _groups(_tables(paths)) if (one := _proposed(group)) is not None]
    named = [replace(one, name=name) for one, name in zip(found, _names(found), strict=True)]
    return tuple(_with_parts(one, named) for one in named)


def _tables(paths: Iterable[str]) -> list[str]:
    """Leave out what is no table by its ending, and names that would be read as patterns.

    Names of bytes that are no text cannot be written into settings.
    """
    ended = (path for path in paths if PurePosixPath(path).suffix.lower() in ENDINGS)
    return [path for path in ended if not set(path) & set("{}*") and path.isprintable()]


def _groups(paths: Sequence[str]) -> Iterator[list[str]]:
    """Give the files of one shape together; those in one or two folders at the top apart."""
    alike: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for path in paths:
        kinds = tuple(kind for kind, _ in shape_of(path))
        if "year" in kinds:
            alike.setdefault((_is_document(path), kinds), []).append(path)
    for group in alike.values():
        tops: dict[str, list[str]] = {}
        for path in group:
            tops.setdefault(_top_of(path), []).append(path)
        yield from tops.values() if len(tops) <= _FEW_PLACES else [group]


def _is_document(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in _DOCUMENTS


def _top_of(path: str) -> str:
    """Give the first folder of a path; nothing where it says a period."""
    first, slash, _ = path.partition("/")
    return first if slash and "year" not in dict(shape_of(first + ".")) else ""


def _proposed(paths: Sequence[str]) -> Proposed | None:
    """Make a data set of files of one shape; None where no pattern tells them apart."""
    if len(paths) < _FEWEST_FILES:
        return None
    endings = {PurePosixPath(path).suffix for path in paths}
    written = _pattern(list(map(shape_of, paths))) + (endings.pop() if len(endings) == 1 else ".*")
    try:
        pattern = read_pattern(written)
    except PatternError:
        return None
    found = [names for path in paths if (names := pattern.match(path)) is not None]
    places = {tuple(sorted(names.items())) for names in found}
    if len(places) < len(paths):
        return None
    periods = {period for names in found if (period := period_of(names)) is not None}
    units = frozenset(_unit_of(names) for names in found)
    return Proposed("", written, len(paths), units, tuple(sorted(periods, key=str)))


def _unit_of(names: Mapping[str, str]) -> tuple[str, ...]:
    """Give what tells the files of one period apart, from the top down."""
    return tuple(text for key, text in names.items() if key.startswith((_UNIT, _AREA)))


def _pattern(shapes: Sequence[Sequence[Piece]]) -> str:
    """Write what shapes have in common: texts as they are, what differs as named parts."""
    columns = list(zip(*shapes, strict=True))
    differing = [at for at, column in enumerate(columns) if _differs(column)]
    names = dict(zip(differing, _part_names(len(differing)), strict=True))
    return "".join(_slot(column, names.get(at)) for at, column in enumerate(columns))


def _differs(column: Sequence[Piece]) -> bool:
    return column[0][0] == TEXT and len({text for _, text in column}) > 1


def _part_names(count: int) -> list[str]:
    """Name what differs, from the top down: the last one is the unit."""
    areas = [f"{_AREA}{number}" if number > 1 else _AREA for number in range(1, count)]
    return [*areas, _UNIT] if count else []


def _slot(column: Sequence[Piece], name: str | None) -> str:
    kind, text = column[0]
    if name is not None:
        texts = sorted({text for _, text in column})
        before, after = common_ends(texts)
        if any(len(text) <= len(before) + len(after) for text in texts):
            before, after = "", ""
        return f"{before}{{{name}}}{after}"
    return text if kind in {TEXT, "/"} else f"{{{kind}}}"


def _names(found: Sequence[Proposed]) -> Iterator[str]:
    """Name data sets after the folder that their files are in; each name comes once."""
    given: set[str] = set()
    for one in found:
        folder = PurePosixPath(read_pattern(one.files).fixed).name or _USUAL_NAME
        numbered = (f"{folder}-{number}" for number in range(2, len(found) + 2))
        name = next(name for name in (folder, *numbered) if name not in given)
        given.add(name)
        yield name


def _with_parts(whole: Proposed, all_of_them: Sequence[Proposed]) -> Proposed:
    """Find the data sets whose files lie in folders named after the files of one.

    Parts are found by the named parts that both patterns have: a unit that is a folder there is
    called as the folder is.
    """
    parts = tuple(one.name for one in all_of_them if _is_below(one, whole))
    files = (
        whole.files.replace(f"{{{_UNIT}}}", f"{{{_last_area(whole)}}}") if parts else whole.files
    )
    return replace(whole, files=files, parts=parts)


def _is_below(one: Proposed, whole: Proposed) -> bool:
    above = {unit[:-1] for unit in one.units if len(unit) > 1}
    return bool(above) and len(above & whole.units) * 2 >= len(above)


def _last_area(whole: Proposed) -> str:
    return _part_names(1 + max(map(len, whole.units)))[-2]

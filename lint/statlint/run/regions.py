"""Where the findings of a run stand in text files, found when a report asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from statlint.dataclass import dataclass, field
from statlint.finding import FileReport
from statlint.run.names import Source, given_in
from statlint.values import CellRef
from statlint.values.region import Region
from statlint.workbook import Container, Packed

if TYPE_CHECKING:
    from statlint.finding import Finding
    from statlint.workbook.text_regions import TextRegions

_LARGEST = 8 << 20
"""Bytes of the largest file that is read once more for its columns; of others the line is told."""
_SENTENCES = frozenset({Container.PLAIN_TEXT.value, Container.MARKDOWN.value})


class _TextFile(NamedTuple):
    """What a text file was read as; there may be thousands."""

    path: str
    container: str
    encoding: str
    separator: str | None


@dataclass(slots=True, eq=False)
class Regions:
    """Finds cells and sentences in text files; a file is read anew when it is first asked for.

    Reports go file by file, so one file is kept at a time. `given` are the files that do not lie
    where their names say.
    """

    files: Sequence[FileReport]
    given: Mapping[str, bytes | Packed] = field(default_factory=dict)
    _texts: dict[str, _TextFile] | None = None
    _open: tuple[str, bytes | None, TextRegions | None] = ("", None, None)

    def of(self, finding: Finding) -> Region | None:
        """Find the cell of a finding, or the sentence it quotes; None where it is in no text."""
        if finding.place is None and finding.sheet is None and finding.cell is not None:
            return self.at(finding.path, finding.cell)
        file = self._file(finding.path)
        if file is None or finding.quote is None or file.container not in _SENTENCES:
            return None
        from statlint.workbook.text_regions import find_words

        content = self._opened(file)[1]
        return (content and find_words(content, file.encoding, finding.quote.text)) or None

    def at(self, path: str, cell: CellRef) -> Region | None:
        """Find a cell of a text file that is one table; None for any other file."""
        file = self._file(path)
        if file is None or self.line_of(path, cell) is None:
            return None
        _, content, found = self._opened(file)
        if content is None:
            return self.line_of(path, cell)
        return found.find(cell) if found else None

    def line_of(self, path: str, cell: CellRef) -> Region | None:
        """Give the line that the row of a cell begins on, without reading the file."""
        file = self._file(path)
        is_table = file is not None and file.container == Container.DELIMITED.value
        return Region(cell.row, cell.row) if is_table else None

    def _file(self, path: str) -> _TextFile | None:
        if self._texts is None:
            self._texts = {
                file.path: _TextFile(file.path, file.container, file.encoding, file.separator)
                for file in self.files
                if file.encoding is not None
            }
        return self._texts.get(path)

    def _opened(self, file: _TextFile) -> tuple[str, bytes | None, TextRegions | None]:
        if self._open[0] != file.path:
            content = _content(file.path, self.given.get(file.path))
            found = None
            if content is not None and file.separator is not None:
                from statlint.workbook.text_regions import read_regions

                found = read_regions(content, file.encoding, file.separator)
            self._open = file.path, content, found
        return self._open


def regions_of(files: Sequence[FileReport], sources: Iterable[Source]) -> Regions:
    """Make what finds the regions of a run over some sources."""
    return Regions(files, given_in(sources))


def _content(path: str, given: bytes | Packed | None) -> bytes | None:
    """Give the bytes of a file, unless it is too large or gone."""
    from statlint.workbook.archive import read_inside
    from statlint.workbook.engines.stored import Refusal

    if given is not None:
        content = given if isinstance(given, bytes) else given.read()
        return content if len(content) <= _LARGEST else None
    place = Path(path)
    try:
        if place.is_file():
            return place.read_bytes() if place.stat().st_size <= _LARGEST else None
        return read_inside(path)
    except (OSError, Refusal):
        return None

"""From a report to text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from statlint.dataclass import dataclass
from statlint.reporters.look import Look
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.finding import Report


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of reports; of thousands of files, one is written piece by piece.

    It is written by the function `writer` of a module of this room. What is made for programs is
    UTF-8 on every machine. Not every format `tells_statistics`; one that shows the tables
    themselves `needs_originals`, and one in which the reader chooses it `speaks_both` languages.
    """

    module: str
    writer: str
    for_programs: bool = False
    tells_statistics: bool = False
    needs_originals: bool = False
    speaks_both: bool = False

    def pieces(self, report: Report, look: Look) -> Iterator[str]:
        """Give a report piece by piece."""
        write: Callable[[Report, Look], Iterator[str]]
        write = getattr(import_module(f"{__name__}.{self.module}"), self.writer)
        return write(report, look)

    def __call__(self, report: Report, look: Look) -> str:
        """Give a report in one piece."""
        return "".join(self.pieces(report, look))


@dataclass(frozen=True, slots=True)
class FolderReporter:
    """A format of which every file of a run may have one of its own, in a folder.

    Its `writer` gives names in that folder, with / between their parts, each with its content. A
    report of this format always has the originals.
    """

    module: str
    writer: str
    needs_originals: bool = True
    speaks_both: bool = False

    def files(self, report: Report, look: Look) -> Iterator[tuple[str, bytes]]:
        """Give the files of a report one by one; each is made when it is asked for."""
        write: Callable[[Report, Look], Iterator[tuple[str, bytes]]]
        write = getattr(import_module(f"{__name__}.{self.module}"), self.writer)
        return write(report, look)


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": Reporter("text", "write_text", tells_statistics=True),
        "concise": Reporter("concise", "write_concise", tells_statistics=True),
        "json": Reporter("json", "write_json", for_programs=True, tells_statistics=True),
        "overview": Reporter("overview", "write_overview"),
        "json-lines": Reporter(
            "json_lines", "write_json_lines", for_programs=True, tells_statistics=True
        ),
        "sarif": Reporter("sarif", "write_sarif", for_programs=True),
        "code-scanning": Reporter("sarif", "write_code_scanning", for_programs=True),
        "junit": Reporter("junit", "write_junit", for_programs=True),
        "github": Reporter("github", "write_github", for_programs=True),
        "gitlab": Reporter("gitlab", "write_gitlab", for_programs=True),
        "csv": Reporter("csv", "write_csv", for_programs=True),
        "html": Reporter(
            "page", "write_page", for_programs=True, needs_originals=True, speaks_both=True
        ),
    }
)
"""The reporters by the name of their format; each is imported when it is first used."""

FOLDER_REPORTERS: Mapping[str, FolderReporter] = MappingProxyType(
    {"workbook": FolderReporter("workbook", "write_workbooks")}
)
"""What writes a folder instead of one text, by the name of its format: FORMAT=FOLDER."""

__all__ = ["FOLDER_REPORTERS", "REPORTERS", "FolderReporter", "Look", "Reporter"]

"""From a report to text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from statlint.reporters.look import Look

if TYPE_CHECKING:
    from statlint.finding import Report


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of reports; of thousands of files, one is written piece by piece.

    What is made for programs is UTF-8 on every machine. Not every format `tells_statistics`.
    """

    pieces: Callable[[Report, Look], Iterator[str]]
    for_programs: bool = False
    tells_statistics: bool = False

    def __call__(self, report: Report, look: Look) -> str:
        """Give a report in one piece."""
        return "".join(self.pieces(report, look))


def _text(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.text import write_text

    return write_text(report, look)


def _concise(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.concise import write_concise

    return write_concise(report, look)


def _json(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.json import write_json

    return write_json(report, look)


def _overview(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.overview import write_overview

    return write_overview(report, look)


def _json_lines(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.json_lines import write_json_lines

    return write_json_lines(report, look)


def _sarif(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.sarif import write_sarif

    return write_sarif(report, look)


def _code_scanning(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.sarif import write_code_scanning

    return write_code_scanning(report, look)


def _junit(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.junit import write_junit

    return write_junit(report, look)


def _github(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.github import write_github

    return write_github(report, look)


def _gitlab(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.gitlab import write_gitlab

    return write_gitlab(report, look)


def _csv(report: Report, look: Look) -> Iterator[str]:
    from statlint.reporters.csv import write_csv

    return write_csv(report, look)


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": Reporter(_text, tells_statistics=True),
        "concise": Reporter(_concise, tells_statistics=True),
        "json": Reporter(_json, for_programs=True, tells_statistics=True),
        "overview": Reporter(_overview),
        "json-lines": Reporter(_json_lines, for_programs=True, tells_statistics=True),
        "sarif": Reporter(_sarif, for_programs=True),
        "code-scanning": Reporter(_code_scanning, for_programs=True),
        "junit": Reporter(_junit, for_programs=True),
        "github": Reporter(_github, for_programs=True),
        "gitlab": Reporter(_gitlab, for_programs=True),
        "csv": Reporter(_csv, for_programs=True),
    }
)
"""The reporters by the name of their format; each is imported when it is first used."""

__all__ = ["REPORTERS", "Look", "Reporter"]

"""From a report to text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from statlint.finding import Report
from statlint.reporters.look import Look


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of reports; of thousands of files, one is written piece by piece."""

    pieces: Callable[[Report, Look], Iterator[str]]

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


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": Reporter(_text),
        "concise": Reporter(_concise),
        "json": Reporter(_json),
        "overview": Reporter(_overview),
    }
)
"""The reporters by the name of their format; each is imported when it is first used."""

__all__ = ["REPORTERS", "Look", "Reporter"]

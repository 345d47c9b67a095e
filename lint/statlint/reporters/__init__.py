"""From a report to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from statlint.finding import Report
from statlint.reporters.look import Look

Reporter: TypeAlias = Callable[[Report, Look], str]


def _text(report: Report, look: Look) -> str:
    from statlint.reporters.text import write_text

    return write_text(report, look)


def _concise(report: Report, look: Look) -> str:
    from statlint.reporters.concise import write_concise

    return write_concise(report, look)


def _json(report: Report, look: Look) -> str:
    from statlint.reporters.json import write_json

    return write_json(report, look)


def _overview(report: Report, look: Look) -> str:
    from statlint.reporters.overview import write_overview

    return write_overview(report, look)


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {"text": _text, "concise": _concise, "json": _json, "overview": _overview}
)
"""The reporters by the name of their format; each is imported when it is first used."""

__all__ = ["REPORTERS", "Look", "Reporter"]

"""The report for programs that read line by line: what JSON holds, one object a line."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from statlint.finding import Report
from statlint.reporters.json import fields_of
from statlint.reporters.json_pieces import Json
from statlint.reporters.look import Look

_TYPES = {
    "files": "file",
    "findings": "finding",
    "diagnoses": "diagnosis",
    "crashes": "crash",
    "overview": "overview",
}
"""What a member of each list is called on its line; a list without a word of its own keeps it."""
_WHOLE = frozenset({"version", "statlint"})
_LINE_SEPARATORS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Signs that JSON allows in a text, and that some programs take for the end of a line."""


def write_json_lines(report: Report, look: Look) -> Iterator[str]:
    """Write the report one object a line; `type` says what each is.

    The first line names the versions, the last ones count the outcomes.
    """
    opening: dict[str, Json] = {"type": "report"}
    for name, value in fields_of(report, look):
        if name in _WHOLE and not isinstance(value, Iterator):
            opening[name] = value
            if len(opening) > len(_WHOLE):
                yield _line(opening)
        else:
            yield from _lines(_TYPES.get(name, name), value)


def _lines(kind: str, value: Json | Iterator[Json]) -> Iterator[str]:
    members = value if isinstance(value, (Iterator, list)) else (value,)
    for member in members:
        yield _line({"type": kind, **member} if isinstance(member, dict) else member)


def _line(value: Json) -> str:
    written = dumps(value, ensure_ascii=False)
    for sign, escaped in _LINE_SEPARATORS.items():
        written = written.replace(sign, escaped)
    return f"{written}\n"

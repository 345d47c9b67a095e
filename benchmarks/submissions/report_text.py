"""A whole report: its prose from a text beside this module, and its tables between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from submissions.model import APPLICATIONS, DISCLOSURE, REVIEWS, Report
from submissions.official import printed
from submissions.writing import Sheet

_TABLES = {"2": DISCLOSURE, "3": APPLICATIONS, "4": REVIEWS}


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (level 1 is the title), a paragraph (level 0) or a table (no text)."""

    text: str = ""
    level: int = 0
    table: Sheet | None = None


def pieces(report: Report) -> Iterator[Piece]:
    """Go through a report in the order of reading; its prose lies in `<id>.md`."""
    text = Path(__file__).with_name(f"{report.id}.md").read_text(encoding="utf-8")
    for line in filter(None, text.splitlines()):
        if found := re.fullmatch(r"\[table (\d)\]", line):
            table = _TABLES[found[1]]
            yield Piece(table=Sheet(table, printed(report, table), report.figures))
        else:
            marks, _, words = line.partition(" ") if line.startswith("#") else ("", "", line)
            yield Piece(words, len(marks))

"""Marked copies that come back to the page: what was filled in is taken for the files they are of.

Each is taken once, by its content: what is typed on the page afterwards is not undone by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from statlint.finding import Finding, Report
from statlint.marking.review import Review
from statlint.reporters.places import one_line, place_of
from statlint.run.explained import Explained, explained_in
from statlint.run.reasons import Reason, ReasonError, write_reasons
from statlint.run.review_files import ReviewError, original_of, review_at
from statlint.run.reviewed import Taken, taken_from
from statlint.run.work import Work
from statlint.web.faults import Cannot, DeskFaultError, Json

OWN_OUTPUT = "F014"
"""The rule that knows what statlint itself wrote."""


def take_returned(report: Report, work: Work, kept: Path) -> tuple[dict[str, Json], bool]:
    """Take in the reasons of all marked copies among the files of a report.

    Gives what became of each by its path, and whether any reason was written. What became of those
    that were taken before is kept in a folder. Raises DeskFaultError.
    """
    told: dict[str, Json] = {}
    is_new = False
    explained: dict[str, Explained] | None = None
    for path in _copies(report):
        place = kept / f"returned-{sha256(Path(path).read_bytes()).hexdigest()}.json"
        if not place.is_file():
            if explained is None:
                explained = {one.path: one for one in explained_in(report, work)}
            said, wrote = _taken_in(path, report, explained, work)
            is_new = is_new or wrote
            if said is None:
                continue
            place.write_text(json.dumps(said), encoding="utf-8")
        told[path] = json.loads(place.read_text(encoding="utf-8"))
    return told, is_new


def _copies(report: Report) -> Iterator[str]:
    """Name the files that statlint wrote, each once; those in archives are left alone."""
    paths = dict.fromkeys(one.path for one in report.findings if one.code == OWN_OUTPUT)
    return (path for path in paths if Path(path).is_file())


def _taken_in(
    path: str, report: Report, explained: dict[str, Explained], work: Work
) -> tuple[dict[str, Any] | None, bool]:
    """Take one copy in; nothing is said of one whose file is not among those of the page yet."""
    try:
        review = review_at(path)
        original = original_of(path, review)
    except ReviewError:
        return None, False
    of = explained.get(original)
    taken = taken_from(review, of, ran=_ran(report, original), places_of=_places)
    if of is not None and taken.given:
        given = [(found, Reason(text, "", work.today)) for found, text in taken.given]
        try:
            write_reasons(of, given, work.settings.language)
        except ReasonError as error:
            raise DeskFaultError(Cannot.NOT_KEPT, zh=error.words.zh, en=error.words.en) from error
    return _said(review, original, taken), bool(taken.given)


def _ran(report: Report, path: str) -> Sequence[str]:
    return [code for file in report.files if file.path == path for code in file.ran]


def _places(finding: Finding) -> set[str]:
    """Give what the place of a finding is called; the copy may be in another language."""
    return {place_of(finding, "zh"), place_of(finding, "en")}


def _said(review: Review, original: str, taken: Taken) -> dict[str, Any]:
    return {
        "original": original,
        "rows": len(review.rows),
        "taken": len(taken.given),
        "known": taken.known,
        "untaken": [
            {
                "row": row.row,
                "rule": one_line(row.rule),
                "place": one_line(row.place),
                "text": one_line(row.explanation),
                "why": {"zh": why.words.zh, "en": why.words.en},
            }
            for row, why in taken.untaken
        ],
    }

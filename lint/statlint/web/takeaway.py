"""What a page gives away: marked copies, the report, reasons; several files in an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

from statlint.dataclass import replace
from statlint.finding import Report
from statlint.justification.home import home_of
from statlint.reporters import REPORTERS, Look
from statlint.values import Text
from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.names import free_name
from statlint.web.plan import Plan

_File: TypeAlias = "tuple[str, bytes]"
_WIDTH = 100
_REPORT = Text("审核报告.html", "report.html")


def made_of(report: Report, wanted: str, plan: Plan, place: Path) -> str:
    """Make what is wanted of a report, in the file at `place`; gives its name.

    Raises DeskFaultError, and OSError.
    """
    give, archive = TAKEAWAYS[wanted]
    return _packed(give(report, plan), place, archive.of(plan.language))


def only(report: Report, path: str) -> Report:
    """Leave of a report what is said of one file, or of those in one archive."""

    def is_of(other: str) -> bool:
        return other == path or other.startswith(f"{path}/")

    return replace(
        report,
        files=[one for one in report.files if is_of(one.path)],
        findings=[one for one in report.findings if is_of(one.path)],
        diagnoses=[one for one in report.diagnoses if is_of(one.path)],
        not_checked=[one for one in report.not_checked if is_of(one.path)],
        crashes=tuple(one for one in report.crashes if is_of(one.path)),
        overview=(),
    )


def _marked(report: Report, _plan: Plan) -> Iterator[_File]:
    from statlint.reporters.workbook import marked_copy

    copies = (marked_copy(report, file.path) for file in report.files)
    return (one for one in copies if one is not None)


def _report(report: Report, plan: Plan) -> Iterator[_File]:
    look = Look(width=_WIDTH)
    text = "".join(REPORTERS["html"].pieces(report, look))
    yield _REPORT.of(plan.language), text.encode("utf-8", "replace")


def _reasons(report: Report, _plan: Plan) -> Iterator[_File]:
    homes = {home_of(file.path).path for file in report.files}
    for place in sorted(homes):
        if place.is_file():
            yield place.name, place.read_bytes()


def _all(report: Report, plan: Plan) -> Iterator[_File]:
    yield from _marked(report, plan)
    yield from _report(report, plan)
    yield from _reasons(report, plan)


TAKEAWAYS: Mapping[str, tuple[Callable[[Report, Plan], Iterator[_File]], Text]] = MappingProxyType(
    {
        "marked": (_marked, Text("审核结果.zip", "review.zip")),
        "report": (_report, _REPORT),
        "reasons": (_reasons, Text("情况说明.zip", "reasons.zip")),
        "all": (_all, Text("审核结果.zip", "review.zip")),
    }
)
"""What may be taken away: by whom it is made, and the name of an archive of several."""


def _packed(files: Iterator[_File], place: Path, archive: str) -> str:
    """Write one file as it is, several into an archive."""
    first = next(files, None)
    if first is None:
        raise DeskFaultError(Cannot.NO_REASONS)
    second = next(files, None)
    if second is None:
        place.write_bytes(first[1])
        return PurePosixPath(first[0]).name
    with ZipFile(place, "w", ZIP_DEFLATED) as packed:
        taken: list[str] = []
        for name, content in chain((first, second), files):
            taken.append(free_name(name, taken))
            packed.writestr(taken[-1], content)
    return archive

"""The files of a run once more, for reports that show them or make marked copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from statlint.dataclass import dataclass, field, replace
from statlint.finding import Report
from statlint.run.names import Source, given_in
from statlint.workbook import Packed


@dataclass(frozen=True, slots=True, eq=False)
class Originals:
    """Reads files anew, one when it is asked for; none is kept.

    `given` are the files that do not lie where their names say.
    """

    given: Mapping[str, bytes | Packed] = field(default_factory=dict)

    def content_of(self, path: str) -> bytes | None:
        """Give the bytes of a file, by its path in the report; None where it is gone or closed."""
        from statlint.workbook.archive import read_inside
        from statlint.workbook.engines.stored import Refusal

        given = self.given.get(path)
        place = Path(path)
        try:
            if given is not None:
                return given if isinstance(given, bytes) else given.read()
            return place.read_bytes() if place.is_file() else read_inside(path)
        except (OSError, Refusal):
            return None


def with_originals(report: Report, sources: Iterable[Source]) -> Report:
    """Let a report give the files of its run; `sources` are what was checked."""
    return replace(report, originals=Originals(given_in(sources)))

"""Files in a line each: what each is, and how much was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from statlint.dataclass import dataclass
from statlint.finding import FileReport, FileStatus, Finding, Grounds, Severity
from statlint.reporters.places import one_line


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are by level; what was accepted, and what a baseline knows, apart."""

    error: int = 0
    warning: int = 0
    information: int = 0
    accepted: int = 0
    known: int = 0

    @property
    def level(self) -> str:
        """The worst level that occurs; nothing where there is none."""
        levels = ("error", "warning", "information")
        return next((one for one in levels if getattr(self, one)), "")

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """What to sort by: errors before warnings, however many."""
        return self.error, self.warning, self.information, self.accepted

    @property
    def total(self) -> int:
        """How many there are that are told: those that a baseline knows are only counted."""
        return self.error + self.warning + self.information + self.accepted


def counts_of(findings: Iterable[Finding]) -> Counts:
    """Count findings."""
    levels: Counter[Severity] = Counter()
    grounds: Counter[Grounds] = Counter()
    for one in findings:
        if one.justified is None:
            levels[one.severity] += 1
        else:
            grounds[one.justified.grounds] += 1
    known = grounds.pop(Grounds.BASELINE, 0)
    error, warning, information = (levels[one] for one in Severity)
    return Counts(error, warning, information, grounds.total(), known)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file in a line; `address` is what it is called on the page."""

    file: FileReport
    counts: Counts
    address: str
    name: str
    """Its path, as seen from the folder that all files lie in."""
    is_told: bool = True
    """Whether a part of the page is of it."""
    is_written: bool = False
    """Whether it was found to be written by statlint itself."""

    @property
    def unit(self) -> str:
        """The reporting unit it names."""
        return one_line(self.file.unit_name or "")

    @property
    def is_checked(self) -> bool:
        """Whether anything could be checked in it."""
        return self.file.status is FileStatus.CHECKED

    @property
    def is_own(self) -> bool:
        """Whether statlint itself wrote it: nobody expects it to be checked."""
        return not self.is_checked and self.is_written

    @property
    def level(self) -> str:
        """The worst level of its findings; `unread` where it could not be checked at all."""
        return self.counts.level or ("" if self.is_checked else "unread")

"""What is to be said of one file; nothing of what found it out is needed to read it."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.finding import Crash, Diagnosis, FileReport, FileStatus, Finding, NotChecked
from statlint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from statlint.history.drift import Drift
    from statlint.history.imprint import Imprint
    from statlint.run.sealed import PutAway, Sealed


OpenOfFile: TypeAlias = "Sealed | PutAway | tuple[NotChecked, ...]"
"""Open checks: as they are, or packed."""


@dataclass(frozen=True, slots=True, eq=False)
class FileResult:
    """All that is to be said of one file."""

    file: FileReport
    findings: tuple[Finding, ...]
    not_checked: OpenOfFile = ()
    crashes: tuple[Crash, ...] = ()
    causes: tuple[Diagnosis, ...] = ()
    """What findings may come from, in words; they name them by number."""
    imprints: tuple[Imprint, ...] = ()
    """Its tables in short, to be held against those of other units."""
    drifts: tuple[Drift, ...] = ()
    """How its figures have changed, to be held against those of other units."""
    dated: bool = False
    """Whether a rule asked for the day: on another it may say something else."""

    @property
    def lasts(self) -> bool:
        """Whether the next run may take it as it is."""
        return not self.crashes and self.file.status is not FileStatus.UNREADABLE

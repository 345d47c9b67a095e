"""What is to be said of one file; nothing of what found it out is needed to read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statlint.finding import Crash, Diagnosis, FileReport, Finding, NotChecked

if TYPE_CHECKING:
    from statlint.history.drift import Drift
    from statlint.history.imprint import Imprint


@dataclass(frozen=True, slots=True, eq=False)
class FileResult:
    """All that is to be said of one file."""

    file: FileReport
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...] = ()
    crashes: tuple[Crash, ...] = ()
    causes: tuple[Diagnosis, ...] = ()
    """What findings may come from, in words; they name them by number."""
    imprints: tuple[Imprint, ...] = ()
    """Its tables in short, to be held against those of other units."""
    drifts: tuple[Drift, ...] = ()
    """How its figures have changed, to be held against those of other units."""
    dated: bool = False
    """Whether a rule asked for the day: on another it may say something else."""

"""What statlint says: findings, what was checked, and the report of one run."""

from statlint.finding.finding import (
    Alternative,
    Diagnosis,
    EditNote,
    Finding,
    Frame,
    FrameRow,
    Proposal,
    Quote,
    Related,
)
from statlint.finding.justification import Grounds, Justification
from statlint.finding.kinds import Level, Nature, Origin, Severity
from statlint.finding.outcomes import Crash, NotChecked, Outcomes, Reason
from statlint.finding.policy import Policy
from statlint.finding.report import (
    BaselineNote,
    FileReport,
    FileStatus,
    FindsRegions,
    NeighbourNote,
    Report,
    TableNote,
)

__all__ = [
    "Alternative",
    "BaselineNote",
    "Crash",
    "Diagnosis",
    "EditNote",
    "FileReport",
    "FileStatus",
    "Finding",
    "FindsRegions",
    "Frame",
    "FrameRow",
    "Grounds",
    "Justification",
    "Level",
    "Nature",
    "NeighbourNote",
    "NotChecked",
    "Origin",
    "Outcomes",
    "Policy",
    "Proposal",
    "Quote",
    "Reason",
    "Related",
    "Report",
    "Severity",
    "TableNote",
]

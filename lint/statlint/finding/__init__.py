"""What statlint says: findings, what was checked, and the report of one run."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
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
    from statlint.finding.kinds import Nature, Origin, Severity
    from statlint.finding.level import Level
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
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "finding": "Alternative Diagnosis EditNote Finding Frame FrameRow Proposal Quote"
            " Related",
            "justification": "Grounds Justification",
            "kinds": "Nature Origin Severity",
            "level": "Level",
            "outcomes": "Crash NotChecked Outcomes Reason",
            "policy": "Policy",
            "report": "BaselineNote FileReport FileStatus FindsRegions NeighbourNote Report"
            " TableNote",
        },
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

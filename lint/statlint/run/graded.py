"""How bad findings are by the settings of their file, where these say other than the rules do."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import replace
from statlint.run.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.finding import Finding


def graded(findings: Sequence[Finding], work: Work) -> Sequence[Finding]:
    """Give findings the severity that the settings state; what a form asks for stays as it is."""
    severities = work.settings.severities
    if not severities:
        return findings
    # Here, since few settings say so, and rules take long to import.
    from statlint.rule.select import severity_of

    told = (severity_of(one.code, one.name, severities) for one in findings)
    return [
        replace(one, severity=severity) if severity else one
        for one, severity in zip(findings, told, strict=True)
    ]

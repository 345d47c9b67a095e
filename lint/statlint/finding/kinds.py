"""The words a finding is said in: how bad it is, what is asked, where an edit comes from."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.values import Text


class Severity(StrEnum):
    """How bad a finding is (ESS): not acceptable, acceptable once justified, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return list(Severity).index(self)

    @property
    def words(self) -> Text:
        """The severity in words."""
        return _SEVERITY_WORDS[self]


_SEVERITY_WORDS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFORMATION: Text("提示", "information"),
}


class Nature(StrEnum):
    """What the form asks for: put right, or put right or explain."""

    MANDATORY = "强制性"
    QUERY = "核实性"


class Origin(StrEnum):
    """Where an edit comes from."""

    OFFICIAL = "official"
    FORM = "form"
    INFERRED = "inferred"
    PROSE = "prose"
    SETTINGS = "settings"

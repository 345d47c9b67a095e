"""Why a finding is accepted, and by whom (comply or explain)."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass


class Grounds(StrEnum):
    """Where it stands that a finding is accepted."""

    SIDECAR = "sidecar"
    """The file of justifications beside the checked one."""
    BASELINE = "baseline"
    """The list of what an old repository had when the checks began."""
    WORKBOOK = "workbook"
    """The workbook itself: Excel was told to ignore it."""


@dataclass(frozen=True, slots=True)
class Justification:
    """Why a finding is accepted; days are as in ISO 8601, empty where none is stated."""

    grounds: Grounds
    reason: str = ""
    by: str = ""
    date: str = ""
    until: str = ""

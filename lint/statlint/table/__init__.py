"""From a workbook's grids to tables matched to a form."""

from statlint.table.model import (
    FilledForm,
    ForeignBlock,
    FoundHead,
    FoundLine,
    GroupFigure,
    Label,
    NearMiss,
    Part,
    PeriodClaim,
    Search,
    SignEntry,
    Table,
)

__all__ = [
    "FilledForm",
    "ForeignBlock",
    "FoundHead",
    "FoundLine",
    "GroupFigure",
    "Label",
    "NearMiss",
    "Part",
    "PeriodClaim",
    "Search",
    "SignEntry",
    "Table",
]

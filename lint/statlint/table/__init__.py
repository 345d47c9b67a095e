"""From a workbook's grids to tables matched to a form."""

from __future__ import annotations

from statlint.table.kind_of_unit import KINDS, kind_of_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.table.hints import Hints
    from statlint.table.layout import Layout, Role, Strip
    from statlint.table.layout_words import roles_of
    from statlint.table.match import search
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
        StatedFigure,
        Table,
    )
    from statlint.table.plan import FormPlan
    from statlint.table.shelf import Shelved, Sketch, read_shelf
    from statlint.table.worded import Worded
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "hints": "Hints",
            "layout": "Layout Role Strip",
            "layout_words": "roles_of",
            "match": "search",
            "model": "FilledForm ForeignBlock FoundHead FoundLine GroupFigure Label NearMiss"
            " Part PeriodClaim Search SignEntry StatedFigure Table",
            "plan": "FormPlan",
            "shelf": "Shelved Sketch read_shelf",
            "worded": "Worded",
        },
    )

__all__ = [
    "KINDS",
    "FilledForm",
    "ForeignBlock",
    "FormPlan",
    "FoundHead",
    "FoundLine",
    "GroupFigure",
    "Hints",
    "Label",
    "Layout",
    "NearMiss",
    "Part",
    "PeriodClaim",
    "Role",
    "Search",
    "Shelved",
    "SignEntry",
    "Sketch",
    "StatedFigure",
    "Strip",
    "Table",
    "Worded",
    "kind_of_unit",
    "read_shelf",
    "roles_of",
    "search",
]

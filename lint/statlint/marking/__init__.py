"""From a submitted workbook and marks to a copy of it that holds them; nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.marking.copy import mark, mark_nothing
    from statlint.marking.model import Cover, CoverRow, Mark, Target, Told
    from statlint.marking.review import Review, ReviewRow, is_review, read_review
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "copy": "mark mark_nothing",
            "model": "Cover CoverRow Mark Target Told",
            "review": "Review ReviewRow is_review read_review",
        },
    )

__all__ = [
    "Cover",
    "CoverRow",
    "Mark",
    "Review",
    "ReviewRow",
    "Target",
    "Told",
    "is_review",
    "mark",
    "mark_nothing",
    "read_review",
]

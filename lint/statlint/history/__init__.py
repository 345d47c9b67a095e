"""From the forms of other files to the figures that a filled form is held against."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.history.mapped import comparable
    from statlint.history.model import (
        NOBODY,
        History,
        Neighbour,
        Neighbours,
        PassedOver,
        Relation,
        Vicinity,
    )
    from statlint.history.neighbouring import beside
    from statlint.history.odd import Extent, Odd, Oddity
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "mapped": "comparable",
            "model": "NOBODY History Neighbour Neighbours PassedOver Relation Vicinity",
            "neighbouring": "beside",
            "odd": "Extent Odd Oddity",
        },
    )

__all__ = [
    "NOBODY",
    "Extent",
    "History",
    "Neighbour",
    "Neighbours",
    "Odd",
    "Oddity",
    "PassedOver",
    "Relation",
    "Vicinity",
    "beside",
    "comparable",
]

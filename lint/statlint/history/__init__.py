"""From the forms of other files to the figures that a filled form is held against."""

from statlint.history.beside import beside
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
from statlint.history.odd import Extent, Odd, Oddity

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

"""From the forms of other files to the figures that a filled form is held against."""

from statlint.history.alike import beside_alike, matches
from statlint.history.beside import beside
from statlint.history.card import Card, card_of
from statlint.history.choose import Candidates, periods_within, vicinity_of
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
    "Candidates",
    "Card",
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
    "beside_alike",
    "card_of",
    "comparable",
    "matches",
    "periods_within",
    "vicinity_of",
]
